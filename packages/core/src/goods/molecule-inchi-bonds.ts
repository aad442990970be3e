import { ELEMENTS } from './element.ts';
import { adjacency } from './molecule-graph.ts';
import type { InchiComponent } from './molecule-inchi-layers.ts';
import { kekulise } from './molecule-kekule.ts';
import { radicalElectrons } from './molecule-valence.ts';

/** Bonds, hydrogens and charges that fit what an InChI says of a component. */
export interface InchiSolution {
  /** Order of each bond of the component. */
  readonly order: readonly number[];
  /** Hydrogens of each atom, those that move placed. */
  readonly hydrogens: readonly number[];
  readonly charge: readonly number[];
  /** Unpaired electrons of each atom. */
  readonly radicals: readonly number[];
  /** Atoms that are negative because a moving hydrogen left them: protons go there first. */
  readonly left: readonly number[];
}

/** What a search may use beyond usual valences, in the order of the searches. */
interface Licence {
  /** Oxoacids and the like may have higher valences. */
  readonly extended: boolean;
  /** Moving hydrogens may go to other atoms where a nitrogen could take them. */
  readonly anyHolder: boolean;
  /** One electron may stay unpaired. */
  readonly radical: boolean;
}

const LICENCES: readonly Licence[] = [
  { extended: false, anyHolder: false, radical: false },
  { extended: true, anyHolder: false, radical: false },
  { extended: false, anyHolder: true, radical: false },
  { extended: true, anyHolder: true, radical: false },
];
const WITH_RADICAL: Licence = { extended: true, anyHolder: true, radical: true };

/** Ways to place charges that are tried for one component. */
const CHARGE_PLACINGS_MAX = 400;

/** Valences beyond the usual ones that a neutral atom of an oxoacid, oxide or the like may have. */
const EXTENDED: ReadonlyMap<number, readonly number[]> = new Map([
  [7, [3, 5]],
  [15, [3, 5]],
  [16, [2, 4, 6]],
  [17, [1, 3, 5, 7]],
  [33, [3, 5]],
  [34, [2, 4, 6]],
  [35, [1, 3, 5, 7]],
  [52, [2, 4, 6]],
  [53, [1, 3, 5, 7]],
]);

/**
 * Solutions for a component, the likeliest first. Bond orders and moving hydrogens are found together, as a perfect
 * matching: each atom has as many places as its valence leaves open, a second bond takes one at either end, a moving
 * hydrogen takes one on an atom of its group.
 */
export function* inchiSolutions(component: InchiComponent): Generator<InchiSolution> {
  if (component.number.length === 1 && component.mobile.length === 0) {
    yield loneAtom(component);
    return;
  }
  let found = false;
  let tried = 0;
  for (const charge of chargePlacings(component)) {
    for (const licence of LICENCES) {
      const solution = solve(component, charge, licence);
      if (solution === null) continue;
      found = true;
      yield solution;
    }
    if (++tried >= CHARGE_PLACINGS_MAX) break;
  }
  if (found) return;
  for (const charge of chargePlacings(component)) {
    const solution = solve(component, charge, WITH_RADICAL);
    if (solution !== null) yield solution;
    return;
  }
}

/** An atom without bonds: what is left open are unpaired electrons. */
function loneAtom(component: InchiComponent): InchiSolution {
  const hydrogens = component.hydrogens[0]!;
  const { charge } = component;
  return {
    order: [],
    hydrogens: [hydrogens],
    charge: [charge],
    radicals: [radicalElectrons(component.number[0]!, charge, hydrogens, 0)],
    left: [],
  };
}

/** Ways to put the component's charge on its atoms: where valence asks for it first, then by likelihood. */
function* chargePlacings(component: InchiComponent): Generator<readonly number[]> {
  const base = forcedCharges(component);
  const moving = component.mobile.reduce((sum, group) => sum + group.charges, 0);
  const missing = component.charge + moving - base.reduce((sum, each) => sum + each, 0);
  const free = base.map((charge, atom) => (charge === 0 ? atom : -1)).filter((atom) => atom >= 0);
  const sign = Math.sign(missing);
  for (const sites of choices(ranked(component, free, sign), Math.abs(missing))) {
    yield withCharges(base, sites, sign);
  }
  // An inner salt: one more of each sign.
  for (const plus of ranked(component, free, 1)) {
    for (const minus of ranked(component, free, -1)) {
      if (plus === minus) continue;
      const pair = [...base];
      pair[plus] = 1;
      pair[minus] = -1;
      for (const sites of choices(ranked(component, free, sign), Math.abs(missing))) {
        if (!sites.includes(plus) && !sites.includes(minus)) yield withCharges(pair, sites, sign);
      }
    }
  }
}

function withCharges(base: readonly number[], sites: readonly number[], sign: number): readonly number[] {
  const charge = [...base];
  for (const site of sites) charge[site] = sign;
  return charge;
}

