import { describe, expect, test } from 'vitest';
import type { Molecule } from '../goods/index.ts';
import { statusOn } from './status-on.ts';
import { bare, control, coverage, goods, lawOf, on, rule, since, substance } from './test/small-law.ts';

const FENTANYL_SMILES = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1';
const CLASS = rule({
  id: 'class',
  kind: 'class',
  title: 'fentanyl-related substances',
  // Amide nitrogen on C4 of a piperidine whose ring nitrogen carries carbon.
  core: ['CN1CCC(CC1)NC(=O)'],
});
const ANALOGUES = rule({ id: 'analogues', kind: 'class', title: 'controlled substance analogues' });
const forClass = control({
  id: 'k',
  target: { rule: 'class' },
  list: 'Schedule I',
  start: since('2018-02-06'),
});
const forAnalogues = control({
  id: 'an',
  target: { rule: 'analogues' },
  list: 'Analogue Act',
  start: since('1986-10-27'),
});
const FENTANYL = substance('fentanyl', {
  smiles: FENTANYL_SMILES,
  inchikey: 'PJMPHNIQZUBGLI-UHFFFAOYSA-N',
  family: 'fentanyl',
  regimes: ['drug'],
});
const forFentanyl = control({
  id: 'f',
  target: { goods: 'fentanyl' },
  list: 'Schedule II',
  start: since('1971-05-01'),
});

/** No list names it; it has the core. */
const MEMBER = bare('CCCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1');
const ASPIRIN = bare('CC(=O)Oc1ccccc1C(=O)O');

const law = (...controls: readonly (typeof forClass)[]): ReturnType<typeof lawOf> =>
  lawOf({ substances: [FENTANYL], rules: [CLASS, ANALOGUES], controls });

describe('a class whose membership is not decided', () => {
  test('sends what has its core to a person: never controlled, never clear', () => {
    const said = statusOn(law(forClass), MEMBER, on('2022-09-01'), 'US');
    expect(said).toMatchObject({
      status: 'review',
      controls: [{ id: 'k', basis: 'class', doubt: { code: 'class-membership-not-decided' } }],
    });
    expect(said.controls[0]?.proof?.rule).toBe('class');
    expect(said.controls[0]?.proof?.scaffold.length).toBe(10);
  });

  test('from its first day only', () => {
    expect(statusOn(law(forClass), MEMBER, on('2018-02-05'), 'US').status).toBe('not-controlled');
    expect(statusOn(law(forClass), MEMBER, on('2018-02-06'), 'US').status).toBe('review');
  });

  test.each([
    ['aspirin', 'CC(=O)Oc1ccccc1C(=O)O'],
    ['ANPP, without the amide', 'C1CN(CCC1Nc1ccccc1)CCc1ccccc1'],
    ['norfentanyl, with hydrogen on the ring nitrogen', 'CCC(=O)N(c1ccccc1)C1CCNCC1'],
    ['benzene', 'c1ccccc1'],
  ])('%s does not have the core', (_, smiles) => {
    expect(statusOn(law(forClass), bare(smiles), on('2022-09-01'), 'US')).toMatchObject({
      status: 'not-controlled',
      controls: [],
    });
  });

  test('goods with their own entry are not sent to a person for the class', () => {
    expect(statusOn(law(forClass, forFentanyl), goods(FENTANYL), on('2022-09-01'), 'US')).toMatchObject({
      status: 'controlled',
      controls: [{ id: 'f', basis: 'named' }],
      excluded: [{ id: 'k', because: { code: 'listed-elsewhere', data: { own: 'f', list: 'Schedule II' } } }],
    });
  });

  test('an entry in another jurisdiction, or one not yet in force, does not spare them', () => {
    const elsewhere = { ...forFentanyl, jurisdiction: 'CN' as const };
    expect(statusOn(law(forClass, elsewhere), goods(FENTANYL), on('2022-09-01'), 'US').status).toBe('review');
    const later = { ...forFentanyl, start: since('2023-01-01') };
    expect(statusOn(law(forClass, later), goods(FENTANYL), on('2022-09-01'), 'US').status).toBe('review');
  });

  test('within a partial scope it is still a person who must decide', () => {
    const partial = { ...law(forClass), coverage: [coverage('US', 'drug', 'partial')] };
    expect(statusOn(partial, MEMBER, on('2022-09-01'), 'US').status).toBe('review');
    expect(statusOn(partial, ASPIRIN, on('2022-09-01'), 'US').status).toBe('unknown');
  });
});

