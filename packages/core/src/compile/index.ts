export * from './compile-law.ts';
export { readDraft, writeDraft, type DraftProblem, type DraftRead, type DraftRule } from './draft-text.ts';
export { readLintCases, type LintCase } from './goods-files.ts';
export { readLawCases, type LawCase } from './law-cases.ts';
export * from './law-problem.ts';
export * from './written-law.ts';