/** Subsets of `count` sites in the order of the list. */
function* choices(sites: readonly number[], count: number): Generator<readonly number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let i = 0; i + count <= sites.length; i++) {
    for (const rest of choices(sites.slice(i + 1), count - 1)) yield [sites[i]!, ...rest];
  }
}

/** Charges without which an atom would have too many bonds; a metal alone has the component's charge. */
function forcedCharges(component: InchiComponent): number[] {
  if (component.number.length === 1) return [component.charge];
  const degrees = degreesOf(component);
  return component.number.map((number, atom) => {
    const used = degrees[atom]! + component.hydrogens[atom]!;
    if (number === 7 && used === 4) return hasOpenOxygen(component, degrees, atom) ? 0 : 1;
    if (number === 8 && used === 3) return 1;
    if (number === 5 && used === 4) return -1;
    if (number === 13 && used === 4) return -1;
    if (number === 15 && used === 6) return -1;
    if ((number === 14 || number === 32) && used > 4) return 4 - used;
    return 0;
  });
}

/** Atoms that may carry a charge of this sign, the likeliest first. */
function ranked(component: InchiComponent, atoms: readonly number[], sign: number): readonly number[] {
  const degrees = degreesOf(component);
  const order = sign > 0 ? [7, 15, 16, 8, 34, 6] : [8, 16, 7, 34, 6, 15];
  const place = (atom: number): number => {
    const at = order.indexOf(component.number[atom]!);
    // A positive atom has many bonds, a negative one few.
    return at * 10 + (sign > 0 ? 4 - degrees[atom]! : degrees[atom]!) + component.hydrogens[atom]!;
  };
  return atoms
    .filter((atom) => order.includes(component.number[atom]!))
    .sort((a, b) => place(a) - place(b) || a - b);
}

function degreesOf(component: InchiComponent): number[] {
  const degrees = new Array<number>(component.number.length).fill(0);
  for (const [a, b] of component.bonds) {
    degrees[a]!++;
    degrees[b]!++;
  }
  return degrees;
}

/**
 * True when a neighbour is an oxygen, sulfur or nitrogen with no other bond and no hydrogen. `moving`: also one that
 * moving hydrogens may pass over, because its group has more atoms than hydrogens.
 */
function hasOpenOxygen(
  component: InchiComponent,
  degrees: readonly number[],
  atom: number,
  moving = false,
): boolean {
  const passed = (other: number): boolean =>
    component.mobile.every(
      (group) =>
        !group.atoms.includes(other) || (moving && group.hydrogens + group.charges < group.atoms.length),
    );
  return component.bonds.some(([a, b]) => {
    if (a !== atom && b !== atom) return false;
    const other = a === atom ? b : a;
    const isOpen = degrees[other] === 1 && component.hydrogens[other] === 0 && passed(other);
    return isOpen && [7, 8, 16].includes(component.number[other]!);
  });
}

function solve(component: InchiComponent, charge: readonly number[], licence: Licence): InchiSolution | null {
  const puzzle = new Puzzle(component);
  return puzzle.addAtoms(charge, licence) ? puzzle.solve(charge, licence) : null;
}

/** Open places of atoms, moving hydrogens and an unpaired electron as the points of a matching. */
class Puzzle {
  private readonly component: InchiComponent;
  private size = 0;
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  /** What an edge means when it is chosen: a bond one order higher, a hydrogen or an electron on an atom; -1: nothing. */
  private readonly bondOf: number[] = [];
  private readonly hydrogenOn: number[] = [];
  private readonly electronOn: number[] = [];
  /** The open places of each atom. */
  private readonly places: number[][] = [];

  constructor(component: InchiComponent) {
    this.component = component;
  }

  /** The open places of all atoms; false when one has too many bonds already. */
  addAtoms(charge: readonly number[], licence: Licence): boolean {
    const { component } = this;
    const degrees = degreesOf(component);
    for (let atom = 0; atom < component.number.length; atom++) {
      const used = degrees[atom]! + component.hydrogens[atom]!;
      const room = openPlaces(component, degrees, atom, charge[atom]!, used, licence);
      if (room === null) return false;
      const places = Array.from({ length: room.must + room.may }, () => this.size++);
      this.places.push(places);
      // Places that may stay open in pairs are bound to each other unless something better is found.
      for (let i = room.must; i + 1 < places.length; i += 2) this.addEdge(places[i]!, places[i + 1]!, {});
    }
    return true;
  }

  solve(charge: readonly number[], licence: Licence): InchiSolution | null {
    const { component, places } = this;
    component.bonds.forEach(([a, b], bond) => {
      for (const x of places[a]!) for (const y of places[b]!) this.addEdge(x, y, { bond });
    });
    for (const group of component.mobile) {
      const atoms = holders(component, group.atoms, places, licence.anyHolder);
      for (let i = 0; i < group.hydrogens + group.charges; i++) this.addGuest(atoms, 'hydrogen');
    }
    if (licence.radical) {
      if (this.size % 2 === 0) return null;
      this.addGuest(
        component.number.map((_, atom) => atom),
        'electron',
      );
    }
    const chosen = match(this.size, this.from, this.to);
    return chosen === null ? null : this.told(chosen, charge);
  }

