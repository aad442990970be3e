import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casCheckDigit } from '../kernel/index.ts';
import { restoreCas, withoutHyphens } from './lint-spreadsheet.ts';

describe('CAS numbers that a spreadsheet has changed', () => {
  it.each([
    ['1972-08-03', 'cas-as-date', '1972-08-3'],
    ['3 Aug 1972', 'cas-as-date', '1972-08-3'],
    ['26514', 'cas-as-date', '1972-08-3'],
    ['7440-2-0', 'cas-lost-zero', '7440-02-0'],
    ['7440-5-3', 'cas-lost-zero', '7440-05-3'],
    ['437387.0', 'cas-as-number', '437-38-7'],
    ['1.25541222E+8', 'cas-as-number', '125541-22-2'],
  ] as const)('%s: %s', (text, code, number) => {
    const restored = restoreCas(text);
    expect(restored).toMatchObject({ number, problem: { code, data: { given: text, number } } });
  });

  it('leaves a number that is right, or only its check digit wrong, to whoever reads numbers', () => {
    for (const text of ['437-38-7', '437-38-6', '2011-07-4', 'fentanyl', '', '25 kg', '2933.39']) {
      expect(restoreCas(text), text).toBeNull();
    }
  });

  /** Numbers that a spreadsheet takes for a day: a year, a month, a digit from 1 to 9. */
  const dateLike = fc
    .tuple(fc.integer({ min: 1900, max: 9999 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)
    .map((body) => `${body}-${casCheckDigit(body)}`)
    .filter((number) => !number.endsWith('-0'));

  it('finds the number again in each way a day is written', () => {
    fc.assert(
      fc.property(dateLike, (number) => {
        const [year = '', month = '', day = ''] = number.split('-');
        const name = new Date(Date.UTC(2000, Number(month) - 1, 1)).toLocaleString('en', {
          month: 'short',
          timeZone: 'UTC',
        });
        for (const written of [
          `${year}-${month}-0${day}`,
          `${year}-${month}-0${day} 00:00:00`,
          `${year}/${Number(month)}/${day}`,
          `${year}年${Number(month)}月${day}日`,
          `${day}-${name}-${year}`,
        ]) {
          expect(restoreCas(written), written).toMatchObject({ number, problem: { code: 'cas-as-date' } });
        }
        // Day and month may have changed places where both make a right number.
        expect(restoreCas(`${day}/${Number(month)}/${year}`)?.problem.code).toBe('cas-as-date');
      }),
    );
  });

  it('finds the number again in the count of days behind a date', () => {
    fc.assert(
      fc.property(dateLike, (number) => {
        const serial = Date.parse(`${number.slice(0, 8)}0${number.slice(8)}`) / 86_400_000 + 25_569;
        fc.pre(serial >= 100 && withoutHyphens(String(serial)) === null);
        expect(restoreCas(String(serial))).toMatchObject({ number });
      }),
    );
  });

  it('never offers a number whose check digit is wrong', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9][0-9 ./E+-]{2,14}$/), (text) => {
        const restored = restoreCas(text);
        if (restored === null) return;
        const digits = restored.number.replace(/\D/g, '');
        expect(casCheckDigit(digits.slice(0, -1))).toBe(digits.at(-1));
      }),
      { numRuns: 1000 },
    );
  });
});
