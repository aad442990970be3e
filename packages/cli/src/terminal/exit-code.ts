import type { GoodsAnswer } from '@custody/core';
import type { Stopped } from './terminal.ts';

/** Exit codes of every command; `custody screen FILE && ship` rests on them. */
export const EXIT = {
  /** Everything asked was answered, and nothing is controlled or to review. */
  clear: 0,
  /** Something is controlled, to review, or failed verification. */
  found: 1,
  /** The input or the options cannot be used. */
  unusable: 2,
  /** Nothing found, but something could not be answered. */
  open: 3,
  /** A fault of the program. */
  fault: 70,
  /** Stopped before the end by Ctrl-C, or by the system: 128 and the number of the signal, as shells have it. */
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_VERDICT: Readonly<Record<GoodsAnswer['verdict'], ExitCode>> = {
  controlled: EXIT.found,
  review: EXIT.found,
  unknown: EXIT.open,
  unreadable: EXIT.open,
  'not-controlled': EXIT.clear,
  outside: EXIT.clear,
};

export function exitCodeOf(verdict: GoodsAnswer['verdict']): ExitCode {
  return BY_VERDICT[verdict];
}

const ORDER: readonly ExitCode[] = [
  EXIT.clear,
  EXIT.open,
  EXIT.found,
  EXIT.unusable,
  EXIT.fault,
  EXIT.hungUp,
  EXIT.interrupted,
  EXIT.terminated,
];

/** The code of several results together: one found outweighs one open, and that outweighs any number of clear ones. */
export function stronger(one: ExitCode, other: ExitCode): ExitCode {
  return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
}

const BY_SIGNAL = {
  SIGHUP: EXIT.hungUp,
  SIGINT: EXIT.interrupted,
  SIGTERM: EXIT.terminated,
} as const satisfies Readonly<Record<Stopped['signal'], ExitCode>>;

/** The code of a command that was stopped: never one that reads as an answer. */
export function exitCodeOfStop({ signal }: Stopped): ExitCode {
  return BY_SIGNAL[signal];
}
