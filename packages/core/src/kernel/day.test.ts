import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, day, daysBetween, isDay, isLeapYear, parseDay, weekday } from './day.ts';

const anyDay = fc.integer({ min: 0, max: 3_652_058 }).map((count) => addDays(day('0001-01-01'), count));

describe('reading a day', () => {
  it.each([
    '2024-09-01',
    ' 2024-09-01 ',
    '２０２４－０９－０１',
    '2024–09–01',
    '2024-02-29',
    '2000-02-29',
    '0001-01-01',
    '9999-12-31',
  ])('takes %s', (text) => {
    expect(parseDay(text).ok).toBe(true);
  });

  it.each([
    ['2023-02-30', 'day-nonexistent', '2023-02-30 does not exist: February 2023 has 28 days.'],
    ['2023-02-29', 'day-nonexistent', 'February 2023 has 28 days (2023 is not a leap year)'],
    ['1900-02-29', 'day-nonexistent', '1900 is not a leap year'],
    ['2024-02-30', 'day-nonexistent', 'February 2024 has 29 days.'],
    ['2024-04-31', 'day-nonexistent', 'April 2024 has 30 days'],
    ['2024-13-01', 'day-nonexistent', 'there is no month 13'],
    ['2024-00-01', 'day-nonexistent', 'there is no month 00'],
    ['2024-01-00', 'day-nonexistent', 'January 2024 has 31 days'],
    ['0000-01-01', 'day-nonexistent', 'there is no year 0000'],
    ['2024-09-01T10:00:00Z', 'day-time', 'an instant'],
    ['yesterday', 'day-form', 'as in 2024-09-01'],
    ['2024-09', 'day-form', ''],
    ['31/31/2023', 'day-form', ''],
    ['', 'day-empty', ''],
    ['x'.repeat(41), 'day-too-long', ''],
  ])('refuses %s: %s', (text, code, words) => {
    const read = parseDay(text);
    expect(read).toMatchObject({ ok: false, problem: { code } });
    if (!read.ok) expect(read.problem.message).toContain(words);
  });

  it.each([
    ['01/02/2023', 'Write 2023-01-02 or 2023-02-01.'],
    ['13/02/2023', 'Write 2023-02-13.'],
    ['02/13/2023', 'Write 2023-02-13.'],
    ['5.5.2023', 'Write 2023-05-05.'],
    ['2023/2/5', 'Write 2023-02-05.'],
    ['20230205', 'Write 2023-02-05.'],
    ['2024年9月1日', 'Write 2024-09-01.'],
  ])('refuses the order of %s and says how to write it', (text, todo) => {
    expect(parseDay(text)).toMatchObject({ ok: false, problem: { code: 'day-order', todo } });
  });

  it('never throws, and takes only days', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9/.T -]{0,12}$/)),
        (text) => {
          const read = parseDay(text);
          if (read.ok) expect(isDay(read.value)).toBe(true);
        },
      ),
    );
  });
});

describe('counting days', () => {
  it('knows leap years', () => {
    expect([1900, 2000, 2023, 2024, 2100, 2400].map(isLeapYear)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('agrees with the calendar of the platform on every day of four centuries', () => {
    const start = Date.UTC(1800, 0, 1);
    for (let count = 0; count <= 146_097; count++) {
      const instant = new Date(start + count * 86_400_000);
      const on = addDays(day('1800-01-01'), count);
      if (on !== instant.toISOString().slice(0, 10) || weekday(on) !== (instant.getUTCDay() || 7)) {
        expect(on).toBe(instant.toISOString());
      }
    }
  });

  it('counts the early years as written, not as 1900 to 1999', () => {
    expect(addDays(day('0099-12-31'), 1)).toBe('0100-01-01');
    expect(addDays(day('0050-02-28'), 1)).toBe('0050-03-01');
    expect(daysBetween(day('0001-01-01'), day('9999-12-31'))).toBe(3_652_058);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(isDay(one)).toBe(true);
        expect(addDays(one, daysBetween(one, other))).toBe(other);
        expect(Math.sign(daysBetween(one, other))).toBe(one < other ? 1 : one > other ? -1 : 0);
      }),
    );
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
    ['2024-12-01', 1, '2025-01-01'],
  ])('%s and %i months is %s', (from, count, to) => {
    expect(addMonths(day(from), count)).toBe(to);
  });

  it('throws beyond the calendar', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(day('2024-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => day('2023-02-30')).toThrow(RangeError);
  });
});
