import { hillFormula, ringSystems, type Bond, type Molecule } from '../goods/index.ts';

/**
 * What positional isomers have in common: formula, ring systems, functional groups. Two structures that differ here
 * are no positional isomers; two that agree may be, and a person compares their core (21 CFR 1300.01, "positional
 * isomer": same formula and core structure, same functional groups at any position, none created and none lost).
 */
export function positionalSignature(molecule: Molecule): string {
  const systems = ringSystems(molecule);
  const home = new Map(systems.flatMap((system, index) => system.map((atom) => [atom, index])));
  const inRing = ({ from, to }: Bond): boolean => home.has(from) && home.get(from) === home.get(to);
  const groups = molecule.atoms.flatMap((_, index) =>
    home.has(index) ? [] : functionalGroup(molecule, index),
  );
  const unsaturated = molecule.bonds.filter(
    (bond) =>
      !inRing(bond) &&
      bond.order > 1 &&
      elementAt(molecule, bond.from) === 'C' &&
      elementAt(molecule, bond.to) === 'C',
  ).length;
  const rings = systems.map((system, index) => {
    const bonds = molecule.bonds.filter((bond) => inRing(bond) && home.get(bond.from) === index).length;
    return ringSystemWord(molecule, system, bonds);
  });
  return [
    hillFormula(molecule),
    rings.sort().join(' '),
    groups.sort().join(' '),
    `C=C ${String(unsaturated)}`,
  ].join(' | ');
}

/** A ring system in a word: its elements, how many of its atoms are aromatic, how many bonds close it. */
function ringSystemWord(molecule: Molecule, system: readonly number[], bonds: number): string {
  const elements = system.map((atom) => elementAt(molecule, atom)).sort();
  const aromatic = system.filter((atom) => molecule.atoms[atom]?.aromatic === true).length;
  return `${elements.join('')}/${String(aromatic)}/${String(bonds)}`;
}

/** The functional group a hetero atom outside rings stands for; carbon stands for none. */
function functionalGroup(molecule: Molecule, index: number): string[] {
  const atom = molecule.atoms[index];
  if (atom === undefined || atom.element === 'C' || atom.element === 'H') return [];
  const others = bondsOf(molecule, index);
  const onlySingleCarbons = others.every((other) => other.element === 'C' && other.order === 1);
  const acyl = others.some((other) => other.element === 'C' && isCarbonyl(molecule, other.atom, index))
    ? ' of acyl'
    : '';
  if (atom.element === 'N' && onlySingleCarbons && atom.charge === 0) return [`amine${acyl}`];
  if (atom.element === 'O' && onlySingleCarbons && atom.charge === 0) {
    return [`${atom.hydrogens > 0 ? 'hydroxy' : 'ether'}${acyl}`];
  }
  const around = others.map((other) => `${String(other.order)}${other.element}`).sort();
  const holder = others.find((other) => other.element === 'C' && other.order === 2);
  // Aldehyde and ketone are different groups: a carbonyl is told apart by what its carbon holds.
  const hydrogens = holder === undefined ? 0 : (molecule.atoms[holder.atom]?.hydrogens ?? 0);
  return [`${atom.element}${String(atom.charge)}(${around.join(',')})h${String(hydrogens)}`];
}

/** True when `carbon` is doubly bonded to an oxygen other than `besides`. */
function isCarbonyl(molecule: Molecule, carbon: number, besides: number): boolean {
  return bondsOf(molecule, carbon).some(
    (other) => other.atom !== besides && other.order === 2 && other.element === 'O',
  );
}

function bondsOf(
  molecule: Molecule,
  atom: number,
): readonly { readonly atom: number; readonly element: string; readonly order: Bond['order'] }[] {
  return molecule.bonds
    .filter(({ from, to }) => from === atom || to === atom)
    .map(({ from, to, order }) => {
      const other = from === atom ? to : from;
      return { atom: other, element: elementAt(molecule, other), order };
    });
}

function elementAt(molecule: Molecule, atom: number): string {
  return molecule.atoms[atom]?.element ?? '';
}
