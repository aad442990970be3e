import type { Molecule } from './molecule.ts';
import { graphOf } from './molecule-graph.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import { ringSetOf } from './ring-set.ts';
import { isEvenPermutation } from './smiles-writer.ts';

/** What atoms are told apart by. */
export interface RankOptions {
  /** Stereo and isotopes. */
  readonly isomeric: boolean;
}

/**
 * Atoms in classes, as ranks: two atoms have the same rank when nothing in the neighbourhood, to any distance, tells
 * them apart (colour refinement); the rank is the number of atoms in lower classes. Ranks do not depend on how the
 * atoms are numbered. With `isomeric`, stereo that is settled by ranks so far tells atoms apart too.
 */
export function symmetryRanks(molecule: Molecule, options: RankOptions): number[] {
  const graph = graphOf(molecule);
  const ranks = refine(graph, initialRanks(molecule, options));
  return options.isomeric ? refineByStereo(molecule, ranks) : ranks;
}

/**
 * Ranks with one atom of a class set before the others of its class, and what follows from that. The way ties are
 * broken when a canonical order is made.
 */
export function ranksWithFirst(
  molecule: Molecule,
  ranks: readonly number[],
  atom: number,
  options: RankOptions,
): number[] {
  const split = [...ranks];
  for (let other = 0; other < split.length; other++) {
    if (other !== atom && split[other] === ranks[atom]) split[other]!++;
  }
  const refined = refine(graphOf(molecule), split);
  return options.isomeric ? refineByStereo(molecule, refined) : refined;
}

/** The atoms of the lowest class that has more than one, or null when every atom has a rank of its own. */
export function firstTie(ranks: readonly number[]): readonly number[] | null {
  const classes = new Map<number, number[]>();
  ranks.forEach((rank, atom) => {
    const members = classes.get(rank);
    if (members === undefined) classes.set(rank, [atom]);
    else members.push(atom);
  });
  let lowest: number[] | null = null;
  for (const members of classes.values()) {
    if (members.length > 1 && (lowest === null || ranks[members[0]!]! < ranks[lowest[0]!]!)) lowest = members;
  }
  return lowest;
}

function initialRanks(molecule: Molecule, { isomeric }: RankOptions): number[] {
  const graph = graphOf(molecule);
  const { ringDegree } = ringSetOf(molecule);
  const keys: number[][] = [];
  for (let atom = 0; atom < graph.atomCount; atom++) {
    keys.push([
      graph.number[atom]!,
      graph.start[atom + 1]! - graph.start[atom]!,
      graph.hydrogens[atom]!,
      graph.charge[atom]!,
      graph.aromatic[atom]!,
      ringDegree[atom]!,
      graph.radicals[atom]!,
      isomeric ? graph.isotope[atom]! : 0,
      graph.map[atom]!,
    ]);
  }
  return ranksOf(keys, new Array<number>(graph.atomCount).fill(0));
}

/** Splits classes by their neighbours' ranks and bonds until nothing changes. */
function refine(graph: MoleculeGraph, ranks: number[]): number[] {
  let current = ranks;
  let classes = countClasses(current);
  while (classes < graph.atomCount) {
    const size = classSizes(current);
    const keys: (readonly number[] | null)[] = [];
    for (let atom = 0; atom < graph.atomCount; atom++) {
      keys.push(size[current[atom]!] === 1 ? null : neighbourKey(graph, current, atom));
    }
    const next = ranksOf(keys, current);
    const now = countClasses(next);
    if (now === classes) return current;
    classes = now;
    current = next;
  }
  return current;
}

/** Bonds and ranks of the neighbours, sorted. Aromatic bonds are alike whatever their Kekulé order. */
function neighbourKey(graph: MoleculeGraph, ranks: readonly number[], atom: number): number[] {
  const key: number[] = [];
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    const bond = graph.via[i]!;
    const kind = graph.bondAromatic[bond] === 1 ? 5 : graph.order[bond]!;
    key.push(ranks[graph.near[i]!]! * 8 + kind);
  }
  return key.sort(ascending);
}

