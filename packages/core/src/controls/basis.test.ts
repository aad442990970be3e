import { describe, expect, test } from 'vitest';
import { statusOn } from './status-on.ts';
import {
  bare,
  control,
  goods,
  lawOf,
  on,
  since,
  substance,
  UNREAD_SCOPE,
  WIDE_SCOPE,
  type ControlParts,
} from './test/small-law.ts';

const A = substance('a');
const own = (parts: Partial<ControlParts> = {}): ReturnType<typeof control> =>
  control({ id: 'c', target: { goods: 'a' }, ...parts });
describe('forms', () => {
  const salt = goods(A, { salt: 'hydrochloride', removed: ['hydrochloride'] });
  const law = (scope: typeof WIDE_SCOPE): ReturnType<typeof lawOf> =>
    lawOf({ substances: [A], controls: [own({ scope })] });

  test('a salt under a clause on salts', () => {
    expect(statusOn(law(WIDE_SCOPE), salt, on('2022-09-01'), 'US')).toMatchObject({
      status: 'controlled',
      controls: [{ basis: 'salt' }],
    });
  });

  test('a salt where the clause was not read is for a person', () => {
    expect(statusOn(law(UNREAD_SCOPE), salt, on('2022-09-01'), 'US')).toMatchObject({
      status: 'review',
      controls: [{ basis: 'salt', doubt: { code: 'salts-unread' } }],
      reasons: [{ code: 'salts-unread' }, { code: 'duties-if-controlled' }],
    });
  });

  test('a salt outside the clause is excluded in the open', () => {
    expect(statusOn(law({ ...WIDE_SCOPE, salts: 'no' }), salt, on('2022-09-01'), 'US')).toMatchObject({
      status: 'not-controlled',
      controls: [],
      excluded: [{ id: 'c', because: { code: 'salts-not-covered' } }],
    });
  });
});

describe('a salt that a law names apart', () => {
  const base = substance('base');
  const named = { ...substance('base hydrochloride'), saltOf: 'base' };
  const forBase = control({ id: 'b', target: { goods: 'base' }, scope: WIDE_SCOPE });
  const say = (controls: readonly (typeof forBase)[]): ReturnType<typeof statusOn> =>
    statusOn(lawOf({ substances: [base, named], controls }), goods(named), on('2022-09-01'), 'US');

  test('is reached as a salt of its base', () => {
    expect(say([forBase])).toMatchObject({ status: 'controlled', controls: [{ id: 'b', basis: 'salt' }] });
    expect(say([{ ...forBase, scope: UNREAD_SCOPE }]).status).toBe('review');
    expect(say([{ ...forBase, scope: { ...WIDE_SCOPE, salts: 'no' } }]).status).toBe('not-controlled');
  });

  test('is dealt with by its own entry where it has one', () => {
    const own = control({ id: 's', target: { goods: 'base hydrochloride' }, list: 'List II' });
    expect(say([forBase, own])).toMatchObject({
      controls: [{ id: 's', basis: 'named' }],
      excluded: [{ id: 'b', because: { code: 'listed-elsewhere' } }],
    });
  });
});

describe('isomers with their own names', () => {
  const stem = 'InChI=1S/C10H15NO/c1-8(11-2)10(12)9-6-4-3-5-7-9/h3-8,10-12H,1-2H3';
  const R = substance('r', { inchikey: 'KWGRBVOPPLSCSI-R', inchi: `${stem}/t8-,10-/m0/s1` });
  const S = substance('s', { inchikey: 'KWGRBVOPPLSCSI-S', inchi: `${stem}/t8-,10-/m1/s1` });
  const D = substance('d', { inchikey: 'KWGRBVOPPLSCSI-D', inchi: `${stem}/t8-,10+/m0/s1` });
  const RAC = substance('rac', { inchikey: 'KWGRBVOPPLSCSI-U', inchi: stem, openStereo: true });
  const PLANT = substance('plant', {
    inchikey: 'KWGRBVOPPLSCSI-R',
    inchi: R.structure?.inchi ?? '',
    nature: 'plant',
  });
  const substances = [R, S, D, RAC, PLANT];
  const optical = { ...WIDE_SCOPE, isomers: 'optical' as const };
  const forR = control({ id: 'r', target: { goods: 'r' }, scope: optical });
  const say = (which: typeof R, controls: readonly (typeof forR)[]): ReturnType<typeof statusOn> =>
    statusOn(lawOf({ substances, controls }), goods(which), on('2022-09-01'), 'US');

  test('the mirror image is reached by a clause on optical isomers', () => {
    expect(say(S, [forR])).toMatchObject({ status: 'controlled', controls: [{ basis: 'stereoisomer' }] });
  });

  test('the racemate may be, and contains, the isomer named', () => {
    expect(say(RAC, [forR]).status).toBe('controlled');
    expect(say(RAC, [{ ...forR, scope: { ...optical, isomers: 'none' } }]).status).toBe('review');
  });

  test('a diastereomer is for a person, unless the clause says stereoisomers', () => {
    expect(say(D, [forR])).toMatchObject({
      status: 'review',
      controls: [{ doubt: { code: 'diastereomer' } }],
    });
    expect(say(D, [{ ...forR, scope: WIDE_SCOPE }]).status).toBe('controlled');
  });

  test('without a clause on isomers another isomer is not reached', () => {
    expect(say(S, [{ ...forR, scope: { ...optical, isomers: 'none' } }])).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: 'isomers-not-covered' } }],
    });
  });

  test('an isomer specifically excepted is not reached', () => {
    expect(say(S, [{ ...forR, scope: { ...optical, isomersExcept: ['s'] } }])).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: 'isomer-excepted' } }],
    });
    const memory = { ...optical, isomersExcept: ['s'], confidence: 'unverified' as const };
    const codes = (scope: typeof optical): readonly string[] =>
      say(S, [{ ...forR, scope }]).reasons.map(({ code }) => code);
    expect(codes(memory)).toContain('exception-not-verified');
    expect(codes({ ...memory, confidence: 'verified' })).not.toContain('exception-not-verified');
  });

  test('an entry whose name leaves stereo open names all of them', () => {
    const forAll = control({ id: 'rac', target: { goods: 'rac' } });
    expect(say(S, [forAll]).status).toBe('controlled');
  });

  test('an isomer with its own entry is dealt with by that one', () => {
    const forS = control({ id: 's', target: { goods: 's' }, list: 'List II' });
    expect(say(S, [forR, forS])).toMatchObject({
      status: 'controlled',
      controls: [{ id: 's', basis: 'named' }],
      excluded: [{ id: 'r', because: { code: 'listed-elsewhere', data: { own: 's' } } }],
    });
  });

  test('a plant does not lend its entry to what it contains', () => {
    expect(say(R, [control({ id: 'p', target: { goods: 'plant' }, scope: WIDE_SCOPE })]).status).toBe(
      'not-controlled',
    );
  });
});

