import { describe, expect, test } from 'vitest';
import { canonicalSmiles } from './canonical-smiles.ts';
import { counterIonIndex } from './counter-ions.ts';
import type { Molecule } from './molecule.ts';
import { parentOf } from './parent.ts';
import { neutralised } from './parent-charges.ts';
import { isOrganic } from './parent-organic.ts';
import { readSmiles } from './smiles-reader.ts';
import { COUNTER_IONS } from './test/counter-ion-list.ts';

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

const same = (a: Molecule, smiles: string) =>
  expect(canonicalSmiles(a)).toBe(canonicalSmiles(molecule(smiles)));

function parent(smiles: string) {
  const outcome = parentOf(molecule(smiles), COUNTER_IONS);
  if (outcome.kind !== 'parent') throw new Error(`${smiles} is ${outcome.kind}`);
  return outcome;
}

const AP = 'c1ccc(NC2CCNCC2)cc1';

describe('salts have the parent of their base or acid', () => {
  test.each([
    ['the base itself', AP, AP, null],
    ['dihydrochloride', `Cl.Cl.${AP}`, AP, 'dihydrochloride'],
    ['dihydrochloride as ions', '[Cl-].[Cl-].c1ccc([NH2+]C2CC[NH2+]CC2)cc1', AP, 'dihydrochloride'],
    ['bare protons', `[H+].[Cl-].${AP}`, AP, 'hydrochloride'],
    ['tosylate', 'CN.Cc1ccc(S(=O)(=O)O)cc1', 'CN', 'tosylate'],
    ['tosylate as ions', 'C[NH3+].Cc1ccc(S(=O)(=O)[O-])cc1', 'CN', 'tosylate'],
    ['sulfate of two amines', 'CN.CN.OS(=O)(=O)O', 'CN', 'hemisulfate'],
    ['hydrogen sulfate', 'CN.OS(=O)(=O)O', 'CN', 'sulfate'],
    ['three acids on two bases', 'CN.CN.Cl.Cl.Cl', 'CN', 'sesquihydrochloride'],
    ['one acid on three bases', 'CN.CN.CN.OP(=O)(O)O', 'CN', 'phosphate (1:3)'],
    ['citrate, one proton gone', 'C[NH3+].OC(=O)CC(O)(CC(=O)O)C(=O)[O-]', 'CN', 'citrate'],
    [
      'citrate, three protons gone',
      'C[NH3+].C[NH3+].C[NH3+].[O-]C(=O)CC(O)(CC(=O)[O-])C(=O)[O-]',
      'CN',
      'citrate (1:3)',
    ],
    ['maleate', 'CN.OC(=O)/C=C\\C(=O)O', 'CN', 'maleate'],
    ['fumarate', 'CN.OC(=O)/C=C/C(=O)O', 'CN', 'fumarate'],
    ['with the geometry left open', 'CN.OC(=O)C=CC(=O)O', 'CN', 'butenedioate'],
    [
      'L-tartrate: stereo of the counter-ion does not matter',
      'CN.O[C@H]([C@@H](O)C(=O)O)C(=O)O',
      'CN',
      'tartrate',
    ],
    [
      'two methyl sulfates are no dimethyl sulfate',
      'C[NH2+]CC[NH3+].COS(=O)(=O)[O-].COS(=O)(=O)[O-]',
      'CNCCN',
      'bis(methyl sulfate)',
    ],
    ['sodium salt of an acid that is not on the list', '[Na+].CCCC(=O)[O-]', 'CCCC(=O)O', 'sodium'],
    ['disodium salt', '[Na+].[Na+].[O-]C(=O)CCCCC(=O)[O-]', 'OC(=O)CCCCC(=O)O', 'disodium'],
    ['phenolate', '[Na+].[O-]c1ccccc1', 'Oc1ccccc1', 'sodium'],
    ['thiolate', '[Na+].[S-]c1ccccc1', 'Sc1ccccc1', 'sodium'],
    ['drawn with a bond to the metal', 'CCCC(=O)O[Na]', 'CCCC(=O)O', 'sodium'],
    ['a salt of two listed parts keeps the organic one', 'CC(=O)[O-].[Na+]', 'CC(=O)O', 'sodium'],
    [
      'caffeine and sodium benzoate',
      'Cn1c(=O)c2c(ncn2C)n(C)c1=O.O=C([O-])c1ccccc1.[Na+]',
      'Cn1c(=O)c2c(ncn2C)n(C)c1=O',
      'sodium benzoate',
    ],
    ['deuterium chloride', '[2H]Cl.CN', 'CN', 'hydrochloride'],
  ])('%s', (_, smiles, expected, salt) => {
    const outcome = parent(smiles);
    same(outcome.parent, expected);
    expect(outcome.salt).toBe(salt);
    expect(outcome.hydrate).toBeNull();
  });

  test('what was taken off is told by the names of the list, with counts', () => {
    const outcome = parent(`Cl.Cl.O.${AP}`);
    expect(outcome.removed).toEqual(['hydrochloride', 'water']);
    expect(outcome.parts).toEqual([
      { name: 'hydrochloride', role: 'acid', count: 2 },
      { name: 'water', role: 'water', count: 1 },
    ]);
    expect(outcome.copies).toBe(1);
  });
});

