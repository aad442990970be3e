import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from './amount.ts';
import { parseQuantity } from './quantity-text.ts';
import { readUnit } from './unit.ts';

describe('amounts', () => {
  it.each([
    ['1500', '1500'],
    ['1500.50', '1500.5'],
    ['1,500.5', '1500.5'],
    ['1.500,5', '1500.5'],
    ['1,500,000', '1500000'],
    ['1.500.000', '1500000'],
    ['1,50,000', '150000'],
    ['12,34,567.25', '1234567.25'],
    ['1 500', '1500'],
    ["1'500.25", '1500.25'],
    ['0.5', '0.5'],
    ['0,5', '0.5'],
    ['.5', '0.5'],
    ['0.125', '0.125'],
    ['0,125', '0.125'],
    ['2,5', '2.5'],
    ['1500.250', '1500.25'],
    ['007', '7'],
    ['0', '0'],
    ['+5', '5'],
  ])('%s is %s without a doubt', (text, amount) => {
    expect(readAmount(text)).toEqual({ ok: true, value: { amount, doubt: null } });
  });

  it('reads a comma before three digits as thousands, and names the doubt', () => {
    expect(readAmount('1,500')).toEqual({
      ok: true,
      value: {
        amount: '1500',
        doubt: {
          code: 'amount-separator',
          message: '“1,500” was read as 1500; where the comma is a decimal mark it would be 1.5.',
          todo: 'Write 1500 or 1.5.',
          data: { given: '1,500', thousands: '1500', decimal: '1.5' },
        },
      },
    });
  });

  it('refuses a point before three digits, and names both readings', () => {
    expect(readAmount('1.500')).toMatchObject({
      ok: false,
      problem: { code: 'amount-separator', data: { thousands: '1500', decimal: '1.5' } },
    });
  });

  it('says how to write either reading so that no doubt is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (before, after) => {
        const read = readAmount(`${before}.${String(after).padStart(3, '0')}`);
        const written = read.ok
          ? []
          : (/^Write (\S+) or (\S+)\.$/.exec(read.problem.todo ?? '') ?? []).slice(1);
        expect(written).toHaveLength(2);
        for (const text of written)
          expect(readAmount(text)).toMatchObject({ ok: true, value: { doubt: null } });
      }),
    );
  });

  it("follows the writer's custom where it is known", () => {
    expect(readAmount('1.500', '.')).toEqual({ ok: true, value: { amount: '1.5', doubt: null } });
    expect(readAmount('1.500', ',')).toEqual({ ok: true, value: { amount: '1500', doubt: null } });
    expect(readAmount('1,500', ',')).toEqual({ ok: true, value: { amount: '1.5', doubt: null } });
    expect(readAmount('1,500', '.')).toEqual({ ok: true, value: { amount: '1500', doubt: null } });
    expect(readAmount('1,5', '.')).toMatchObject({ ok: false, problem: { code: 'amount-form' } });
    expect(readAmount('1.500,5', '.')).toMatchObject({ ok: false, problem: { code: 'amount-form' } });
  });

  it.each([
    ['-5', 'amount-negative'],
    ['1,50.5', 'amount-form'],
    ['1.5.5', 'amount-form'],
    ['1,500,00', 'amount-form'],
    ['1.500,5,5', 'amount-form'],
    ['1 50', 'amount-form'],
    ['5.', 'amount-form'],
    ['.', 'amount-form'],
    ['', 'amount-form'],
    ['1e3', 'amount-form'],
    ['NaN', 'amount-form'],
    ['٥', 'amount-form'],
    ['1'.repeat(31), 'amount-too-long'],
  ])('refuses %s: %s', (text, code) => {
    expect(readAmount(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('reads what every custom writes', () => {
    const whole = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(whole, fc.stringMatching(/^\d{0,6}[1-9]$/), (number, fraction) => {
        const expected = `${number}.${fraction}`;
        const grouped = number.toString().replace(/\B(?=(\d{3})+$)/g, ',');
        expect(readAmount(`${grouped}.${fraction}`, '.')).toMatchObject({
          ok: true,
          value: { amount: expected },
        });
        const continental = `${grouped.replaceAll(',', '.')},${fraction}`;
        expect(readAmount(continental, ',')).toMatchObject({ ok: true, value: { amount: expected } });
        const spaced = `${grouped.replaceAll(',', ' ')}.${fraction}`;
        expect(readAmount(spaced, '.')).toMatchObject({ ok: true, value: { amount: expected } });
      }),
    );
  });

  it('is never a thousand times too small without saying so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (before, after) => {
        const written = `${before}.${String(after).padStart(3, '0')}`;
        expect(readAmount(written).ok).toBe(false);
      }),
    );
  });
});

