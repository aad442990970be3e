import {
  JURISDICTIONS,
  type Basis,
  type Jurisdiction,
  type RowVerdict,
  type ScreenedRow,
} from '@custody/core';
import type { RowResult } from './messages.ts';
import { concerns } from './row-filter.ts';

/** How many rows stand in one piece: small enough to unpack for one line, large enough to pack well. */
export const ROWS_PER_PIECE = 256;

export const VERDICTS: readonly RowVerdict[] = [
  'controlled',
  'review',
  'unknown',
  'unreadable',
  'not-controlled',
  'outside',
];

/** What rows came to, in numbers. */
export interface Counts {
  readonly verdicts: Record<RowVerdict, number>;
  readonly places: Partial<Record<Jurisdiction, number>>;
  readonly bases: Partial<Record<Basis, number>>;
  /** Rows by code of their problems. */
  readonly problems: Record<string, number>;
  withProblems: number;
}

/** Screened rows as a worker packs them: a tenth of what they take as objects, and handed on without a copy. */
export interface PackedPiece {
  readonly count: number;
  /** Numbers of its first and last row in the file. */
  readonly rowFrom: number;
  readonly rowTo: number;
  /** JSON of `Packed`, as UTF-8. */
  readonly text: Uint8Array<ArrayBuffer>;
  readonly counts: Counts;
  /** Every jurisdiction that one of its rows has a status in. */
  readonly jurisdictions: readonly Jurisdiction[];
}

type Statuses = Pick<ScreenedRow, 'jurisdictions' | 'deciding'>;

/** Cells in the order of the columns; a row with other columns than the file keeps its own. */
type Cells = readonly string[] | ScreenedRow['input'];

type PackedRow = readonly [
  row: number,
  cells: Cells,
  verdict: RowVerdict,
  statuses: number,
  rest?: Partial<Pick<ScreenedRow, 'goods' | 'controls' | 'bases' | 'reasons' | 'problems'>>,
];

interface Packed {
  /** Most rows share a few sets of statuses; each stands once. */
  readonly statuses: readonly Statuses[];
  readonly rows: readonly PackedRow[];
}

export interface RowToPack extends RowResult {
  readonly row: number;
  readonly input: ScreenedRow['input'];
}

export function packPiece(columns: readonly string[], rows: readonly RowToPack[]): PackedPiece {
  const counts = noCounts();
  const statuses = new StatusTable();
  const packed = rows.map((row): PackedRow => {
    count(row, counts);
    const { goods, controls, bases, reasons, problems } = row;
    const head = [row.row, cellsOf(columns, row.input), row.verdict, statuses.numberOf(row)] as const;
    if (goods.length + controls.length + bases.length + reasons.length + problems.length === 0) return head;
    const rest = Object.entries({ goods, controls, bases, reasons, problems });
    return [...head, Object.fromEntries(rest.filter(([, items]) => items.length > 0))];
  });
  const whole: Packed = { statuses: statuses.all, rows: packed };
  const named = new Set(statuses.all.flatMap(({ jurisdictions }) => Object.keys(jurisdictions)));
  return {
    count: rows.length,
    rowFrom: rows[0]?.row ?? 0,
    rowTo: rows.at(-1)?.row ?? 0,
    text: new TextEncoder().encode(JSON.stringify(whole)),
    counts,
    jurisdictions: JURISDICTIONS.filter((jurisdiction) => named.has(jurisdiction)),
  };
}

export function unpackPiece(
  { text }: PackedPiece,
  columns: readonly string[],
  asOf: ScreenedRow['asOf'],
): readonly ScreenedRow[] {
  const { statuses, rows } = JSON.parse(new TextDecoder().decode(text)) as Packed;
  return rows.map(([row, cells, verdict, number, rest]) => ({
    row,
    input: inputOf(columns, cells),
    goods: rest?.goods ?? [],
    verdict,
    jurisdictions: statuses[number]?.jurisdictions ?? {},
    controls: rest?.controls ?? [],
    bases: rest?.bases ?? [],
    deciding: statuses[number]?.deciding ?? [],
    reasons: rest?.reasons ?? [],
    problems: rest?.problems ?? [],
    asOf,
  }));
}

export function noCounts(): Counts {
  const verdicts = { controlled: 0, review: 0, unknown: 0, unreadable: 0, 'not-controlled': 0, outside: 0 };
  return { verdicts, places: {}, bases: {}, problems: {}, withProblems: 0 };
}

/** Adds the counts of a piece to those of a file. */
export function addCounts(sum: Counts, { verdicts, places, bases, problems, withProblems }: Counts): void {
  add(sum.verdicts, verdicts);
  add(sum.places, places);
  add(sum.bases, bases);
  add(sum.problems, problems);
  sum.withProblems += withProblems;
}

function add<Key extends string>(
  sum: Partial<Record<Key, number>>,
  more: Partial<Record<Key, number>>,
): void {
  for (const [key, number] of Object.entries(more) as [Key, number][]) sum[key] = (sum[key] ?? 0) + number;
}

function count(row: RowToPack, counts: Counts): void {
  counts.verdicts[row.verdict] += 1;
  for (const place of JURISDICTIONS) {
    if (concerns(row.jurisdictions, place)) counts.places[place] = (counts.places[place] ?? 0) + 1;
  }
  for (const basis of new Set(row.bases)) add(counts.bases, { [basis]: 1 });
  if (row.problems.length === 0) return;
  counts.withProblems += 1;
  for (const code of new Set(row.problems.map((problem) => problem.code)))
    add(counts.problems, { [code]: 1 });
}

/** Sets of statuses by their number; the same objects, which a screener gives for like rows, are known at once. */
class StatusTable {
  readonly all: Statuses[] = [];
  private readonly byText = new Map<string, number>();
  private readonly byObject = new Map<object, { readonly deciding: object; readonly number: number }>();

  numberOf({ jurisdictions, deciding }: Statuses): number {
    const seen = this.byObject.get(jurisdictions);
    if (seen?.deciding === deciding) return seen.number;
    const text = JSON.stringify([jurisdictions, deciding]);
    let number = this.byText.get(text);
    if (number === undefined) {
      number = this.all.push({ jurisdictions, deciding }) - 1;
      this.byText.set(text, number);
    }
    this.byObject.set(jurisdictions, { deciding, number });
    return number;
  }
}

function cellsOf(columns: readonly string[], input: ScreenedRow['input']): Cells {
  const names = Object.keys(input);
  const fits = names.length === columns.length && columns.every((name, at) => names[at] === name);
  return fits ? Object.values(input) : input;
}

function inputOf(columns: readonly string[], cells: Cells): ScreenedRow['input'] {
  if (!Array.isArray(cells)) return cells as ScreenedRow['input'];
  return Object.fromEntries(columns.map((name, at) => [name, (cells as readonly string[])[at] ?? '']));
}
