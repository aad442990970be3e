import { expect, test } from 'vitest';
import { csv } from './csv.ts';

test('cells with commas, quotes and line ends are quoted, RFC 4180', () => {
  expect(csv([['a,b', 'say "no"', 'two\nlines', null, 5, true]])).toBe(
    '"a,b","say ""no""","two\nlines",,5,true\r\n',
  );
});

test('a cell that a spreadsheet would run as a formula is made a text', () => {
  expect(csv([['=1+1', '+1', '@a', '-x', '-5 °C']])).toBe("'=1+1,'+1,'@a,'-x,-5 °C\r\n");
});