describe('hydrates and solvates', () => {
  test.each([
    ['monohydrate', 'Cc1ccc(S(=O)(=O)O)cc1.O', 'Cc1ccc(S(=O)(=O)O)cc1', null, 'monohydrate'],
    ['hydrate of a salt', `Cl.O.O.${AP}`, AP, 'hydrochloride', 'dihydrate'],
    ['hemihydrate', 'CCCN.CCCN.O', 'CCCN', null, 'hemihydrate'],
    ['heavy water', 'CCCN.[2H]O[2H]', 'CCCN', null, 'monohydrate'],
    ['solvate', `Cl.CCO.${AP}`, AP, 'hydrochloride', null],
    ['hydrochloric acid in water', 'Cl.O', 'Cl', null, 'monohydrate'],
    ['hydrazine hydrate', 'NN.O', 'NN', null, 'monohydrate'],
  ])('%s', (_, smiles, expected, salt, hydrate) => {
    const outcome = parent(smiles);
    same(outcome.parent, expected);
    expect(outcome.salt).toBe(salt);
    expect(outcome.hydrate).toBe(hydrate);
  });
});

describe('a component alone is its own parent, on the list or not', () => {
  test.each(['CC(=O)O', 'Cl', 'Cc1ccccc1', 'O', 'OS(=O)(=O)O', 'II', '[Na+]', 'C.C.C'])('%s', (smiles) => {
    const outcome = parent(smiles);
    same(outcome.parent, smiles.split('.')[0]!);
    expect(outcome.removed).toEqual([]);
  });
});

describe('inorganic salts are taken whole', () => {
  test.each([
    '[K+].[O-][Mn](=O)(=O)=O',
    '[Na+].[Na+].[O-]C([O-])=O',
    '[Na+].[C-]#N',
    '[K+].[N-]=C=O',
    '[NH4+].[NH4+].[O-]S(=O)(=O)[O-]',
    '[K+].[K+].[K+].[Fe-3](C#N)(C#N)(C#N)(C#N)(C#N)C#N',
  ])('%s', (smiles) => {
    const given = molecule(smiles);
    const outcome = parentOf(given, COUNTER_IONS);
    expect(outcome.kind).toBe('inorganic');
    if (outcome.kind === 'inorganic') expect(outcome.whole).toBe(given);
  });

  test('without their water and without a solvent', () => {
    for (const smiles of ['[Na+].[Na+].[O-]C([O-])=O.O.O', '[Na+].O.[O-]C([O-])=O.[Na+].CCO']) {
      const outcome = parentOf(molecule(smiles), COUNTER_IONS);
      expect(outcome.kind).toBe('inorganic');
      if (outcome.kind === 'inorganic') same(outcome.whole, '[Na+].[Na+].[O-]C([O-])=O');
    }
  });
});

describe('different components that are left are a mixture: no parent is made up', () => {
  test.each([
    ['two amines', 'CCN.CCCN', ['CCN', 'CCCN']],
    ['two amines with an acid', 'CCN.CCCN.Cl', ['CCN', 'CCCN']],
    ['enantiomers drawn side by side', 'C[C@H](N)F.C[C@@H](N)F', ['C[C@H](N)F', 'C[C@@H](N)F']],
    ['labelled and unlabelled', 'CCN.[13CH3]CN', ['CCN', '[13CH3]CN']],
    ['an organic base and a complex anion', 'CCN.[Pt-2](Cl)(Cl)(Cl)Cl', ['CCN', '[Pt-2](Cl)(Cl)(Cl)Cl']],
  ])('%s', (_, smiles, expected) => {
    const outcome = parentOf(molecule(smiles), COUNTER_IONS);
    expect(outcome.kind).toBe('mixture');
    if (outcome.kind !== 'mixture') return;
    expect(outcome.components.map((each) => canonicalSmiles(each))).toEqual(
      expected.map((each) => canonicalSmiles(molecule(each))),
    );
  });

  test('nothing is left of nothing', () => {
    expect(parentOf({ atoms: [], bonds: [] }, COUNTER_IONS).kind).toBe('none');
  });
});

