import type { Day } from '../kernel/index.ts';
import type { GapCell, GapRow } from './gaps.ts';

const COLUMNS = [
  'on',
  'goods',
  'name',
  'family',
  'jurisdiction',
  'decides',
  'status',
  'since',
  'since_certain',
  'verified',
  'permanence',
  'list',
  'entry',
  'basis',
  'announced_from',
  'behind',
  'gap_from',
  'gap_days',
  'gap_at_least',
] as const;

/** The table of gaps as a flat sheet, its heading first: one line a cell, with the days and the entry behind it. */
export function gapSheet(
  on: Day,
  lines: readonly { readonly row: GapRow; readonly cells: readonly GapCell[] }[],
): readonly (readonly (string | number | null)[])[] {
  return [COLUMNS, ...lines.flatMap(({ row, cells }) => cells.map((cell) => sheetLine(on, row, cell)))];
}

function sheetLine(
  on: Day,
  row: GapRow,
  { jurisdiction, deciding, status, since, entry, permanence, announced, gap }: GapCell,
): readonly (string | number | null)[] {
  return [
    on,
    row.goods,
    row.name,
    row.family,
    jurisdiction,
    yesNo(deciding),
    status,
    since.day,
    yesNo(since.certain),
    entry === null ? null : yesNo(entry.verified),
    permanence,
    entry?.list ?? null,
    entry?.entry ?? null,
    entry?.basis ?? null,
    announced?.latest ?? null,
    gap?.ahead ?? null,
    gap?.from ?? null,
    gap?.days ?? null,
    gap === null ? null : yesNo(gap.atLeast),
  ];
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
