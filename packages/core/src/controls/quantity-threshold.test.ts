import { describe, expect, test } from 'vitest';
import type { Threshold } from './control.ts';
import { statusOn } from './status-on.ts';
import { control, goods, lawOf, on, substance } from './test/small-law.ts';

const A = substance('a');
const KILOGRAM: Threshold = {
  words: '1 kg in a calendar month',
  cite: null,
  confidence: 'verified',
  kilograms: '1',
  applies: 'domestic',
};

const ask = (thresholds: readonly Threshold[], question: Parameters<typeof on>[1]): readonly string[] => {
  const law = lawOf({
    substances: [A],
    controls: [control({ id: 'c', target: { goods: 'a' }, thresholds })],
  });
  const said = statusOn(law, goods(A), on('2022-09-01', question), 'US');
  expect(said.status).toBe('controlled');
  return said.reasons.map(({ code }) => code);
};

describe('a quantity held against a threshold', () => {
  test.each([
    ['999 g', 'below-threshold'],
    ['1 kg', 'at-or-above-threshold'],
    ['1000.0001 g', 'at-or-above-threshold'],
    ['10 drums x 25 kg', 'at-or-above-threshold'],
  ])('%s', (quantity, code) => {
    expect(ask([KILOGRAM], { quantity })).toEqual([code]);
  });

  test('what is no mass is not compared, and the words of the law stand', () => {
    expect(ask([KILOGRAM], { quantity: '25 L' })).toEqual(['quantity-not-compared', 'threshold-in-words']);
    expect(ask([KILOGRAM], { quantity: 'some' })).toEqual(['quantity-not-compared', 'threshold-in-words']);
  });

  test('words without a figure are said as they stand', () => {
    const words: Threshold = { words: 'no threshold', cite: null, confidence: 'unverified' };
    expect(ask([words], { quantity: '25 kg' })).toEqual(['threshold-in-words']);
  });

  test('a threshold of another kind of transaction is left out', () => {
    expect(ask([KILOGRAM], { quantity: '25 kg', activity: 'export' })).toEqual([]);
    expect(ask([{ ...KILOGRAM, applies: 'import-export' }], { quantity: '25 kg', activity: 'sell' })).toEqual(
      [],
    );
    expect(ask([KILOGRAM], { quantity: '25 kg', activity: 'sell' })).toEqual(['at-or-above-threshold']);
  });

  test('without a quantity nothing is said', () => {
    expect(ask([KILOGRAM], {})).toEqual([]);
  });
});
