import type { Jurisdiction, RowVerdict, ScreenedRow } from '@custody/core';
import { JURISDICTIONS } from '@custody/core';
import type { FoundRow, ListedRow, Progress } from './messages.ts';
import { concerns, isShown, type RowFilter } from './row-filter.ts';

/** How many rows stand in one piece of text: small enough to unpack for one line, large enough to pack well. */
export const ROWS_PER_PIECE = 256;

export const VERDICTS: readonly RowVerdict[] = [
  'controlled',
  'review',
  'unknown',
  'unreadable',
  'not-controlled',
  'outside',
];

interface Piece {
  readonly first: number;
  readonly count: number;
  /** Numbers of its first and last row in the file. */
  readonly rowFrom: number;
  readonly rowTo: number;
  /** A JSON array of the rows, as UTF-8: a tenth of what the same rows take as objects. */
  readonly text: Uint8Array;
  /** What every filter but the text needs to know, so that a piece without a match is not unpacked. */
  readonly verdicts: ReadonlySet<RowVerdict>;
  readonly withProblems: boolean;
}

/** A row as it is packed: cells in the order of the columns, statuses by their number. */
type Packed = [
  row: number,
  cells: readonly string[] | Readonly<Record<string, string>>,
  verdict: RowVerdict,
  statuses: number,
  rest?: Partial<Pick<ScreenedRow, 'goods' | 'controls' | 'bases' | 'reasons' | 'problems'>>,
];

type Statuses = Pick<ScreenedRow, 'jurisdictions' | 'deciding'>;

/**
 * The screened rows of a file in little memory, in the order of the file, with their counts: a million lines are about
 * as large as the file they came from. Rows are unpacked where they are looked at.
 */
export class PackedRows {
  private readonly columns: readonly string[];
  readonly asOf: ScreenedRow['asOf'];
  private readonly pieces: Piece[] = [];
  private waiting: ScreenedRow[] = [];
  /** Most rows of a file share a few sets of statuses; each stands once. */
  private readonly statuses: Statuses[] = [];
  private readonly statusNumbers = new Map<string, number>();
  private readonly counts = {
    verdicts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<RowVerdict, number>,
    places: {} as Partial<Record<Jurisdiction, number>>,
    bases: {} as Record<string, number>,
    problems: {} as Record<string, number>,
    withProblems: 0,
  };
  private length = 0;
  private found: { readonly key: string; readonly indices: number[]; upTo: number } | null = null;

  constructor(columns: readonly string[], asOf: ScreenedRow['asOf']) {
    this.columns = columns;
    this.asOf = asOf;
  }

  get rows(): number {
    return this.length;
  }

  add(row: ScreenedRow): void {
    this.waiting.push(row);
    this.length += 1;
    this.statusNumber(row);
    this.count(row);
    if (this.waiting.length >= ROWS_PER_PIECE) this.pack();
  }

  /** Every jurisdiction that some row has a status in. */
  jurisdictions(): ReadonlySet<string> {
    return new Set(this.statuses.flatMap(({ jurisdictions }) => Object.keys(jurisdictions)));
  }

  /** The counts so far, as a value that does not change any more. */
  tally(): Omit<Progress, 'bytesRead'> {
    const { verdicts, places, bases, problems, withProblems } = this.counts;
    return {
      rows: this.length,
      verdicts: { ...verdicts },
      places: { ...places },
      bases: { ...bases },
      problems: { ...problems },
      withProblems,
    };
  }

