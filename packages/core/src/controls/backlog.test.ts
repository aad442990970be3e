import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import { loadLaw } from '../node/law-file.ts';
import { controlBacklog } from './backlog.ts';
import type { Law } from './law.ts';
import { control, coverage, lawOf, since, substance } from './test/small-law.ts';

describe('the control backlog', () => {
  const law = lawOf({
    substances: ['treaty', 'partner', 'announced', 'done'].map((id) => substance(id)),
    controls: [
      control({ id: 'un', target: { goods: 'treaty' }, jurisdiction: 'UN', start: since('2022-11-23') }),
      control({ id: 'us', target: { goods: 'partner' }, start: since('2020-05-15') }),
      control({ id: 'us2', target: { goods: 'announced' }, start: since('2021-01-01') }),
      control({
        id: 'cn',
        target: { goods: 'announced' },
        jurisdiction: 'CN',
        start: since('2024-09-01'),
        published: day('2024-08-02'),
      }),
      control({ id: 'us3', target: { goods: 'done' }, start: since('2020-01-01') }),
      control({ id: 'cn3', target: { goods: 'done' }, jurisdiction: 'CN', start: since('2022-01-01') }),
    ],
    coverage: (['UN', 'US', 'CN', 'MX'] as const).map((place) =>
      coverage(place, 'precursor', place === 'MX' ? 'partial' : 'complete'),
    ),
  });
  const asked = { home: 'CN', on: day('2024-08-15'), partners: ['US'] } as const;

  test('has treaty controls first, then the oldest, with the days since', () => {
    expect(
      controlBacklog(law, asked).map(({ goods, treaty, days, elsewhere, announced }) => [
        goods,
        treaty,
        days,
        elsewhere.map(({ jurisdiction }) => jurisdiction).join(),
        announced?.earliest,
      ]),
    ).toEqual([
      ['treaty', true, 631, 'UN', undefined],
      ['partner', false, 1553, 'US', undefined],
      ['announced', false, 1322, 'US', '2024-09-01'],
    ]);
  });

  test('counts partners only where they are asked for, and the United Nations always', () => {
    expect(controlBacklog(law, { ...asked, partners: [] }).map(({ goods }) => goods)).toEqual(['treaty']);
  });

  test('what is unknown at home is no backlog, and is shown where asked for', () => {
    const home = { ...asked, home: 'MX' } as const;
    expect(controlBacklog(law, home)).toEqual([]);
    const open = controlBacklog(law, { ...home, open: true });
    expect(open.map(({ status }) => status)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(open.every(({ doubt }) => doubt !== null)).toBe(true);
  });
});

describe('the backlog of the compiled law', () => {
  let law: Law;
  beforeAll(() => {
    law = loadLaw();
  });

  test('4-AP, 1-boc-4-AP and norfentanyl stood in that of China on 2022-09-01 and no longer on 2024-09-01', () => {
    const goodsOn = (on: string): readonly string[] =>
      controlBacklog(law, { home: 'CN', on: day(on), partners: ['US'] }).map(({ goods }) => goods);
    const three = ['4-anilinopiperidine', '1-boc-4-ap', 'norfentanyl'];
    expect(goodsOn('2022-09-01')).toEqual(expect.arrayContaining(three));
    expect(goodsOn('2024-09-01').filter((id) => three.includes(id))).toEqual([]);
  });
});
