/** Starts of a cell that a spreadsheet takes for a formula. */
const FORMULA = /^[=+@\t\r]|^-(?![\d.])/;

/**
 * RFC 4180: CRLF line ends, cells quoted where they must be. A cell that a spreadsheet would run as a formula is
 * preceded by an apostrophe, because names of goods come from strangers.
 */
export function csv(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
