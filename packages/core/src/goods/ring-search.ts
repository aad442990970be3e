import type { MoleculeGraph } from './molecule-graph.ts';
import { FusedSystem } from './ring-system.ts';
import { zeros } from './zeros.ts';

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
  const ringDegree = zeros(graph.atomCount);
  let count = 0;
  for (let i = 0; i < graph.bondCount; i++) {
    if (ringBond[i] === 0) continue;
    ringDegree[graph.from[i]!]!++;
    ringDegree[graph.to[i]!]!++;
    count++;
  }
  if (count === 0) return { rings: NO_RINGS, ringBond, ringDegree };
  const rings: Ring[] = [];
  const seen = zeros(graph.atomCount);
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (ringDegree[atom] === 0 || seen[atom] === 1) continue;
    const system = ringSystem(graph, ringBond, seen, atom);
    let branching = 0;
    for (const each of system) branching += ringDegree[each]! - 2;
    if (branching === 0) rings.push(walkAround(graph, ringBond, atom));
    else if (branching === 2) pushPair(graph, ringBond, ringDegree, system, rings);
    else rings.push(...new FusedSystem(graph, ringBond, ringDegree, system).rings());
  }
  return { rings, ringBond, ringDegree };
}

/**
 * The rings of a system of two: by the three ways between its two branching atoms, or both rings through the one atom
 * that they share. Of three ways the longest two make a relevant ring only where two of the ways are equally short.
 */
function pushPair(
  graph: Topology,
  ringBond: readonly number[],
  ringDegree: readonly number[],
  system: readonly number[],
  rings: Ring[],
): void {
  const from = system.find((atom) => ringDegree[atom]! > 2)!;
  const ways: Ring[] = [];
  for (let i = graph.start[from]!; i < graph.start[from + 1]!; i++) {
    if (ringBond[graph.via[i]!] === 1) ways.push(wayFrom(graph, ringBond, ringDegree, from, i));
  }
  if (ringDegree[from] === 4) {
    // Each ring is walked from both its ends: the second walk of a ring begins with the last bond of the first.
    const first = ways[0]!;
    const other = ways.find(({ bonds }) => bonds[0] !== first.bonds[0] && bonds[0] !== first.bonds.at(-1))!;
    const pair = [first, other].sort((a, b) => a.bonds.length - b.bonds.length);
    for (const { atoms, bonds } of pair) rings.push({ atoms: atoms.slice(0, -1), bonds });
    return;
  }
  const [short, middle, long] = ways.sort((a, b) => a.bonds.length - b.bonds.length) as [Ring, Ring, Ring];
  rings.push(around(short, middle), around(short, long));
  if (short.bonds.length === middle.bonds.length) rings.push(around(middle, long));
}

/** The atoms and ring bonds from an atom over one of its entries to the next branching atom, both ends included. */
function wayFrom(
  graph: Topology,
  ringBond: readonly number[],
  ringDegree: readonly number[],
  from: number,
  entry: number,
): Ring {
  const atoms = [from];
  let bond = graph.via[entry]!;
  const bonds = [bond];
  let atom = graph.near[entry]!;
  while (ringDegree[atom] === 2) {
    atoms.push(atom);
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      if (ringBond[graph.via[i]!] === 0 || graph.via[i] === bond) continue;
      bond = graph.via[i]!;
      bonds.push(bond);
      atom = graph.near[i]!;
      break;
    }
  }
  return { atoms: [...atoms, atom], bonds };
}

/** The ring of two ways between the same atoms: out over one, back over the other. */
function around(out: Ring, back: Ring): Ring {
  const atoms = [...out.atoms];
  const bonds = [...out.bonds];
  for (let i = back.bonds.length - 1; i >= 0; i--) {
    bonds.push(back.bonds[i]!);
    if (i > 0) atoms.push(back.atoms[i]!);
  }
  return { atoms, bonds };
}

/** Working memory of the search for ring bonds: one search is through before the next begins, so all share it. */
const PARENT: number[] = [];
const PARENT_BOND: number[] = [];
const DEPTH: number[] = [];
const STACK: number[] = [];
const CLOSURES: number[] = [];

/**
 * 1 for every bond that lies in some ring: of a spanning tree, each bond left over closes a ring with the tree path
 * between its ends.
 */
function markRingBonds(graph: Topology): number[] {
  const { atomCount, bondCount, start, near, via } = graph;
  const ringBond = zeros(bondCount);
  const [parent, parentBond, depth, stack, closures] = [PARENT, PARENT_BOND, DEPTH, STACK, CLOSURES];
  for (let atom = 0; atom < atomCount; atom++) {
    parent[atom] = -1;
    parentBond[atom] = -1;
    depth[atom] = -1;
  }
  closures.length = 0;
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
      if (depth[a]! < depth[b]!) {
        ringBond[parentBond[b]!] = 1;
        b = parent[b]!;
      } else {
        ringBond[parentBond[a]!] = 1;
        a = parent[a]!;
      }
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
