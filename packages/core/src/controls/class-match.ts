import { averageMass, mayHold, pathBitsOf, searchScaffold, type Molecule } from '../goods/index.ts';
import type { Day } from '../kernel/index.ts';
import type { Proof } from './answer.ts';
import { Asked } from './class-asked.ts';
import type { ClassDefinition, NamedDoubt } from './class-definition.ts';
import { framesOf, patternsOf, type Frame } from './class-frame.ts';
import { compareReadings, readPlacing, type Reading } from './class-placing.ts';
import { CLOSE_TO, FRAME_TITLE, SEARCH_GIVEN_UP } from './class-words.ts';

/** Ways of laying one frame on one molecule that are read; the most symmetric frames have a few dozen. */
export const PLACINGS_MAX = 200;

/** A definition with its frames and patterns read; made once by `compileClass`. */
export interface CompiledClass {
  readonly ruleId: string;
  readonly definition: ClassDefinition;
  readonly scaffolds: readonly Frame[];
  readonly near: readonly Frame[];
  readonly patterns: ReadonlyMap<string, Molecule>;
}

/** What a class says of a molecule. */
export interface ClassOutcome {
  readonly verdict: 'match' | 'review' | 'no';
  /** The frame with the findings; null where it was not found. What stands outside the law is never among them. */
  readonly proof: Proof | null;
  /** Review only: `close-to`, `search-given-up`, or the doubts by name. */
  readonly doubts: readonly NamedDoubt[];
  /** The day from which the latest of the clauses used counts; null: as long as the class. */
  readonly from: Day | null;
}

const NOT_THERE: ClassOutcome = { verdict: 'no', proof: null, doubts: [], from: null };

/** Prepares a definition that `checkDefinition` finds in order. */
export function compileClass(definition: ClassDefinition, ruleId: string): CompiledClass {
  const patterns = patternsOf(definition);
  const { scaffolds, near } = framesOf(definition, patterns);
  return { ruleId, definition, scaffolds, near, patterns };
}

/** The frames a molecule must have to be a member, or close to one: for the choice of candidates. */
export function frameMolecules({ scaffolds, near }: CompiledClass): readonly Molecule[] {
  return [...scaffolds, ...near].map(({ pattern }) => pattern);
}

/**
 * Whether `molecule` (a parent, one component) is a member of the class. Every scaffold is laid on it in every way, and
 * the best counts:
 * - every zone as the law has it, enough of them changed -> `match`; with a doubt -> `review` with its name;
 * - exactly one zone otherwise, or only a near frame and its zones as the law has them -> `review`, `close-to`;
 * - else `no`. A search that had to be given up is `review`, never `no`.
 */
export function classOutcome(compiled: CompiledClass, molecule: Molecule): ClassOutcome {
  const laid = new Laid(compiled, molecule);
  let best = NOT_THERE;
  for (const frame of compiled.scaffolds) {
    const reading = laid.best(frame);
    if (reading === null) continue;
    if (isUnchanged(compiled, frame, reading)) {
      return { ...NOT_THERE, proof: proofOf(compiled, reading, frame.scaffold) };
    }
    best = stronger(best, onScaffold(compiled, frame, reading, molecule));
    if (best.verdict === 'match' && best.from === null) return best;
  }
  if (best.verdict === 'match') return best;
  if (best.verdict === 'no') {
    for (const frame of compiled.near) {
      const reading = laid.best(frame);
      if (reading?.outside === 0) return closeTo(compiled, reading);
    }
  }
  if (laid.complete) return best;
  const doubts = [...best.doubts, SEARCH_GIVEN_UP];
  return { verdict: 'review', proof: best.verdict === 'review' ? best.proof : null, doubts, from: null };
}

/** The frames of a class laid on one molecule. Reading its groups is put off until a frame is there. */
class Laid {
  /** False once a search was given up: a frame not found may be there. */
  complete = true;
  private readonly compiled: CompiledClass;
  private readonly molecule: Molecule;
  private asked: Asked | null = null;

  constructor(compiled: CompiledClass, molecule: Molecule) {
    this.compiled = compiled;
    this.molecule = molecule;
  }

  /** The best of all ways of laying a frame on the molecule; null where it is not found. */
  best(frame: Frame): Reading | null {
    if (!mayHold(pathBitsOf(this.molecule), frame.paths)) return null;
    const { matches, complete } = searchScaffold(frame.pattern, this.molecule, {
      matchesMax: PLACINGS_MAX,
    });
    this.complete &&= complete;
    if (matches.length === 0) return null;
    this.asked ??= new Asked(this.molecule, this.compiled.patterns);
    let best: Reading | null = null;
    for (const placed of matches) {
      const one = readPlacing(this.asked, frame, placed);
      if (best === null || compareReadings(one, best) < 0) best = one;
    }
    return best;
  }
}

/** True for the compound the law compares with, in whatever stereo or isotopes, where only what differs is a member. */
function isUnchanged({ definition }: CompiledClass, { scaffold }: Frame, reading: Reading): boolean {
  const changes = reading.changed + reading.doubts.length + (scaffold?.clause == null ? 0 : 1);
  return reading.outside === 0 && changes < definition.changesMin;
}

function onScaffold(
  compiled: CompiledClass,
  { scaffold }: Frame,
  reading: Reading,
  molecule: Molecule,
): ClassOutcome {
  const { definition } = compiled;
  const { massMax } = definition;
  const heavy = massMax !== null && averageMass(molecule) > massMax.dalton;
  const outside = reading.outside + (heavy ? 1 : 0);
  const proof = proofOf(compiled, reading, scaffold);
  if (outside > 1) return { ...NOT_THERE, proof };
  if (outside === 1) return closeTo(compiled, reading);
  const own = scaffold?.doubt == null ? [] : [scaffold.doubt];
  const named = new Map([...reading.doubts, ...own, ...definition.doubts].map((one) => [one.code, one]));
  const verdict = named.size === 0 ? 'match' : 'review';
  return { verdict, proof, doubts: [...named.values()], from: reading.from };
}

function closeTo(compiled: CompiledClass, reading: Reading): ClassOutcome {
  return { verdict: 'review', proof: proofOf(compiled, reading, null), doubts: [CLOSE_TO], from: null };
}

const STRENGTH = { match: 0, review: 1, no: 2 } as const;

/** The outcome that says more of the two: match before review before no, fewer doubts, the earlier day. */
function stronger(a: ClassOutcome, b: ClassOutcome): ClassOutcome {
  const isClose = ({ doubts }: ClassOutcome): number => (doubts.includes(CLOSE_TO) ? 1 : 0);
  const order =
    STRENGTH[b.verdict] - STRENGTH[a.verdict] ||
    isClose(b) - isClose(a) ||
    b.doubts.length - a.doubts.length ||
    ((b.from ?? '') < (a.from ?? '') ? -1 : 0);
  return order < 0 || (a.proof === null && b.proof !== null && order === 0) ? b : a;
}

function proofOf({ ruleId }: CompiledClass, reading: Reading, scaffold: Frame['scaffold']): Proof {
  const zones = reading.findings.map(({ order: _, ...finding }) => finding);
  if (scaffold?.clause == null) return { rule: ruleId, scaffold: reading.placed, zones };
  const { clause, what } = scaffold;
  const frame = {
    zone: 'frame',
    title: FRAME_TITLE,
    clause,
    what: what?.en ?? clause,
    code: 'frame',
    data: {},
    words: what ?? { en: clause, zh: clause, es: clause },
    outcome: 'changed' as const,
    atoms: reading.placed,
  };
  return { rule: ruleId, scaffold: reading.placed, zones: [frame, ...zones] };
}
