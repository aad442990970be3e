import { describe, expect, test } from 'vitest';
import type { GoodsForm } from '../goods/index.ts';
import type { StructureRule } from './control.ts';
import { statusOn } from './status-on.ts';
import { FENTANYLS_US } from './test/class-definitions.ts';
import {
  bare,
  BARE_SCOPE,
  control,
  goods,
  lawOf,
  on,
  rule,
  since,
  substance,
  UNREAD_SCOPE,
  WIDE_SCOPE,
} from './test/small-law.ts';
import { day } from '../kernel/index.ts';

const CLASS = rule({
  id: 'class',
  kind: 'class',
  title: 'fentanyl-related substances',
  definition: FENTANYLS_US,
  examplesOut: [
    { name: 'Benzylfentanyl', smiles: 'CCC(=O)N(c1ccccc1)C1CCN(Cc2ccccc2)CC1' },
    // A structure that the words would reach and the rule excepts.
    { name: 'Crotonyl fentanyl', smiles: 'CC=CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1' },
  ],
});
const forClass = control({
  id: 'k',
  target: { rule: 'class' },
  list: 'Schedule I',
  start: since('2018-02-06'),
  scope: WIDE_SCOPE,
});

const ACETYL = 'CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1';
const METHYL = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1C';
const REMI = 'CCC(=O)N(c1ccccc1)C1(C(=O)OC)CCN(CCC(=O)OC)CC1';
const FORMYL_DOUBT = 'O=CN(c1ccccc1)C1CCN(CCc2ccccc2)CC1';

const say = (
  smiles: string,
  parts: {
    readonly rule?: StructureRule;
    readonly control?: typeof forClass;
    readonly form?: Partial<GoodsForm>;
    readonly day?: string;
  } = {},
): ReturnType<typeof statusOn> =>
  statusOn(
    lawOf({ rules: [parts.rule ?? CLASS], controls: [parts.control ?? forClass] }),
    bare(smiles, parts.form),
    on(parts.day ?? '2022-09-01'),
    'US',
  );

