import { parentPort, workerData } from 'node:worker_threads';
import type { Law } from '../controls/index.ts';
import { createScreener, type ScreeningOptions, type TableRow } from '../screening/index.ts';
import { loadRdkit } from './rdkit.ts';
import { type ScreenedBatch, screenBatch } from './screen-batch.ts';
import type { FromThread, ToThread } from './screen-threads.ts';

/**
 * What a screening thread is started with. The law comes with it and is not read again: its file may be replaced while
 * a table is screened, and one table is answered by one law.
 */
export interface ScreeningThreadData {
  readonly law: Law;
  readonly options: ScreeningOptions;
}

const { law, options } = workerData as ScreeningThreadData;
const asOf = { on: options.on, known: options.known, law: law.digest };
const screener = createScreener(law, options, await loadRdkit());

// Messages that came while the law was loading wait in the port until someone listens.
parentPort?.on('message', ({ number, batch }: ToThread<readonly TableRow[]>) => {
  const result = screenBatch(screener, batch, asOf);
  parentPort?.postMessage({ number, result } satisfies FromThread<ScreenedBatch>);
});