describe('units', () => {
  it.each([
    ['kg', 'KGM'],
    ['KG', 'KGM'],
    ['Kgs.', 'KGM'],
    ['KGM', 'KGM'],
    ['公斤', 'KGM'],
    ['㎏', 'KGM'],
    ['g', 'GRM'],
    ['MG', 'MGM'],
    ['mcg', 'MC'],
    ['µg', 'MC'],
    ['μg', 'MC'],
    ['MT', 'TNE'],
    ['metric tons', 'TNE'],
    ['toneladas métricas', 'TNE'],
    ['吨', 'TNE'],
    ['L', 'LTR'],
    ['litros', 'LTR'],
    ['升', 'LTR'],
    ['mL', 'MLT'],
    ['ML', 'MLT'],
    ['US gal', 'GLL'],
    ['GLI', 'GLI'],
    ['lbs', 'LBR'],
    ['tablets', 'U2'],
    ['片', 'U2'],
    ['cápsulas', 'XAV'],
    ['fiber drums', 'X1G'],
    ['桶', 'XDR'],
    ['cuñetes', 'X1G'],
    ['pcs', 'H87'],
    ['台', 'H87'],
  ])('%s is %s', (text, code) => {
    expect(readUnit(text)).toEqual({ ok: true, value: code });
  });

  it.each(['ton', 'TONS', 'gal', 'gallons', 'fl oz', 'cwt', 'gr', 'Mg', 'Ml', '斤', '加仑', 'barrels'])(
    '%s has several meanings',
    (text) => {
      expect(readUnit(text)).toMatchObject({ ok: false, problem: { code: 'unit-ambiguous' } });
    },
  );

  it.each(['', 'bushels', 'toString', '__proto__', 'constructor', '斗'])('%s has none', (text) => {
    expect(readUnit(text)).toMatchObject({ ok: false, problem: { code: 'unit-unknown' } });
  });
});

