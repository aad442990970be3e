import type { Law } from '../controls/index.ts';
import type { Problem } from '../kernel/index.ts';
import { type ColumnRoles, findColumns, type Role, type TableRow } from '../screening/index.ts';
import type { OpenedTable } from './table.ts';

/** Rows by which the columns are found out; they are screened like all others. */
const SAMPLE_ROWS_COUNT = 500;

/** A table of which it is known what its columns hold. */
export interface TableColumns {
  readonly roles: ColumnRoles;
  readonly problems: readonly Problem[];
  /** True where the table has no row. */
  readonly isEmpty: boolean;
  /** True where the rows looked at first are all there are: of so few, every structure is worth its InChIKey. */
  readonly isShort: boolean;
  /** All rows of the table, those that were looked at first; to be gone through once. */
  readonly rows: AsyncIterable<readonly TableRow[]>;
}

/** Finds out by its first rows which column of a table holds what; `given`: columns that were named. */
export async function columnsOf(
  table: OpenedTable,
  given: Partial<Record<Role, string>>,
  law: Law,
): Promise<TableColumns> {
  const source = table.rows[Symbol.asyncIterator]();
  const looked: (readonly TableRow[])[] = [];
  let count = 0;
  let isShort = false;
  while (count < SAMPLE_ROWS_COUNT) {
    const read = await source.next();
    isShort = read.done === true;
    if (read.done === true) break;
    looked.push(read.value);
    count += read.value.length;
  }
  const sample = looked.flat().slice(0, SAMPLE_ROWS_COUNT);
  return {
    ...findColumns(table.columns, sample, given, law),
    isEmpty: count === 0,
    isShort,
    rows: {
      async *[Symbol.asyncIterator]() {
        try {
          yield* looked.splice(0);
          for (let read = await source.next(); read.done !== true; read = await source.next()) {
            yield read.value;
          }
        } finally {
          await source.return?.();
        }
      },
    },
  };
}
