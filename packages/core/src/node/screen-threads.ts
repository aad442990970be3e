import { Worker } from 'node:worker_threads';

/** Batches a thread holds at a time: one in work, one waiting, so that it never waits for the main thread. */
const BATCHES_PER_THREAD = 2;
/** Batches read and not yet given out, for each thread: what a slow batch at the head may hold back in memory. */
const WAITING_PER_THREAD = 4;

export interface Threads {
  readonly count: number;
  /** The module each thread runs; it calls `serveBatches`. */
  readonly url: URL;
  /** What each thread is given at its start, as `workerData`. */
  readonly data: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** What goes to a thread, and what comes back. */
export interface ToThread<Batch> {
  readonly number: number;
  readonly batch: Batch;
}
export interface FromThread<Result> {
  readonly number: number;
  readonly result: Result;
}

/** A thread died; `batch` is what it was working on, null when it had not begun. A fault of the program. */
export class ThreadDied<Batch> extends Error {
  readonly batch: Batch | null;

  constructor(batch: Batch | null, cause: unknown) {
    super(`A worker thread ended: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'ThreadDied';
    this.batch = batch;
  }
}

/** A batch on its way, in the order of the input. */
interface Slot<Batch, Result> {
  readonly batch: Batch | null;
  state: 'working' | 'done' | 'failed';
  result: Result | null;
  error: unknown;
}

interface Thread<Batch, Result> {
  readonly worker: Worker;
  /** What it was given and has not given back; the first is in work. */
  readonly slots: Map<number, Slot<Batch, Result>>;
}

/**
 * Gives each batch to one of several threads and yields the results in the order of the batches. Reads ahead only as
 * far as the threads have work for, so memory does not grow with the input. Throws what reading threw, a ThreadDied, or
 * the reason of the signal; whatever came before in the order has then been yielded (except when the signal spoke).
 */
export async function* inThreads<Batch, Result>(
  batches: AsyncIterable<Batch>,
  { count, url, data, signal }: Threads,
): AsyncGenerator<Result, void, undefined> {
  signal?.throwIfAborted();
  const bell = new Bell();
  const order: Slot<Batch, Result>[] = [];
  let broken: { readonly error: unknown } | null = null;
  const breaks = (error: unknown): void => {
    broken ??= { error };
    bell.ring();
  };
  const threads = Array.from({ length: count }, () => startThread<Batch, Result>(url, data, bell, breaks));
  const source = batches[Symbol.asyncIterator]();
  const feed = feeder(source, order, threads, bell);
  const ring = (): void => {
    bell.ring();
  };
  signal?.addEventListener('abort', ring);
  try {
    for (;;) {
      signal?.throwIfAborted();
      throwIfBroken(broken);
      const more = feed();
      const head = order[0];
      if (head?.state === 'failed') throw head.error;
      if (head?.state === 'done') {
        order.shift();
        yield head.result as Result;
        continue;
      }
      if (!more && head === undefined) return;
      await bell.rung();
    }
  } finally {
    signal?.removeEventListener('abort', ring);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
    // A source that is being read ends by itself; waiting for it would wait for standard input.
    void Promise.resolve(source.return?.()).catch(() => undefined);
  }
}

function throwIfBroken(broken: { readonly error: unknown } | null): void {
  if (broken !== null) throw broken.error;
}

/** Reads the next batch whenever a thread has room for it; says whether more may come. */
function feeder<Batch, Result>(
  source: AsyncIterator<Batch>,
  order: Slot<Batch, Result>[],
  threads: readonly Thread<Batch, Result>[],
  bell: Bell,
): () => boolean {
  let reading = false;
  let ended = false;
  let number = 0;
  const next = async (): Promise<void> => {
    try {
      const read = await source.next();
      if (read.done === true) {
        ended = true;
        return;
      }
      const slot: Slot<Batch, Result> = { batch: read.value, state: 'working', result: null, error: null };
      const thread = idlest(threads);
      number += 1;
      // What cannot be sent throws here, and fails below in the place where its result would have stood.
      thread.worker.postMessage({ number, batch: read.value } satisfies ToThread<Batch>);
      thread.slots.set(number, slot);
      order.push(slot);
    } catch (error) {
      // In its place in the order: what was read before is still given out.
      ended = true;
      order.push({ batch: null, state: 'failed', result: null, error });
    }
  };
  return () => {
    const room =
      order.length < threads.length * WAITING_PER_THREAD && idlest(threads).slots.size < BATCHES_PER_THREAD;
    if (!reading && !ended && room) {
      reading = true;
      void next().finally(() => {
        reading = false;
        bell.ring();
      });
    }
    return reading || !ended;
  };
}

function idlest<Batch, Result>(threads: readonly Thread<Batch, Result>[]): Thread<Batch, Result> {
  return threads.reduce((best, thread) => (thread.slots.size < best.slots.size ? thread : best));
}

function startThread<Batch, Result>(
  url: URL,
  data: unknown,
  bell: Bell,
  breaks: (error: unknown) => void,
): Thread<Batch, Result> {
  const worker = new Worker(url, { workerData: data });
  const slots = new Map<number, Slot<Batch, Result>>();
  let cause: unknown = null;
  worker.on('message', ({ number, result }: FromThread<Result>) => {
    const slot = slots.get(number);
    slots.delete(number);
    if (slot !== undefined) Object.assign(slot, { state: 'done', result });
    bell.ring();
  });
  worker.on('error', (error: unknown) => {
    cause = error;
  });
  // After every message it had sent: the first slot left is the one it died on.
  worker.on('exit', (code) => {
    const [slot] = slots.values();
    const error = new ThreadDied(slot?.batch ?? null, cause ?? new Error(`exit code ${code}`));
    if (slot === undefined) breaks(error);
    else Object.assign(slot, { state: 'failed', error });
    bell.ring();
  });
  return { worker, slots };
}

/** Wakes the one who waits; a ring nobody waited for is kept. */
class Bell {
  #wake: (() => void) | null = null;
  #rang = false;

  ring(): void {
    this.#rang = true;
    this.#wake?.();
  }

  async rung(): Promise<void> {
    if (!this.#rang) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = null;
    this.#rang = false;
  }
}
