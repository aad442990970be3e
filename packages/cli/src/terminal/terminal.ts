import type { Day } from '@custody/core';

/** What a command sees of the world: where it writes, what it reads, and what day it is. Tests hand in their own. */
export interface Terminal {
  /** Writes to standard output; resolves when more may be written. */
  readonly write: (text: string) => Promise<void>;
  /** Writes to standard error: what went wrong, and progress. */
  readonly tell: (text: string) => void;
  /** Standard input as text, in pieces. */
  readonly input: () => AsyncIterable<string>;
  /** True when standard output is a person's terminal: tables then, JSON otherwise. */
  readonly isPerson: boolean;
  readonly colour: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  readonly today: () => Day;
}
