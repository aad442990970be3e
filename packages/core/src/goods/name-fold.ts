import { CYRILLIC, GREEK_LATIN, GREEK_NAMES, LETTERS } from './name-fold-letters.ts';

/**
 * Names are compared after folding. Two people who mean the same name write it with other capitals, dashes, spaces,
 * brackets, Greek letters, full-width or look-alike characters; folding takes away what carries no meaning and keeps
 * what does: digits and the gaps between them (1,2 is not 12), primes on locants (2' is not 2), signs of rotation.
 *
 * The look-alike table follows the idea of the skeleton in Unicode Technical Standard #39: characters that look the
 * same fold to the same, in names and questions alike, so that a Cyrillic РМК finds PMK.
 */

/** A folded text that remembers where each of its characters stood. */
export interface FoldedText {
  /** The text after NFKC, before folding. */
  readonly normal: string;
  readonly folded: string;
  /** For each UTF-16 unit of `folded` the index in `normal` it came from. */
  readonly at: readonly number[];
}

/** Traditional -> simplified Han characters, as `LawIndex.han`. */
export type HanTable = Readonly<Record<string, string>>;

/**
 * The folded form of `text`: letters and digits in lower case, without spaces, dashes, brackets and diacritics.
 * Deterministic and idempotent; empty only where `text` has no letter and no digit.
 * `han` adds traditional -> simplified Han characters.
 */
export function foldName(text: string, han?: HanTable): string {
  return foldText(text, han).folded;
}

/** As `foldName`, with the place of each folded character, for finding names inside a longer text. */
export function foldText(text: string, han?: HanTable): FoldedText {
  const normal = text.replace(MARKS_OF_TRADE, ' ').normalize('NFKC');
  const out: string[] = [];
  const at: number[] = [];
  const emit = (chars: string, from: number): void => {
    for (let k = 0; k < chars.length; k++) {
      const char = chars[k]!;
      out.push(char);
      at.push(from);
      if (SPELLING_ENDS.has(char)) respell(out, at, normal);
    }
  };
  let separated = false;
  let i = 0;
  while (i < normal.length) {
    const sign = normal[i] === '(' ? signAt(normal, i) : null;
    if (sign !== null) {
      emit(sign.written, i);
      separated = false;
      i += sign.length;
      continue;
    }
    const code = normal.codePointAt(i)!;
    const width = code > 0xffff ? 2 : 1;
    const chars = charsOf(code, normal, i, out, han);
    if (chars === null) separated = true;
    else if (chars !== '') {
      if (separated && isDigit(chars) && endsInDigit(out)) emit('-', i);
      separated = false;
      emit(chars, i);
    }
    i += width;
  }
  return { normal, folded: out.join(''), at };
}

/** Characters of `text` that look Latin and are not: what a person should be told about. */
export function lookAlikeCharacters(text: string): readonly string[] {
  const found = new Set<string>();
  for (const word of text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const foreign = [...word].filter((char) => CYRILLIC.has(char.toLowerCase()) || GREEK_LATIN.has(char));
    const native = [...word].filter(
      (char) => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(char) && !foreign.includes(char),
    );
    // A word with letters of its own script that look like no Latin letter is simply a word of that script.
    if (foreign.length === 0 || native.length > 0) continue;
    if (foreign.length === 1 && [...word].length === 1) continue;
    for (const char of foreign) found.add(char);
  }
  return [...found];
}

const MARKS_OF_TRADE = /[\u00a9\u00ae\u2120\u2122]/g;

/** Prime and the characters typed for it, after NFKC. */
const PRIMES = new Set([
  "'",
  '\u2032',
  '\u2019',
  '\u2018',
  '\u00b4',
  '`',
  '\u02b9',
  '\u02bc',
  '\u2035',
  '\u055a',
]);

const DASHES = '\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe63';

/** Signs of optical rotation carry meaning and stand in brackets: (+), (-), (±). */
const SIGN = new RegExp(
  `^\\(\\s*(\\+\\s*/?\\s*[${DASHES}]|[${DASHES}]\\s*/?\\s*\\+|[+\u00b1${DASHES}])\\s*\\)`,
  'u',
);

function signAt(normal: string, i: number): { written: string; length: number } | null {
  const match = SIGN.exec(normal.slice(i, i + 12));
  if (match === null) return null;
  const inner = match[1]!.replace(/\s/g, '');
  const written = inner === '+' ? '(+)' : inner.length > 1 || inner === '\u00b1' ? '(\u00b1)' : '(-)';
  return { written, length: match[0].length };
}

/**
 * What the character at `i` becomes: letters and digits, nothing (it joins: a soft hyphen, a diacritic), or null,
 * a separator.
 */
function charsOf(
  code: number,
  normal: string,
  i: number,
  out: readonly string[],
  han?: HanTable,
): string | null {
  if (code >= 0x61 && code <= 0x7a) return ASCII[code]!;
  if (code >= 0x41 && code <= 0x5a) return ASCII[code + 32]!;
  if (code >= 0x30 && code <= 0x39) return ASCII[code]!;
  if (code === 0x20 || code === 0x2d) return null;
  const char = String.fromCodePoint(code);
  if (PRIMES.has(char)) return isLocantPrime(normal, i, out) ? "'" : null;
  if (code === 0xb1) return '(\u00b1)';
  if (code === 0xdf || code === 0x1e9e) return isLetterAt(normal, i - 1) ? 'ss' : 'beta';
  const simplified = han?.[char];
  if (simplified !== undefined) return simplified;
  const greek = GREEK_NAMES.get(char) ?? GREEK_LATIN.get(char);
  if (greek !== undefined) return greekChars(char, normal, i);
  let known = plain.get(code);
  if (known === undefined) {
    known = plainChars(char);
    plain.set(code, known);
  }
  return known;
}

