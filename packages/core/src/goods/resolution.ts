import type { Problem } from '../kernel/index.ts';
import type { Molecule } from './molecule.ts';
import type { Equipment, Regime, Substance } from './substance.ts';

/** What the words of a question were read as. */
export type QuestionKind =
  | 'name'
  | 'cas'
  | 'smiles'
  | 'inchi'
  | 'inchikey'
  | 'goods-code'
  | 'hs'
  | 'un'
  | 'registry-code'
  | 'equipment';

/**
 * How the goods asked about differ from the parent a law names: a salt, a hydrate, another stereoisomer,
 * an isotopologue. All empty for the parent itself.
 */
export interface GoodsForm {
  /** Counter-ions and solvents taken off, by their names in the published list: `hydrochloride`, `water`. */
  readonly removed: readonly string[];
  /** The salt in words, where counter-ions were taken off or the name or CAS number speaks of one. */
  readonly salt: string | null;
  /** `named`: as the entry has it. `open`: undefined where the entry defines. `other`: defined otherwise. */
  readonly stereo: 'named' | 'open' | 'other';
  readonly isotopes: boolean;
}

/** Goods a question was resolved to: named in the compiled law, or a bare structure that no list names. */
export interface ResolvedGoods {
  /** Id of the substance or equipment; the parent's InChIKey for a structure no list names. */
  readonly id: string;
  readonly kind: 'chemical' | 'equipment';
  readonly named: Substance | Equipment | null;
  readonly form: GoodsForm;
  /** Standard InChIKey of the parent; null for equipment and goods without a structure. */
  readonly inchikey: string | null;
  /** The parent as a molecule, where the question or the substance has a structure. */
  readonly parent: Molecule | null;
  /** SMILES of the parent, for drawing. */
  readonly smiles: string | null;
  readonly goodsCode: string | null;
  /** Kinds of list the goods are looked for in; a structure no list names is looked for in all. */
  readonly regimes: readonly Regime[];
}

/** Goods a person must confirm: a near miss, or a word with two meanings. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  /** The name or number it is close to. */
  readonly matched: string;
  readonly why:
    | 'near-name'
    | 'near-number'
    | 'ambiguous-name'
    | 'shared-number'
    | 'basket-line'
    | 'same-skeleton'
    | 'mixture-part'
    | 'found-in-text';
  /** 0 to 1; the order of the list. */
  readonly score: number;
}

export interface Resolution {
  readonly input: string;
  readonly by: QuestionKind | null;
  /** False when a person must confirm: then `goods` is null and `candidates` is not empty. */
  readonly exact: boolean;
  readonly goods: ResolvedGoods | null;
  readonly candidates: readonly Candidate[];
  /** What was noticed on the way: a check digit that fails and the one that would fit, folded look-alikes ... */
  readonly problems: readonly Problem[];
}
