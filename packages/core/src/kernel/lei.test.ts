import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLei, mod97CheckDigits } from './lei.ts';

describe('Legal Entity Identifiers', () => {
  it.each([
    // GLEIF's own and others published in its global index.
    '506700GE1G29325QX363',
    '5493001KJTIIGC8Y1R12',
    '5493000IBP32UQZ0KL24',
    '54930084UKLVMY22DS16',
    '213800WSGIIZCXF1P572',
  ])('reads %s', (lei) => {
    expect(checkLei(lei)).toEqual({ ok: true, value: lei });
    expect(checkLei(`LEI: ${lei.toLowerCase().replace(/(.{4})/g, '$1 ')}`)).toEqual({ ok: true, value: lei });
  });

  it('computes MOD 97-10 as in 12 CFR part 1003, appendix C', () => {
    expect(mod97CheckDigits('10Bx939c5543TqA1144M999143X')).toBe('38');
  });

  it.each([
    ['506700GE1G29325QX364', 'lei-check-digit'],
    ['506700GE1G29325QX36', 'lei-length'],
    ['506700GE1G29325QX3633', 'lei-length'],
    ['506700GE1G29325QXX6Y', 'lei-form'],
    ['506700GE1G29325QÄ363', 'lei-form'],
    ['', 'lei-empty'],
    ['0'.repeat(61), 'lei-too-long'],
  ])('refuses %s: %s', (text, code) => {
    expect(checkLei(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('says which digits would fit', () => {
    expect(checkLei('506700GE1G29325QX364')).toMatchObject({
      ok: false,
      problem: { data: { found: '64', expected: '63', wouldFit: '506700GE1G29325QX363' } },
    });
  });

  const body = fc.stringMatching(/^[0-9A-Z]{18}$/);

  it('has check digits from 02 to 98 and takes no others of the same remainder', () => {
    fc.assert(
      fc.property(body, (text) => {
        const check = Number(mod97CheckDigits(text));
        expect(check).toBeGreaterThanOrEqual(2);
        expect(check).toBeLessThanOrEqual(98);
        const fitting = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0')).filter(
          (digits) => checkLei(text + digits).ok,
        );
        expect(fitting).toEqual([mod97CheckDigits(text)]);
      }),
      { numRuns: 50 },
    );
  });

  it('notices one wrong digit or letter, and two neighbouring digits in the wrong order', () => {
    const digit = fc.stringMatching(/^\d{18}$/);
    fc.assert(
      fc.property(digit, fc.nat({ max: 17 }), fc.integer({ min: 1, max: 9 }), (text, at, shift) => {
        const wrong = text.slice(0, at) + String((Number(text[at]) + shift) % 10) + text.slice(at + 1);
        expect(checkLei(wrong + mod97CheckDigits(text)).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(digit, fc.nat({ max: 16 }), (text, at) => {
        fc.pre(text[at] !== text[at + 1]);
        const swapped =
          text.slice(0, at) +
          text
            .slice(at, at + 2)
            .split('')
            .reverse()
            .join('') +
          text.slice(at + 2);
        expect(checkLei(swapped + mod97CheckDigits(text)).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(body, fc.nat({ max: 17 }), fc.stringMatching(/^[A-Z]$/), (text, at, letter) => {
        fc.pre(/[A-Z]/.test(text.charAt(at)) && text[at] !== letter);
        const wrong = text.slice(0, at) + letter + text.slice(at + 1);
        expect(checkLei(wrong + mod97CheckDigits(text)).ok).toBe(false);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof checkLei(text).ok).toBe('boolean');
      }),
    );
  });
});