  /** A hydrogen or an electron that takes one place on one of these atoms. */
  private addGuest(atoms: readonly number[], kind: 'hydrogen' | 'electron'): void {
    const guest = this.size++;
    for (const atom of atoms) {
      for (const place of this.places[atom]!) this.addEdge(guest, place, { [kind]: atom });
    }
  }

  private addEdge(
    from: number,
    to: number,
    means: { readonly bond?: number; readonly hydrogen?: number; readonly electron?: number },
  ): void {
    this.from.push(from);
    this.to.push(to);
    this.bondOf.push(means.bond ?? -1);
    this.hydrogenOn.push(means.hydrogen ?? -1);
    this.electronOn.push(means.electron ?? -1);
  }

  /** What the chosen edges say; null where a bond would be more than triple. */
  private told(chosen: readonly number[], charge: readonly number[]): InchiSolution | null {
    const { component } = this;
    const order = component.bonds.map(() => 1);
    const hydrogens = [...component.hydrogens];
    const radicals = component.number.map(() => 0);
    chosen.forEach((isChosen, edge) => {
      if (isChosen === 0) return;
      if (this.bondOf[edge]! >= 0) order[this.bondOf[edge]!]!++;
      if (this.hydrogenOn[edge]! >= 0) hydrogens[this.hydrogenOn[edge]!]!++;
      if (this.electronOn[edge]! >= 0) radicals[this.electronOn[edge]!]!++;
    });
    if (order.some((each) => each > 3)) return null;
    return withMovingCharges(component, { order, hydrogens, charge, radicals, left: [] });
  }
}

/** Places an atom must fill, and places it may fill in pairs; null when it has too many bonds already. */
function openPlaces(
  component: InchiComponent,
  degrees: readonly number[],
  atom: number,
  charge: number,
  used: number,
  { extended, radical }: Licence,
): { must: number; may: number } | null {
  const number = component.number[atom]!;
  const valences =
    charge === 0 ? (EXTENDED.get(number) ?? ELEMENTS[number - 1]!.valences) : chargedValences(number, charge);
  if (valences.length === 0) return { must: 0, may: 0 };
  const open = hasOpenOxygen(component, degrees, atom);
  // Nitrogen with an open oxygen is that of a nitro group or an N-oxide: five, until charges are separated. With an
  // unpaired electron it is that of a nitroxide.
  const floor = number === 7 && charge === 0 && open && used >= 3 && !radical ? 5 : used;
  const lowest = valences.find((each) => each >= floor);
  if (lowest === undefined) return null;
  const highest = valences.at(-1)!;
  const may = extended && hasOpenOxygen(component, degrees, atom, true) ? highest - lowest : 0;
  return { must: lowest - used, may };
}

function chargedValences(number: number, charge: number): readonly number[] {
  if (number === 6) return [3];
  if (number === 16 && charge > 0) return [3, 5];
  if (number === 15 && charge < 0) return [2, 4, 6];
  return ELEMENTS[number - charge - 1]?.valences ?? [];
}

/** Atoms that may take a moving hydrogen: nitrogen where the group has any with a place, unless any atom may. */
function holders(
  component: InchiComponent,
  atoms: readonly number[],
  copies: readonly (readonly number[])[],
  any: boolean,
): readonly number[] {
  const nitrogen = atoms.filter((atom) => component.number[atom] === 7 && copies[atom]!.length > 0);
  return any || nitrogen.length === 0 ? atoms : nitrogen;
}

/** 1 for each edge of a perfect matching, 0 for the others; null when there is none. */
function match(size: number, from: readonly number[], to: readonly number[]): number[] | null {
  const order = new Array<number>(from.length).fill(1);
  const graph = { atomCount: size, order, ...adjacency(size, from, to) };
  const left = kekulise(graph, new Array<number>(size).fill(1), new Array<number>(from.length).fill(1));
  return left === -1 ? order.map((each) => each - 1) : null;
}

/** Moving charges take the place of moving hydrogens, on the most electronegative atoms that got one. */
function withMovingCharges(component: InchiComponent, solution: InchiSolution): InchiSolution | null {
  const hydrogens = [...solution.hydrogens];
  const charge = [...solution.charge];
  const left: number[] = [];
  for (const group of component.mobile) {
    const candidates = group.atoms
      .filter((atom) => hydrogens[atom]! > component.hydrogens[atom]!)
      .sort((a, b) => component.number[b]! - component.number[a]!);
    for (let i = 0; i < group.charges; i++) {
      const holder = candidates.find(
        (atom) => hydrogens[atom]! > component.hydrogens[atom]! && charge[atom] === 0,
      );
      if (holder === undefined) return null;
      hydrogens[holder]!--;
      charge[holder]!--;
      left.push(holder);
    }
  }
  return { ...solution, hydrogens, charge, left };
}
