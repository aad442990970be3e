export * from './law-file.ts';
export * from './rdkit.ts';
export { type RowFault, ROW_FAULT, screenRow } from './screen-batch.ts';
export * from './screen-table.ts';
