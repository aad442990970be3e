import { refused, type Outcome } from '@custody/core';
import { lentBy } from './lent.ts';
import type { FromReading, ToReading } from './messages.ts';
import { Reading } from './reading.ts';
import { Screeners } from './screeners.ts';

/**
 * The reading worker: it reads the file, hands its rows to the screening workers, keeps what comes back, and writes the
 * files that are saved. The page itself only shows.
 */
let reading: Reading | null = null;

self.addEventListener('message', ({ data }: MessageEvent<ToReading>) => {
  if (data.kind === 'connect') {
    reading = new Reading(
      lentBy(data.lender).then(({ law }) => law),
      new Screeners(data.screeners),
      (progress) => {
        post({ kind: 'progress', progress });
      },
    );
    return;
  }
  const { id, call, asks } = data;
  void settle(() => reading!.answer(call, asks)).then((outcome) => {
    post({ kind: 'given', id, outcome });
  });
});

post({ kind: 'ready' });

function post(message: FromReading): void {
  self.postMessage(message);
}

async function settle(work: () => Promise<Outcome<unknown>>): Promise<Outcome<unknown>> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The browser's word for a file that was changed, moved or taken away while it was read.
    const gone = error instanceof DOMException && /^Not(Readable|Found)Error$/.test(error.name);
    return refused({ code: gone ? 'file-changed' : 'screening-fault', message });
  }
}