describe('hydrates of ketones', () => {
  const ketone = substance('4-piperidone', {
    smiles: 'O=C1CCNCC1',
    inchikey: 'VRJHQPZVIGNGMX-UHFFFAOYSA-N',
    formula: 'C5H9NO',
  });
  const isomer = substance('3-piperidone', {
    smiles: 'O=C1CCCNC1',
    inchikey: 'QKJBKUVLIRRFIK-UHFFFAOYSA-N',
    formula: 'C5H9NO',
  });
  const law = lawOf({
    substances: [ketone, isomer],
    controls: [control({ id: 'k', target: { goods: '4-piperidone' }, scope: WIDE_SCOPE })],
  });
  const say = (smiles: string): ReturnType<typeof statusOn> =>
    statusOn(law, bare(smiles), on('2022-09-01'), 'US');

  test('the gem-diol of a controlled ketone is for a person', () => {
    expect(say('OC1(O)CCNCC1')).toMatchObject({
      status: 'review',
      controls: [{ id: 'k', doubt: { code: 'hydrate-of-the-ketone' } }],
    });
  });

  test.each([
    ['of another ketone', 'OC1(O)CCCNC1'],
    ['an alcohol', 'OC1CCNCC1'],
    ['two hydroxyls on two carbons', 'OC1CNCCC1O'],
    ['a hemiketal', 'COC1(O)CCNCC1'],
    ['an orthoacid', 'OC(O)(O)C1CCNCC1'],
  ])('%s is none', (_, smiles) => {
    expect(say(smiles).status).toBe('not-controlled');
  });
});

describe('esters and ethers', () => {
  const E = substance('e', { regimes: ['drug'] });
  const relation = (kind: 'ester' | 'ether'): Parameters<typeof lawOf>[0]['derivatives'] => [
    { of: 'a', substance: 'e', relation: kind, source: 'test', confidence: 'verified' },
  ];
  const say = (
    scope: typeof WIDE_SCOPE,
    kind: 'ester' | 'ether' | null,
    more: readonly ReturnType<typeof control>[] = [],
  ): ReturnType<typeof statusOn> =>
    statusOn(
      lawOf({
        substances: [A, E],
        controls: [own({ scope }), ...more],
        derivatives: kind === null ? [] : (relation(kind) ?? []),
      }),
      goods(E),
      on('2022-09-01'),
      'US',
    );

  test.each(['ester', 'ether'] as const)('a curated %s under the clause', (kind) => {
    expect(say(WIDE_SCOPE, kind)).toMatchObject({ status: 'controlled', controls: [{ basis: kind }] });
    expect(say(UNREAD_SCOPE, kind)).toMatchObject({
      status: 'review',
      controls: [{ doubt: { code: `${kind}s-unread` } }],
    });
    expect(say({ ...WIDE_SCOPE, esters: 'no', ethers: 'no' }, kind)).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: `${kind}s-not-covered` } }],
    });
  });

  test('what is not on the curated list is not guessed', () => {
    expect(say(WIDE_SCOPE, null).status).toBe('not-controlled');
  });

  test('a bare structure with an ester or ether in it says that only the list was asked', () => {
    const codes = (smiles: string): readonly string[] =>
      statusOn(lawOf({}), bare(smiles), on('2022-09-01'), 'US').reasons.map(({ code }) => code);
    expect(codes('CC(=O)Oc1ccccc1C(=O)O')).toContain('esters-by-list');
    expect(codes('COc1ccccc1')).toContain('esters-by-list');
    expect(codes('OC(=O)c1ccccc1')).not.toContain('esters-by-list');
    const anisole = substance('anisole', { smiles: 'COc1ccccc1' });
    const named = statusOn(lawOf({ substances: [anisole] }), goods(anisole), on('2022-09-01'), 'US');
    expect(named.reasons.map(({ code }) => code)).not.toContain('esters-by-list');
  });

  test('unless it is listed by itself', () => {
    const itself = control({ id: 'e', target: { goods: 'e' } });
    expect(say(WIDE_SCOPE, 'ester', [itself])).toMatchObject({
      controls: [{ id: 'e', basis: 'named' }],
      excluded: [{ id: 'c', because: { code: 'listed-elsewhere' } }],
    });
    const later = control({ id: 'e', target: { goods: 'e' }, start: since('2023-01-01') });
    expect(say(WIDE_SCOPE, 'ester', [later])).toMatchObject({ controls: [{ id: 'c', basis: 'ester' }] });
  });
});
