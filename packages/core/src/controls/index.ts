export type * from './answer.ts';
export type * from './control.ts';
export type * from './law.ts';
export type { LawQuestion } from './judge.ts';
export * from './answered-goods.ts';
export * from './backlog.ts';
export * from './bases.ts';
export * from './brief-answer.ts';
export * from './changes.ts';
export * from './check.ts';
export { checkDefinition } from './class-check.ts';
export {
  classOutcome,
  compileClass,
  frameMolecules,
  type ClassOutcome,
  type CompiledClass,
} from './class-match.ts';
export * from './class-timeline.ts';
export { BRIDGE_WORDS, GROUP_WORDS } from './class-kind-words.ts';
export * from './draft.ts';
export * from './gap-sheet.ts';
export * from './gaps.ts';
export * from './goods-that-matter.ts';
export * from './class-definition.ts';
export * from './instruments.ts';
export * from './status-course.ts';
export * from './status-matrix.ts';
export * from './status-on.ts';
export * from './timeline.ts';
export * from './verdict.ts';
export { linksOf } from './basis.ts';
export type { Link } from './link.ts';
export { tablesOf, type LawTables } from './law-tables.ts';
export { framesOf, ruleSieve, type RuleSieve } from './structure-frames.ts';
export { structureMatches, type StructureMatches } from './structure-matches.ts';
export { standingOn, type Standing } from './standing.ts';
export { goodsOfLaw } from './goods-of-law.ts';
export { quantityReasons } from './quantity-threshold.ts';
