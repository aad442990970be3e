import { describe, expect, test } from 'vitest';
import type { GoodsForm, Resolution } from '../goods/index.ts';
import { day, JURISDICTIONS } from '../kernel/index.ts';
import type { Question } from './answer.ts';
import { answerFor, check } from './check.ts';
import { control, coverage, goods, lawOf, machine, substance } from './test/small-law.ts';

const A = {
  ...substance('a', { regimes: ['precursor'] }),
  cas: [{ number: '50-00-0', form: 'parent', source: null, confidence: 'verified' as const }],
};
const PRESS = machine('press');
const law = lawOf({
  substances: [A],
  equipment: [PRESS],
  controls: [
    control({ id: 'c', target: { goods: 'a' } }),
    control({ id: 'mx', target: { goods: 'a' }, jurisdiction: 'MX' }),
  ],
  coverage: [
    coverage('US', 'precursor', 'complete'),
    coverage('EU', 'precursor', 'complete'),
    coverage('EU', 'equipment', 'outside'),
    coverage('MX', 'precursor', 'partial'),
  ],
});

const unresolved = (parts: Partial<Resolution>): Resolution => ({
  input: '',
  by: null,
  exact: false,
  goods: null,
  candidates: [],
  problems: [],
  ...parts,
});
const resolve = (text: string): Resolution => {
  if (text === 'a') return unresolved({ input: text, by: 'name', exact: true, goods: goods(A) });
  if (text === 'press') return unresolved({ input: text, by: 'equipment', exact: true, goods: goods(PRESS) });
  if (text === 'near') {
    const candidate = { id: 'a', name: 'a', matched: 'aa', why: 'near-name' as const, score: 0.9 };
    return unresolved({ input: text, by: 'name', candidates: [candidate] });
  }
  if (text === '') {
    return unresolved({ input: text, problems: [{ code: 'blank', message: 'Nothing was asked.' }] });
  }
  return unresolved({ input: text, by: 'name' });
};
const ask = (what: readonly string[], parts: Partial<Question> = {}): ReturnType<typeof check> =>
  check(
    law,
    {
      what,
      on: day('2022-09-01'),
      known: null,
      in: null,
      activity: null,
      from: null,
      to: null,
      quantity: null,
      ...parts,
    },
    resolve,
  );

describe('check', () => {
  test('says what was asked of which law, and answers each text in order', () => {
    const answer = ask(['a', 'press', 'a']);
    expect(answer.asOf).toEqual({ on: '2022-09-01', known: null, law: 'sha256:test' });
    expect(answer.results.map(({ input, goods: found }) => [input, found?.id, found?.kind])).toEqual([
      ['a', 'a', 'chemical'],
      ['press', 'press', 'equipment'],
      ['a', 'a', 'chemical'],
    ]);
  });

  test('all jurisdictions answer; those compiled in full decide', () => {
    const [result] = ask(['a']).results;
    expect(result?.statuses.map(({ jurisdiction }) => jurisdiction)).toEqual(JURISDICTIONS);
    const deciding = result?.statuses.filter((one) => one.deciding).map(({ jurisdiction }) => jurisdiction);
    expect(deciding).toEqual(['US', 'EU']);
    expect(result?.verdict).toBe('controlled');
  });

  test('a jurisdiction compiled in part stands beside', () => {
    const [before] = ask(['a'], { on: day('2019-01-01') }).results;
    expect(before?.verdict).toBe('not-controlled');
    const [mexico] = ask(['a'], { in: ['EU', 'MX'] }).results;
    expect(mexico).toMatchObject({
      verdict: 'controlled',
      statuses: [
        { jurisdiction: 'EU', status: 'not-controlled', deciding: true },
        { jurisdiction: 'MX', status: 'controlled', deciding: true },
      ],
    });
  });

  test('named jurisdictions decide even where they cannot clear', () => {
    expect(ask(['a'], { in: ['EU', 'JP'] }).results[0]?.verdict).toBe('unknown');
    expect(ask(['a'], { in: ['EU', 'EU'] }).results[0]?.statuses).toHaveLength(1);
  });

  test('outside is the weakest answer', () => {
    expect(ask(['press'], { in: ['EU'] }).results[0]?.verdict).toBe('outside');
  });

  test('goods carry their codes', () => {
    expect(ask(['a']).results[0]?.goods).toMatchObject({
      name: 'a',
      codes: { cas: ['50-00-0'], goods: null },
    });
  });

  test('what is not resolved: candidates are for a person, nothing is unknown, a fault of reading unreadable', () => {
    const [near, nothing, blank] = ask(['near', 'zzz', '']).results;
    expect(near).toMatchObject({ goods: null, verdict: 'review', statuses: [] });
    expect(near?.resolution.candidates).toHaveLength(1);
    expect(nothing).toMatchObject({ goods: null, verdict: 'unknown' });
    expect(blank).toMatchObject({ verdict: 'unreadable', problems: [{ code: 'blank' }] });
  });

  test('the same goods in another form, or on another day, are asked anew', () => {
    const salts = lawOf({
      substances: [A],
      controls: [control({ id: 'c', target: { goods: 'a' } })],
    });
    const question: Question = {
      what: [],
      on: day('2022-09-01'),
      known: null,
      in: ['US'],
      activity: null,
      from: null,
      to: null,
      quantity: null,
    };
    const say = (form: Partial<GoodsForm>, asked = question): string | undefined =>
      answerFor(salts, asked, unresolved({ by: 'name', exact: true, goods: goods(A, form) })).statuses[0]
        ?.status;
    expect(say({})).toBe('controlled');
    expect(say({ salt: 'citrate', removed: ['citrate'] })).toBe('not-controlled');
    expect(say({ stereo: 'open' })).toBe('review');
    expect(say({})).toBe('controlled');
    expect(say({}, { ...question, on: day('2019-01-01') })).toBe('not-controlled');
  });

  test('an answer is JSON', () => {
    const answer = ask(['a', 'press', 'near', '']);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });
});
