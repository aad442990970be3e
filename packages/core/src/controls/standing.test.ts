import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '../kernel/index.ts';
import { endAsKnown, publishedBy, standingOn, startNotBefore } from './standing.ts';
import { between, control, since } from './test/small-law.ts';

const target = { goods: 'a' };

describe('days of a control', () => {
  const plain = control({ id: 'c', target, start: since('2020-05-15'), end: day('2024-01-01') });

  test.each([
    ['2020-05-14', 'not-yet'],
    ['2020-05-15', 'in-force'],
    ['2023-12-31', 'in-force'],
    ['2024-01-01', 'ended'],
  ])('on %s it is %s: the start day counts, the end day does not', (on, standing) => {
    expect(standingOn(plain, day(on), null)).toBe(standing);
  });

  test.each([
    ['2018-12-31', 'not-yet'],
    ['2019-01-01', 'start-not-known'],
    ['2020-12-30', 'start-not-known'],
    ['2020-12-31', 'in-force'],
  ])('a start between 2019-01-01 and 2020-12-31 makes %s %s', (on, standing) => {
    const window = control({ id: 'c', target, start: between('2019-01-01', '2020-12-31') });
    expect(standingOn(window, day(on), null)).toBe(standing);
  });

  test('an open window reaches back without end, and forward without end', () => {
    const old = control({ id: 'c', target, start: between(null, '2026-01-01') });
    expect(standingOn(old, day('1950-01-01'), null)).toBe('start-not-known');
    expect(standingOn(old, day('2026-01-01'), null)).toBe('in-force');
    const never = control({ id: 'c', target, start: between('2025-12-01', null) });
    expect(standingOn(never, day('2025-11-30'), null)).toBe('not-yet');
    expect(standingOn(never, day('2099-01-01'), null)).toBe('start-not-known');
  });
});

describe('announced', () => {
  const rule = control({
    id: 'c',
    target,
    start: since('2026-04-09'),
    published: day('2026-03-10'),
  });

  test('from publication to the day before it starts', () => {
    expect(standingOn(rule, day('2026-03-09'), null)).toBe('not-yet');
    expect(standingOn(rule, day('2026-03-10'), null)).toBe('announced');
    expect(standingOn(rule, day('2026-04-08'), null)).toBe('announced');
    expect(standingOn(rule, day('2026-04-09'), null)).toBe('in-force');
  });

  test('a later day of knowledge announces it for earlier days too', () => {
    expect(standingOn(rule, day('2026-01-01'), day('2026-03-10'))).toBe('announced');
    expect(standingOn(rule, day('2026-01-01'), day('2026-03-09'))).toBe('not-published');
  });

  test('nothing is announced whose publication day was not read', () => {
    expect(standingOn({ ...rule, published: null }, day('2026-04-08'), null)).toBe('not-yet');
  });
});

describe('known', () => {
  test('what was published later was not there', () => {
    const rule = control({ id: 'c', target, start: since('2020-05-15'), published: day('2020-04-15') });
    expect(standingOn(rule, day('2022-01-01'), day('2020-04-14'))).toBe('not-published');
    expect(standingOn(rule, day('2022-01-01'), day('2020-04-15'))).toBe('in-force');
  });

  test('publication not read: yes if it had started, no if it starts later, not read in between', () => {
    const window = control({ id: 'c', target, start: between('2019-01-01', '2020-12-31') });
    expect(publishedBy(window, day('2020-12-31'))).toBe('yes');
    expect(publishedBy(window, day('2018-12-31'))).toBe('no');
    expect(publishedBy(window, day('2019-06-01'))).toBe('not-read');
    expect(standingOn(window, day('2025-01-01'), day('2019-06-01'))).toBe('publication-not-read');
  });

  test('the end of a permanent entry was not known before it came; that of a temporary one was', () => {
    const old = control({ id: 'c', target, end: day('2025-07-28') });
    expect(endAsKnown(old, day('2025-01-01'))).toBe(null);
    expect(standingOn(old, day('2026-01-01'), day('2025-01-01'))).toBe('in-force');
    expect(standingOn(old, day('2026-01-01'), day('2025-07-28'))).toBe('ended');
    const temporary = control({ id: 'c', target, end: day('2025-07-28'), permanence: 'temporary' });
    expect(standingOn(temporary, day('2026-01-01'), day('2025-01-01'))).toBe('ended');
  });
});

