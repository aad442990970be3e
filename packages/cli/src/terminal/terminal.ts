import type { Day } from '@custody/core';

/** What a command sees of the world: where it writes, what it reads, and what day it is. Tests hand in their own. */
export interface Terminal {
  /** Writes to standard output; resolves when more may be written. */
  readonly write: (text: string) => Promise<void>;
  /** Writes to standard error: what went wrong, and progress. */
  readonly tell: (text: string) => void;
  /** Writes bytes to standard output (a spreadsheet); resolves when more may be written. */
  readonly writeBytes: (bytes: Uint8Array) => Promise<void>;
  /** Standard input as text, in pieces. */
  readonly input: () => AsyncIterable<string>;
  /** Standard input as bytes, in pieces. */
  readonly inputBytes: () => AsyncIterable<Uint8Array>;
  /** True when standard output is a person's terminal: tables then, JSON otherwise. */
  readonly isPerson: boolean;
  readonly colour: boolean;
  /** True when standard error is a person's terminal, on which progress may be redrawn. */
  readonly isWatched: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  readonly today: () => Day;
  /** Milliseconds of a clock that only runs forward. */
  readonly clock: () => number;
  /**
   * Aborted when the person (Ctrl-C) or the system asks to stop; its reason is a Stopped. From the first call on the
   * command ends itself; a second signal ends it at once.
   */
  readonly stopping: () => AbortSignal;
}

/** Somebody asked the program to stop. */
export class Stopped extends Error {
  readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP';

  constructor(signal: Stopped['signal']) {
    super(`stopped by ${signal}`);
    this.name = 'Stopped';
    this.signal = signal;
  }
}
