/**
 * The elements: standard atomic weights, outer electrons and usual valences.
 *
 * Weights: standard atomic weights of IUPAC's commission CIAAW (Prohaska et al., "Standard atomic weights of the
 * elements 2021", Pure Appl. Chem. 94 (2022) 573-600, doi:10.1515/pac-2019-0603), the conventional value where the
 * standard is an interval. Elements without a standard weight carry the mass number of a long-lived isotope.
 * Valences and outer electrons: the model of RDKit 2026.09, so that both readers refuse and accept the same text.
 */
export interface Element {
  readonly symbol: string;
  readonly number: number;
  /** Average mass, unified atomic mass units. */
  readonly weight: number;
  /** False where the weight is only the mass number of one isotope. */
  readonly standardWeight: boolean;
  readonly outerElectrons: number;
  /** Usual valences, lowest first; empty where the element has none (transition metals). */
  readonly valences: readonly number[];
  /** True when any valence above the usual ones is accepted too. */
  readonly anyValence: boolean;
}

type Row = readonly [string, number, boolean, number, readonly number[], boolean];

// prettier-ignore
const ROWS: readonly Row[] = [
  ['H', 1.008, true, 1, [1], false],
  ['He', 4.002602, true, 2, [0], false],
  ['Li', 6.94, true, 1, [1], true],
  ['Be', 9.0121831, true, 2, [2], false],
  ['B', 10.81, true, 3, [3], false],
  ['C', 12.011, true, 4, [4], false],
  ['N', 14.007, true, 5, [3], false],
  ['O', 15.999, true, 6, [2], false],
  ['F', 18.998403162, true, 7, [1], false],
  ['Ne', 20.1797, true, 8, [0], false],
  ['Na', 22.98976928, true, 1, [1], true],
  ['Mg', 24.305, true, 2, [2], true],
  ['Al', 26.9815384, true, 3, [3], false],
  ['Si', 28.085, true, 4, [4], false],
  ['P', 30.973761998, true, 5, [3, 5], false],
  ['S', 32.06, true, 6, [2, 4, 6], false],
  ['Cl', 35.45, true, 7, [1], false],
  ['Ar', 39.95, true, 8, [0], false],
  ['K', 39.0983, true, 1, [1], true],
  ['Ca', 40.078, true, 2, [2], true],
  ['Sc', 44.955907, true, 3, [], true],
  ['Ti', 47.867, true, 4, [], true],
  ['V', 50.9415, true, 5, [], true],
  ['Cr', 51.9961, true, 6, [], true],
  ['Mn', 54.938043, true, 7, [], true],
  ['Fe', 55.845, true, 8, [], true],
  ['Co', 58.933194, true, 9, [], true],
  ['Ni', 58.6934, true, 10, [], true],
  ['Cu', 63.546, true, 11, [], true],
  ['Zn', 65.38, true, 2, [], true],
  ['Ga', 69.723, true, 3, [3], false],
  ['Ge', 72.630, true, 4, [4], false],
  ['As', 74.921595, true, 5, [3, 5], false],
  ['Se', 78.971, true, 6, [2, 4, 6], false],
  ['Br', 79.904, true, 7, [1], false],
  ['Kr', 83.798, true, 8, [0], false],
  ['Rb', 85.4678, true, 1, [1], true],
  ['Sr', 87.62, true, 2, [2], true],
  ['Y', 88.905838, true, 3, [], true],
  ['Zr', 91.224, true, 4, [], true],
  ['Nb', 92.90637, true, 5, [], true],
  ['Mo', 95.95, true, 6, [], true],
  ['Tc', 97, false, 7, [], true],
  ['Ru', 101.07, true, 8, [], true],
  ['Rh', 102.90549, true, 9, [], true],
  ['Pd', 106.42, true, 10, [], true],
  ['Ag', 107.8682, true, 11, [], true],
  ['Cd', 112.414, true, 2, [], true],
  ['In', 114.818, true, 3, [3], false],
  ['Sn', 118.710, true, 4, [2, 4], false],
  ['Sb', 121.760, true, 5, [3, 5], false],
  ['Te', 127.60, true, 6, [2, 4, 6], false],
  ['I', 126.90447, true, 7, [1, 3, 5], false],
  ['Xe', 131.293, true, 8, [0, 2, 4, 6], false],
  ['Cs', 132.90545196, true, 1, [1], false],
  ['Ba', 137.327, true, 2, [2], true],
  ['La', 138.90547, true, 3, [], true],
  ['Ce', 140.116, true, 4, [], true],
  ['Pr', 140.90766, true, 3, [], true],
  ['Nd', 144.242, true, 4, [], true],
  ['Pm', 145, false, 5, [], true],
  ['Sm', 150.36, true, 6, [], true],
  ['Eu', 151.964, true, 7, [], true],
  ['Gd', 157.25, true, 8, [], true],
  ['Tb', 158.925354, true, 9, [], true],
  ['Dy', 162.500, true, 10, [], true],
  ['Ho', 164.930329, true, 11, [], true],
  ['Er', 167.259, true, 12, [], true],
  ['Tm', 168.934219, true, 13, [], true],
  ['Yb', 173.045, true, 14, [], true],
  ['Lu', 174.9668, true, 15, [], true],
  ['Hf', 178.486, true, 4, [], true],
  ['Ta', 180.94788, true, 5, [], true],
  ['W', 183.84, true, 6, [], true],
  ['Re', 186.207, true, 7, [], true],
  ['Os', 190.23, true, 8, [], true],
  ['Ir', 192.217, true, 9, [], true],
  ['Pt', 195.084, true, 10, [], true],
  ['Au', 196.966570, true, 11, [], true],
  ['Hg', 200.592, true, 2, [], true],
  ['Tl', 204.38, true, 3, [], true],
  ['Pb', 207.2, true, 4, [2, 4], false],
  ['Bi', 208.98040, true, 5, [3, 5], false],
  ['Po', 209, false, 6, [2, 4, 6], false],
  ['At', 210, false, 7, [1, 3, 5], false],
  ['Rn', 222, false, 8, [0], false],
  ['Fr', 223, false, 1, [1], false],
  ['Ra', 226, false, 2, [2], true],
  ['Ac', 227, false, 3, [], true],
  ['Th', 232.0377, true, 4, [], true],
  ['Pa', 231.03588, true, 3, [], true],
  ['U', 238.02891, true, 4, [], true],
  ['Np', 237, false, 5, [], true],
  ['Pu', 244, false, 6, [], true],
  ['Am', 243, false, 7, [], true],
  ['Cm', 247, false, 8, [], true],
  ['Bk', 247, false, 9, [], true],
  ['Cf', 251, false, 10, [], true],
  ['Es', 252, false, 11, [], true],
  ['Fm', 257, false, 12, [], true],
  ['Md', 258, false, 13, [], true],
  ['No', 259, false, 14, [], true],
  ['Lr', 262, false, 15, [], true],
  ['Rf', 267, false, 2, [], true],
  ['Db', 268, false, 2, [], true],
  ['Sg', 269, false, 2, [], true],
  ['Bh', 270, false, 2, [], true],
  ['Hs', 269, false, 2, [], true],
  ['Mt', 278, false, 2, [], true],
  ['Ds', 281, false, 2, [], true],
  ['Rg', 282, false, 2, [], true],
  ['Cn', 285, false, 2, [], true],
  ['Nh', 286, false, 2, [], true],
  ['Fl', 289, false, 2, [], true],
  ['Mc', 290, false, 2, [], true],
  ['Lv', 293, false, 2, [], true],
  ['Ts', 294, false, 2, [], true],
  ['Og', 294, false, 2, [], true],
];

