export type * from './screened-row.ts';
export { findColumns, SAMPLE_ROWS, type FoundColumns } from './columns.ts';
export { createScreener, type Screener, type ScreeningOptions } from './screener.ts';
export {
  createStructureScreener,
  type StructureScreened,
  type StructureScreener,
} from './structure-screener.ts';
