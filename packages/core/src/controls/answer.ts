import type { Basis } from './bases.ts';
import type { Citation, Day, Deadline, Jurisdiction, Problem } from '../kernel/index.ts';
import type { Candidate, GoodsForm, HsCode, QuestionKind } from '../goods/index.ts';
import type { Words } from './class-definition.ts';
import type { Activity, LocalCode, Stage, Threshold } from './control.ts';

/** What a jurisdiction says of goods on a day. The strongest one decides a row. */
export type ControlStatus = 'controlled' | 'review' | 'not-controlled' | 'unknown' | 'outside';

/** A question in its full form: what, both dates, where, and the transaction as far as it matters to the law. */
export interface Question {
  readonly what: readonly string[];
  readonly on: Day;
  /** Only what had been published by then; null: no limit. */
  readonly known: Day | null;
  /** Null: every jurisdiction; those with a full scope for the goods decide, the others stand beside. */
  readonly in: readonly Jurisdiction[] | null;
  readonly activity: Activity | null;
  /** ISO country of departure and of destination, for rules that hold for some destinations only. */
  readonly from: string | null;
  readonly to: string | null;
  /** `25 kg`, as asked. */
  readonly quantity: string | null;
}

export interface Answer {
  readonly asOf: { readonly on: Day; readonly known: Day | null; readonly law: string };
  readonly results: readonly GoodsAnswer[];
}

export interface GoodsAnswer {
  readonly input: string;
  readonly goods: AnsweredGoods | null;
  readonly resolution: {
    readonly by: QuestionKind | null;
    readonly exact: boolean;
    readonly candidates: readonly Candidate[];
  };
  /** Strongest status of the deciding jurisdictions; `unreadable` when the input could not be read at all. */
  readonly verdict: ControlStatus | 'unreadable';
  readonly statuses: readonly JurisdictionStatus[];
  readonly problems: readonly Problem[];
}

export interface AnsweredGoods {
  readonly id: string;
  readonly kind: 'chemical' | 'equipment';
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly family: string | null;
  readonly form: GoodsForm | null;
  readonly formula: string | null;
  readonly mass: number | null;
  readonly smiles: string | null;
  readonly codes: {
    readonly goods: string | null;
    readonly inchikey: string | null;
    readonly inchi: string | null;
    readonly cas: readonly string[];
    readonly hs: readonly HsCode[];
    readonly un: readonly string[];
    readonly national: readonly { readonly country: string; readonly code: string }[];
    readonly registry: readonly { readonly registry: string; readonly code: string }[];
  };
}

export interface JurisdictionStatus {
  readonly jurisdiction: Jurisdiction;
  readonly status: ControlStatus;
  /** False for a partly compiled jurisdiction that stands beside and does not decide the verdict. */
  readonly deciding: boolean;
  readonly permanence: 'permanent' | 'temporary' | null;
  /** The last day on which the present state is known to end (temporary orders); null when open. */
  readonly expires: Day | null;
  /** Everything that applies that day, strongest first. */
  readonly controls: readonly AppliedControl[];
  /** Published, not yet in force. */
  readonly announced: readonly AppliedControl[];
  /** Proposed, adopted or advisory: never law, shown. */
  readonly proposed: readonly AppliedControl[];
  /** Entries that would apply and do not, each with the exclusion. */
  readonly excluded: readonly (AppliedControl & { readonly because: Reason })[];
  readonly duties: readonly AppliedDuty[];
  readonly penalties: readonly {
    readonly id: string;
    readonly article: string;
    readonly penalty: string;
    readonly conduct: string;
    readonly citation: Citation;
  }[];
  readonly reasons: readonly Reason[];
  readonly scope: {
    readonly complete: readonly string[];
    readonly partial: readonly string[];
    readonly outside: readonly string[];
    readonly checkedOn: Day | null;
    readonly words: readonly string[];
  };
  /** The tree that produced the status; the desk draws it. */
  readonly explanation: Explanation;
}

/** Why a status is what it is, machine-readable and in plain English; faces translate by `code` and `data`. */
export interface Reason {
  readonly code: string;
  readonly text: string;
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AppliedControl {
  readonly id: string;
  /** Whose law it is; not always the one asked about: law of `GB` also holds in `GB-GBN` and `GB-NIR`. */
  readonly jurisdiction: Jurisdiction;
  readonly instrument: string;
  readonly instrumentTitle: string;
  readonly list: string;
  readonly entry: string;
  readonly nameInLaw: string | null;
  readonly basis: Basis;
  readonly stage: Stage;
  readonly permanence: 'permanent' | 'temporary';
  /** The start day where it is known; null: see `startWindow`. */
  readonly effectiveFrom: Day | null;
  readonly startWindow: {
    readonly earliest: Day | null;
    readonly latest: Day | null;
    readonly verified: boolean;
    readonly note: string | null;
  };
  readonly effectiveTo: Day | null;
  readonly publishedOn: Day | null;
  readonly recordedOn: Day;
  readonly scopeWords: string | null;
  readonly destinations: readonly string[];
  /** Activities for which alone it holds. Empty: all. */
  readonly activities: readonly Activity[];
  readonly exemptions: readonly string[];
  readonly thresholds: readonly Threshold[];
  readonly requirements: readonly string[];
  readonly codes: readonly LocalCode[];
  readonly citation: Citation;
  readonly proof: Proof | null;
  /** A doubt that keeps this control at `review`; null when it applies without doubt. */
  readonly doubt: Reason | null;
  readonly notes: readonly string[];
}

/** How a structure meets a part-generic or class rule, so that it can be drawn. Indices are atoms of the parent. */
export interface Proof {
  readonly rule: string;
  readonly scaffold: readonly number[];
  readonly zones: readonly {
    readonly zone: string;
    readonly clause: string;
    readonly what: string;
    /** Class rules: `what` for programs, as a code and its figures: `group` with its kind and carbons. */
    readonly code?: string;
    readonly data?: Readonly<Record<string, string | number | boolean | null>>;
    /** Class rules: the zone, and `what`, in the languages of the product. */
    readonly title?: Words;
    readonly words?: Words;
    /** Class rules: changed under the clause, or doubtful (then `clause` is the name of the doubt). */
    readonly outcome?: 'changed' | 'doubt';
    readonly atoms: readonly number[];
  }[];
}

export interface AppliedDuty {
  readonly id: string;
  readonly kind: string;
  readonly what: string;
  readonly article: string;
  readonly actor: string | null;
  readonly authority: string | null;
  readonly deadline: Deadline | null;
  readonly retention: string | null;
  readonly citation: Citation;
}

/** A node of the explanation: a question the engine asked, what it found, and the smaller questions below it. */
export interface Explanation {
  readonly code: string;
  readonly text: string;
  readonly outcome: 'yes' | 'no' | 'unclear' | 'not-asked';
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
  readonly citation?: Citation;
  readonly children: readonly Explanation[];
}
