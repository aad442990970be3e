export type * from './chemist.ts';
export type * from './molecule.ts';
export type * from './resolution.ts';
export type * from './substance.ts';
export * from './name-fold.ts';
export {
  describe,
  MAX_DESCRIPTION_CHARACTERS,
  type DescribedGoods,
  type Description,
} from './description.ts';
export * from './question.ts';
export * from './resolve.ts';
export { prepareLaw, type GoodsIndex, type GoodsLaw, type PreparedLaw } from './resolve-law.ts';
export { canonicalRanks, canonicalSmiles } from './canonical-smiles.ts';
export { counterIonIndex, type CounterIonIndex } from './counter-ions.ts';
export { elementNumber, ELEMENTS, type Element } from './element.ts';
export { averageMass, hillFormula, hillText } from './formula.ts';
export * from './goods-code.ts';
export * from './goods-code-check.ts';
export { hasIsotopes, hasStereo, withoutIsotopes, withoutMaps, withoutStereo } from './molecule-form.ts';
export { bondBetween, graphOf, heavyAtomCount, neighboursOf, type MoleculeGraph } from './molecule-graph.ts';
export { readInchi } from './molecule-inchi.ts';
export { componentAtoms, components, partOf } from './molecule-part.ts';
export { bulkReader, type BulkReader, type BulkReading } from './parent-bulk.ts';
export { parentOf, type ParentOutcome, type RemovedPart } from './parent.ts';
export { neutralised } from './parent-charges.ts';
export { hsProblem } from './lint.ts';
export { isOrganic } from './parent-organic.ts';
export { mayHold, pathBits, pathBitsOf } from './path-bits.ts';
export { resolveStructure, type MayBeNamed } from './resolve-structure.ts';
export { rings, ringSetOf, ringSystems, type Ring, type RingSet } from './ring-set.ts';
export * from './skeleton.ts';
export * from './smiles.ts';
export * from './substructure.ts';
