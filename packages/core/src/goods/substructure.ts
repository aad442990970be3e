import type { Molecule } from './molecule.ts';
import { graphOf } from './molecule-graph.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import { mayHold, pathBits } from './path-bits.ts';
import { searchRings } from './ring-search.ts';
import { ringSetOf } from './ring-set.ts';

/** Atoms tried in one search unless the caller says otherwise. */
export const SCAFFOLD_STEPS_MAX = 500_000;
/** Matches of one search unless the caller says otherwise. */
export const SCAFFOLD_MATCHES_MAX = 1_000;

export interface ScaffoldOptions {
  /** True: atoms and bonds of the pattern that lie in no ring match only such. Default false. */
  readonly chainsOutsideRings?: boolean;
  /** True: a neutral atom of the pattern matches only a neutral atom. Default false. */
  readonly neutralIsNeutral?: boolean;
  /** True: of several matches on the same set of atoms only the first. Default false: every way of laying it. */
  readonly unique?: boolean;
  readonly matchesMax?: number;
  readonly stepsMax?: number;
}

export interface ScaffoldSearch {
  /** For each match the atom of the molecule at each atom of the pattern. */
  readonly matches: readonly (readonly number[])[];
  /** False when a limit was reached: there may be more matches, and no match does not mean there is none. */
  readonly complete: boolean;
}

/**
 * All ways to lay `pattern` on `molecule`: see `searchScaffold`, which also tells when a limit was reached.
 */
export function findScaffold(
  pattern: Molecule,
  molecule: Molecule,
  options: ScaffoldOptions = {},
): readonly (readonly number[])[] {
  return searchScaffold(pattern, molecule, options).matches;
}

/**
 * All ways to lay `pattern` on `molecule`. Elements are equal; aromatic atoms and bonds match aromatic ones only;
 * other bonds have equal order; a charge or isotope in the pattern must be there. Hydrogens, unpaired electrons,
 * stereo and atom maps do not matter, and the molecule may have more bonds on any atom: what the pattern's SMILES finds when
 * RDKit reads it as SMARTS.
 */
export function searchScaffold(
  pattern: Molecule,
  molecule: Molecule,
  options: ScaffoldOptions = {},
): ScaffoldSearch {
  return searchGraph(pattern, graphOf(molecule), options);
}

/** The same in a graph whose aromaticity is settled: for bulk, where no molecule is made. */
export function searchGraph(
  pattern: Molecule,
  graph: MoleculeGraph,
  options: ScaffoldOptions = {},
): ScaffoldSearch {
  const plan = planOf(pattern);
  // Only where the paths are at hand: they are worth their making where many patterns are looked for in one molecule.
  if (graph.paths !== null && !mayHold(graph.paths, plan.paths)) return NOTHING_FOUND;
  if (plan.steps.length === 0 || !hasEnough(plan, graph)) return NOTHING_FOUND;
  return new Search(plan, graph, options).run();
}

const NOTHING_FOUND: ScaffoldSearch = { matches: [], complete: true };

/** One atom of the pattern in the order of the search. */
interface Step {
  readonly atom: number;
  /** Step of the neighbour it is reached from, or -1 for the first atom of a component. */
  readonly from: number;
  /** The bond to that neighbour. */
  readonly bond: number;
  /** Bonds to other atoms that come earlier. */
  readonly closures: readonly { readonly step: number; readonly bond: number }[];
}

interface Plan {
  readonly pattern: MoleculeGraph;
  readonly ringBond: readonly number[];
  readonly ringDegree: readonly number[];
  readonly paths: Int32Array;
  readonly steps: readonly Step[];
  /** How many atoms of each kind (`kindOf`) the pattern has. */
  readonly needs: readonly (readonly [kind: number, count: number])[];
}

const PLANS = new WeakMap<Molecule, Plan>();

/** The order of search of a pattern; made once per pattern. */
function planOf(pattern: Molecule): Plan {
  let plan = PLANS.get(pattern);
  if (plan === undefined) {
    plan = makePlan(pattern);
    PLANS.set(pattern, plan);
  }
  return plan;
}

