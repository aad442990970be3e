import { accepted, refused, type Outcome } from './outcome.ts';
import { quoted, readTyped } from './typed-text.ts';

/**
 * A Global Individual Asset Identifier: one machine of one owner. The owner's GS1 Company Prefix, then a reference the
 * owner chose; 30 characters at most, from GS1 AI encodable character set 82 (GS1 General Specifications, 3.9.4
 * and 7.11; EPC Tag Data Translation 2.0, GIAI+). Letters keep their case: `a` and `A` are different machines.
 */
export type Giai = string & { readonly __giai: true };

/** GS1 General Specifications, 3.9.4. */
const LONGEST_GIAI_CHARS = 30;

/** The shortest GS1 Company Prefix. How long a given one is, only GS1's list of prefixes can tell. */
const SHORTEST_PREFIX_DIGITS = 4;

/** Anything outside GS1 AI encodable character set 82. */
const STRANGE = /[^!"%-?A-Z_a-z]/u;

/**
 * Reads a GIAI, with or without its application identifier `(8004)`. It has no check digit: what passes has the right
 * form and may still be misread.
 *
 * Refusals: `giai-empty`, `giai-too-long`, `giai-character` (names the character), `giai-length`, `giai-prefix`.
 */
export function checkGiai(text: string): Outcome<Giai> {
  const typed = readTyped(text, 'giai', 'a GIAI', LONGEST_CHARS);
  if (!typed.ok) return typed;
  const given = typed.value.replace(/^(?:GIAI[\s:]+)?(?:\(8004\)\s?)?/i, '');
  const strange = STRANGE.exec(given)?.[0];
  if (strange !== undefined) {
    return refused({
      code: 'giai-character',
      message: `${quoted(given)} is no GIAI: ${quoted(strange)} is not in the GS1 character set 82.`,
      data: { given, character: strange },
    });
  }
  if (given.length <= SHORTEST_PREFIX_DIGITS || given.length > LONGEST_GIAI_CHARS) {
    return refused({
      code: 'giai-length',
      message:
        `${quoted(given)} has ${given.length} characters; a GIAI has a company prefix of at least ` +
        `${SHORTEST_PREFIX_DIGITS} digits and a reference, ${LONGEST_GIAI_CHARS} characters at most.`,
      data: { given, length: given.length },
    });
  }
  if (!/^\d{4}/.test(given)) {
    return refused({
      code: 'giai-prefix',
      message: `${quoted(given)} is no GIAI: it must begin with the digits of a GS1 Company Prefix.`,
      todo: 'A number the owner made up alone is a serial number, not a GIAI.',
      data: { given },
    });
  }
  return accepted(given as Giai);
}

/** Longer than any GIAI with its label. */
const LONGEST_CHARS = 60;
