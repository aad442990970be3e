import { describe, expect, test } from 'vitest';
import type { Molecule } from './molecule.ts';
import { readSmiles } from './smiles-reader.ts';
import { writeSmiles } from './smiles-writer.ts';

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

const aromaticAtoms = (smiles: string) => molecule(smiles).atoms.filter((atom) => atom.aromatic).length;
const aromaticBonds = (smiles: string) => molecule(smiles).bonds.filter((bond) => bond.aromatic).length;

describe('aromatic atoms in RDKit’s model', () => {
  test.each([
    ['benzene', 'C1=CC=CC=C1', 6],
    ['cyclobutadiene', 'C1=CC=C1', 0],
    ['cyclooctatetraene', 'C1=CC=CC=CC=C1', 0],
    ['pyridine', 'C1=CC=NC=C1', 6],
    ['pyrrole', 'C1=CNC=C1', 5],
    ['furan', 'C1=COC=C1', 5],
    ['thiophene', 'C1=CSC=C1', 5],
    ['selenophene', 'C1=C[Se]C=C1', 5],
    ['cyclopentadiene', 'C1C=CC=C1', 0],
    ['cyclopentadienide', '[CH-]1C=CC=C1', 5],
    ['tropylium', '[CH+]1C=CC=CC=C1', 7],
    ['cyclopropenylium', '[CH+]1C=C1', 3],
    ['tropone: the oxygen takes the electrons away', 'O=C1C=CC=CC=C1', 7],
    ['2-pyridone', 'O=C1NC=CC=C1', 6],
    ['benzoquinone', 'O=C1C=CC(=O)C=C1', 0],
    ['fulvene', 'C=C1C=CC=C1', 0],
    ['naphthalene', 'C1=CC=C2C=CC=CC2=C1', 10],
    ['azulene: only both rings together', 'C1=CC2=CC=CC2=CC=C1', 10],
    ['pentalene', 'C1=CC2=CC=CC2=C1', 0],
    ['indole', 'C1=CC=C2C(=C1)C=CN2', 9],
    ['imidazole', 'C1=CN=CN1', 5],
    ['caffeine', 'CN1C=NC2=C1C(=O)N(C)C(=O)N2C', 9],
    ['borole', 'B1C=CC=C1', 0],
    ['a radical on nitrogen', '[N]1C=CC=C1', 0],
    ['sulfone in the ring', 'O=S1(=O)C=CC=C1', 0],
    ['benzyne', 'C1=CC=CC#C1', 6],
    [
      'porphin: four atoms of its rim lie outside every aromatic path',
      'C1=CC2=CC3=CC=C(N3)C=C3C=CC(=N3)C=C3C=CC(=CC1=N2)N3',
      20,
    ],
    ['silabenzene', '[SiH]1=CC=CC=C1', 6],
    ['a mesoionic oxatriazole', 'C[N+]1=NOC([O-])=N1', 5],
  ])('%s', (_, smiles, count) => {
    expect(aromaticAtoms(smiles)).toBe(count);
  });

  test('the bond between the rings of azulene is not aromatic, that of naphthalene is', () => {
    expect(aromaticBonds('C1=CC2=CC=CC2=CC=C1')).toBe(10);
    expect(aromaticBonds('C1=CC=C2C=CC=CC2=C1')).toBe(11);
  });

  test('Kekulé and aromatic text of one structure give the same flags', () => {
    for (const smiles of [
      'Cn1cnc2c1c(=O)n(C)c(=O)n2C',
      'c1ccc2cccc-2cc1',
      'O=c1cc[nH]cc1',
      'c1ccc2c(c1)ncn2C',
    ]) {
      const aromatic = molecule(smiles);
      const kekule = molecule(
        writeSmiles(aromatic, { aromatic: false, ranks: aromatic.atoms.map((__, i) => i) }),
      );
      const flags = (each: Molecule) =>
        each.atoms.map((atom) => `${atom.element}${atom.aromatic ? 1 : 0}`).sort();
      expect(flags(kekule)).toEqual(flags(aromatic));
    }
  });
});
