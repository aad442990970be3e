/** Whatever some program takes for a delimiter, a quote or the end of a line; and blanks at the ends, which some drop. */
const NEEDS_QUOTES = /[",;|\t\r\n]|^\s|\s$/u;

/** What spreadsheets take for the beginning of a formula. */
const BEGINS_FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/**
 * One record (RFC 4180), with its CR LF. Cells that hold any usual delimiter are quoted, not only this one, so that it
 * cannot be mistaken.
 *
 * Guarded, a cell that begins like a formula gets an apostrophe in front: opened in a spreadsheet, `=HYPERLINK(...)`
 * from somebody's catalogue would otherwise run. Numbers are left alone: they are no formulas.
 */
export function csvLine(cells: readonly string[], delimiter: ',' | '\t', guarded: boolean): string {
  // A record of one empty cell would be a blank line, which is no record.
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  return `${cells.map((cell) => csvCell(guarded ? guardedCell(cell) : cell)).join(delimiter)}\r\n`;
}

const PLAIN_NUMBER = /^[-+]?\d+(?:[.,]\d+)?%?$/u;

/** The cell as a spreadsheet may open it. */
export function guardedCell(cell: string): string {
  return BEGINS_FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

function csvCell(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
