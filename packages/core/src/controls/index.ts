export type * from './answer.ts';
export type * from './control.ts';
export type * from './law.ts';
