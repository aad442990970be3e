import { describe, expect, test } from 'vitest';
import type { LawQuestion } from './judge.ts';
import { statusOn } from './status-on.ts';
import { control, coverage, goods, lawOf, on, rule, substance, type ControlParts } from './test/small-law.ts';

const A = substance('a');
const own = (parts: Partial<ControlParts> = {}): ReturnType<typeof control> =>
  control({ id: 'c', target: { goods: 'a' }, ...parts });
const ask = (
  controls: readonly ReturnType<typeof control>[],
  question: LawQuestion = on('2022-09-01'),
  jurisdiction: Parameters<typeof statusOn>[3] = 'US',
): ReturnType<typeof statusOn> =>
  statusOn(lawOf({ substances: [A], controls }), goods(A), question, jurisdiction);

describe('destinations and activities', () => {
  const licence = own({ jurisdiction: 'CN', destinations: ['US', 'MX', 'CA'], activities: ['export'] });
  const rows = [coverage('CN', 'precursor', 'complete')];
  const say = (question: LawQuestion, more: readonly (typeof licence)[] = []): ReturnType<typeof statusOn> =>
    statusOn(
      lawOf({ substances: [A], controls: [licence, ...more], coverage: rows }),
      goods(A),
      question,
      'CN',
    );
  const ON = '2026-01-01';

  test('towards a named destination it controls, towards others not', () => {
    expect(say(on(ON, { activity: 'export', to: 'US' })).status).toBe('controlled');
    expect(say(on(ON, { to: 'MX' })).status).toBe('controlled');
    expect(say(on(ON, { activity: 'export', to: 'DE' }))).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: 'other-destination' } }],
    });
  });

  test('without a destination it is for a person, where nothing else controls the goods', () => {
    for (const question of [on(ON), on(ON, { activity: 'export' })]) {
      expect(say(question)).toMatchObject({
        status: 'review',
        controls: [{ doubt: { code: 'depends-on-destination' } }],
      });
    }
  });

  test('beside another control it changes nothing and is shown', () => {
    const plain = own({ id: 'd', jurisdiction: 'CN', list: 'Class 2' });
    expect(say(on(ON), [plain])).toMatchObject({
      status: 'controlled',
      controls: [{ id: 'd' }],
      excluded: [{ id: 'c', because: { code: 'depends-on-destination' } }],
    });
    expect(say(on(ON), [plain]).reasons.map(({ code }) => code)).toContain('depends-on-destination');
  });

  test('for another activity, or from another country, it does not hold', () => {
    expect(say(on(ON, { activity: 'possess', to: 'US' })).excluded).toMatchObject([
      { because: { code: 'other-activity' } },
    ]);
    expect(say(on(ON, { from: 'DE', to: 'US' })).excluded).toMatchObject([
      { because: { code: 'other-departure' } },
    ]);
    expect(say(on(ON, { from: 'CN', to: 'US' })).status).toBe('controlled');
  });

  test('a rule on destinations is about exports, said or not', () => {
    const unsaid = { ...licence, activities: [] };
    const law = lawOf({ substances: [A], controls: [unsaid], coverage: rows });
    const say = (activity: 'export' | 'possess'): ReturnType<typeof statusOn> =>
      statusOn(law, goods(A), on(ON, { activity, to: 'US' }), 'CN');
    expect(say('export').status).toBe('controlled');
    expect(say('possess')).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: 'other-activity' } }],
    });
  });

  test('an entry for some activities only', () => {
    const importOnly = [own({ activities: ['import'] })];
    expect(ask(importOnly, on(ON, { activity: 'import' })).status).toBe('controlled');
    expect(ask(importOnly, on(ON))).toMatchObject({
      status: 'controlled',
      controls: [{ activities: ['import'] }],
    });
    expect(ask(importOnly, on(ON, { activity: 'sell' }))).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: 'other-activity' } }],
    });
  });

  test('does not list the goods in the sense that spares them a class', () => {
    const ofClass = rule({ id: 'k', kind: 'class', core: ['CO'] });
    const methanol = substance('methanol', { smiles: 'CO', inchikey: 'OKKJLVBELUTLKV-UHFFFAOYSA-N' });
    const forClass = control({ id: 'k', target: { rule: 'k' } });
    const say = (parts: Partial<ControlParts>): readonly string[] =>
      statusOn(
        lawOf({
          substances: [methanol],
          rules: [ofClass],
          controls: [forClass, control({ id: 'm', target: { goods: 'methanol' }, ...parts })],
        }),
        goods(methanol),
        on(ON),
        'US',
      ).controls.map(({ id }) => id);
    expect(say({})).toEqual(['m']);
    expect(say({ activities: ['import'] })).toEqual(['m', 'k']);
  });

  test('a list whose names are not known keeps exports to its destinations from being cleared', () => {
    const open = control({
      id: 'o',
      jurisdiction: 'CN',
      target: { open: '13 chemicals' },
      destinations: ['US', 'MX', 'CA'],
    });
    const law = lawOf({ substances: [A], controls: [open], coverage: rows });
    expect(statusOn(law, goods(A), on(ON, { activity: 'export', to: 'US' }), 'CN')).toMatchObject({
      status: 'unknown',
      reasons: [{ code: 'open-list' }, { code: 'not-found-in-scope' }, { code: 'no-structure' }],
    });
    expect(statusOn(law, goods(A), on(ON, { activity: 'export', to: 'DE' }), 'CN').status).toBe(
      'not-controlled',
    );
    const untold = statusOn(law, goods(A), on(ON), 'CN');
    expect(untold.status).toBe('not-controlled');
    expect(untold.reasons.map(({ code }) => code)).toContain('open-list');
    expect(statusOn(law, goods(A), on('2019-12-31', { to: 'US' }), 'CN').status).toBe('not-controlled');
  });
});

describe('entries for preparations only', () => {
  const syrup = own({ id: 'syrup', list: 'Schedule V', preparationsOnly: true });

  test('are for a person where nothing else controls the goods', () => {
    expect(ask([syrup])).toMatchObject({
      status: 'review',
      controls: [{ id: 'syrup', doubt: { code: 'preparations-only' } }],
    });
  });

  test('do not lower what the substance itself is under', () => {
    expect(ask([syrup, own()])).toMatchObject({
      status: 'controlled',
      controls: [{ id: 'c' }],
      excluded: [{ id: 'syrup', because: { code: 'preparations-only' } }],
    });
  });

  test('count from their own first day', () => {
    expect(ask([syrup], on('2019-12-31')).status).toBe('not-controlled');
  });
});
