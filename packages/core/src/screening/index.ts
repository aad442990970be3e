export type * from './screened-row.ts';
export {
  createStructureScreener,
  type StructureScreened,
  type StructureScreener,
} from './structure-screener.ts';
