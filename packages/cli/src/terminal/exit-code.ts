import type { GoodsAnswer } from '@custody/core';

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

/** The code of several results together: one found outweighs one open, and that outweighs any number of clear ones. */
export function stronger(one: ExitCode, other: ExitCode): ExitCode {
  const order: readonly ExitCode[] = [EXIT.clear, EXIT.open, EXIT.found, EXIT.unusable, EXIT.fault];
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}
