import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Terminal } from '../terminal/terminal.ts';
import { widthOf } from '../terminal/width.ts';
import { durationWords, ProgressLine, progressWords } from './progress.ts';

describe('progress', () => {
  test('says rows, rate, share and time left by bytes', () => {
    const progress = { rows: 12_400, bytes: 25, totalBytes: 100 };
    expect(progressWords('catalogue.csv', progress, 2_000, 80)).toBe(
      'catalogue.csv  12,400 rows  6,200/s  25 %  6.0 s left',
    );
  });

  test('says no more than it knows: nothing of the end of a stream, no time left in the first second', () => {
    expect(progressWords('standard input', { rows: 5, bytes: 50, totalBytes: null }, 2_000, 80)).toBe(
      'standard input  5 rows  3/s',
    );
    expect(progressWords('a.csv', { rows: 5, bytes: 50, totalBytes: 100 }, 500, 80)).not.toContain('left');
  });

  test('keeps to one line whatever the name and the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.nat(),
        fc.integer({ min: 1, max: 120 }),
        (name, rows, columns) => {
          const words = progressWords(name, { rows, bytes: rows, totalBytes: rows + 1 }, 5_000, columns);
          expect(widthOf(words)).toBeLessThanOrEqual(columns);
          expect(words).not.toMatch(/[\n\r\u001b]/);
        },
      ),
    );
  });

  test('is redrawn at most five times a second, and leaves nothing behind', () => {
    let now = 0;
    let told = '';
    const terminal = {
      columns: 80,
      clock: () => now,
      tell: (text: string) => {
        told += text;
      },
    } as Terminal;
    const line = new ProgressLine('a.csv', terminal);
    for (; now < 1_000; now += 10) line.show({ rows: now, bytes: now, totalBytes: null });
    expect(told.match(/rows/g)).toHaveLength(5);
    line.clear();
    expect(told.endsWith('\r\u001b[K')).toBe(true);
    const before = told;
    line.clear();
    expect(told).toBe(before);
  });

  test.each([
    [400, '0.4 s'],
    [9_949, '9.9 s'],
    [59_400, '59 s'],
    [185_000, '3 min 5 s'],
    [7_800_000, '2 h 10 min'],
  ])('%i ms are %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });
});
