import { checkGs1Key, type Gs1Key } from './gs1-key.ts';
import { accepted, type Outcome } from './outcome.ts';

/** A Global Location Number, 13 digits: a party or a place (GS1 General Specifications, 3.4.10 to 3.4.16). */
export type Gln = string & { readonly __gln: true };

/** Reads a GLN. Refusals as `checkGs1Key`: `gln-form`, `gln-length`, `gln-check-digit` ... */
export function checkGln(text: string): Outcome<Gln> {
  const digits = checkGs1Key(text, GLN);
  return digits.ok ? accepted(digits.value as Gln) : digits;
}

const GLN: Gs1Key = {
  scheme: 'gln',
  name: 'GLN',
  lengths: [13],
  identifiers: ['410', '411', '412', '413', '414', '415', '416', '417'],
};