test('what the rule itself gives as outside is excluded in the open', () => {
  const NOR = 'CCC(=O)N(c1ccccc1)C1CCNCC1';
  const wide = { ...CLASS, core: ['O=CNC1CCNCC1'] };
  const closed = { ...wide, examplesOut: [{ smiles: NOR, name: 'Norfentanyl' }] };
  const say = (which: typeof wide, smiles: string): ReturnType<typeof statusOn> =>
    statusOn(
      lawOf({ rules: [which, ANALOGUES], controls: [forClass, forAnalogues] }),
      bare(smiles),
      on('2022-09-01'),
      'US',
    );
  expect(say(wide, NOR).status).toBe('review');
  expect(say(closed, NOR)).toMatchObject({
    status: 'not-controlled',
    excluded: [{ id: 'k', because: { code: 'not-a-member', data: { example: 'Norfentanyl' } } }],
  });
  expect(say(closed, 'CCC(=O)N(c1ccccc1)C1CCN(C)CC1').status).toBe('review');
  expect(say(closed, 'CCC(=O)NC1CCN(c2ccccc2)CC1').status).toBe('review');
});

test('a search that is given up sends the structure to a person', () => {
  const atom = (element: string): Molecule['atoms'][number] => ({
    element,
    charge: 0,
    isotope: 0,
    hydrogens: 0,
    radicals: 0,
    aromatic: false,
    stereo: null,
    map: 0,
  });
  // Thirty carbons all bonded to each other, and a double bond apart: a chain of carbons that ends in a double bond
  // can be looked for in more ways than anyone can try, and is not there.
  const carbons = Array.from({ length: 30 }, (_, index) => index);
  const bond = (from: number, to: number, order: 1 | 2): Molecule['bonds'][number] => ({
    from,
    to,
    order,
    aromatic: false,
    stereo: null,
  });
  const knot: Molecule = {
    atoms: [...carbons, 30, 31].map(() => atom('C')),
    bonds: [
      ...carbons.flatMap((from) => carbons.slice(from + 1).map((to) => bond(from, to, 1))),
      bond(30, 31, 2),
    ],
  };
  const chain = { ...CLASS, core: [`${'C'.repeat(20)}=C`] };
  const said = statusOn(
    lawOf({ rules: [chain], controls: [forClass] }),
    { ...bare('C'), parent: knot },
    on('2022-09-01'),
    'US',
  );
  expect(said).toMatchObject({
    status: 'review',
    controls: [{ proof: null, doubt: { code: 'search-given-up' } }],
  });
});

/** The same class with a definition: any group may hang on the amide nitrogen and on the carbonyl. */
const words = { en: 'amide', zh: '酰胺', es: 'amida' };
const DEFINED = rule({
  ...CLASS,
  definition: {
    reference: null,
    changesMin: 0,
    scaffolds: [{ smiles: 'CN1CCC(CC1)[NH:1][CH:2]=O', clause: null, what: null, doubt: null }],
    near: [],
    zones: [
      {
        zone: 'amide',
        title: words,
        at: [1, 2],
        kind: 'substituents',
        unchanged: [],
        allow: [{ clause: '(a)', shapes: [{ any: true }], from: null }],
        doubts: [],
        countMax: null,
      },
    ],
    massMax: null,
    doubts: [],
  },
});
const analogueLaw = (...controls: readonly (typeof forClass)[]): ReturnType<typeof lawOf> =>
  lawOf({ substances: [FENTANYL], rules: [DEFINED, ANALOGUES], controls });

describe('analogue statutes', () => {
  test('reach only members of a class and what is close to one, and only as a question for a person', () => {
    expect(statusOn(analogueLaw(forAnalogues), MEMBER, on('2022-09-01'), 'US')).toMatchObject({
      status: 'review',
      controls: [{ id: 'an', basis: 'analogue', doubt: { code: 'analogue-statute' } }],
    });
    expect(statusOn(analogueLaw(forAnalogues), ASPIRIN, on('2022-09-01'), 'US')).toMatchObject({
      status: 'not-controlled',
      controls: [],
    });
  });

  test('do not look at a core alone, which is far wider than its class', () => {
    expect(statusOn(law(forAnalogues), MEMBER, on('2022-09-01'), 'US').status).toBe('not-controlled');
  });

  test('look at classes of drugs, not of precursors', () => {
    const precursors = { ...DEFINED, regime: 'precursor' as const };
    const said = statusOn(
      lawOf({ rules: [precursors, ANALOGUES], controls: [forAnalogues] }),
      MEMBER,
      on('2022-09-01'),
      'US',
    );
    expect(said.status).toBe('not-controlled');
  });

  test('add nothing where an entry or a class has spoken', () => {
    expect(
      statusOn(analogueLaw(forAnalogues, forFentanyl), goods(FENTANYL), on('2022-09-01'), 'US').controls,
    ).toMatchObject([{ id: 'f' }]);
    expect(
      statusOn(analogueLaw(forAnalogues, forClass), MEMBER, on('2022-09-01'), 'US').controls,
    ).toMatchObject([{ id: 'k' }]);
  });
});
