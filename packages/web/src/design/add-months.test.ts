import { day } from '@custody/core';
import { expect, test } from 'vitest';
import { addMonths } from './add-months.ts';

test.each([
  ['2022-01-31', 1, '2022-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2022-01-15', -1, '2021-12-15'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2022-12-01', 1, '2023-01-01'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to);
});
