import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalSmiles } from './canonical-smiles.ts';
import { readInchi } from './molecule-inchi.ts';
import { readSmiles } from './smiles-reader.ts';

function canonical(smiles: string): string {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return canonicalSmiles(read.value);
}

function first(inchi: string): string {
  const read = readInchi(inchi);
  if (!read.ok) throw new Error(read.problem.message);
  for (const molecule of read.value) return canonicalSmiles(molecule);
  return 'none';
}

describe('the likeliest structure of an InChI', () => {
  test.each([
    ['InChI=1S/CH4/h1H4', 'C'],
    ['InChI=1S/H2O/h1H2', 'O'],
    ['InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3', 'CCO'],
    ['InChI=1S/C6H6/c1-2-4-6-5-3-1/h1-6H', 'c1ccccc1'],
    ['InChI=1S/C2H2/c1-2/h1-2H', 'C#C'],
    ['InChI=1S/C2H4O2/c1-2(3)4/h1H3,(H,3,4)', 'CC(=O)O'],
    ['InChI=1S/C2H5NO/c1-2(3)4/h1H3,(H2,3,4)', 'CC(N)=O'],
    ['InChI=1S/CH3NO2/c1-2(3)4/h1H3', 'C[N+](=O)[O-]'],
    ['InChI=1S/C5H5NO/c7-6-4-2-1-3-5-6/h1-5H', '[O-][n+]1ccccc1'],
    ['InChI=1S/C6H5N3/c7-9-8-6-4-2-1-3-5-6/h1-5H', '[N-]=[N+]=Nc1ccccc1'],
    ['InChI=1S/C2H6OS/c1-4(2)3/h1-2H3', 'CS(C)=O'],
    ['InChI=1S/CH4O3S/c1-5(2,3)4/h1H3,(H,2,3,4)', 'CS(=O)(=O)O'],
    ['InChI=1S/H3O4P/c1-5(2,3)4/h(H3,1,2,3,4)', 'OP(=O)(O)O'],
    ['InChI=1S/HNO3/c2-1(3)4/h(H,2,3,4)', 'O[N+](=O)[O-]'],
    ['InChI=1S/ClHO4/c2-1(3,4)5/h(H,2,3,4,5)', 'O[Cl+3]([O-])([O-])[O-]'],
    ['InChI=1S/C4H12N/c1-5(2,3)4/h1-4H3/q+1', 'C[N+](C)(C)C'],
    ['InChI=1S/F6P/c1-7(2,3,4,5)6/q-1', 'F[P-](F)(F)(F)(F)F'],
    ['InChI=1S/ClH.H3N/h1H;1H3', 'Cl.N'],
    ['InChI=1S/2ClH.Ca/h2*1H;/q;;+2/p-2', '[Cl-].[Cl-].[Ca+2]'],
    ['InChI=1S/C2H4O2.Na/c1-2(3)4;/h1H3,(H,3,4);/q;+1/p-1', 'CC(=O)[O-].[Na+]'],
    ['InChI=1S/C2H7N/c1-3-2/h3H,1-2H3/p+1', 'C[NH2+]C'],
    ['InChI=1S/p+1', '[H+]'],
    ['InChI=1S/C3H7NO2/c1-2(4)3(5)6/h2H,4H2,1H3,(H,5,6)/t2-/m0/s1', 'N[C@@H](C)C(=O)O'],
    ['InChI=1S/C3H7NO2/c1-2(4)3(5)6/h2H,4H2,1H3,(H,5,6)/t2-/m1/s1', 'N[C@H](C)C(=O)O'],
    ['InChI=1S/C4H4O4/c5-3(6)1-2-4(7)8/h1-2H,(H,5,6)(H,7,8)/b2-1+', 'OC(=O)/C=C/C(=O)O'],
    ['InChI=1S/C4H4O4/c5-3(6)1-2-4(7)8/h1-2H,(H,5,6)(H,7,8)/b2-1-', 'OC(=O)/C=C\\C(=O)O'],
    ['InChI=1S/CHCl3/c2-1(3)4/h1H/i1D', '[2H]C(Cl)(Cl)Cl'],
    ['InChI=1S/CH4/h1H4/i1+1', '[13CH4]'],
    ['InChI=1S/C9H18NO/c1-8(2)6-5-7-9(3,4)10(8)11/h5-7H2,1-4H3', 'CC1(C)CCCC(C)(C)N1[O]'],
    [
      'InChI=1S/C22H28N2O/c1-2-22(25)24(20-11-7-4-8-12-20)21-14-17-23(18-15-21)16-13-19-9-5-3-6-10-19/h3-12,21H,2,13-18H2,1H3',
      'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1',
    ],
  ])('%s', (inchi, smiles) => {
    expect(first(inchi)).toBe(canonical(smiles));
  });
});

describe('refusals', () => {
  test.each([
    ['', 'inchi-form'],
    ['CCO', 'inchi-form'],
    ['InChI=1/CH4/h1H4', 'inchi-form'],
    ['InChI=1S/Xx2', 'inchi-formula'],
    ['InChI=1S/C2H6O/c1-2-9/h3H', 'inchi-atom'],
    ['InChI=1S/C2H6O/c1-2(3/h3H', 'inchi-layer'],
    ['InChI=1S/C2H6O/z1', 'inchi-layer'],
    ['InChI=1S/C2H6O/c1-2-3/h3H,2x', 'inchi-layer'],
    ['InChI=1S/C2H6O/c1-2-3/c1-2-3', 'inchi-layer'],
    ['InChI=1S/CH4/h1H4;1H4', 'inchi-layer'],
    ['InChI=1S/CHBrClF/c2-1(3)4/h1H/t1-/s2', 'inchi-stereo'],
    ['InChI=1S/CH4O/c1-2/h2H,1H3/i/hD', 'inchi-layer'],
    ['InChI=1S/C99999', 'inchi-formula'],
    ['InChI=1S/999C9', 'inchi-too-many-atoms'],
    [`InChI=1S/C${'1'.repeat(30_000)}`, 'inchi-too-long'],
  ])('%s is refused as %s', (inchi, code) => {
    const read = readInchi(inchi);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problem.code).toBe(code);
  });

  test('any layers are read or refused, in little time', () => {
    const characters = [...'0123456789-+(),;*/chqpbtmsiHDTCNOSClu?.'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 40 }), (picked) => {
        const read = readInchi(`InChI=1S/C6H12O2/${picked.join('')}`);
        if (!read.ok) return;
        for (const molecule of read.value) expect(molecule.atoms.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });
});
