import Big from 'big.js';
import { MOST_AMOUNT_DIGITS, readAmount } from './amount.ts';
import { accepted, refused, type Outcome, type Problem } from './outcome.ts';
import type { Quantity } from './quantity.ts';
import { quoted, readTyped } from './typed-text.ts';
import { dimensionOf, readUnit, type UnitCode } from './unit.ts';

/** A quantity as it was read from text, with what else the text said. */
export interface ReadQuantity extends Quantity {
  /** The packages the whole came in, where the text counts them: ten drums in `10 drums x 25 kg`. */
  readonly packages: Quantity | null;
  /** Set where a mark in a number may have been meant otherwise (`1,500`); to be shown with the quantity. */
  readonly doubt: Problem | null;
}

export interface QuantityCustom {
  /** The writer's decimal mark, where it is known. */
  readonly decimalMark?: '.' | ',' | undefined;
}

/**
 * Reads a quantity: a number and a unit (`25 kg`, `0.5 g`, `1,500 MT`, `500公斤`, `2万片`), a count of packages (`20桶`,
 * no mass), or both multiplied (`10 x 25 kg`, `10 fibre drums x 25 kg`, `25 kg/drum x 40`, `20 drums of 200 L`).
 * Units in English, Chinese and Spanish or as codes of UN/ECE Recommendation 20.
 *
 * Refusals: those of `readAmount` and `readUnit`; `quantity-empty`, `quantity-too-long`, `quantity-form`,
 * `quantity-unit-missing`, `quantity-approximate` (about, at least, a range), `quantity-percentage`, `quantity-gross`
 * (packaging included), `quantity-rate` (25 kg a drum, but how many drums?), `quantity-concentration`,
 * `quantity-two-units`, `quantity-count` (a fraction of a package).
 */
export function parseQuantity(text: string, custom: QuantityCustom = {}): Outcome<ReadQuantity> {
  const typed = readTyped(text, 'quantity', 'a quantity', LONGEST_CHARS);
  if (!typed.ok) return typed;
  const problem = notExact(typed.value);
  if (problem !== null) return refused(problem);
  const pieces = typed.value
    .replace(NET, ' ')
    .replace(/\bM\/T\b/gi, 'MT')
    .split(TIMES)
    .map((piece) => piece.trim());
  if (pieces.length > MOST_FACTORS) return refused(notTheForm(typed.value));
  const factors: Factor[] = [];
  for (const piece of pieces) {
    const factor = readFactor(piece, custom.decimalMark);
    if (!factor.ok) return factor;
    factors.push(factor.value);
  }
  return multiply(typed.value, factors);
}

/** Longer than any quantity in a document; a whole description is not a quantity. */
const LONGEST_CHARS = 100;

/** Pallets x drums x bags x mass. */
const MOST_FACTORS = 4;

interface Factor {
  readonly amount: string;
  readonly unit: UnitCode | null;
  /** The package a measure is for: `drum` in `25 kg/drum`. */
  readonly per: UnitCode | null;
  readonly doubt: Problem | null;
}

/** Signs and words of multiplication. A letter x stands alone or before a digit, so that `boxes` stays whole. */
const TIMES = /\s*(?:[\u00d7*]|(?<![a-z])x(?![a-z])|(?<=[a-z])x(?=\d)|@|\bof\b|\bde\b|\bà\b)\s*/i;

/** What is said of a mass without packaging, or of each of several, changes nothing. */
const NET = /\b(?:net(?:to|o)?(?: (?:weight|wt))?|n\.?w\.?|each|c\/u)(?=[\s:]|$):?|净重:?/gi;

function notExact(text: string): Problem | null {
  const data = { given: text };
  if (/[%\u2030]/.test(text)) {
    return { code: 'quantity-percentage', message: `${quoted(text)} is a proportion, not a quantity.`, data };
  }
  if (APPROXIMATE.test(text) || /\d\s?(?:-|~|to|bis|至|到)\s?\d/i.test(text)) {
    return {
      code: 'quantity-approximate',
      message: `${quoted(text)} is no exact quantity.`,
      todo: 'Give the quantity that was weighed or counted; for a limit, the limit itself.',
      data,
    };
  }
  if (/\b(?:gross|bruto?|brutto)\b|\bg\.?w\b|毛重/i.test(text)) {
    return {
      code: 'quantity-gross',
      message: `${quoted(text)} includes the packaging; the law counts the goods.`,
      todo: 'Give the net quantity.',
      data,
    };
  }
  return null;
}

const APPROXIMATE =
  /^(?:[~\u2248<>\u2264\u2265]|(?:about|approx(?:imately)?|circa|ca|up to|less than|more than|at least|max|min|unos|aprox|m[aá]s de|menos de|hasta)\b|约|約|大约|至少|不超过|超过)|(?:左右|以上|以下|余)$/i;

