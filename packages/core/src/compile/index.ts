export * from './compile-law.ts';
export { readLintCases, type LintCase } from './goods-files.ts';
export { readLawCases, type LawCase } from './law-cases.ts';
export * from './law-problem.ts';
export * from './written-law.ts';
