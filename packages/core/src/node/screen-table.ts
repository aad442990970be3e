import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Law } from '../controls/index.ts';
import {
  createScreener,
  type ScreenedRow,
  type ScreeningOptions,
  type TableRow,
} from '../screening/index.ts';
import { loadLaw } from './law-file.ts';
import { loadRdkit } from './rdkit.ts';
import { type RowFault, type ScreenedBatch, screenRow, withInput } from './screen-batch.ts';
import { inThreads, ThreadDied } from './screen-threads.ts';
import type { ScreeningThreadData } from './screen-worker.ts';

/** Threads that are started unless more are asked for: beyond that, reading on the main thread is the limit. */
const MOST_THREADS_UNASKED = 8;
/** Rows that go to a thread at a time: enough that sending is no cost, few enough that no thread is kept waiting. */
const MOST_ROWS_A_BATCH = 500;
/** A table that ends before this many rows is screened in process: threads would take longer to start. */
const FEW_ROWS = 2_000;
/** Work in one piece before signals, timers and streams are let in. */
const TURN_MS = 25;

/** Compiled or run as it is written: the worker stands beside this file in the same form. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./screen-worker.ts', import.meta.url)
  : new URL('./screen-worker.js', import.meta.url);

export interface TableScreening {
  /** Batches of rows in order, as `openTable` gives them. */
  readonly rows: AsyncIterable<readonly TableRow[]>;
  readonly options: ScreeningOptions;
  /** The law file or its folder; default: as `loadLaw` finds it. */
  readonly lawPath?: string | undefined;
  /** The law of that file, where the caller has it loaded. */
  readonly law?: Law | undefined;
  /** 1: in process. Default: one a processor, at most 8; a short table in process. */
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told of each row on which the program failed; such rows come out `unreadable`. */
  readonly onFault?: ((fault: RowFault) => void) | undefined;
}

/** A thread died on rows `first` to `last`; what came before them has been given out. A fault of the program. */
export class ScreeningDied extends Error {
  readonly first: number | null;
  readonly last: number | null;

  constructor(batch: readonly TableRow[] | null, cause: Error) {
    const [first, last] = [batch?.[0]?.row ?? null, batch?.at(-1)?.row ?? null];
    const where = first === null ? 'before the first row' : `on rows ${first} to ${last}`;
    super(`The screening ended ${where}: ${cause.message}`, { cause });
    this.name = 'ScreeningDied';
    this.first = first;
    this.last = last;
  }
}

/** How many threads are started where nobody says. */
export function defaultThreads(): number {
  return Math.min(availableParallelism(), MOST_THREADS_UNASKED);
}

/**
 * Screens a table: reading on the calling thread, screening in worker threads that each load a toolkit.
 * Yields every row once, in the order of the input, in memory that does not grow with it. Throws what reading threw,
 * the reason of the signal, a LawFileError, or a ScreeningDied.
 */
export async function* screenTable(
  screening: TableScreening,
): AsyncGenerator<readonly ScreenedRow[], void, undefined> {
  const { threads = defaultThreads(), signal } = screening;
  const source = inBatches(screening.rows);
  try {
    const first = threads <= 1 ? null : await beginning(source, signal);
    const rows = first === null ? source : joined(first, source);
    yield* first === null || first.isAll
      ? screenHere(rows, screening)
      : screenInThreads(rows, threads, screening);
  } finally {
    // One that is waiting for more input ends by itself; waiting for it here would wait for that input.
    void source.return().catch(() => undefined);
  }
}

async function* screenHere(
  source: AsyncGenerator<readonly TableRow[], void, undefined>,
  { options, lawPath, law = loadLaw(lawPath), signal, onFault }: TableScreening,
): AsyncGenerator<readonly ScreenedRow[], void, undefined> {
  const screener = createScreener(law, options, await loadRdkit());
  const asOf = { on: options.on, known: options.known, law: law.digest };
  let turn = performance.now();
  for (;;) {
    signal?.throwIfAborted();
    const read = await unlessAborted(source.next(), signal);
    if (read.done === true) return;
    yield read.value.map((row) => {
      const { screened, fault } = screenRow(screener, row, asOf);
      if (fault !== null) onFault?.(fault);
      return screened;
    });
    if (performance.now() - turn > TURN_MS) {
      await setImmediate();
      turn = performance.now();
    }
  }
}

/** The first rows of a table, as far as they decide whether threads are worth it. */
interface Beginning {
  readonly batches: readonly (readonly TableRow[])[];
  readonly isAll: boolean;
  /** What reading threw after them; it is thrown again once they are answered. */
  readonly thrown: { readonly error: unknown } | null;
}

async function beginning(
  source: AsyncGenerator<readonly TableRow[], void, undefined>,
  signal: AbortSignal | undefined,
): Promise<Beginning> {
  const batches: (readonly TableRow[])[] = [];
  for (let count = 0; count < FEW_ROWS; count += batches.at(-1)?.length ?? 0) {
    try {
      const read = await unlessAborted(source.next(), signal);
      if (read.done === true) return { batches, isAll: true, thrown: null };
      batches.push(read.value);
    } catch (error) {
      signal?.throwIfAborted();
      return { batches, isAll: true, thrown: { error } };
    }
  }
  return { batches, isAll: false, thrown: null };
}

async function* joined(
  { batches, isAll, thrown }: Beginning,
  rest: AsyncIterable<readonly TableRow[]>,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  yield* batches;
  if (thrown !== null) throw thrown.error;
  if (!isAll) yield* rest;
}

/** What is read, or the reason of the signal: input may never come. */
async function unlessAborted<Value>(
  reading: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return reading;
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([reading, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function* screenInThreads(
  source: AsyncIterable<readonly TableRow[]>,
  count: number,
  { options, lawPath, law = loadLaw(lawPath), signal, onFault }: TableScreening,
): AsyncGenerator<readonly ScreenedRow[], void, undefined> {
  const data: ScreeningThreadData = { law, options };
  // The rows stay here; only the cells go out and only what was found comes back, in the same order.
  const out: (readonly TableRow[])[] = [];
  const kept = (async function* () {
    for await (const batch of source) {
      out.push(batch);
      yield batch;
    }
  })();
  try {
    for await (const { rows: screened, faults } of inThreads<readonly TableRow[], ScreenedBatch>(kept, {
      count,
      url: WORKER,
      data,
      signal,
    })) {
      for (const fault of faults) onFault?.(fault);
      yield withInput(out.shift() ?? [], screened);
    }
  } catch (error) {
    throw error instanceof ThreadDied
      ? new ScreeningDied(error.batch as readonly TableRow[] | null, error)
      : error;
  }
}

async function* inBatches(
  rows: AsyncIterable<readonly TableRow[]>,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  for await (const batch of rows) {
    for (let from = 0; from < batch.length; from += MOST_ROWS_A_BATCH) {
      yield batch.length <= MOST_ROWS_A_BATCH ? batch : batch.slice(from, from + MOST_ROWS_A_BATCH);
    }
  }
}
