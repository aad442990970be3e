import type { Ring, Topology } from './ring-search.ts';

/**
 * Depths of search for the two halves of a ring: nearly every ring system is done with rings of at most nine atoms;
 * the others are searched again, deeper.
 */
const SEARCH_DEPTHS: readonly number[] = [4, 12, Number.MAX_SAFE_INTEGER];

/** Rings that differ only in which of several equally long ways they take; where there are more, one stands for all. */
const FAMILY_RINGS_MAX = 16;

/** A ring found from its highest atom: the two ends of its halves, and the atom opposite in a ring of even size. */
interface Candidate {
  readonly size: number;
  readonly ring: Ring;
  readonly root: number;
  readonly ends: readonly [number, number];
  /** The atom opposite, or -1 in a ring of odd size. */
  readonly opposite: number;
  /** Bonds between the ends, through the opposite atom if there is one. */
  readonly bonds: readonly number[];
  /** Rings of the same size with the same ends. */
  readonly family: number;
}

/** Rings of a system with fused, bridged or spiro rings. Works on its own numbering of the system's atoms. */
export class FusedSystem {
  private readonly atoms: readonly number[];
  /** Rings a basis has: bonds - atoms + 1. */
  private readonly rank: number;
  /** Local adjacency through ring bonds: `near[start[a]]`... local atoms, `via` local bonds. */
  private readonly start: number[] = [];
  private readonly near: number[] = [];
  private readonly via: number[] = [];
  private readonly globalBond: number[] = [];
  private readonly ringDegree: readonly number[];
  /** Search state, per local atom. */
  private readonly distance: number[];
  private readonly pathAtom: number[];
  private readonly pathBond: number[];
  private readonly ways: number[];

