import type { Confidence } from '../kernel/index.ts';

/** Languages in which names are kept. `la`: international non-proprietary names and chemical systematics. */
export type NameLanguage = 'en' | 'zh' | 'zh-Hant' | 'es' | 'pt' | 'fr' | 'de' | 'ru' | 'ja' | 'la';

export type NameKind =
  | 'law'
  | 'inn'
  | 'common'
  | 'abbreviation'
  | 'iupac'
  | 'systematic'
  | 'trade'
  | 'street'
  | 'misspelling'
  | 'other';

/** One name somebody has used, where it was seen, and whether it may decide by itself. */
export interface GoodsName {
  readonly text: string;
  readonly lang: NameLanguage;
  readonly kind: NameKind;
  readonly source: string | null;
  readonly confidence: Confidence;
  /**
   * Set where the name also means something else (NPP the power station, 4-AP the aminopyridine, PCE):
   * a person's direct question may be answered with it, a line of free text needs a second sign.
   */
  readonly ambiguous?: boolean;
  /** The form the name speaks of where it is not the parent: `hydrochloride`, `citrate`, `(S)`. */
  readonly form?: string;
}

export interface CasNumber {
  readonly number: string;
  /** `parent`, or the salt, hydrate or isomer this number stands for: `hydrochloride`, `dihydrochloride`, `S`. */
  readonly form: string;
  readonly source: string | null;
  readonly confidence: Confidence;
  /** Set where the same number is printed for other goods too (7723-14-0: red and white phosphorus). */
  readonly shared?: boolean;
  /** A doubt or a conflict about the number, in words. */
  readonly note?: string;
}

export interface HsCode {
  /** The edition of the Harmonized System: 2012, 2017, 2022. */
  readonly edition: number;
  /** Six digits as printed: `2933.39`. */
  readonly code: string;
  /** True when other goods travel under the same line. */
  readonly basket: boolean;
  readonly source: string | null;
  readonly confidence: Confidence;
  readonly note?: string;
}

export interface NationalLine {
  readonly country: string;
  readonly code: string;
  readonly text?: string;
  readonly source: string | null;
  readonly confidence: Confidence;
  readonly note?: string;
}

export interface UnNumber {
  /** `UN1815` */
  readonly number: string;
  /** Proper shipping name, as printed. */
  readonly shippingName?: string;
  /** Class and, in brackets, subsidiary hazard: `8 (3)`. */
  readonly class?: string;
  readonly packingGroup?: string;
  /** False for numbers of solutions, mixtures and other forms of the same goods. */
  readonly primary: boolean;
  readonly source: string | null;
  readonly confidence: Confidence;
}

/** A code some other registry gives: DEA drug code, EC number, UNII, PubChem CID, DrugBank. */
export interface RegistryCode {
  readonly registry: 'dea' | 'ec' | 'unii' | 'pubchem' | 'drugbank' | 'cn-catalogue';
  readonly code: string;
  readonly source: string | null;
  readonly confidence: Confidence;
}

export interface Structure {
  /** Canonical SMILES of the parent. */
  readonly smiles: string;
  readonly inchi: string;
  readonly inchikey: string;
  /** Hill formula. */
  readonly formula: string;
  /** Average molecular mass in unified atomic mass units. */
  readonly mass: number;
  /** How the structure was arrived at, in the compiler's words. */
  readonly origin: string;
  readonly confidence: Confidence;
  /** Other keys under which sources draw the same scheduled substance (stereo drawn differently). */
  readonly inchikeysAlso: readonly string[];
  /** True when the scheduled name leaves stereocentres open: every stereoisomer is the named substance. */
  readonly openStereo: boolean;
  /** A disagreement between sources about this structure, in words. */
  readonly conflict?: string;
  /**
   * InChIKey of what is left when counter-ions are taken off, where the named substance is itself a salt and what is
   * left is no substance of ours (the cation of morphine methylbromide). The goods code is made from it.
   */
  readonly parentInchikey?: string;
}

