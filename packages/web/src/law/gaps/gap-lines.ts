import {
  cellsOn,
  FENTANYL_PRECURSORS,
  gapsOf,
  statusesOn,
  type Day,
  type Gap,
  type GapCell,
  type GapRow,
  type GapTable,
  type Jurisdiction,
} from '@custody/core';
import { isNamed } from '../goods-names.ts';

/** What of a table is shown. */
export interface Shown {
  readonly jurisdictions: readonly Jurisdiction[];
  readonly rows: readonly GapRow[];
  readonly gaps: ReadonlyMap<string, readonly Gap[]>;
}

/** The table cut to some jurisdictions and goods, with the gaps between what is left. */
export function shownOf(
  table: GapTable,
  jurisdictions: readonly Jurisdiction[],
  ahead: Jurisdiction | null,
  filter: string,
): Shown {
  const columns = jurisdictions.map((one) => table.jurisdictions.indexOf(one));
  const rows = table.rows
    .filter((row) => isNamed(row, filter))
    .map((row) => ({ ...row, courses: columns.flatMap((column) => row.courses[column] ?? []) }));
  return { jurisdictions, rows, gaps: new Map(rows.map((row) => [row.goods, gapsOf(row, ahead)])) };
}

/** One line of the table on a day. */
export interface GapLine {
  readonly row: GapRow;
  readonly cells: readonly GapCell[];
}

export function linesOn({ rows, gaps }: Shown, on: Day, differOnly: boolean): readonly GapLine[] {
  return rows
    .map((row) => ({ row, cells: cellsOn(row, on, gaps.get(row.goods) ?? []) }))
    .filter(({ cells }) => !differOnly || cells.some(({ gap }) => gap !== null));
}

/** Jurisdictions that decide for at least one of the goods: the others are shown when they are asked for. */
export function decidingIn(table: GapTable): readonly Jurisdiction[] {
  return table.jurisdictions.filter((_, column) => table.rows.some((row) => row.courses[column]?.deciding));
}

export type LineGroup = 'fentanyl-precursor' | 'fentanyl' | 'nitazene' | 'precursor' | 'other';

export function groupOf({ goods, family }: GapRow): LineGroup {
  if (FENTANYL_PRECURSORS.includes(goods)) return 'fentanyl-precursor';
  if (family === 'fentanyl' || family === 'nitazene' || family === 'precursor') return family;
  return 'other';
}

/** One cell whose status became another on a day. */
export interface CellChange {
  readonly row: GapRow;
  readonly cell: GapCell;
}

/** The latest of the days of change up to `on`, and what it brought; null where there is none. */
export function lastChangeOf(
  { rows }: Shown,
  ticks: readonly Day[],
  on: Day,
): { readonly day: Day; readonly changes: readonly CellChange[] } | null {
  const day = ticks.findLast((tick) => tick <= on);
  if (day === undefined) return null;
  const changes = rows.flatMap((row) => {
    const now = statusesOn(row, day);
    return cellsOn(row, day, []).flatMap((cell, column) => {
      const stretches = row.courses[column]?.stretches ?? [];
      const at = stretches.findIndex(({ from }) => from === day);
      return at > 0 && stretches[at - 1]?.status !== now[column] ? [{ row, cell }] : [];
    });
  });
  return { day, changes };
}
