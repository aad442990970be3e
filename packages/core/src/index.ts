export * from './kernel/index.ts';
export * from './goods/index.ts';
export * from './controls/index.ts';
export * from './screening/index.ts';
