import {
  casCode,
  chemicalCode,
  parentOf,
  readSmiles,
  type CounterIon,
  type Molecule,
} from '../goods/index.ts';
import type { SubstanceFile } from './goods-files.ts';

/** Goods that are no single chemical: a code over one structure would name something else. */
const NO_SINGLE_CHEMICAL = new Set(['plant', 'plant product', 'extract', 'preparation', 'combination']);

/** What of a structure is coded (house rule "Parent"), by the counter-ions of the published list. */
export type Coded =
  /** The structure as it is: one component, or an inorganic salt. */
  | { readonly kind: 'whole' }
  /** Counter-ions come off and this is left. */
  | { readonly kind: 'parent'; readonly parent: Molecule }
  /** More than one component is left: no code is made up. */
  | { readonly kind: 'mixture' }
  | { readonly kind: 'unreadable'; readonly why: string };

export function codedPart(smiles: string, counterIons: readonly CounterIon[]): Coded {
  const read = readSmiles(smiles);
  if (!read.ok) return { kind: 'unreadable', why: read.problem.message };
  const outcome = parentOf(read.value, counterIons);
  switch (outcome.kind) {
    case 'parent':
      return outcome.removed.length === 0 ? { kind: 'whole' } : { kind: 'parent', parent: outcome.parent };
    case 'inorganic':
      return { kind: 'whole' };
    case 'mixture':
      return { kind: 'mixture' };
    case 'none':
      return { kind: 'unreadable', why: 'The structure has no atoms.' };
  }
}

/**
 * The derived code of a substance (house rule "The goods code"): from the InChIKey of its parent; of the whole where
 * it is an inorganic salt; from its first parent CAS number where it has no structure; null where no code may be
 * made up. `find` gives the file of another substance by its id.
 */
export function substanceCode(
  substance: SubstanceFile,
  counterIons: readonly CounterIon[],
  find: (id: string) => SubstanceFile | undefined,
): string | null {
  if (NO_SINGLE_CHEMICAL.has(substance.nature)) return null;
  const { structure } = substance;
  if (structure === undefined) {
    const cas = substance.cas.find((number) => number.form === 'parent');
    return cas === undefined ? null : casCode(cas.number);
  }
  const coded = codedPart(structure.smiles, counterIons);
  if (coded.kind === 'whole') return chemicalCode(structure.inchikey);
  if (coded.kind !== 'parent') return null;
  const parent = substance.saltOf === undefined ? undefined : find(substance.saltOf)?.structure;
  const key = parent?.inchikey ?? structure.parentInchikey;
  return key === undefined ? null : chemicalCode(key);
}