function makePlan(pattern: Molecule): Plan {
  const graph = graphOf(pattern);
  const { ringBond, ringDegree } = ringSetOf(pattern);
  const counts = new Map<number, number>();
  for (let atom = 0; atom < graph.atomCount; atom++) {
    counts.set(kindOf(graph, atom), (counts.get(kindOf(graph, atom)) ?? 0) + 1);
  }
  const place = new Array<number>(graph.atomCount).fill(-1);
  const steps: Step[] = [];
  while (steps.length < graph.atomCount) {
    const next = nextStep(graph, place, counts);
    place[next.atom] = steps.length;
    steps.push(next);
  }
  return { pattern: graph, ringBond, ringDegree, paths: pathBits(graph), steps, needs: [...counts] };
}

/** The atom with most bonds to atoms already placed; of those the rarest kind. */
function nextStep(graph: MoleculeGraph, place: readonly number[], counts: ReadonlyMap<number, number>): Step {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (place[atom] !== -1) continue;
    let placed = 0;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++)
      if (place[graph.near[i]!] !== -1) placed++;
    const degree = graph.start[atom + 1]! - graph.start[atom]!;
    const score = placed * 10_000 - rarity(graph, atom, counts) * 10 + degree;
    if (score > bestScore) {
      best = atom;
      bestScore = score;
    }
  }
  const earlier: { step: number; bond: number }[] = [];
  for (let i = graph.start[best]!; i < graph.start[best + 1]!; i++) {
    const step = place[graph.near[i]!]!;
    if (step !== -1) earlier.push({ step, bond: graph.via[i]! });
  }
  const [first, ...closures] = earlier;
  return { atom: best, from: first?.step ?? -1, bond: first?.bond ?? -1, closures };
}

/** Carbon is common in any molecule; of the others the fewer the pattern has, the rarer. */
function rarity(graph: MoleculeGraph, atom: number, counts: ReadonlyMap<number, number>): number {
  return (graph.number[atom] === 6 ? 100 : 0) + (counts.get(kindOf(graph, atom)) ?? 0);
}

/** Element and aromaticity as one number. */
function kindOf(graph: MoleculeGraph, atom: number): number {
  return graph.number[atom]! * 2 + graph.aromatic[atom]!;
}

/** False when the molecule has too few atoms of some kind: most molecules fail here. */
function hasEnough(plan: Plan, graph: MoleculeGraph): boolean {
  if (graph.atomCount < plan.steps.length || graph.bondCount < plan.pattern.bondCount) return false;
  if (graph.paths !== null) return true;
  for (const [kind, needed] of plan.needs) {
    let left = needed;
    for (let atom = 0; atom < graph.atomCount && left > 0; atom++) {
      if (graph.number[atom]! * 2 + graph.aromatic[atom]! === kind) left--;
    }
    if (left > 0) return false;
  }
  return true;
}

/**
 * Working memory of a search: for each step the atom chosen and the next candidate, and which atoms are taken. One
 * search is through before the next begins, so all share it; each leaves `TAKEN` empty.
 */
const CHOSEN: number[] = [];
const NEXT: number[] = [];
const TAKEN: number[] = [];

class Search {
  private readonly plan: Plan;
  private readonly graph: MoleculeGraph;
  private readonly ringBond: readonly number[];
  private readonly ringDegree: readonly number[];
  private readonly options: ScaffoldOptions;
  /** The molecule's atom at each step, and whether an atom is taken. */
  private readonly chosen = CHOSEN;
  private readonly taken = TAKEN;
  private readonly matches: number[][] = [];
  private seenSets: Set<string> | null = null;
  private stepsLeft: number;
  private complete = true;

  constructor(plan: Plan, graph: MoleculeGraph, options: ScaffoldOptions) {
    this.plan = plan;
    this.graph = graph;
    const rings = (graph.rings ??= searchRings(graph));
    this.ringBond = rings.ringBond;
    this.ringDegree = rings.ringDegree;
    this.options = options;
    for (let step = 0; step < plan.steps.length; step++) CHOSEN[step] = -1;
    for (let atom = TAKEN.length; atom < graph.atomCount; atom++) TAKEN.push(0);
    this.stepsLeft = options.stepsMax ?? SCAFFOLD_STEPS_MAX;
  }

  run(): ScaffoldSearch {
    const found = this.search();
    for (let step = 0; step < this.plan.steps.length; step++) {
      if (CHOSEN[step] !== -1) TAKEN[CHOSEN[step]!] = 0;
    }
    return found;
  }

