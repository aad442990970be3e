import type { Problem } from '../kernel/index.ts';
import type { FileProblemCode } from './file-problem.ts';
import { COLUMNS_MAX_COUNT, SHEET_CELL_MAX_CHARS } from './limits.ts';
import type { RowMaker } from './row-maker.ts';
import { columnLetters } from './sheet-rows.ts';

/** What is said of a cell of a sheet; the place is given as the sheet names it, and as the column is called. */
export function cellProblem(
  maker: RowMaker,
  code: FileProblemCode,
  at: { readonly column: number; readonly row: number },
): Problem {
  const cell = `${columnLetters(at.column)}${at.row}`;
  const { message, todo } = words(code, cell);
  const column = maker.columns[at.column] ?? columnLetters(at.column);
  return maker.problem(code, message, todo, { line: at.row, column, cell });
}

function words(code: FileProblemCode, cell: string): { readonly message: string; readonly todo: string } {
  switch (code) {
    case 'cell-formula':
      return {
        message: `Cell ${cell} is a formula; the value it had when the workbook was saved was read.`,
        todo: 'Check the value, or save the sheet with values instead of formulas.',
      };
    case 'cell-formula-empty':
      return {
        message: `Cell ${cell} is a formula without a value: the workbook was never calculated.`,
        todo: 'Open the workbook in a spreadsheet program, save it, and give it again.',
      };
    case 'cell-error':
      return {
        message: `Cell ${cell} holds an error instead of a value.`,
        todo: 'Correct the formula in the cell.',
      };
    case 'cell-merged':
      return {
        message: `Cell ${cell} is merged with one above it, and was given the text of that one.`,
        todo: 'Check that the text is meant for this row too.',
      };
    case 'cell-too-long':
      return {
        message: `Cell ${cell} has more than ${SHEET_CELL_MAX_CHARS} characters; only its beginning was read.`,
        todo: 'Shorten the cell.',
      };
    case 'columns-too-many':
      return {
        message: `Cell ${cell} stands beyond column ${COLUMNS_MAX_COUNT} and was not read.`,
        todo: 'Take the cells on the right off.',
      };
    default:
      return {
        message: `The text of cell ${cell} is not in the workbook: it is cut or damaged.`,
        todo: 'Fetch or make the file again.',
      };
  }
}
