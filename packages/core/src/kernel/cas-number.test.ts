import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casCheckDigit, checkCasNumber } from './cas-number.ts';

describe('CAS Registry Numbers', () => {
  it.each([
    // CAS's own worked examples: 107-07-3 ("Check Digit Verification"), 71-23-8 (1-propanol), 7732-18-5 (water).
    ['107-07-3', '107-07-3'],
    ['71-23-8', '71-23-8'],
    ['7732-18-5', '7732-18-5'],
    ['50-00-0', '50-00-0'],
    ['1609-66-1', '1609-66-1'],
    ['CAS 437-38-7', '437-38-7'],
    ['CAS No. 21409-26-7', '21409-26-7'],
    ['cas-nr.: 21409-26-7', '21409-26-7'],
    ['CAS RN 21409-26-7', '21409-26-7'],
    ['[CAS 21409-26-7]', '21409-26-7'],
    ['[21409-26-7]', '21409-26-7'],
    ['CAS号：39742-60-4', '39742-60-4'],
    ['CAS437387', '437-38-7'],
    ['7732–18–5', '7732-18-5'],
    ['7732\u201118\u22125', '7732-18-5'],
    ['７７３２－１８－５', '7732-18-5'],
    ['7732ー18ー5', '7732-18-5'],
    ['7732 18 5', '7732-18-5'],
    ['7732 - 18 - 5', '7732-18-5'],
    ['000050-00-0', '50-00-0'],
    ['\u200b7732-18-5\ufeff', '7732-18-5'],
  ])('reads %s', (text, number) => {
    expect(checkCasNumber(text)).toEqual({ ok: true, value: number });
  });

  it('says which check digit would fit, and that another digit may be wrong', () => {
    expect(checkCasNumber('1609-66-5')).toEqual({
      ok: false,
      problem: {
        code: 'cas-check-digit',
        message:
          'CAS number 1609-66-5 fails its check: it ends in 5, and after what stands before, check digit 1 would fit ' +
          '(1609-66-1). Another character may be the wrong one.',
        todo: 'Compare the number with its source, character by character.',
        data: { given: '1609-66-5', found: '5', expected: '1', wouldFit: '1609-66-1' },
      },
    });
    expect(checkCasNumber('21409-26-6')).toMatchObject({
      ok: false,
      problem: { data: { wouldFit: '21409-26-7' } },
    });
  });

  it.each([
    ['437387', 'cas-hyphens'],
    ['28578-16-', 'cas-truncated'],
    ['7732-18', 'cas-truncated'],
    ['12345678-90-1', 'cas-form'],
    ['7-18-5', 'cas-form'],
    ['0000-00-0', 'cas-form'],
    ['7732-1-5', 'cas-form'],
    ['7732--18-5', 'cas-form'],
    ['7732-18-5 water', 'cas-form'],
    ['fentanyl', 'cas-form'],
    ['CAS', 'cas-form'],
    ['٧٧٣٢-١٨-٥', 'cas-form'],
    ['2l409-26-7', 'cas-form'],
    [' ', 'cas-empty'],
    ['7'.repeat(61), 'cas-too-long'],
  ])('refuses %s: %s', (text, code) => {
    expect(checkCasNumber(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('says what a number cut short would end in', () => {
    expect(checkCasNumber('28578-16-')).toMatchObject({
      ok: false,
      problem: { data: { wouldFit: '28578-16-7' } },
    });
  });
});

describe('properties of CAS numbers', () => {
  const body = fc.integer({ min: 1000, max: 999_999_999 }).map(String);
  const written = (digits: string, check: string): string =>
    `${digits.slice(0, -2)}-${digits.slice(-2)}-${check}`;

  it('takes every number with its check digit and refuses the nine others', () => {
    fc.assert(
      fc.property(body, (digits) => {
        const fitting = '0123456789'.split('').filter((check) => checkCasNumber(written(digits, check)).ok);
        expect(fitting).toEqual([casCheckDigit(digits)]);
      }),
    );
  });

  it('notices one wrong digit wherever the weight promises it: places 1, 3, 7 and 9 from the right', () => {
    fc.assert(
      fc.property(
        body,
        fc.constantFrom(1, 3, 7, 9),
        fc.integer({ min: 1, max: 9 }),
        (digits, place, shift) => {
          fc.pre(place <= digits.length);
          const at = digits.length - place;
          const wrong = (Number(digits[at]) + shift) % 10;
          const changed = digits.slice(0, at) + String(wrong) + digits.slice(at + 1);
          fc.pre(!changed.startsWith('0'));
          expect(checkCasNumber(written(changed, casCheckDigit(digits))).ok).toBe(false);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[CAS0-9 –-]{0,20}$/)),
        (text) => {
          const read = checkCasNumber(text);
          if (read.ok) expect(read.value).toMatch(/^[1-9]\d{1,6}-\d\d-\d$/);
          else expect(read.problem.code).toMatch(/^cas-/);
        },
      ),
    );
  });
});