describe('charges that protons explain are taken back, others stay', () => {
  test.each([
    ['ammonium', 'C[NH3+]', 'CN'],
    ['pyridinium', 'c1cc[nH+]cc1', 'c1ccncc1'],
    ['carboxylate', 'CC(=O)[O-]', 'CC(=O)O'],
    ['zwitterion', '[NH3+]CC(=O)[O-]', 'NCC(=O)O'],
    ['sulfonate', 'CS(=O)(=O)[O-]', 'CS(=O)(=O)O'],
    ['phosphate', 'COP(=O)([O-])[O-]', 'COP(=O)(O)O'],
    ['imidazolide', '[n-]1ccnc1', '[nH]1ccnc1'],
    ['sulfonamide anion', 'CS(=O)(=O)[NH-]', 'CS(=O)(=O)N'],
    ['amidinium', 'CC(N)=[NH2+]', 'CC(N)=N'],
    ['cyanide', '[C-]#N', 'C#N'],
    ['nitrate', '[O-][N+](=O)[O-]', 'O[N+](=O)[O-]'],
    ['quaternary nitrogen stays', 'C[N+](C)(C)C', 'C[N+](C)(C)C'],
    ['N-oxide stays', 'C[N+](C)(C)[O-]', 'C[N+](C)(C)[O-]'],
    ['pyridine N-oxide stays', '[O-][n+]1ccccc1', '[O-][n+]1ccccc1'],
    ['nitro stays', 'C[N+](=O)[O-]', 'C[N+](=O)[O-]'],
    ['azide stays', 'CN=[N+]=[N-]', 'CN=[N+]=[N-]'],
    ['isocyanide stays', 'C[N+]#[C-]', 'C[N+]#[C-]'],
    ['betaine stays an inner salt', 'C[N+](C)(C)CC(=O)[O-]', 'C[N+](C)(C)CC(=O)[O-]'],
    ['betaine with its acid becomes one', 'C[N+](C)(C)CC(=O)O', 'C[N+](C)(C)CC(=O)[O-]'],
    [
      'the stronger acid balances',
      'C[N+](C)(C)CC(C(=O)[O-])CS(=O)(=O)[O-]',
      'C[N+](C)(C)CC(C(=O)O)CS(=O)(=O)[O-]',
    ],
    ['a phenol is no acid for that', 'C[N+](C)(C)c1ccc(O)cc1', 'C[N+](C)(C)c1ccc(O)cc1'],
    ['tetrafluoroborate stays', 'F[B-](F)(F)F', 'F[B-](F)(F)F'],
    ['an ammonium that balances one stays', '[NH3+]C[B-](F)(F)F', '[NH3+]C[B-](F)(F)F'],
    ['carbanion stays', '[CH2-]CCC', '[CH2-]CCC'],
    ['cyclopentadienide stays', '[cH-]1cccc1', '[cH-]1cccc1'],
  ])('%s', (_, smiles, expected) => {
    const result = neutralised(molecule(smiles));
    same(result, expected);
    same(neutralised(result), expected);
  });

  test('stereo and isotopes stay', () => {
    same(parent('Cl.[13CH3][C@H](N)C(=O)O').parent, '[13CH3][C@H](N)C(=O)O');
    same(parent('Cl.C/C=C/C[NH3+]').parent, 'C/C=C/CN');
  });

  test('lasting cations have chlorides, not hydrochlorides', () => {
    expect(parent('C[N+](C)(C)CCC.[Br-]').salt).toBe('bromide');
    expect(parent('C[N+](C)(C)CCC.F[P-](F)(F)(F)(F)F').salt).toBe('hexafluorophosphate');
    expect(parent('C[N+](C)(C)CCC.[OH-]').salt).toBe('hydroxide');
    expect(parent('C[N+](C)(C)CC(O)CC(=O)O.[Cl-]').salt).toBe('hydrochloride');
  });

  test('an organometallic compound is no salt of its halide', () => {
    expect(parent('C[Mg]Br').removed).toEqual([]);
    expect(parent('[Li]CCCC').removed).toEqual([]);
  });
});

describe('the list', () => {
  test('an entry is found in any state of protonation; the closest drawn one gives the name', () => {
    const index = counterIonIndex(COUNTER_IONS);
    const name = (smiles: string) => index.find(molecule(smiles))?.name ?? null;
    expect(name('[Cl-]')).toBe('hydrochloride');
    expect(name('[O-]S(=O)(=O)O')).toBe('sulfate');
    expect(name('[NH4+]')).toBe('ammonium');
    expect(name('[Na]')).toBe('sodium');
    expect(name('O')).toBe('water');
    expect(name('[OH-]')).toBe('hydroxide');
    expect(name('[OH3+]')).toBe('water');
    expect(name('[2H]O[2H]')).toBe('heavy water');
    expect(name('CCCC')).toBeNull();
  });

  test('an entry that cannot be read is a fault of the list', () => {
    expect(() => counterIonIndex([{ name: 'nonsense', smiles: 'C(', role: 'acid' }])).toThrow(/nonsense/);
  });

  test.each([
    ['CC', true],
    ['C', true],
    ['OC=O', true],
    ['NC(N)=O', true],
    ['ClC(Cl)(Cl)Cl', true],
    ['O=C=O', false],
    ['OC(O)=O', false],
    ['C#N', false],
    ['[S-]C#N', false],
    ['[C-]#[O+]', false],
    ['S=C=S', false],
    ['[Ca+2].[C-]#[C-]', true],
    ['Cl', false],
  ])('organic: %s %s', (smiles, organic) => {
    expect(isOrganic(molecule(smiles))).toBe(organic);
  });
});
