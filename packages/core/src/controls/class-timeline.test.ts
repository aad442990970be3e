import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import { loadLaw } from '../node/law-file.ts';
import { classTimeline, classTimelines } from './class-timeline.ts';
import type { Law } from './law.ts';
import { between, control, lawOf, rule, since } from './test/small-law.ts';

const target = { rule: 'class' };

describe('the timeline of a class', () => {
  const law = lawOf({
    rules: [rule({ id: 'class', kind: 'class' }), rule({ id: 'alone', kind: 'class' })],
    controls: [
      control({
        id: 'second',
        target,
        start: since('2020-02-06'),
        end: day('2021-05-06'),
        permanence: 'temporary',
        stage: 'ended',
      }),
      control({
        id: 'first',
        target,
        start: since('2018-02-06'),
        end: day('2020-02-06'),
        permanence: 'temporary',
        stage: 'ended',
      }),
      control({ id: 'again', target, start: between(null, '2023-01-01') }),
      control({ id: 'draft', target, stage: 'proposed', start: since('2019-01-01') }),
      control({ id: 'other', target, jurisdiction: 'CN', start: since('2019-05-01') }),
    ],
  });

  test('joins acts that leave no day between them, and no others', () => {
    expect(classTimeline(law, 'class')?.spans).toEqual([
      {
        jurisdiction: 'US',
        from: '2018-02-06',
        certain: true,
        to: '2021-05-06',
        parts: [{ permanence: 'temporary', from: '2018-02-06', to: '2021-05-06', acts: 2 }],
      },
      {
        jurisdiction: 'US',
        from: '2023-01-01',
        certain: false,
        to: null,
        parts: [{ permanence: 'permanent', from: '2023-01-01', to: null, acts: 1 }],
      },
      {
        jurisdiction: 'CN',
        from: '2019-05-01',
        certain: true,
        to: null,
        parts: [{ permanence: 'permanent', from: '2019-05-01', to: null, acts: 1 }],
      },
    ]);
  });

  test('keeps every act, proposals too, oldest first', () => {
    expect(classTimeline(law, 'class')?.acts.map(({ control: id }) => id)).toEqual([
      'first',
      'draft',
      'other',
      'second',
      'again',
    ]);
    expect(classTimeline(law, 'alone')).toMatchObject({ acts: [], spans: [], jurisdictions: [] });
    expect(classTimeline(law, 'no-such-class')).toBeNull();
    expect(classTimelines(law).map(({ rule: { id } }) => id)).toEqual(['class', 'alone']);
  });
});

describe('the classes of the compiled law', () => {
  let law: Law;
  beforeAll(() => {
    law = loadLaw();
  });

  test('fentanyl-related substances: temporary from 2018-02-06, unbroken, permanent from 2025-07-16', () => {
    const timeline = classTimeline(law, 'us-fentanyl-related-substances');
    expect(timeline?.spans).toHaveLength(1);
    expect(timeline?.spans[0]).toMatchObject({
      jurisdiction: 'US',
      from: '2018-02-06',
      certain: true,
      to: null,
    });
    expect(timeline?.spans[0]?.parts.map(({ permanence, from, to }) => [permanence, from, to])).toEqual([
      ['temporary', '2018-02-06', '2025-07-16'],
      ['permanent', '2025-07-16', null],
    ]);
  });

  test('every class has the words of the law, and an act to stand on', () => {
    for (const { rule: one, acts } of classTimelines(law)) {
      expect(one.words.length, one.id).toBeGreaterThan(0);
      expect(acts.length, one.id).toBeGreaterThan(0);
    }
  });

  test('a clause that came later stands with its day', () => {
    expect(classTimeline(law, 'us-4-anilinopiperidine-derivatives')?.clauses).toMatchObject([
      { from: '2023-11-30' },
    ]);
  });
});
