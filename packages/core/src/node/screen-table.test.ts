import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Law } from '../controls/index.ts';
import { day } from '../kernel/index.ts';
import type { ScreenedRow, Screener, ScreeningOptions, TableRow } from '../screening/index.ts';
import { loadLaw } from './law-file.ts';
import { ROW_FAULT, screenBatch, withInput } from './screen-batch.ts';
import { ScreeningDied, screenTable, type TableScreening } from './screen-table.ts';

/** Loads the law and the toolkit in several threads. */
const THREADS_MS = 120_000;

let law: Law;
beforeAll(() => {
  law = loadLaw();
});

const OPTIONS: ScreeningOptions = {
  on: day('2022-09-01'),
  known: null,
  in: ['US', 'CN'],
  activity: null,
  from: null,
  to: null,
  keys: 'found',
  roles: {
    structure: null,
    name: 'Product',
    cas: null,
    hs: null,
    quantity: null,
    concentration: null,
    description: null,
  },
};

const NAMES = ['NPP', 'fentanyl', 'no such goods at all', '4-AP', '437-38-7', 'CCO', ''];

function rows(count: number): readonly TableRow[] {
  return Array.from({ length: count }, (_, index) => ({
    row: index + 1,
    cells: { Product: NAMES[index % NAMES.length] ?? '', Note: `line ${index + 1}` },
    problems: [],
  }));
}

/** The rows in batches of these sizes, again and again. */
async function* inSizes(
  all: readonly TableRow[],
  sizes: readonly number[],
): AsyncGenerator<readonly TableRow[], void, undefined> {
  for (let from = 0, turn = 0; from < all.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield await Promise.resolve(all.slice(from, from + size));
    from += size;
  }
}

async function screened(screening: TableScreening): Promise<readonly ScreenedRow[]> {
  const out: ScreenedRow[] = [];
  for await (const batch of screenTable(screening)) out.push(...batch);
  return out;
}

describe('a table', { timeout: THREADS_MS }, () => {
  test('in two threads is the table in process, whatever the batches: every row, in order, with its input', async () => {
    const all = rows(4_321);
    const here = await screened({ rows: inSizes(all, [500]), options: OPTIONS, law, threads: 1 });
    expect(here.map(({ row, input }) => [row, input])).toEqual(all.map(({ row, cells }) => [row, cells]));
    expect(here.slice(0, 4).map(({ verdict }) => verdict)).toEqual([
      'controlled',
      'controlled',
      'unknown',
      'controlled',
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 300, max: 2_000 })), {
          minLength: 1,
          maxLength: 6,
        }),
        async (sizes) => {
          const there = await screened({ rows: inSizes(all, sizes), options: OPTIONS, law, threads: 2 });
          expect(there).toEqual(here);
        },
      ),
      { numRuns: 2 },
    );
  });

  test('what cannot be sent to a thread is a fault, after all rows before it', async () => {
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      // Cells of a kind no reader gives: they cannot be sent to a thread, and in process they are no text.
      const bad = { row: 3_001, cells: { Product: (() => 'x') as unknown as string }, problems: [] };
      const all = [...rows(3_000), bad, ...rows(6_000).slice(3_001)];
      for await (const batch of screenTable({
        rows: inSizes(all, [100]),
        options: OPTIONS,
        law,
        threads: 2,
      })) {
        seen.push(...batch.map(({ row }) => row));
      }
    };
    await expect(run()).rejects.toThrow('could not be cloned');
    expect(seen).toEqual(Array.from({ length: 3_000 }, (_, index) => index + 1));
  });

  test('a thread that cannot begin is a fault', async () => {
    const other = { ...law, index: null } as unknown as Law;
    const died: unknown = await screened({
      rows: inSizes(rows(4_000), [500]),
      options: OPTIONS,
      law: other,
      threads: 2,
    }).catch((error: unknown) => error);
    expect(died).toBeInstanceOf(ScreeningDied);
    expect((died as ScreeningDied).message).toMatch(/on rows 1 to 500|before the first row/);
  });

  test('a signal stops it in threads too, and what reading threw comes out', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      const screening = {
        rows: inSizes(rows(50_000), [500]),
        options: OPTIONS,
        law,
        threads: 2,
        signal: stop.signal,
      };
      for await (const batch of screenTable(screening)) {
        seen.push(batch.length);
        if (seen.length === 6) stop.abort(new Error('enough'));
      }
    };
    await expect(run()).rejects.toThrow('enough');
    expect(seen.length).toBeLessThan(10);
    const broken = (async function* () {
      yield* inSizes(rows(20), [7]);
      throw new Error('the disk is gone');
    })();
    await expect(screened({ rows: broken, options: OPTIONS, law })).rejects.toThrow('the disk is gone');
  });
});

describe('a batch', () => {
  const failing: Screener = {
    screen: ({ row }) => {
      if (row === 2) throw new Error('words of the row');
      return { row } as ScreenedRow;
    },
  };
  const asOf = { on: OPTIONS.on, known: null, law: 'sha256:0' };

  test('a row the program fails on is unreadable and named, and the rest is done', () => {
    const { rows: done, faults } = screenBatch(failing, rows(3), asOf);
    expect(done.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(done[1]).toMatchObject({
      verdict: 'unreadable',
      problems: [{ code: ROW_FAULT, data: { row: 2 } }],
      asOf,
    });
    expect(faults).toMatchObject([{ row: 2 }]);
    expect(faults[0]?.stack).toContain('screen-table.test');
    expect(faults[0]?.stack).not.toContain('words of the row');
  });

  test('a row that was lost or moved on the way is an error, never an answer', () => {
    const batch = rows(3);
    const { rows: done } = screenBatch(failing, batch, asOf);
    expect(withInput(batch, done)[2]).toMatchObject({ row: 3, input: { Note: 'line 3' } });
    expect(() => withInput(batch, done.slice(1))).toThrow('came back');
    expect(() => withInput(batch, [...done].reverse())).toThrow('Row 1 came back as 3');
  });
});
