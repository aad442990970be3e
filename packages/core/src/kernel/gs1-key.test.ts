import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gs1CheckDigit } from './check-digit.ts';
import { checkGiai } from './giai.ts';
import { checkGln } from './gln.ts';
import { checkGtin } from './gtin.ts';
import { checkSscc } from './sscc.ts';

describe('GS1 keys', () => {
  it('computes the check digit of the worked examples', () => {
    // GS1 "How to calculate a check digit manually": 6291041500213 and 37610425002123456 -> 9.
    expect(gs1CheckDigit('629104150021')).toBe('3');
    expect(gs1CheckDigit('37610425002123456')).toBe('9');
    // GS1 Sweden: 730001100001 -> 7; GS1 India: 890400021003 -> 7.
    expect(gs1CheckDigit('730001100001')).toBe('7');
    expect(gs1CheckDigit('890400021003')).toBe('7');
  });

  it.each([
    // EPC Tag Data Standard: urn:epc:id:sgtin:0614141.812345 is GTIN 80614141123458.
    ['80614141123458', '80614141123458'],
    ['(01)80614141123458', '80614141123458'],
    ['614141123452', '00614141123452'],
    ['6 291041 500213', '06291041500213'],
    ['GTIN-13: 6291041500213', '06291041500213'],
    ['96385074', '00000096385074'],
  ])('reads the GTIN %s in fourteen digits', (text, gtin) => {
    expect(checkGtin(text)).toEqual({ ok: true, value: gtin });
  });

  it.each([
    // EPC Tag Data Standard: urn:epc:id:sscc:0614141.1234567890.
    ['106141412345678908', '106141412345678908'],
    ['(00) 1 0614141 234567890 8', '106141412345678908'],
    ['SSCC 376104250021234569', '376104250021234569'],
  ])('reads the SSCC %s', (text, sscc) => {
    expect(checkSscc(text)).toEqual({ ok: true, value: sscc });
  });

  it.each([
    // EPC Tag Data Standard: urn:epc:id:sgln:0614141.12345.
    ['0614141123452', '0614141123452'],
    ['(414)0614141123452', '0614141123452'],
    ['GLN: 0614141073467', '0614141073467'],
  ])('reads the GLN %s', (text, gln) => {
    expect(checkGln(text)).toEqual({ ok: true, value: gln });
  });

  it('says which check digit would fit', () => {
    expect(checkGln('0614141123457')).toMatchObject({
      ok: false,
      problem: { code: 'gln-check-digit', data: { found: '7', expected: '2', wouldFit: '0614141123452' } },
    });
  });

  it.each([
    [checkGtin, '629104150021X', 'gtin-form'],
    [checkGtin, '62910415002', 'gtin-length'],
    [checkGtin, '0000000000000', 'gtin-zero'],
    [checkGtin, '6291041500214', 'gtin-check-digit'],
    [checkGtin, '', 'gtin-empty'],
    [checkGtin, '6'.repeat(99), 'gtin-too-long'],
    [checkGtin, '(00)106141412345678908', 'gtin-form'],
    [checkSscc, '10614141234567890', 'sscc-length'],
    [checkSscc, '106141412345678909', 'sscc-check-digit'],
    [checkGln, '614141123452', 'gln-length'],
  ] as const)('refuses %o %s: %s', (check, text, code) => {
    expect(check(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('notices every single wrong digit', () => {
    const body = fc.stringMatching(/^[1-9]\d{16}$/);
    fc.assert(
      fc.property(body, fc.nat({ max: 17 }), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const right = digits + gs1CheckDigit(digits);
        const wrong = right.slice(0, at) + String((Number(right[at]) + shift) % 10) + right.slice(at + 1);
        expect(checkSscc(right).ok).toBe(true);
        expect(checkSscc(wrong).ok).toBe(false);
      }),
    );
  });

  it('never throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[()0-9 -]{0,24}$/));
    fc.assert(
      fc.property(text, (typed) => {
        for (const check of [checkGtin, checkSscc, checkGln]) {
          const read = check(typed);
          if (read.ok) expect(gs1CheckDigit(read.value.slice(0, -1))).toBe(read.value.slice(-1));
        }
      }),
    );
  });
});

describe('GIAI', () => {
  it.each([
    ['(8004)4000001111', '4000001111'],
    ['4000001111', '4000001111'],
    ['GIAI: 95211417A-b/12', '95211417A-b/12'],
    ['06141411234540_"!%&\'()*+,-./:;', '06141411234540_"!%&\'()*+,-./:;'],
  ])('reads %s', (text, giai) => {
    expect(checkGiai(text)).toEqual({ ok: true, value: giai });
  });

  it.each([
    ['4000001 111', 'giai-character'],
    ['4000001#1', 'giai-character'],
    ['4000001压', 'giai-character'],
    ['4000', 'giai-length'],
    ['4'.repeat(31), 'giai-length'],
    ['ZP9-4000', 'giai-prefix'],
    ['', 'giai-empty'],
  ])('refuses %s: %s', (text, code) => {
    expect(checkGiai(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('takes exactly the 82 characters of the set', () => {
    const taken = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter(
      (character) => checkGiai(`4000001${character}1`).ok,
    );
    expect(taken).toHaveLength(82);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = checkGiai(text);
        if (read.ok) expect(read.value).toMatch(/^\d{4}[!"%-?A-Z_a-z]{1,26}$/);
      }),
    );
  });
});
