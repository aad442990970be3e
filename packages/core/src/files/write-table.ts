import { csvLine } from './csv-text.ts';
import { createSheetWriter } from './xlsx-writer.ts';

/** Formats that tables are written in. */
export type WrittenFormat = 'csv' | 'tsv' | 'xlsx' | 'json' | 'ndjson';

/** Where the bytes of a table go. A promise is waited for before more is written. */
export interface ByteSink {
  write(bytes: Uint8Array): void | Promise<void>;
}

export interface WriteOptions {
  /** CSV and TSV: begin with a byte order mark, by which Excel knows UTF-8. Default: no. */
  readonly byteOrderMark?: boolean;
  /**
   * CSV and TSV: a cell that a spreadsheet would take for a formula gets an apostrophe in front (`guarded`, the
   * default), or is written as it is, for programs.
   */
  readonly formulas?: 'guarded' | 'as-they-are';
  /** XLSX: name of the sheet. */
  readonly sheet?: string;
}

/** Writes rows as they come; memory does not grow with them. Calls must not overlap. */
export interface TableWriter {
  /** Cells in the order of the columns. */
  write(rows: readonly (readonly string[])[]): Promise<void>;
  /** Writes what closes the file. Nothing can be written after it. */
  end(): Promise<void>;
}

/**
 * A writer of a table of text. CSV after RFC 4180 in UTF-8; XLSX with every cell as text, so that no program makes a
 * number of a CAS number or a date of a name; JSON as one list of objects; NDJSON as one object a line.
 */
export function createTableWriter(
  format: WrittenFormat,
  columns: readonly string[],
  sink: ByteSink,
  options: WriteOptions = {},
): TableWriter {
  switch (format) {
    case 'csv':
    case 'tsv':
      return delimitedWriter(format === 'tsv' ? '\t' : ',', columns, sink, options);
    case 'xlsx':
      return createSheetWriter(columns, sink, options.sheet ?? 'Sheet1');
    case 'json':
    case 'ndjson': {
      const inner = createJsonWriter(format, sink);
      return {
        write: (rows) => inner.write(rows.map((cells) => named(columns, cells))),
        end: () => inner.end(),
      };
    }
  }
}

/** Writes values as one JSON list, a value a line, or as NDJSON. */
export function createJsonWriter(
  format: 'json' | 'ndjson',
  sink: ByteSink,
): { write(values: readonly unknown[]): Promise<void>; end(): Promise<void> } {
  const encoder = new TextEncoder();
  let first = true;
  const before = (): string => {
    if (format === 'ndjson') return '';
    const text = first ? '[\n' : ',\n';
    first = false;
    return text;
  };
  return {
    async write(values) {
      if (values.length === 0) return;
      const after = format === 'ndjson' ? '\n' : '';
      const text = values.map((value) => before() + JSON.stringify(value) + after).join('');
      await sink.write(encoder.encode(text));
    },
    async end() {
      if (format === 'json') await sink.write(encoder.encode(first ? '[]\n' : '\n]\n'));
    },
  };
}

const BYTE_ORDER_MARK = '\uFEFF';

function delimitedWriter(
  delimiter: ',' | '\t',
  columns: readonly string[],
  sink: ByteSink,
  options: WriteOptions,
): TableWriter {
  const encoder = new TextEncoder();
  const guarded = options.formulas !== 'as-they-are';
  let begun = false;
  const heading = (): string => {
    if (begun) return '';
    begun = true;
    return (options.byteOrderMark === true ? BYTE_ORDER_MARK : '') + csvLine(columns, delimiter, guarded);
  };
  return {
    async write(rows) {
      const text = heading() + rows.map((cells) => csvLine(cells, delimiter, guarded)).join('');
      if (text !== '') await sink.write(encoder.encode(text));
    },
    async end() {
      const text = heading();
      if (text !== '') await sink.write(encoder.encode(text));
    },
  };
}

function named(columns: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
}
