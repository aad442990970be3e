import {
  checkCasNumber,
  checkContainerNumber,
  checkGln,
  checkGoodsCode,
  checkGtin,
  checkInchiKey,
  checkLei,
  checkSscc,
  type Outcome,
  type Problem,
} from '@custody/core';

/** A code as one scheme reads it. */
export interface Verified {
  /** `Goods code`, `CAS number`, `GTIN` ... */
  readonly scheme: string;
  readonly valid: boolean;
  /** True for codes of goods, which are looked up; false for numbers of parties and things on the move. */
  readonly namesGoods: boolean;
  /** Why it is not valid, and the digit that would fit where that can be said. */
  readonly problem: Problem | null;
}

interface Scheme {
  readonly scheme: string;
  readonly shape: RegExp;
  readonly namesGoods: boolean;
  readonly check: (text: string) => Outcome<unknown>;
}

/** Only texts of a scheme's own shape are held against it: a name is not a failed CAS number. */
const SCHEMES: readonly Scheme[] = [
  {
    scheme: 'Goods code',
    shape: /^[CE][-\s]?[0-9A-Z]{4}[-\s]?[0-9A-Z]{4}[-\s]?[0-9A-Z]{3}[-\s]?[0-9A-Z](\.[A-Z]{4})?$/i,
    namesGoods: true,
    check: checkGoodsCode,
  },
  { scheme: 'CAS number', shape: /^\d{2,7}-\d{2}-\d$/, namesGoods: true, check: checkCasNumber },
  {
    scheme: 'InChIKey',
    shape: /^[A-Z]{14}-[A-Z]{10}-[A-Z]$/i,
    namesGoods: true,
    check: checkInchiKey,
  },
  { scheme: 'GTIN', shape: /^(\d{8}|\d{12}|\d{13}|\d{14})$/, namesGoods: false, check: checkGtin },
  { scheme: 'GLN', shape: /^\d{13}$/, namesGoods: false, check: checkGln },
  { scheme: 'SSCC', shape: /^\d{18}$/, namesGoods: false, check: checkSscc },
  { scheme: 'LEI', shape: /^[0-9A-Z]{18}\d{2}$/i, namesGoods: false, check: checkLei },
  {
    scheme: 'Container number (ISO 6346)',
    shape: /^[A-Z]{3}[UJZ]\s?\d{6}[-\s]?\d$/i,
    namesGoods: false,
    check: checkContainerNumber,
  },
];

/** Holds `text` against every scheme of codes with a check character whose shape it has. */
export function verify(text: string): readonly Verified[] {
  const typed = text.trim();
  return SCHEMES.filter(({ shape }) => shape.test(typed)).map(({ scheme, namesGoods, check }) => {
    const read = check(typed);
    return { scheme, namesGoods, valid: read.ok, problem: read.ok ? null : read.problem };
  });
}
