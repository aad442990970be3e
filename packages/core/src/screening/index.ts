export type * from './screened-row.ts';
