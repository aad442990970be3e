import type { Answer, Basis, ControlStatus, Reason } from '../controls/index.ts';
import type { Jurisdiction, Problem } from '../kernel/index.ts';

/** A row as it was read from a file: its number (the first data row is 1) and its cells as text, by column. */
export interface TableRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What was wrong with the row as a piece of the file: too many cells, a broken quote, a formula. */
  readonly problems: readonly Problem[];
}

/** Which column holds what; found by content, or named by the user. Null: no such column. */
export interface ColumnRoles {
  readonly structure: string | null;
  readonly name: string | null;
  readonly cas: string | null;
  readonly hs: string | null;
  readonly quantity: string | null;
  /** Share of the goods in what is shipped: `25 %`, `500 ppm`. */
  readonly concentration: string | null;
  /** Free text that may name several goods. */
  readonly description: string | null;
}

/** What a column may hold. */
export type Role = keyof ColumnRoles;

/** What a row of a file comes to; the shape of `custody screen --format ndjson`. */
export interface ScreenedRow {
  readonly row: number;
  /** The row as read. */
  readonly input: Readonly<Record<string, string>>;
  readonly goods: readonly ScreenedGoods[];
  /** The strongest status in the deciding jurisdictions; `unreadable` when nothing of the row could be read. */
  readonly verdict: RowVerdict;
  readonly jurisdictions: Readonly<Partial<Record<Jurisdiction, ControlStatus>>>;
  /** Ids of the controls that apply or that a person must look at. */
  readonly controls: readonly string[];
  /** By what those controls reach the goods. */
  readonly bases: readonly Basis[];
  /** The jurisdictions that decide the verdict for at least one of the goods; the others stand beside. */
  readonly deciding: readonly Jurisdiction[];
  /** What the quantity and the share of the row come to against the thresholds and exemptions of those controls. */
  readonly reasons: readonly Reason[];
  readonly problems: readonly RowProblem[];
  /** Both dates of the question and the digest of the law that answered, as in `check`: each line stands by itself. */
  readonly asOf: Answer['asOf'];
}

/** What is wrong with a row, or does not belong together in it. */
export interface RowProblem extends Problem {
  /** The column it was seen in; of several, the one that must be looked at first. Null: the row as a whole. */
  readonly column: string | null;
}

export type RowVerdict = ControlStatus | 'unreadable';

export interface ScreenedGoods {
  /**
   * Id of the goods in the law; for a structure that no list names its InChIKey, or null where nothing in the law has
   * to do with it and keys were not asked for (`keys: 'all'`): an InChIKey costs a hundred times the screening.
   */
  readonly id: string | null;
  readonly inchikey: string | null;
  readonly name: string | null;
  readonly match: 'exact' | 'candidate';
  /** The words or the structure it was found in. */
  readonly from: string;
  /** The column it was found in. */
  readonly column: string;
}

/** Counts of a run, for progress and for the summary. */
export interface ScreenTally {
  readonly rows: number;
  readonly verdicts: Readonly<Record<RowVerdict, number>>;
  /** Rows with at least one problem. */
  readonly withProblems: number;
}
