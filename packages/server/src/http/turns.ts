import { setImmediate } from 'node:timers/promises';
import { LONGEST_WORK_MS, TURN_MS } from './limits.ts';
import { HttpProblem } from './problem.ts';

/**
 * Does `work` for each item and lets other requests in between. Gives up, with a refusal, when it takes longer than a
 * request may, and quietly when whoever asked has gone.
 */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  signal: AbortSignal,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const start = performance.now();
  let turn = start;
  for (const item of items) {
    results.push(await work(item));
    const now = performance.now();
    if (now - start > LONGEST_WORK_MS && results.length < items.length) {
      throw new HttpProblem(
        'too-slow',
        `After ${LONGEST_WORK_MS / 1000} s ${results.length} of ${items.length} questions were answered; none are sent.`,
        'ask fewer at a time.',
      );
    }
    if (now - turn > TURN_MS) {
      await setImmediate();
      signal.throwIfAborted();
      turn = performance.now();
    }
  }
  return results;
}
