import { day, type TimelineRow } from '@custody/core';
import { describe, expect, test } from 'vitest';
import { changesOf, lanesOf, spanOf } from './timeline-lanes.ts';

const CITATION = {
  title: 'x',
  url: null,
  published: null,
  verifiedOn: null,
  confidence: 'unverified',
} as const;

function row(
  control: string,
  from: string | null,
  to: string | null,
  more: Partial<TimelineRow> = {},
): TimelineRow {
  const start = from === null ? null : day(from);
  return {
    control,
    jurisdiction: 'US',
    list: 'List I',
    entry: 'x',
    instrument: 'i',
    instrumentTitle: 'I',
    basis: 'named',
    stage: 'in-force',
    permanence: 'permanent',
    start: { earliest: start, latest: start, verified: true },
    end: to === null ? null : day(to),
    publishedOn: null,
    destinations: [],
    proof: null,
    doubt: null,
    excluded: null,
    citation: CITATION,
    ...more,
  };
}

describe('the lanes of the timeline', () => {
  test('one bar after the other shares a track; bars at the same time do not', () => {
    const [lane] = lanesOf([
      row('a', '2018-02-06', '2020-02-06'),
      row('b', '2020-02-06', null),
      row('c', '2019-01-01', null),
    ]);
    expect(lane?.bars.map((bar) => bar.track)).toEqual([0, 0, 1]);
    expect(lane?.tracks).toBe(2);
  });

  test('what is proposed never has a certain part', () => {
    const [lane] = lanesOf([
      row('p', '2025-06-03', null, { stage: 'proposed', publishedOn: day('2025-06-03') }),
    ]);
    expect(lane?.bars[0]).toMatchObject({ kind: 'pending', from: null, maybeFrom: '2025-06-03' });
  });

  test('an uncertain start reaches back to where it may have begun', () => {
    const start = { earliest: null, latest: day('2023-08-30'), verified: true };
    const [lane] = lanesOf([row('c', null, null, { start })]);
    expect(lane?.bars[0]).toMatchObject({ kind: 'law', maybeFrom: null, from: '2023-08-30', to: null });
  });

  test('jurisdictions stand in the order of the house', () => {
    const lanes = lanesOf([
      row('c', '2024-09-01', null, { jurisdiction: 'CN' }),
      row('u', '2022-11-23', null, { jurisdiction: 'UN' }),
    ]);
    expect(lanes.map((lane) => lane.jurisdiction)).toEqual(['UN', 'CN']);
  });
});

test('changes are days on which something begins or ends, each once', () => {
  const rows = [row('a', '2018-02-06', '2020-02-06'), row('b', '2020-02-06', null)];
  expect(changesOf(rows)).toEqual(['2018-02-06', '2020-02-06']);
});

test('the span always holds the day of the question', () => {
  const rows = [row('a', '2018-02-06', null)];
  const early = spanOf(rows, day('1995-05-05'), day('2026-11-22'), false);
  expect(early.from <= '1995-05-05' && early.older).toBe(true);
  const late = spanOf(rows, day('2035-01-01'), day('2026-11-22'), false);
  expect(late.to > '2035-01-01').toBe(true);
});
