import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween, type Day } from './day.ts';
import { dueOn, LONGEST_LIMIT, type Deadline, type WorkCalendar } from './deadline.ts';

const limit = (value: number, unit: Deadline['unit']): Deadline => ({ value, unit, words: '' });
const known = (on: string): object => ({ ok: true, value: { state: 'known', day: on } });

/** Two weeks around the Spring Festival of an invented year: a long holiday and a worked Saturday. */
const FESTIVAL: WorkCalendar = {
  title: 'holidays of the example',
  restWeekdays: [6, 7],
  holidays: [day('2027-02-08'), day('2027-02-09'), day('2027-02-10')],
  worked: [day('2027-02-06')],
  covers: { from: day('2027-02-01'), to: day('2027-02-22') },
};

describe('a limit in days, months and years', () => {
  it('does not count the day of the event', () => {
    expect(dueOn(day('2024-09-01'), limit(30, 'day'))).toEqual(known('2024-10-01'));
    expect(dueOn(day('2024-09-01'), limit(0, 'day'))).toEqual(known('2024-09-01'));
  });

  it('ends on the same date, or on the last day of a month without it', () => {
    expect(dueOn(day('2024-01-31'), limit(1, 'month'))).toEqual(known('2024-02-29'));
    expect(dueOn(day('2024-02-29'), limit(2, 'year'))).toEqual(known('2026-02-28'));
    expect(dueOn(day('2024-09-15'), limit(6, 'month'))).toEqual(known('2025-03-15'));
  });

  it('runs backwards: 15 days before the export', () => {
    expect(dueOn(day('2024-03-10'), limit(15, 'day'), { direction: 'before' })).toEqual(known('2024-02-24'));
    expect(dueOn(day('2024-03-31'), limit(1, 'month'), { direction: 'before' })).toEqual(known('2024-02-29'));
  });
});

describe('a limit in working days', () => {
  it('is unclear without a calendar, and names its guess', () => {
    expect(dueOn(day('2027-02-05'), limit(3, 'working-day'))).toMatchObject({
      ok: true,
      value: { state: 'unclear', guess: '2027-02-10', why: { code: 'deadline-calendar-missing' } },
    });
  });

  it('counts by the calendar given: holidays rest, the worked Saturday counts', () => {
    const options = { calendar: FESTIVAL };
    expect(dueOn(day('2027-02-05'), limit(1, 'working-day'), options)).toEqual(known('2027-02-06'));
    expect(dueOn(day('2027-02-05'), limit(3, 'working-day'), options)).toEqual(known('2027-02-12'));
    expect(dueOn(day('2027-02-11'), limit(2, 'working-day'), { ...options, direction: 'before' })).toEqual(
      known('2027-02-05'),
    );
  });

  it('is unclear where the calendar ends before the limit', () => {
    expect(dueOn(day('2027-02-15'), limit(10, 'working-day'), { calendar: FESTIVAL })).toMatchObject({
      ok: true,
      value: { state: 'unclear', guess: '2027-03-01', why: { code: 'deadline-calendar-short' } },
    });
    expect(dueOn(day('2027-01-20'), limit(15, 'working-day'), { calendar: FESTIVAL })).toMatchObject({
      ok: true,
      value: { state: 'unclear', why: { code: 'deadline-calendar-short' } },
    });
  });

  it('refuses a calendar without a working day instead of counting for ever', () => {
    const calendar = { ...FESTIVAL, restWeekdays: [1, 2, 3, 4, 5, 6, 7] };
    expect(dueOn(day('2027-02-01'), limit(1, 'working-day'), { calendar })).toMatchObject({
      ok: false,
      problem: { code: 'deadline-calendar-idle' },
    });
  });
});

describe('a limit in hours', () => {
  it('is unclear on a day alone, and guesses on the careful side', () => {
    const guess = (value: number, direction: 'after' | 'before'): unknown =>
      dueOn(day('2024-09-10'), limit(value, 'hour'), { direction });
    const on = (text: string): object => ({
      ok: true,
      value: { state: 'unclear', guess: text, why: { code: 'deadline-hours' } },
    });
    expect(guess(24, 'after')).toMatchObject(on('2024-09-11'));
    expect(guess(12, 'after')).toMatchObject(on('2024-09-10'));
    expect(guess(72, 'before')).toMatchObject(on('2024-09-07'));
    expect(guess(36, 'before')).toMatchObject(on('2024-09-08'));
  });
});

describe('limits that are none', () => {
  it.each([-1, 0.5, NaN, Infinity, LONGEST_LIMIT + 1])('refuses %d', (value) => {
    expect(dueOn(day('2024-01-01'), limit(value, 'day'))).toMatchObject({
      ok: false,
      problem: { code: 'deadline-value' },
    });
  });

  it('refuses a day beyond the calendar', () => {
    for (const unit of ['day', 'month', 'year', 'hour', 'working-day'] as const) {
      expect(dueOn(day('9999-12-31'), limit(30, unit))).toMatchObject({
        ok: false,
        problem: { code: 'deadline-range' },
      });
    }
  });
});

describe('properties of limits', () => {
  const start = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('1990-01-01'), count));

  it('days forward and back meet again', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 4000 }), (from, value) => {
        const there = dueOn(from, limit(value, 'day'));
        expect(there.ok && there.value.state === 'known').toBe(true);
        const on = (there as { value: { day: Day } }).value.day;
        expect(daysBetween(from, on)).toBe(value);
        expect(dueOn(on, limit(value, 'day'), { direction: 'before' })).toEqual(known(from));
      }),
    );
  });

  it('five working days of plain weeks are seven days', () => {
    const calendar: WorkCalendar = {
      title: 'weeks without holidays',
      restWeekdays: [6, 7],
      holidays: [],
      worked: [],
      covers: { from: null, to: null },
    };
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 200 }), (from, weeks) => {
        const due = dueOn(from, limit(5 * weeks, 'working-day'), { calendar });
        const days = daysBetween(from, (due as { value: { day: Day } }).value.day);
        // From a Saturday or Sunday the last of them is the Friday before.
        expect([7 * weeks, 7 * weeks - 1, 7 * weeks - 2]).toContain(days);
      }),
    );
  });
});
