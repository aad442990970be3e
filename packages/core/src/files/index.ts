export { columnsOf, type TableColumns } from './table-columns.ts';
export { openTable } from './open-table.ts';
export { FILE_PROBLEM_CODES, type FileProblemCode } from './file-problem.ts';
export {
  TABLE_FORMATS,
  type OpenedTable,
  type OpenOutcome,
  type TableFormat,
  type TableSource,
} from './table.ts';
export {
  createJsonWriter,
  createTableWriter,
  type ByteSink,
  type TableWriter,
  type WriteOptions,
  type WrittenFormat,
} from './write-table.ts';
export {
  createRowWriter,
  flatCells,
  flatColumns,
  type RowWriter,
  type ScreenedColumns,
} from './write-rows.ts';
