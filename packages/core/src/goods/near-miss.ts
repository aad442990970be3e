/**
 * Names that are almost a known one. A near miss is offered to a person and never decides: in chemistry one letter
 * is another substance (piperidine, piperidone). Digits must agree, because a locant is no spelling; the one
 * exception are glyphs a scanner confuses (1 and l, 0 and O).
 *
 * Distance: optimal string alignment (Levenshtein with transposition of neighbours, each counting one).
 */

/** Known names, prepared for the search. Made by `nearMissIndex`. */
export interface NearMissIndex {
  /** Names with the same digits in the same order, sorted by length. */
  readonly byDigits: ReadonlyMap<string, Bucket>;
  /** Names by their scanner form: glyphs that are confused written alike. */
  readonly byGlyphs: ReadonlyMap<string, readonly string[]>;
}

interface Bucket {
  readonly names: readonly string[];
  /** For each name the set of its characters, as bits. */
  readonly masks: Int32Array;
  /** For each length the first position in `names` that is at least as long. */
  readonly starts: Int32Array;
}

export interface NearMiss {
  /** The known name, folded. */
  readonly name: string;
  readonly distance: number;
  /** True where only glyphs a scanner confuses differ. */
  readonly glyphs: boolean;
  /** 0 to 1: the share of the longer name that agrees. */
  readonly score: number;
}

/** Folded names longer than this are compared by their scanner form only. */
export const MAX_NEAR_MISS_CHARACTERS = 200;

/** No name is offered for less than this many folded characters (Han: two fewer). */
const MIN_CHARACTERS = 4;

/** From this length on two differences are borne; below it one. */
const TWO_EDITS_FROM_CHARACTERS = 9;

/** Prepares folded names for `nearMisses`. */
export function nearMissIndex(names: Iterable<string>): NearMissIndex {
  const groups = new Map<string, string[]>();
  const byGlyphs = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const digits = digitsOf(name);
    const group = groups.get(digits);
    if (group === undefined) groups.set(digits, [name]);
    else group.push(name);
    const glyphs = scannerForm(name);
    const same = byGlyphs.get(glyphs);
    if (same === undefined) byGlyphs.set(glyphs, [name]);
    else same.push(name);
  }
  const byDigits = new Map<string, Bucket>();
  for (const [digits, group] of groups) byDigits.set(digits, bucket(group));
  return { byDigits, byGlyphs };
}

function bucket(group: string[]): Bucket {
  const names = group.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const longest = names[names.length - 1]!.length;
  const starts = new Int32Array(longest + 2).fill(names.length);
  for (let i = names.length - 1; i >= 0; i--) starts[names[i]!.length] = i;
  for (let length = longest; length >= 0; length--) {
    starts[length] = Math.min(starts[length]!, starts[length + 1]!);
  }
  return { names, masks: Int32Array.from(names, maskOf), starts };
}

/**
 * Known names within one or two differences of `folded` (by its length), best first, at most `limit`.
 * The name itself is not among them.
 */
export function nearMisses(index: NearMissIndex, folded: string, limit: number): readonly NearMiss[] {
  const found = new Map<string, NearMiss>();
  for (const name of index.byGlyphs.get(scannerForm(folded)) ?? []) {
    if (name === folded) continue;
    found.set(name, { name, distance: 1, glyphs: true, score: 1 - 0.2 / Math.max(name.length, 1) });
  }
  const bearable = bearableEdits(folded);
  const group = index.byDigits.get(digitsOf(folded));
  if (bearable > 0 && group !== undefined) {
    const mask = maskOf(folded);
    const last = Math.min(folded.length + bearable + 1, group.starts.length - 1);
    const end = folded.length + bearable + 1 > last ? group.names.length : group.starts[last]!;
    for (let i = group.starts[Math.min(folded.length - bearable, last)]!; i < end; i++) {
      if (bitCount(mask ^ group.masks[i]!) > 2 * bearable) continue;
      const name = group.names[i]!;
      if (name === folded || found.has(name)) continue;
      const distance = alignment(folded, name, bearable);
      if (distance > bearable) continue;
      found.set(name, { name, distance, glyphs: false, score: scoreOf(folded, name, distance) });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1)).slice(0, limit);
}

/** A difference in the first letter is rarer in misprints than one further on. */
function scoreOf(folded: string, name: string, distance: number): number {
  const head = folded[0] === name[0] ? 0 : 0.3;
  return Math.max(0, 1 - (distance + head) / Math.max(folded.length, name.length));
}

function bearableEdits(folded: string): number {
  if (folded.length > MAX_NEAR_MISS_CHARACTERS) return 0;
  const shortest = /\p{Script=Han}/u.test(folded) ? MIN_CHARACTERS - 1 : MIN_CHARACTERS;
  if (folded.length < shortest) return 0;
  return folded.length >= TWO_EDITS_FROM_CHARACTERS ? 2 : 1;
}

function digitsOf(folded: string): string {
  return folded.replace(/[^0-9]+/g, '');
}

/** Glyphs a scanner or a tired reader confuses, written alike: 1 l i, 0 o, rn m. Gaps between digits go. */
export function scannerForm(folded: string): string {
  return folded.replace(/[1i0-]|rn/g, (glyph) => SCANNED[glyph]!);
}

const SCANNED: Readonly<Record<string, string>> = { '1': 'l', i: 'l', '0': 'o', '-': '', rn: 'm' };

function maskOf(folded: string): number {
  let mask = 0;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    mask |= 1 << (code >= 0x61 && code <= 0x7a ? code - 0x61 : 26 + (code % 6));
  }
  return mask;
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const ROW_LENGTH = MAX_NEAR_MISS_CHARACTERS + 8;
let before = new Int32Array(ROW_LENGTH);
let above = new Int32Array(ROW_LENGTH);
let row = new Int32Array(ROW_LENGTH);

/**
 * Optimal string alignment distance of `a` and `b`, or a number above `most` as soon as it must exceed it. Only the
 * diagonal band that can stay within `most` is computed.
 */
export function alignment(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  // What agrees at both ends needs no table.
  let head = 0;
  while (head < a.length && head < b.length && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let enda = a.length;
  let endb = b.length;
  while (enda > head && endb > head && a.charCodeAt(enda - 1) === b.charCodeAt(endb - 1)) {
    enda--;
    endb--;
  }
  const [rows, columns] = [enda - head, endb - head];
  if (rows === 0 || columns === 0) return Math.max(rows, columns);
  if (columns + 1 > row.length) [before, above, row] = [rowOf(columns), rowOf(columns), rowOf(columns)];
  for (let j = 0; j <= columns; j++) above[j] = j;
  for (let i = 1; i <= rows; i++) {
    const [from, to] = [Math.max(1, i - most), Math.min(columns, i + most)];
    row[0] = i;
    if (from > 1) row[from - 1] = most + 1;
    let best = most + 1;
    for (let j = from; j <= to; j++) {
      const [x, y] = [a.charCodeAt(head + i - 1), b.charCodeAt(head + j - 1)];
      const up = j === i + most ? most + 1 : above[j]! + 1;
      let cost = Math.min(above[j - 1]! + (x === y ? 0 : 1), up, row[j - 1]! + 1);
      if (
        i > 1 &&
        j > 1 &&
        x === b.charCodeAt(head + j - 2) &&
        y === a.charCodeAt(head + i - 2) &&
        Math.abs(i - j) <= most
      ) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    [before, above, row] = [above, row, before];
  }
  return above[columns]!;
}

function rowOf(columns: number): Int32Array<ArrayBuffer> {
  return new Int32Array(columns + 8);
}
