export * from './law-file.ts';
export * from './rdkit.ts';