describe('a class that is decided', () => {
  test('controls its members by the basis "class", with the clauses met', () => {
    expect(say(ACETYL)).toMatchObject({
      status: 'controlled',
      controls: [
        {
          id: 'k',
          basis: 'class',
          doubt: null,
          proof: { rule: 'class', zones: [{ zone: 'acyl', clause: 'E', outcome: 'changed' }] },
        },
      ],
    });
  });

  test('from its first day only', () => {
    expect(say(ACETYL, { day: '2018-02-05' }).status).toBe('not-controlled');
    expect(say(ACETYL, { day: '2018-02-06' }).status).toBe('controlled');
  });

  test('says nothing of what is no member', () => {
    for (const smiles of ['CC(=O)Oc1ccccc1C(=O)O', 'COC1CN(CCCOc2ccc(F)cc2)CCC1NC(=O)c1cc(Cl)c(N)cc1OC']) {
      expect(say(smiles)).toMatchObject({ status: 'not-controlled', controls: [], excluded: [] });
    }
  });

  test('sends a doubt to a person by its name, in three languages', () => {
    const said = say(FORMYL_DOUBT);
    expect(said).toMatchObject({ status: 'review', controls: [{ doubt: { code: 'formyl-acyl' } }] });
    expect(said.controls[0]?.doubt?.data).toMatchObject({
      rule: 'class',
      'text.zh': expect.stringContaining('：') as string,
      'text.es': expect.stringContaining('formyl') as string,
    });
  });

  test('sends what is close to a person, and never says what stands outside', () => {
    const said = say(REMI);
    expect(said).toMatchObject({ status: 'review', controls: [{ doubt: { code: 'close-to' } }] });
    expect(said.controls[0]?.doubt?.text).not.toMatch(/phenethyl|phenyl|ester|chain|instead|outside/i);
    expect(said.controls[0]?.proof?.zones.every(({ outcome }) => outcome === 'changed')).toBe(true);
  });

  test('excludes in the open what the rule itself gives as outside, be it close or a member by the words', () => {
    for (const { name, smiles } of CLASS.examplesOut) {
      expect(say(smiles), name).toMatchObject({
        status: 'not-controlled',
        controls: [],
        excluded: [{ id: 'k', because: { code: 'not-a-member', data: { example: name } } }],
      });
    }
    expect(say('[2H]C([2H])([2H])C=CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1').status).toBe('not-controlled');
  });

  test('reaches salts and isotopologues of members as the clause of the control says', () => {
    const salt = { salt: 'hydrochloride', removed: ['hydrochloride'] };
    const under = (scope: typeof WIDE_SCOPE, form: Partial<GoodsForm>): ReturnType<typeof statusOn> =>
      say(ACETYL, { control: { ...forClass, scope }, form });
    expect(under(WIDE_SCOPE, salt).status).toBe('controlled');
    expect(under(UNREAD_SCOPE, salt)).toMatchObject({
      status: 'review',
      controls: [{ basis: 'class', doubt: { code: 'salts-unread' } }],
    });
    expect(under(BARE_SCOPE, salt)).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: 'salts-not-covered' } }],
    });
    expect(under(UNREAD_SCOPE, { isotopes: true })).toMatchObject({
      controls: [{ doubt: { code: 'isotopologues-unread' } }],
    });
    expect(under(UNREAD_SCOPE, { stereo: 'other' }).status).toBe('controlled');
  });

  test('a clause that came later than the class counts from its own day', () => {
    const later: StructureRule = {
      ...CLASS,
      definition: {
        ...FENTANYLS_US,
        zones: FENTANYLS_US.zones.map((zone) => ({
          ...zone,
          allow: zone.allow.map((one) => (one.clause === 'C' ? { ...one, from: day('2020-01-01') } : one)),
        })),
      },
    };
    expect(say(METHYL, { rule: later, day: '2019-12-31' }).status).toBe('not-controlled');
    expect(say(METHYL, { rule: later, day: '2020-01-01' })).toMatchObject({
      status: 'controlled',
      controls: [{ effectiveFrom: '2020-01-01' }],
    });
    expect(say(ACETYL, { rule: later, day: '2019-12-31' }).status).toBe('controlled');
  });

  test('goods with their own entry are dealt with by that one', () => {
    const named = substance('3-methylfentanyl', { smiles: METHYL, inchikey: 'MLQRZXNZHAOCHQ-UHFFFAOYSA-N' });
    const own = control({ id: 'own', target: { goods: '3-methylfentanyl' }, list: 'Schedule II' });
    const law = lawOf({ substances: [named], rules: [CLASS], controls: [forClass, own] });
    expect(statusOn(law, goods(named), on('2022-09-01'), 'US')).toMatchObject({
      status: 'controlled',
      controls: [{ id: 'own', basis: 'named' }],
      excluded: [{ id: 'k', because: { code: 'listed-elsewhere' } }],
    });
  });
});

describe('a class that is itself a matter of similarity', () => {
  const words = { en: 'A person must judge.', zh: '须由人判断。', es: 'Debe juzgar una persona.' };
  const similar: StructureRule = {
    ...CLASS,
    id: 'similar',
    examplesOut: [],
    definition: { ...FENTANYLS_US, doubts: [{ code: 'judgement-of-similarity', words }] },
  };
  const analogues = rule({ id: 'analogues', kind: 'class', title: 'analogues' });
  const forAnalogues = control({ id: 'an', target: { rule: 'analogues' }, start: since('1986-10-27') });
  const inCanada = control({ id: 'ca', target: { rule: 'similar' }, jurisdiction: 'CA' });
  const inTheStates = (...more: readonly (typeof forClass)[]): ReturnType<typeof statusOn> =>
    statusOn(
      lawOf({ rules: [similar, CLASS, analogues], controls: [forAnalogues, inCanada, ...more] }),
      bare(CLASS.examplesOut[0]!.smiles),
      on('2022-09-01'),
      'US',
    );

  test('founds an analogue where the law has no class of its own, and none where it has', () => {
    expect(inTheStates()).toMatchObject({ status: 'review', controls: [{ id: 'an', basis: 'analogue' }] });
    expect(inTheStates(forClass)).toMatchObject({ status: 'not-controlled', controls: [] });
  });

  test('is for a person where it stands', () => {
    expect(say(ACETYL, { rule: { ...similar, id: 'class' } })).toMatchObject({
      status: 'review',
      controls: [{ doubt: { code: 'judgement-of-similarity' }, proof: { zones: [{ clause: 'E' }] } }],
    });
  });
});
