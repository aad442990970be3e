import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import initRdkit, { type MainModule, type Mol } from '@rdkit/rdkit';
import {
  components,
  createStructureScreener,
  findScaffold,
  framesOf,
  graphOf,
  hillFormula,
  hillText,
  parentOf,
  readSmiles,
  rings,
  tablesOf,
  writeSmiles,
  type CounterIon,
  type Molecule,
} from '@custody/core';
import { loadLaw } from '@custody/core/node';
import { machine } from './machine.ts';
import { publicStructures, smilesOf } from './public-structures.ts';

/**
 * `npm run bench -- --agreement`: our functions over molecules against RDKit, on every public structure of the bench
 * file. Each kind of difference is counted and shown by examples; `docs/agreement-with-rdkit.md` explains them. Takes
 * some minutes. Writes `build/bench/agreement.json`. `--every N` looks at each N-th structure only.
 *
 * - read: both read the text, or both refuse it.
 * - formula, aromatic atoms and bonds, ring atoms, rings: of the structure as drawn. Our rings are the relevant cycles,
 *   of which RDKit's smallest set is a part: each of RDKit's rings must be among ours.
 * - parent: the InChI of our parent is RDKit's InChI of that component as drawn, without its layer of protons (`/p`).
 * - scaffolds: each frame of the compiled law is found, or not, by both; RDKit reads the frame as SMARTS.
 * - excluded: a structure that screening lets go has a key whose first block no entry of the law has.
 */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const REPORT = join(ROOT, 'build/bench/agreement.json');
const EXAMPLES_MAX = 12;
const SKELETON_LETTERS = 14;

type Kind =
  | 'read by us only'
  | 'read by RDKit only'
  | 'formula'
  | 'aromaticity'
  | 'ring atoms'
  | 'rings'
  | 'parent'
  | 'scaffolds'
  | 'excluded';

const compared = new Map<Kind, number>();
const differences = new Map<Kind, { count: number; examples: string[] }>();

function note(kind: Kind, agrees: boolean, example: () => string): void {
  compared.set(kind, (compared.get(kind) ?? 0) + 1);
  if (agrees) return;
  const known = differences.get(kind) ?? { count: 0, examples: [] };
  known.count++;
  if (known.examples.length < EXAMPLES_MAX) known.examples.push(example());
  differences.set(kind, known);
}

interface CommonChem {
  readonly molecules: readonly {
    readonly atoms: readonly { readonly z?: number; readonly impHs?: number; readonly chg?: number }[];
    readonly extensions?: readonly {
      readonly aromaticAtoms?: readonly number[];
      readonly aromaticBonds?: readonly number[];
      readonly atomRings?: readonly (readonly number[])[];
    }[];
    readonly bonds?: readonly { readonly atoms: readonly [number, number] }[];
  }[];
}

export async function agreement(every: number): Promise<void> {
  const path = publicStructures();
  if (path === null) throw new Error('the file of public structures is not there');
  const law = loadLaw();
  const rdkit = await initRdkit.default({ print: () => undefined, printErr: () => undefined });
  rdkit.disable_logging();
  const screener = createStructureScreener(law, null);
  const counterIons = law.lists.counterIons.list;
  const frames = framesOf(tablesOf(law)).map((frame) => ({
    frame,
    smarts: smartsOf(frame),
    query: rdkit.get_qmol(smartsOf(frame)),
  }));
  const skeletons = new Set(Object.keys(law.index.skeletons));
  const all = smilesOf(path).filter((_, index) => index % every === 0);
  const started = performance.now();
  all.forEach((smiles, index) => {
    if (index > 0 && index % 10_000 === 0) process.stderr.write(`${index} of ${all.length}\n`);
    const ours = readSmiles(smiles);
    const theirs = read(rdkit, smiles);
    note('read by us only', !ours.ok || theirs !== null, () => smiles);
    note(
      'read by RDKit only',
      ours.ok || theirs === null,
      () => `${smiles} ${ours.ok ? '' : ours.problem.code}`,
    );
    if (theirs === null) return;
    try {
      if (!ours.ok) return;
      compareDrawn(smiles, ours.value, theirs);
      for (const { frame, smarts, query } of frames) {
        if (query === null) continue;
        const here = findScaffold(frame, ours.value, { matchesMax: 1 }).length > 0;
        const there = theirs.get_substruct_match(query) !== '{}';
        note('scaffolds', here === there, () => `${smiles} ${smarts}: ${here ? 'ours' : 'RDKit'} only`);
      }
      compareParent(rdkit, smiles, ours.value, theirs, counterIons, (key, molecule) => {
        if (screener.screenMolecule(molecule).kind !== 'nothing') return;
        note('excluded', !skeletons.has(key.slice(0, SKELETON_LETTERS)), () => `${smiles} ${key}`);
      });
    } finally {
      theirs.delete();
    }
  });
  report(law.digest, all.length, (performance.now() - started) / 1000, frames.length);
}

