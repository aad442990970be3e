export type * from './chemist.ts';
export type * from './molecule.ts';
export type * from './resolution.ts';
export type * from './substance.ts';
export * from './name-fold.ts';
export * from './description.ts';
export * from './question.ts';
export * from './resolve.ts';
export { prepareLaw, type GoodsIndex, type GoodsLaw, type PreparedLaw } from './resolve-law.ts';
