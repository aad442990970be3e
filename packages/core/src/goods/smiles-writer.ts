import { elementOf } from './element.ts';
import type { Molecule } from './molecule.ts';
import { graphOf } from './molecule-graph.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import { aromaticValence, impliedHydrogens } from './molecule-valence.ts';
import { slashesFor } from './smiles-slashes.ts';
import type { Slashes } from './smiles-slashes.ts';
import { walkMolecule } from './smiles-walk.ts';
import type { SmilesWalk } from './smiles-walk.ts';

export interface SmilesOptions {
  /** False leaves stereo and isotopes out. Default true. */
  readonly isomeric?: boolean;
  /** Lower-case aromatic atoms. Default true; false writes the Kekulé form. */
  readonly aromatic?: boolean;
  /** Atom-map numbers. Default true. */
  readonly maps?: boolean;
  /** Order in which atoms are preferred, smallest first (`canonicalRanks`). Default: as in the molecule. */
  readonly ranks?: readonly number[];
}

/** Atomic numbers of the organic subset, which may stand without brackets. */
const ORGANIC: ReadonlySet<number> = new Set([5, 6, 7, 8, 9, 15, 16, 17, 35, 53]);
/** Atomic numbers that may be written lower-case. */
const LOWER_CASE: ReadonlySet<number> = new Set([5, 6, 7, 8, 14, 15, 16, 33, 34, 52]);

/**
 * A SMILES of the molecule that reads back as the same molecule: stereo, isotopes, charges, radicals and maps kept.
 * The same value gives the same text; different numberings give different texts unless `ranks` are canonical.
 */
export function writeSmiles(molecule: Molecule, options: SmilesOptions = {}): string {
  return new Writer(molecule, options).write();
}

class Writer {
  private readonly molecule: Molecule;
  private readonly graph: MoleculeGraph;
  private readonly isomeric: boolean;
  private readonly maps: boolean;
  /** True when aromatic atoms are written lower-case. */
  private readonly lower: boolean;
  private readonly walk: SmilesWalk;
  private readonly slashes: Slashes | null;
  /** Numbers of open ring closures by bond, and which numbers are taken. */
  private readonly ringNumber = new Map<number, number>();
  private readonly taken = new Set<number>();

  constructor(molecule: Molecule, options: SmilesOptions) {
    this.molecule = molecule;
    this.graph = graphOf(molecule);
    this.isomeric = options.isomeric ?? true;
    this.maps = options.maps ?? true;
    this.lower = (options.aromatic ?? true) && canBeLowerCase(this.graph);
    this.walk = walkMolecule(this.graph, options.ranks ?? null);
    this.slashes =
      this.isomeric && molecule.bonds.some((bond) => bond.stereo !== null)
        ? slashesFor(molecule, this.walk)
        : null;
  }

  write(): string {
    let text = '';
    /** What remains to be written, last first: atoms, or text for -1. */
    const pending: (number | string)[] = [];
    for (const root of this.walk.roots) {
      if (text !== '') text += '.';
      pending.push(root);
      while (pending.length > 0) {
        const next = pending.pop()!;
        if (typeof next === 'string') {
          text += next;
          continue;
        }
        text += this.atomText(next) + this.closuresText(next);
        const branches = this.branchesOf(next);
        for (let i = branches.length - 1; i >= 0; i--) {
          const inParentheses = i < branches.length - 1;
          if (inParentheses) pending.push(')');
          const { bond, atom } = branches[i]!;
          pending.push(atom);
          pending.push(inParentheses ? `(${bond}` : bond);
        }
      }
    }
    return text;
  }

  /** What follows an atom: a hydrogen that carries a slash, then its children in the tree. */
  private branchesOf(atom: number): { bond: string; atom: number | string }[] {
    const branches: { bond: string; atom: number | string }[] = [];
    const side = this.slashes?.hydrogenSide.get(atom) ?? 0;
    if (side !== 0) branches.push({ bond: side > 0 ? '/' : '\\', atom: '[H]' });
    for (const child of this.walk.children[atom]!) {
      branches.push({ bond: this.bondText(child.bond, atom), atom: child.atom });
    }
    return branches;
  }

  /** Ring-closure numbers after an atom: those that close here, then those that open. */
  private closuresText(atom: number): string {
    let text = '';
    const freed: number[] = [];
    for (const { bond, opens } of this.walk.closures[atom]!) {
      if (opens) {
        let number = 1;
        while (this.taken.has(number)) number++;
        this.taken.add(number);
        this.ringNumber.set(bond, number);
        text += this.bondText(bond, atom) + ringText(number);
      } else {
        const number = this.ringNumber.get(bond)!;
        freed.push(number);
        text += ringText(number);
      }
    }
    for (const number of freed) this.taken.delete(number);
    return text;
  }

