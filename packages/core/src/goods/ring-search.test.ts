import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Molecule } from './molecule.ts';
import { rings, ringSystems } from './ring-set.ts';
import { readSmiles } from './smiles-reader.ts';
import { writeSmiles } from './smiles-writer.ts';

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

const sizes = (smiles: string) =>
  rings(molecule(smiles))
    .map((ring) => ring.atoms.length)
    .sort((a, b) => a - b);

const C60 =
  'c12c3c4c5c1c1c6c7c2c2c8c3c3c9c4c4c%10c5c5c1c1c6c6c%11c7c2c2c7c8c3c3c8c9c4c4c9c%10c5c5c1c1c6c6c%11c2c2c7c3c3c8c4c4c9c5c1c1c6c2c3c41';

describe('rings', () => {
  test.each([
    ['ethane', 'CC', []],
    ['cyclopropane', 'C1CC1', [3]],
    ['biphenyl', 'c1ccc(cc1)-c1ccccc1', [6, 6]],
    ['naphthalene', 'c1ccc2ccccc2c1', [6, 6]],
    ['azulene', 'c1ccc2cccc-2cc1', [5, 7]],
    ['a spiro compound', 'C1CCC2(C1)CCCC2', [5, 5]],
    ['norbornane', 'C1CC2CCC1C2', [5, 5]],
    ['bicyclo[2.2.2]octane: three equal rings', 'C1CC2CCC1CC2', [6, 6, 6]],
    ['pinane: the larger ring may pass either bridge', 'CC1CCC2CC1C2(C)C', [4, 6, 6]],
    ['adamantane: four equal rings', 'C1C2CC3CC1CC(C2)C3', [6, 6, 6, 6]],
    ['cubane: its six faces', 'C12C3C4C1C5C2C3C45', [4, 4, 4, 4, 4, 4]],
    ['porphin: the inner ring', 'c1cc2cc3ccc([nH]3)cc3ccc(cc4ccc(cc1n2)[nH]4)n3', [5, 5, 5, 5, 16]],
    ['steroid', 'C1CCC2C(C1)CCC1C2CCC2CCCC21', [5, 6, 6, 6]],
    ['two components', 'C1CC1.C1CCC1', [3, 4]],
  ])('%s', (_, smiles, expected) => {
    expect(sizes(smiles)).toEqual(expected);
  });

  test('the fullerene C60 has twelve pentagons and twenty hexagons', () => {
    expect(sizes(C60)).toEqual([...new Array<number>(12).fill(5), ...new Array<number>(20).fill(6)]);
  });

  test('a large ring with very many equally long ways is one ring', () => {
    const cyclophane = `C1${'Cc2ccc(cc2)C'.repeat(8).replace(/2/g, '2')}C1`;
    expect(rings(molecule(cyclophane)).length).toBeLessThan(30);
  });

  test('each ring is a closed walk: bond i joins atom i with the next', () => {
    const given = molecule(C60);
    for (const ring of rings(given)) {
      ring.bonds.forEach((bond, i) => {
        const { from, to } = given.bonds[bond]!;
        const pair = [ring.atoms[i]!, ring.atoms[(i + 1) % ring.atoms.length]!];
        expect([from, to].sort()).toEqual(pair.sort());
      });
    }
  });

  test('they do not depend on how the atoms are numbered', () => {
    for (const smiles of ['CC1CCC2CC1C2(C)C', 'C1C2CC3CC1CC(C2)C3', 'C1CC2C3CCC(C3)C2C1', C60]) {
      const given = molecule(smiles);
      const expected = sizes(smiles);
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat()), (stream) => {
          const ranks = given.atoms.map(() => stream.next().value as number);
          expect(sizes(writeSmiles(given, { ranks }))).toEqual(expected);
        }),
        { numRuns: 10 },
      );
    }
  });

  test('ring systems: fused, bridged and spiro rings stand together', () => {
    expect(ringSystems(molecule('c1ccc2ccccc2c1.C1CCC2(C1)CCCC2')).map((atoms) => atoms.length)).toEqual([
      10, 9,
    ]);
    expect(ringSystems(molecule('c1ccc(cc1)-c1ccccc1'))).toHaveLength(2);
  });
});
