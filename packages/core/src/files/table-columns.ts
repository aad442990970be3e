import type { Law } from '../controls/index.ts';
import { describe, resolve } from '../goods/index.ts';
import type { Problem } from '../kernel/index.ts';
import { type ColumnRoles, findColumns, type Role, type TableRow } from '../screening/index.ts';
import type { OpenedTable } from './table.ts';

/** Rows looked at before any is screened: more than the columns are found by (`SAMPLE_ROWS`). A table of fewer is short. */
const ROWS_LOOKED_AT = 500;

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
  while (count < ROWS_LOOKED_AT) {
    const read = await source.next();
    isShort = read.done === true;
    if (read.done === true) break;
    looked.push(read.value);
    count += read.value.length;
  }
  const above = goodsAbove(table, law);
  return {
    ...findColumns(table.columns, looked.flat(), given, law),
    isEmpty: count === 0,
    isShort,
    rows: {
      async *[Symbol.asyncIterator]() {
        let last = 0;
        try {
          for (const batch of looked.splice(0)) {
            last = batch.at(-1)?.row ?? last;
            yield batch;
          }
          for (let read = await source.next(); read.done !== true; read = await source.next()) {
            last = read.value.at(-1)?.row ?? last;
            yield read.value;
          }
          if (above !== null) yield [{ row: last + 1, cells: {}, problems: [above] }];
        } finally {
          await source.return?.();
        }
      },
    },
  };
}

/**
 * The note on rows above the heading, where goods are named in them: a title is passed over, goods are not. They come
 * as a last row that was not read.
 */
function goodsAbove({ problems }: OpenedTable, law: Law): Problem | null {
  const note = problems.find(({ code }) => code === 'heading-above');
  const words = note?.data?.['words'];
  if (note === undefined || typeof words !== 'string') return null;
  const named = words.split(' / ').some((line) => resolve(law, line, null).goods !== null);
  return named || describe(law, words).goods.length > 0 ? note : null;
}
