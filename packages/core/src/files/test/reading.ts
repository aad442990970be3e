import { createTableWriter, type WriteOptions, type WrittenFormat } from '../write-table.ts';
import { openTable } from '../open-table.ts';
import type { OpenedTable, TableSource } from '../table.ts';
import type { TableRow } from '../../screening/index.ts';
import type { Problem } from '../../kernel/index.ts';

/** Bytes as a source gives them, cut at the given places. */
export async function* inPieces(bytes: Uint8Array, cuts: readonly number[] = []): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  let start = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const end = Math.min(Math.max(cut, start), bytes.length);
    yield bytes.subarray(start, end);
    start = end;
  }
  yield bytes.subarray(start);
}

export interface ReadTable {
  /** Null where the file was refused. */
  readonly table: OpenedTable | null;
  readonly refused: Problem | null;
  readonly rows: readonly TableRow[];
}

export type Given = Partial<Omit<TableSource, 'bytes'>> & { readonly cuts?: readonly number[] };

/** Opens and reads a table to its end. */
export async function readAll(content: Uint8Array | string, given: Given = {}): Promise<ReadTable> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { cuts, ...source } = given;
  const opened = await openTable({ name: null, ...source, bytes: inPieces(bytes, cuts) });
  if (!opened.ok) return { table: null, refused: opened.problem, rows: [] };
  const rows: TableRow[] = [];
  for await (const batch of opened.value.rows) rows.push(...batch);
  return { table: opened.value, refused: null, rows };
}

/** The cells of the rows, in the order of the columns. */
export function cellsOf(read: ReadTable): readonly (readonly string[])[] {
  return read.rows.map((row) => read.table!.columns.map((column) => row.cells[column] ?? ''));
}

/** Codes of the problems of the rows: `3:quote-broken`. */
export function flawsOf(read: ReadTable): readonly string[] {
  return read.rows.flatMap((row) => row.problems.map((problem) => `${row.row}:${problem.code}`));
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** A table written in a format. */
export async function written(
  format: WrittenFormat,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  options: WriteOptions = {},
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const writer = createTableWriter(
    format,
    columns,
    { write: (bytes) => void pieces.push(bytes.slice()) },
    options,
  );
  await writer.write(rows);
  await writer.end();
  return joined(pieces);
}