/** Number, multiplier, unit and what it is for: `2万片`, `25 kg/drum`, `25 kg per drum`. */
const FACTOR =
  /^([+-]?\s?[.,]?\d(?:[\d.,'\u2019 ]*\d)?)\s?([万萬亿億])?\s?([^\d\s/][^/]*?)?(?:\s?(?:\/|\bper\b)\s?([^/]+))?$/i;

const MULTIPLIERS: Readonly<Record<string, string>> = {
  万: '10000',
  萬: '10000',
  亿: '100000000',
  億: '100000000',
};

function readFactor(piece: string, decimalMark: '.' | ',' | undefined): Outcome<Factor> {
  const match = FACTOR.exec(piece);
  if (match === null || /\s\d/.test(match[3] ?? '')) return refused(notTheForm(piece));
  const [, number = '', multiplier = '', unitText = '', perText = ''] = match;
  const read = readAmount(number, decimalMark);
  if (!read.ok) return read;
  const amount = new Big(read.value.amount).times(MULTIPLIERS[multiplier] ?? '1').toFixed();
  const [measure, holder] = perText === '' ? splitHolder(unitText) : [unitText, perText];
  const unit = measure === '' ? null : readUnit(measure);
  if (unit?.ok === false) return unit;
  const per = holder === '' ? null : readUnit(holder);
  if (per !== null && (!per.ok || unit === null || dimensionOf(per.value) !== 'count')) {
    return refused({
      code: 'quantity-concentration',
      message: `${quoted(piece)} is a rate or a concentration, not a quantity.`,
      data: { given: piece },
    });
  }
  return accepted({
    amount,
    unit: unit?.value ?? null,
    per: per?.ok === true ? per.value : null,
    doubt: read.value.doubt,
  });
}

/** `kg drum` -> `kg` for each `drum`; `升桶` -> `升` for each `桶`. A unit by itself stays whole. */
function splitHolder(text: string): readonly [string, string] {
  if (text !== '' && !readUnit(text).ok) {
    for (const gap of text.matchAll(/\s|(?<=\p{sc=Han})(?=\p{sc=Han})/gu)) {
      const [measure, holder] = [text.slice(0, gap.index), text.slice(gap.index).trim()];
      const [what, each] = [readUnit(measure), readUnit(holder)];
      if (what.ok && each.ok && dimensionOf(what.value) !== 'count' && dimensionOf(each.value) === 'count') {
        return [measure, holder];
      }
    }
  }
  return [text, ''];
}

function multiply(given: string, factors: readonly Factor[]): Outcome<ReadQuantity> {
  const units = factors.filter((factor) => factor.unit !== null);
  const measures = units.filter(({ unit }) => unit !== null && dimensionOf(unit) !== 'count');
  const counts = units.filter((factor) => !measures.includes(factor));
  const whole = measures[0] ?? counts[0];
  if (whole === undefined || whole.unit === null) return refused(unitMissing(given));
  if (measures.length > 1 || (measures.length === 0 && counts.length > 1)) return refused(twoUnits(given));
  if (whole.per !== null && factors.length === 1) return refused(rateAlone(given, whole));
  if (whole.per !== null && counts.length > 0 && counts.every(({ unit }) => unit !== whole.per)) {
    return refused(twoUnits(given));
  }
  const package_ = measures.length === 0 ? null : (whole.per ?? innermost(factors, whole));
  const others = factors.filter((factor) => factor !== whole);
  const fraction = others.find(({ amount }) => amount.includes('.'));
  if (fraction !== undefined) {
    return refused({
      code: 'quantity-count',
      message: `${quoted(given)} counts ${fraction.amount} packages; a count is whole.`,
      data: { given, count: fraction.amount },
    });
  }
  const count = others.reduce((product, { amount }) => product.times(amount), new Big(1));
  const amount = count.times(whole.amount).toFixed();
  if (amount.replace(/\D/g, '').length > MOST_AMOUNT_DIGITS) return refused(notTheForm(given));
  return accepted({
    amount,
    unit: whole.unit,
    packages: package_ === null ? null : { amount: count.toFixed(), unit: package_ },
    doubt: factors.find(({ doubt }) => doubt !== null)?.doubt ?? null,
  });
}

/** The kind of package next to the measure: of pallets x bags x kilograms the bags. Null where both sides have one. */
function innermost(factors: readonly Factor[], whole: Factor): UnitCode | null {
  const at = factors.indexOf(whole);
  const before = factors.slice(0, at).findLast(({ unit }) => unit !== null)?.unit ?? null;
  const after = factors.slice(at + 1).find(({ unit }) => unit !== null)?.unit ?? null;
  return before !== null && after !== null ? null : (before ?? after);
}

function notTheForm(given: string): Problem {
  return {
    code: 'quantity-form',
    message: `${quoted(given)} is no quantity: a number and a unit, as in 25 kg or 10 drums x 25 kg.`,
    data: { given },
  };
}

function unitMissing(given: string): Problem {
  return {
    code: 'quantity-unit-missing',
    message: `${quoted(given)} has no unit.`,
    todo: 'Say of what: kg, g, L, pieces, drums ...',
    data: { given },
  };
}

function twoUnits(given: string): Problem {
  return {
    code: 'quantity-two-units',
    message: `${quoted(given)} names units that do not multiply to one quantity.`,
    todo: 'Give the total, or one count of packages and what each holds.',
    data: { given },
  };
}

function rateAlone(given: string, { amount, unit, per }: Factor): Problem {
  return {
    code: 'quantity-rate',
    message: `${quoted(given)} says what one package holds, not how many there are.`,
    todo: 'Give the number of packages or the total.',
    data: { given, amount, unit, per },
  };
}
