import { casCheckDigit, type Problem } from '../kernel/index.ts';

/** A CAS number as it likely was before a spreadsheet changed it, and what happened to it. */
export interface Restored {
  /** The likely number, its check digit right. */
  readonly number: string;
  readonly problem: Problem;
}

/**
 * The CAS number a cell likely held before a spreadsheet took it for a date or for a number: `2764-07-02` was
 * 2764-07-2, `7440-2-0` was 7440-02-0, `1.25541222E+8` was 125541-22-2. Null where the cell shows no such damage, or
 * nothing with a right check digit comes of it. A likely reading is offered to a person and never decides.
 */
export function restoreCas(text: string): Restored | null {
  if (/^\d{2,7}-\d{2}-\d$/.test(text.trim())) return null;
  for (const restore of [fromLostZero, fromDate, fromSerialDay, fromNumber]) {
    const restored = restore(text);
    if (restored !== null) return restored;
  }
  return null;
}

function fromDate(text: string): Restored | null {
  for (const [year, month, day] of datesOf(text.trim())) {
    const number = casOfDay(year, month, day);
    if (number !== null) return { number, problem: asDate(text, number) };
  }
  return null;
}

/** Years, months and days a text may stand for: the order of day and month is the writer's custom. */
function datesOf(text: string): readonly (readonly [number, number, number])[] {
  const iso = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (iso !== null) return [[Number(iso[1]), Number(iso[2]), Number(iso[3])]];
  const tail = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: 0{1,2}:00(?::00)?)?$/.exec(text);
  if (tail !== null) {
    const [a, b, year] = [Number(tail[1]), Number(tail[2]), Number(tail[3])];
    return [
      [year, a, b],
      [year, b, a],
    ];
  }
  const worded = /^(\d{1,2})[-/ ]([A-Za-z]{3})[A-Za-z]*[-/ ](\d{4})$/.exec(text);
  const month = worded === null ? -1 : MONTHS.indexOf(worded[2]!.toLowerCase());
  return worded === null || month < 0 ? [] : [[Number(worded[3]), month + 1, Number(worded[1])]];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Spreadsheets know days from the year 1900 on. */
const FIRST_YEAR = 1900;

function casOfDay(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1 || day > 9) return null;
  return whole(String(year), String(month).padStart(2, '0'), String(day));
}

/** Days of the 1900 date system; the first of March 1900 is day 61. */
const SERIAL_OF_1970 = 25_569;
const MILLISECONDS_A_DAY = 86_400_000;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/** A date with its format taken off: `37017`. The same digits without hyphens may be a number: then that is read. */
function fromSerialDay(text: string): Restored | null {
  if (!/^\d{3,7}(?:\.0+)?$/.test(text.trim())) return null;
  const serial = Math.trunc(Number(text));
  if (serial < 61 || serial > LAST_SERIAL || withoutHyphens(String(serial)) !== null) return null;
  const day = new Date((serial - SERIAL_OF_1970) * MILLISECONDS_A_DAY);
  const number = casOfDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  return number === null ? null : { number, problem: asDate(text, number) };
}

/** `7440-2-0`: the zero before the second part is gone. */
function fromLostZero(text: string): Restored | null {
  const match = /^(\d{2,7})-(\d)-(\d)$/.exec(text.trim());
  const number = match === null ? null : whole(match[1]!, `0${match[2]!}`, match[3]!);
  if (number === null) return null;
  return {
    number,
    problem: {
      code: 'cas-lost-zero',
      message: `${text} is no CAS number; with the zero a spreadsheet drops it is ${number}.`,
      todo: `Compare ${number} with the source, and keep the column as text.`,
      data: { given: text, number },
    },
  };
}

/** `437387.0`, `1.25541222E+8`: digits that a spreadsheet took for an amount. */
function fromNumber(text: string): Restored | null {
  const given = text.trim();
  if (!/^\d+(?:\.\d+)?(?:E\+?\d{1,2})?$/i.test(given) || !/[.E]/i.test(given)) return null;
  const amount = Number(given);
  if (!Number.isSafeInteger(amount)) return null;
  const number = withoutHyphens(String(amount));
  if (number === null) return null;
  return {
    number,
    problem: {
      code: 'cas-as-number',
      message: `${text} is a number as spreadsheets write amounts; as a CAS number it would be ${number}.`,
      todo: `Compare ${number} with the source, and keep the column as text.`,
      data: { given: text, number },
    },
  };
}

/** The CAS number of digits without hyphens; null where the check digit does not fit. */
export function withoutHyphens(digits: string): string | null {
  const match = /^([1-9]\d{1,6})(\d{2})(\d)$/.exec(digits);
  return match === null ? null : whole(match[1]!, match[2]!, match[3]!);
}

function whole(first: string, second: string, digit: string): string | null {
  return casCheckDigit(first + second) === digit ? `${first}-${second}-${digit}` : null;
}

function asDate(given: string, number: string): Problem {
  return {
    code: 'cas-as-date',
    message: `${given} is a date; spreadsheets make dates of CAS numbers such as ${number}.`,
    todo: `Compare ${number} with the source, and keep the column as text.`,
    data: { given, number },
  };
}
