export type * from './chemist.ts';
export type * from './molecule.ts';
export type * from './resolution.ts';
export type * from './substance.ts';
export * from './name-fold.ts';
