import { accepted, refused } from '../kernel/index.ts';
import type { Outcome, Problem } from '../kernel/index.ts';
import { perceiveAromaticity } from './aromaticity.ts';
import { elementOf, isMetal } from './element.ts';
import type { Molecule } from './molecule.ts';
import { moleculeOf } from './molecule-graph.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import { kekulise } from './molecule-kekule.ts';
import {
  aromaticValence,
  exceedsValence,
  givesDativeBond,
  impliedHydrogens,
  radicalElectrons,
  takesDoubleBond,
} from './molecule-valence.ts';
import { separateCharges } from './molecule-charges.ts';
import { searchRings } from './ring-search.ts';
import type { RingSet } from './ring-search.ts';
import { BOND_AROMATIC, BOND_DEFAULT, BOND_UP, scanSmiles, SMILES_CHARACTERS_MAX } from './smiles-scan.ts';
import { isProblem, smilesProblem } from './smiles-problem.ts';
import { readStereo } from './smiles-stereo.ts';
import { layOut } from './smiles-layout.ts';
import type { SmilesLayout } from './smiles-layout.ts';
import { zeros } from './zeros.ts';

/**
 * Reads a SMILES (OpenSMILES 1.0) into a molecule: the light reader, for bulk and for the browser.
 *
 * - Leading and trailing blanks are ignored; a name after a blank is ignored, an extension in bars is refused.
 * - Aromatic text is kekulised; aromaticity is then perceived anew in RDKit's model (`perceiveAromaticity`), so that
 *   Kekulé and aromatic text give the same value. Nitro groups, azides, N-oxides and the oxoacids of halogens written
 *   with double bonds become charge-separated, as RDKit has them.
 * - Hydrogens written as atoms become counts, unless isotopic, charged, or not on exactly one other atom.
 * - Tetrahedral stereo: `@`, `@@`, `@TH1`, `@TH2`; other classes are refused. A mark that can mean no tetrahedral centre
 *   (fewer than three neighbours, an allene, an inverting nitrogen) is dropped, as RDKit does.
 * - Double-bond stereo from `/` and `\`; dropped in rings smaller than eight and where the marks contradict each other.
 * - Refused, with the place: wildcards, R groups, search patterns, reactions, impossible valences, aromatic text
 *   without a Kekulé form, more than 1,024 atoms, 300 rings or 20,000 characters.
 */
export function readSmiles(text: string): Outcome<Molecule> {
  const read = readSmilesGraph(text);
  return read.ok ? accepted(moleculeRead(read.value)) : read;
}

/** A SMILES read as far as its graph: all that is needed to ask about a structure, but for its stereo. */
export interface SmilesGraph {
  readonly graph: MoleculeGraph;
  readonly layout: SmilesLayout;
}

/** The molecule of a SMILES that was read: as `readSmiles` gives it. */
export function moleculeRead({ graph, layout }: SmilesGraph): Molecule {
  const stereo = readStereo(layout, ringsOf(graph));
  return moleculeOf(graph, stereo.atoms, stereo.bonds);
}

/**
 * Reads a SMILES and refuses what `readSmiles` refuses, without making a molecule of it: for bulk, where most
 * structures are asked one thing and forgotten. Aromaticity is settled.
 */
export function readSmilesGraph(text: string): Outcome<SmilesGraph> {
  const smiles = smilesOfLine(text);
  if (typeof smiles !== 'string') return refused(smiles);
  const draft = scanSmiles(smiles);
  if (isProblem(draft)) return refused(draft);
  const layout = layOut(draft);
  const rings = searchRings(layout.graph);
  layout.graph.rings = rings;
  const problem =
    settleAromaticBonds(layout, rings) ??
    fillHydrogens(layout) ??
    settleDoubleBonds(layout) ??
    settleRadicals(layout);
  if (problem !== null) return refused(problem);
  perceiveAromaticity(layout.graph, rings);
  return accepted({ graph: layout.graph, layout });
}

