import { describe, expect, test } from 'vitest';
import { ELEMENTS, elementNumber, elementOf, atomMass, isMetal } from './element.ts';
import { averageMass, hillFormula } from './formula.ts';
import { readSmiles } from './smiles-reader.ts';
import { readCompilation } from './test/compilation.ts';

function read(smiles: string) {
  const outcome = readSmiles(smiles);
  if (!outcome.ok) throw new Error(`${smiles}: ${outcome.problem.message}`);
  return outcome.value;
}

describe('formula', () => {
  test.each([
    ['O', 'H2O'],
    ['CCO', 'C2H6O'],
    ['Cl', 'HCl'],
    ['OS(=O)(=O)O', 'H2O4S'],
    ['CCBr', 'C2H5Br'],
    ['Br', 'HBr'],
    ['[O-]S(=O)(=O)[O-]', 'O4S-2'],
    ['C[N+](C)(C)CCO', 'C5H14NO+'],
    ['[K+].[O-][Mn](=O)(=O)=O', 'KMnO4'],
    ['Cl.Cl.c1ccc(NC2CCNCC2)cc1', 'C11H18Cl2N2'],
    ['[2H]C([2H])([2H])O', 'CH4O'],
  ])('%s is %s', (smiles, formula) => {
    expect(hillFormula(read(smiles))).toBe(formula);
  });
});

describe('average mass', () => {
  test.each([
    ['O', 18.015],
    ['CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 336.479],
    ['[2H]O[2H]', 20.027],
    ['[13CH4]', 17.035],
    ['II', 253.809],
  ])('%s is %d', (smiles, mass) => {
    expect(averageMass(read(smiles))).toBeCloseTo(mass, 2);
  });
});

describe('elements', () => {
  test('118, each found by its symbol', () => {
    expect(ELEMENTS).toHaveLength(118);
    for (const element of ELEMENTS) expect(elementNumber(element.symbol)).toBe(element.number);
    expect(elementNumber('Xx')).toBe(0);
    expect(() => elementOf(0)).toThrow(RangeError);
    expect(() => elementOf(119)).toThrow(RangeError);
  });

  test('weights rise with the atomic number but for the known pairs', () => {
    const falls = ELEMENTS.slice(1).filter(
      (element, i) =>
        element.standardWeight && ELEMENTS[i]!.standardWeight && element.weight < ELEMENTS[i]!.weight,
    );
    expect(falls.map((element) => element.symbol)).toEqual(['K', 'Ni', 'I', 'Pa']);
  });

  test('a nuclide not in the table has its mass number', () => {
    expect(atomMass(6, 14)).toBeCloseTo(14.003, 3);
    expect(atomMass(92, 235)).toBe(235);
  });

  test('metals', () => {
    expect(['Na', 'Ca', 'Fe', 'Al', 'Pb', 'U'].every((symbol) => isMetal(elementNumber(symbol)))).toBe(true);
    expect(['H', 'B', 'C', 'Si', 'As', 'I', 'Xe'].some((symbol) => isMetal(elementNumber(symbol)))).toBe(
      false,
    );
  });
});

interface Compiled {
  readonly substances: readonly {
    readonly id: string;
    readonly smiles?: string | null;
    readonly formula?: string | null;
    readonly mw?: number | null;
  }[];
}

const compiled = readCompilation('substances.json') as Compiled | null;

test.skipIf(compiled === null)('formula and mass of every substance of our compilation', () => {
  const withStructure = compiled!.substances.filter((each) => typeof each.smiles === 'string');
  expect(withStructure.length).toBeGreaterThan(500);
  for (const { id, smiles, formula, mw } of withStructure) {
    const molecule = read(smiles!);
    if (typeof formula === 'string') expect(hillFormula(molecule), id).toBe(formula);
    // The compilation's weights are older ones: sulfur 32.067, chlorine 35.453.
    if (typeof mw === 'number') expect(Math.abs(averageMass(molecule) - mw), id).toBeLessThan(0.05);
  }
});
