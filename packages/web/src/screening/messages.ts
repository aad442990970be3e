import type {
  Activity,
  Basis,
  ColumnRoles,
  Day,
  Jurisdiction,
  Outcome,
  Problem,
  RowDifference,
  RowVerdict,
  ScreenedRow,
  TableRow,
} from '@custody/core';
import type { TableFormat } from '@custody/core/files';
import type { PackedPiece } from './packed-piece.ts';
import type { RowFilter } from './row-filter.ts';

/** What the rows are asked about: the days, the jurisdictions and the transaction of the address. */
export interface ScreeningQuestion {
  readonly on: Day;
  readonly known: Day | null;
  readonly in: readonly Jurisdiction[] | null;
  readonly activity: Activity | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** A file as it was opened: what it is, its columns, and what they were taken to hold. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: number;
  readonly format: TableFormat;
  readonly encoding: string | null;
  readonly compressed: boolean;
  readonly sheet: string | null;
  readonly columns: readonly string[];
  readonly roles: ColumnRoles;
  /** The first rows, to show what the columns hold. */
  readonly sample: readonly TableRow[];
  readonly problems: readonly Problem[];
}

/** How far a run is. Counts only grow. */
export interface Progress {
  readonly rows: number;
  readonly bytesRead: number;
  readonly verdicts: Readonly<Record<RowVerdict, number>>;
  /** Rows that this jurisdiction controls or sends to a person. */
  readonly places: Readonly<Partial<Record<Jurisdiction, number>>>;
  readonly bases: Readonly<Partial<Record<Basis, number>>>;
  readonly withProblems: number;
  /** Rows by code of their problems. */
  readonly problems: Readonly<Record<string, number>>;
}

/** One line of the table: enough to show it, without the whole row. */
export interface ListedRow {
  /** Place in the file, counted from 0; rows of a file may be numbered otherwise. */
  readonly index: number;
  readonly screened: ScreenedRow;
}

export interface FoundRow {
  readonly screened: ScreenedRow;
  /** Numbers of the rows shown before and after it. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface Comparison {
  readonly name: string;
  /** Rows of the earlier result. */
  readonly rows: number;
  /** How many rows differ; the first `DIFFERENCES_MAX` of them are here. */
  readonly total: number;
  readonly differences: readonly RowDifference[];
}

export type SaveFormat = 'csv' | 'xlsx' | 'ndjson' | 'json';

/** What the page may ask of the reading worker, and what comes back. */
export interface ReadingCalls {
  readonly open: {
    readonly asks: { readonly file: Blob; readonly name: string; readonly roles: Partial<ColumnRoles> };
    readonly gives: OpenedFile;
  };
  /** Screens the opened file to its end; answered when it is done or was stopped. */
  readonly screen: {
    readonly asks: { readonly roles: ColumnRoles; readonly question: ScreeningQuestion };
    readonly gives: { readonly whole: boolean };
  };
  readonly pause: { readonly asks: boolean; readonly gives: null };
  readonly stop: { readonly asks: null; readonly gives: null };
  /** The row with this number of the file, and its neighbours among the rows shown; null where there is none. */
  readonly row: {
    readonly asks: { readonly filter: RowFilter; readonly row: number };
    readonly gives: FoundRow | null;
  };
  readonly rows: {
    readonly asks: { readonly filter: RowFilter; readonly from: number; readonly count: number };
    readonly gives: { readonly total: number; readonly rows: readonly ListedRow[] };
  };
  readonly save: {
    readonly asks: { readonly format: SaveFormat; readonly filter: RowFilter };
    readonly gives: Blob;
  };
  readonly compare: {
    readonly asks: { readonly file: Blob; readonly name: string };
    readonly gives: Comparison;
  };
  readonly saveDifferences: {
    readonly asks: { readonly format: SaveFormat; readonly differences: readonly RowDifference[] };
    readonly gives: Blob;
  };
}

/** Differences that a page keeps; of two results that have little in common the rest is only counted. */
export const DIFFERENCES_MAX = 100_000;

export type ReadingCall = keyof ReadingCalls;

/** From the page to the reading worker. */
export type ToReading =
  | { readonly kind: 'connect'; readonly lender: MessagePort; readonly screeners: readonly MessagePort[] }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly call: ReadingCall;
      readonly asks: unknown;
    };

/** From the reading worker to the page. */
export type FromReading =
  | { readonly kind: 'ready' }
  | { readonly kind: 'given'; readonly id: number; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'progress'; readonly progress: Progress };

/** From the page to a screening worker. */
export interface ToScreening {
  readonly kind: 'connect';
  readonly lender: MessagePort;
  readonly reading: MessagePort;
}

/** From the reading worker to a screening worker. */
export type RowsToScreen =
  | {
      readonly kind: 'begin';
      readonly run: number;
      readonly columns: readonly string[];
      readonly roles: ColumnRoles;
      readonly question: ScreeningQuestion;
    }
  | {
      readonly kind: 'rows';
      readonly run: number;
      readonly batch: number;
      readonly rows: readonly TableRow[];
    };

/** What comes of a row, without the row itself and what is the same for all of a run. */
export type RowResult = Omit<ScreenedRow, 'row' | 'input' | 'asOf'>;

/** From a screening worker to the reading worker. */
export type RowsScreened =
  | {
      readonly kind: 'screened';
      readonly run: number;
      readonly batch: number;
      readonly piece: PackedPiece;
    }
  | { readonly kind: 'fault'; readonly run: number; readonly message: string };
