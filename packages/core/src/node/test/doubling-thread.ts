import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ToThread } from '../screen-threads.ts';

/** A thread for tests: doubles numbers, waits as long as it is told, and dies on the number it is told. */
const { dieOn, refuse } = workerData as { readonly dieOn?: number; readonly refuse?: boolean };
if (refuse === true) throw new Error('refuses to begin');

let turn = Promise.resolve();
parentPort?.on('message', ({ number, batch }: ToThread<readonly number[]>) => {
  turn = turn.then(async () => {
    // Uneven work, so that threads overtake each other.
    if (number % 3 === 0) await setTimeout(number % 7);
    if (dieOn !== undefined && batch.includes(dieOn)) process.exit(9);
    parentPort?.postMessage({
      number,
      result: batch.map((value) => value * 2),
    } satisfies FromThread<readonly number[]>);
  });
});
