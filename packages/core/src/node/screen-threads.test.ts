import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inThreads, ThreadDied, type Threads } from './screen-threads.ts';

const URL_OF_THREAD = new URL('./test/doubling-thread.ts', import.meta.url);

function threads(count: number, more: Partial<Threads> = {}): Threads {
  return { count, url: URL_OF_THREAD, data: {}, ...more };
}

/** The numbers from 1 on in batches of these sizes; says how many were read. */
function source(sizes: readonly number[], read: { count: number } = { count: 0 }) {
  return (async function* () {
    let next = 1;
    for (const size of sizes) {
      read.count += 1;
      yield await Promise.resolve(Array.from({ length: size }, () => next++));
    }
  })();
}

describe('batches in threads', () => {
  test('come out in order and none is lost, whatever their sizes and the number of threads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 5 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        async (sizes, count) => {
          const out: number[] = [];
          for await (const batch of inThreads<number[], number[]>(source(sizes), threads(count)))
            out.push(...batch);
          const total = sizes.reduce((sum, size) => sum + size, 0);
          expect(out).toEqual(Array.from({ length: total }, (_, index) => (index + 1) * 2));
        },
      ),
      { numRuns: 12 },
    );
  });

  test('reads no further ahead than there is work for', async () => {
    const read = { count: 0 };
    const results = inThreads<number[], number[]>(source(Array<number>(1_000).fill(1), read), threads(2));
    await results.next();
    expect(read.count).toBeLessThan(20);
    await results.return(undefined);
  });

  test('a thread that dies names its batch, after everything before it', async () => {
    const out: number[] = [];
    const run = async (): Promise<void> => {
      const results = inThreads<number[], number[]>(
        source(Array<number>(30).fill(2)),
        threads(2, { data: { dieOn: 31 } }),
      );
      for await (const batch of results) out.push(...batch);
    };
    const died: unknown = await run().catch((error: unknown) => error);
    expect(died).toBeInstanceOf(ThreadDied);
    expect((died as ThreadDied<number[]>).batch).toEqual([31, 32]);
    expect(out).toEqual(Array.from({ length: 30 }, (_, index) => (index + 1) * 2));
  });

  test('a thread that cannot begin is a fault, and its reason is told', async () => {
    const results = inThreads<number[], number[]>(source([1, 1, 1]), threads(1, { data: { refuse: true } }));
    await expect(results.next()).rejects.toThrow('refuses to begin');
  });

  test('what reading threw comes after the results of what was read', async () => {
    const broken = (async function* () {
      yield* source([1, 1]);
      throw new Error('the disk is gone');
    })();
    const out: number[] = [];
    const run = async (): Promise<void> => {
      for await (const batch of inThreads<number[], number[]>(broken, threads(2))) out.push(...batch);
    };
    await expect(run()).rejects.toThrow('the disk is gone');
    expect(out).toEqual([2, 4]);
  });

  test('a signal stops it, also while nothing comes in', async () => {
    const stop = new AbortController();
    const stuck = (async function* () {
      yield [1];
      await new Promise(() => undefined);
    })();
    const results = inThreads<number[], number[]>(stuck, threads(1, { signal: stop.signal }));
    expect((await results.next()).value).toEqual([2]);
    const waiting = results.next();
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });
});
