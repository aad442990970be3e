import { describe, expect, test } from 'vitest';
import type { Molecule } from './molecule.ts';
import { readSmiles } from './smiles-reader.ts';
import { findScaffold, searchScaffold } from './substructure.ts';
import type { ScaffoldOptions } from './substructure.ts';

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

const count = (pattern: string, smiles: string, options?: ScaffoldOptions) =>
  findScaffold(molecule(pattern), molecule(smiles), options).length;

const AP = 'N1CCC(CC1)Nc1ccccc1';
const FENTANYL = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1';

describe('where a scaffold lies', () => {
  test.each([
    ['itself, every way round', 'c1ccccc1', 'c1ccccc1', 12],
    ['once per set of atoms', 'c1ccccc1', 'c1ccccc1', 1, { unique: true }],
    ['4-anilinopiperidine in fentanyl: both rings turn over', AP, FENTANYL, 4],
    ['not in benzylpiperidine', AP, 'C1CCN(Cc2ccccc2)CC1', 0],
    ['not with the nitrogen at position 3', AP, 'N1CCCC(C1)Nc1ccccc1', 0],
    ['aromatic atoms match aromatic ones only', 'C1CCCCC1', 'c1ccccc1', 0],
    ['single matches single only', 'CC', 'C=C', 0],
    ['a chain in a ring', 'CCC', 'C1CC1', 6],
    ['a chain kept out of rings', 'CCC', 'C1CC1', 0, { chainsOutsideRings: true }],
    ['a charge in the pattern must be there', '[NH4+]', 'CN', 0],
    ['a neutral atom may be charged', 'CN', 'C[NH3+]', 1],
    ['unless the caller says neutral', 'CN', 'C[NH3+]', 0, { neutralIsNeutral: true }],
    ['an isotope in the pattern must be there', '[13CH4]', 'C[13CH3]', 1],
    ['two components', 'CO.CO', 'COCCOC', 8],
    ['larger than the molecule', 'CCC', 'CC', 0],
    ['nitro', '[N+](=O)[O-]', 'C[N+](=O)[O-]', 1],
  ] as const)('%s', (_, pattern, smiles, expected, options?: ScaffoldOptions) => {
    expect(count(pattern, smiles, options)).toBe(expected);
  });

  test('a match gives the atom of the molecule at each atom of the pattern', () => {
    const pattern = molecule('[NH:1]1[CH2:2][CH2:3][CH:4]([CH2:5][CH2:6]1)[NH:7]c1ccccc1');
    const target = molecule(FENTANYL);
    for (const match of findScaffold(pattern, target)) {
      match.forEach((atom, i) => expect(target.atoms[atom]!.element).toBe(pattern.atoms[i]!.element));
      for (const bond of pattern.bonds) {
        const [a, b] = [match[bond.from]!, match[bond.to]!];
        expect(
          target.bonds.some(({ from, to }) => (from === a && to === b) || (from === b && to === a)),
        ).toBe(true);
      }
      expect(new Set(match).size).toBe(match.length);
    }
  });
});

describe('limits are told', () => {
  const chain = molecule('C'.repeat(60));

  test('a search that was cut short says so', () => {
    expect(searchScaffold(molecule('CCCC'), chain, { matchesMax: 5 })).toMatchObject({ complete: false });
    expect(searchScaffold(molecule('CCCC'), chain, { stepsMax: 10 })).toMatchObject({ complete: false });
    expect(searchScaffold(molecule('CCCC'), chain)).toMatchObject({ complete: true });
    expect(searchScaffold(molecule('CCCN'), chain, { stepsMax: 1 })).toEqual({ matches: [], complete: true });
  });

  test('a hard search ends', () => {
    const brush = molecule(`${'C(C)(C)'.repeat(200)}C`);
    const start = performance.now();
    const search = searchScaffold(
      molecule(`${'C(C)(C)'.repeat(12)}O`),
      molecule(`${'C(C)(C)'.repeat(200)}CCO`),
    );
    expect(search.matches).toEqual([]);
    expect(searchScaffold(molecule('C(C)(C)'.repeat(12)), brush).complete).toBe(false);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
