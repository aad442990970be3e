const MUST_QUOTE = /[",\r\n]/;

/** Spreadsheets run a cell that starts so as a formula: names of goods come from anywhere. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** RFC 4180 with a byte order mark, so that spreadsheets read the Chinese in it. Numbers stay numbers. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return MUST_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