describe('what is not law', () => {
  const draft = control({
    id: 'c',
    target,
    stage: 'proposed',
    start: since('2025-06-03'),
    end: day('2026-03-10'),
  });

  test.each([
    ['2025-06-02', 'not-yet-proposed'],
    ['2025-06-03', 'proposed'],
    ['2026-03-09', 'proposed'],
    ['2026-03-10', 'withdrawn'],
  ])('on %s a proposal is %s, and never in force', (on, standing) => {
    expect(standingOn(draft, day(on), null)).toBe(standing);
  });

  test('a proposal that was not out by the day of knowledge is not shown', () => {
    expect(standingOn(draft, day('2026-01-01'), day('2025-06-02'))).toBe('not-published');
  });
});

test('part of an entry may start later than the entry', () => {
  expect(startNotBefore(since('2020-05-15'), day('2023-11-30'))).toMatchObject({
    earliest: '2023-11-30',
    latest: '2023-11-30',
  });
  expect(startNotBefore(since('2024-05-15'), day('2023-11-30'))).toMatchObject({ earliest: '2024-05-15' });
  expect(startNotBefore(between(null, '2030-01-01'), day('2023-11-30'))).toMatchObject({
    earliest: '2023-11-30',
    latest: '2030-01-01',
  });
});

const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => addDays(day('1980-01-01'), n));
const anyControl = fc
  .record({
    a: anyDay,
    b: anyDay,
    published: fc.option(anyDay),
    end: fc.option(anyDay),
    permanence: fc.constantFrom('permanent' as const, 'temporary' as const),
    openA: fc.boolean(),
    openB: fc.boolean(),
  })
  .map(({ a, b, published, end, permanence, openA, openB }) =>
    control({
      id: 'c',
      target,
      permanence,
      published,
      end: end !== null && end > (a > b ? a : b) ? end : null,
      start: {
        earliest: openA ? null : a < b ? a : b,
        latest: openB ? null : a < b ? b : a,
        confidence: 'verified',
        note: null,
      },
    }),
  );

describe('properties', () => {
  test('a later day of knowledge never removes an open control that was known earlier', () => {
    fc.assert(
      fc.property(anyControl, anyDay, anyDay, anyDay, (one, on, k1, k2) => {
        const [early, late] = k1 < k2 ? [k1, k2] : [k2, k1];
        const open = { ...one, end: null };
        const before = standingOn(open, on, early);
        if (before === 'in-force' || before === 'announced') {
          expect(standingOn(open, on, late)).toBe(before);
          expect(standingOn(open, on, null)).not.toBe('not-published');
        }
      }),
    );
  });

  test('with everything published, no limit of knowledge differs only in what is announced from later days', () => {
    fc.assert(
      fc.property(anyControl, anyDay, (one, on) => {
        const published = { ...one, published: one.published ?? day('1980-01-01') };
        const free = standingOn(published, on, null);
        const limited = standingOn(published, on, day('2999-01-01'));
        expect(limited).toBe(free === 'not-yet' ? 'announced' : free);
      }),
    );
  });

  test('once in force, a control stays in force until its end', () => {
    fc.assert(
      fc.property(anyControl, anyDay, fc.integer({ min: 1, max: 9999 }), (one, on, later) => {
        if (standingOn(one, on, null) !== 'in-force') return;
        const then = addDays(on, later);
        expect(standingOn(one, then, null)).toBe(one.end !== null && then >= one.end ? 'ended' : 'in-force');
      }),
    );
  });
});
