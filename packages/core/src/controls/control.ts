import type { ClassDefinition } from './class-definition.ts';
import type { Citation, Confidence, Day, Deadline, Jurisdiction } from '../kernel/index.ts';

/**
 * Where a control stands in its life. Only `in-force` and `ended` ones are law (`ended`: superseded or repealed;
 * its interval says when it was law). `adopted`: passed, publication or start not verified.
 */
export type Stage = 'in-force' | 'ended' | 'adopted' | 'proposed' | 'advisory';

/**
 * The day a control started, as a window: not before `earliest`, at the latest on `latest`. Equal when the day
 * is known. `earliest: null`: it may be older than anything we have read. `latest: null`: not known to have started.
 */
export interface Start {
  readonly earliest: Day | null;
  readonly latest: Day | null;
  readonly confidence: Confidence;
  /** What was read about the day, and the doubt if there is one. */
  readonly note: string | null;
}

/** What an entry reaches beside the substance it names. `unread`: the instrument's clause was not read. */
export type Reach = 'yes' | 'no' | 'unread';

export interface Scope {
  readonly salts: Reach;
  /** Counter-ions whose salts are excepted: `hydrochloride`, `sulfate`. */
  readonly saltsExcept: readonly string[];
  /** Which isomers: `optical`, `stereo` (optical and geometric), `positional`, or none. */
  readonly isomers: 'none' | 'optical' | 'stereo' | 'positional' | 'unread';
  /** Goods ids the isomer clause specifically excepts: dextromethorphan, dextrorphan (1961 Convention, Schedule I). */
  readonly isomersExcept?: readonly string[];
  readonly esters: Reach;
  readonly ethers: Reach;
  readonly isotopologues: Reach;
  /** The clause in the words of our compilation. */
  readonly words: string | null;
  readonly confidence: Confidence;
}

/** A quantity above or from which something follows, in the law's own words and, where it is plain, as a figure. */
export interface Threshold {
  readonly words: string;
  readonly cite: string | null;
  readonly confidence: Confidence;
  /** Kilograms of base, where the words are that plain. */
  readonly kilograms?: string;
  readonly applies?: 'domestic' | 'import-export' | 'all';
}

export interface LocalCode {
  /** `dea`, `cn-code` (EU Combined Nomenclature), `national-tariff` */
  readonly system: string;
  readonly code: string;
}

/** What is controlled: one of the goods, or a class or part-generic rule over structures. */
export type Target =
  | { readonly goods: string }
  | { readonly rule: string }
  /** Something the compiled law names without a compiled member list (China's thirteen export chemicals). */
  | { readonly open: string };

/** One dated entry of one instrument that puts goods under a list. */
export interface Control {
  readonly id: string;
  readonly instrument: string;
  readonly jurisdiction: Jurisdiction;
  readonly target: Target;
  /** `List I`, `Schedule I`, `Category 1`, `第二类` as the instrument names it. */
  readonly list: string;
  readonly entry: string;
  /** The words of the entry, where they differ from the goods' name. */
  readonly nameInLaw: string | null;
  readonly stage: Stage;
  readonly permanence: 'permanent' | 'temporary';
  readonly start: Start;
  /** First day it no longer holds; null while open. */
  readonly end: Day | null;
  readonly endConfidence: Confidence;
  /** The day the instrument was published; null when not read. */
  readonly published: Day | null;
  /** The day this control was recorded in Custody's data. */
  readonly recorded: Day;
  readonly scope: Scope;
  /** `List I` entries reach `its amides, its carbamates ...`: the part-generic rules that encode those words. */
  readonly partGeneric: readonly string[];
  /** Destinations for which alone it holds (China's export licence towards US, MX, CA). Empty: everywhere. */
  readonly destinations: readonly string[];
  /** Activities for which alone it holds. Empty: all. */
  readonly activities: readonly Activity[];
  readonly exemptions: readonly string[];
  /** True where the entry reaches only the preparations or products its words name (Schedule V), not the substance. */
  readonly preparationsOnly?: true;
  readonly thresholds: readonly Threshold[];
  /** Permits and duties the compilation attaches to this very entry, in words. */
  readonly requirements: readonly string[];
  readonly codes: readonly LocalCode[];
  readonly citation: Citation;
  /** Other places where it was read. */
  readonly furtherCitations: readonly Citation[];
  readonly notes: readonly string[];
}

export type Activity = 'produce' | 'sell' | 'possess' | 'import' | 'export' | 'transit';

