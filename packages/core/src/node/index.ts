export * from './law-file.ts';