/**
 * What lists a substance is looked for in. `drug`: narcotic or psychotropic schedules; `precursor`: precursor
 * tables; both for substances that stand between (norfentanyl); `watched`: on watch lists only.
 */
export type Regime = 'drug' | 'precursor' | 'watched';

/** A chemical that some law, list or report names. A value of `data/goods`. */
export interface Substance {
  /** Stable within Custody: `4-anilinopiperidine`. */
  readonly id: string;
  readonly kind: 'chemical';
  /** The display name in English, and in other languages where one is known. */
  readonly name: Readonly<Partial<Record<NameLanguage, string>>> & { readonly en: string };
  /** Chemical or legal family: `fentanyl`, `nitazene`, `orphine`, `precursor` ... */
  readonly family: string;
  readonly regimes: readonly Regime[];
  /** The compiled substance this one is a salt of, where a law names the salt apart (etorphine hydrochloride). */
  readonly saltOf?: string;
  readonly structure: Structure | null;
  /** `plant`, `extract`, `preparation` ... where the goods are no single chemical. */
  readonly nature: string;
  readonly names: readonly GoodsName[];
  readonly cas: readonly CasNumber[];
  readonly hs: readonly HsCode[];
  readonly national: readonly NationalLine[];
  readonly un: readonly UnNumber[];
  readonly registry: readonly RegistryCode[];
  /** The derived code, computed when the law is compiled; null where no code may be made up. */
  readonly goodsCode: string | null;
  readonly notes: readonly string[];
}

/** A kind of machine or part that some law names. */
export interface Equipment {
  readonly id: string;
  readonly kind: 'equipment';
  readonly name: Readonly<Partial<Record<NameLanguage, string>>> & { readonly en: string };
  readonly definition: string;
  readonly definitionVerified: boolean;
  readonly definitionSource: string | null;
  readonly names: readonly GoodsName[];
  readonly hs: readonly HsCode[];
  readonly national: readonly NationalLine[];
  readonly notes: readonly string[];
}

/** A relation the law of one instrument may reach by its ester or ether clause: curated, never guessed. */
export interface Derivative {
  readonly of: string;
  readonly substance: string;
  readonly relation: 'ester' | 'ether';
  readonly source: string;
  readonly confidence: Confidence;
}

/** A word that must not be taken for goods without a second sign. */
export interface Confusable {
  readonly term: string;
  /** Goods id the term may mean; null when it never decides. */
  readonly means: string | null;
  /** What else it means: `nuclear power plant`. */
  readonly not: readonly string[];
  /** The rule in words, for the person who reads the candidate. */
  readonly rule: string;
  /**
   * What the word gives in a line of free text: `alone`, and `beside` a sign that chemicals (for equipment: tablets)
   * are spoken of. A number that agrees makes it exact in any case. `alone: exact`: the word is not ambiguous, only
   * near to others. Left out: a candidate beside a sign, nothing alone.
   */
  readonly alone?: WordWeight;
  readonly beside?: WordWeight;
  /** True for words under which chemicals have been hidden in papers: pigment, cosmetic raw material. */
  readonly cover?: boolean;
}

export type WordWeight = 'exact' | 'candidate' | 'nothing';

/** A counter-ion, solvent or water that is taken off before goods are compared and coded. */
export interface CounterIon {
  readonly name: string;
  readonly smiles: string;
  readonly role: 'acid' | 'base' | 'solvent' | 'water';
}

/** Lists about goods that stand beside the substances. */
export interface GoodsLists {
  readonly counterIons: { readonly version: number; readonly list: readonly CounterIon[] };
  readonly confusables: readonly Confusable[];
  readonly derivatives: readonly Derivative[];
  /** Goods whose names look like controlled ones and are not: piperine, epinephrine, acetoacetanilide. */
  readonly lookAlikes: readonly { readonly text: string; readonly is: string }[];
  /** Words that are no goods of any list and may serve as a second sign in free text: binders, glassware. */
  readonly contextWords: readonly ContextWord[];
}

export interface ContextWord {
  readonly text: string;
  readonly lang: NameLanguage;
  readonly points: 'tablet-making' | 'laboratory';
  readonly confidence: Confidence;
}
