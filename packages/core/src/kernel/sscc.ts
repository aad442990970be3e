import { checkGs1Key, type Gs1Key } from './gs1-key.ts';
import { accepted, type Outcome } from './outcome.ts';

/** A Serial Shipping Container Code, 18 digits: one drum, pallet or parcel (GS1 General Specifications, 3.3.1). */
export type Sscc = string & { readonly __sscc: true };

/** Reads an SSCC. Refusals as `checkGs1Key`: `sscc-form`, `sscc-length`, `sscc-check-digit` ... */
export function checkSscc(text: string): Outcome<Sscc> {
  const digits = checkGs1Key(text, SSCC);
  return digits.ok ? accepted(digits.value as Sscc) : digits;
}

const SSCC: Gs1Key = { scheme: 'sscc', name: 'SSCC', lengths: [18], identifiers: ['00'] };
