import { describe, expect, test } from 'vitest';
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

  test('what was not resolved: candidates for a person, else unknown, else unreadable', () => {
    const candidate = { id: 'a', name: 'a', matched: 'a', why: 'near-name' as const, score: 1 };
    expect(verdictUnresolved({ by: 'name', exact: false, candidates: [candidate] }, true)).toBe('review');
    expect(verdictUnresolved({ by: 'name', exact: false, candidates: [] }, true)).toBe('unknown');
    expect(verdictUnresolved({ by: null, exact: false, candidates: [] }, false)).toBe('unreadable');
  });
});
