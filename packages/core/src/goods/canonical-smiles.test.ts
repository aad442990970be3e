import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalRanks, canonicalSmiles, withRealStereo } from './canonical-smiles.ts';
import { hasIsotopes, hasStereo, withoutIsotopes, withoutMaps, withoutStereo } from './molecule-form.ts';
import { components, partOf } from './molecule-part.ts';
import type { Molecule } from './molecule.ts';
import { readSmiles } from './smiles-reader.ts';
import { writeSmiles } from './smiles-writer.ts';
import { benchStructures } from './test/bench-structures.ts';

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

const canonical = (smiles: string) => canonicalSmiles(molecule(smiles));

describe('one text for one structure', () => {
  test.each([
    ['OCC', 'CCO'],
    ['C(O)C', 'CCO'],
    ['C1=CC=CC=C1', 'c1ccccc1'],
    ['Cl.CN', 'NC.Cl'],
    ['N[C@@H](C)C(=O)O', 'OC(=O)[C@H](C)N'],
    ['F/C=C/F', 'F\\C=C\\F'],
    ['C/C=C/C=C\\C', 'C\\C=C/C=C/C'],
    ['C[C@H](O)C', 'CC(O)C'],
    ['C/C=C(/C)C', 'CC=C(C)C'],
    ['C[C@@H]1CC[C@H](C)CC1', 'C[C@H]1CC[C@@H](C)CC1'],
    ['C[C@]1(F)CCCCC1', 'CC1(F)CCCCC1'],
    ['OC(=O)[C@H](O)[C@H](O)C(=O)O', 'OC(=O)[C@@H](O)[C@@H](O)C(=O)O'],
  ])('%s and %s are one', (a, b) => {
    expect(canonical(a)).toBe(canonical(b));
  });

  test.each([
    ['CCO', 'COC'],
    ['N[C@@H](C)C(=O)O', 'N[C@H](C)C(=O)O'],
    ['F/C=C/F', 'F/C=C\\F'],
    ['C[C@@H]1CC[C@H](C)CC1', 'C[C@@H]1CC[C@@H](C)CC1'],
    ['OC(=O)[C@H](O)[C@@H](O)C(=O)O', 'OC(=O)[C@H](O)[C@H](O)C(=O)O'],
    ['C', '[13CH4]'],
    ['[NH4+]', 'N'],
    ['C1CCCCC1.C1CCCCC1', 'C1CCCCCCCCCCC1'],
    // Same neighbourhoods at every atom, yet two structures: only breaking ties tells them apart.
    ['C12CCC(CC1)CC2', 'C1CC2CCC1CC2C'],
  ])('%s and %s are two', (a, b) => {
    expect(canonical(a)).not.toBe(canonical(b));
  });

  test('the constitution alone leaves stereo and isotopes out', () => {
    expect(canonicalSmiles(molecule('[13CH3][C@H](F)Cl'), { isomeric: false })).toBe(
      canonicalSmiles(molecule('C[C@@H](F)Cl'), { isomeric: false }),
    );
  });

  test('the canonical text is one of the structure, and stays the same read again', () => {
    for (const smiles of ['CC(=O)Oc1ccccc1C(=O)O', 'C[C@@H]1CC[C@H](C)CC1', 'C12C3C4C1C5C2C3C45']) {
      expect(canonical(canonical(smiles))).toBe(canonical(smiles));
    }
  });

  test('every atom has a rank of its own', () => {
    const ranks = canonicalRanks(molecule('CC(C)(C)c1ccccc1'));
    expect(new Set(ranks).size).toBe(ranks.length);
  });
});

const structures = benchStructures(400);

test.skipIf(structures.length === 0)('public structures in any order of their atoms give one text', () => {
  fc.assert(
    fc.property(fc.constantFrom(...structures), fc.infiniteStream(fc.nat()), (smiles, stream) => {
      const given = molecule(smiles);
      const ranks = given.atoms.map(() => stream.next().value as number);
      expect(canonicalSmiles(molecule(writeSmiles(given, { ranks })))).toBe(canonicalSmiles(given));
    }),
    { numRuns: 400 },
  );
});

describe('forms of a molecule', () => {
  test('without stereo, isotopes, maps', () => {
    const given = molecule('[13CH3:1][C@H](F)/C=C/[2H]');
    expect([hasStereo(given), hasIsotopes(given)]).toEqual([true, true]);
    expect(hasStereo(withoutStereo(given))).toBe(false);
    const natural = withoutIsotopes(given);
    expect(hasIsotopes(natural)).toBe(false);
    expect(canonicalSmiles(withoutMaps(natural))).toBe(canonical('C[C@H](F)C=C'));
    const plain = molecule('CCO');
    expect(withoutStereo(plain)).toBe(plain);
    expect(withoutIsotopes(plain)).toBe(plain);
    expect(withoutMaps(plain)).toBe(plain);
  });

  test('deuterium becomes a hydrogen like any other, and a centre it made is none', () => {
    expect(canonicalSmiles(withoutIsotopes(molecule('[2H]O[2H]')))).toBe('O');
    expect(canonicalSmiles(withoutIsotopes(molecule('[2H][C@H](C)O')))).toBe(canonical('CCO'));
    expect(canonicalSmiles(withoutIsotopes(molecule('[2H][C@](F)(Cl)C')))).toBe(canonical('[H][C@](F)(Cl)C'));
    expect(canonicalSmiles(withoutIsotopes(molecule('[2H]/C(F)=C/Cl')))).toBe(canonical('[H]/C(F)=C/Cl'));
  });

  test('marks that tell nothing apart are not real', () => {
    expect(hasStereo(withRealStereo(molecule('C[C@H](O)C')))).toBe(false);
    expect(hasStereo(withRealStereo(molecule('C[C@H](O)CC')))).toBe(true);
    expect(hasStereo(withRealStereo(molecule('C[C@@H]1CC[C@H](C)CC1')))).toBe(true);
  });

  test('parts keep their stereo where all neighbours come along', () => {
    const given = molecule('N[C@@H](C)C(=O)O.Cl.F/C=C/F');
    const [first, second, third] = components(given);
    expect(canonicalSmiles(first!)).toBe(canonical('N[C@@H](C)C(=O)O'));
    expect(canonicalSmiles(second!)).toBe('Cl');
    expect(canonicalSmiles(third!)).toBe(canonical('F/C=C/F'));
    expect(hasStereo(partOf(given, [0, 1, 2]))).toBe(false);
    expect(components(first!)).toEqual([first]);
  });
});
