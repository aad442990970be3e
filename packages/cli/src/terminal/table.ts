import { padTo, widthOf, wrap } from './width.ts';

/** A cell: plain text, and how it is coloured once it has been broken into lines. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

export interface Column {
  readonly title: string;
  /** Never narrower than this many columns. */
  readonly min: number;
  /** Takes what room the others leave. */
  readonly flexible?: boolean;
}

const GAP = '  ';

/** Rows in columns, at most `columns` wide, below their titles where any is not blank. */
export function table(
  head: readonly Column[],
  rows: readonly (readonly Cell[])[],
  columns: number,
  paintTitle: (text: string) => string = (text) => text,
): string {
  const titles = head.map(({ title }) => ({ text: title, paint: paintTitle }));
  const hasTitles = head.some(({ title }) => title !== '');
  return tableRows(head, hasTitles ? [titles, ...rows] : rows, columns).join('\n');
}

/** Each row as the lines it takes: cells of flexible columns are broken into lines, none is cut off. */
export function tableRows(
  head: readonly Column[],
  rows: readonly (readonly Cell[])[],
  columns: number,
): readonly string[] {
  const widths = share(head, rows, columns);
  return rows.map((row) => drawRow(row, widths));
}

/** One row as the lines it takes, in columns of these widths whatever the other rows hold. */
export function fixedRow(row: readonly Cell[], widths: readonly number[]): string {
  return drawRow(row, widths);
}

function share(
  head: readonly Column[],
  rows: readonly (readonly Cell[])[],
  columns: number,
): readonly number[] {
  const natural = head.map((column, index) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[index]?.text ?? '')), column.min),
  );
  const gaps = GAP.length * (head.length - 1);
  const isFlexible = head.map((column) => column.flexible === true);
  const fixed = natural.reduce((sum, width, index) => sum + (isFlexible[index] === true ? 0 : width), 0);
  let room = Math.max(0, columns - gaps - fixed);
  let left = isFlexible.filter(Boolean).length;
  // Narrow columns first: what they do not need goes to the wide ones.
  const order = natural.map((_, index) => index).sort((a, b) => (natural[a] ?? 0) - (natural[b] ?? 0));
  const widths = [...natural];
  for (const index of order) {
    if (isFlexible[index] !== true) continue;
    const fair = Math.floor(room / left);
    const width = Math.max(head[index]?.min ?? 1, Math.min(natural[index] ?? 0, fair));
    widths[index] = width;
    room = Math.max(0, room - width);
    left -= 1;
  }
  return widths;
}

function drawRow(row: readonly Cell[], widths: readonly number[]): string {
  const cells = widths.map((width, index) => wrap(row[index]?.text ?? '', width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, index) => {
        const text = lines[line] ?? '';
        const paint = row[index]?.paint;
        const padded = index === widths.length - 1 ? text : padTo(text, widths[index] ?? 0);
        return paint === undefined || text === '' ? padded : paint(text) + padded.slice(text.length);
      })
      .join(GAP)
      .trimEnd(),
  ).join('\n');
}