  /** `count` rows of those the filter shows, from the `from`th; and how many it shows so far. */
  page(filter: RowFilter, from: number, count: number): { total: number; rows: readonly ListedRow[] } {
    if (isEvery(filter)) {
      const indices = Array.from(
        { length: Math.max(0, Math.min(count, this.length - from)) },
        (_, at) => from + at,
      );
      return { total: this.length, rows: this.listed(indices) };
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

  private indexOf(number: number): number | null {
    const piece = this.pieces.find(({ rowFrom, rowTo }) => rowFrom <= number && number <= rowTo);
    const rows = piece === undefined ? this.waiting : this.unpack(piece);
    const at = rows.findIndex(({ row }) => row === number);
    return at < 0 ? null : (piece?.first ?? this.pieces.length * ROWS_PER_PIECE) + at;
  }

  /** All rows that the filter shows, in the order of the file. */
  *all(filter: RowFilter): Generator<ScreenedRow> {
    for (const piece of this.pieces) {
      if (!mayShow(piece, filter)) continue;
      for (const row of this.unpack(piece)) if (isShown(row, filter)) yield row;
    }
    for (const row of this.waiting) if (isShown(row, filter)) yield row;
  }

  /** Indices of the rows shown; what was found for the same filter before is gone on with. */
  private matching(filter: RowFilter): readonly number[] {
    const key = JSON.stringify(filter);
    if (this.found?.key !== key) this.found = { key, indices: [], upTo: 0 };
    const { found } = this;
    const look = (row: ScreenedRow, index: number): void => {
      if (index >= found.upTo && isShown(row, filter)) found.indices.push(index);
    };
    for (const piece of this.pieces) {
      if (piece.first + piece.count <= found.upTo || !mayShow(piece, filter)) continue;
      this.unpack(piece).forEach((row, at) => look(row, piece.first + at));
    }
    const packed = this.length - this.waiting.length;
    this.waiting.forEach((row, at) => look(row, packed + at));
    found.upTo = this.length;
    return found.indices;
  }

  private listed(indices: readonly number[]): readonly ListedRow[] {
    let open: { readonly first: number; readonly rows: readonly ScreenedRow[] } | null = null;
    return indices.flatMap((index) => {
      const at = Math.floor(index / ROWS_PER_PIECE);
      const piece = this.pieces[at];
      if (piece === undefined) {
        const row = this.waiting[index - this.pieces.length * ROWS_PER_PIECE];
        return row === undefined ? [] : [{ index, screened: row }];
      }
      if (open?.first !== piece.first) open = { first: piece.first, rows: this.unpack(piece) };
      const row = open.rows[index - piece.first];
      return row === undefined ? [] : [{ index, screened: row }];
    });
  }

  private count(row: ScreenedRow): void {
    const { verdicts, places, bases, problems } = this.counts;
    verdicts[row.verdict] += 1;
    for (const place of JURISDICTIONS) {
      if (concerns(row.jurisdictions, place)) places[place] = (places[place] ?? 0) + 1;
    }
    for (const basis of new Set(row.bases)) bases[basis] = (bases[basis] ?? 0) + 1;
    if (row.problems.length === 0) return;
    this.counts.withProblems += 1;
    for (const code of new Set(row.problems.map((problem) => problem.code))) {
      problems[code] = (problems[code] ?? 0) + 1;
    }
  }

  private pack(): void {
    const rows = this.waiting;
    this.waiting = [];
    const packed = rows.map((row): Packed => {
      const { goods, controls, bases, reasons, problems } = row;
      const rest = Object.entries({ goods, controls, bases, reasons, problems }).filter(
        ([, items]) => items.length > 0,
      );
      const packed = [row.row, this.cellsOf(row.input), row.verdict, this.statusNumber(row)] as const;
      return rest.length === 0 ? [...packed] : [...packed, Object.fromEntries(rest)];
    });
    this.pieces.push({
      first: this.pieces.length * ROWS_PER_PIECE,
      count: rows.length,
      rowFrom: rows[0]?.row ?? 0,
      rowTo: rows.at(-1)?.row ?? 0,
      text: new TextEncoder().encode(JSON.stringify(packed)),
      verdicts: new Set(rows.map((row) => row.verdict)),
      withProblems: rows.some((row) => row.problems.length > 0),
    });
  }

  private unpack(piece: Piece): readonly ScreenedRow[] {
    const packed = JSON.parse(new TextDecoder().decode(piece.text)) as readonly Packed[];
    return packed.map(([row, cells, verdict, statuses, rest]) => ({
      row,
      input: this.inputOf(cells),
      goods: rest?.goods ?? [],
      verdict,
      jurisdictions: this.statuses[statuses]?.jurisdictions ?? {},
      controls: rest?.controls ?? [],
      bases: rest?.bases ?? [],
      deciding: this.statuses[statuses]?.deciding ?? [],
      reasons: rest?.reasons ?? [],
      problems: rest?.problems ?? [],
      asOf: this.asOf,
    }));
  }

  /** Cells in the order of the columns; a row with other columns than the file keeps its own. */
  private cellsOf(input: ScreenedRow['input']): Packed[1] {
    const names = Object.keys(input);
    const fits = names.length === this.columns.length && this.columns.every((name, at) => names[at] === name);
    return fits ? Object.values(input) : input;
  }

  private inputOf(cells: Packed[1]): ScreenedRow['input'] {
    if (!Array.isArray(cells)) return cells as Readonly<Record<string, string>>;
    return Object.fromEntries(this.columns.map((name, at) => [name, (cells as readonly string[])[at] ?? '']));
  }

  private statusNumber({ jurisdictions, deciding }: ScreenedRow): number {
    const key = JSON.stringify([jurisdictions, deciding]);
    let number = this.statusNumbers.get(key);
    if (number === undefined) {
      number = this.statuses.push({ jurisdictions, deciding }) - 1;
      this.statusNumbers.set(key, number);
    }
    return number;
  }
}

function isEvery(filter: RowFilter): boolean {
  const { verdicts, places, bases, problem, text } = filter;
  return verdicts.length + places.length + bases.length === 0 && problem === null && text.trim() === '';
}

function mayShow(piece: Piece, { verdicts, problem }: RowFilter): boolean {
  if (problem !== null && !piece.withProblems) return false;
  return verdicts.length === 0 || verdicts.some((verdict) => piece.verdicts.has(verdict));
}
