import type {
  Answer,
  Coverage,
  Day,
  InstrumentEntry,
  InstrumentSummary,
  InstrumentView,
  Jurisdiction,
  Law,
  Outcome,
  Problem,
  Question,
  StructureRule,
  TimelineRow,
} from '@custody/core';

/** What the desk knows of the compiled law before anything is asked. */
export interface LawFacts {
  readonly digest: string;
  readonly readOn: Day;
  readonly substances: number;
  readonly machines: number;
  readonly entries: number;
  readonly instruments: number;
  readonly jurisdictions: readonly Jurisdiction[];
  readonly coverage: readonly Coverage[];
  readonly rules: Readonly<Record<string, Pick<StructureRule, 'title' | 'words' | 'doubts' | 'citation'>>>;
}

/** An answer, and for each candidate in it the words that ask about that candidate and nothing else. */
export interface DeskAnswer extends Answer {
  readonly ways: Readonly<Record<string, string>>;
}

export interface InstrumentLine extends InstrumentSummary {
  readonly inForce: number;
}

export interface EntryLine extends InstrumentEntry {
  /** True when the entry is law on the day, as far as its start is known. */
  readonly inForce: boolean;
  /** What asks Check about the goods; null for classes and open entries. */
  readonly ask: string | null;
}

export interface InstrumentPage extends Omit<InstrumentView, 'entries'> {
  readonly entries: readonly EntryLine[];
}

/** What the engine lends; the toolkit is null where this browser cannot run it. */
export interface Lent {
  readonly law: Law;
  readonly toolkit: WebAssembly.Module | null;
}

export interface DrawingWanted {
  readonly smiles: string;
  readonly width: number;
  readonly height: number;
  readonly highlight: readonly number[];
}

/** What the page may ask of the worker, and what comes back. Nothing of it leaves the machine. */
export interface EngineCalls {
  readonly facts: { readonly asks: null; readonly gives: LawFacts };
  readonly check: { readonly asks: Question; readonly gives: DeskAnswer };
  readonly timeline: { readonly asks: string; readonly gives: readonly TimelineRow[] };
  readonly instruments: {
    readonly asks: { readonly on: Day; readonly known: Day | null };
    readonly gives: readonly InstrumentLine[];
  };
  readonly instrument: {
    readonly asks: { readonly id: string; readonly on: Day; readonly known: Day | null };
    readonly gives: InstrumentPage | null;
  };
  readonly draw: { readonly asks: DrawingWanted; readonly gives: string };
  /** Fetches the chemistry toolkit before it is needed, so that no later request tells that it was. */
  readonly warm: { readonly asks: null; readonly gives: null };
  /** Hands law and toolkit to a worker that screens, past the page: it then fetches neither. */
  readonly lend: { readonly asks: { readonly to: MessagePort }; readonly gives: null };
}

export type EngineCall = keyof EngineCalls;

export interface Asked<Call extends EngineCall = EngineCall> {
  readonly id: number;
  readonly call: Call;
  readonly asks: EngineCalls[Call]['asks'];
}

export interface Given {
  readonly id: number;
  readonly outcome: Outcome<unknown>;
}

/** A refusal of the engine on its way through React Query, which knows errors only. */
export class EngineRefusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'EngineRefusal';
    this.problem = problem;
  }
}
