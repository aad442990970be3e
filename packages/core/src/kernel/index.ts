export * from './canonical-json.ts';
export * from './citation.ts';
export * from './day.ts';
export * from './jurisdiction.ts';
export * from './outcome.ts';
export * from './sha256.ts';
