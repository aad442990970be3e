import { expect, test } from 'vitest';
import { FILE_PROBLEM_CODES } from '../files/index.ts';
import { asFarAsRead, UNREAD_ROW_CODES } from './unread-row.ts';

const CLEAR = {
  verdict: 'outside',
  jurisdictions: { EU: 'outside', US: 'not-controlled', CN: 'controlled' },
  controls: [],
  bases: [],
  deciding: ['EU'],
} as const;

test('a row that was not read in full clears nothing, and keeps what was found', () => {
  const problems = [{ code: 'quote-broken', message: '' }];
  expect(asFarAsRead(CLEAR, problems)).toEqual({
    ...CLEAR,
    verdict: 'unreadable',
    jurisdictions: { EU: 'unknown', US: 'unknown', CN: 'controlled' },
  });
  for (const verdict of ['controlled', 'review', 'unknown'] as const) {
    expect(asFarAsRead({ ...CLEAR, verdict }, problems).verdict).toBe(verdict);
  }
});

test('what is only noted about a row takes nothing away', () => {
  expect(asFarAsRead(CLEAR, [])).toBe(CLEAR);
  expect(asFarAsRead(CLEAR, [{ code: 'cells-missing', message: '' }])).toBe(CLEAR);
});

test('readers of files give these codes', () => {
  expect(
    [...UNREAD_ROW_CODES].filter((code) => !(FILE_PROBLEM_CODES as readonly string[]).includes(code)),
  ).toEqual([]);
});
