import { atomMass, elementOf } from './element.ts';
import type { Molecule } from './molecule.ts';
import { graphOf } from './molecule-graph.ts';

const HYDROGEN = 1;
const CARBON = 6;

/**
 * The formula in Hill's order: carbon, hydrogen, then alphabetical. Hydrogen comes first also where there is no carbon
 * (`HCl`, as the toolkit and everybody but Hill writes it). The whole of a salt summed up, isotopes as their element, a
 * charge at the end: `C22H28N2O`, `C5H14NO+`, sulfate as `O4S-2`.
 */
export function hillFormula(molecule: Molecule): string {
  const graph = graphOf(molecule);
  const counts = new Map<number, number>();
  let hydrogens = 0;
  let charge = 0;
  for (let atom = 0; atom < graph.atomCount; atom++) {
    const number = graph.number[atom]!;
    counts.set(number, (counts.get(number) ?? 0) + 1);
    hydrogens += graph.hydrogens[atom]!;
    charge += graph.charge[atom]!;
  }
  if (hydrogens > 0) counts.set(1, (counts.get(1) ?? 0) + hydrogens);
  return hillText(counts, charge);
}

/** Counts of atoms by atomic number, and a total charge, as a formula in Hill's order. */
export function hillText(counts: ReadonlyMap<number, number>, charge: number): string {
  const rank = (number: number): string =>
    number === CARBON ? ' 0' : number === HYDROGEN ? ' 1' : elementOf(number).symbol;
  const ordered = [...counts].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  const atoms = ordered.map(([number, count]) => elementOf(number).symbol + (count === 1 ? '' : count));
  const size = Math.abs(charge);
  return atoms.join('') + (charge === 0 ? '' : (charge > 0 ? '+' : '-') + (size === 1 ? '' : size));
}

/** Average mass in unified atomic mass units: standard atomic weights, isotopic masses for named isotopes. */
export function averageMass(molecule: Molecule): number {
  const graph = graphOf(molecule);
  const hydrogen = elementOf(HYDROGEN).weight;
  let mass = 0;
  for (let atom = 0; atom < graph.atomCount; atom++) {
    mass += atomMass(graph.number[atom]!, graph.isotope[atom]!) + graph.hydrogens[atom]! * hydrogen;
  }
  return mass;
}
