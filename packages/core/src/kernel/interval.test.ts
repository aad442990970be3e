import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type Day } from './day.ts';
import {
  ALWAYS,
  checkInterval,
  contains,
  gaps,
  intersect,
  isEmpty,
  overlaps,
  union,
  type Interval,
} from './interval.ts';

const d = (text: string): Day => day(text);

describe('an interval of days', () => {
  const year: Interval = { from: d('2023-01-01'), to: d('2024-01-01') };

  it('holds its first day and not its end', () => {
    expect(contains(year, d('2022-12-31'))).toBe(false);
    expect(contains(year, d('2023-01-01'))).toBe(true);
    expect(contains(year, d('2023-12-31'))).toBe(true);
    expect(contains(year, d('2024-01-01'))).toBe(false);
    expect(contains(ALWAYS, d('2024-01-01'))).toBe(true);
  });

  it('does not overlap the one that follows it', () => {
    expect(overlaps(year, { from: d('2024-01-01'), to: null })).toBe(false);
    expect(overlaps(year, { from: d('2023-12-31'), to: null })).toBe(true);
  });

  it('refuses an end that is not after the start', () => {
    expect(checkInterval(d('2024-01-01'), d('2024-01-02')).ok).toBe(true);
    expect(checkInterval(null, null).ok).toBe(true);
    for (const to of [d('2024-01-01'), d('2023-01-01')]) {
      expect(checkInterval(d('2024-01-01'), to)).toMatchObject({
        ok: false,
        problem: { code: 'interval-order' },
      });
    }
  });

  it('finds the days a temporary control left open', () => {
    const held = [
      { from: d('2022-01-01'), to: d('2022-06-01') },
      { from: d('2022-07-01'), to: d('2022-08-01') },
      { from: d('2022-05-01'), to: d('2022-06-15') },
    ];
    expect(gaps({ from: d('2022-01-01'), to: null }, held)).toEqual([
      { from: '2022-06-15', to: '2022-07-01' },
      { from: '2022-08-01', to: null },
    ]);
    expect(gaps(ALWAYS, [])).toEqual([ALWAYS]);
    expect(gaps(ALWAYS, [ALWAYS])).toEqual([]);
  });

  it('joins intervals that adjoin', () => {
    expect(union([year, { from: d('2024-01-01'), to: d('2024-02-01') }])).toEqual([
      { from: '2023-01-01', to: '2024-02-01' },
    ]);
  });
});

describe('properties, held against sets of days', () => {
  const DAYS = Array.from({ length: 24 }, (_, i) => addDays(d('2024-02-20'), i));
  const end = fc.option(fc.constantFrom(...DAYS), { freq: 4 });
  const interval: fc.Arbitrary<Interval> = fc.record({ from: end, to: end });
  const intervals = fc.array(interval, { maxLength: 6 });
  const daysOf = (...list: readonly Interval[]): string[] =>
    DAYS.filter((on) => list.some((one) => contains(one, on)));

  it('intersects as sets do', () => {
    fc.assert(
      fc.property(interval, interval, (one, other) => {
        const both = intersect(one, other);
        const expected = daysOf(one).filter((on) => contains(other, on as Day));
        expect(both === null ? [] : daysOf(both)).toEqual(expected);
        if (expected.length > 0) expect(overlaps(one, other)).toBe(true);
        if (both !== null) expect(isEmpty(both)).toBe(false);
        expect(intersect(other, one)).toEqual(both);
      }),
    );
  });

  it('unites into the fewest intervals with the same days', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const joined = union(list);
        expect(daysOf(...joined)).toEqual(daysOf(...list));
        for (let i = 1; i < joined.length; i++) {
          const [before, after] = [joined[i - 1]!, joined[i]!];
          expect(before.to !== null && after.from !== null && before.to < after.from).toBe(true);
        }
        expect(union(joined)).toEqual(joined);
      }),
    );
  });

  it('gaps and what is held make the whole, without a day in common', () => {
    fc.assert(
      fc.property(interval, intervals, (within, list) => {
        const free = gaps(within, list);
        const held = new Set(daysOf(...list));
        expect(daysOf(...free)).toEqual(daysOf(within).filter((on) => !held.has(on)));
        expect(union(free)).toEqual(free);
      }),
    );
  });
});
