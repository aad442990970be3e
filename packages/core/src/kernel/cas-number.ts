import { checkDigitProblem } from './check-digit.ts';
import { accepted, refused, type Outcome, type Problem } from './outcome.ts';
import { quoted, readTyped } from './typed-text.ts';

/** A CAS Registry Number whose check digit fits, without leading zeros: `7732-18-5`. */
export type Cas = string & { readonly __cas: true };

/**
 * The check digit of a CAS Registry Number, from its digits before the last hyphen (`7732-18` or `773218`): each digit
 * times its place counted from the right, modulo ten (CAS, "Check Digit Verification of CAS Registry Numbers").
 *
 * The scheme is weaker than it looks: where the place is even or five, some wrong digits go unnoticed. A number that
 * passes may still be the wrong one, so a number and a name are compared wherever both are given.
 */
export function casCheckDigit(body: string): string {
  let sum = 0;
  const digits = Array.from(body.replace(/\D/g, ''), Number);
  digits.reverse().forEach((digit, place) => (sum += digit * (place + 1)));
  return String(sum % 10);
}

/**
 * Reads a CAS Registry Number: two to seven digits, two digits, a check digit. Takes any dash or single blanks between
 * them, full-width digits, leading zeros, a label (`CAS No.`, `CAS号`) and brackets; without hyphens only when labelled.
 *
 * Refusals: `cas-empty`, `cas-too-long`, `cas-form`, `cas-hyphens` (digits alone), `cas-truncated` (no check digit),
 * `cas-check-digit`; the last two say which digit would fit.
 */
export function checkCasNumber(text: string): Outcome<Cas> {
  const typed = readTyped(text, 'cas', 'a CAS number', LONGEST_CHARS);
  if (!typed.ok) return typed;
  const label = LABEL.exec(typed.value)?.[0] ?? '';
  const number = typed.value
    .slice(label.length)
    .replace(/[\])]$/, '')
    .trim();
  const match = WHOLE.exec(number) ?? TRUNCATED.exec(number) ?? DIGITS.exec(number);
  const [padded = '', second = '', found] = match?.slice(1) ?? [];
  const first = padded.replace(/^0+/, '');
  if (first.length < 2 || first.length > 7) return refused(notTheForm(typed.value));
  if (found === undefined) return refused(truncated(number, `${first}-${second}`));
  if (label === '' && DIGITS.test(number)) {
    return refused({
      code: 'cas-hyphens',
      message: `${number} has the digits of a CAS number and no hyphens; digits alone may be anything.`,
      todo: `If it is a CAS number, write ${first}-${second}-${found}.`,
      data: { given: number, hyphenated: `${first}-${second}-${found}` },
    });
  }
  const given = `${first}-${second}-${found}`;
  const expected = casCheckDigit(first + second);
  if (found === expected) return accepted(given as Cas);
  const wouldFit = `${first}-${second}-${expected}`;
  return refused(checkDigitProblem({ scheme: 'cas', name: 'CAS number', given, found, expected, wouldFit }));
}

/** Longer than any label and number together. */
const LONGEST_CHARS = 60;

/** `CAS`, `CAS-No.:`, `[CAS RN`, `CAS Registry Number`, `CAS号`, as NFKC leaves them. */
const LABEL =
  /^[[(]?\s*CAS(?:[\s-]*(?:RN|registry|reg|number|num|nr|no|n°|登记号|登錄號|登録番号|编号|編號|番号|号|號))*[\s.:#]*|^[[(]/i;

/** Leading zeros come from databases that pad the first part to seven or more digits. */
const WHOLE = /^(\d{2,10})(?: ?- ?| )(\d{2})(?: ?- ?| )(\d)$/;
const DIGITS = /^(\d{2,7})(\d{2})(\d)$/;
const TRUNCATED = /^(\d{2,10}) ?- ?(\d{2}) ?-?$/;

function truncated(given: string, body: string): Problem {
  const expected = casCheckDigit(body);
  return {
    code: 'cas-truncated',
    message: `${quoted(given)} is a CAS number cut short: the check digit is missing. After ${body} it would be ${expected}.`,
    todo: 'Look the number up in its source; other digits may be missing too.',
    data: { given, expected, wouldFit: `${body}-${expected}` },
  };
}

function notTheForm(given: string): Problem {
  return {
    code: 'cas-form',
    message:
      `${quoted(given)} has not the form of a CAS number: two to seven digits, two digits and a check digit, ` +
      'as in 7732-18-5.',
    data: { given },
  };
}
