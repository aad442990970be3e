import { describe, expect, test } from 'vitest';
import { hillFormula } from '../goods/index.ts';
import { positionalSignature } from './positional-isomer.ts';
import { statusOn } from './status-on.ts';
import { bare, control, goods, lawOf, molecule, on, substance, WIDE_SCOPE } from './test/small-law.ts';

// 21 CFR 1300.01, "positional isomer", names examples both ways.
describe('positional signature', () => {
  const same = (a: string, b: string): boolean =>
    positionalSignature(molecule(a)) === positionalSignature(molecule(b));

  test.each([
    ['mephedrone and 3-methylmethcathinone', 'CNC(C)C(=O)c1ccc(C)cc1', 'CNC(C)C(=O)c1cccc(C)c1'],
    ['tert-butyl to sec-butyl', 'CC(C)(C)c1ccccc1', 'CCC(C)c1ccccc1'],
    ['N,N-diethyl to N-methyl-N-propyl', 'CCN(CC)CCc1ccccc1', 'CCCN(C)CCc1ccccc1'],
    ['alpha-methylamino to N-methylamino', 'NC(C)Cc1ccccc1', 'CNCCc1ccccc1'],
    [
      'methoxy and ethoxy to isopropoxy and hydroxy is none; to two ethers it is',
      'COc1ccc(OCC)cc1',
      'CCOc1cccc(OC)c1',
    ],
  ])('%s agree', (_, a, b) => {
    expect(same(a, b)).toBe(true);
  });

  test.each([
    ['ethoxy to alpha-hydroxyethyl', 'CCOc1ccccc1', 'CC(O)c1ccccc1'],
    ['hydroxy and methyl to methoxy', 'Cc1ccc(O)cc1', 'COc1ccccc1'],
    ['an amine to a hydroxyamine', 'NCCc1ccc(O)cc1', 'ONCCc1ccccc1'],
    ['a ketone to an aldehyde', 'CC(=O)c1ccccc1', 'O=CCc1ccccc1'],
    ['an ester to an acid', 'COC(=O)c1ccccc1', 'OC(=O)Cc1ccccc1'],
    ['an amide to an amino ketone', 'CNC(=O)c1ccccc1', 'NCC(=O)c1ccccc1'],
    ['indole to another ring', 'c1ccc2[nH]ccc2c1', 'c1ccc2cnccc2c1'],
    ['a ring to a double bond', 'C1CCCCC1', 'C=CCCCC'],
  ])('%s differ', (_, a, b) => {
    expect(same(a, b)).toBe(false);
  });
});

describe('in an answer', () => {
  const MEPHEDRONE = substance('mephedrone', {
    smiles: 'CNC(C)C(=O)c1ccc(C)cc1',
    inchikey: 'YELGFTGWJGBAQU-UHFFFAOYSA-N',
    formula: 'C11H15NO',
    regimes: ['drug'],
  });
  const OWN = substance('3-mmc', {
    smiles: 'CNC(C)C(=O)c1cccc(C)c1',
    inchikey: 'QDNXSIYWHYGMCD-UHFFFAOYSA-N',
    formula: 'C11H15NO',
    regimes: ['drug'],
  });
  const entry = (isomers: 'positional' | 'optical'): ReturnType<typeof control> =>
    control({
      id: 'm',
      target: { goods: 'mephedrone' },
      list: 'Schedule I',
      scope: { ...WIDE_SCOPE, isomers },
    });
  const law = (...controls: readonly ReturnType<typeof control>[]): ReturnType<typeof lawOf> =>
    lawOf({ substances: [MEPHEDRONE, OWN], controls });

  test('a possible positional isomer is for a person where the entry reaches those', () => {
    const isomer = bare('CNC(C)C(=O)c1cccc(C)c1');
    expect(statusOn(law(entry('positional')), isomer, on('2022-09-01'), 'US')).toMatchObject({
      status: 'review',
      controls: [{ id: 'm', basis: 'positional-isomer', doubt: { code: 'positional-isomer' } }],
    });
    expect(statusOn(law(entry('optical')), isomer, on('2022-09-01'), 'US').status).toBe('not-controlled');
  });

  test('the substance itself, and what has other groups, are not asked', () => {
    expect(
      statusOn(law(entry('positional')), goods(MEPHEDRONE), on('2022-09-01'), 'US').controls,
    ).toMatchObject([{ basis: 'named' }]);
    const amide = bare('CCCCNC(=O)c1ccccc1');
    expect(hillFormula(amide.parent ?? molecule('C'))).toBe('C11H15NO');
    expect(statusOn(law(entry('positional')), amide, on('2022-09-01'), 'US').status).toBe('not-controlled');
  });

  test('an isomer with its own entry is dealt with by that one', () => {
    const itself = control({ id: 'o', target: { goods: '3-mmc' }, list: 'Schedule II' });
    expect(statusOn(law(entry('positional'), itself), goods(OWN), on('2022-09-01'), 'US')).toMatchObject({
      status: 'controlled',
      controls: [{ id: 'o' }],
      excluded: [{ id: 'm', because: { code: 'listed-elsewhere' } }],
    });
  });
});
