import type { Outcome, Problem } from '../kernel/index.ts';
import type { TableRow } from '../screening/index.ts';

export type TableFormat = 'csv' | 'tsv' | 'xlsx' | 'sdf' | 'smi' | 'json' | 'ndjson';

export const TABLE_FORMATS: readonly TableFormat[] = ['csv', 'tsv', 'xlsx', 'sdf', 'smi', 'json', 'ndjson'];

/** Bytes that may hold a table, from wherever they come: a file, standard input, a body of a request, a dropped file. */
export interface TableSource {
  /** Name of the file; a hint at its format, and no more than that. Null: no name, as for standard input. */
  readonly name: string | null;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Take it as this, whatever it looks like. Gzip around it is found all the same. */
  readonly format?: TableFormat;
  /** A label of the Encoding Standard (`utf-8`, `gb18030`, `windows-1252`, `shift_jis` ...): do not find it out. */
  readonly encoding?: string;
  /** Name of the sheet of a workbook, or its number from 1. */
  readonly sheet?: string;
  /**
   * Whether the first row names the columns. `found` (the default) decides by what stands in it and takes it for data
   * when in doubt: goods that are taken for a heading would go unscreened.
   */
  readonly header?: 'found' | 'first-row' | 'none';
}

/** A table that was recognised and whose columns are known; its rows are read as they are asked for. */
export interface OpenedTable {
  readonly format: TableFormat;
  /** The encoding of the text, in lower case; null for a workbook, which says it itself. */
  readonly encoding: string | null;
  /** Whether it was gzipped. */
  readonly compressed: boolean;
  readonly columns: readonly string[];
  /** The sheet that is read, of a workbook. */
  readonly sheet: string | null;
  /** What holds for the table as a whole: rows above the heading, columns that had to be named. */
  readonly problems: readonly Problem[];
  /**
   * Batches of at most `BATCH_ROWS_COUNT` rows in the order of the file, to be gone through once. A file that ends too
   * early, or that cannot be read further, gives what was read and then one row without cells whose problem says so.
   */
  readonly rows: AsyncIterable<readonly TableRow[]>;
  /** Bytes taken from the source so far, for progress. */
  bytesRead(): number;
}

export type OpenOutcome = Outcome<OpenedTable>;
