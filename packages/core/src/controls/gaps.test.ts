import { beforeAll, describe, expect, test } from 'vitest';
import { day, JURISDICTIONS } from '../kernel/index.ts';
import { loadLaw } from '../node/index.ts';
import {
  cellsOn,
  daysOfStatusChange,
  daysOpen,
  differsOn,
  gapsOf,
  gapTable,
  openGaps,
  statusesOn,
  type GapRow,
} from './gaps.ts';
import { FENTANYL_PRECURSORS, GOODS_GROUPS, goodsOfGroup } from './goods-that-matter.ts';
import type { Law } from './law.ts';
import { statusMatrix } from './status-matrix.ts';
import { between, control, coverage, lawOf, since, substance } from './test/small-law.ts';

const target = { goods: 'a' };

function rowOf(table: { readonly rows: readonly GapRow[] }): GapRow {
  const [row] = table.rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('gaps', () => {
  const law = lawOf({
    substances: [substance('a')],
    controls: [
      control({ id: 'us', target, start: since('2020-05-15') }),
      control({ id: 'cn', target, jurisdiction: 'CN', start: since('2024-09-01') }),
      control({ id: 'mx', target, jurisdiction: 'MX', start: between('2021-01-01', '2021-05-14') }),
      control({
        id: 'eu',
        target,
        jurisdiction: 'EU',
        start: since('2019-01-01'),
        end: day('2021-01-01'),
        stage: 'ended',
      }),
    ],
    coverage: (['US', 'CN', 'MX', 'EU'] as const).map((place) => coverage(place, 'precursor', 'complete')),
  });
  const row = rowOf(gapTable(law, ['a', 'no-such-goods'], ['US', 'CN', 'MX', 'EU', 'JP']));

  test('are the days one had it controlled and another had not', () => {
    expect(gapsOf(row, 'US').map(({ behind, from, to, atLeast }) => [behind, from, to, atLeast])).toEqual([
      ['CN', '2020-05-15', '2024-09-01', false],
      ['MX', '2020-05-15', '2021-01-01', true],
      ['EU', '2021-01-01', null, false],
    ]);
    expect(gapsOf(row).filter(({ ahead }) => ahead === 'CN')).toMatchObject([
      { behind: 'EU', from: '2024-09-01', to: null },
    ]);
  });

  test('count their days up to the day, or to their end', () => {
    const [gap] = gapsOf(row, 'US');
    if (gap === undefined) throw new Error('no gap');
    expect(daysOpen(gap, day('2022-09-01'))).toBe(839);
    expect(daysOpen(gap, day('2024-09-01'))).toBe(1570);
    expect(daysOpen(gap, day('2026-01-01'))).toBe(1570);
    expect(daysOpen(gap, day('2020-05-15'))).toBe(0);
    expect(daysOpen({ from: null, to: null }, day('2026-01-01'))).toBeNull();
  });

  test('are open on their days, the longest first', () => {
    expect(openGaps(gapsOf(row), day('2020-12-31')).map(({ ahead, behind }) => `${ahead}>${behind}`)).toEqual(
      ['EU>CN', 'EU>MX', 'US>CN', 'US>MX'],
    );
    expect(openGaps(gapsOf(row), day('2018-06-01'))).toEqual([]);
  });

  test('what is not known is no gap, and makes none', () => {
    expect(statusesOn(row, day('2022-09-01'))).toEqual([
      'controlled',
      'not-controlled',
      'controlled',
      'not-controlled',
      'unknown',
    ]);
    expect(gapsOf(row).some(({ ahead, behind }) => ahead === 'JP' || behind === 'JP')).toBe(false);
    expect(differsOn(row, day('2022-09-01'))).toBe(true);
    expect(differsOn(row, day('2018-01-01'))).toBe(false);
  });

  test('stand in the cells of a day, with since when and behind whom', () => {
    const cells = cellsOn(row, day('2022-09-01'));
    expect(
      cells.map(({ status, since: { day: from, certain }, gap }) => [
        status,
        from,
        certain,
        gap?.ahead,
        gap?.days,
      ]),
    ).toEqual([
      ['controlled', '2020-05-15', true, undefined, undefined],
      ['not-controlled', null, false, 'US', 839],
      ['controlled', '2021-05-14', false, undefined, undefined],
      ['not-controlled', '2021-01-01', true, 'US', 608],
      ['unknown', null, false, undefined, undefined],
    ]);
    expect(cellsOn(row, day('2022-09-01'), gapsOf(row, 'CN')).every(({ gap }) => gap === null)).toBe(true);
  });

  test('change on the days on which a status does', () => {
    expect(daysOfStatusChange([row])).toEqual([
      '2019-01-01',
      '2020-05-15',
      '2021-01-01',
      '2021-05-14',
      '2024-09-01',
    ]);
  });
});

describe('the gaps of the compiled law', () => {
  let law: Law;
  beforeAll(() => {
    law = loadLaw();
  });

  test.each(['4-anilinopiperidine', '1-boc-4-ap', 'norfentanyl'])(
    '%s: controlled in the United States and not in China on 2022-09-01, until 2024-09-01',
    (id) => {
      const row = rowOf(gapTable(law, [id]));
      const [us, cn] = [JURISDICTIONS.indexOf('US'), JURISDICTIONS.indexOf('CN')];
      const on = (text: string) => [statusesOn(row, day(text))[us], statusesOn(row, day(text))[cn]];
      expect(on('2020-05-14')).toEqual(['not-controlled', 'not-controlled']);
      expect(on('2022-09-01')).toEqual(['controlled', 'not-controlled']);
      expect(on('2024-08-31')).toEqual(['controlled', 'not-controlled']);
      expect(on('2024-09-01')).toEqual(['controlled', 'controlled']);
      const gap = gapsOf(row, 'US').find(({ behind }) => behind === 'CN');
      expect(gap).toMatchObject({ from: '2020-05-15', to: '2024-09-01', atLeast: false });
      expect(gap === undefined ? null : daysOpen(gap, day('2026-11-22'))).toBe(1570);
    },
  );

  test('every stretch agrees with the matrix of its day', () => {
    const ids = goodsOfGroup(law, 'fentanyl-precursor');
    const table = gapTable(law, ids);
    for (const on of ['2017-01-01', '2020-05-15', '2022-09-01', '2025-07-16', '2026-12-31'].map(day)) {
      const matrix = statusMatrix(law, ids, JURISDICTIONS, on, null);
      expect(
        table.rows.map((row) => statusesOn(row, on)),
        on,
      ).toEqual(matrix.cells);
    }
  });

  test('the goods looked at first are all in the law, each once', () => {
    const all = GOODS_GROUPS.flatMap((group) => goodsOfGroup(law, group));
    expect(new Set(all).size).toBe(all.length);
    expect(goodsOfGroup(law, 'fentanyl-precursor')).toEqual(FENTANYL_PRECURSORS);
    expect(all.length).toBeGreaterThan(90);
  });
});
