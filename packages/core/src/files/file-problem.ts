import type { Problem } from '../kernel/index.ts';

/**
 * What can be wrong with a file as a file. Where a place is known, `data` carries `row` (data row from 1), `line` (line
 * of the text, or row of the sheet, from 1) and `column`.
 */
export type FileProblemCode = (typeof FILE_PROBLEM_CODES)[number];

export const FILE_PROBLEM_CODES = [
  // the file cannot be read as a table
  'file-empty',
  'file-format-unknown',
  'file-format-other',
  'file-encrypted',
  'file-corrupt',
  'file-too-large',
  'encoding-unknown',
  'sheet-unknown',
  // the rest of the file could not be read
  'file-truncated',
  'file-damaged',
  'file-bomb',
  'sheet-not-read',
  // the table as a whole
  'heading-none',
  'heading-above',
  'heading-merged',
  'column-renamed',
  'table-empty',
  // a row
  'cells-missing',
  'cells-extra',
  'columns-too-many',
  'column-late',
  'quote-broken',
  'line-too-long',
  'cell-too-long',
  'record-too-long',
  'record-broken',
  'characters-undecodable',
  'nul-character',
  'cell-formula',
  'cell-formula-empty',
  'cell-error',
  'cell-merged',
] as const;

export type PlaceData = Readonly<Record<string, string | number | boolean | null>>;

export function fileProblem(
  code: FileProblemCode,
  message: string,
  todo: string,
  data: PlaceData = {},
): Problem {
  return { code, message, todo, data };
}
