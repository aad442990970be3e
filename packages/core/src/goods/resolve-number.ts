import { casCheckDigit, type Problem } from '../kernel/index.ts';
import { readForm } from './chemical-form.ts';
import type { Reading } from './question.ts';
import type { Candidate } from './resolution.ts';
import { bestCandidates, candidate, inForm, namedGoods, NOTHING, type Finding } from './resolve-goods.ts';
import type { PreparedLaw } from './resolve-law.ts';
import type { HsCode, Substance } from './substance.ts';

/** Goods of a shared tariff line that are offered; the problem says how many there are. */
export const MAX_LINE_CANDIDATES = 40;

/** A CAS number, whole or cut; a wrong check digit gives candidates and says which digit would fit. */
export function resolveCas(
  prepared: PreparedLaw,
  reading: Extract<Reading, { kind: 'cas' | 'cas-truncated' }>,
): Finding {
  if (reading.kind === 'cas-truncated') {
    return {
      goods: null,
      candidates: casCandidates(prepared, [reading.fits]),
      problems: [casTruncated(reading)],
    };
  }
  if (reading.number !== reading.fits) {
    const near = casCandidates(prepared, [reading.fits, ...oneDigitAway(reading.number)]);
    return { goods: null, candidates: near, problems: [casCheckDigitWrong(reading.number, reading.fits)] };
  }
  const bearers = prepared.withCas(reading.number);
  if (bearers.length === 0) return { ...NOTHING, problems: [casUnknown(reading.number)] };
  const parents = new Set(bearers.map(({ substance }) => substance.saltOf));
  const told = bearers.filter(({ substance }) => !parents.has(substance.id));
  if (told.length > 1)
    return shared(
      reading.number,
      told.map(({ substance }) => substance),
    );
  const { substance, place } = told[0]!;
  return { ...NOTHING, goods: inForm(prepared, substance, readForm(substance.cas[place]?.form ?? 'parent')) };
}

export function casCheckDigitWrong(number: string, fits: string): Problem {
  return {
    code: 'cas-check-digit',
    message: `The check digit of CAS ${number} is wrong; with the other digits right it would be ${fits}.`,
    todo: 'Compare the number with its source, digit by digit.',
    data: { number, fits },
  };
}

export function casTruncated(reading: { readonly body: string; readonly fits: string }): Problem {
  return {
    code: 'cas-truncated',
    message: `The CAS number ${reading.body}- is cut before its check digit; ${reading.fits} would be whole.`,
    todo: 'Look the number up in its source.',
    data: { number: reading.body, fits: reading.fits },
  };
}

/** A right number of goods we do not know: that is not the same as goods no law names. */
export function casUnknown(number: string): Problem {
  return {
    code: 'cas-unknown',
    message: `CAS ${number} is a valid number of no goods in the compiled data. It may still be controlled, as a salt, isomer or member of a class.`,
    todo: 'Give the structure as SMILES or InChI.',
    data: { number },
  };
}

/** Numbers one digit or one swap away from `number`, check digit right. */
function oneDigitAway(number: string): readonly string[] {
  const digits = number.replace(/\D/g, '');
  const found: string[] = [];
  const keep = (other: string): void => {
    const right = other.at(-1) === casCheckDigit(other.slice(0, -1));
    if (other !== digits && !other.startsWith('0') && right) {
      found.push(`${other.slice(0, -3)}-${other.slice(-3, -1)}-${other.slice(-1)}`);
    }
  };
  for (let i = 0; i < digits.length; i++) {
    for (let digit = 0; digit < 10; digit++) keep(digits.slice(0, i) + digit + digits.slice(i + 1));
    if (i > 0) keep(digits.slice(0, i - 1) + digits[i]! + digits[i - 1]! + digits.slice(i + 1));
  }
  return found;
}

/** Goods under the numbers, the first number the likeliest. */
function casCandidates(prepared: PreparedLaw, numbers: readonly string[]): readonly Candidate[] {
  const found = numbers.flatMap((number, i) =>
    prepared
      .withCas(number)
      .map(({ substance }) => candidate(substance, number, 'near-number', i === 0 ? 0.9 : 0.6)),
  );
  return bestCandidates(found, 8);
}

