import type { Problem } from '../kernel/index.ts';

/**
 * How a stream ended. Whoever reads bytes further up the stream says here why there are no more; whoever makes rows
 * looks here after the last one, so that no row is lost without a word.
 */
export interface StreamEnd {
  problem: Problem | null;
}
