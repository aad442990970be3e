import { joinForms, NO_FORM, readForm, type FormWords } from './chemical-form.ts';
import { overlap, type Mark } from './description-marks.ts';
import { isHan, leftOf, rightOf } from './description-neighbours.ts';
import { foldName, foldText, type FoldedText } from './name-fold.ts';
import { hasVariants } from './name-fold-systematic.ts';
import { formIsPossible } from './resolve-goods.ts';
import type { Bearer, PreparedLaw } from './resolve-law.ts';
import type { Confusable } from './substance.ts';

/** A known name in a line of text. Indices are those of the line after NFKC. */
export interface NameHit extends Mark {
  /** The words as they stand. */
  readonly words: string;
  readonly folded: string;
  /** Goods that bear the name; empty for a look-alike and for a word of the confusables that no goods bear. */
  readonly bearers: readonly Bearer[];
  /** What it is, where it only looks like goods of ours. */
  readonly lookAlike: string | null;
  readonly confusable: Confusable | null;
  /** Salt, water, isomer and isotope in the words around it. */
  readonly form: FormWords;
  /** The words beside it that make another substance of it: `methyl`, `peroxide`. Null where there are none. */
  readonly changedBy: string | null;
  /** The correct name where the words are a misprint of it: by glyphs of a scanner, or in a letter. */
  readonly misprint: { readonly of: string; readonly glyphs: boolean } | null;
}

/** A line laid out for finding names. */
export interface Line {
  readonly text: FoldedText;
  /** For each place of the folded text whether a name may start there, and whether one may end before it. */
  readonly starts: readonly boolean[];
  readonly ends: readonly boolean[];
  /** True where some part of it is written in several conventions of systematic names. */
  readonly systematic: boolean;
}

/** The longest run of folded characters looked up as one name; Han names are shorter. */
const MAX_NAME_CHARACTERS = 160;
const MAX_HAN_CHARACTERS = 40;

export function layLine(prepared: PreparedLaw, line: string): Line {
  const text = foldText(line, prepared.law.index.han);
  const { folded, at, normal } = text;
  const starts: boolean[] = [];
  const ends: boolean[] = [];
  for (let i = 0; i <= folded.length; i++) {
    // Several folded characters may come from one: only the first of them can start a name.
    const place = i < folded.length ? at[i]! : normal.length;
    const behind = i > 0 ? at[i - 1]! : -1;
    const edge = i === 0 || i === folded.length;
    const seam = place !== behind && (edge || breaks(normal, behind, place));
    starts.push(i < folded.length && seam && folded[i] !== '-');
    ends.push(i > 0 && seam && folded[i - 1] !== '-');
  }
  return { text, starts, ends, systematic: hasVariants(folded) };
}

/** True where a word may end at `left` and another begin at `right`. */
function breaks(normal: string, left: number, right: number): boolean {
  if (isHan(normal[left]) || isHan(normal[right])) return true;
  const width = (normal.codePointAt(left) ?? 0) > 0xffff ? 2 : 1;
  return right > left + width;
}

/** Names in a line, the longest at each place, none inside a number. */
export function findNames(prepared: PreparedLaw, line: Line, numbers: readonly Mark[]): readonly NameHit[] {
  const hits: NameHit[] = [];
  const { folded, at } = line.text;
  for (let i = 0; i < folded.length; i++) {
    if (!line.starts[i]) continue;
    const inside = numbers.find((mark) => at[i]! >= mark.start && at[i]! < mark.end);
    const hit = inside === undefined ? longestAt(prepared, line, i, numbers) : null;
    if (hit === null) continue;
    hits.push(hit.hit);
    // Words of its form belong to the name: HCl behind a base is no hydrochloric acid.
    while (hit.end < folded.length && at[hit.end]! < hit.hit.end) hit.end++;
    i = hit.end - 1;
  }
  return hits;
}

/**
 * One-word names in another language's spelling (morfina, фентанил), outside the names that were found as they stand.
 */
export function findNationalNames(
  prepared: PreparedLaw,
  line: Line,
  numbers: readonly Mark[],
  found: readonly NameHit[],
): readonly NameHit[] {
  const { normal, at } = line.text;
  const hits: NameHit[] = [];
  for (const match of normal.matchAll(
    /(?<![\p{L}\p{N}])(?:\p{Script=Latin}{6,40}|\p{Script=Cyrillic}{6,40})(?![\p{L}\p{N}])/gu,
  )) {
    const word: Mark = { start: match.index, end: match.index + match[0].length };
    if ([...numbers, ...found].some((other) => overlap(other, word))) continue;
    const name = prepared.sameNational(match[0]);
    if (name === null || prepared.isKnownWord(foldName(match[0]))) continue;
    const start = at.findIndex((place) => place >= word.start);
    let end = start;
    while (end < at.length && at[end]! < word.end) end++;
    const hit = start < 0 ? null : nameHit(prepared, line, start, end, name, null);
    if (hit !== null) hits.push(hit);
  }
  return hits;
}

function longestAt(
  prepared: PreparedLaw,
  line: Line,
  start: number,
  numbers: readonly Mark[],
): { hit: NameHit; end: number } | null {
  const { folded } = line.text;
  const { systematic } = line;
  const most = isHan(folded[start]) ? MAX_HAN_CHARACTERS : MAX_NAME_CHARACTERS;
  for (let end = Math.min(folded.length, start + most); end > start; end--) {
    if (!line.ends[end]) continue;
    const written = folded.slice(start, end);
    const key = prepared.isKnownWord(written)
      ? written
      : systematic
        ? prepared.sameSystematic(written)
        : null;
    if (key === null) continue;
    const hit = nameHit(prepared, line, start, end, key, null);
    if (hit !== null && !numbers.some((mark) => overlap(mark, hit))) return { hit, end };
  }
  return null;
}

/** The hit at `[start, end)` of the folded text, or null where it is part of a longer chemical name. */
export function nameHit(
  prepared: PreparedLaw,
  line: Line,
  start: number,
  end: number,
  key: string,
  misprint: NameHit['misprint'],
): NameHit | null {
  const { at, normal } = line.text;
  const from = at[start]!;
  const to = wordEnd(normal, at[end - 1]!);
  const confusable = prepared.confusable(key);
  const named = prepared.bearers(key);
  const meant = named.length > 0 || confusable?.means == null ? null : prepared.goods(confusable.means);
  const bearers = meant === null ? named : [{ goods: meant, name: null }];
  const equipment = bearers.length > 0 && bearers.every(({ goods }) => goods.kind === 'equipment');
  const before = leftOf(prepared, normal, from, to, equipment);
  const after = rightOf(prepared, normal, from, to, equipment);
  if (before === null || after === null) return null;
  const around = joinForms(after.form, before.form);
  // Testosterone propionate is an ester: words that cannot be a salt of the goods make another substance of them.
  const possible = bearers.length === 0 || bearers.some(({ goods }) => formIsPossible(around, goods));
  const inName = bearers.length === 1 ? bearers[0]!.name?.form : undefined;
  const changed = before.changedBy ?? after.changedBy ?? (possible ? null : around.salt);
  return {
    start: from - before.taken,
    end: to + after.taken,
    words: normal.slice(from, to),
    folded: key,
    bearers,
    lookAlike: prepared.lookAlike(key),
    confusable,
    form: joinForms(possible ? around : NO_FORM, inName === undefined ? NO_FORM : readForm(inName)),
    changedBy: bearers.length === 0 || equipment ? null : changed,
    misprint,
  };
}

function wordEnd(normal: string, last: number): number {
  return last + ((normal.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
}