/** All elements by atomic number minus one: hydrogen is `ELEMENTS[0]`. */
export const ELEMENTS: readonly Element[] = ROWS.map(
  ([symbol, weight, standardWeight, outerElectrons, valences, anyValence], i) => ({
    symbol,
    number: i + 1,
    weight,
    standardWeight,
    outerElectrons,
    valences,
    anyValence,
  }),
);

/** The highest atomic number of the table. */
export const ELEMENT_NUMBER_MAX = ELEMENTS.length;

const BY_SYMBOL: ReadonlyMap<string, number> = new Map(ELEMENTS.map((each) => [each.symbol, each.number]));

/** Atomic number of the element with this symbol (`Cl`, not `CL`); 0 when there is none. */
export function elementNumber(symbol: string): number {
  return BY_SYMBOL.get(symbol) ?? 0;
}

/** The element with this atomic number. Throws a RangeError for a number outside 1-118: a bug of the caller. */
export function elementOf(number: number): Element {
  const element = ELEMENTS[number - 1];
  if (element === undefined) throw new RangeError(`no element has the atomic number ${number}`);
  return element;
}

/**
 * Isotopic masses, unified atomic mass units, of the nuclides that labelled chemicals carry (AME2020: Wang et al.,
 * Chinese Phys. C 45 (2021) 030003). For any other nuclide the mass number stands in: the error is below 0.1 u.
 */
const ISOTOPE_MASSES: ReadonlyMap<string, number> = new Map([
  ['1H', 1.007825],
  ['2H', 2.014102],
  ['3H', 3.016049],
  ['10B', 10.012937],
  ['11B', 11.009305],
  ['11C', 11.011433],
  ['12C', 12],
  ['13C', 13.003355],
  ['14C', 14.003242],
  ['13N', 13.005739],
  ['14N', 14.003074],
  ['15N', 15.000109],
  ['15O', 15.003066],
  ['16O', 15.994915],
  ['17O', 16.999132],
  ['18O', 17.99916],
  ['18F', 18.000937],
  ['19F', 18.998403],
  ['31P', 30.973762],
  ['32P', 31.973908],
  ['33P', 32.971726],
  ['32S', 31.972071],
  ['33S', 32.971459],
  ['34S', 33.967867],
  ['35S', 34.969032],
  ['35Cl', 34.968853],
  ['36Cl', 35.968307],
  ['37Cl', 36.965903],
  ['76Br', 75.924542],
  ['79Br', 78.918338],
  ['81Br', 80.91629],
  ['123I', 122.905589],
  ['124I', 123.90621],
  ['125I', 124.904629],
  ['127I', 126.904473],
  ['131I', 130.906126],
]);

/** Mass of one atom of this nuclide; the average mass of the element when `isotope` is 0. */
export function atomMass(number: number, isotope: number): number {
  const element = elementOf(number);
  return isotope === 0 ? element.weight : (ISOTOPE_MASSES.get(`${isotope}${element.symbol}`) ?? isotope);
}

/** True for elements that are metals in the sense of a salt's positive part; not for boron, silicon, arsenic. */
export function isMetal(number: number): boolean {
  return !NON_METALS.has(number);
}

/** H, He, B, C, N, O, F, Ne, Si, P, S, Cl, Ar, Ge, As, Se, Br, Kr, Te, I, Xe, At, Rn, Ts, Og. */
const NON_METALS: ReadonlySet<number> = new Set([
  1, 2, 5, 6, 7, 8, 9, 10, 14, 15, 16, 17, 18, 32, 33, 34, 35, 36, 52, 53, 54, 85, 86, 117, 118,
]);
