import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUnNumber } from './un-number.ts';

describe('UN numbers', () => {
  it.each([
    ['UN1815', 'UN1815'],
    ['un 1715', 'UN1715'],
    ['UN-1490', 'UN1490'],
    ['UN No. 1789', 'UN1789'],
    ['ONU 1235', 'UN1235'],
    ['联合国编号：1338', 'UN1338'],
    ['0004', 'UN0004'],
    ['ＵＮ１８１５', 'UN1815'],
  ])('reads %s', (text, number) => {
    expect(checkUnNumber(text)).toEqual({ ok: true, value: number });
  });

  it.each([
    ['UN181', 'un-form'],
    ['UN18150', 'un-form'],
    ['UN 18 15', 'un-form'],
    ['1815 UN', 'un-form'],
    ['UN0000', 'un-range'],
    ['UN9999', 'un-range'],
    ['NA1993', 'un-prefix'],
    ['ID 8000', 'un-prefix'],
    ['', 'un-empty'],
    ['1'.repeat(41), 'un-too-long'],
  ])('refuses %s: %s', (text, code) => {
    expect(checkUnNumber(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof checkUnNumber(text).ok).toBe('boolean');
      }),
    );
  });
});
