import { elementNumber, elementOf } from './element.ts';
import type { Atom, Bond, Molecule } from './molecule.ts';
import type { RingSet } from './ring-search.ts';
import { zeros } from './zeros.ts';

/**
 * A molecule laid out for algorithms: one array per property instead of one object per atom, and the neighbours of
 * atom `a` at `near[start[a]] .. near[start[a + 1] - 1]`, reached through the bonds in `via` at the same places.
 * Made once per molecule and kept beside it; nobody changes one that belongs to a molecule.
 */
export interface MoleculeGraph {
  readonly atomCount: number;
  readonly bondCount: number;
  /** Atomic numbers. */
  readonly number: number[];
  readonly charge: number[];
  /** Mass number, 0 for the natural mixture. */
  readonly isotope: number[];
  readonly hydrogens: number[];
  readonly radicals: number[];
  /** 0 or 1. */
  readonly aromatic: number[];
  readonly map: number[];
  readonly from: number[];
  readonly to: number[];
  /** Kekulé order, 1 to 4. */
  readonly order: number[];
  /** 0 or 1. */
  readonly bondAromatic: number[];
  readonly start: number[];
  readonly near: number[];
  readonly via: number[];
  /** The rings, once somebody asked for them (`ringSetOf`). */
  rings: RingSet | null;
  /** Which short paths there are, once somebody asked (`pathBitsOf`). */
  paths: Int32Array | null;
}

const GRAPHS = new WeakMap<Molecule, MoleculeGraph>();

/**
 * The molecules made last, with their graphs. A structure of a bulk file is read, asked about and forgotten at once:
 * looking here first keeps it out of the weak map, which halves the cost of reading it.
 */
const RECENT_MOLECULES = 8;
const recentMolecules: (Molecule | null)[] = new Array<Molecule | null>(RECENT_MOLECULES).fill(null);
const recentGraphs: (MoleculeGraph | null)[] = new Array<MoleculeGraph | null>(RECENT_MOLECULES).fill(null);
let recentNext = 0;

/** The graph of a molecule, made once and kept beside it. */
export function graphOf(molecule: Molecule): MoleculeGraph {
  for (let i = 0; i < RECENT_MOLECULES; i++) if (recentMolecules[i] === molecule) return recentGraphs[i]!;
  let graph = GRAPHS.get(molecule);
  if (graph === undefined) {
    graph = buildGraph(molecule);
    GRAPHS.set(molecule, graph);
  }
  return graph;
}

/** The molecule with this graph and stereo. `atomStereo` and `bondStereo` may be empty where there is none. */
export function moleculeOf(
  graph: MoleculeGraph,
  atomStereo: readonly (Atom['stereo'] | undefined)[],
  bondStereo: readonly (Bond['stereo'] | undefined)[],
): Molecule {
  const atoms: Atom[] = [];
  for (let i = 0; i < graph.atomCount; i++) {
    atoms.push({
      element: elementOf(graph.number[i]!).symbol,
      charge: graph.charge[i]!,
      isotope: graph.isotope[i]!,
      hydrogens: graph.hydrogens[i]!,
      radicals: graph.radicals[i]!,
      aromatic: graph.aromatic[i] === 1,
      stereo: atomStereo[i] ?? null,
      map: graph.map[i]!,
    });
  }
  const bonds: Bond[] = [];
  for (let i = 0; i < graph.bondCount; i++) {
    bonds.push({
      from: graph.from[i]!,
      to: graph.to[i]!,
      order: graph.order[i] as Bond['order'],
      aromatic: graph.bondAromatic[i] === 1,
      stereo: bondStereo[i] ?? null,
    });
  }
  const molecule: Molecule = { atoms, bonds };
  recentMolecules[recentNext] = molecule;
  recentGraphs[recentNext] = graph;
  recentNext = (recentNext + 1) % RECENT_MOLECULES;
  return molecule;
}

/** Where each atom's neighbours stand, from the ends of the bonds: `start`, `near` and `via` of a graph. */
export function adjacency(
  atomCount: number,
  from: readonly number[],
  to: readonly number[],
): Pick<MoleculeGraph, 'start' | 'near' | 'via'> {
  const bondCount = from.length;
  const start = zeros(atomCount + 1);
  for (let i = 0; i < bondCount; i++) {
    start[from[i]!]!++;
    start[to[i]!]!++;
  }
  // Each entry is first the end of its atom's part, and comes to be its beginning as the part is filled from behind.
  for (let i = 1; i <= atomCount; i++) start[i]! += start[i - 1]!;
  const near = zeros(bondCount * 2);
  const via = zeros(bondCount * 2);
  for (let i = bondCount - 1; i >= 0; i--) {
    const a = from[i]!;
    const b = to[i]!;
    const atA = --start[a]!;
    near[atA] = b;
    via[atA] = i;
    const atB = --start[b]!;
    near[atB] = a;
    via[atB] = i;
  }
  return { start, near, via };
}

function buildGraph(molecule: Molecule): MoleculeGraph {
  const { atoms, bonds } = molecule;
  const from = bonds.map((bond) => bond.from);
  const to = bonds.map((bond) => bond.to);
  return {
    atomCount: atoms.length,
    bondCount: bonds.length,
    number: atoms.map((atom) => elementNumber(atom.element)),
    charge: atoms.map((atom) => atom.charge),
    isotope: atoms.map((atom) => atom.isotope),
    hydrogens: atoms.map((atom) => atom.hydrogens),
    radicals: atoms.map((atom) => atom.radicals),
    aromatic: atoms.map((atom) => (atom.aromatic ? 1 : 0)),
    map: atoms.map((atom) => atom.map),
    from,
    to,
    order: bonds.map((bond) => bond.order),
    bondAromatic: bonds.map((bond) => (bond.aromatic ? 1 : 0)),
    ...adjacency(atoms.length, from, to),
    rings: null,
    paths: null,
  };
}

/** Indices of the atoms bonded to `atom`, in the order of the bonds. */
export function neighboursOf(molecule: Molecule, atom: number): readonly number[] {
  const graph = graphOf(molecule);
  return graph.near.slice(graph.start[atom], graph.start[atom + 1]);
}

/** Index of the bond between two atoms, or -1. */
export function bondBetween(graph: MoleculeGraph, a: number, b: number): number {
  for (let i = graph.start[a]!; i < graph.start[a + 1]!; i++) if (graph.near[i] === b) return graph.via[i]!;
  return -1;
}

/** Number of bonds on an atom; hydrogens that are counts are not among them. */
export function degree(graph: MoleculeGraph, atom: number): number {
  return graph.start[atom + 1]! - graph.start[atom]!;
}

/** Sum of the Kekulé orders of an atom's bonds, without hydrogens that are counts. */
export function bondOrderSum(graph: MoleculeGraph, atom: number): number {
  let sum = 0;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) sum += graph.order[graph.via[i]!]!;
  return sum;
}

/** Number of atoms heavier than hydrogen; deuterium and tritium are hydrogen. */
export function heavyAtomCount(molecule: Molecule): number {
  const { number } = graphOf(molecule);
  let count = 0;
  for (const each of number) if (each !== 1) count++;
  return count;
}
