import type { Jurisdiction, Problem } from '../kernel/index.ts';
import type { ScreenedRow } from '../screening/index.ts';
import {
  createJsonWriter,
  createTableWriter,
  type ByteSink,
  type WriteOptions,
  type WrittenFormat,
} from './write-table.ts';

/** Writes screened rows as they come; memory does not grow with them. Calls must not overlap. */
export interface RowWriter {
  write(rows: readonly ScreenedRow[]): Promise<void>;
  /** Writes what closes the file. Nothing can be written after it. */
  end(): Promise<void>;
}

/** What the flat formats must know before the first row. */
export interface ScreenedColumns {
  /** One column each, in this order: the jurisdictions that were asked for. */
  readonly jurisdictions: readonly Jurisdiction[];
  /** Columns of the input, in the order of the file. */
  readonly input: readonly string[];
}

/**
 * A writer of screened rows. JSON and NDJSON hold each row as it is (`ScreenedRow`); CSV, TSV and XLSX a flat sheet:
 * `row`, `verdict`, a column for each jurisdiction, `deciding`, `goods`, `names`, `inchikeys`, `found in`, `controls`,
 * `bases`, `reasons`, `problems`, then the two dates and the digest of the law that answered (`on`, `known`, `law`), and
 * then the input. Several values stand in one cell with `; ` between them. A column of the input that has the name of
 * one before it is called `NAME (input)`.
 */
export function createRowWriter(
  format: WrittenFormat,
  columns: ScreenedColumns,
  sink: ByteSink,
  options: WriteOptions = {},
): RowWriter {
  if (format === 'json' || format === 'ndjson') return createJsonWriter(format, sink);
  const writer = createTableWriter(format, flatColumns(columns), sink, options);
  return {
    write: (rows) => writer.write(rows.map((row) => flatCells(row, columns))),
    end: () => writer.end(),
  };
}

const BEFORE = ['row', 'verdict'] as const;
const AFTER = [
  'deciding',
  'goods',
  'names',
  'inchikeys',
  'found in',
  'controls',
  'bases',
  'reasons',
  'problems',
  'on',
  'known',
  'law',
] as const;

/** Names of the columns of the flat sheet. */
export function flatColumns(columns: ScreenedColumns): readonly string[] {
  const ours = [...BEFORE, ...columns.jurisdictions, ...AFTER];
  const taken = new Set<string>(ours);
  const input = columns.input.map((name) => {
    let free = name;
    for (let copy = 1; taken.has(free); copy += 1)
      free = copy === 1 ? `${name} (input)` : `${name} (input ${copy})`;
    taken.add(free);
    return free;
  });
  return [...ours, ...input];
}

/** Cells of the flat sheet, in the order of its columns. */
export function flatCells(row: ScreenedRow, columns: ScreenedColumns): readonly string[] {
  const { goods } = row;
  return [
    String(row.row),
    row.verdict,
    ...columns.jurisdictions.map((jurisdiction) => row.jurisdictions[jurisdiction] ?? ''),
    joined(row.deciding),
    joined(goods.map((each) => each.id)),
    joined(goods.map((each) => each.name)),
    joined(goods.map((each) => each.inchikey)),
    joined(goods.map((each) => (each.match === 'exact' ? each.from : `${each.from} (candidate)`))),
    joined(row.controls),
    joined(row.bases),
    joined(row.reasons.map((reason) => `${reason.code}: ${reason.text}`)),
    joined(row.problems.map(problemText)),
    row.asOf.on,
    row.asOf.known ?? '',
    row.asOf.law,
    ...columns.input.map((name) => row.input[name] ?? ''),
  ];
}

function joined(values: readonly (string | null)[]): string {
  return values.filter((value) => value !== null).join('; ');
}

function problemText(problem: Problem): string {
  return `${problem.code}: ${problem.message}`;
}