  constructor(
    graph: Topology,
    ringBond: readonly number[],
    ringDegree: readonly number[],
    system: readonly number[],
  ) {
    // Atoms with two ring bonds come first: a search from any later atom may pass them all, and no ring of a fused
    // system has one of them as its highest atom.
    this.atoms = [
      ...system.filter((atom) => ringDegree[atom] === 2),
      ...system.filter((atom) => ringDegree[atom]! > 2),
    ];
    this.ringDegree = ringDegree;
    const local = new Array<number>(graph.atomCount).fill(-1);
    this.atoms.forEach((atom, i) => (local[atom] = i));
    const localBond = new Array<number>(graph.bondCount).fill(-1);
    for (const atom of this.atoms) {
      this.start.push(this.near.length);
      for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
        const bond = graph.via[i]!;
        if (ringBond[bond] === 0) continue;
        if (localBond[bond] === -1) localBond[bond] = this.globalBond.push(bond) - 1;
        this.near.push(local[graph.near[i]!]!);
        this.via.push(localBond[bond]!);
      }
    }
    this.start.push(this.near.length);
    this.rank = this.globalBond.length - this.atoms.length + 1;
    this.distance = new Array<number>(this.atoms.length).fill(-1);
    this.pathAtom = new Array<number>(this.atoms.length).fill(-1);
    this.pathBond = new Array<number>(this.atoms.length).fill(-1);
    this.ways = new Array<number>(this.atoms.length).fill(0);
  }

  rings(): readonly Ring[] {
    for (const depth of SEARCH_DEPTHS) {
      const chosen = this.independent(this.candidates(depth));
      if (chosen !== null) return chosen;
    }
    throw new Error('a ring system without a basis of rings');
  }

  /** Rings whose halves are shortest paths from their highest atom, no longer than `depth`. */
  private candidates(depth: number): Candidate[] {
    const found: Candidate[] = [];
    for (let root = 0; root < this.atoms.length; root++) {
      if (this.ringDegree[this.atoms[root]!]! > 2) this.searchFrom(root, depth, found);
    }
    return found.sort((a, b) => a.size - b.size);
  }

  private searchFrom(root: number, depth: number, found: Candidate[]): void {
    const { distance, pathAtom, pathBond, ways, start, near, via } = this;
    const queue = [root];
    distance[root] = 0;
    ways[root] = 1;
    for (let next = 0; next < queue.length; next++) {
      const atom = queue[next]!;
      const here = distance[atom]!;
      for (let i = start[atom]!; i < start[atom + 1]!; i++) {
        const other = near[i]!;
        if (other > root) continue;
        const there = distance[other]!;
        if (there === -1) {
          if (here === depth) continue;
          distance[other] = here + 1;
          pathAtom[other] = atom;
          pathBond[other] = via[i]!;
          ways[other] = ways[atom]!;
          queue.push(other);
        } else if (there === here + 1) {
          ways[other] = Math.min(ways[other]! + ways[atom]!, FAMILY_RINGS_MAX + 1);
        } else if (there === here && atom < other) {
          this.add(root, [atom, other], -1, [via[i]!], found);
        } else if (there === here - 1 && via[i] !== pathBond[atom]) {
          this.addEven(root, atom, i, found);
        }
      }
    }
    for (const atom of queue) {
      distance[atom] = -1;
      pathAtom[atom] = -1;
      pathBond[atom] = -1;
      ways[atom] = 0;
    }
  }

  /** Rings of even size: `atom` is opposite to the root and entry `i` leads back beside an earlier way back. */
  private addEven(root: number, atom: number, i: number, found: Candidate[]): void {
    const { distance, start, near, via } = this;
    const nearer = distance[atom]! - 1;
    for (let j = start[atom]!; j < start[atom + 1]!; j++) {
      if (j === i || near[j]! > root || distance[near[j]!] !== nearer) continue;
      // Each pair once: the way the search came stands for itself, other pairs by their order.
      if (via[j] !== this.pathBond[atom] && j > i) continue;
      this.add(root, [near[i]!, near[j]!], atom, [via[i]!, via[j]!], found);
    }
  }

  private add(
    root: number,
    ends: readonly [number, number],
    opposite: number,
    bonds: readonly number[],
    found: Candidate[],
  ): void {
    const ring = this.joined(root, ends, opposite, bonds);
    if (ring === null) return;
    const family = this.ways[ends[0]]! * this.ways[ends[1]]!;
    found.push({ size: ring.atoms.length, ring, root, ends, opposite, bonds, family });
  }

  /** The ring root .. a - (opposite) - b .. root, or null when the two paths meet before the root. */
  private joined(
    root: number,
    [a, b]: readonly [number, number],
    opposite: number,
    bonds: readonly number[],
  ): Ring | null {
    const { pathAtom, pathBond } = this;
    let x = a;
    let y = b;
    while (x !== root && y !== root) {
      if (x === y) return null;
      x = pathAtom[x]!;
      y = pathAtom[y]!;
    }
    const ringAtoms: number[] = [];
    const ringBonds: number[] = [];
    for (x = a; x !== root; x = pathAtom[x]!) {
      ringAtoms.push(x);
      ringBonds.push(pathBond[x]!);
    }
    ringAtoms.push(root);
    ringAtoms.reverse();
    ringBonds.reverse();
    ringBonds.push(bonds[0]!);
    if (opposite !== -1) {
      ringAtoms.push(opposite);
      ringBonds.push(bonds[1]!);
    }
    for (y = b; y !== root; y = pathAtom[y]!) {
      ringAtoms.push(y);
      ringBonds.push(pathBond[y]!);
    }
    return { atoms: ringAtoms, bonds: ringBonds };
  }

  /** All rings of a candidate's family, or the candidate alone when they are too many. */
  private familyOf(candidate: Candidate): readonly Ring[] {
    if (candidate.family === 1 || candidate.family > FAMILY_RINGS_MAX) return [candidate.ring];
    const { root, ends, opposite, bonds } = candidate;
    const distance = this.distancesFrom(root);
    const found: Ring[] = [];
    for (const left of this.waysBack(ends[0], distance)) {
      const passed = new Set(left.atoms);
      for (const right of this.waysBack(ends[1], distance)) {
        if (right.atoms.some((atom) => passed.has(atom))) continue;
        const middle = opposite === -1 ? [] : [opposite];
        found.push({
          atoms: [root, ...[...left.atoms].reverse(), ...middle, ...right.atoms],
          bonds: [...[...left.bonds].reverse(), ...bonds, ...right.bonds],
        });
      }
    }
    return found;
  }

  /** Distances from `root` through atoms that stand before it; -1 where there is no way. */
  private distancesFrom(root: number): readonly number[] {
    const distance = new Array<number>(this.atoms.length).fill(-1);
    distance[root] = 0;
    const queue = [root];
    for (const atom of queue) {
      for (let i = this.start[atom]!; i < this.start[atom + 1]!; i++) {
        const other = this.near[i]!;
        if (other > root || distance[other] !== -1) continue;
        distance[other] = distance[atom]! + 1;
        queue.push(other);
      }
    }
    return distance;
  }

  /** Every shortest way from `end` back to the root, without the root: atoms, and the bonds that lead on. */
  private waysBack(end: number, distance: readonly number[]): { atoms: number[]; bonds: number[] }[] {
    let ways: { atoms: number[]; bonds: number[] }[] = [{ atoms: [end], bonds: [] }];
    for (let step = distance[end]!; step > 0; step--) {
      const longer: { atoms: number[]; bonds: number[] }[] = [];
      for (const { atoms, bonds } of ways) {
        const atom = atoms.at(-1)!;
        for (let i = this.start[atom]!; i < this.start[atom + 1]!; i++) {
          const other = this.near[i]!;
          if (distance[other] !== step - 1) continue;
          longer.push({ atoms: step === 1 ? atoms : [...atoms, other], bonds: [...bonds, this.via[i]!] });
        }
      }
      ways = longer;
    }
    return ways;
  }

  /**
   * The relevant ones: no sum of strictly smaller rings. Null when they do not reach the rank of the system, so that
   * larger rings must be searched. Elimination over GF(2) on the bonds, as bit rows.
   */
  private independent(candidates: readonly Candidate[]): readonly Ring[] | null {
    const words = (this.globalBond.length + 31) >> 5;
    const basis: Int32Array[] = [];
    const pivots: number[] = [];
    const chosen: Ring[] = [];
    for (let i = 0; i < candidates.length && basis.length < this.rank;) {
      const { size } = candidates[i]!;
      const smaller = basis.length;
      for (; i < candidates.length && candidates[i]!.size === size; i++) {
        const { ring } = candidates[i]!;
        const row = new Int32Array(words);
        for (const bond of ring.bonds) row[bond >> 5]! |= 1 << (bond & 31);
        reduce(row, basis, pivots, 0, smaller);
        if (isZero(row)) continue;
        for (const each of this.familyOf(candidates[i]!)) chosen.push(this.toGlobal(each));
        reduce(row, basis, pivots, smaller, basis.length);
        const pivot = lowestBit(row);
        if (pivot === -1) continue;
        basis.push(row);
        pivots.push(pivot);
      }
    }
    return basis.length < this.rank ? null : chosen;
  }

  private toGlobal(ring: Ring): Ring {
    return {
      atoms: ring.atoms.map((atom) => this.atoms[atom]!),
      bonds: ring.bonds.map((bond) => this.globalBond[bond]!),
    };
  }
}

/** Adds the rows `low .. high - 1` to `row` wherever it has their pivot. */
function reduce(
  row: Int32Array,
  basis: readonly Int32Array[],
  pivots: readonly number[],
  low: number,
  high: number,
): void {
  for (let i = low; i < high; i++) {
    const pivot = pivots[i]!;
    if (((row[pivot >> 5]! >>> (pivot & 31)) & 1) === 0) continue;
    const other = basis[i]!;
    for (let w = 0; w < row.length; w++) row[w]! ^= other[w]!;
  }
}

function isZero(row: Int32Array): boolean {
  for (const word of row) if (word !== 0) return false;
  return true;
}

function lowestBit(row: Int32Array): number {
  for (let w = 0; w < row.length; w++) {
    const word = row[w]!;
    if (word !== 0) return w * 32 + (31 - Math.clz32(word & -word));
  }
  return -1;
}
