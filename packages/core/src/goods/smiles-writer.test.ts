import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalSmiles } from './canonical-smiles.ts';
import { hillFormula } from './formula.ts';
import type { Molecule } from './molecule.ts';
import { EVERYDAY } from './test/everyday.ts';
import { readSmiles } from './smiles-reader.ts';
import { isEvenPermutation, writeSmiles } from './smiles-writer.ts';

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

describe('a text that says the same', () => {
  test.each([
    ['C', 'C'],
    ['OCC', 'OCC'],
    ['C1=CC=CC=C1', 'c1ccccc1'],
    ['C1=CNC=C1', 'c1c[nH]cc1'],
    ['[CH3]', '[CH3]'],
    ['[13CH4]', '[13CH4]'],
    ['[NH4+].[Cl-]', '[NH4+].[Cl-]'],
    ['[O--].[Ca++]', '[O-2].[Ca+2]'],
    ['CN(=O)=O', 'C[N+]([O-])=O'],
    ['c1ccccc1c1ccccc1', 'c1ccccc1-c1ccccc1'],
    ['[CH3:1][OH:2]', '[CH3:1][OH:2]'],
    ['N[C@@H](C)C(=O)O', 'N[C@@H](C)C(=O)O'],
    ['F/C=C/Cl', 'F/C=C/Cl'],
    ['C/C=C/C=C\\C', 'C/C=C/C=C\\C'],
    ['[2H]O[2H]', '[2H]O[2H]'],
    ['[H][H]', '[H][H]'],
    ['[Na]', '[Na]'],
    ['C1CC12CC2', 'C1CC12CC2'],
  ])('%s is written %s', (given, written) => {
    expect(writeSmiles(molecule(given))).toBe(written);
  });

  test('Kekulé form, bare constitution, without maps', () => {
    expect(writeSmiles(molecule('c1ccccc1'), { aromatic: false })).toMatch(/^C(1=CC=CC=C1|=1C=CC=CC1)$/);
    expect(writeSmiles(molecule('[13CH3][C@H](F)Cl'), { isomeric: false })).toBe('CC(F)Cl');
    expect(writeSmiles(molecule('[CH3:1][OH:2]'), { maps: false })).toBe('CO');
  });

  test('more than nine rings open at once', () => {
    const cage = molecule(
      `C${Array.from({ length: 12 }, (_, i) => `%${i + 10}`).join('')}`.replace('C', '[U]') +
        Array.from({ length: 12 }, (_, i) => `CC%${i + 10}`).join(''),
    );
    const again = molecule(writeSmiles(cage));
    expect(again.bonds).toHaveLength(cage.bonds.length);
  });

  test('branches stay shallow however long the structure is', () => {
    const comb = molecule(`C${'(C)C'.repeat(300)}`);
    let depth = 0;
    let deepest = 0;
    for (const character of writeSmiles(comb)) {
      if (character === '(') deepest = Math.max(deepest, ++depth);
      if (character === ')') depth--;
    }
    expect(deepest).toBeLessThan(10);
  });
});

describe('whatever order the atoms are written in, the structure comes back', () => {
  test.each(EVERYDAY)('%s', (_, smiles) => {
    const given = molecule(smiles);
    const canonical = canonicalSmiles(given);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.boolean(), (stream, aromatic) => {
        const ranks = given.atoms.map(() => stream.next().value as number);
        const text = writeSmiles(given, { ranks, aromatic });
        const again = molecule(text);
        expect(hillFormula(again)).toBe(hillFormula(given));
        expect(again.bonds).toHaveLength(given.bonds.length);
        expect(again.atoms.filter((atom) => atom.aromatic)).toHaveLength(
          given.atoms.filter((atom) => atom.aromatic).length,
        );
        expect(canonicalSmiles(again), text).toBe(canonical);
      }),
      { numRuns: 12 },
    );
  });
});

describe('slashes', () => {
  test('an open double bond between two defined ones stays open, with hydrogens to carry the slashes', () => {
    const given = molecule('C/C=C(\\[H])C(F)=C(F)C(/[H])=C/C');
    expect(given.bonds.filter((bond) => bond.stereo !== null)).toHaveLength(2);
    const text = writeSmiles(given);
    expect(text).toContain('[H]');
    const again = molecule(text);
    expect(again.bonds.filter((bond) => bond.stereo !== null)).toHaveLength(2);
    expect(canonicalSmiles(again)).toBe(canonicalSmiles(given));
  });

  test('a slash that two double bonds share says the same of both', () => {
    const given = molecule('OC1/C(=C(O)\\C=C\\F)C(=O)N1');
    expect(given.bonds.filter((bond) => bond.stereo !== null)).toHaveLength(2);
    expect(canonicalSmiles(molecule(writeSmiles(given)))).toBe(canonicalSmiles(given));
  });

  test('the hydrogen of an imine', () => {
    const given = molecule('[H]/N=C(/C)F');
    expect(writeSmiles(given)).toContain('[H]');
    expect(canonicalSmiles(molecule(writeSmiles(given)))).toBe(canonicalSmiles(given));
    expect(canonicalSmiles(molecule('[H]/N=C(\\C)F'))).not.toBe(canonicalSmiles(given));
  });
});

test('parity of a permutation', () => {
  expect(isEvenPermutation([1, 2, 3, 4], [1, 2, 3, 4])).toBe(true);
  expect(isEvenPermutation([1, 2, 3, 4], [2, 1, 3, 4])).toBe(false);
  expect(isEvenPermutation([1, 2, 3, 4], [2, 3, 4, 1])).toBe(false);
  expect(isEvenPermutation([1, 2, 3], [2, 3, 1])).toBe(true);
  expect(isEvenPermutation([1, 2, 3], [1, 2, 4])).toBeNull();
  expect(isEvenPermutation([1, 1], [1, 1])).toBeNull();
});
