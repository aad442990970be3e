import Big from 'big.js';
import { accepted, refused, type Outcome, type Problem } from './outcome.ts';
import { quoted } from './typed-text.ts';

/** More digits than any weighing or count has. */
export const MOST_AMOUNT_DIGITS = 30;

export interface ReadAmount {
  /** Exact decimal in plain notation, without leading or trailing zeros: `1500.5`. */
  readonly amount: string;
  /** Set where the mark in it may have been meant otherwise; to be shown wherever the amount is used. */
  readonly doubt: Problem | null;
}

/**
 * An amount as people write it: `1500`, `1,500.5`, `1.500,5`, `1 500`, `1'500`, `1,50,000`, `0.5`, `,5`.
 *
 * One mark before three digits is a thousands mark to some and a decimal mark to others, a thousand times apart.
 * `decimalMark` settles it where the writer's custom is known. Where it is not: a comma is read as thousands, as in
 * English, Chinese and Mexican usage, with a `doubt`; a point is refused, because either reading is common and the
 * usual one would be the smaller.
 *
 * Refusals: `amount-negative`, `amount-form`, `amount-separator` (names both readings), `amount-too-long`.
 */
export function readAmount(text: string, decimalMark?: '.' | ','): Outcome<ReadAmount> {
  if (/^-\s?\d/.test(text)) {
    return refused({
      code: 'amount-negative',
      message: `${quoted(text)} is negative; a quantity of goods is zero or more.`,
      data: { given: text },
    });
  }
  if (text.replace(/\D/g, '').length > MOST_AMOUNT_DIGITS) {
    return refused({
      code: 'amount-too-long',
      message: `${quoted(text)} has more than ${MOST_AMOUNT_DIGITS} digits.`,
      data: { longest: MOST_AMOUNT_DIGITS },
    });
  }
  const given = text.replace(/^\+/, '');
  const marks = new Set(given.match(/[.,]/g));
  const one = marks.size === 1 ? SINGLE_MARK.exec(given) : null;
  if (one !== null && decimalMark === undefined)
    return singleMark(given, one[1] ?? '', one[2] ?? '', one[3] ?? '');
  const decimal = decimalMark ?? lastMark(given, marks.size);
  const amount = decimal === null ? null : plain(given, decimal);
  return amount === null ? refused(notAnAmount(text, decimalMark)) : accepted({ amount, doubt: null });
}

/** One mark with three digits after it and one to three, the first not zero, before. */
const SINGLE_MARK = /^([1-9]\d{0,2})([.,])(\d{3})$/;

function singleMark(given: string, before: string, mark: string, after: string): Outcome<ReadAmount> {
  const thousands = before + after;
  const decimal = canonical(`${before}.${after}`);
  // Three decimals would be as doubtful again; a zero more tells.
  const plainly = decimal.length === before.length + 4 ? `${decimal}0` : decimal;
  const problem: Problem = {
    code: 'amount-separator',
    message:
      mark === ','
        ? `${quoted(given)} was read as ${thousands}; where the comma is a decimal mark it would be ${decimal}.`
        : `${quoted(given)} is ${decimal} where the point is a decimal mark and ${thousands} where it marks thousands.`,
    todo: `Write ${thousands} or ${plainly}.`,
    data: { given, thousands, decimal },
  };
  return mark === ',' ? accepted({ amount: thousands, doubt: problem }) : refused(problem);
}

/** The mark that can only be the decimal one; a point where there is none at all; null where no reading is left. */
function lastMark(given: string, kinds: number): '.' | ',' | null {
  const count = (mark: string): number => given.split(mark).length - 1;
  if (kinds === 0) return '.';
  if (kinds === 2) {
    const last = given.lastIndexOf('.') > given.lastIndexOf(',') ? '.' : ',';
    return count(last) === 1 ? last : null;
  }
  const only = given.includes('.') ? '.' : ',';
  // Twice the same mark: it marks thousands, and the decimal mark, which does not occur, is the other.
  return count(only) === 1 ? only : only === '.' ? ',' : '.';
}

/** The plain decimal, when what stands before the decimal mark is digits, or digits in groups by one mark. */
function plain(given: string, decimal: '.' | ','): string | null {
  const [whole = '', fraction, ...rest] = given.split(decimal);
  if (rest.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const other = decimal === '.' ? ',' : '.';
  const grouped =
    /^\d*$/.test(whole) ||
    [other, ' ', "'", '\u2019'].some((mark) => isGrouped(whole, mark)) ||
    (other === ',' && /^\d{1,2}(,\d{2})+,\d{3}$/.test(whole));
  if (!grouped || (whole === '' && fraction === undefined)) return null;
  return canonical(`${whole.replace(/\D/g, '') || '0'}.${fraction ?? '0'}`);
}

function isGrouped(whole: string, mark: string): boolean {
  const [first = '', ...groups] = whole.split(mark);
  return /^\d{1,3}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group));
}

function canonical(decimal: string): string {
  return new Big(decimal).toFixed();
}

function notAnAmount(text: string, decimalMark: '.' | ',' | undefined): Problem {
  const custom = decimalMark === undefined ? '' : ` with "${decimalMark}" as decimal mark`;
  return {
    code: 'amount-form',
    message: `${quoted(text)} is no amount${custom}.`,
    todo: 'Write digits with a point before decimals and no other marks, as in 1500.5.',
    data: { given: text },
  };
}
