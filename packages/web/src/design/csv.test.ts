import { expect, test } from 'vitest';
import { csv } from './csv.ts';

test('quotes what must be quoted, and says that it is UTF-8', () => {
  expect(csv([['a', 'b,c', 'say "no"', 3, null]])).toBe('\uFEFFa,"b,c","say ""no""",3,\r\n');
});

test('a name is never run as a formula', () => {
  expect(csv([['=1+1', '+x', '-y', '@z', -5]])).toBe("\uFEFF'=1+1,'+x,'-y,'@z,-5\r\n");
});
