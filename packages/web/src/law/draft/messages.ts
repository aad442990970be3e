import type { DraftFinding, Outcome, PublishedFinding } from '@custody/core';
import type { DraftRead } from '@custody/core/draft';

/** A row of a catalogue that the draft or the rule in force reaches, or may reach. */
export interface CatalogueFinding extends DraftFinding {
  readonly row: number;
  /** The cell the structure was read from. */
  readonly text: string;
  /** The SMILES to draw; null where the cell was a name or number of goods without one. */
  readonly smiles: string;
  /** What the row calls it, where there is a column of names. */
  readonly name: string;
}

/** What a run on a catalogue has come to so far. */
export interface CatalogueTally {
  readonly rows: number;
  readonly unread: number;
  readonly match: number;
  readonly review: number;
  readonly newly: number;
  readonly lost: number;
}

export interface CatalogueResult {
  readonly tally: CatalogueTally;
  readonly findings: readonly CatalogueFinding[];
  /** Columns that were read, by their heads. */
  readonly columns: readonly string[];
  /** False where the run was stopped before the end of the file. */
  readonly whole: boolean;
}

/** What the page may ask of the worker of drafts. Nothing of it leaves the machine. */
export interface DraftCalls {
  /** The text of a draft made from a rule in force; null where the rule has no definition. */
  readonly start: { readonly asks: string; readonly gives: string | null };
  readonly read: { readonly asks: string; readonly gives: DraftRead };
  readonly published: { readonly asks: string; readonly gives: readonly PublishedFinding[] };
  readonly catalogue: {
    readonly asks: { readonly text: string; readonly file: Blob; readonly name: string };
    readonly gives: CatalogueResult;
  };
  readonly stop: { readonly asks: null; readonly gives: null };
}

export type DraftCall = keyof DraftCalls;

export type ToDraft =
  | { readonly kind: 'connect'; readonly lender: MessagePort }
  | { readonly kind: 'call'; readonly id: number; readonly call: DraftCall; readonly asks: unknown };

export type FromDraft =
  | { readonly kind: 'progress'; readonly tally: CatalogueTally }
  | { readonly kind: 'given'; readonly id: number; readonly outcome: Outcome<unknown> };