function read(rdkit: MainModule, smiles: string): Mol | null {
  if (smiles.includes('*')) return null; // a wildcard is an atom to RDKit and no structure to us
  return rdkit.get_mol(smiles);
}

/** Formula, aromaticity and rings of the structure as drawn. Both number the atoms as the text has them. */
function compareDrawn(smiles: string, ours: Molecule, theirs: Mol): void {
  const [drawn] = (JSON.parse(theirs.get_json()) as CommonChem).molecules;
  if (drawn === undefined) return;
  const said = drawn.extensions?.[0];
  const formula = formulaOf(drawn.atoms);
  note('formula', hillFormula(ours) === formula, () => `${smiles} ${hillFormula(ours)} / ${formula}`);
  const graph = graphOf(ours);
  const aromatic = textOf(graph.aromatic.flatMap((flag, atom) => (flag === 1 ? [atom] : [])));
  const bonds = bondTexts(
    graph.bondAromatic.flatMap((flag, bond) => (flag === 1 ? [[graph.from[bond]!, graph.to[bond]!]] : [])),
  );
  const theirBonds = bondTexts((said?.aromaticBonds ?? []).map((bond) => drawn.bonds![bond]!.atoms));
  const same = aromatic === textOf(said?.aromaticAtoms ?? []) && bonds === theirBonds;
  note('aromaticity', same, () => smiles);
  const own = rings(ours).map(({ atoms }) => textOf(atoms));
  const their = (said?.atomRings ?? []).map(textOf);
  const atoms = (list: readonly string[]): string => textOf([...new Set(list.join().split(',').map(Number))]);
  note('ring atoms', atoms(own) === atoms(their), () => smiles);
  const known = new Set(own);
  note(
    'rings',
    their.every((ring) => known.has(ring)),
    () => smiles,
  );
}

function formulaOf(atoms: CommonChem['molecules'][number]['atoms']): string {
  const counts = new Map<number, number>();
  let charge = 0;
  for (const { z = 6, impHs = 0, chg = 0 } of atoms) {
    counts.set(z, (counts.get(z) ?? 0) + 1);
    if (impHs > 0) counts.set(1, (counts.get(1) ?? 0) + impHs);
    charge += chg;
  }
  return hillText(counts, charge);
}

/** RDKit's InChI of our parent against that of the component as drawn; `told` gets the keys of parent and whole. */
function compareParent(
  rdkit: MainModule,
  smiles: string,
  ours: Molecule,
  theirs: Mol,
  counterIons: readonly CounterIon[],
  told: (key: string, molecule: Molecule) => void,
): void {
  const parts = parentOf(ours, counterIons);
  const whole = theirs.get_inchi();
  if (whole === '') return;
  told(rdkit.get_inchikey_for_inchi(whole), ours);
  if (parts.kind !== 'parent') return;
  const parent = inchiOf(rdkit, parts.parent);
  if (parent === '') return;
  told(rdkit.get_inchikey_for_inchi(parent), parts.parent);
  const drawn = components(ours);
  const texts = drawn.length === 1 ? [whole] : drawn.map((part) => inchiOf(rdkit, part));
  const same = texts.some((text) => withoutProtons(text) === withoutProtons(parent));
  note('parent', same, () => `${smiles} -> ${writeSmiles(parts.parent)}`);
}

function inchiOf(rdkit: MainModule, molecule: Molecule): string {
  const mol = rdkit.get_mol(writeSmiles(molecule));
  if (mol === null) return '';
  try {
    return mol.get_inchi();
  } finally {
    mol.delete();
  }
}

/** An InChI without the layer that counts protons put on or taken off. */
function withoutProtons(inchi: string): string {
  return inchi.replace(/\/p[+-]\d+/, '');
}

function textOf(numbers: readonly number[]): string {
  return [...numbers].sort((a, b) => a - b).join();
}

function bondTexts(bonds: readonly (readonly number[])[]): string {
  return bonds.map(textOf).sort().join(' ');
}

/** A frame as SMARTS: what its SMILES finds, without the hydrogens that brackets would ask for. */
function smartsOf(frame: Molecule): string {
  return writeSmiles(frame, { maps: false }).replace(/\[([A-Za-z][a-z]?)H?\d?\]/g, '$1');
}

function report(digest: string, structures: number, seconds: number, frames: number): void {
  const kinds = [...compared].map(([kind, count]) => ({
    kind,
    compared: count,
    different: differences.get(kind)?.count ?? 0,
    examples: differences.get(kind)?.examples ?? [],
  }));
  mkdirSync(dirname(REPORT), { recursive: true });
  const about = { machine: machine(), law: digest, structures, frames, seconds: Math.round(seconds) };
  writeFileSync(REPORT, `${JSON.stringify({ ...about, kinds }, null, 2)}\n`);
  for (const { kind, compared: count, different } of kinds) {
    process.stdout.write(
      `${kind.padEnd(20)} ${String(count).padStart(10)} compared ${String(different).padStart(8)} different\n`,
    );
  }
}
