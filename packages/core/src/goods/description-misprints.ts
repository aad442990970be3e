import { foldName } from './name-fold.ts';
import { overlap, type Mark } from './description-marks.ts';
import { findNames, layLine, nameHit, type Line, type NameHit } from './description-names.ts';
import { nearMisses, scannerForm } from './near-miss.ts';
import type { PreparedLaw } from './resolve-law.ts';

/** Words of a line whose corrections are tried; a line with more unknown words is no line about one of our goods. */
const MAX_CORRECTED_WORDS = 12;
const MAX_CORRECTIONS_PER_WORD = 3;
const MIN_WORD_CHARACTERS = 6;
/** Shorter names are not read from glyphs a scanner confuses. */
const MIN_GLYPH_NAME_CHARACTERS = 8;
/** Longest run of folded characters read as one misprinted name. */
const MAX_GLYPH_NAME_CHARACTERS = 120;

/** Signs that a scanner took part: benzy1, aIpha, `-l-` for a locant. */
const SCANNED = /\p{Ll}[01]|[01]\p{Ll}|\p{Ll}I|(?:^|[\s,(-])[lI](?=[-,])/u;

/** Names that are misprinted in the line, outside the names that were found as they stand. */
export function findMisprints(
  prepared: PreparedLaw,
  line: Line,
  numbers: readonly Mark[],
  found: readonly NameHit[],
): readonly NameHit[] {
  const scanned = SCANNED.test(line.text.normal) ? scannedNames(prepared, line, numbers, found) : [];
  const taken = [...found, ...scanned];
  return [...scanned, ...misspeltNames(prepared, line, numbers, taken)];
}

function scannedNames(
  prepared: PreparedLaw,
  line: Line,
  numbers: readonly Mark[],
  found: readonly NameHit[],
): readonly NameHit[] {
  const { folded } = line.text;
  const hits: NameHit[] = [];
  for (let start = 0; start < folded.length; start++) {
    if (!line.starts[start]) continue;
    for (let end = Math.min(folded.length, start + MAX_GLYPH_NAME_CHARACTERS); end > start; end--) {
      if (!line.ends[end] || end - start < MIN_GLYPH_NAME_CHARACTERS) continue;
      const key = folded.slice(start, end);
      const names = prepared.near().byGlyphs.get(scannerForm(key));
      const name = names?.find((one) => one !== key);
      if (names === undefined || name === undefined || names.includes(key)) continue;
      const hit = nameHit(prepared, line, start, end, name, { of: name, glyphs: true });
      const free = hit !== null && ![...numbers, ...found, ...hits].some((mark) => contains(mark, hit));
      if (!free) continue;
      hits.push(hit);
      start = end - 1;
      break;
    }
  }
  return hits;
}

/** A name that was found as it stands gives way to a longer one that holds it. */
function contains(mark: Mark, hit: Mark): boolean {
  const longer =
    hit.start <= mark.start && hit.end >= mark.end && hit.end - hit.start > mark.end - mark.start;
  return overlap(mark, hit) && !longer;
}

interface Correction extends Mark {
  readonly word: string;
  /** True for the singular of a plural: no misprint, and of machines only. Piperidines are a class of chemicals. */
  readonly plural: boolean;
}

/** Names that appear once single words are put right. */
function misspeltNames(
  prepared: PreparedLaw,
  line: Line,
  numbers: readonly Mark[],
  taken: readonly NameHit[],
): readonly NameHit[] {
  const { normal } = line.text;
  const words = unknownWords(prepared, normal, [...numbers, ...taken]);
  if (words.length === 0 || words.length > MAX_CORRECTED_WORDS) return [];
  const hits: NameHit[] = [];
  for (const { mark, corrections } of words) {
    for (const word of corrections) {
      const plural = isPlural(normal.slice(mark.start, mark.end), word);
      const hit = withCorrection(prepared, normal, { ...mark, word, plural });
      if (hit === null || [...numbers, ...taken, ...hits].some((other) => contains(other, hit))) continue;
      hits.push(hit);
      break;
    }
  }
  return hits;
}

/** The name that holds a corrected word, placed where its misprint stands in the line. */
function withCorrection(prepared: PreparedLaw, normal: string, fix: Correction): NameHit | null {
  const corrected = layLine(prepared, normal.slice(0, fix.start) + fix.word + normal.slice(fix.end));
  const grown = fix.word.length - (fix.end - fix.start);
  const place: Mark = { start: fix.start, end: fix.start + fix.word.length };
  const hit = findNames(prepared, corrected, []).find((one) => overlap(one, place));
  if (hit === undefined || hit.bearers.length === 0 || hit.folded.length < MIN_WORD_CHARACTERS) return null;
  // Words on both sides of a comma are two names sooner than one misprinted one.
  if (/[,;:/]\s/.test(hit.words)) return null;
  const equipment = hit.bearers.every(({ goods }) => goods.kind === 'equipment');
  if (fix.plural && !equipment) return null;
  const back = (at: number): number => (at <= fix.start ? at : Math.max(fix.start, at - grown));
  const [start, end] = [back(hit.start), back(hit.end)];
  const misprint = fix.plural ? null : { of: hit.words, glyphs: false };
  return { ...hit, start, end, words: normal.slice(start, end).trim(), misprint };
}

function unknownWords(
  prepared: PreparedLaw,
  normal: string,
  taken: readonly Mark[],
): readonly { readonly mark: Mark; readonly corrections: readonly string[] }[] {
  const found: { mark: Mark; corrections: readonly string[] }[] = [];
  for (const match of normal.matchAll(/(?<![\p{L}\p{N}])[\p{Script=Latin}]{6,40}(?![\p{L}\p{N}])/gu)) {
    const mark: Mark = { start: match.index, end: match.index + match[0].length };
    if (taken.some((other) => overlap(other, mark))) continue;
    const corrections = correctionsOf(prepared, match[0]);
    if (corrections.length > 0) found.push({ mark, corrections });
  }
  return found;
}

/** Words of our names that a word may be a misprint of. Kept by the prepared law: lines repeat their words. */
function correctionsOf(prepared: PreparedLaw, word: string): readonly string[] {
  const folded = foldName(word);
  if (folded.length < MIN_WORD_CHARACTERS) return [];
  return prepared.corrections(folded, () => {
    const { words, near } = prepared.vocabulary();
    const singular = [folded.slice(0, -1), folded.slice(0, -2)].filter(
      (one) => isPlural(folded, one) && words.has(one),
    );
    if (singular.length > 0) return singular;
    if (words.has(folded) || prepared.lookAlike(folded) !== null) return [];
    return nearMisses(near, folded, 8)
      .filter((miss) => isMisprint(folded, miss.name, miss.distance))
      .slice(0, MAX_CORRECTIONS_PER_WORD)
      .map((miss) => miss.name);
  });
}

function isPlural(written: string, word: string): boolean {
  const folded = foldName(written);
  return folded === `${word}s` || folded === `${word}es`;
}

/** Heads that make another chemical of a name; a misprint does not add or lose one. */
const CHEMICAL_HEADS =
  /^(?:di|tri|tetra|bis|iso|nor|des|cyclo|hypo|per|poly|sub|bi|an|hydro|oxy|thio|aza|ortho|meta|para|pro|but|eth|meth|prop|pent)/;
/** Endings that tell chemicals apart: -ine, -one, -ane, -ate, -ite, -ide, -ol, -al, -yl. */
const ENDING = /(?:ine|one|ane|ene|yne|ate|ite|ide|ate|ole|ol|al|yl|ic|ous|in|an|en)$/;

/**
 * True where `written` is a slip for `known` rather than another word of chemistry: one difference (two only in long
 * words), not in the head or the ending that carries the meaning.
 */
export function isMisprint(written: string, known: string, distance: number): boolean {
  if (distance > 1 && written.length < 12) return false;
  const [headA, headB] = [CHEMICAL_HEADS.exec(written)?.[0] ?? '', CHEMICAL_HEADS.exec(known)?.[0] ?? ''];
  if (headA !== headB) return false;
  const [endA, endB] = [ENDING.exec(written)?.[0] ?? '', ENDING.exec(known)?.[0] ?? ''];
  if (endA !== endB && endA !== '' && endB !== '') return false;
  const [stemA, stemB] = [written.slice(headA.length), known.slice(headB.length)];
  // A whole head more or less (ethylamine, methylamine) is another chemical, however few letters it has.
  return !(stemA.endsWith(stemB) || stemB.endsWith(stemA)) || Math.abs(stemA.length - stemB.length) === 0;
}