function ringsOf(graph: MoleculeGraph): RingSet {
  return (graph.rings ??= searchRings(graph));
}

/** The SMILES of a line `SMILES name`, or why it is none. */
export function smilesOfLine(text: string): string | Problem {
  const start = firstNonBlank(text);
  if (start === text.length) return smilesProblem('smiles-blank', 'The text is blank.');
  let end = start;
  while (end < text.length && text.charCodeAt(end) > 32) end++;
  if (end - start > SMILES_CHARACTERS_MAX) {
    return smilesProblem(
      'smiles-too-long',
      `The SMILES has ${end - start} characters; at most ${SMILES_CHARACTERS_MAX} are read.`,
      undefined,
      undefined,
      { characters: end - start, limit: SMILES_CHARACTERS_MAX },
    );
  }
  let after = end;
  while (after < text.length && text.charCodeAt(after) <= 32) after++;
  if (text[after] === '|') {
    return smilesProblem(
      'smiles-extension',
      'an extension in bars may change what the structure means.',
      after - start + 1,
      '|',
    );
  }
  return text.slice(start, end);
}

function firstNonBlank(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}

/** Bonds without a symbol, or with a slash, between aromatic atoms are aromatic in a ring and single elsewhere. */
function settleAromaticBonds(layout: SmilesLayout, { ringBond, ringDegree }: RingSet): Problem | null {
  const { graph, symbol } = layout;
  if (!layout.anyAromatic) return null;
  for (let i = 0; i < graph.bondCount; i++) {
    const written = symbol[i]!;
    if (written === BOND_AROMATIC) {
      if (ringBond[i] === 0) {
        return atomProblem(
          layout,
          graph.from[i]!,
          'smiles-aromatic',
          'has an aromatic bond (:) outside a ring',
        );
      }
      graph.bondAromatic[i] = 1;
      graph.aromatic[graph.from[i]!] = 1;
      graph.aromatic[graph.to[i]!] = 1;
    } else if ((written === BOND_DEFAULT || written >= BOND_UP) && ringBond[i] === 1) {
      graph.bondAromatic[i] = graph.aromatic[graph.from[i]!]! & graph.aromatic[graph.to[i]!]!;
    }
  }
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (graph.aromatic[atom] === 1 && ringDegree[atom] === 0) {
      return atomProblem(
        layout,
        atom,
        'smiles-aromatic',
        'is written as aromatic (lower-case) but lies in no ring',
      );
    }
  }
  return null;
}

/** Charges first, because they change valences; then hydrogens of atoms outside brackets, and too many bonds. */
function fillHydrogens(layout: SmilesLayout): Problem | null {
  const { graph } = layout;
  separateCharges(graph, layout.hydrogenAtomsOn);
  for (let atom = 0; atom < graph.atomCount; atom++) {
    const number = graph.number[atom]!;
    const charge = graph.charge[atom]!;
    const aromatic = graph.aromatic[atom] === 1;
    const bracketed = graph.hydrogens[atom]! >= 0;
    const attached = layout.hydrogenAtomsOn[atom]!;
    const written = (bracketed ? graph.hydrogens[atom]! : 0) + attached;
    let valence = written;
    let aromaticBonds = 0;
    let multiple = false;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      const bond = graph.via[i]!;
      const order = graph.order[bond]!;
      valence += order;
      if (order > 1) multiple = true;
      aromaticBonds += graph.bondAromatic[bond]!;
    }
    if (aromatic) {
      const exact = 2 * valence + aromaticBonds;
      valence = aromaticValence(number, charge, exact);
      // Half a bond too many beside a double bond: whether a hydrogen is there depends on how one rounds.
      if (multiple && !bracketed && 2 * valence > exact) {
        return atomProblem(layout, atom, 'smiles-aromatic', 'mixes aromatic and double bonds in one ring');
      }
    }
    if (givesDativeBond(number, charge, valence) && bondsToMetal(graph, atom)) valence--;
    if (exceedsValence(number, charge, valence)) return valenceProblem(layout, atom, valence);
    const implied = bracketed ? 0 : impliedHydrogens(number, charge, valence, aromatic);
    graph.hydrogens[atom] = written + implied;
    layout.valence[atom] = valence + implied;
  }
  return null;
}

