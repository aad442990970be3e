import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addQuantities,
  compareQuantities,
  inBaseUnit,
  quantity,
  quantityText,
  toKilograms,
} from './quantity.ts';
import { parseQuantity } from './quantity-text.ts';
import { dimensionOf, UNITS, type UnitCode } from './unit.ts';

const CODES = Object.keys(UNITS) as UnitCode[];

describe('comparing and adding', () => {
  it.each([
    ['1', 'TNE', '1000', 'KGM', 0],
    ['0.1', 'KGM', '100', 'GRM', 0],
    ['1', 'LBR', '453.59237', 'GRM', 0],
    ['16', 'ONZ', '1', 'LBR', 0],
    ['2000', 'LBR', '1', 'STN', 0],
    ['2240', 'LBR', '1', 'LTN', 0],
    ['7000', 'GRN', '1', 'LBR', 0],
    ['100', 'LBR', '1', 'CWA', 0],
    ['112', 'LBR', '1', 'CWI', 0],
    ['480', 'GRN', '1', 'APZ', 0],
    ['128', 'OZA', '1', 'GLL', 0],
    ['160', 'OZI', '1', 'GLI', 0],
    ['42', 'GLL', '1', 'BLL', 0],
    ['1', 'MTQ', '1000', 'LTR', 0],
    ['0.3', 'GRM', '300.0000001', 'MGM', -1],
    ['12', 'EA', '1', 'DZN', 0],
  ] as const)('%s %s against %s %s: %i', (a, unitA, b, unitB, order) => {
    expect(compareQuantities(quantity(a, unitA), quantity(b, unitB))).toEqual({ ok: true, value: order });
  });

  it('adds exactly: 0.1 and 0.2 are 0.3', () => {
    expect(addQuantities(quantity('0.1', 'GRM'), quantity('0.2', 'GRM'))).toEqual({
      ok: true,
      value: { amount: '0.3', unit: 'GRM' },
    });
    expect(addQuantities(quantity('1', 'LBR'), quantity('1', 'MGM'))).toEqual({
      ok: true,
      value: { amount: '0.45359337', unit: 'KGM' },
    });
  });

  it.each([
    ['KGM', 'LTR'],
    ['KGM', 'U2'],
    ['U2', 'H87'],
    ['XDR', 'XBG'],
  ] as const)('does not compare %s with %s', (one, other) => {
    const problem = { ok: false, problem: { code: 'quantity-incomparable' } };
    expect(compareQuantities(quantity('1', one), quantity('1', other))).toMatchObject(problem);
    expect(addQuantities(quantity('1', one), quantity('1', other))).toMatchObject(problem);
  });

  it('throws on an amount that is no plain decimal', () => {
    for (const amount of ['', '-1', '1e3', 'NaN', 'Infinity', '1,5', '.5', '5.']) {
      expect(() => quantity(amount, 'KGM')).toThrow(RangeError);
    }
  });
});

describe('mass', () => {
  it('comes from a volume only by its density', () => {
    expect(toKilograms(quantity('250', 'LTR'))).toMatchObject({
      ok: false,
      problem: { code: 'quantity-density-missing' },
    });
    expect(toKilograms(quantity('250', 'LTR'), { kilogramsPerLitre: '1.08' })).toEqual({
      ok: true,
      value: { amount: '270', unit: 'KGM' },
    });
  });

  it('comes from tablets and drums only by what one weighs or holds', () => {
    const tablets = quantity('10000', 'U2');
    expect(toKilograms(tablets)).toMatchObject({ ok: false, problem: { code: 'quantity-each-missing' } });
    expect(toKilograms(tablets, { each: quantity('110', 'MGM') })).toEqual({
      ok: true,
      value: { amount: '1.1', unit: 'KGM' },
    });
    const drums = quantity('20', 'XDR');
    expect(toKilograms(drums, { each: quantity('200', 'LTR') })).toMatchObject({
      ok: false,
      problem: { code: 'quantity-density-missing' },
    });
    expect(toKilograms(drums, { each: quantity('200', 'LTR'), kilogramsPerLitre: '1.08' })).toEqual({
      ok: true,
      value: { amount: '4320', unit: 'KGM' },
    });
  });

  it.each(['0', '-1', 'NaN', '1,08', '', '1e3'])('refuses a density of %s', (kilogramsPerLitre) => {
    expect(toKilograms(quantity('1', 'LTR'), { kilogramsPerLitre })).toMatchObject({
      ok: false,
      problem: { code: 'quantity-basis' },
    });
  });

  it('refuses a content that is itself a count, or nothing', () => {
    for (const each of [quantity('1', 'XBG'), quantity('0', 'KGM')]) {
      expect(toKilograms(quantity('1', 'XDR'), { each })).toMatchObject({
        ok: false,
        problem: { code: 'quantity-basis' },
      });
    }
  });
});

describe('properties of quantities', () => {
  const amount = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat({ max: 9 }))
    .map(([digits, places]) => new Big(digits.toString()).div(new Big(10).pow(places)).toFixed());
  const unit = fc.constantFrom(...CODES);
  const any = fc.tuple(amount, unit).map(([a, u]) => quantity(a, u));

  it('keeps a base unit that is its own base', () => {
    for (const code of CODES) {
      const { base, factor } = UNITS[code];
      expect(UNITS[base]).toMatchObject({ base, factor: '1' });
      expect(new Big(factor).gt(0)).toBe(true);
      expect(dimensionOf(code)).toBe(dimensionOf(base));
    }
  });

  it('orders as the base unit does, and adding never makes less', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        const order = compareQuantities(one, other);
        const sum = addQuantities(one, other);
        expect(order.ok).toBe(sum.ok);
        if (!order.ok || !sum.ok) return;
        expect(order.value).toBe(new Big(inBaseUnit(one).amount).cmp(inBaseUnit(other).amount));
        expect(compareQuantities(sum.value, one)).toMatchObject({ ok: true });
        expect(compareQuantities(sum.value, one)).not.toMatchObject({ value: -1 });
      }),
    );
  });

  it('is read back from its own text', () => {
    fc.assert(
      fc.property(any, (one) => {
        const read = parseQuantity(quantityText(one), { decimalMark: '.' });
        expect(read).toEqual({ ok: true, value: { ...one, packages: null, doubt: null } });
      }),
    );
  });
});
