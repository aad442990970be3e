import { accepted, refused, type Outcome, type Problem } from './outcome.ts';
import { quoted, readTyped } from './typed-text.ts';

/** A code of the Harmonized System, as far as six digits, and what a country put after it. */
export interface TariffCode {
  /** All digits: `2933399073`. */
  readonly digits: string;
  /** `2933`, the heading. */
  readonly heading: string;
  /** The international part: `2933.39`, or the heading alone where no more was given. */
  readonly hs: string;
  /** The digits of one country's tariff after the sixth: `9073`; they mean nothing without the country. */
  readonly national: string | null;
  /** True where `ex` stood before it: the goods are part of the line only. */
  readonly part: boolean;
}

/** Chapter 77 is kept free for a possible future use; 98 and 99 belong to the countries. */
const RESERVED_CHAPTER = '77';
const LAST_CHAPTER = 97;

/**
 * Reads a code of 4, 6, 8 or 10 digits with dots, blanks or dashes between its pairs, and a label (`HS`, `HTS`, `税号`,
 * `fracción`). Form only: whether the line exists, and what it says, stands in an edition of the tariff.
 *
 * Refusals: `hs-empty`, `hs-too-long`, `hs-form`, `hs-length`, `hs-chapter`.
 */
export function checkHsCode(text: string): Outcome<TariffCode> {
  const typed = readTyped(text, 'hs', 'an HS code', LONGEST_CHARS);
  if (!typed.ok) return typed;
  const unlabelled = typed.value.replace(LABEL, '');
  const part = /^ex\b/i.test(unlabelled);
  const given = unlabelled.replace(/^ex\s?/i, '');
  const digits = given.replace(/[. -]/g, '');
  if (!/^\d+$/.test(digits)) return refused(notTheForm(typed.value));
  if (![4, 6, 8, 10].includes(digits.length)) return refused(wrongLength(given, digits));
  if (!PAIRS.test(given)) return refused(notTheForm(typed.value));
  const chapter = digits.slice(0, 2);
  if (chapter === '00' || chapter === RESERVED_CHAPTER || Number(chapter) > LAST_CHAPTER) {
    return refused(wrongChapter(given, chapter));
  }
  if (digits.slice(2, 4) === '00') return refused(notTheForm(typed.value));
  const heading = digits.slice(0, 4);
  return accepted({
    digits,
    heading,
    hs: digits.length === 4 ? heading : `${heading}.${digits.slice(4, 6)}`,
    national: digits.length > 6 ? digits.slice(6) : null,
    part,
  });
}

/** Longer than a code with its label. */
const LONGEST_CHARS = 60;

const LABEL =
  /^(?:H\.?S\.?N?|HTS(?:US)?|TARIC|CN|NCM|HS code|fracci[oó]n(?: arancelaria)?|partida|税号|稅號|税则号列|海关编码|商品编号|商品編號)(?:[\s-]*(?:code|no|number))?[\s.:#]*(?=ex\b|\d)/i;

/** Four digits, then pairs; a country's last four may stand together. */
const PAIRS = /^\d{4}(?:[. -]?\d{2}(?:[. -]?\d{2}(?:[. -]?\d{2})?)?)?$/;

function notTheForm(given: string): Problem {
  return {
    code: 'hs-form',
    message: `${quoted(given)} has not the form of an HS code: 4, 6, 8 or 10 digits, as in 2933.39 or 2933.39.90.`,
    data: { given },
  };
}

function wrongLength(given: string, digits: string): Problem {
  const odd = digits.length % 2 === 1 && digits.length < 10;
  return {
    code: 'hs-length',
    message: `${quoted(given)} has ${digits.length} digits; an HS code has 4 or 6, a national line 8 or 10.`,
    ...(odd ? { todo: 'Look for a lost digit: spreadsheets drop the zero before chapters 01 to 09.' } : {}),
    data: { given, digits: digits.length },
  };
}

function wrongChapter(given: string, chapter: string): Problem {
  const why =
    chapter === RESERVED_CHAPTER
      ? 'is kept free for the future'
      : chapter === '00'
        ? 'does not exist'
        : 'is not part of the Harmonized System; countries use it for themselves';
  return {
    code: 'hs-chapter',
    message: `${quoted(given)} stands in chapter ${chapter}, which ${why}. Chapters run from 01 to 97.`,
    data: { given, chapter },
  };
}
