import { checkGs1Key, type Gs1Key } from './gs1-key.ts';
import { accepted, type Outcome } from './outcome.ts';

/**
 * A Global Trade Item Number in the 14 digits in which GTINs are kept and compared: GTIN-8, -12 and -13 with zeros
 * before them (GS1 General Specifications, 3.3.2).
 */
export type Gtin = string & { readonly __gtin: true };

/**
 * Reads a GTIN-8, GTIN-12, GTIN-13 or GTIN-14. Refusals as `checkGs1Key`: `gtin-form`, `gtin-length`,
 * `gtin-check-digit` ...
 */
export function checkGtin(text: string): Outcome<Gtin> {
  const digits = checkGs1Key(text, GTIN);
  return digits.ok ? accepted(digits.value.padStart(14, '0') as Gtin) : digits;
}

const GTIN: Gs1Key = { scheme: 'gtin', name: 'GTIN', lengths: [8, 12, 13, 14], identifiers: ['01', '02'] };
