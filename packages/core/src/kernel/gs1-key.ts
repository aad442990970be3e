import { checkDigitProblem, gs1CheckDigit } from './check-digit.ts';
import { accepted, refused, type Outcome } from './outcome.ts';
import { quoted, readTyped } from './typed-text.ts';

/** A GS1 key made of digits alone, with the GS1 check digit last. */
export interface Gs1Key {
  /** `gtin`: the start of the codes of its problems. */
  readonly scheme: string;
  /** `GTIN` */
  readonly name: string;
  /** Digits it may have, check digit included. */
  readonly lengths: readonly number[];
  /** Its application identifiers, as they stand before it in a label text: `(01)`. */
  readonly identifiers: readonly string[];
}

/**
 * The digits of one GS1 key. Takes blanks and dashes between digits, full-width digits, the key's name or its
 * application identifier in brackets before it.
 *
 * Refusals, with the key's scheme for `x`: `x-empty`, `x-too-long`, `x-form` (other characters), `x-length`,
 * `x-zero` (no number at all), `x-check-digit` (with the digit that would fit).
 */
export function checkGs1Key(text: string, key: Gs1Key): Outcome<string> {
  const { scheme, name, lengths, identifiers } = key;
  const typed = readTyped(text, scheme, `a ${name}`, LONGEST_CHARS);
  if (!typed.ok) return typed;
  const label = new RegExp(
    String.raw`^(?:${name}\b(?:-\d+)?[\s:.#]*)?(?:\((?:${identifiers.join('|')})\))?`,
    'i',
  );
  const given = typed.value
    .replace(label, '')
    .replace(/(?<=\d)[ -](?=\d)/g, '')
    .trim();
  if (!/^\d+$/.test(given)) {
    return refused({
      code: `${scheme}-form`,
      message: `${quoted(typed.value)} is no ${name}: a ${name} has digits only.`,
      data: { given: typed.value },
    });
  }
  if (!lengths.includes(given.length)) {
    return refused({
      code: `${scheme}-length`,
      message: `${given} has ${given.length} digits; a ${name} has ${inWords(lengths)}, its check digit included.`,
      todo: 'Look for digits that were lost, such as leading zeros in a spreadsheet.',
      data: { given, digits: given.length },
    });
  }
  if (/^0+$/.test(given)) {
    return refused({ code: `${scheme}-zero`, message: `A ${name} of zeros alone identifies nothing.` });
  }
  const body = given.slice(0, -1);
  const found = given.slice(-1);
  const expected = gs1CheckDigit(body);
  if (found === expected) return accepted(given);
  return refused(checkDigitProblem({ scheme, name, given, found, expected, wouldFit: body + expected }));
}

/** Longer than any key with its label and blanks. */
const LONGEST_CHARS = 60;

function inWords(lengths: readonly number[]): string {
  return lengths.length === 1
    ? String(lengths[0])
    : `${lengths.slice(0, -1).join(', ')} or ${lengths.at(-1) ?? ''}`;
}
