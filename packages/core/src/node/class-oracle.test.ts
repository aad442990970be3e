import initRdkit, { type MainModule, type Mol } from '@rdkit/rdkit';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RingShape, Shape } from '../controls/index.ts';
import { textsOf } from '../controls/class-frame.ts';
import { groundOf, piecesWithin, type Ground } from '../controls/class-piece.ts';
import { shapeFits } from '../controls/class-shape.ts';
import { readSmiles, type Molecule } from '../goods/index.ts';
import { benchStructures } from '../goods/test/bench-structures.ts';

/** Structures of the public file beside the repository that are compared. */
const COMPARED = 1_000;
/** A thousand structures by three dozen shapes, on a machine that may be busy. */
const ORACLE_MS = 120_000;

const structures = benchStructures(COMPARED);

let rdkit: MainModule;
beforeAll(async () => {
  rdkit = await initRdkit.default({ print: () => undefined, printErr: () => undefined });
  rdkit.disable_logging();
});

function molecule(smiles: string): Molecule | null {
  const read = readSmiles(smiles);
  return read.ok ? read.value : null;
}

const ring = (parts: Partial<RingShape>): Shape => ({
  ring: { system: 'monocycle', substituents: 'any', ...parts },
});
/** A ring of each size, every atom in no other ring, of which `at` says what the k-th of n must be beside. */
const rings = (sizes: readonly number[], atom: (k: number, n: number) => string): readonly string[] =>
  sizes.map((n) => {
    const atoms = Array.from({ length: n }, (_, k) => `[x2;${atom(k, n)}]${k === 0 ? '1' : ''}`);
    return `*-!@${atoms.join('~')}~1`;
  });
const SIZES = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
/** A shape and the same in SMARTS: the atom of the frame first, then the first atom of the group. */
const SHAPES: readonly (readonly [string, Shape, readonly string[]])[] = [
  ['halo', { group: 'halo' }, ['*-!@[F,Cl,Br,I;D1;+0]']],
  ['hydroxy', { group: 'hydroxy' }, ['*-!@[OX2H1]']],
  ['thiol', { group: 'thiol' }, ['*-!@[SX2H1]']],
  ['amino', { group: 'amino' }, ['*-!@[NX3H2;+0]']],
  ['nitro', { group: 'nitro' }, ['*-!@[NX3;+](=[OX1])[OX1;-]']],
  ['cyano', { group: 'cyano' }, ['*-!@[CX2]#[NX1]']],
  ['azido', { group: 'azido' }, ['*-!@[NX2]=[NX2;+]=[NX1;-]']],
  ['formyl', { group: 'formyl' }, ['*-!@[CX3H1]=[OX1]']],
  ['acetyl', { group: 'acetyl' }, ['*-!@[CX3](=[OX1])-[CX4H3]']],
  ['acyl', { group: 'acyl' }, ['*-!@[CX3](=[OX1])-[#6]']],
  ['carboxy', { group: 'carboxy' }, ['*-!@[CX3](=[OX1])-[OX2H1]']],
  ['carbamoyl', { group: 'carbamoyl' }, ['*-!@[CX3](=[OX1])-[NX3H2;+0]']],
  ['acetoxy', { group: 'acetoxy' }, ['*-!@[OX2]-[CX3](=[OX1])-[CX4H3]']],
  ['acyloxy', { group: 'acyloxy' }, ['*-!@[OX2]-[CX3](=[OX1])-[#6]', '*-!@[OX2]-[CX3H1]=[OX1]']],
  ['methyl ester', { group: 'alkoxycarbonyl', carbonsMax: 2 }, ['*-!@[CX3](=[OX1])-[OX2]-[CX4H3]']],
  ['methyl', { group: 'alkyl', carbonsMax: 1 }, ['*-!@[CX4H3]']],
  ['ethyl', { group: 'alkyl', carbonsMin: 2, carbonsMax: 2 }, ['*-!@[CX4H2]-[CX4H3]']],
  [
    'an alkyl of three carbons',
    { group: 'alkyl', carbonsMin: 3, carbonsMax: 3 },
    ['*-!@[CX4H2]-[CX4H2]-[CX4H3]', '*-!@[CX4H1](-[CX4H3])-[CX4H3]'],
  ],
  ['methoxy', { group: 'alkoxy', carbonsMax: 1 }, ['*-!@[OX2]-[CX4H3]']],
  ['ethoxy', { group: 'alkoxy', carbonsMin: 2, carbonsMax: 2 }, ['*-!@[OX2]-[CX4H2]-[CX4H3]']],
  ['methylthio', { group: 'alkylthio', carbonsMax: 1 }, ['*-!@[SX2]-[CX4H3]']],
  ['mesyl', { group: 'alkylsulfonyl', carbonsMax: 1 }, ['*-!@[SX4](=[OX1])(=[OX1])-[CX4H3]']],
  ['vinyl', { group: 'alkenyl', carbonsMax: 2 }, ['*-!@[CX3H1]=[CX3H2]']],
  ['trifluoromethyl', { exactly: 'C(F)(F)F' }, ['*-!@[CX4](F)(F)F']],
  ['isopropoxy', { exactly: 'OC(C)C' }, ['*-!@[OX2]-[CX4H1](-[CX4H3])-[CX4H3]']],
  ['benzyl', { group: 'benzyl' }, ['*-!@[CX4H2]-c1[cH][cH][cH][cH][cH]1']],
  ['aryl', { group: 'aryl' }, ['*-!@[c;$(c1ccccc1),$(c1cccc1),$(c1cccccc1)]']],
  ['a monocycle', ring({}), rings(SIZES, () => '*')],
  ['an aromatic monocycle', ring({ aromatic: true }), rings(SIZES, () => 'a')],
  ['a benzene ring', ring({ is: ['c1ccccc1'] }), rings([6], () => 'c')],
  ['a monocycle of carbon', ring({ hetero: false }), rings(SIZES, () => '#6')],
];

