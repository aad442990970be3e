import type { Law } from '../../controls/index.ts';
import { day } from '../../kernel/index.ts';
import { findColumns } from '../columns.ts';
import type { ColumnRoles, Role, ScreenedRow, TableRow } from '../screened-row.ts';
import { createScreener, type Screener, type ScreeningOptions } from '../screener.ts';

/** Tables as a person writes them down, for tests. */

export const NO_COLUMNS: ColumnRoles = {
  structure: null,
  name: null,
  cas: null,
  hs: null,
  quantity: null,
  concentration: null,
  description: null,
};

/** Rows of a table: one line a row, cells between bars, the heads first. */
export function table(lines: string): {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
} {
  const [head = '', ...rest] = lines
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const columns = cellsOf(head);
  const rows = rest.map((line, at): TableRow => {
    const cells = cellsOf(line);
    return {
      row: at + 1,
      cells: Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])),
      problems: [],
    };
  });
  return { columns, rows };
}

function cellsOf(line: string): readonly string[] {
  return line.split('|').map((cell) => cell.trim());
}

/** One row with the cells of some roles, each role its own column of the same name. */
export function rowOf(cells: Partial<Record<Role, string>>): TableRow {
  return { row: 1, cells: cells, problems: [] };
}

export const ROLE_COLUMNS: ColumnRoles = {
  structure: 'structure',
  name: 'name',
  cas: 'cas',
  hs: 'hs',
  quantity: 'quantity',
  concentration: 'concentration',
  description: 'description',
};

/** A screener that asks about the United States on 1 July 2026, unless said otherwise; no toolkit. */
export function screenerOf(law: Law, options: Partial<ScreeningOptions> = {}): Screener {
  return createScreener(
    law,
    {
      on: day('2026-07-01'),
      known: null,
      in: ['US'],
      activity: null,
      from: null,
      to: null,
      roles: ROLE_COLUMNS,
      keys: 'found',
      ...options,
    },
    null,
  );
}

/** Screens a table whose columns are found by their content. */
export function screenTable(
  law: Law,
  lines: string,
  options: Partial<ScreeningOptions> = {},
): readonly ScreenedRow[] {
  const { columns, rows } = table(lines);
  const { roles } = findColumns(columns, rows, {}, law);
  const screener = screenerOf(law, { roles, ...options });
  return rows.map((row) => screener.screen(row));
}

export function codes(row: ScreenedRow): readonly string[] {
  return row.problems.map(({ code }) => code);
}

/** The goods of a row as `id` where sure and `id?` where a person must look. */
export function goodsOf(row: ScreenedRow): readonly string[] {
  return row.goods.map(({ id, match }) => `${id ?? '-'}${match === 'exact' ? '' : '?'}`);
}
