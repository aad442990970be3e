import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { padTo, printable, widthOf, wrap } from './width.ts';

describe('widthOf', () => {
  test.each([
    ['4-AP', 4],
    ['芬太尼', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['\u001b[31mred\u001b[39m', 3],
    ['', 0],
  ])('%j takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });

  test('padding fills up to the width and never cuts', () => {
    expect(padTo('芬太尼', 8)).toBe('芬太尼  ');
    expect(padTo('fentanyl', 4)).toBe('fentanyl');
  });
});

test('printable writes control and direction-changing characters out', () => {
  expect(printable('a\u001b[2Jb\u202ec')).toBe('a\\u{1b}[2Jb\\u{202e}c');
  expect(printable('芬太尼 fentanyl')).toBe('芬太尼 fentanyl');
});

describe('wrap', () => {
  test('breaks at spaces', () => {
    expect(wrap('controlled since 15 May 2020', 16)).toEqual(['controlled since', '15 May 2020']);
  });

  test('breaks a word that is longer than a line after a hyphen', () => {
    expect(wrap('N-(4-Fluorophenyl)piperidin-4-amine', 30)).toEqual([
      'N-(4-Fluorophenyl)piperidin-4-',
      'amine',
    ]);
    expect(wrap('N-(4-Fluorophenyl)piperidin-4-amine', 29)).toEqual([
      'N-(4-Fluorophenyl)piperidin-',
      '4-amine',
    ]);
  });

  test('breaks between Han characters', () => {
    expect(wrap('易制毒化学品管理条例', 8)).toEqual(['易制毒化', '学品管理', '条例']);
  });

  test('loses nothing and keeps to the width, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 40 }), (raw, columns) => {
        const text = printable(raw);
        const lines = wrap(text, columns);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
