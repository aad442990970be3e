import { fileProblem } from './file-problem.ts';
import { findHeading, uniqueColumns, type Heading } from './heading.ts';
import { isHeadingWord } from './heading-words.ts';
import { MergedFill, type MergedCells } from './merged-cells.ts';
import type { SheetRow } from './sheet-rows.ts';
import type { TableSource } from './table.ts';

/**
 * The heading of a sheet among its first rows. A row whose cells are merged over several columns heads groups of
 * columns; the names stand in the row below it, and get the group in front where they would otherwise be the same.
 *
 * @returns the heading, with the number in the sheet of its last row (0: none)
 */
export function sheetHeading(
  rows: readonly SheetRow[],
  merged: readonly MergedCells[],
  mode: NonNullable<TableSource['header']>,
): Heading & { readonly lastRow: number } {
  const fill = new MergedFill(merged);
  const looked = rows.map((row) => {
    const cells = [...row.cells];
    fill.fill(row.number, cells);
    return Array.from(cells, (cell: string | undefined) => cell ?? '');
  });
  const heading = findHeading(looked, mode);
  if (heading.skip === 0) return { ...heading, lastRow: 0 };
  const at = heading.skip - 1;
  const wide = merged.filter((each) => each.right > each.left && each.top === rows[at]!.number);
  if (wide.length === 0) return { ...heading, lastRow: rows[at]!.number };
  const below = looked[at + 1];
  if (below !== undefined && headsColumns(below)) {
    return { ...grouped(heading, looked[at]!, below, wide), lastRow: rows[at + 1]!.number };
  }
  return { ...spread(heading, looked[at]!, wide), lastRow: rows[at]!.number };
}

function headsColumns(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 1 && filled.filter(isHeadingWord).length * 2 >= filled.length;
}

/** Groups above, names below. */
function grouped(
  heading: Heading,
  groups: readonly string[],
  names: readonly string[],
  wide: readonly MergedCells[],
): Heading {
  const width = Math.max(names.length, groups.length);
  const groupOf = spreadOver(groups, wide, width);
  const plain = Array.from(
    { length: width },
    (_, column) => (names[column] ?? '').trim() || (groups[column] ?? '').trim(),
  );
  const times = new Map<string, number>();
  for (const name of plain) times.set(name, (times.get(name) ?? 0) + 1);
  const full = plain.map((name, column) => {
    const group = groupOf[column]!.trim();
    return times.get(name)! > 1 && name !== '' && group !== '' && group !== name
      ? `${group} / ${name}`
      : name;
  });
  return withColumns(heading, full, wide, heading.skip + 1);
}

/** A heading over several columns heads each of them. */
function spread(heading: Heading, names: readonly string[], wide: readonly MergedCells[]): Heading {
  const width = Math.max(names.length, heading.columns.length);
  return withColumns(heading, spreadOver(names, wide, width), wide, heading.skip);
}

function spreadOver(
  cells: readonly string[],
  wide: readonly MergedCells[],
  width: number,
): readonly string[] {
  const spreadCells = Array.from({ length: width }, (_, column) => cells[column] ?? '');
  for (const each of wide) {
    for (let column = each.left + 1; column <= each.right && column < width; column += 1) {
      if (spreadCells[column] === '') spreadCells[column] = spreadCells[each.left] ?? '';
    }
  }
  return spreadCells;
}

function withColumns(
  heading: Heading,
  names: readonly string[],
  wide: readonly MergedCells[],
  skip: number,
): Heading {
  const { columns, problems } = uniqueColumns(names);
  const references = wide.map((each) => each.reference).join(', ');
  const above = heading.problems.filter((problem) => problem.code === 'heading-above');
  const said = fileProblem(
    'heading-merged',
    `Cells of the heading are merged (${references.slice(0, 200)}); the columns are called: ${columns.join(', ').slice(0, 500)}`,
    'Check that these are the right names, or give each column a cell of its own.',
    { cells: references.slice(0, 200) },
  );
  return { skip, columns, problems: [...above, said, ...problems] };
}
