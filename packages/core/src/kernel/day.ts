import { accepted, refused, type Outcome, type Problem } from './outcome.ts';
import { quoted, readTyped } from './typed-text.ts';

/**
 * A calendar day of a jurisdiction, `YYYY-MM-DD`. Law has days, not instants: a Day carries no time zone,
 * and two days compare as strings.
 */
export type Day = string & { readonly __day: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True when `text` is a day that exists in the (proleptic) Gregorian calendar, years 0001-9999. */
export function isDay(text: string): text is Day {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** The day written in `text`. Throws a RangeError for anything else: use `parseDay` on input from outside. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${JSON.stringify(text)} (expected YYYY-MM-DD)`);
  return text;
}

/**
 * The day a person or a file wrote. Only `YYYY-MM-DD` is taken, because 01/02/2023 is two days; other orders are
 * refused with the days they may mean.
 *
 * Refusals: `day-empty`, `day-too-long`, `day-form`, `day-order` (not year-month-day; says how to write it),
 * `day-time` (an instant), `day-nonexistent` (2023-02-30).
 */
export function parseDay(text: string): Outcome<Day> {
  const typed = readTyped(text, 'day', 'a day', LONGEST_CHARS);
  if (!typed.ok) return typed;
  const given = typed.value;
  const match = SHAPE.exec(given);
  if (match !== null) {
    const problem = whyNone(given, Number(match[1]), Number(match[2]), Number(match[3]));
    return problem === null ? accepted(day(given)) : refused(problem);
  }
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}/.test(given)) {
    return refused({
      code: 'day-time',
      message: `${quoted(given)} is an instant; law has days, without a time.`,
      todo: `Give the day in the jurisdiction concerned, such as ${given.slice(0, 10)}.`,
      data: { given },
    });
  }
  const meant = otherOrders(given);
  if (meant.length > 0) {
    return refused({
      code: 'day-order',
      message: `${quoted(given)} is not written year, month, day${meant.length > 1 ? ' and may mean two days' : ''}.`,
      todo: `Write ${meant.join(' or ')}.`,
      data: { given, mayMean: meant.join(' ') },
    });
  }
  return refused({
    code: 'day-form',
    message: `${quoted(given)} is not a day; a day is written year-month-day, as in 2024-09-01.`,
    data: { given },
  });
}

/** The day `count` days after (or, negative, before) `from`. Throws a RangeError beyond the years 0001 to 9999. */
export function addDays(from: Day, count: number): Day {
  return fromNumber(toNumber(from) + count);
}

/**
 * The day `count` months after (or before) `from`: the same date, or the last day of a month that has no such date.
 * Throws a RangeError beyond the years 0001 to 9999.
 */
export function addMonths(from: Day, count: number): Day {
  const [year, month, date] = parts(from);
  const months = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  if (!Number.isInteger(count) || toYear < 1 || toYear > 9999) throw beyond();
  return written(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from);
}

/** The day of the week by ISO 8601: 1 Monday to 7 Sunday. */
export function weekday(of: Day): number {
  return ((((toNumber(of) + 3) % 7) + 7) % 7) + 1;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Longer than any day, with room for an instant that is to be recognised. */
const LONGEST_CHARS = 40;

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Why there is no such day, or null when there is. */
function whyNone(given: string, year: number, month: number, date: number): Problem | null {
  const nonexistent = (why: string): Problem => ({
    code: 'day-nonexistent',
    message: `${given} does not exist: ${why}.`,
    data: { given },
  });
  if (year === 0) return nonexistent('there is no year 0000');
  const name = MONTHS[month - 1];
  if (name === undefined) return nonexistent(`there is no month ${given.slice(5, 7)}`);
  const longest = daysInMonth(year, month);
  if (date >= 1 && date <= longest) return null;
  const leap = month === 2 && date === 29 ? ` (${given.slice(0, 4)} is not a leap year)` : '';
  return nonexistent(`${name} ${given.slice(0, 4)} has ${longest} days${leap}`);
}

const YEAR_FIRST = /^(\d{4}) ?[-/.年 ] ?(\d{1,2}) ?[-/.月 ] ?(\d{1,2}) ?日?$/;
const YEAR_FIRST_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4})$/;

/** The existing days a text in another order may mean, in this calendar's form. */
function otherOrders(given: string): readonly string[] {
  const first = YEAR_FIRST.exec(given) ?? YEAR_FIRST_DIGITS.exec(given);
  const last = YEAR_LAST.exec(given);
  const readings = [
    ...(first === null ? [] : [[first[1], first[2], first[3]]]),
    ...(last === null
      ? []
      : [
          [last[3], last[2], last[1]],
          [last[3], last[1], last[2]],
        ]),
  ];
  const days = readings.map(([year = '', month = '', date = '']) =>
    [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-'),
  );
  return [...new Set(days)].filter(isDay).sort();
}

function parts(of: Day): [number, number, number] {
  return [Number(of.slice(0, 4)), Number(of.slice(5, 7)), Number(of.slice(8, 10))];
}

function written(year: number, month: number, date: number): Day {
  const [y, m, d] = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(date).padStart(2, '0'),
  ];
  return day(`${y}-${m}-${d}`);
}

/**
 * Days since 1970-01-01, in years that begin in March so that the leap day comes last. Not by `Date`, which takes the
 * years 0 to 99 for 1900 to 1999.
 */
function toNumber(of: Day): number {
  const [calendarYear, month, date] = parts(of);
  const year = month > 2 ? calendarYear : calendarYear - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_BEFORE_1970;
}

/** The inverse of `toNumber`. */
function fromNumber(count: number): Day {
  const days = count + DAYS_BEFORE_1970;
  const era = Math.floor(days / DAYS_IN_ERA);
  const dayOfEra = days - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!Number.isInteger(count) || year < 1 || year > 9999) throw beyond();
  return written(year, month, date);
}

/** Days in 400 years, after which the calendar repeats. */
const DAYS_IN_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_468;

function beyond(): RangeError {
  return new RangeError(
    'no day: a count of days or months is not whole or leads beyond the years 0001 to 9999',
  );
}
