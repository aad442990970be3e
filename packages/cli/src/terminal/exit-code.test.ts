import { expect, test } from 'vitest';
import { EXIT, exitCodeOf, stronger } from './exit-code.ts';

test('a found control or a review outweighs everything that could not be answered', () => {
  const verdicts = ['not-controlled', 'unknown', 'controlled', 'unreadable'] as const;
  expect(verdicts.map(exitCodeOf).reduce(stronger)).toBe(EXIT.found);
});

test('an unknown is never released', () => {
  expect((['not-controlled', 'outside', 'unknown'] as const).map(exitCodeOf).reduce(stronger)).toBe(
    EXIT.open,
  );
  expect((['outside', 'unreadable'] as const).map(exitCodeOf).reduce(stronger)).toBe(EXIT.open);
  expect((['outside', 'not-controlled'] as const).map(exitCodeOf).reduce(stronger)).toBe(EXIT.clear);
});
