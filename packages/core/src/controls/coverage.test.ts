import { describe, expect, test } from 'vitest';
import { day, type Jurisdiction } from '../kernel/index.ts';
import type { Coverage } from './control.ts';
import { isFull, kindsNeeded, kindStates, scopeOf, statusByCoverage, wordsOf } from './coverage.ts';
import { coverage, goods, lawOf, machine, substance } from './test/small-law.ts';

const ON = day('2022-09-01');
const PRECURSOR = goods(substance('precursor'));
const FENTANYL = goods(substance('fentanyl', { family: 'fentanyl', regimes: ['drug'] }));
const HEROIN = goods(substance('heroin', { family: 'opiate', regimes: ['drug'] }));
const BETWEEN = goods(substance('norfentanyl', { family: 'fentanyl', regimes: ['drug', 'precursor'] }));
const WATCHED = goods(substance('watched', { regimes: ['watched'] }));
const NAMELESS = { ...PRECURSOR, named: null, regimes: [] };
const PRESS = goods(machine('press'));

const say = (rows: readonly Coverage[], one: typeof PRECURSOR, where: Jurisdiction, on = ON): string => {
  const states = kindStates(lawOf({ coverage: rows }), one, where);
  return statusByCoverage(states, one, where, on).status;
};

describe('kinds of list needed', () => {
  test.each([
    [PRECURSOR, ['precursor']],
    [HEROIN, ['drug']],
    [BETWEEN, ['precursor', 'drug']],
    [WATCHED, ['precursor', 'drug']],
    [NAMELESS, ['precursor', 'drug']],
    [{ ...PRECURSOR, named: null }, ['precursor', 'drug']],
    [{ ...HEROIN, regimes: ['drug', 'watched'] as const }, ['precursor', 'drug']],
    [PRESS, ['equipment']],
  ])('%o', (one, kinds) => {
    expect(kindsNeeded(one)).toEqual(kinds);
  });
});

describe('what may be said when nothing applies', () => {
  const EU = [
    coverage('EU', 'precursor', 'complete'),
    coverage('EU', 'drug', 'outside'),
    coverage('EU', 'equipment', 'outside'),
  ];
  test('outside where nothing of the kind is regulated', () => {
    expect(say(EU, FENTANYL, 'EU')).toBe('outside');
    expect(say(EU, PRESS, 'EU')).toBe('outside');
  });

  test('not controlled where one kind is complete and the other not regulated', () => {
    expect(say(EU, PRECURSOR, 'EU')).toBe('not-controlled');
    expect(say(EU, NAMELESS, 'EU')).toBe('not-controlled');
  });

  test.each(['complete', 'presence'] as const)('a %s scope may clear', (state) => {
    expect(say([coverage('US', 'precursor', state)], PRECURSOR, 'US')).toBe('not-controlled');
  });

  test('a partial scope, or none, never clears', () => {
    expect(say([coverage('US', 'precursor', 'partial')], PRECURSOR, 'US')).toBe('unknown');
    expect(say([], PRECURSOR, 'US')).toBe('unknown');
    expect(say([coverage('US', 'precursor', 'complete')], BETWEEN, 'US')).toBe('unknown');
    expect(
      say([coverage('US', 'precursor', 'complete'), coverage('US', 'drug', 'partial')], NAMELESS, 'US'),
    ).toBe('unknown');
  });

  const CA = [
    coverage('CA', 'precursor', 'presence'),
    coverage('CA', 'drug', 'presence', { families: ['fentanyl', 'nitazene'] }),
  ];
  test('a scope of some families clears these and no others', () => {
    expect(say(CA, FENTANYL, 'CA')).toBe('not-controlled');
    expect(say(CA, HEROIN, 'CA')).toBe('unknown');
    expect(say(CA, NAMELESS, 'CA')).toBe('unknown');
    const states = kindStates(lawOf({ coverage: CA }), HEROIN, 'CA');
    const [reason] = statusByCoverage(states, HEROIN, 'CA', ON).reasons;
    expect(reason).toMatchObject({ code: 'scope-incomplete', data: { families: 'fentanyl, nitazene' } });
    expect(reason?.text).toContain('Canada');
    expect(reason?.text).toContain('fentanyl, nitazene');
  });

  const GB = [
    coverage('GB', 'drug', 'presence', { families: ['fentanyl'] }),
    coverage('GB-GBN', 'precursor', 'presence'),
  ];
  test('the United Kingdom keeps precursors apart; its drug law holds in Great Britain', () => {
    const states = kindStates(lawOf({ coverage: GB }), PRECURSOR, 'GB');
    expect(statusByCoverage(states, PRECURSOR, 'GB', ON)).toMatchObject({
      status: 'unknown',
      reasons: [{ code: 'precursor-law-apart' }],
    });
    expect(say(GB, PRECURSOR, 'GB-GBN')).toBe('not-controlled');
    expect(say(GB, BETWEEN, 'GB-GBN')).toBe('not-controlled');
    expect(say(GB, BETWEEN, 'GB-NIR')).toBe('unknown');
  });

  test('a clause beyond the lists keeps them from clearing', () => {
    const rows = [coverage('MX', 'precursor', 'presence', { openClause: 'and those of like nature' })];
    const states = kindStates(lawOf({ coverage: rows }), PRECURSOR, 'MX');
    expect(statusByCoverage(states, PRECURSOR, 'MX', ON)).toMatchObject({
      status: 'unknown',
      reasons: [{ code: 'open-clause' }],
    });
  });

  test('a pending decision: unknown after the last check, for those goods only', () => {
    const rows = [coverage('UN', 'drug', 'presence', { checkedOn: day('2025-03-12'), pending: ['heroin'] })];
    expect(say(rows, HEROIN, 'UN', day('2026-06-01'))).toBe('unknown');
    expect(say(rows, HEROIN, 'UN', day('2025-03-12'))).toBe('not-controlled');
    expect(say(rows, FENTANYL, 'UN', day('2026-06-01'))).toBe('not-controlled');
  });
});

