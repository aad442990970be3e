import { accepted, refused, type Outcome } from './outcome.ts';

/** Every kind of dash that is typed or printed for a hyphen or a minus, the Japanese long-vowel mark included. */
const DASHES = /[\u2010-\u2015\u2212\u30fc\ufe58]/g;

/** Characters with no width: soft hyphens, joiners, byte order marks, marks of direction. */
const INVISIBLE = /\p{Cf}/gu;

/**
 * A number or code as somebody typed, copied or scanned it, with full-width characters, dashes and blanks made plain
 * (NFKC, `-`, single spaces). Refused when blank (`<code>-empty`) or longer than `longest` (`<code>-too-long`).
 * `what` names the thing for the message: `a CAS number`.
 */
export function readTyped(text: string, code: string, what: string, longest: number): Outcome<string> {
  if (text.length > longest) {
    return refused({
      code: `${code}-too-long`,
      message: `The text has ${text.length} characters; ${what} is read from at most ${longest}.`,
      todo: `Give ${what} alone.`,
      data: { length: text.length, longest },
    });
  }
  const plain = text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') {
    return refused({ code: `${code}-empty`, message: `There is no text to read ${what} from.` });
  }
  return accepted(plain);
}

/** `text` in quotation marks for a message: cut where it is long, control characters made visible. */
export function quoted(text: string): string {
  const short = text.length > LONGEST_QUOTE_CHARS ? `${text.slice(0, LONGEST_QUOTE_CHARS - 3)}...` : text;
  return `“${short.toWellFormed().replace(/\p{Cc}/gu, '\u00b7')}”`;
}

const LONGEST_QUOTE_CHARS = 60;
