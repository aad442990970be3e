export * from './citation.ts';
export * from './day.ts';
export * from './jurisdiction.ts';
export * from './outcome.ts';
