import type { ColumnRoles, TableRow } from '@custody/core';
import { day } from '@custody/core';
import { afterEach, describe, expect, test } from 'vitest';
import type { RowsScreened, RowsToScreen } from './messages.ts';
import { packPiece, type RowToPack } from './packed-piece.ts';
import { Screeners } from './screeners.ts';

const ROLES: ColumnRoles = {
  structure: null,
  name: 'name',
  cas: null,
  hs: null,
  quantity: null,
  concentration: null,
  description: null,
};
const QUESTION = {
  on: day('2026-11-22'),
  known: null,
  in: null,
  activity: null,
  from: null,
  to: null,
} as const;

const ASKED = { columns: ['name'], roles: ROLES, question: QUESTION };

function answered({ row, cells }: TableRow): RowToPack {
  return {
    row,
    input: cells,
    goods: [],
    verdict: 'outside',
    jurisdictions: {},
    controls: [],
    bases: [],
    deciding: [],
    reasons: [],
    problems: [],
  };
}

const opened: MessagePort[] = [];

/** A worker that answers each batch after `delay` milliseconds, and counts how many lie before it. */
function worker(delay: (batch: number) => number, seen: { most: number; now: number }): MessagePort {
  const { port1, port2 } = new MessageChannel();
  opened.push(port1, port2);
  port2.addEventListener('message', ({ data }: MessageEvent<RowsToScreen>) => {
    if (data.kind === 'begin') return;
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    setTimeout(() => {
      seen.now -= 1;
      const { run, batch, rows } = data;
      const piece = packPiece(['name'], rows.map(answered));
      port2.postMessage({ kind: 'screened', run, batch, piece } satisfies RowsScreened);
    }, delay(data.batch));
  });
  port2.start();
  return port1;
}

const batch = (number: number): readonly TableRow[] => [
  { row: number, cells: { name: String(number) }, problems: [] },
];

describe('the screening workers', () => {
  afterEach(() => {
    for (const port of opened.splice(0)) port.close();
  });

  test('give their results in the order of the file, whoever is faster', async () => {
    const seen = { most: 0, now: 0 };
    const screeners = new Screeners([
      worker((at) => (at % 4 === 0 ? 20 : 1), seen),
      worker((at) => (at % 3 === 0 ? 10 : 0), seen),
    ]);
    const came: number[] = [];
    screeners.begin(ASKED, ({ rowFrom }) => came.push(rowFrom));
    for (let at = 0; at < 30; at += 1) await screeners.send(batch(at));
    await screeners.settled();
    expect(came).toEqual(Array.from({ length: 30 }, (_, at) => at));
  });

  test('are never handed more than two batches each', async () => {
    const one = { most: 0, now: 0 };
    const other = { most: 0, now: 0 };
    const screeners = new Screeners([worker(() => 3, one), worker(() => 3, other)]);
    screeners.begin(ASKED, () => undefined);
    for (let at = 0; at < 40; at += 1) await screeners.send(batch(at));
    await screeners.settled();
    expect(Math.max(one.most, other.most)).toBeLessThanOrEqual(2);
    expect(Math.min(one.most, other.most)).toBeGreaterThan(0);
  });

  test('what comes late from an earlier run is set aside', async () => {
    const screeners = new Screeners([worker(() => 15, { most: 0, now: 0 })]);
    const first: number[] = [];
    screeners.begin(ASKED, ({ rowFrom }) => first.push(rowFrom));
    await screeners.send(batch(1));
    const second: number[] = [];
    screeners.begin(ASKED, ({ rowFrom }) => second.push(rowFrom));
    await screeners.send(batch(2));
    await screeners.settled();
    expect(first).toEqual([]);
    expect(second).toEqual([2]);
  });

  test('a fault of a worker ends the run with its message', async () => {
    const { port1, port2 } = new MessageChannel();
    opened.push(port1, port2);
    port2.addEventListener('message', ({ data }: MessageEvent<RowsToScreen>) => {
      if (data.kind !== 'rows') return;
      port2.postMessage({ kind: 'fault', run: data.run, message: 'broken' } satisfies RowsScreened);
    });
    port2.start();
    const screeners = new Screeners([port1]);
    screeners.begin(ASKED, () => undefined);
    await screeners.send(batch(1));
    await expect(screeners.settled()).rejects.toThrow('broken');
  });
});
