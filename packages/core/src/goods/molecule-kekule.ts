import type { MoleculeGraph } from './molecule-graph.ts';

type MatchingGraph = Pick<MoleculeGraph, 'atomCount' | 'start' | 'near' | 'via' | 'order'>;

const UNMATCHED = -1;

/**
 * Gives every atom of `wants` exactly one double bond among the bonds of `allowed`: a perfect matching, found
 * greedily and completed along augmenting paths (Edmonds' blossom algorithm), so that a Kekulé form is found whenever
 * there is one. Sets `graph.order` of the chosen bonds to 2 and returns -1, or the first atom left without one.
 *
 * `wants`, per atom, and `allowed`, per bond: 0 or 1. The chosen form is the same for the same order of atoms.
 */
export function kekulise(graph: MatchingGraph, wants: readonly number[], allowed: readonly number[]): number {
  const matching = new Matching(graph, wants, allowed);
  matching.greedy();
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (wants[atom] === 1 && matching.mate[atom] === UNMATCHED && !matching.augment(atom)) return atom;
  }
  for (let atom = 0; atom < graph.atomCount; atom++) {
    const mate = matching.mate[atom]!;
    if (mate < atom) continue;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      if (graph.near[i] === mate) graph.order[graph.via[i]!] = 2;
    }
  }
  return -1;
}

class Matching {
  readonly mate: number[];
  private readonly graph: MatchingGraph;
  private readonly wants: readonly number[];
  private readonly allowed: readonly number[];
  /** State of one search from a free atom. */
  private parent: number[] = [];
  private base: number[] = [];
  private outer: number[] = [];

  constructor(graph: MatchingGraph, wants: readonly number[], allowed: readonly number[]) {
    this.graph = graph;
    this.wants = wants;
    this.allowed = allowed;
    this.mate = new Array<number>(graph.atomCount).fill(UNMATCHED);
  }

  /**
   * Matches atoms with a single possible partner first, then the others in order: leaves few or no atoms for the
   * search.
   */
  greedy(): void {
    const { graph, wants, mate } = this;
    const choices = new Array<number>(graph.atomCount).fill(0);
    const forced: number[] = [];
    for (let atom = 0; atom < graph.atomCount; atom++) {
      if (wants[atom] === 0) continue;
      choices[atom] = this.choicesOf(atom);
      if (choices[atom] === 1) forced.push(atom);
    }
    let next = 0;
    for (;;) {
      let atom = -1;
      while (forced.length > 0 && atom === -1) {
        const candidate = forced.pop()!;
        if (mate[candidate] === UNMATCHED) atom = candidate;
      }
      while (atom === -1 && next < graph.atomCount) {
        if (wants[next] === 1 && mate[next] === UNMATCHED) atom = next;
        next++;
      }
      if (atom === -1) return;
      this.matchAny(atom, choices, forced);
    }
  }

  private choicesOf(atom: number): number {
    const { graph, wants, allowed } = this;
    let count = 0;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      if (allowed[graph.via[i]!] === 1 && wants[graph.near[i]!] === 1) count++;
    }
    return count;
  }

  /** Matches `atom` with a free partner, if any, and notes neighbours of both that have one choice left. */
  private matchAny(atom: number, choices: number[], forced: number[]): void {
    const { graph, wants, allowed, mate } = this;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      const partner = graph.near[i]!;
      if (allowed[graph.via[i]!] === 0 || wants[partner] === 0 || mate[partner] !== UNMATCHED) continue;
      mate[atom] = partner;
      mate[partner] = atom;
      this.oneChoiceLess(atom, choices, forced);
      this.oneChoiceLess(partner, choices, forced);
      return;
    }
  }

  /** The free neighbours of an atom that was matched have one choice less. */
  private oneChoiceLess(end: number, choices: number[], forced: number[]): void {
    const { graph, wants, allowed, mate } = this;
    for (let j = graph.start[end]!; j < graph.start[end + 1]!; j++) {
      const other = graph.near[j]!;
      if (allowed[graph.via[j]!] === 0 || mate[other] !== UNMATCHED || wants[other] === 0) continue;
      if (--choices[other]! === 1) forced.push(other);
    }
  }

  /** Looks for an augmenting path from the free atom `root` and takes it. */
  augment(root: number): boolean {
    const { graph, wants, allowed, mate } = this;
    const size = graph.atomCount;
    this.parent = new Array<number>(size).fill(UNMATCHED);
    this.outer = new Array<number>(size).fill(0);
    this.base = Array.from({ length: size }, (_, i) => i);
    this.outer[root] = 1;
    const queue = [root];
    for (let next = 0; next < queue.length; next++) {
      const atom = queue[next]!;
      for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
        const other = graph.near[i]!;
        if (allowed[graph.via[i]!] === 0 || wants[other] === 0) continue;
        if (this.base[atom] === this.base[other] || mate[atom] === other) continue;
        const otherMate = mate[other]!;
        if (other === root || (otherMate !== UNMATCHED && this.parent[otherMate] !== UNMATCHED)) {
          this.contract(atom, other, queue);
        } else if (this.parent[other] === UNMATCHED) {
          this.parent[other] = atom;
          if (otherMate === UNMATCHED) {
            this.flip(other);
            return true;
          }
          this.outer[otherMate] = 1;
          queue.push(otherMate);
        }
      }
    }
    return false;
  }

  /** Turns the path that ends at the free atom `end` over. */
  private flip(end: number): void {
    const { mate, parent } = this;
    let atom = end;
    while (atom !== UNMATCHED) {
      const before = parent[atom]!;
      const next = mate[before]!;
      mate[atom] = before;
      mate[before] = atom;
      atom = next;
    }
  }

  /** Contracts the odd cycle that the bond `a`-`b` closes. */
  private contract(a: number, b: number, queue: number[]): void {
    const { base } = this;
    const common = this.commonBase(a, b);
    const inBlossom = new Set<number>();
    this.markPath(a, common, b, inBlossom);
    this.markPath(b, common, a, inBlossom);
    for (let atom = 0; atom < base.length; atom++) {
      if (!inBlossom.has(base[atom]!)) continue;
      base[atom] = common;
      if (this.outer[atom] === 0) {
        this.outer[atom] = 1;
        queue.push(atom);
      }
    }
  }

  private markPath(from: number, common: number, child: number, inBlossom: Set<number>): void {
    const { base, mate, parent } = this;
    let atom = from;
    let below = child;
    while (base[atom] !== common) {
      inBlossom.add(base[atom]!);
      inBlossom.add(base[mate[atom]!]!);
      parent[atom] = below;
      below = mate[atom]!;
      atom = parent[below]!;
    }
  }

  private commonBase(a: number, b: number): number {
    const { base, mate, parent } = this;
    const onPath = new Set<number>();
    let atom = a;
    for (;;) {
      atom = base[atom]!;
      onPath.add(atom);
      if (mate[atom] === UNMATCHED) break;
      atom = parent[mate[atom]!]!;
    }
    atom = b;
    for (;;) {
      atom = base[atom]!;
      if (onPath.has(atom)) return atom;
      atom = parent[mate[atom]!]!;
    }
  }
}