/** On saturated carbon, where the nitrogen's other neighbours alone decide. */
const ON_CARBON: readonly (readonly [string, Shape, readonly string[]])[] = [
  [
    'a substituted amino group',
    { group: 'substituted-amino' },
    ['[#6X4]-!@[NX3;A;+0;!H2;!$(N~[!#6;!#1]);!$(N~[#6]=,#[!#6;!#1])]'],
  ],
  [
    'an amido group',
    { group: 'amido' },
    [
      '[#6X4]-!@[NX3;A;+0;!$(N~[!#6;!#1])]-[CX3](=[OX1])-[#6]',
      '[#6X4]-!@[NX3;A;+0;!$(N~[!#6;!#1])]-[CX3H1]=[OX1]',
    ],
  ],
];

/** `frame-root` of every group of the shape, on a single bond that is in no ring. */
function found(ground: Ground, shape: Shape, onCarbon: boolean): ReadonlySet<string> {
  const { graph, molecule: whole, rings: set } = ground;
  const pairs = new Set<string>();
  whole.bonds.forEach((bond, index) => {
    if (bond.order !== 1 || set.ringBond[index] === 1) return;
    for (const [anchor, root] of [
      [bond.from, bond.to],
      [bond.to, bond.from],
    ] as const) {
      const bonds = graph.start[anchor + 1]! - graph.start[anchor]! + graph.hydrogens[anchor]!;
      if (onCarbon && (graph.number[anchor] !== 6 || bonds !== 4)) continue;
      const pieces = piecesWithin(graph, [...whole.atoms.keys()], new Set([anchor]));
      const piece = pieces.find((one) => one.has.has(root));
      if (piece !== undefined && shapeFits(ground, shape, piece))
        pairs.add(`${String(anchor)}-${String(root)}`);
    }
  });
  return pairs;
}

/** The same by RDKit; null where it does not read the structure with the same atoms. */
function foundByRdkit(smiles: string, atoms: number, smarts: readonly Mol[]): ReadonlySet<string> | null {
  const mol = rdkit.get_mol(smiles);
  if (mol === null) return null;
  const pairs = new Set<string>();
  try {
    if (mol.get_num_atoms() !== atoms) return null;
    for (const pattern of smarts) {
      const matches = JSON.parse(mol.get_substruct_matches(pattern, '{"uniquify":false}')) as unknown;
      if (!Array.isArray(matches)) continue;
      for (const { atoms: placed } of matches as { readonly atoms: readonly number[] }[])
        pairs.add(`${String(placed[0])}-${String(placed[1])}`);
    }
  } finally {
    mol.delete();
  }
  return pairs;
}

describe.skipIf(structures.length === 0)('groups and rings, as RDKit finds them by SMARTS', () => {
  test.each([
    ...SHAPES.map((one) => [...one, false] as const),
    ...ON_CARBON.map((one) => [...one, true] as const),
  ])(
    '%s',
    (_, shape, smarts, onCarbon) => {
      const patterns = new Map(
        textsOf(shape).flatMap((text) => {
          const pattern = molecule(text);
          return pattern === null ? [] : [[text, pattern] as const];
        }),
      );
      const queries = smarts.map((text) => {
        const query = rdkit.get_qmol(text);
        if (query === null) throw new Error(`SMARTS ${text}`);
        return query;
      });
      const different: string[] = [];
      let [compared, hits] = [0, 0];
      for (const smiles of structures) {
        const subject = molecule(smiles);
        if (subject === null) continue;
        const theirs = foundByRdkit(smiles, subject.atoms.length, queries);
        if (theirs === null) continue;
        const ours = found(groundOf(subject, patterns), shape, onCarbon);
        compared++;
        hits += theirs.size;
        if ([...ours].sort().join() !== [...theirs].sort().join()) different.push(smiles);
      }
      for (const query of queries) query.delete();
      expect(different.slice(0, 5)).toEqual([]);
      expect(compared).toBeGreaterThan(COMPARED * 0.9);
      expect(hits, 'the sample has some').toBeGreaterThan(0);
    },
    ORACLE_MS,
  );
});
