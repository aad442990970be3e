import { casCode, chemicalCode } from '../goods/goods-code.ts';
import type { SubstanceFile } from './goods-files.ts';

/** Goods that are no single chemical: a code over one structure would name something else. */
const NO_SINGLE_CHEMICAL = new Set(['plant', 'plant product', 'extract', 'preparation', 'combination']);

/** A carbon with hydrogen on some carbon-containing part: organic, so that counter-ions come off before coding. */
export function isOrganic(formula: string): boolean {
  return /C(?![a-z])\d*H/.test(formula);
}

/** True for a structure of several parts of which at least one is organic: its parent is not the whole. */
export function needsParent(structure: { readonly smiles: string; readonly formula: string }): boolean {
  return structure.smiles.includes('.') && isOrganic(structure.formula);
}

/**
 * The derived code of a substance (house rule "The goods code"): from the InChIKey of its parent; of the whole where
 * it is an inorganic salt; from its first parent CAS number where it has no structure; null where no code may be
 * made up.
 */
export function substanceCode(
  substance: SubstanceFile,
  parentOf: (id: string) => SubstanceFile | undefined,
): string | null {
  if (NO_SINGLE_CHEMICAL.has(substance.nature)) return null;
  const key = parentKey(substance, parentOf);
  if (key !== null) return chemicalCode(key);
  if (substance.structure !== undefined) return null;
  const cas = substance.cas.find((number) => number.form === 'parent');
  return cas === undefined ? null : casCode(cas.number);
}

function parentKey(
  substance: SubstanceFile,
  parentOf: (id: string) => SubstanceFile | undefined,
): string | null {
  const { saltOf, structure } = substance;
  if (saltOf !== undefined) return parentOf(saltOf)?.structure?.inchikey ?? null;
  if (structure === undefined) return null;
  if (structure.parentInchikey !== undefined) return structure.parentInchikey;
  return needsParent(structure) ? null : structure.inchikey;
}
