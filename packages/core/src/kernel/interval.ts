import type { Day } from './day.ts';
import { accepted, refused, type Outcome } from './outcome.ts';

/**
 * Days from `from` up to, not including, `to`. A null `from`: without a beginning; a null `to`: still open.
 * Where `to` is not after `from` the interval holds no day.
 */
export interface Interval {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Every day. */
export const ALWAYS: Interval = { from: null, to: null };

/** The interval, refused (`interval-order`) where it would hold no day. */
export function checkInterval(from: Day | null, to: Day | null): Outcome<Interval> {
  if (!isEmpty({ from, to })) return accepted({ from, to });
  return refused({
    code: 'interval-order',
    message: `From ${from ?? ''} to ${to ?? ''} is no interval: its last day is the day before ${to ?? ''}.`,
    todo: 'Give an end after the start; the end is the first day on which it no longer holds.',
    data: { from, to },
  });
}

/** True when the interval holds no day. */
export function isEmpty({ from, to }: Interval): boolean {
  return from !== null && to !== null && to <= from;
}

/** True when `on` is one of the days of the interval. */
export function contains({ from, to }: Interval, on: Day): boolean {
  return (from === null || from <= on) && (to === null || on < to);
}

/** True when some day is in both. */
export function overlaps(one: Interval, other: Interval): boolean {
  return intersect(one, other) !== null;
}

/** The days in both; null when there are none. */
export function intersect(one: Interval, other: Interval): Interval | null {
  const both = { from: laterStart(one.from, other.from), to: earlierEnd(one.to, other.to) };
  return isEmpty(both) ? null : both;
}

/** The same days as the fewest intervals, in order: overlapping and adjoining ones joined, empty ones dropped. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  const joined: Interval[] = [];
  for (const next of intervals.filter((interval) => !isEmpty(interval)).sort(byStart)) {
    const last = joined.at(-1);
    if (last !== undefined && (last.to === null || next.from === null || next.from <= last.to)) {
      joined[joined.length - 1] = { from: last.from, to: laterEnd(last.to, next.to) };
    } else joined.push(next);
  }
  return joined;
}

/** The days of `within` that none of `intervals` holds, in order. */
export function gaps(within: Interval, intervals: readonly Interval[]): readonly Interval[] {
  const found: Interval[] = [];
  let from = within.from;
  for (const held of union(intervals)) {
    const before = intersect(within, { from, to: held.from });
    if (held.from !== null && before !== null) found.push(before);
    if (held.to === null) return found;
    from = laterStart(from, held.to);
  }
  const rest = intersect(within, { from, to: null });
  return rest === null ? found : [...found, rest];
}

function byStart(one: Interval, other: Interval): number {
  if (one.from === other.from) return 0;
  return laterStart(one.from, other.from) === other.from ? -1 : 1;
}

function laterStart(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function earlierEnd(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function laterEnd(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}
