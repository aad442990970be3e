import type { MoleculeGraph } from './molecule-graph.ts';
import { FusedSystem } from './ring-system.ts';

/** One ring: atoms in order around it, `bonds[i]` between `atoms[i]` and the next. */
export interface Ring {
  readonly atoms: readonly number[];
  readonly bonds: readonly number[];
}

/** The rings of a graph and what lies in them. */
export interface RingSet {
  readonly rings: readonly Ring[];
  /** 1 for bonds in a ring. */
  readonly ringBond: readonly number[];
  /** Bonds of each atom that lie in a ring; 0 for an atom in no ring. */
  readonly ringDegree: readonly number[];
}

export type Topology = Pick<
  MoleculeGraph,
  'atomCount' | 'bondCount' | 'from' | 'to' | 'start' | 'near' | 'via'
>;

const NO_RINGS: readonly Ring[] = [];

/**
 * The rings of a graph: its relevant cycles, those that are no sum of smaller ones (Vismara, "Union of all the minimum
 * cycle bases of a graph", Electron. J. Combin. 4 (1997) R9). They contain a smallest set of smallest rings and do not
 * depend on how the atoms are numbered: cubane has its six faces. Where a ring may take one of very many equally long
 * ways (a large ring through many para-phenylenes), one of them stands for all.
 */
export function searchRings(graph: Topology): RingSet {
  const ringBond = markRingBonds(graph);
  const ringDegree = new Array<number>(graph.atomCount).fill(0);
  let count = 0;
  for (let i = 0; i < graph.bondCount; i++) {
    if (ringBond[i] === 0) continue;
    ringDegree[graph.from[i]!]!++;
    ringDegree[graph.to[i]!]!++;
    count++;
  }
  if (count === 0) return { rings: NO_RINGS, ringBond, ringDegree };
  const rings: Ring[] = [];
  const seen = new Array<number>(graph.atomCount).fill(0);
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (ringDegree[atom] === 0 || seen[atom] === 1) continue;
    const system = ringSystem(graph, ringBond, seen, atom);
    if (system.every((each) => ringDegree[each] === 2)) rings.push(walkAround(graph, ringBond, atom));
    else rings.push(...new FusedSystem(graph, ringBond, ringDegree, system).rings());
  }
  return { rings, ringBond, ringDegree };
}

/**
 * 1 for every bond that lies in some ring: of a spanning tree, each bond left over closes a ring with the tree path
 * between its ends.
 */
function markRingBonds(graph: Topology): number[] {
  const { atomCount, bondCount, start, near, via } = graph;
  const ringBond = new Array<number>(bondCount).fill(0);
  const parent = new Array<number>(atomCount).fill(-1);
  const parentBond = new Array<number>(atomCount).fill(-1);
  const depth = new Array<number>(atomCount).fill(-1);
  const stack: number[] = [];
  const closures: number[] = [];
  for (let root = 0; root < atomCount; root++) {
    if (depth[root] !== -1) continue;
    depth[root] = 0;
    stack.push(root);
    while (stack.length > 0) {
      const atom = stack.pop()!;
      for (let i = start[atom]!; i < start[atom + 1]!; i++) {
        const other = near[i]!;
        const bond = via[i]!;
        if (depth[other] === -1) {
          depth[other] = depth[atom]! + 1;
          parent[other] = atom;
          parentBond[other] = bond;
          stack.push(other);
        } else if (bond !== parentBond[atom] && atom < other && bond !== parentBond[other]) {
          closures.push(bond);
        }
      }
    }
  }
  for (const bond of closures) {
    let a = graph.from[bond]!;
    let b = graph.to[bond]!;
    ringBond[bond] = 1;
    while (a !== b) {
      if (depth[a]! < depth[b]!) [a, b] = [b, a];
      ringBond[parentBond[a]!] = 1;
      a = parent[a]!;
    }
  }
  return ringBond;
}

/** The atoms joined to `first` by ring bonds. */
function ringSystem(graph: Topology, ringBond: readonly number[], seen: number[], first: number): number[] {
  const system = [first];
  seen[first] = 1;
  for (let next = 0; next < system.length; next++) {
    const atom = system[next]!;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      const other = graph.near[i]!;
      if (ringBond[graph.via[i]!] === 1 && seen[other] === 0) {
        seen[other] = 1;
        system.push(other);
      }
    }
  }
  return system;
}

/** The one ring through `first` of a system in which every atom has two ring bonds. */
function walkAround(graph: Topology, ringBond: readonly number[], first: number): Ring {
  const atoms: number[] = [];
  const bonds: number[] = [];
  let atom = first;
  let before = -1;
  do {
    atoms.push(atom);
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      const bond = graph.via[i]!;
      if (ringBond[bond] === 0 || bond === before) continue;
      bonds.push(bond);
      before = bond;
      atom = graph.near[i]!;
      break;
    }
  } while (atom !== first);
  return { atoms, bonds };
}
