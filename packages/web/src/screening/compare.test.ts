import type { ScreenedRow } from '@custody/core';
import { day, type Law } from '@custody/core';
import { describe, expect, test } from 'vitest';
import { compareWith } from './compare.ts';
import { packPiece } from './packed-piece.ts';
import { PackedRows } from './packed-rows.ts';
import { savedRows } from './saved-rows.ts';

const AS_OF = { on: day('2026-11-22'), known: null, law: 'sha256:0' };

function rowOf(
  number: number,
  verdict: ScreenedRow['verdict'],
  name = `goods ${String(number)}`,
): ScreenedRow {
  return {
    row: number,
    input: { name },
    goods: [],
    verdict,
    jurisdictions: { US: verdict === 'controlled' ? 'controlled' : 'unknown' },
    controls: verdict === 'controlled' ? ['us:x:0'] : [],
    bases: [],
    deciding: ['US'],
    reasons: [],
    problems: [],
    asOf: AS_OF,
  };
}

function kept(rows: readonly ScreenedRow[]): PackedRows {
  const packed = new PackedRows(['name'], AS_OF);
  packed.add(packPiece(['name'], rows));
  return packed;
}

const EARLIER = [rowOf(1, 'unknown'), rowOf(2, 'controlled'), rowOf(3, 'unknown')];
const LATER = [rowOf(1, 'controlled'), rowOf(2, 'controlled'), rowOf(3, 'unknown')];

const HEAD = {
  law: { digest: 'sha256:0' } as Law,
  options: {
    on: AS_OF.on,
    known: null,
    in: null,
    activity: null,
    from: null,
    to: null,
    roles: {
      structure: null,
      name: 'name',
      cas: null,
      hs: null,
      quantity: null,
      concentration: null,
      description: null,
    },
    keys: 'found',
  },
  columns: ['name'],
  jurisdictions: ['US'],
} as const;

describe('an earlier result', () => {
  test.each(['ndjson', 'json'] as const)('saved as %s shows only what has changed', async (format) => {
    const file = await savedRows(format, HEAD, EARLIER);
    const compared = await compareWith(file, 'earlier', kept(LATER));
    expect(compared).toMatchObject({
      ok: true,
      value: {
        rows: 3,
        total: 1,
        differences: [
          { row: 1, verdict: { from: 'unknown', to: 'controlled' }, controls: { gained: ['us:x:0'] } },
        ],
      },
    });
  });

  test('with the same answers differs in nothing', async () => {
    const compared = await compareWith(await savedRows('json', HEAD, LATER), 'same', kept(LATER));
    expect(compared).toMatchObject({ ok: true, value: { total: 0, rows: 3 } });
  });

  test('an empty one has lost nothing and gained every row', async () => {
    const compared = await compareWith(await savedRows('json', HEAD, []), 'empty', kept(LATER));
    expect(compared).toMatchObject({ ok: true, value: { total: 3, rows: 0 } });
  });

  test.each([
    ['a list that is no result', '{"a": 1}\n', 'kept-row-form'],
    ['a table', 'name,CAS\nx,y\n', 'kept-result-form'],
    ['a line that was cut off', '{"row":1,"input":{"name":"x"', 'kept-result-form'],
  ])('%s is refused with its line', async (_, text, code) => {
    const compared = await compareWith(new Blob([text]), 'file', kept(LATER));
    expect(compared).toMatchObject({ ok: false, problem: { code, data: { line: 1 } } });
  });

  test('CSV begins with a byte order mark and has a line a row', async () => {
    const text = await (await savedRows('csv', HEAD, LATER)).text();
    expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(4);
  });
});
