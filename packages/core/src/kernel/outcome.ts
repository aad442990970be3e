/**
 * A refusal a caller must be able to act on: what happened, where, why, and what to do next.
 * Expected refusals are values; exceptions are for bugs.
 */
export interface Problem {
  /** Stable and machine-readable, kebab-case: `cas-check-digit`. */
  readonly code: string;
  /** One sentence in English that says what, where and why. Faces translate by `code` and `data`. */
  readonly message: string;
  /** What the person can do about it. */
  readonly todo?: string;
  /** The figures of the message, for translation and for programs. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function accepted<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}
