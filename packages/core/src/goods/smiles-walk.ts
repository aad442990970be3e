import type { MoleculeGraph } from './molecule-graph.ts';

/** The order in which a molecule is written: a tree over each component, and the bonds left over as ring closures. */
export interface SmilesWalk {
  /** First atom of each component. */
  readonly roots: readonly number[];
  /** The atom written before, or -1. */
  readonly parent: readonly number[];
  /** Atoms that follow, in order; all but the last stand in parentheses. */
  readonly children: readonly (readonly { readonly atom: number; readonly bond: number }[])[];
  /** Ring closures at each atom in order: those that close first. */
  readonly closures: readonly (readonly { readonly bond: number; readonly opens: boolean }[])[];
  /** Place of each atom in the text. */
  readonly place: readonly number[];
}

/**
 * Walks the molecule depth first. `ranks` says which atom comes first where there is a choice (smallest first; the
 * order of the molecule when null). Of the branches at an atom the one with most atoms is written last, so that
 * parentheses stay shallow.
 */
export function walkMolecule(graph: MoleculeGraph, ranks: readonly number[] | null): SmilesWalk {
  const { atomCount } = graph;
  const parent = new Array<number>(atomCount).fill(-1);
  const place = new Array<number>(atomCount).fill(-1);
  const children: { atom: number; bond: number }[][] = [];
  const closures: { bond: number; opens: boolean }[][] = [];
  for (let atom = 0; atom < atomCount; atom++) {
    children.push([]);
    closures.push([]);
  }
  const roots: number[] = [];
  const visited: number[] = [];
  for (const root of rootsInOrder(graph, ranks)) {
    if (place[root] !== -1) continue;
    roots.push(root);
    walkFrom(graph, ranks, root, { parent, place, children, closures, visited });
  }
  orderBranches(visited, parent, children);
  settlePlaces(roots, children, place);
  for (const atom of visited) {
    if (closures[atom]!.length > 1) closures[atom] = orderedClosures(graph, closures[atom]!, atom, place);
  }
  return { roots, parent, children, closures, place };
}

interface Walked {
  readonly parent: number[];
  readonly place: number[];
  readonly children: { atom: number; bond: number }[][];
  readonly closures: { bond: number; opens: boolean }[][];
  /** Atoms in the order they were reached. */
  readonly visited: number[];
}

function rootsInOrder(graph: MoleculeGraph, ranks: readonly number[] | null): readonly number[] {
  const atoms = Array.from({ length: graph.atomCount }, (_, atom) => atom);
  if (ranks !== null) atoms.sort((a, b) => ranks[a]! - ranks[b]!);
  return atoms;
}

function walkFrom(graph: MoleculeGraph, ranks: readonly number[] | null, root: number, walked: Walked): void {
  const { parent, place, children, closures, visited } = walked;
  /** Atoms on the way down with the entries of their neighbours still to try. */
  const path = [root];
  const waiting = [entriesInOrder(graph, ranks, root)];
  place[root] = visited.push(root) - 1;
  while (path.length > 0) {
    const atom = path.at(-1)!;
    const entry = waiting.at(-1)!.pop();
    if (entry === undefined) {
      path.pop();
      waiting.pop();
      continue;
    }
    const other = graph.near[entry]!;
    const bond = graph.via[entry]!;
    if (place[other] === -1) {
      parent[other] = atom;
      children[atom]!.push({ atom: other, bond });
      place[other] = visited.push(other) - 1;
      path.push(other);
      waiting.push(entriesInOrder(graph, ranks, other));
    } else if (other !== parent[atom] && place[other]! < place[atom]!) {
      closures[other]!.push({ bond, opens: true });
      closures[atom]!.push({ bond, opens: false });
    }
  }
}

/** Entries of an atom's neighbours, the preferred one last. */
function entriesInOrder(graph: MoleculeGraph, ranks: readonly number[] | null, atom: number): number[] {
  const entries: number[] = [];
  for (let i = graph.start[atom + 1]! - 1; i >= graph.start[atom]!; i--) entries.push(i);
  if (ranks !== null) entries.sort((a, b) => ranks[graph.near[b]!]! - ranks[graph.near[a]!]!);
  return entries;
}

/** Puts the largest branch of each atom last; the others keep their order. */
function orderBranches(
  visited: readonly number[],
  parent: readonly number[],
  children: { atom: number; bond: number }[][],
): void {
  const size = new Array<number>(parent.length).fill(1);
  for (let i = visited.length - 1; i >= 0; i--) {
    const atom = visited[i]!;
    if (parent[atom]! >= 0) size[parent[atom]!]! += size[atom]!;
  }
  for (const atom of visited) {
    const list = children[atom]!;
    if (list.length < 2) continue;
    let largest = 0;
    for (let i = 1; i < list.length; i++) if (size[list[i]!.atom]! >= size[list[largest]!.atom]!) largest = i;
    list.push(...list.splice(largest, 1));
  }
}

/** Numbers the atoms in the order of the text. */
function settlePlaces(
  roots: readonly number[],
  children: readonly (readonly { readonly atom: number }[])[],
  place: number[],
): void {
  let next = 0;
  for (const root of roots) {
    const pending = [root];
    while (pending.length > 0) {
      const atom = pending.pop()!;
      place[atom] = next++;
      const list = children[atom]!;
      for (let i = list.length - 1; i >= 0; i--) pending.push(list[i]!.atom);
    }
  }
}

/** Closing bonds first, each kind by the place of the atom at the other end. */
function orderedClosures(
  graph: MoleculeGraph,
  closures: readonly { bond: number; opens: boolean }[],
  atom: number,
  place: readonly number[],
): { bond: number; opens: boolean }[] {
  const otherPlace = (bond: number): number =>
    place[graph.from[bond] === atom ? graph.to[bond]! : graph.from[bond]!]!;
  return [...closures].sort(
    (a, b) => Number(a.opens) - Number(b.opens) || otherPlace(a.bond) - otherPlace(b.bond),
  );
}
