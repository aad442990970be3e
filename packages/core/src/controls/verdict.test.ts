import { describe, expect, test } from 'vitest';
import type { Resolution } from '../goods/index.ts';
import type { ControlStatus } from './answer.ts';
import { statusOn } from './status-on.ts';
import { goods, lawOf, on, substance } from './test/small-law.ts';
import { strongest, verdictOf, verdictUnresolved } from './verdict.ts';

const A = substance('a');
const STATUS = statusOn(lawOf({ substances: [A] }), goods(A), on('2022-01-01'), 'US');
const row = (status: ControlStatus, deciding: boolean): typeof STATUS => ({ ...STATUS, status, deciding });

describe('verdict', () => {
  test('the strongest wins: controlled, review, unknown, not-controlled, outside', () => {
    expect(strongest(['outside', 'controlled', 'review'])).toBe('controlled');
    expect(strongest(['unknown', 'review', 'not-controlled'])).toBe('review');
    expect(strongest(['not-controlled', 'unknown'])).toBe('unknown');
    expect(strongest(['outside', 'not-controlled'])).toBe('not-controlled');
    expect(strongest(['outside'])).toBe('outside');
    expect(strongest([])).toBe('unknown');
  });

  test('a jurisdiction that stands beside does not decide', () => {
    expect(verdictOf([row('not-controlled', true), row('unknown', false)])).toBe('not-controlled');
    expect(verdictOf([row('not-controlled', true), row('controlled', false)])).toBe('not-controlled');
  });

  test('where none decides, nothing is cleared', () => {
    expect(verdictOf([row('unknown', false), row('controlled', false)])).toBe('controlled');
    expect(verdictOf([])).toBe('unknown');
  });

  const unresolved = (parts: Partial<Resolution>): ReturnType<typeof verdictUnresolved> =>
    verdictUnresolved({
      input: 'x',
      by: 'name',
      exact: false,
      goods: null,
      candidates: [],
      problems: [],
      ...parts,
    });
  const problem = (code: string): Resolution['problems'] => [{ code, message: code }];

  test('candidates are for a person to choose from', () => {
    const candidate = { id: 'a', name: 'a', matched: 'a', why: 'near-name' as const, score: 1 };
    expect(unresolved({ candidates: [candidate] })).toBe('review');
    expect(unresolved({ candidates: [candidate], problems: problem('cas-check-digit'), by: 'cas' })).toBe(
      'review',
    );
  });

  test('a mixture is for a person to take apart', () => {
    expect(unresolved({ by: 'smiles', problems: problem('mixture') })).toBe('review');
    expect(unresolved({ by: 'smiles', problems: problem('no-parent') })).toBe('review');
  });

  test('a name or number nobody knows is unknown, never clear', () => {
    expect(unresolved({ problems: problem('not-found') })).toBe('unknown');
    expect(unresolved({ by: 'cas', problems: problem('cas-unknown') })).toBe('unknown');
    expect(unresolved({ by: 'smiles', problems: problem('toolkit-missing') })).toBe('unknown');
  });

  test('what breaks its grammar, or is no question, is unreadable', () => {
    expect(unresolved({ by: 'smiles', problems: problem('smiles-ring') })).toBe('unreadable');
    expect(unresolved({ by: null, problems: problem('question-blank') })).toBe('unreadable');
  });
});
