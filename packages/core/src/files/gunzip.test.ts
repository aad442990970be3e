import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INFLATE_MAX_RATIO } from './limits.ts';
import { flawsOf, joined, readAll } from './test/reading.ts';

const TEXT = `name,cas\n${Array.from({ length: 400 }, (_, at) => `Goods ${at},67-64-1`).join('\n')}\n`;
const plain = new TextEncoder().encode(TEXT);
const packed = new Uint8Array(gzipSync(plain));

describe('gzip', () => {
  test('is found by its bytes, whatever the name says', async () => {
    const read = await readAll(packed, { name: 'goods.csv' });
    expect(read.table).toMatchObject({ compressed: true, format: 'csv', columns: ['name', 'cas'] });
    expect(read.rows).toHaveLength(400);
    expect(read.table?.bytesRead()).toBe(packed.length);
  });

  test('of several members is read to its end', async () => {
    const members = [0, 1, 2, 3].map((at) =>
      plain.subarray(at * 1_000, at === 3 ? undefined : (at + 1) * 1_000),
    );
    const read = await readAll(joined(members.map((member) => new Uint8Array(gzipSync(member)))));
    expect(read.rows).toHaveLength(400);
    expect(flawsOf(read)).toEqual([]);
  });

  test('with an empty member, and zero bytes after the last', async () => {
    const read = await readAll(joined([new Uint8Array(gzipSync('')), packed, new Uint8Array(600)]));
    expect(read.rows).toHaveLength(400);
    expect(flawsOf(read)).toEqual([]);
  });

  test('cut anywhere gives the rows before the cut, and then says so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: packed.length - 1 }), async (end) => {
        const read = await readAll(packed.subarray(0, end), { name: 'a.csv' });
        if (read.refused !== null) {
          expect(read.refused.code).toBe('file-truncated');
          return;
        }
        const last = read.rows.at(-1)!;
        expect(last.cells).toEqual({});
        expect(last.problems.map((problem) => problem.code)).toEqual(['file-truncated']);
        // The row before it may be cut; all others are as they were written.
        for (const row of read.rows.slice(0, -2)) {
          expect(row).toMatchObject({
            cells: { name: `Goods ${row.row - 1}`, cas: '67-64-1' },
            problems: [],
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('with a wrong checksum is said to be damaged', async () => {
    const wrong = packed.slice();
    wrong[wrong.length - 6]! ^= 0xff;
    const read = await readAll(wrong);
    expect(read.rows.at(-1)?.problems[0]?.code).toBe('file-damaged');
  });

  test('with other bytes after it is said to be damaged', async () => {
    const read = await readAll(joined([packed, new TextEncoder().encode('Fentanyl,437-38-7\n')]));
    expect(read.rows).toHaveLength(401);
    expect(read.rows.at(-1)?.problems[0]?.code).toBe('file-damaged');
  });

  test('never throws and never falls silent on changed bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = packed.slice();
        changed[at]! ^= by;
        const read = await readAll(changed, { name: 'a.csv' });
        const asWritten = read.rows.length === 400 && read.rows.every((row) => row.problems.length === 0);
        const said = read.refused !== null || read.rows.some((row) => row.problems.length > 0);
        // Bytes of the header that say nothing about the content (time, system) may change.
        expect(asWritten || said).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('a bomb is not unpacked to its end', async () => {
    const zeros = gzipSync(new Uint8Array(24 * 1024 * 1024));
    const read = await readAll(joined(Array.from({ length: 4 }, () => new Uint8Array(zeros))), {
      format: 'csv',
    });
    expect(read.rows.at(-1)?.problems[0]?.code).toBe('file-bomb');
    expect(INFLATE_MAX_RATIO).toBeLessThan(1_032);
  });
});
