import { beforeAll, describe, expect, test } from 'vitest';
import { day, type Day } from '../kernel/index.ts';
import { loadLaw } from '../node/law-file.ts';
import { countKinds, lawChanges, type LawChange } from './changes.ts';
import type { Law } from './law.ts';
import { between, control, coverage, lawOf, rule, since, substance } from './test/small-law.ts';

const within = (from: string, to: string): { from: Day; to: Day; in: null } => ({
  from: day(from),
  to: day(to),
  in: null,
});
const target = { goods: 'a' };
const say = ({ day: on, kind, before, after, started, ended }: LawChange) =>
  [
    on,
    kind,
    before,
    after,
    started.map((one) => one.control).join(),
    ended.map((one) => one.control).join(),
  ].join(' ');

describe('changes between two days', () => {
  const law = lawOf({
    substances: [substance('a'), substance('b')],
    rules: [rule({ id: 'class', kind: 'class' })],
    controls: [
      control({
        id: 'order',
        target,
        start: since('2018-02-06'),
        end: day('2020-02-06'),
        permanence: 'temporary',
        stage: 'ended',
      }),
      control({ id: 'act', target, start: since('2020-02-06') }),
      control({
        id: 'short',
        target: { goods: 'b' },
        start: since('2019-01-01'),
        end: day('2019-07-01'),
        stage: 'ended',
      }),
      control({
        id: 'later',
        target: { goods: 'b' },
        start: since('2021-01-01'),
        published: day('2020-11-01'),
      }),
      control({
        id: 'window',
        target: { goods: 'b' },
        jurisdiction: 'CN',
        start: between('2019-01-01', '2019-03-01'),
      }),
      control({
        id: 'draft',
        target: { goods: 'b' },
        jurisdiction: 'EU',
        stage: 'proposed',
        published: day('2020-03-01'),
      }),
      control({ id: 'rule', target: { rule: 'class' }, jurisdiction: 'CN', start: since('2019-05-01') }),
      control({ id: 'open', target: { open: 'others' }, jurisdiction: 'CN', start: since('2019-05-02') }),
    ],
    coverage: (['US', 'CN', 'EU'] as const).map((place) => coverage(place, 'precursor', 'complete')),
  });

  test('name what began, ended, changed its list, was announced and proposed', () => {
    expect(lawChanges(law, within('2018-02-05', '2020-12-31')).map(say)).toEqual([
      '2018-02-06 controlled not-controlled controlled order ',
      '2019-01-01 controlled not-controlled controlled short ',
      '2019-03-01 uncertain unknown controlled window ',
      '2019-05-01 controlled   rule ',
      '2019-05-02 controlled   open ',
      '2019-07-01 ended controlled not-controlled  short',
      '2020-02-06 changed controlled controlled act order',
      '2020-03-01 proposed not-controlled not-controlled draft ',
      '2020-11-01 announced not-controlled not-controlled later ',
    ]);
  });

  test('the first day is where they begin, the last one counts', () => {
    expect(lawChanges(law, within('2018-02-06', '2018-12-31'))).toEqual([]);
    expect(lawChanges(law, within('2018-02-05', '2018-02-06'))).toHaveLength(1);
    expect(
      lawChanges(law, { ...within('2018-02-05', '2020-12-31'), in: ['EU'] }).map(({ kind }) => kind),
    ).toEqual(['proposed']);
  });

  test('what starts within the days is a start, and not announced too', () => {
    expect(countKinds(lawChanges(law, within('2020-10-01', '2021-06-01')))).toMatchObject({
      controlled: 1,
      announced: 0,
    });
  });

  test('what rests on an unread source says so', () => {
    const [first] = lawChanges(law, within('2019-02-28', '2019-03-01'));
    expect(first?.confidence).toBe('unverified');
  });
});

describe('the changes of the compiled law', () => {
  let law: Law;
  beforeAll(() => {
    law = loadLaw();
  });

  test('on 1 September 2024 China put 4-AP, 1-boc-4-AP and norfentanyl under class 2', () => {
    const changes = lawChanges(law, { from: day('2024-08-31'), to: day('2024-09-01'), in: ['CN'] });
    const found = new Map(changes.map((change) => [change.target, change]));
    for (const id of ['4-anilinopiperidine', '1-boc-4-ap', 'norfentanyl']) {
      expect(found.get(id), id).toMatchObject({
        kind: 'controlled',
        before: 'not-controlled',
        after: 'controlled',
        confidence: 'verified',
      });
      expect(found.get(id)?.started[0]?.citation.url, id).toMatch(/^https:/);
    }
  });

  test('the class of fentanyl-related substances became permanent on 2025-07-16 without becoming uncontrolled', () => {
    const changes = lawChanges(law, { from: day('2018-01-01'), to: day('2026-01-01'), in: ['US'] }).filter(
      (change) => change.target === 'us-fentanyl-related-substances' && change.kind !== 'changed',
    );
    expect(changes.map(({ day: on, kind }) => [on, kind])).toEqual([['2018-02-06', 'controlled']]);
    const [last] = lawChanges(law, { from: day('2025-07-15'), to: day('2025-07-16'), in: ['US'] }).filter(
      ({ target: of }) => of === 'us-fentanyl-related-substances',
    );
    expect(last).toMatchObject({ kind: 'changed' });
    expect(last?.started.map(({ permanence }) => permanence)).toEqual(['permanent']);
    expect(last?.ended.map(({ permanence }) => permanence)).toEqual(['temporary']);
  });
});