/** New ranks from old ones: within each old class, atoms in the order of their keys. */
function ranksOf(keys: readonly (readonly number[] | null)[], ranks: readonly number[]): number[] {
  const order = ranks.map((_, atom) => atom);
  order.sort((a, b) => ranks[a]! - ranks[b]! || compareKeys(keys[a]!, keys[b]!));
  const result = new Array<number>(ranks.length).fill(0);
  for (let i = 1; i < order.length; i++) {
    const before = order[i - 1]!;
    const atom = order[i]!;
    const same = ranks[before] === ranks[atom] && compareKeys(keys[before]!, keys[atom]!) === 0;
    result[atom] = same ? result[before]! : i;
  }
  return result;
}

function compareKeys(a: readonly number[] | null, b: readonly number[] | null): number {
  if (a === null || b === null) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

function ascending(a: number, b: number): number {
  return a - b;
}

function classSizes(ranks: readonly number[]): number[] {
  const size = new Array<number>(ranks.length).fill(0);
  for (const rank of ranks) size[rank]!++;
  return size;
}

function countClasses(ranks: readonly number[]): number {
  return new Set(ranks).size;
}

/** Tells atoms apart by stereo whose neighbours all have different ranks, until nothing changes. */
function refineByStereo(molecule: Molecule, ranks: number[]): number[] {
  const graph = graphOf(molecule);
  let current = ranks;
  for (;;) {
    const classes = countClasses(current);
    if (classes === graph.atomCount) return current;
    const keys = stereoKeys(molecule, current);
    if (keys === null) return current;
    const next = refine(graph, ranksOf(keys, current));
    if (countClasses(next) === classes) return current;
    current = next;
  }
}

/** Per atom a number for its own turn and for each double bond it ends, as far as ranks settle them; null for none. */
function stereoKeys(molecule: Molecule, ranks: readonly number[]): number[][] | null {
  const keys: number[][] = molecule.atoms.map((atom) => [turnByRank(atom.stereo, ranks)]);
  let any = keys.some((key) => key[0] !== 0);
  for (const bond of molecule.bonds) {
    const side = sideByRank(molecule, bond, ranks);
    if (side === 0) continue;
    any = true;
    keys[bond.from]!.push(side);
    keys[bond.to]!.push(side);
  }
  return any ? keys : null;
}

/** 1 or 2 for the turn of the neighbours in the order of their ranks; 0 when ranks do not settle it. */
export function turnByRank(stereo: Molecule['atoms'][number]['stereo'], ranks: readonly number[]): 0 | 1 | 2 {
  if (stereo === null) return 0;
  const rank = (atom: number): number => (atom < 0 ? -1 : ranks[atom]!);
  const sorted = [...stereo.order].sort((a, b) => rank(a) - rank(b));
  for (let i = 1; i < sorted.length; i++) if (rank(sorted[i]!) === rank(sorted[i - 1]!)) return 0;
  const even = isEvenPermutation(stereo.order, sorted);
  if (even === null) return 0;
  return even === (stereo.turn === '@') ? 1 : 2;
}

/** 1 when the lower-ranked neighbours of a double bond lie together, 2 when opposite; 0 when ranks do not settle it. */
export function sideByRank(
  molecule: Molecule,
  bond: Molecule['bonds'][number],
  ranks: readonly number[],
): 0 | 1 | 2 {
  if (bond.stereo === null) return 0;
  const from = namesLower(molecule, bond.from, bond.to, bond.stereo.fromNeighbour, ranks);
  const to = namesLower(molecule, bond.to, bond.from, bond.stereo.toNeighbour, ranks);
  if (from === null || to === null) return 0;
  return (bond.stereo.side === 'together') === (from === to) ? 1 : 2;
}

/** True when the named neighbour of an end ranks below the other one; null when they rank alike. */
function namesLower(
  molecule: Molecule,
  end: number,
  otherEnd: number,
  named: number,
  ranks: readonly number[],
): boolean | null {
  const graph = graphOf(molecule);
  const rank = (atom: number): number => (atom < 0 ? -1 : ranks[atom]!);
  for (let i = graph.start[end]!; i < graph.start[end + 1]!; i++) {
    const other = graph.near[i]!;
    if (other === otherEnd || other === named) continue;
    return rank(named) === rank(other) ? null : rank(named) < rank(other);
  }
  return named < 0 || graph.hydrogens[end] !== 1;
}
