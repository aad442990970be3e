import { MERGED_MAX_COUNT } from './limits.ts';
import { columnOf } from './sheet-rows.ts';

/** Cells that a sheet shows as one; rows from 1, columns from 0, both ends included. */
export interface MergedCells {
  readonly reference: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const END_OF_ROWS = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/u;
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})["']/gu;
/** Longer than any element that is looked for. */
const CARRY_CHARS = 256;

/**
 * The merged cells of a worksheet, by row. They stand after the rows, so the part is gone through once for them alone:
 * a heading over several columns cannot be understood without.
 */
export function readMergedCells(pieces: Iterable<Uint8Array>): readonly MergedCells[] {
  const decoder = new TextDecoder('latin1');
  const found: MergedCells[] = [];
  let carried = '';
  let afterRows = false;
  for (const piece of pieces) {
    let text = carried + decoder.decode(piece, { stream: true });
    if (!afterRows) {
      const end = END_OF_ROWS.exec(text);
      if (end === null) {
        carried = text.slice(-CARRY_CHARS);
        continue;
      }
      afterRows = true;
      text = text.slice(end.index + end[0].length);
    }
    let read = 0;
    for (const match of text.matchAll(MERGED)) {
      const merged = mergedAt(match[1]!, match[2]!);
      if (merged !== null) found.push(merged);
      read = match.index + match[0].length;
      if (found.length >= MERGED_MAX_COUNT) return byRow(found);
    }
    carried = text.slice(Math.max(read, text.length - CARRY_CHARS));
  }
  return byRow(found);
}

function mergedAt(from: string, to: string): MergedCells | null {
  const left = columnOf(from);
  const right = columnOf(to);
  const top = Number(from.replace(/^[A-Z]+/u, ''));
  const bottom = Number(to.replace(/^[A-Z]+/u, ''));
  if (left === null || right === null || left > right || top > bottom) return null;
  return { reference: `${from}:${to}`, top, bottom, left, right };
}

function byRow(found: MergedCells[]): readonly MergedCells[] {
  return found.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Gives the rows under a merged cell its text, as the sheet shows it; rows come in their order. */
export class MergedFill {
  private readonly waiting: readonly MergedCells[];
  private next = 0;
  private active: { readonly merged: MergedCells; readonly text: string }[] = [];

  constructor(merged: readonly MergedCells[]) {
    this.waiting = merged.filter((each) => each.bottom > each.top);
  }

  /** Fills the cells of a row; the columns it filled, from 0. */
  fill(row: number, cells: string[]): readonly number[] {
    this.active = this.active.filter((each) => each.merged.bottom >= row);
    const filled: number[] = [];
    for (const { merged, text } of this.active) {
      if (text === '' || (cells[merged.left] ?? '') !== '') continue;
      cells[merged.left] = text;
      filled.push(merged.left);
    }
    for (; this.next < this.waiting.length && this.waiting[this.next]!.top <= row; this.next += 1) {
      const merged = this.waiting[this.next]!;
      if (merged.top === row) this.active.push({ merged, text: cells[merged.left] ?? '' });
    }
    return filled;
  }
}
