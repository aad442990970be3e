export type * from './screened-row.ts';
export { findColumns, SAMPLE_ROWS, type FoundColumns } from './columns.ts';
export { createScreener, type Screener, type ScreeningOptions } from './screener.ts';
export {
  createStructureScreener,
  type StructureScreened,
  type StructureScreener,
} from './structure-screener.ts';
export {
  differenceOf,
  differences,
  ROWS_AHEAD,
  sameInput,
  tallyDifferences,
  type DifferenceTally,
  type Gained,
  type RowDifference,
} from './differences.ts';
export { readKeptRow } from './kept-rows.ts';
export { recordOf, type ScreenRecord } from './screen-record.ts';
export { UNREAD_ROW_CODES } from './unread-row.ts';
