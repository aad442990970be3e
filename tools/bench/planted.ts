import { counterIonIndex, isOrganic, readSmiles, writeSmiles, type Law, type Molecule } from '@custody/core';
import { seeded, spellings } from '../../packages/core/src/screening/test/spellings.ts';

/** Counter-ions and solvents of the published list that are laid beside what is planted. */
const SALTS = ['Cl', 'Br', '[H+].[Cl-]', 'OC(=O)C(F)(F)F', 'OC(=O)CC(O)(CC(O)=O)C(O)=O', 'O'];

/**
 * Structures in which the law has something to find: every substance of the law that is no counter-ion or solvent
 * itself, its salts, and the examples of every class rule that stand within it, each in odd spellings.
 */
export function plantedLines(law: Law): readonly string[] {
  const random = seeded(20_261_122);
  const ions = counterIonIndex(law.lists.counterIons.list);
  const named = law.substances.flatMap(({ structure }) => {
    const molecule = structure === null ? null : moleculeOf(structure.smiles);
    return molecule !== null && isOrganic(molecule) && ions.find(molecule) === null ? [molecule] : [];
  });
  const members = law.rules.flatMap(({ examplesIn }) =>
    examplesIn.flatMap(({ smiles }) => moleculeOf(smiles) ?? []),
  );
  return [...named, ...members].flatMap((molecule) => [
    ...spellings(molecule, SALTS, random).map(({ smiles }) => smiles),
    ...SALTS.map((salt) => `${writeSmiles(molecule)}.${salt}`),
  ]);
}

function moleculeOf(smiles: string): Molecule | null {
  const read = readSmiles(smiles);
  return read.ok ? read.value : null;
}
