import { createScreener, type Screener } from '@custody/core';
import { chemistFrom } from '../engine/chemistry.ts';
import { lentBy } from './lent.ts';
import type { RowsScreened, RowsToScreen, ToScreening } from './messages.ts';
import { packPiece } from './packed-piece.ts';

/**
 * A screening worker: rows in, what the law says of them out. It has its own law and toolkit, both lent by the engine of
 * this page; it asks nobody for anything.
 */
self.addEventListener('message', ({ data }: MessageEvent<ToScreening>) => {
  void serve(data);
});

self.postMessage('ready');

async function serve({ lender, reading }: ToScreening): Promise<void> {
  const equipped = equip(lender);
  let begun: {
    readonly run: number;
    readonly columns: readonly string[];
    readonly screener: Promise<Screener>;
  } | null = null;
  const answer = (message: RowsScreened): void => {
    reading.postMessage(message, message.kind === 'screened' ? [message.piece.text.buffer] : []);
  };
  reading.addEventListener('message', ({ data }: MessageEvent<RowsToScreen>) => {
    if (data.kind === 'begin') {
      const { run, columns, roles, question } = data;
      const screener = equipped.then(({ law, chemist }) =>
        createScreener(law, { ...question, roles, keys: 'found' }, chemist),
      );
      begun = { run, columns, screener };
      screener.catch((error: unknown) => {
        answer({ kind: 'fault', run, message: messageOf(error) });
      });
      return;
    }
    const { run, batch, rows } = data;
    if (begun?.run !== run) return;
    const { columns } = begun;
    begun.screener
      .then((screener) => {
        const piece = packPiece(
          columns,
          rows.map((row) => screener.screen(row)),
        );
        answer({ kind: 'screened', run, batch, piece });
      })
      .catch((error: unknown) => {
        answer({ kind: 'fault', run, message: messageOf(error) });
      });
  });
  reading.start();
  await equipped;
}

async function equip(lender: MessagePort) {
  const { law, toolkit } = await lentBy(lender);
  const chemist = toolkit === null ? null : await chemistFrom(toolkit).catch(() => null);
  return { law, chemist };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
