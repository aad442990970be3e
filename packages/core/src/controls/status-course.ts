import type { ResolvedGoods } from '../goods/index.ts';
import { addDays, wider, type Day, type Jurisdiction } from '../kernel/index.ts';
import type { AppliedControl, ControlStatus, JurisdictionStatus } from './answer.ts';
import type { Basis } from './bases.ts';
import { linksOf } from './basis.ts';
import type { Control } from './control.ts';
import type { Law } from './law.ts';
import { coverageOf } from './law-tables.ts';
import { endAsKnown, isLaw } from './standing.ts';
import { statusOn } from './status-on.ts';

/** The entry a stretch of days rests on, as far as a table of many has room for it. */
export interface CourseEntry {
  readonly control: string;
  readonly list: string;
  readonly entry: string;
  readonly basis: Basis;
  /** Window of its start; both equal where the day is known. */
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** True where the source of the entry and its start day have been read. */
  readonly verified: boolean;
}

/** Days on which the law of one jurisdiction says the same of goods. */
export interface Stretch {
  /** First day; null: before every change that is known. */
  readonly from: Day | null;
  /** First day on which it no longer holds; null: after every change that is known. */
  readonly to: Day | null;
  readonly status: ControlStatus;
  readonly permanence: 'permanent' | 'temporary' | null;
  /** The strongest entry that applies; null where none does. */
  readonly entry: CourseEntry | null;
  /** Code of the doubt that keeps it at review or unknown; null where there is none. */
  readonly doubt: string | null;
  /** Published by then and not yet in force. */
  readonly announced: readonly CourseEntry[];
}

/** What one jurisdiction says of goods on every day: stretches without a hole between them, oldest first. */
export interface StatusCourse {
  readonly jurisdiction: Jurisdiction;
  /** False for a jurisdiction that is only partly compiled for such goods and does not decide. */
  readonly deciding: boolean;
  readonly stretches: readonly Stretch[];
}

/**
 * The statuses of goods in a jurisdiction over all days, asked once for each day on which they can change: with it, a
 * table can be shown for any day without asking the engine again. `stretchOn(statusCourse(...), day)` says what
 * `statusOn` says for that day with nothing told of a transaction.
 */
export function statusCourse(
  law: Law,
  goods: ResolvedGoods,
  jurisdiction: Jurisdiction,
  known: Day | null = null,
): StatusCourse {
  const days = daysOfChange(law, goods, jurisdiction, known);
  const stretches: Stretch[] = [];
  let deciding = false;
  let from: Day | null = null;
  for (let index = 0; index <= days.length; index += 1) {
    const to = days[index] ?? null;
    const on = from ?? (to === null ? ANY_DAY : addDays(to, -1));
    const question = { on, known, activity: null, from: null, to: null, quantity: null };
    const status = statusOn(law, goods, question, jurisdiction);
    deciding = status.deciding;
    const next = stretchOf(status, from, to);
    const last = stretches.at(-1);
    if (last !== undefined && saysTheSame(last, next)) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push(next);
    from = to;
  }
  return { jurisdiction, deciding, stretches };
}

/** Where nothing ever changes, every day will do. */
const ANY_DAY = '2000-01-01' as Day;

/** The stretch a day lies in. */
export function stretchOn({ stretches }: StatusCourse, on: Day): Stretch {
  const found = stretches.findLast(({ from }) => from === null || from <= on);
  if (found === undefined) throw new Error('a course has a stretch for every day');
  return found;
}

/** Since when goods have had the status of a day, whatever entries it rested on meanwhile. */
export interface StatusSince {
  /** First day; null: since before every change that is known. */
  readonly day: Day | null;
  /** False where the days before are unknown: it may have held earlier. */
  readonly certain: boolean;
  /** False where the entry by which it began, or its start day, has not been verified. */
  readonly verified: boolean;
}

export function statusSince({ stretches }: StatusCourse, on: Day): StatusSince {
  let at = stretches.findLastIndex(({ from }) => from === null || from <= on);
  const status = stretches[at]?.status;
  while (at > 0 && stretches[at - 1]?.status === status) at -= 1;
  const first = stretches[at];
  return {
    day: first?.from ?? null,
    certain: first?.from !== null && stretches[at - 1]?.status !== 'unknown',
    verified: first?.entry?.verified ?? true,
  };
}

/**
 * Every day on which the status can be another than on the day before: starts, ends and publications of the entries
 * that have to do with the goods, and the days after which a coverage no longer speaks.
 */
function daysOfChange(
  law: Law,
  goods: ResolvedGoods,
  jurisdiction: Jurisdiction,
  known: Day | null,
): readonly Day[] {
  const above = wider(jurisdiction);
  const ofEntries = linksOf(law, goods)
    .filter(({ control }) => control.jurisdiction === jurisdiction || control.jurisdiction === above)
    .flatMap(({ control }) => daysOf(control, known));
  const ofCoverage = coverageOf(law, jurisdiction).flatMap(({ checkedOn }) =>
    checkedOn === null ? [] : [addDays(checkedOn, 1)],
  );
  return [...new Set([...ofEntries, ...ofCoverage])].sort();
}

function daysOf(control: Control, known: Day | null): readonly Day[] {
  const { start, published, citation } = control;
  const end = isLaw(control) ? endAsKnown(control, known) : control.end;
  return [start.earliest, start.latest, end, control.end, published, citation.published].filter(
    (one) => one !== null,
  );
}

function stretchOf(status: JurisdictionStatus, from: Day | null, to: Day | null): Stretch {
  const [main] = status.controls;
  const [reason] = status.reasons;
  const open = status.status === 'review' || status.status === 'unknown';
  return {
    from,
    to,
    status: status.status,
    permanence: status.permanence,
    entry: main === undefined ? null : entryOf(main),
    doubt: open ? (main?.doubt?.code ?? reason?.code ?? null) : null,
    announced: status.announced.map(entryOf),
  };
}

function entryOf(control: AppliedControl): CourseEntry {
  return {
    control: control.id,
    list: control.list,
    entry: control.entry,
    basis: control.basis,
    earliest: control.startWindow.earliest,
    latest: control.startWindow.latest,
    verified: control.citation.confidence === 'verified' && control.startWindow.verified,
  };
}

function saysTheSame(one: Stretch, other: Stretch): boolean {
  return (
    one.status === other.status &&
    one.permanence === other.permanence &&
    one.doubt === other.doubt &&
    one.entry?.control === other.entry?.control &&
    one.announced.length === other.announced.length &&
    one.announced.every(({ control }, index) => control === other.announced[index]?.control)
  );
}
