import { day } from '@custody/core';
import { expect, test } from 'vitest';
import { formatDay, formatWeekday } from './format-day.ts';

test('days as each language writes them', () => {
  expect(formatDay(day('2024-09-01'), 'en')).toBe('1 September 2024');
  expect(formatDay(day('2024-09-01'), 'zh')).toBe('2024年9月1日');
  expect(formatDay(day('2024-09-01'), 'es')).toBe('1 de septiembre de 2024');
});

test('a day of the law does not move with the time zone of the reader', () => {
  expect(formatDay(day('1961-03-30'), 'en')).toBe('30 March 1961');
  expect(formatWeekday(day('2022-09-01'), 'en')).toContain('Thursday');
});
