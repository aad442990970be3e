import { describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import { lawList, lawShow } from './instruments.ts';
import { statusMatrix } from './status-matrix.ts';
import { between, CITATION, control, lawOf, rule, since, substance } from './test/small-law.ts';

const law = lawOf({
  substances: [substance('a'), substance('b')],
  rules: [rule({ id: 'k', kind: 'class', title: 'a class' })],
  controls: [
    control({ id: '1', target: { goods: 'b' }, list: 'List II', start: since('2010-01-01') }),
    control({ id: '2', target: { goods: 'a' }, stage: 'ended', end: day('2021-01-01') }),
    control({ id: '3', target: { rule: 'k' }, start: between(null, '2024-01-01') }),
    control({
      id: '4',
      target: { open: 'thirteen chemicals' },
      citation: { ...CITATION, confidence: 'unverified' },
    }),
    control({ id: '5', target: { goods: 'a' }, instrument: 'cn-order', jurisdiction: 'CN' }),
  ],
  instruments: [
    {
      id: 'us-act',
      jurisdiction: 'US',
      title: 'An Act',
      titleOriginal: null,
      kind: 'act',
      citation: CITATION,
      notes: [],
    },
    {
      id: 'cn-order',
      jurisdiction: 'CN',
      title: 'An Order',
      titleOriginal: null,
      kind: 'order',
      citation: CITATION,
      notes: [],
    },
  ],
});

describe('instruments', () => {
  test('are listed by jurisdiction, with entries, stages, days and coverage', () => {
    expect(lawList(law).map(({ instrument, entries }) => [instrument.id, entries])).toEqual([
      ['cn-order', 1],
      ['us-act', 4],
    ]);
    expect(lawList(law, 'US')).toMatchObject([
      {
        stages: { 'in-force': 3, ended: 1 },
        lists: ['List I', 'List II'],
        firstStart: '2010-01-01',
        lastStart: '2024-01-01',
        unverified: 1,
      },
    ]);
    expect(lawList(law, 'US')[0]?.coverage.map(({ kind }) => kind)).toEqual([
      'precursor',
      'drug',
      'equipment',
    ]);
    expect(lawList(law, 'JP')).toEqual([]);
  });

  test('open to their entries, each with what it names', () => {
    expect(
      lawShow(law, 'us-act')?.entries.map(({ control: one, target, targetKind }) => [
        one.id,
        targetKind,
        target,
      ]),
    ).toEqual([
      ['2', 'goods', 'a'],
      ['4', 'open', 'thirteen chemicals'],
      ['3', 'rule', 'a class'],
      ['1', 'goods', 'b'],
    ]);
    expect(lawShow(law, 'nothing')).toBe(null);
  });
});

describe('status matrix', () => {
  test('one row of goods, one cell of jurisdictions; null for goods the law does not have', () => {
    expect(statusMatrix(law, ['a', 'b', 'z'], ['US', 'CN'], day('2022-01-01'), null).cells).toEqual([
      ['not-controlled', 'controlled'],
      ['controlled', 'unknown'],
      [null, null],
    ]);
    expect(statusMatrix(law, ['a'], ['US'], day('2020-06-01'), null).cells).toEqual([['controlled']]);
  });
});
