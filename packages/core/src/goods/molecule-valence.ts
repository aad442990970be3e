import { ELEMENT_NUMBER_MAX, ELEMENTS, isMetal } from './element.ts';
import type { Element } from './element.ts';

/**
 * The valence model of RDKit 2026.09: a charged atom has the valences of the element it is isoelectronic with (N+ as
 * C, O- as F), elements without usual valences take any, and negative P, S, As and Se may still be hypervalent.
 */

const CARBON = 6;
const CARBON_VALENCE = 4;

/** Usual valences of an atom with this charge, lowest first; empty where any valence is taken. */
function valencesOf(number: number, charge: number): readonly number[] {
  return effective(number, charge)?.valences ?? [];
}

/** The element an atom is isoelectronic with, or the element itself where valence says nothing; null for none. */
function effective(number: number, charge: number): Element | null {
  const own = ELEMENTS[number - 1]!;
  if (charge === 0 || own.valences.length === 0) return own;
  const isoelectronic = Math.min(Math.max(number - charge, 0), ELEMENT_NUMBER_MAX);
  return isoelectronic === 0 ? null : ELEMENTS[isoelectronic - 1]!;
}

/** Negative P, S, As, Se keep their own valences, one higher for each charge. */
function staysHypervalent(number: number, charge: number): boolean {
  const isoelectronic = number - charge;
  return (
    (isoelectronic > 16 && (number === 15 || number === 16)) ||
    (isoelectronic > 34 && (number === 33 || number === 34))
  );
}

/**
 * Hydrogens that fill an atom without brackets. `valence`: sum of its bond orders and hydrogen atoms. Aromatic
 * atoms fill only their lowest valence. 0 where nothing is to fill, also when the valence is already too high.
 */
export function impliedHydrogens(number: number, charge: number, valence: number, aromatic: boolean): number {
  if (charge === 0 && number === CARBON) return valence < CARBON_VALENCE ? CARBON_VALENCE - valence : 0;
  let used = valence;
  let valences = valencesOf(number, charge);
  if (staysHypervalent(number, charge)) {
    used -= charge;
    valences = ELEMENTS[number - 1]!.valences;
  }
  if (aromatic) return Math.max((valences[0] ?? 0) - used, 0);
  for (const each of valences) if (used <= each) return each - used;
  return 0;
}

/** The highest valence of each uncharged element by its number; infinite where any is accepted. */
const MOST_NEUTRAL: readonly number[] = [
  Infinity,
  ...ELEMENTS.map(({ anyValence, valences }) => (anyValence ? Infinity : (valences.at(-1) ?? Infinity))),
];

/** The highest usual valence of each uncharged element; 0 where it has none. */
const HIGHEST_NEUTRAL: readonly number[] = [0, ...ELEMENTS.map(({ valences }) => valences.at(-1) ?? 0)];

/** True when an atom has more bonds and hydrogens than its element can carry. */
export function exceedsValence(number: number, charge: number, valence: number): boolean {
  if (charge === 0) return valence > MOST_NEUTRAL[number]!;
  const own = ELEMENTS[number - 1]!;
  if (own.anyValence || own.valences.length === 0) return false;
  if (number === 1 && charge === -1) return valence > 2;
  const like = effective(number, charge);
  if (staysHypervalent(number, charge)) return valence - charge > own.valences.at(-1)!;
  if (like === null || like.anyValence || like.valences.length === 0) return false;
  return valence > like.valences.at(-1)!;
}

/**
 * True when a bond from this atom to a metal is a dative one: the atom's own valence is already used up. Such a bond
 * stays a bond of order 1 and does not count in the atom's valence.
 */
export function givesDativeBond(number: number, charge: number, valence: number): boolean {
  if (charge === 0 && valence <= HIGHEST_NEUTRAL[number]!) return false;
  if (isMetal(number) || NEVER_DATIVE.has(number) || number - charge <= 0) return false;
  const most = effective(number, charge)?.valences.at(-1) ?? 0;
  return most > 0 && valence > most;
}

/** H, He, F, Ne. */
const NEVER_DATIVE: ReadonlySet<number> = new Set([1, 2, 9, 10]);

/** Unpaired electrons of an atom in brackets, from what its valence leaves open. `bonds`: number of its bonds. */
export function radicalElectrons(number: number, charge: number, valence: number, bonds: number): number {
  const own = ELEMENTS[number - 1]!;
  if (own.valences.length === 0) {
    return bonds > 0 ? 0 : Math.max(own.outerElectrons - charge, 0) % 2;
  }
  const shell = number <= 2 ? 2 : 8;
  let radicals = shell - own.outerElectrons - valence + charge;
  if (radicals < 0) {
    radicals = 0;
    const list = own.anyValence ? [...own.valences, -1] : own.valences;
    if (list.length > 1) {
      const room = list.find((each) => each - valence + charge >= 0);
      if (room !== undefined) radicals = room - valence + charge;
    }
  }
  const early = own.outerElectrons - valence - charge;
  return early >= 0 ? Math.min(radicals, early) : radicals;
}

/**
 * The valence of an atom whose aromatic bonds are not yet single or double. `twice`: twice the sum of its bond
 * orders, an aromatic bond counting 1.5, hydrogens 1. Above the lowest valence it falls to the next lower one that is
 * at most 1.5 away (the nitrogen of N-methylpyrrole); a half is rounded up.
 */
export function aromaticValence(number: number, charge: number, twice: number): number {
  const valences = valencesOf(number, charge);
  let sum = twice;
  const lowest = valences[0] ?? -1;
  if (lowest >= 0 && sum > 2 * lowest) {
    let fitting = lowest;
    for (const each of valences) if (2 * each <= sum) fitting = each;
    if (sum - 2 * fitting <= 3) sum = 2 * fitting;
  }
  return (sum + 1) >> 1;
}

/** True for elements left of carbon, whose valence falls with a positive charge. RDKit's table. */
const EARLY: ReadonlySet<number> = new Set([
  3, 4, 5, 11, 12, 13, 19, 20, 21, 22, 30, 31, 32, 37, 38, 39, 40, 41, 48, 49, 50, 51, 55, 56, 57, 58, 59, 60,
  61, 72, 73, 80, 81, 82, 83, 87, 88, 89, 90, 91, 92, 93,
]);

/**
 * True when an aromatic atom needs a double bond in the Kekulé form. `valence`: with aromatic bonds as
 * `aromaticValence` has it; `sigma`: bond orders with aromatic bonds as single, and hydrogens; `bonds`: bonds and
 * implied hydrogens.
 */
export function takesDoubleBond(
  number: number,
  charge: number,
  valence: number,
  sigma: number,
  bonds: number,
  bracketed: boolean,
): boolean {
  const { valences } = ELEMENTS[number - 1]!;
  if (valences.length === 0) return false;
  let shift = EARLY.has(number) ? -charge : charge;
  if (number === 6 && shift > 0) shift = -shift;
  let room = valences[0]! + shift;
  for (let i = 1; valence > room && i < valences.length; i++) room = valences[i]! + shift;
  if (bonds >= room) return false;
  return room === sigma + 1 || (bracketed && room === sigma + 2);
}
