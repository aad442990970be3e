import Big from 'big.js';
import { accepted, refused, type Outcome, type Problem } from './outcome.ts';
import { dimensionOf, UNITS, type UnitCode } from './unit.ts';

/** So much of something: an exact decimal, never a float, and its unit. Zero or more. */
export interface Quantity {
  /** Plain notation without leading or trailing zeros: `0.5`, `1500`. */
  readonly amount: string;
  readonly unit: UnitCode;
}

/** The quantity of an amount written as a plain decimal (`0.50`). Throws a RangeError for anything else. */
export function quantity(amount: string, unit: UnitCode): Quantity {
  if (!PLAIN_DECIMAL.test(amount)) throw new RangeError(`not a plain decimal: ${JSON.stringify(amount)}`);
  return { amount: new Big(amount).toFixed(), unit };
}

/** The same quantity in the unit its dimension is reduced to: kilograms, litres, pieces; a drum stays a drum. */
export function inBaseUnit({ amount, unit }: Quantity): Quantity {
  const { base, factor } = UNITS[unit];
  return { amount: new Big(amount).times(factor).toFixed(), unit: base };
}

/** -1, 0 or 1 as `one` is less than, equal to or more than `other`. Refused: `quantity-incomparable`. */
export function compareQuantities(one: Quantity, other: Quantity): Outcome<-1 | 0 | 1> {
  if (UNITS[one.unit].base !== UNITS[other.unit].base) return refused(incomparable(one, other));
  return accepted(new Big(inBaseUnit(one).amount).cmp(inBaseUnit(other).amount));
}

/** The sum, in the unit of both or else in the base unit. Refused: `quantity-incomparable`. */
export function addQuantities(one: Quantity, other: Quantity): Outcome<Quantity> {
  if (UNITS[one.unit].base !== UNITS[other.unit].base) return refused(incomparable(one, other));
  const [a, b] = one.unit === other.unit ? [one, other] : [inBaseUnit(one), inBaseUnit(other)];
  return accepted({ amount: new Big(a.amount).plus(b.amount).toFixed(), unit: a.unit });
}

/** What must be known to tell the mass of a volume, or of pieces, tablets and packages. */
export interface MassBasis {
  /** Density at the temperature of the measurement, as a plain decimal. */
  readonly kilogramsPerLitre?: string | undefined;
  /** What one piece, tablet or package weighs or holds. */
  readonly each?: Quantity | undefined;
}

/**
 * The mass in kilograms. A volume needs its density and single things what each weighs or holds; neither is ever
 * assumed. Refused: `quantity-density-missing`, `quantity-each-missing`, `quantity-basis` (density or content of no
 * use: zero, negative, not a decimal, or itself a count).
 */
export function toKilograms(given: Quantity, basis: MassBasis = {}): Outcome<Quantity> {
  const base = inBaseUnit(given);
  const dimension = dimensionOf(given.unit);
  if (dimension === 'mass') return accepted(base);
  if (dimension === 'volume') return volumeToKilograms(base, basis.kilogramsPerLitre);
  const { each } = basis;
  if (each === undefined) {
    return refused({
      code: 'quantity-each-missing',
      message: `${quantityText(given)}: what one ${UNITS[given.unit].name} weighs or holds is not known.`,
      todo: 'Give the mass or the content of one.',
      data: { amount: given.amount, unit: given.unit },
    });
  }
  if (dimensionOf(each.unit) === 'count' || each.amount === '0') {
    return refused(uselessBasis(`one ${UNITS[given.unit].name} holding ${quantityText(each)}`));
  }
  const held = inBaseUnit(each);
  const all = { amount: new Big(base.amount).times(held.amount).toFixed(), unit: held.unit };
  return toKilograms(all, { kilogramsPerLitre: basis.kilogramsPerLitre });
}

/** `25 kg`, `20 drums`: number and symbol; `parseQuantity` reads the same quantity from it. */
export function quantityText({ amount, unit }: Quantity): string {
  return `${amount} ${UNITS[unit].symbol}`;
}

const PLAIN_DECIMAL = /^\d{1,100}(\.\d{1,100})?$/;

function volumeToKilograms(litres: Quantity, density: string | undefined): Outcome<Quantity> {
  if (density === undefined) {
    return refused({
      code: 'quantity-density-missing',
      message: `${quantityText(litres)} is a volume; its mass follows only from its density.`,
      todo: 'Give the density in kilograms per litre, from the certificate or the safety data sheet.',
      data: { amount: litres.amount, unit: litres.unit },
    });
  }
  if (!PLAIN_DECIMAL.test(density) || new Big(density).eq(0)) {
    return refused(uselessBasis(`a density of ${JSON.stringify(density.slice(0, 40))} kg/L`));
  }
  return accepted({ amount: new Big(litres.amount).times(density).toFixed(), unit: 'KGM' });
}

function uselessBasis(what: string): Problem {
  return { code: 'quantity-basis', message: `No mass follows from ${what}.` };
}

function incomparable(one: Quantity, other: Quantity): Problem {
  return {
    code: 'quantity-incomparable',
    message: `${quantityText(one)} and ${quantityText(other)} cannot be compared: ${UNITS[one.unit].name} and ${UNITS[other.unit].name} measure different things.`,
    todo: 'Bring both to kilograms first, with the density or the content of one.',
    data: { one: one.unit, other: other.unit },
  };
}