describe('caveats', () => {
  const rows = [coverage('US', 'drug', 'presence', { checkedOn: day('2026-09-21') })];
  const codes = (on: string): readonly string[] => {
    const states = kindStates(lawOf({ coverage: rows }), HEROIN, 'US');
    return statusByCoverage(states, HEROIN, 'US', day(on)).reasons.map(({ code }) => code);
  };
  test('before the check removals may be missing, after it changes may be', () => {
    expect(codes('2010-01-01')).toEqual(['not-found-in-scope', 'removals-not-stored']);
    expect(codes('2026-09-21')).toEqual(['not-found-in-scope']);
    expect(codes('2026-11-22')).toEqual(['not-found-in-scope', 'checked-until']);
  });

  test('removals are said of schedules whose past is not stored, not of lists that carry their ends', () => {
    const lists = [coverage('US', 'precursor', 'presence', { checkedOn: day('2026-09-21') })];
    const states = kindStates(lawOf({ coverage: lists }), PRECURSOR, 'US');
    const said = statusByCoverage(states, PRECURSOR, 'US', day('2010-01-01'));
    expect(said.reasons.map(({ code }) => code)).toEqual(['not-found-in-scope']);
  });
});

describe('scope of an answer', () => {
  const rows = [
    coverage('CA', 'precursor', 'presence', { checkedOn: day('2026-11-22') }),
    coverage('CA', 'drug', 'presence', { families: ['fentanyl'], checkedOn: day('2026-01-05') }),
    coverage('CA', 'equipment', 'partial'),
  ];
  test('names what is compiled, and the oldest check of what was needed', () => {
    const law = lawOf({ coverage: rows });
    const states = kindStates(law, BETWEEN, 'CA');
    expect(scopeOf(law, 'CA', states, wordsOf(states))).toEqual({
      complete: ['precursor', 'fentanyl'],
      partial: ['equipment'],
      outside: [],
      checkedOn: '2026-01-05',
      words: ['not found in the precursor lists of CA', 'not found in the drug lists of CA'],
    });
  });

  test('an unrestricted scope of drugs is named by what it holds', () => {
    const law = lawOf({});
    expect(scopeOf(law, 'US', kindStates(law, HEROIN, 'US'), []).complete).toEqual([
      'precursor',
      'narcotic',
      'psychotropic',
      'fentanyl',
      'nitazene',
      'equipment',
    ]);
  });

  test('full means: every kind needed is compiled or not regulated', () => {
    const law = lawOf({ coverage: rows });
    expect(isFull(kindStates(law, BETWEEN, 'CA'))).toBe(true);
    expect(isFull(kindStates(law, HEROIN, 'CA'))).toBe(false);
    expect(isFull(kindStates(law, PRESS, 'CA'))).toBe(false);
  });
});
