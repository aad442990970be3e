import fc from 'fast-check';
import { expect, test } from 'vitest';
import { table } from './table.ts';
import { widthOf } from './width.ts';

test('columns line up, Chinese and English together', () => {
  const head = [
    { title: 'Name', min: 4 },
    { title: 'Since', min: 4 },
  ];
  const rows = [
    [{ text: '芬太尼' }, { text: '1961' }],
    [{ text: 'NPP' }, { text: '2007' }],
  ];
  expect(table(head, rows, 40)).toBe('Name    Since\n芬太尼  1961\nNPP     2007');
});

test('a flexible cell is broken into lines, never cut', () => {
  const head = [
    { title: '', min: 2 },
    { title: '', min: 8, flexible: true },
  ];
  const rows = [[{ text: 'US' }, { text: 'List I chemicals, 21 CFR 1310.02(a)' }]];
  expect(table(head, rows, 20)).toBe('US  List I\n    chemicals, 21\n    CFR 1310.02(a)');
});

test('colour takes no room', () => {
  const red = (text: string): string => `\u001b[31m${text}\u001b[39m`;
  const head = [
    { title: '', min: 4 },
    { title: '', min: 2 },
  ];
  expect(table(head, [[{ text: 'ab', paint: red }, { text: 'c' }]], 20)).toBe(`${red('ab')}    c`);
});

test('keeps to the width wherever the fixed columns leave room', () => {
  const head = [
    { title: '', min: 4 },
    { title: '', min: 10, flexible: true },
    { title: '', min: 10, flexible: true },
  ];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (texts) => {
      const rows = texts.map(([a, b]) => [{ text: 'x' }, { text: a }, { text: b }]);
      for (const line of table(head, rows, 60).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(60);
    }),
  );
});