/** A legal text in force in a jurisdiction: convention, act, regulation, announcement, order. */
export interface Instrument {
  readonly id: string;
  readonly jurisdiction: Jurisdiction;
  readonly title: string;
  /** The title in its own language, where that is not English. */
  readonly titleOriginal: string | null;
  readonly kind: 'convention' | 'act' | 'regulation' | 'order' | 'announcement' | 'notice' | 'proposal';
  readonly citation: Citation;
  readonly notes: readonly string[];
}

/** A structural rule a control points to. `class`: Markush definition; `part-generic`: its amides, carbamates ... */
export interface StructureRule {
  readonly id: string;
  readonly kind: 'class' | 'part-generic';
  readonly title: string;
  /** The words of the law the rule encodes, with their language. */
  readonly words: readonly { readonly lang: string; readonly text: string }[];
  /**
   * SMILES of what every member contains. A `class` rule whose zones are not compiled answers `review` for each
   * molecule that contains it, and says so.
   */
  readonly core: readonly string[];
  /** Class rules only: what the words mean as a structure. Without it the core alone sends a molecule to a person. */
  readonly definition?: ClassDefinition;
  /** Kind of list a class stands on, `drug` where not said: statutes on analogues look at drugs only. */
  readonly regime?: 'drug' | 'precursor';
  /** Part-generic rules only: the scaffold with atom-map numbers and what may stand at each number. */
  readonly scaffold: string | null;
  readonly zones: readonly Zone[];
  readonly citation: Citation;
  readonly doubts: readonly string[];
  readonly examplesIn: readonly { readonly smiles: string; readonly name: string }[];
  readonly examplesOut: readonly { readonly smiles: string; readonly name: string }[];
}

/** A place of a scaffold and the changes the law allows there. */
export interface Zone {
  /** Atom-map numbers in the scaffold. */
  readonly at: readonly number[];
  readonly clause: string;
  readonly allow: 'amide' | 'carbamate' | 'halide' | 'acetal' | 'ester';
  /** The zone counts only from this day (halides of 4-anilinopiperidine: 2023-11-30). */
  readonly from: Day | null;
}

/** How completely one kind of goods has been compiled for one jurisdiction. */
export interface Coverage {
  readonly jurisdiction: Jurisdiction;
  readonly kind: 'precursor' | 'drug' | 'equipment';
  /** Only these families, where the rest of the kind is not compiled. Empty: all. */
  readonly families: readonly string[];
  /**
   * `complete`: every entry in, every start known or bounded. `presence`: every entry in, some starts unknown.
   * `partial`: some entries only. `outside`: this jurisdiction does not regulate this kind.
   */
  readonly state: 'complete' | 'presence' | 'partial' | 'outside';
  readonly checkedOn: Day | null;
  /**
   * A clause of the same law that reaches further than its lists, in words (Mexico's "y, en general, los de
   * naturaleza análoga"): what no list names is then `unknown`, never `not-controlled`.
   */
  readonly openClause?: string;
  /** Goods ids on which a decision was taken or is due that has not been read: `unknown` after `checkedOn`. */
  readonly pending?: readonly string[];
  /** How an answer must say it: "not named in 21 CFR 1308.11-.15 as printed on ...". */
  readonly words: string;
  readonly note: string | null;
}

/** Something the law requires of a kind of transaction. */
export interface Duty {
  readonly id: string;
  readonly jurisdiction: Jurisdiction;
  /** The lists whose goods trigger it, as they stand in `Control.list`; empty: see `appliesTo`. */
  readonly lists: readonly string[];
  /** Goods it is limited to; empty: all on the lists. */
  readonly goods: readonly string[];
  readonly activities: readonly Activity[];
  readonly kind: string;
  readonly what: string;
  /** Who must do it, and before whom, in words. */
  readonly actor: string | null;
  readonly authority: string | null;
  readonly appliesTo: string;
  readonly deadline: Deadline | null;
  readonly retention: string | null;
  readonly article: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly citation: Citation;
  readonly notes: readonly string[];
}

export interface Penalty {
  readonly id: string;
  readonly jurisdiction: Jurisdiction;
  readonly article: string;
  readonly conduct: string;
  readonly penalty: string;
  /** The lists or goods it speaks of, where the words are that plain. */
  readonly lists: readonly string[];
  readonly goods: readonly string[];
  readonly citation: Citation;
  readonly notes: readonly string[];
}

/** Two sources that do not agree about one legal fact; kept as it is. */
export interface Conflict {
  readonly id: string;
  readonly about: string;
  readonly statements: readonly { readonly says: string; readonly citation: Citation }[];
  readonly treatedAs: string;
}