  private bondText(bond: number, from: number): string {
    const { graph } = this;
    const rise = this.slashes?.rise[bond] ?? 0;
    if (rise !== 0) return rise > 0 === (graph.from[bond] === from) ? '/' : '\\';
    if (this.lower && graph.bondAromatic[bond] === 1) return '';
    switch (graph.order[bond]) {
      case 2:
        return '=';
      case 3:
        return '#';
      case 4:
        return '$';
      default:
        return this.isLower(graph.from[bond]!) && this.isLower(graph.to[bond]!) ? '-' : '';
    }
  }

  private isLower(atom: number): boolean {
    return this.lower && this.graph.aromatic[atom] === 1;
  }

  private atomText(atom: number): string {
    const { graph } = this;
    const number = graph.number[atom]!;
    const lower = this.isLower(atom);
    const { symbol } = elementOf(number);
    const written = lower ? symbol.toLowerCase() : symbol;
    const apart = this.slashes?.hydrogenSide.has(atom) === true ? 1 : 0;
    const hydrogens = graph.hydrogens[atom]! - apart;
    const turn = this.isomeric ? this.turnText(atom) : '';
    const isotope = this.isomeric ? graph.isotope[atom]! : 0;
    const map = this.maps ? graph.map[atom]! : 0;
    const charge = graph.charge[atom]!;
    if (
      turn === '' &&
      isotope === 0 &&
      map === 0 &&
      charge === 0 &&
      graph.radicals[atom] === 0 &&
      ORGANIC.has(number) &&
      this.impliedOn(atom, lower, apart) === hydrogens
    ) {
      return written;
    }
    const hydrogenText = hydrogens === 0 ? '' : hydrogens === 1 ? 'H' : `H${hydrogens}`;
    const isotopeText = isotope === 0 ? '' : String(isotope);
    return `[${isotopeText}${written}${turn}${hydrogenText}${chargeText(charge)}${map === 0 ? '' : `:${map}`}]`;
  }

  /** Hydrogens a reader would give the atom without brackets. */
  private impliedOn(atom: number, lower: boolean, apart: number): number {
    const { graph } = this;
    const number = graph.number[atom]!;
    let twice = 2 * apart;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      const bond = graph.via[i]!;
      twice += this.lower && graph.bondAromatic[bond] === 1 ? 3 : 2 * graph.order[bond]!;
    }
    const valence = lower ? aromaticValence(number, 0, twice) : twice >> 1;
    return impliedHydrogens(number, 0, valence, lower);
  }

  /** `@` or `@@` for the neighbours in the order they are written, or nothing. */
  private turnText(atom: number): string {
    const stereo = this.molecule.atoms[atom]!.stereo;
    if (stereo === null) return '';
    const order: number[] = [];
    const parent = this.walk.parent[atom]!;
    if (parent >= 0) order.push(parent);
    if (stereo.order.includes(-1)) order.push(-1);
    for (const { bond } of this.walk.closures[atom]!) {
      order.push(this.graph.from[bond] === atom ? this.graph.to[bond]! : this.graph.from[bond]!);
    }
    for (const child of this.walk.children[atom]!) order.push(child.atom);
    const even = isEvenPermutation(stereo.order, order);
    if (even === null) return '';
    return even === (stereo.turn === '@') ? '@' : '@@';
  }
}

/** True when `b` is an even permutation of `a`; null when it is none. */
export function isEvenPermutation(a: readonly number[], b: readonly number[]): boolean | null {
  if (a.length !== b.length) return null;
  const places = b.map((each) => a.indexOf(each));
  if (places.includes(-1)) return null;
  let even = true;
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      if (places[i] === places[j]) return null;
      if (places[i]! > places[j]!) even = !even;
    }
  }
  return even;
}

/** False when some aromatic atom has no lower-case symbol, or an aromatic ring holds a triple bond. */
function canBeLowerCase(graph: MoleculeGraph): boolean {
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (graph.aromatic[atom] === 1 && !LOWER_CASE.has(graph.number[atom]!)) return false;
  }
  for (let bond = 0; bond < graph.bondCount; bond++) {
    if (graph.bondAromatic[bond] === 1 && graph.order[bond]! > 2) return false;
  }
  return true;
}

function chargeText(charge: number): string {
  if (charge === 0) return '';
  const size = Math.abs(charge);
  return (charge > 0 ? '+' : '-') + (size === 1 ? '' : String(size));
}

function ringText(number: number): string {
  return number < 10 ? String(number) : number < 100 ? `%${number}` : `%(${number})`;
}