describe('quantities', () => {
  it.each([
    ['25 kg', '25', 'KGM'],
    ['25KG', '25', 'KGM'],
    ['1,500 MT', '1500', 'TNE'],
    ['20 M/T', '20', 'TNE'],
    ['0.5 g', '0.5', 'GRM'],
    ['250 L', '250', 'LTR'],
    ['500公斤', '500', 'KGM'],
    ['２５ ｋｇ', '25', 'KGM'],
    ['2万片', '20000', 'U2'],
    ['1.5万公斤', '15000', 'KGM'],
    ['20桶', '20', 'XDR'],
    ['1台', '1', 'H87'],
    ['25 kg net', '25', 'KGM'],
    ['净重：25公斤', '25', 'KGM'],
    ['1 500,25 kg', '1500.25', 'KGM'],
    ['25.0 kg', '25', 'KGM'],
    ['0 kg', '0', 'KGM'],
    ['10 x 25 kg', '250', 'KGM'],
    ['25kg x 40', '1000', 'KGM'],
    ['25 KGX40', '1000', 'KGM'],
    ['20 pallets', '20', 'XPX'],
    ['12 boxes', '12', 'XBX'],
    ['3 pz', '3', 'H87'],
  ])('reads %s', (text, amount, unit) => {
    expect(parseQuantity(text)).toMatchObject({ ok: true, value: { amount, unit } });
  });

  it.each([
    ['10 fiber drums x 25 kg', '250', 'KGM', '10', 'X1G'],
    ['80 drums × 215 kg', '17200', 'KGM', '80', 'XDR'],
    ['1 kg x 20 bags', '20', 'KGM', '20', 'XBG'],
    ['20 drums of 200 L', '4000', 'LTR', '20', 'XDR'],
    ['20 tambores de 200 kg', '4000', 'KGM', '20', 'XDR'],
    ['20桶×25公斤', '500', 'KGM', '20', 'XDR'],
    ['25 kg/drum x 40', '1000', 'KGM', '40', 'XDR'],
    ['40 x 25 kg drums', '1000', 'KGM', '40', 'XDR'],
    ['10 × 200升桶', '2000', 'LTR', '10', 'XDR'],
    ['20 pallets x 40 bags x 25 kg', '20000', 'KGM', '800', 'XBG'],
    ['25 kg x 40 bags x 20 pallets', '20000', 'KGM', '800', 'XBG'],
    ['25kg/drum × 40 drums', '1000', 'KGM', '40', 'XDR'],
    ['25 kg per bag x 40 bags', '1000', 'KGM', '40', 'XBG'],
    ['10 boxes x 25 kg', '250', 'KGM', '10', 'XBX'],
    ['2 x 10 drums x 25 kg', '500', 'KGM', '20', 'XDR'],
    ['20 drums x 25 kg each', '500', 'KGM', '20', 'XDR'],
  ])('reads %s with its packages', (text, amount, unit, count, kind) => {
    expect(parseQuantity(text)).toEqual({
      ok: true,
      value: { amount, unit, packages: { amount: count, unit: kind }, doubt: null },
    });
  });

  it('names no kind of package where two stand around the measure', () => {
    expect(parseQuantity('20 pallets x 25 kg x 40 bags')).toEqual({
      ok: true,
      value: { amount: '20000', unit: 'KGM', packages: null, doubt: null },
    });
  });

  it('hands on the doubt about a comma', () => {
    expect(parseQuantity('1,500 MT')).toMatchObject({ value: { doubt: { code: 'amount-separator' } } });
    expect(parseQuantity('1,500 MT', { decimalMark: '.' })).toMatchObject({
      value: { amount: '1500', doubt: null },
    });
    expect(parseQuantity('1,500 MT', { decimalMark: ',' })).toMatchObject({
      value: { amount: '1.5', doubt: null },
    });
  });

  it.each([
    ['', 'quantity-empty'],
    ['1'.repeat(101), 'quantity-too-long'],
    ['25', 'quantity-unit-missing'],
    ['10 x 25', 'quantity-unit-missing'],
    ['kg', 'quantity-form'],
    ['x', 'quantity-form'],
    ['10 x', 'quantity-form'],
    ['1 kg 500 g', 'quantity-form'],
    ['2 x 2 x 2 x 2 x 2 kg', 'quantity-form'],
    ['NaN kg', 'quantity-form'],
    ['Infinity kg', 'quantity-form'],
    ['1e9 kg', 'unit-unknown'],
    ['-5 kg', 'amount-negative'],
    ['−5 kg', 'amount-negative'],
    ['1.500 kg', 'amount-separator'],
    ['5 ton', 'unit-ambiguous'],
    ['5 gallons', 'unit-ambiguous'],
    ['500斤', 'unit-ambiguous'],
    ['5 firkins', 'unit-unknown'],
    ['99%', 'quantity-percentage'],
    ['about 25 kg', 'quantity-approximate'],
    ['≥ 25 kg', 'quantity-approximate'],
    ['约25公斤', 'quantity-approximate'],
    ['25公斤以上', 'quantity-approximate'],
    ['20-25 kg', 'quantity-approximate'],
    ['20 to 25 kg', 'quantity-approximate'],
    ['25 kg gross', 'quantity-gross'],
    ['毛重 25公斤', 'quantity-gross'],
    ['25 kg/drum', 'quantity-rate'],
    ['25千克/桶', 'quantity-rate'],
    ['25 KG DRUM', 'quantity-rate'],
    ['200升桶', 'quantity-rate'],
    ['1.0 mg/mL', 'quantity-concentration'],
    ['50 mcg/h', 'quantity-concentration'],
    ['10 amp x 500 boxes', 'quantity-two-units'],
    ['10 kg x 5 L', 'quantity-two-units'],
    ['25 kg/drum x 40 bags', 'quantity-two-units'],
    ['2.5 drums x 25 kg', 'quantity-count'],
  ])('refuses %s: %s', (text, code) => {
    expect(parseQuantity(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('never throws and never makes a float of it', () => {
    const shaped = fc.stringMatching(/^[0-9.,x*kgLdrums/ 公斤桶万-]{0,24}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), shaped), (text) => {
        const read = parseQuantity(text);
        if (read.ok) expect(read.value.amount).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    for (const text of [
      '1 '.repeat(50),
      '1,'.repeat(50),
      'x'.repeat(100),
      '1 kg x '.repeat(14),
      `1${' '.repeat(98)}k`,
    ]) {
      parseQuantity(text);
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});