function shared(number: string, goods: readonly Substance[]): Finding {
  return {
    goods: null,
    candidates: goods.map((one) => candidate(one, number, 'shared-number', 0.9)),
    problems: [
      {
        code: 'shared-number',
        message: `${number} is printed for more than one of the goods: ${goods.map((one) => one.name.en).join('; ')}.`,
        todo: 'Give the name or the structure.',
        data: { number, goods: goods.map((one) => one.id).join(' ') },
      },
    ],
  };
}

/** A UN number: exact where one of our goods alone travels under it. */
export function resolveUn(prepared: PreparedLaw, number: string): Finding {
  const goods = prepared.ids('un', number).flatMap((id) => chemical(prepared, id));
  if (goods.length === 0) {
    return {
      ...NOTHING,
      problems: [
        {
          code: 'un-unknown',
          message: `${number} is the UN number of no goods in the compiled data.`,
          todo: 'Give the name, CAS number or structure.',
          data: { number },
        },
      ],
    };
  }
  return goods.length > 1 ? shared(number, goods) : { ...NOTHING, goods: namedGoods(prepared, goods[0]!) };
}

/** A number of another registry: DEA, EC, UNII, PubChem, DrugBank. */
export function resolveRegistry(
  prepared: PreparedLaw,
  reading: Extract<Reading, { kind: 'registry-code' }>,
): Finding {
  const goods = prepared.inRegistry(reading.registry, reading.code);
  const label = `${REGISTRY_LABELS[reading.registry]} ${reading.code}`;
  if (goods.length === 1) return { ...NOTHING, goods: namedGoods(prepared, goods[0]!) };
  if (goods.length > 1) return shared(label, goods);
  return {
    ...NOTHING,
    problems: [
      {
        code: 'registry-code-unknown',
        message: `${label} stands with no goods in the compiled data.`,
        todo: 'Give the name, CAS number or structure.',
        data: { registry: reading.registry, code: reading.code },
      },
    ],
  };
}

const REGISTRY_LABELS = { dea: 'DEA', ec: 'EC', unii: 'UNII', pubchem: 'PubChem CID', drugbank: 'DrugBank' };

/**
 * A code of the Harmonized System or a national line: exact only where one of the compiled goods has the line to
 * itself (2933.37 is NPP); else all the goods on it are candidates.
 */
export function resolveHs(prepared: PreparedLaw, digits: string): Finding {
  const line = digits.slice(0, 6);
  const national = digits.length > 6 ? prepared.onNationalLine(digits) : [];
  const ids = national.length > 0 ? national : goodsOnLine(prepared, line);
  const goods = ids.flatMap((id) => prepared.goods(id) ?? []);
  const printed = [digits.slice(0, 4), ...(digits.slice(4).match(/\d{1,2}/g) ?? [])].join('.');
  if (goods.length === 0) {
    return {
      ...NOTHING,
      problems: [
        {
          code: 'hs-unknown',
          message: `No goods in the compiled data stand on HS line ${printed}.`,
          todo: 'A tariff line says little about one chemical: give the name, CAS number or structure.',
          data: { code: printed },
        },
      ],
    };
  }
  const only = goods.length === 1 && digits.length >= 6 ? goods[0]! : null;
  if (only !== null && only.hs.some((hs) => digitsOf(hs) === line && !hs.basket)) {
    return { ...NOTHING, goods: namedGoods(prepared, only) };
  }
  return {
    goods: null,
    candidates: goods.slice(0, MAX_LINE_CANDIDATES).map((one) => candidate(one, printed, 'basket-line', 0.5)),
    problems: [
      {
        code: 'basket-line',
        message: `HS line ${printed} is shared: ${goods.length} of the compiled goods stand on it, and others do too.`,
        todo: 'Give the name, CAS number or structure.',
        data: { code: printed, goods: goods.length },
      },
    ],
  };
}

/** Goods on a line of six digits, or on any line of a heading of four. */
function goodsOnLine(prepared: PreparedLaw, line: string): readonly string[] {
  if (line.length === 6) return prepared.ids('hs', line);
  const keys = Object.keys(prepared.law.index.hs).filter((key) => key.startsWith(line));
  return [...new Set(keys.flatMap((key) => prepared.ids('hs', key)))];
}

function digitsOf(hs: HsCode): string {
  return hs.code.replace(/\D/g, '');
}

function chemical(prepared: PreparedLaw, id: string): readonly Substance[] {
  const goods = prepared.goods(id);
  return goods?.kind === 'chemical' ? [goods] : [];
}