const ASCII: readonly string[] = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** Code point -> folded characters, for those whose folding does not depend on their neighbours. */
const plain = new Map<number, string | null>();

/**
 * A Greek letter at the head of a word is a locant (α-methyl, αPVP, and a capital alone: Β-hydroxy); inside a word
 * it stands for the Latin letter it looks like (fentαnyl, ΝΡΡ), or else for its name.
 */
function greekChars(char: string, normal: string, i: number): string {
  const latin = GREEK_LATIN.get(char);
  const named = GREEK_NAMES.get(char);
  if (named === undefined) return latin!;
  const inside = isLetterAt(normal, i - 1);
  const capital = char !== char.toLowerCase();
  const alone = !inside && !isLetterAt(normal, i + 1);
  if (latin !== undefined && (inside || (capital && !alone))) return latin;
  return named;
}

function plainChars(char: string): string | null {
  if (/\p{Cf}/u.test(char)) return '';
  const lower = char.toLowerCase();
  const special = LETTERS[lower] ?? CYRILLIC.get(lower);
  if (special !== undefined) return special;
  if (/\p{Script=Latin}/u.test(lower)) {
    const bare = lower.normalize('NFD').replace(/\p{M}+/gu, '');
    return [...bare].map((letter) => LETTERS[letter] ?? letter).join('');
  }
  // Combining marks that did not compose: kept, they would compose with another letter once separators are gone.
  if (/\p{M}/u.test(lower)) return '';
  // The same holds for the single letters of Hangul.
  if (/[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u.test(lower))
    return `u${lower.codePointAt(0)!.toString(16)}h`;
  return /[\p{L}\p{N}]/u.test(lower) ? lower.normalize('NFKC') : null;
}

function isLetterAt(text: string, i: number): boolean {
  if (i < 0 || i >= text.length) return false;
  const code = text.charCodeAt(i);
  if (code < 128) return (code | 32) >= 0x61 && (code | 32) <= 0x7a;
  return /\p{L}/u.test(text[i]!) && !/\p{Script=Han}/u.test(text[i]!) && !PRIMES.has(text[i]!);
}

/** A prime belongs to a locant where it follows a digit or a Greek letter's name and something follows it. */
function isLocantPrime(normal: string, i: number, out: readonly string[]): boolean {
  const last = out[out.length - 1];
  if (last === undefined) return false;
  const behind = isDigit(last) || last === "'" || GREEK_BEHIND.test(out.slice(-7).join(''));
  return behind && /^[^\s\p{L}\p{N}]*[\p{L}\p{N}]/u.test(normal.slice(i + 1, i + 9));
}

const GREEK_BEHIND = /(?:alpha|alfa|beta|gamma|delta|omega)$/;

function isDigit(chars: string): boolean {
  const code = chars.charCodeAt(0);
  return chars.length === 1 && code >= 0x30 && code <= 0x39;
}

function endsInDigit(out: readonly string[]): boolean {
  const last = out[out.length - 1];
  return last !== undefined && (isDigit(last) || last === "'");
}

/** Spellings of the same word: British and American, old and IUPAC. Suffix as written -> as kept. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['sulph', 'sulf'],
  ['aluminium', 'aluminum'],
  ['caesium', 'cesium'],
  ['mould', 'mold'],
  ['tabletting', 'tableting'],
  ['tertiarybut', 'tertbut'],
  ['oestr', 'estr'],
  ['vapour', 'vapor'],
  ['colour', 'color'],
];
const SPELLING_ENDS = new Set(['u', ...SPELLINGS.map(([written]) => written[written.length - 1])]);

/** Puts the kept spelling in place when `out` has just come to end in another one. */
function respell(out: string[], at: number[], normal: string): void {
  const last = out[out.length - 1]!;
  // t-butyl, tBu and t.-butyl are tert-butyl, where the t heads a word.
  if (last === 'u' && endsIn(out, 'tbu')) {
    const t = at[at.length - 3]!;
    if (isLetterAt(normal, t - 1)) return;
    out.splice(-2, 0, 'e', 'r', 't');
    at.splice(-2, 0, t, t, t);
    return;
  }
  for (const [written, kept] of SPELLINGS) {
    if (!endsIn(out, written)) continue;
    const start = out.length - written.length;
    // Each kept character keeps the place of the written one it replaces; the shared head stays as it is.
    const places = at.slice(start, start + kept.length);
    out.length = start;
    at.length = start;
    for (let k = 0; k < kept.length; k++) {
      out.push(kept[k]!);
      at.push(places[k]!);
    }
    return;
  }
}

function endsIn(out: readonly string[], word: string): boolean {
  if (out.length < word.length || out[out.length - 1] !== word[word.length - 1]) return false;
  const start = out.length - word.length;
  for (let k = 0; k < word.length; k++) if (out[start + k] !== word[k]) return false;
  return true;
}
