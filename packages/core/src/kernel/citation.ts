import type { Day } from './day.ts';

/**
 * How sure we are that the source says what we say. `verified`: a person read it in a copy of the source.
 * `unverified`: from memory, inferred or reported. Shown as such wherever the fact is used.
 */
export type Confidence = 'verified' | 'unverified';

/** Where a fact stands, when that was published, and when we last read it there. */
export interface Citation {
  readonly title: string;
  /** Null where the source is a printed text or a dataset without a stable address; `title` then names it. */
  readonly url: string | null;
  /** The day the source published it, where known. */
  readonly published: Day | null;
  /** The day somebody last read the fact in the source; null while `unverified`. */
  readonly verifiedOn: Day | null;
  readonly confidence: Confidence;
  /** What exactly was read, and any doubt, in one sentence. */
  readonly note?: string;
}
