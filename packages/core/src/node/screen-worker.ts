import { parentPort, workerData } from 'node:worker_threads';
import { createScreener, type ScreeningOptions, type TableRow } from '../screening/index.ts';
import { loadLaw } from './law-file.ts';
import { loadRdkit } from './rdkit.ts';
import { type ScreenedBatch, screenBatch } from './screen-batch.ts';
import type { FromThread, ToThread } from './screen-threads.ts';

/** What a screening thread is started with. */
export interface ScreeningThreadData {
  readonly lawPath: string;
  /** Digest of the law the caller has: a file that was replaced since must not answer beside it. */
  readonly digest: string;
  readonly options: ScreeningOptions;
}

const { lawPath, digest, options } = workerData as ScreeningThreadData;
const law = loadLaw(lawPath);
if (law.digest !== digest) {
  throw new Error(`The law file was replaced while screening: ${lawPath} is ${law.digest}, not ${digest}.`);
}
const asOf = { on: options.on, known: options.known, law: digest };
const screener = createScreener(law, options, await loadRdkit());

// Messages that came while the law was loading wait in the port until someone listens.
parentPort?.on('message', ({ number, batch }: ToThread<readonly TableRow[]>) => {
  const result = screenBatch(screener, batch, asOf);
  parentPort?.postMessage({ number, result } satisfies FromThread<ScreenedBatch>);
});
