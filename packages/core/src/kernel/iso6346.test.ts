import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContainerNumber, containerCheckDigit } from './iso6346.ts';

describe('container numbers', () => {
  it.each([
    // The example of the Bureau International des Containers.
    ['CSQU3054383', 'CSQU3054383'],
    ['csqu 305438 3', 'CSQU3054383'],
    ['CSQU-305438-3', 'CSQU3054383'],
    ['CSQU 305438 [3]', 'CSQU3054383'],
    ['ＣＳＱＵ３０５４３８３', 'CSQU3054383'],
    // A remainder of ten is written 0.
    ['ABCU1234560', 'ABCU1234560'],
  ])('reads %s', (text, number) => {
    expect(checkContainerNumber(text)).toEqual({ ok: true, value: number });
  });

  it.each([
    ['CSQU3054384', 'container-check-digit'],
    ['CSQU305438', 'container-truncated'],
    ['CSQX3054383', 'container-category'],
    ['CSQA3054383', 'container-category'],
    ['CSQU30543833', 'container-form'],
    ['CS1U3054383', 'container-form'],
    ['', 'container-empty'],
    ['C'.repeat(41), 'container-too-long'],
  ])('refuses %s: %s', (text, code) => {
    expect(checkContainerNumber(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('says which digit would fit', () => {
    expect(checkContainerNumber('CSQU3054384')).toMatchObject({
      ok: false,
      problem: { data: { found: '4', expected: '3', wouldFit: 'CSQU3054383' } },
    });
  });

  it('notices one wrong digit, but for the pair of remainders that are both written 0', () => {
    const body = fc.stringMatching(/^[A-Z]{3}[UJZ]\d{6}$/);
    fc.assert(
      fc.property(
        body,
        fc.integer({ min: 4, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (right, at, shift) => {
          const wrong = right.slice(0, at) + String((Number(right[at]) + shift) % 10) + right.slice(at + 1);
          const check = containerCheckDigit(right);
          expect(checkContainerNumber(right + check).ok).toBe(true);
          if (check !== '0') expect(checkContainerNumber(wrong + check).ok).toBe(false);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof checkContainerNumber(text).ok).toBe('boolean');
      }),
    );
  });
});
