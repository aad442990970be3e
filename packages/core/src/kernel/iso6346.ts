import { checkDigitProblem } from './check-digit.ts';
import { accepted, refused, type Outcome } from './outcome.ts';
import { quoted, readTyped } from './typed-text.ts';

/** The number of a freight container (ISO 6346) whose check digit fits, eleven characters: `CSQU3054383`. */
export type ContainerNumber = string & { readonly __container: true };

/**
 * The check digit of ISO 6346, annex A, for owner code, category and serial number (`CSQU305438`). Letters count from
 * A = 10 upwards without the multiples of eleven, the character at place n (from 0) weighs 2^n, modulo eleven; a
 * remainder of ten is written 0, so that a 0 stands for two remainders and some errors go unnoticed.
 */
export function containerCheckDigit(body: string): string {
  let sum = 0;
  Array.from(body, valueOf).forEach((value, place) => (sum += value * 2 ** place));
  return String((sum % 11) % 10);
}

/**
 * Reads a container number: three letters of the owner, U, J or Z, six digits, a check digit; blanks, dashes and the
 * box around the check digit are let go.
 *
 * Refusals: `container-empty`, `container-too-long`, `container-form`, `container-category`, `container-truncated`
 * (no check digit), `container-check-digit`; the last two say which digit would fit.
 */
export function checkContainerNumber(text: string): Outcome<ContainerNumber> {
  const typed = readTyped(text, 'container', 'a container number', LONGEST_CHARS);
  if (!typed.ok) return typed;
  const given = typed.value.replace(/[\s\-[\]/]/g, '').toUpperCase();
  const [, body, category = '', found] = FORM.exec(given) ?? [];
  if (body === undefined) {
    return refused({
      code: 'container-form',
      message:
        `${quoted(given)} has not the form of a container number: four letters, six digits and a check digit, ` +
        'as in CSQU 305438 3.',
      data: { given },
    });
  }
  if (!'UJZ'.includes(category)) {
    return refused({
      code: 'container-category',
      message: `${given} is no container number of ISO 6346: its fourth letter is ${category}, not U, J or Z.`,
      todo: 'Swap bodies and semi-trailers of EN 13044 have A, B, D, E or K there; give those as another reference.',
      data: { given, category },
    });
  }
  const expected = containerCheckDigit(body);
  if (found === undefined) {
    return refused({
      code: 'container-truncated',
      message: `${given} lacks its check digit; it would be ${expected}.`,
      todo: 'Read the digit in the box at the end of the number on the container.',
      data: { given, expected, wouldFit: body + expected },
    });
  }
  if (found === expected) return accepted(given as ContainerNumber);
  const wouldFit = body + expected;
  return refused(
    checkDigitProblem({ scheme: 'container', name: 'Container number', given, found, expected, wouldFit }),
  );
}

/** Longer than a container number with blanks and dashes. */
const LONGEST_CHARS = 40;

const FORM = /^([A-Z]{3}([A-Z])\d{6})(\d)?$/;

/** A = 10, B = 12 ... K = 21, L = 23 ... U = 32, V = 34 ... Z = 38: 11, 22 and 33 are left out. */
function valueOf(character: string): number {
  const value = parseInt(character, 36);
  if (value < 10) return value;
  return value + Math.floor((value - 1) / 10);
}
