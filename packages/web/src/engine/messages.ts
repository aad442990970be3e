import type {
  Answer,
  BacklogLine,
  ClassTimeline,
  Coverage,
  Day,
  GapTable,
  InstrumentEntry,
  InstrumentSummary,
  InstrumentView,
  Jurisdiction,
  Law,
  LawChange,
  NamedDoubt,
  Outcome,
  Problem,
  Proof,
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

/** A structure that a class rule gives as standing within or outside, and what the rule itself says of it. */
export interface ClassExample {
  readonly name: string;
  readonly smiles: string;
  /** What the rule is expected to say. */
  readonly expected: 'in' | 'out';
  readonly verdict: 'match' | 'review' | 'no';
  readonly proof: Proof | null;
  readonly doubts: readonly NamedDoubt[];
}

/** A class with its chain of acts, its examples laid on its definition, and the named goods it reaches. */
export interface ClassView {
  readonly timeline: ClassTimeline;
  readonly examples: readonly ClassExample[];
  /** Named goods of the law the definition reaches, or may reach. Empty where no definition is compiled. */
  readonly members: readonly {
    readonly goods: string;
    readonly name: string;
    readonly names: Readonly<Record<string, string>>;
    readonly verdict: 'match' | 'review';
  }[];
}

/** Which goods a table for regulators shows: a group, all of the groups, every precursor, or everything compiled. */
export const GOODS_SETS = [
  'matter',
  'fentanyl-precursor',
  'fentanyl',
  'nitazene',
  'precursor',
  'all',
] as const;
export type GoodsSet = (typeof GOODS_SETS)[number];

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
  /** Goods of a screened line: by the words they were found in, or by their id where a person must choose. */
  readonly lineGoods: {
    readonly asks: {
      readonly id: string | null;
      readonly from: string;
      readonly question: Omit<Question, 'what'>;
    };
    readonly gives: DeskAnswer;
  };
  readonly timeline: { readonly asks: string; readonly gives: readonly TimelineRow[] };
  readonly instruments: {
    readonly asks: { readonly on: Day; readonly known: Day | null };
    readonly gives: readonly InstrumentLine[];
  };
  readonly instrument: {
    readonly asks: { readonly id: string; readonly on: Day; readonly known: Day | null };
    readonly gives: InstrumentPage | null;
  };
  /** Substances x jurisdictions on every day: asked once, shown for any day. */
  readonly gaps: {
    readonly asks: { readonly set: GoodsSet; readonly known: Day | null };
    readonly gives: GapTable;
  };
  /** The answer about goods of the law by their id; null where there are none. */
  readonly goods: {
    readonly asks: { readonly id: string; readonly on: Day; readonly known: Day | null };
    readonly gives: DeskAnswer | null;
  };
  readonly changes: {
    readonly asks: { readonly from: Day; readonly to: Day };
    readonly gives: readonly LawChange[];
  };
  readonly classes: { readonly asks: null; readonly gives: readonly ClassTimeline[] };
  readonly class: { readonly asks: string; readonly gives: ClassView | null };
  readonly backlog: {
    readonly asks: {
      readonly home: Jurisdiction;
      readonly on: Day;
      readonly known: Day | null;
      readonly partners: readonly Jurisdiction[];
      readonly open: boolean;
    };
    readonly gives: readonly BacklogLine[];
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
