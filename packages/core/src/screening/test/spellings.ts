import { graphOf, writeSmiles, type Molecule } from '../../goods/index.ts';

/** Odd but right ways of writing a structure, as files of many origins have them. */
export interface Spelling {
  readonly how: string;
  readonly smiles: string;
}

/** Numbers between 0 and 1 that are the same in each run (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The structure in another order of atoms, in its Kekulé form, with hydrogens as atoms, as charges, as salts. */
export function spellings(
  molecule: Molecule,
  counterIons: readonly string[],
  random: () => number,
): readonly Spelling[] {
  const order = (one: Molecule): number[] => one.atoms.map(() => random());
  const shuffled = writeSmiles(molecule, { ranks: order(molecule) });
  const hydrogens = withHydrogens(molecule);
  const base = withProtonOnAmine(molecule);
  const acid = withoutAcidProton(molecule);
  const ion = counterIons[Math.floor(random() * counterIons.length)] ?? 'Cl';
  return [
    { how: 'other order', smiles: shuffled },
    { how: 'other order again', smiles: writeSmiles(molecule, { ranks: order(molecule) }) },
    { how: 'Kekulé form', smiles: writeSmiles(molecule, { ranks: order(molecule), aromatic: false }) },
    { how: 'hydrogens as atoms', smiles: writeSmiles(hydrogens, { ranks: order(hydrogens) }) },
    { how: 'with a title', smiles: `  ${shuffled}\ta title 1.5` },
    { how: 'double bonds to nitro', smiles: shuffled.replaceAll('[N+](=O)[O-]', 'N(=O)=O') },
    { how: `with ${ion}`, smiles: `${ion}.${shuffled}` },
    { how: 'hydrochloride hydrate', smiles: `${shuffled}.Cl.O` },
    { how: 'two to a sulfate', smiles: `${shuffled}.OS(O)(=O)=O.${shuffled}` },
    ...(base === null
      ? []
      : [
          { how: 'as a cation', smiles: writeSmiles(base, { ranks: order(base) }) },
          { how: 'as ions', smiles: `[Cl-].${writeSmiles(base, { ranks: order(base) })}` },
        ]),
    ...(acid === null
      ? []
      : [
          { how: 'as an anion', smiles: `${writeSmiles(acid, { ranks: order(acid) })}.[Na+]` },
          { how: 'as a salt with a bond', smiles: writeSmiles(bondedToSodium(acid)) },
        ]),
  ];
}

/** Every hydrogen as an atom of its own. */
function withHydrogens(molecule: Molecule): Molecule {
  const atoms: Molecule['atoms'][number][] = molecule.atoms.map((atom) => ({
    ...atom,
    hydrogens: 0,
    stereo: null,
  }));
  const bonds = molecule.bonds.map((bond) => ({ ...bond, stereo: null }));
  molecule.atoms.forEach((atom, index) => {
    for (let each = 0; each < atom.hydrogens; each++) {
      bonds.push({ from: index, to: atoms.length, order: 1, aromatic: false, stereo: null });
      atoms.push(plainAtom('H', 0, 0));
    }
  });
  return { atoms, bonds };
}

/** The first amine with a proton more; null where there is none. */
function withProtonOnAmine(molecule: Molecule): Molecule | null {
  const { start, near, via } = graphOf(molecule);
  const places = (atom: number): number[] => via.slice(start[atom], start[atom + 1]);
  const index = molecule.atoms.findIndex(
    (atom, at) =>
      atom.element === 'N' &&
      atom.charge === 0 &&
      !atom.aromatic &&
      places(at).every((bond) => molecule.bonds[bond]!.order === 1) &&
      near
        .slice(start[at], start[at + 1])
        .every((other) => places(other).every((bond) => molecule.bonds[bond]!.order === 1)),
  );
  return index < 0 ? null : charged(molecule, index, 1);
}

/** The first hydroxyl beside a double bond to oxygen with a proton less; null where there is none. */
function withoutAcidProton(molecule: Molecule): Molecule | null {
  const { start, near, via } = graphOf(molecule);
  const index = molecule.atoms.findIndex((atom, at) => {
    if (atom.element !== 'O' || atom.hydrogens !== 1 || atom.charge !== 0) return false;
    const holder = near[start[at]!] ?? -1;
    return via
      .slice(start[holder], start[holder + 1])
      .some(
        (bond, i) =>
          molecule.bonds[bond]!.order === 2 && molecule.atoms[near[start[holder]! + i]!]!.element === 'O',
      );
  });
  return index < 0 ? null : charged(molecule, index, -1);
}

function charged(molecule: Molecule, index: number, by: 1 | -1): Molecule {
  return {
    atoms: molecule.atoms.map((atom, at) =>
      at === index
        ? { ...atom, charge: atom.charge + by, hydrogens: atom.hydrogens + by, stereo: null }
        : atom,
    ),
    bonds: molecule.bonds,
  };
}

/** An anion with its sodium on it, as drawn by people who draw salts so. */
function bondedToSodium(anion: Molecule): Molecule {
  const index = anion.atoms.findIndex((atom) => atom.element === 'O' && atom.charge === -1);
  return {
    atoms: [
      ...anion.atoms.map((atom, at) => (at === index ? { ...atom, charge: 0 } : atom)),
      plainAtom('Na', 0, 0),
    ],
    bonds: [...anion.bonds, { from: index, to: anion.atoms.length, order: 1, aromatic: false, stereo: null }],
  };
}

function plainAtom(element: string, charge: number, hydrogens: number): Molecule['atoms'][number] {
  return { element, charge, isotope: 0, hydrogens, radicals: 0, aromatic: false, stereo: null, map: 0 };
}
