import { addDays, JURISDICTIONS, type Day, type Jurisdiction, type TimelineRow } from '@custody/core';
import { firstOf } from './time-scale.ts';

/** One entry as a bar: where its start is uncertain, and from when to when it holds. */
export interface Bar {
  readonly row: TimelineRow;
  /** From here it may have held; null: no lower bound known. */
  readonly maybeFrom: Day | null;
  /** From here it held; null: not known to have started. */
  readonly from: Day | null;
  /** First day it no longer held; null: open. */
  readonly to: Day | null;
  readonly kind: 'law' | 'doubt' | 'pending' | 'excluded';
  /** Row within the lane, so that bars do not lie on each other. */
  readonly track: number;
}

export interface Lane {
  readonly jurisdiction: Jurisdiction;
  readonly bars: readonly Bar[];
  readonly tracks: number;
}

const BEGINNING = '0001-01-01';
const END = '9999-12-31';

/** Entries by jurisdiction, in the order of the house, packed into as few tracks as possible. */
export function lanesOf(rows: readonly TimelineRow[]): readonly Lane[] {
  return JURISDICTIONS.flatMap((jurisdiction) => {
    const own = rows.filter((row) => row.jurisdiction === jurisdiction);
    return own.length === 0 ? [] : [laneOf(jurisdiction, own)];
  });
}

function laneOf(jurisdiction: Jurisdiction, rows: readonly TimelineRow[]): Lane {
  const ends: string[] = [];
  const bars = rows.map((row) => {
    const bar = barOf(row);
    const begins = bar.maybeFrom ?? bar.from ?? BEGINNING;
    const free = ends.findIndex((end) => end <= begins);
    const track = free < 0 ? ends.length : free;
    ends[track] = bar.to ?? END;
    return { ...bar, track };
  });
  return { jurisdiction, bars, tracks: ends.length };
}

function barOf(row: TimelineRow): Omit<Bar, 'track'> {
  const pending = row.stage === 'proposed' || row.stage === 'advisory' || row.stage === 'adopted';
  return {
    row,
    maybeFrom: pending ? row.publishedOn : row.start.earliest,
    from: pending ? null : row.start.latest,
    to: row.end,
    kind: row.excluded !== null ? 'excluded' : pending ? 'pending' : row.doubt === null ? 'law' : 'doubt',
  };
}

/** Days on which something begins or ends, oldest first: the days worth stopping at. */
export function changesOf(rows: readonly TimelineRow[]): readonly Day[] {
  const days = rows.flatMap((row) =>
    row.excluded === null
      ? [row.start.earliest, row.start.latest, row.end].filter((one) => one !== null)
      : [],
  );
  return [...new Set(days)].sort();
}

const RECENT_YEAR = 2010;
const ROOM_DAYS = 300;

/** What the chart spans: everything, or the years since 2010, and always the day of the question. */
export function spanOf(
  rows: readonly TimelineRow[],
  on: Day,
  today: Day,
  all: boolean,
): { readonly from: Day; readonly to: Day; readonly older: boolean } {
  const days = rows
    .flatMap((row) => [row.start.earliest, row.start.latest, row.end, row.publishedOn])
    .filter((one) => one !== null);
  const oldest = [on, ...days].reduce((a, b) => (b < a ? b : a));
  const newest = [on, today, ...days].reduce((a, b) => (b > a ? b : a));
  const recent = firstOf(RECENT_YEAR);
  const older = oldest < recent;
  const start = all || !older ? firstOf(Number(oldest.slice(0, 4))) : recent;
  return {
    from: start > on ? firstOf(Number(on.slice(0, 4))) : start,
    to: addDays(newest, ROOM_DAYS),
    older,
  };
}

export const SPAN_RECENT_YEAR = RECENT_YEAR;
