import { accepted, refused, type Outcome } from './outcome.ts';
import { quoted, readTyped } from './typed-text.ts';

/** A UN number of the Recommendations on the Transport of Dangerous Goods: `UN1815`. */
export type UnCode = string & { readonly __un: true };

/**
 * Numbers are given out upwards. The Model Regulations, Rev. 23 (2023) end at UN 3560; a number far beyond is a
 * misreading, and this leaves room for the editions to come.
 */
export const HIGHEST_UN_NUMBER = 3600;

/**
 * Reads a UN number with or without `UN`, `UN No.`, `ONU`, `联合国编号`. It has no check digit: what passes has the right
 * form, and only the dangerous goods list knows whether the number was given out.
 *
 * Refusals: `un-empty`, `un-too-long`, `un-form`, `un-prefix` (NA and ID numbers are other lists), `un-range`.
 */
export function checkUnNumber(text: string): Outcome<UnCode> {
  const typed = readTyped(text, 'un', 'a UN number', LONGEST_CHARS);
  if (!typed.ok) return typed;
  const other = /^(NA|ID)[\s-]?\d{4}$/i.exec(typed.value)?.[1]?.toUpperCase();
  if (other !== undefined) {
    return refused({
      code: 'un-prefix',
      message:
        other === 'NA'
          ? `${quoted(typed.value)} is a North American number (49 CFR 172.101), not a UN number.`
          : `${quoted(typed.value)} is an ID number for carriage by air, not a UN number.`,
      data: { given: typed.value, prefix: other },
    });
  }
  const digits = FORM.exec(typed.value)?.[1];
  if (digits === undefined) {
    return refused({
      code: 'un-form',
      message: `${quoted(typed.value)} has not the form of a UN number: UN and four digits, as in UN1815.`,
      data: { given: typed.value },
    });
  }
  if (Number(digits) < 1 || Number(digits) > HIGHEST_UN_NUMBER) {
    return refused({
      code: 'un-range',
      message: `UN${digits} has not been given out: UN numbers run from UN0001 to about UN${HIGHEST_UN_NUMBER}.`,
      data: { given: digits, highest: HIGHEST_UN_NUMBER },
    });
  }
  return accepted(`UN${digits}` as UnCode);
}

/** Longer than a UN number with its label. */
const LONGEST_CHARS = 40;

const FORM = /^(?:(?:UN|ONU|联合国|國連|国連)[\s-]*(?:No|Nr|number|N°|编号|編號|番号)?[\s.:#-]*)?(\d{4})$/i;
