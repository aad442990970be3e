import type { ScreenedRow } from '@custody/core';
import type { FoundRow, ListedRow, Progress } from './messages.ts';
import { addCounts, noCounts, ROWS_PER_PIECE, unpackPiece, type PackedPiece } from './packed-piece.ts';
import { isShown, type RowFilter } from './row-filter.ts';

/**
 * The screened rows of a file in little memory, in the order of the file, with their counts: a million lines are about
 * as large as the file they came from. Rows are unpacked where they are looked at. Every piece but the last is full.
 */
export class PackedRows {
  readonly asOf: ScreenedRow['asOf'];
  private readonly columns: readonly string[];
  private readonly pieces: PackedPiece[] = [];
  private readonly counts = noCounts();
  private readonly named = new Set<string>();
  private length = 0;
  private found: { readonly key: string; readonly indices: number[]; pieces: number } | null = null;

  constructor(columns: readonly string[], asOf: ScreenedRow['asOf']) {
    this.columns = columns;
    this.asOf = asOf;
  }

  add(piece: PackedPiece): void {
    this.pieces.push(piece);
    this.length += piece.count;
    addCounts(this.counts, piece.counts);
    for (const jurisdiction of piece.jurisdictions) this.named.add(jurisdiction);
  }

  /** Every jurisdiction that some row has a status in. */
  jurisdictions(): ReadonlySet<string> {
    return this.named;
  }

  /** The counts so far, as a value that does not change any more. */
  tally(): Omit<Progress, 'bytesRead'> {
    return { rows: this.length, ...structuredClone(this.counts) };
  }

  /** `count` rows of those the filter shows, from the `from`th; and how many it shows so far. */
  page(
    filter: RowFilter,
    from: number,
    count: number,
  ): { readonly total: number; readonly rows: readonly ListedRow[] } {
    if (isEvery(filter)) {
      const inReach = Math.max(0, Math.min(count, this.length - from));
      return { total: this.length, rows: this.listed(Array.from({ length: inReach }, (_, at) => from + at)) };
    }
    const indices = this.matching(filter);
    return { total: indices.length, rows: this.listed(indices.slice(from, from + count)) };
  }

  /** The row with this number, and the numbers of its neighbours among those the filter shows. */
  find(filter: RowFilter, number: number): FoundRow | null {
    const index = this.indexOf(number);
    const screened = index === null ? undefined : this.listed([index])[0]?.screened;
    if (index === null || screened === undefined) return null;
    const numberAt = (at: number | undefined): number | null =>
      at === undefined ? null : (this.listed([at])[0]?.screened.row ?? null);
    if (isEvery(filter)) return { screened, before: numberAt(index - 1), after: numberAt(index + 1) };
    const shown = this.matching(filter);
    return {
      screened,
      before: numberAt(shown.findLast((one) => one < index)),
      after: numberAt(shown.find((one) => one > index)),
    };
  }

  /** All rows that the filter shows, in the order of the file. */
  *all(filter: RowFilter): Generator<ScreenedRow> {
    for (const piece of this.pieces) {
      if (!mayShow(piece, filter)) continue;
      for (const row of this.unpack(piece)) if (isShown(row, filter)) yield row;
    }
  }

  /** Indices of the rows shown; what was found for the same filter before is gone on with. */
  private matching(filter: RowFilter): readonly number[] {
    const key = JSON.stringify(filter);
    if (this.found?.key !== key) this.found = { key, indices: [], pieces: 0 };
    const { found } = this;
    for (; found.pieces < this.pieces.length; found.pieces += 1) {
      const piece = this.pieces[found.pieces];
      if (piece === undefined || !mayShow(piece, filter)) continue;
      const first = found.pieces * ROWS_PER_PIECE;
      this.unpack(piece).forEach((row, at) => {
        if (isShown(row, filter)) found.indices.push(first + at);
      });
    }
    return found.indices;
  }

  private listed(indices: readonly number[]): readonly ListedRow[] {
    let open: { readonly piece: PackedPiece; readonly rows: readonly ScreenedRow[] } | null = null;
    return indices.flatMap((index) => {
      const piece = this.pieces[Math.floor(index / ROWS_PER_PIECE)];
      if (piece === undefined) return [];
      if (open?.piece !== piece) open = { piece, rows: this.unpack(piece) };
      const screened = open.rows[index % ROWS_PER_PIECE];
      return screened === undefined ? [] : [{ index, screened }];
    });
  }

  private indexOf(number: number): number | null {
    const at = this.pieces.findIndex(({ rowFrom, rowTo }) => rowFrom <= number && number <= rowTo);
    const piece = this.pieces[at];
    if (piece === undefined) return null;
    const within = this.unpack(piece).findIndex(({ row }) => row === number);
    return within < 0 ? null : at * ROWS_PER_PIECE + within;
  }

  private unpack(piece: PackedPiece): readonly ScreenedRow[] {
    return unpackPiece(piece, this.columns, this.asOf);
  }
}

function isEvery(filter: RowFilter): boolean {
  const { verdicts, places, bases, problem, text } = filter;
  return verdicts.length + places.length + bases.length === 0 && problem === null && text.trim() === '';
}

/** False for a piece of which the counts say that no row fits, so that it is not unpacked. */
function mayShow({ counts }: PackedPiece, { verdicts, places, bases, problem }: RowFilter): boolean {
  return (
    (verdicts.length === 0 || verdicts.some((verdict) => counts.verdicts[verdict] > 0)) &&
    (places.length === 0 || places.some((place) => (counts.places[place] ?? 0) > 0)) &&
    (bases.length === 0 || bases.some((basis) => (counts.bases[basis] ?? 0) > 0)) &&
    (problem === null || (problem === '' ? counts.withProblems : (counts.problems[problem] ?? 0)) > 0)
  );
}
