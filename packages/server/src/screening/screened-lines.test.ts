import { day, type ScreenedRow, type Screener, type TableRow } from '@custody/core';
import { describe, expect, test } from 'vitest';
import { answerStream } from './answer-stream.ts';
import { screenedLines } from './screened-lines.ts';

const AS_OF = { on: day('2022-09-01'), known: null, law: 'sha256:0' };

/** Clears every row but those it is told to fail on. */
function screener(failsOn: number | null = null): Screener {
  return {
    screen: ({ row, cells }) => {
      if (row === failsOn) throw new Error('secret words of the row');
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
        asOf: AS_OF,
      };
    },
  };
}

async function* table(rows: number, batch = 10): AsyncGenerator<readonly TableRow[]> {
  for (let from = 1; from <= rows; from += batch) {
    const count = Math.min(batch, rows - from + 1);
    yield await Promise.resolve(
      Array.from({ length: count }, (_, index) => ({ row: from + index, cells: {}, problems: [] })),
    );
  }
}

async function answer(rows: number, more: Partial<Parameters<typeof screenedLines>[0]> = {}) {
  const faults: string[] = [];
  let text = '';
  let counted = 0;
  for await (const piece of screenedLines({
    rows: table(rows),
    screener: screener(),
    asOf: AS_OF,
    signal: new AbortController().signal,
    onRows: (count) => (counted += count),
    onFault: ({ stack }) => faults.push(stack),
    ...more,
  })) {
    text += piece;
  }
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ScreenedRow);
  return { lines, faults, counted };
}

describe('lines of an answer', () => {
  test('every row, in order, counted', async () => {
    const { lines, counted } = await answer(95);
    expect(lines.map(({ row }) => row)).toEqual(Array.from({ length: 95 }, (_, index) => index + 1));
    expect(counted).toBe(95);
  });

  test('a table that is too long ends in an unreadable line, and one that just fits does not', async () => {
    const fits = await answer(20, { limits: { rows: 20, ms: 60_000 } });
    expect(fits.lines.map(({ verdict }) => verdict)).toEqual(Array<string>(20).fill('outside'));
    const { lines } = await answer(21, { limits: { rows: 20, ms: 60_000 } });
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toMatchObject({
      row: 21,
      verdict: 'unreadable',
      problems: [{ code: 'screening-stopped', data: { row: 21 } }],
    });
  });

  test('so does one that takes too long', async () => {
    const { lines } = await answer(30, { limits: { rows: 1_000, ms: -1 } });
    expect(lines).toMatchObject([
      { row: 1, verdict: 'unreadable', problems: [{ code: 'screening-stopped' }] },
    ]);
  });

  test('a row the program fails on is unreadable and named; its words are not in the stack', async () => {
    const { lines, faults } = await answer(12, { screener: screener(5) });
    expect(lines).toHaveLength(12);
    expect(lines[4]).toMatchObject({ row: 5, verdict: 'unreadable', problems: [{ code: 'row-fault' }] });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('screened-lines.test');
    expect(faults[0]).not.toContain('secret');
  });
});

describe('the stream of an answer', () => {
  async function* pieces(
    count: number,
    failAt: number | null = null,
  ): AsyncGenerator<string, void, undefined> {
    for (let at = 0; at < count; at += 1) {
      if (at === failAt) throw new Error('failed');
      yield await Promise.resolve(`${at}\n`);
    }
  }

  test('is made as it is taken, and gives its place back at its end', async () => {
    let left = 0;
    const stream = answerStream(pieces(3), new AbortController(), () => (left += 1));
    expect(await new Response(stream).text()).toBe('0\n1\n2\n');
    expect(left).toBe(1);
  });

  test('gives its place back where whoever asked goes, and tells the work', async () => {
    const gone = new AbortController();
    let left = 0;
    const reader = answerStream(pieces(1_000), gone, () => (left += 1)).getReader();
    await reader.read();
    await reader.cancel();
    expect([left, gone.signal.aborted]).toEqual([1, true]);
  });

  test('breaks off where the work fails, so that half an answer is no answer', async () => {
    let left = 0;
    const stream = answerStream(pieces(5, 2), new AbortController(), () => (left += 1));
    await expect(new Response(stream).text()).rejects.toThrow('failed');
    expect(left).toBe(1);
  });

  test('breaks off where nobody takes it in time', async () => {
    const gone = new AbortController();
    let left = 0;
    const reader = answerStream(pieces(1_000), gone, () => (left += 1), 20).getReader();
    await new Promise((resolve) => gone.signal.addEventListener('abort', resolve));
    await expect(
      (async () => {
        for (;;) if ((await reader.read()).done) return;
      })(),
    ).rejects.toThrow('in time');
    expect(left).toBe(1);
  });
});