  private search(): ScaffoldSearch {
    const { plan, chosen, taken } = this;
    /** Next candidate of each step: an atom for a first atom, else an entry of the neighbour's list. */
    const next = NEXT;
    let depth = 0;
    next[0] = this.firstCandidate(0);
    while (depth >= 0) {
      if (chosen[depth] !== -1) {
        taken[chosen[depth]!] = 0;
        chosen[depth] = -1;
      }
      const atom = this.advance(depth, next);
      if (atom === -1) {
        depth--;
        continue;
      }
      if (this.stepsLeft <= 0) return { matches: this.matches, complete: false };
      chosen[depth] = atom;
      taken[atom] = 1;
      if (depth < plan.steps.length - 1) {
        depth++;
        next[depth] = this.firstCandidate(depth);
      } else if (!this.keepMatch()) {
        return { matches: this.matches, complete: this.complete };
      }
    }
    return { matches: this.matches, complete: this.complete };
  }

  private firstCandidate(depth: number): number {
    const { from } = this.plan.steps[depth]!;
    return from === -1 ? 0 : this.graph.start[this.chosen[from]!]!;
  }

  /** The next atom that fits at this depth, or -1. */
  private advance(depth: number, next: number[]): number {
    const { graph, taken } = this;
    const step = this.plan.steps[depth]!;
    const end = step.from === -1 ? graph.atomCount : graph.start[this.chosen[step.from]! + 1]!;
    for (let at = next[depth]!; at < end; at++) {
      if (--this.stepsLeft < 0) {
        this.complete = false;
        return -1;
      }
      const atom = step.from === -1 ? at : graph.near[at]!;
      if (taken[atom] === 1) continue;
      if (step.from !== -1 && !this.bondFits(step.bond, graph.via[at]!)) continue;
      if (!this.atomFits(step.atom, atom) || !this.closuresFit(step, atom)) continue;
      next[depth] = at + 1;
      return atom;
    }
    return -1;
  }

  private atomFits(wanted: number, atom: number): boolean {
    const { graph } = this;
    const { pattern, ringDegree } = this.plan;
    if (pattern.number[wanted] !== graph.number[atom] || pattern.aromatic[wanted] !== graph.aromatic[atom]) {
      return false;
    }
    const charge = pattern.charge[wanted]!;
    if ((charge !== 0 || this.options.neutralIsNeutral === true) && charge !== graph.charge[atom])
      return false;
    const isotope = pattern.isotope[wanted]!;
    if (isotope !== 0 && isotope !== graph.isotope[atom]) return false;
    const bonds = pattern.start[wanted + 1]! - pattern.start[wanted]!;
    if (bonds > graph.start[atom + 1]! - graph.start[atom]!) return false;
    if (ringDegree[wanted]! > this.ringDegree[atom]!) return false;
    return !(
      this.options.chainsOutsideRings === true &&
      ringDegree[wanted] === 0 &&
      this.ringDegree[atom]! > 0
    );
  }

  private bondFits(wanted: number, bond: number): boolean {
    const { graph } = this;
    const { pattern, ringBond } = this.plan;
    if (pattern.bondAromatic[wanted] !== graph.bondAromatic[bond]) return false;
    if (pattern.bondAromatic[wanted] === 0 && pattern.order[wanted] !== graph.order[bond]) return false;
    return !(this.options.chainsOutsideRings === true && ringBond[wanted] === 0 && this.ringBond[bond] === 1);
  }

  private closuresFit(step: Step, atom: number): boolean {
    const { graph } = this;
    for (const { step: earlier, bond } of step.closures) {
      const other = this.chosen[earlier]!;
      let fits = false;
      for (let i = graph.start[atom]!; i < graph.start[atom + 1]! && !fits; i++) {
        fits = graph.near[i] === other && this.bondFits(bond, graph.via[i]!);
      }
      if (!fits) return false;
    }
    return true;
  }

  /** Keeps what is chosen as a match. False when there are enough. */
  private keepMatch(): boolean {
    const match = new Array<number>(this.plan.steps.length).fill(-1);
    this.plan.steps.forEach((step, i) => (match[step.atom] = this.chosen[i]!));
    if (this.options.unique === true) {
      const set = [...match].sort((a, b) => a - b).join();
      this.seenSets ??= new Set();
      if (this.seenSets.has(set)) return true;
      this.seenSets.add(set);
    }
    if (this.matches.length >= (this.options.matchesMax ?? SCAFFOLD_MATCHES_MAX)) {
      this.complete = false;
      return false;
    }
    this.matches.push(match);
    return true;
  }
}