/** The Kekulé form of what was written as aromatic. */
function settleDoubleBonds(layout: SmilesLayout): Problem | null {
  const { graph } = layout;
  if (!layout.anyAromatic) return null;
  const wants = zeros(graph.atomCount);
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (graph.aromatic[atom] === 0) continue;
    const hydrogens = graph.hydrogens[atom]!;
    let sigma = hydrogens;
    let bonds = graph.start[atom + 1]! - graph.start[atom]!;
    if (!layout.bracketed[atom]) bonds += hydrogens;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) sigma += graph.order[graph.via[i]!]!;
    wants[atom] = takesDoubleBond(
      graph.number[atom]!,
      graph.charge[atom]!,
      layout.valence[atom]!,
      sigma,
      bonds,
      layout.bracketed[atom]!,
    )
      ? 1
      : 0;
  }
  const left = kekulise(graph, wants, graph.bondAromatic);
  return left === -1
    ? null
    : atomProblem(
        layout,
        left,
        'smiles-kekule',
        'is left over when the aromatic rings get their double bonds',
      );
}

/** Unpaired electrons of bracket atoms, and a last look at every valence with the final bonds. */
function settleRadicals(layout: SmilesLayout): Problem | null {
  const { graph } = layout;
  for (let atom = 0; atom < graph.atomCount; atom++) {
    let valence = graph.hydrogens[atom]!;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) valence += graph.order[graph.via[i]!]!;
    const number = graph.number[atom]!;
    const charge = graph.charge[atom]!;
    if (givesDativeBond(number, charge, valence) && bondsToMetal(graph, atom)) valence--;
    if (exceedsValence(number, charge, valence)) return valenceProblem(layout, atom, valence);
    if (layout.bracketed[atom]) {
      const bonds = graph.start[atom + 1]! - graph.start[atom]!;
      graph.radicals[atom] = radicalElectrons(number, charge, valence, bonds);
      if (layout.turn[atom] !== 0 && graph.radicals[atom]! > 0) {
        return atomProblem(layout, atom, 'smiles-chirality', 'has a chirality mark and too few neighbours');
      }
    } else if (impliedHydrogens(number, charge, valence, false) > 0) {
      return atomProblem(
        layout,
        atom,
        'smiles-aromatic',
        'is left with an open valence in its aromatic ring',
      );
    }
  }
  return null;
}

/** True when a single bond leads to a metal. */
function bondsToMetal(graph: MoleculeGraph, atom: number): boolean {
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    if (graph.order[graph.via[i]!] === 1 && isMetal(graph.number[graph.near[i]!]!)) return true;
  }
  return false;
}

function valenceProblem(layout: SmilesLayout, atom: number, valence: number): Problem {
  return atomProblem(layout, atom, 'smiles-valence', `has a valence of ${valence}, more than it can have`);
}

function atomProblem(
  layout: SmilesLayout,
  atom: number,
  code: Parameters<typeof smilesProblem>[0],
  what: string,
): Problem {
  const { symbol } = elementOf(layout.graph.number[atom]!);
  const charge = layout.graph.charge[atom]!;
  const sign = charge === 0 ? '' : charge > 0 ? '+' : '-';
  const name = `${symbol}${Math.abs(charge) > 1 ? Math.abs(charge) : ''}${sign}`;
  return smilesProblem(code, `the atom ${name} ${what}.`, layout.position[atom], symbol, { atom: atom + 1 });
}
