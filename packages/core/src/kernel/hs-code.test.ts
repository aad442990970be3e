import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHsCode } from './hs-code.ts';

describe('HS codes', () => {
  it.each([
    ['2933', '2933', null],
    ['2933.39', '2933.39', null],
    ['293339', '2933.39', null],
    ['2933 39', '2933.39', null],
    ['2933.39.90', '2933.39', '90'],
    ['2933399073', '2933.39', '9073'],
    ['2933.37.0000', '2933.37', '0000'],
    ['2933.36.01.00', '2933.36', '0100'],
    ['HS 2933.36', '2933.36', null],
    ['HS CODE: 2933.36', '2933.36', null],
    ['HTS 2933.37.0000', '2933.37', '0000'],
    ['税号2933.36', '2933.36', null],
    ['商品编号2933399073', '2933.39', '9073'],
    ['fracción 2915.90.99', '2915.90', '99'],
    ['FRACCION 2915.24.01', '2915.24', '01'],
    ['２９３３．３９', '2933.39', null],
    ['0901.21', '0901.21', null],
  ])('reads %s', (text, hs, national) => {
    const read = checkHsCode(text);
    expect(read).toMatchObject({ ok: true, value: { hs, national, heading: hs.slice(0, 4), part: false } });
  });

  it('keeps that only part of a line is meant', () => {
    expect(checkHsCode('ex 2926 90 95')).toEqual({
      ok: true,
      value: { digits: '29269095', heading: '2926', hs: '2926.90', national: '95', part: true },
    });
  });

  it.each([
    ['7701.00', 'hs-chapter'],
    ['9801.00', 'hs-chapter'],
    ['0001.00', 'hs-chapter'],
    ['29', 'hs-length'],
    ['90121', 'hs-length'],
    ['2933.39.9', 'hs-length'],
    ['29333990730000', 'hs-length'],
    ['2900.00', 'hs-form'],
    ['29.33.39', 'hs-form'],
    ['2933..39', 'hs-form'],
    ['2933.3x', 'hs-form'],
    ['piperidine', 'hs-form'],
    ['', 'hs-empty'],
    ['2'.repeat(61), 'hs-too-long'],
  ])('refuses %s: %s', (text, code) => {
    expect(checkHsCode(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('never throws, and gives back the digits it was given', () => {
    const digits = fc.stringMatching(/^[0-9. ]{0,14}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), (text) => {
        const read = checkHsCode(text);
        if (!read.ok) return;
        const { hs, national } = read.value;
        expect(read.value.digits).toBe(hs.replace('.', '') + (national ?? ''));
        expect(checkHsCode(read.value.digits)).toMatchObject({ ok: true, value: { hs, national } });
      }),
    );
  });
});
