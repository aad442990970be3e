import { checkDigitProblem } from './check-digit.ts';
import { accepted, refused, type Outcome, type Problem } from './outcome.ts';
import { quoted, readTyped } from './typed-text.ts';

/** A Legal Entity Identifier (ISO 17442-1) whose check digits fit: 20 characters, upper case. */
export type Lei = string & { readonly __lei: true };

/**
 * The two check digits of ISO/IEC 7064, MOD 97-10, for `body` of digits and Latin letters in either case (A = 10 ...
 * Z = 35): 98 less the remainder of the number, with 00 after it, by 97. Always between 02 and 98.
 */
export function mod97CheckDigits(body: string): string {
  let remainder = 0;
  for (const character of `${body}00`) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
  }
  return String(98 - remainder).padStart(2, '0');
}

/**
 * Reads an LEI: 18 letters and digits and two check digits, blanks and dashes between them allowed, lower case taken
 * as upper. One wrong character, and two neighbours in the wrong order, are always noticed but for the rarest.
 *
 * Refusals: `lei-empty`, `lei-too-long`, `lei-length`, `lei-form`, `lei-check-digit` (with the digits that would fit).
 */
export function checkLei(text: string): Outcome<Lei> {
  const typed = readTyped(text, 'lei', 'an LEI', LONGEST_CHARS);
  if (!typed.ok) return typed;
  const given = typed.value
    .replace(/^LEI[\s:]+/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  if (!/^[0-9A-Z]*$/.test(given)) return refused(notTheForm(given));
  if (given.length !== 20) {
    return refused({
      code: 'lei-length',
      message: `${quoted(given)} has ${given.length} characters; an LEI has 20.`,
      data: { given, length: given.length },
    });
  }
  const body = given.slice(0, 18);
  const found = given.slice(18);
  if (!/^\d\d$/.test(found)) return refused(notTheForm(given));
  const expected = mod97CheckDigits(body);
  if (found === expected) return accepted(given as Lei);
  return refused(
    checkDigitProblem({ scheme: 'lei', name: 'LEI', given, found, expected, wouldFit: body + expected }),
  );
}

/** Longer than an LEI with label and blanks. */
const LONGEST_CHARS = 60;

function notTheForm(given: string): Problem {
  return {
    code: 'lei-form',
    message: `${quoted(given)} has not the form of an LEI: 18 letters or digits, then two check digits.`,
    data: { given },
  };
}
