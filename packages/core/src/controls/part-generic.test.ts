import { describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import { linksOf } from './basis.ts';
import type { Zone } from './control.ts';
import { partGenericMatch, readScaffold, type PartGenericMatch } from './part-generic.ts';
import { statusOn } from './status-on.ts';
import {
  bare,
  control,
  goods,
  lawOf,
  molecule,
  on,
  rule,
  since,
  substance,
  WIDE_SCOPE,
} from './test/small-law.ts';

/**
 * "4-anilinopiperidine (including its amides, its carbamates, its halides, its salts, and any combination thereof,
 * whenever the existence of such is possible)": List I, halides from 2023-11-30 (88 FR 74358).
 */
const zone = (at: readonly number[], allow: Zone['allow'], from: string | null = null): Zone => ({
  at,
  clause: `its ${allow}s`,
  allow,
  from: from === null ? null : day(from),
});
const AP_RULE = rule({
  id: 'us-4-ap',
  kind: 'part-generic',
  scaffold: '[NH:1]1[CH2:2][CH2:3][CH:4]([CH2:5][CH2:6]1)[NH:7][c:8]1[cH:9][cH:10][cH:11][cH:12][cH:13]1',
  zones: [
    zone([1, 7], 'amide'),
    zone([1, 7], 'carbamate'),
    zone([2, 3, 4, 5, 6, 9, 10, 11, 12, 13], 'halide', '2023-11-30'),
  ],
});
/** "4-piperidone (including its acetals, its amides, its carbamates ...)": List I since 2023-05-12 (88 FR 21902). */
const PIPERIDONE_RULE = rule({
  id: 'us-4-piperidone',
  kind: 'part-generic',
  scaffold: '[NH:1]1[CH2:2][CH2:3][C:4](=[O:5])[CH2:6][CH2:7]1',
  zones: [zone([1], 'amide'), zone([1], 'carbamate'), zone([4], 'acetal')],
});

const AP = readScaffold(AP_RULE, molecule(AP_RULE.scaffold ?? ''));
const PIPERIDONE = readScaffold(PIPERIDONE_RULE, molecule(PIPERIDONE_RULE.scaffold ?? ''));
const meet = (scaffold: typeof AP, smiles: string): PartGenericMatch | null =>
  partGenericMatch(scaffold, molecule(smiles));

describe('amides, carbamates and halides of 4-anilinopiperidine', () => {
  test.each([
    ['1-boc-4-AP', 'CC(C)(C)OC(=O)N1CCC(CC1)Nc1ccccc1', ['carbamate@1'], null],
    ['norfentanyl', 'CCC(=O)N(c1ccccc1)C1CCNCC1', ['amide@7'], null],
    ['a formamide on the ring nitrogen', 'O=CN1CCC(CC1)Nc1ccccc1', ['amide@1'], null],
    ['4-fluoro-4-AP', 'Fc1ccc(NC2CCNCC2)cc1', ['halide@11'], '2023-11-30'],
    [
      '1-boc-4-bromo-4-AP',
      'CC(C)(C)OC(=O)N1CCC(Nc2ccc(Br)cc2)CC1',
      ['carbamate@1', 'halide@11'],
      '2023-11-30',
    ],
    ['1-boc-norfentanyl', 'CCC(=O)N(c1ccccc1)C1CCN(C(=O)OC(C)(C)C)CC1', ['amide@7', 'carbamate@1'], null],
  ])('%s is one', (_, smiles, zones, from) => {
    const match = meet(AP, smiles);
    expect(match).toMatchObject({ from, doubt: null });
    expect(match?.proof.zones.map((one) => one.zone).sort()).toEqual(zones);
  });

  test.each([
    ['4-AP itself', 'N1CCC(CC1)Nc1ccccc1'],
    ['fentanyl: phenethyl on the nitrogen is no amide', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'],
    ['ANPP', 'C1CN(CCC1Nc1ccccc1)CCc1ccccc1'],
    ['N-methyl-4-AP', 'CN1CCC(CC1)Nc1ccccc1'],
    ['4-methyl on the aniline ring', 'Cc1ccc(NC2CCNCC2)cc1'],
    ['a halogen on a group and not on the ring', 'FCc1ccc(NC2CCNCC2)cc1'],
    ['a chloroformamide, neither amide nor carbamate', 'O=C(Cl)N1CCC(CC1)Nc1ccccc1'],
    ['4-(benzylamino)piperidine', 'N1CCC(CC1)NCc1ccccc1'],
    ['a bridge over the piperidine ring', 'C1CC2CC(CC1N2)Nc1ccccc1'],
    ['a group that hangs on both nitrogens', 'O=C1CCC(=O)N2CCC(CC2)N1c1ccccc1'],
    ['a bond across the piperidine ring', 'CC(C)(C)OC(=O)N1C2CC(CC12)Nc1ccccc1'],
    ['a charge on the scaffold', 'CC(=O)[NH+]1CCC(CC1)Nc1ccccc1'],
    ['a naphthalene in place of the phenyl', 'N1CCC(CC1)Nc1cccc2ccccc12'],
    ['3-anilinopiperidine', 'N1CCCC(C1)Nc1ccccc1'],
    ['benzene', 'c1ccccc1'],
  ])('%s is none', (_, smiles) => {
    expect(meet(AP, smiles)).toBe(null);
  });

  test.each([
    ['a urea', 'CNC(=O)N1CCC(CC1)Nc1ccccc1'],
    ['a thioamide', 'CC(=S)N1CCC(CC1)Nc1ccccc1'],
    ['a sulfonamide', 'CS(=O)(=O)N1CCC(CC1)Nc1ccccc1'],
    ['a thiocarbamate', 'CSC(=O)N1CCC(CC1)Nc1ccccc1'],
  ])('%s is one in a wider sense only: for a person', (_, smiles) => {
    expect(meet(AP, smiles)).toMatchObject({ doubt: { code: 'wider-sense' } });
  });

  test('the proof draws scaffold and groups without overlap, all atoms told', () => {
    const whole = molecule('CC(C)(C)OC(=O)N1CCC(Nc2ccc(Br)cc2)CC1');
    const proof = partGenericMatch(AP, whole)?.proof;
    const drawn = [...(proof?.scaffold ?? []), ...(proof?.zones.flatMap((one) => one.atoms) ?? [])];
    expect([...drawn].sort((a, b) => a - b)).toEqual(whole.atoms.map((_, index) => index));
    expect(proof?.zones.find((one) => one.zone.startsWith('carbamate'))?.atoms).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
  });
});

describe('acetals, amides and carbamates of 4-piperidone', () => {
  test.each([
    ['1-boc-4-piperidone', 'CC(C)(C)OC(=O)N1CCC(=O)CC1', ['carbamate@1']],
    ['the ethylene acetal', 'C1CNCCC12OCCO2', ['acetal@4']],
    ['the dimethyl acetal', 'COC1(OC)CCNCC1', ['acetal@4']],
    ['an acetal with a carbamate', 'COC1(OC)CCN(C(=O)OC(C)(C)C)CC1', ['acetal@4', 'carbamate@1']],
  ])('%s is one', (_, smiles, zones) => {
    const match = meet(PIPERIDONE, smiles);
    expect(match).toMatchObject({ doubt: null });
    expect(match?.proof.zones.map((one) => one.zone).sort()).toEqual(zones);
  });

  test.each([
    ['the hydrate it is mostly sold as', 'OC1(O)CCNCC1'],
    ['a hemiacetal', 'COC1(O)CCNCC1'],
  ])('%s is for a person', (_, smiles) => {
    expect(meet(PIPERIDONE, smiles)).toMatchObject({ doubt: { code: 'hydrate-of-the-ketone' } });
  });

  test.each([
    ['4-piperidone itself', 'O=C1CCNCC1'],
    ['NPP', 'O=C1CCN(CCc2ccccc2)CC1'],
    ['1-benzyl-4-piperidone', 'O=C1CCN(Cc2ccccc2)CC1'],
    ['4-hydroxypiperidine', 'OC1CCNCC1'],
    ['4-methoxypiperidine', 'COC1CCNCC1'],
    ['a thioacetal', 'C1CNCCC12SCCS2'],
    ['an aminal', 'C1CNCCC12NCCN2'],
    ['a bridge from the carbon to the nitrogen', 'O1CON2CCC1CC2'],
    ['a peroxide', 'COOC1(OC)CCNCC1'],
    ['a silyl ketal', 'C[Si](C)(C)OC1(OC)CCNCC1'],
    ['3-piperidone', 'O=C1CCCNC1'],
    ['an acetal of 3-methyl-4-piperidone', 'CC1CNCCC12OCCO2'],
  ])('%s is none', (_, smiles) => {
    expect(meet(PIPERIDONE, smiles)).toBe(null);
  });
});

describe('esters', () => {
  const esters = (scaffold: string): typeof AP => {
    const one = rule({ id: 'esters', kind: 'part-generic', scaffold, zones: [zone([1], 'ester')] });
    return readScaffold(one, molecule(scaffold));
  };
  const ACID = esters('c1ccc(cc1)CC(=O)[OH:1]');
  const ALCOHOL = esters('c1ccccc1C[OH:1]');

  test.each([
    ['of the acid: methyl phenylacetate', ACID, 'COC(=O)Cc1ccccc1'],
    ['of the acid: phenyl phenylacetate', ACID, 'O=C(Cc1ccccc1)Oc1ccccc1'],
    ['of the alcohol: benzyl acetate', ALCOHOL, 'CC(=O)OCc1ccccc1'],
  ])('%s', (_, scaffold, smiles) => {
    expect(meet(scaffold, smiles)).toMatchObject({ doubt: null, proof: { zones: [{ zone: 'ester@1' }] } });
  });

  test.each([
    ['phenylacetic acid itself', ACID, 'OC(=O)Cc1ccccc1'],
    ['its anhydride', ACID, 'O=C(Cc1ccccc1)OC(=O)Cc1ccccc1'],
    ['its amide', ACID, 'NC(=O)Cc1ccccc1'],
    ['its peroxide', ACID, 'COOC(=O)Cc1ccccc1'],
    ['an ester with a group more', ACID, 'COC(=O)C(C)c1ccccc1'],
    ['an ether of the alcohol', ALCOHOL, 'COCc1ccccc1'],
  ])('none: %s', (_, scaffold, smiles) => {
    expect(meet(scaffold, smiles)).toBe(null);
  });
});

describe('in an answer', () => {
  const AP_SUBSTANCE = substance('4-ap', {
    smiles: 'N1CCC(CC1)Nc1ccccc1',
    inchikey: 'LKRMTUUCKBQGFO-UHFFFAOYSA-N',
  });
  const law = lawOf({
    substances: [AP_SUBSTANCE],
    rules: [AP_RULE],
    controls: [
      control({
        id: 'ap',
        target: { goods: '4-ap' },
        partGeneric: ['us-4-ap'],
        start: since('2020-05-15'),
        published: day('2020-04-15'),
        scope: { ...WIDE_SCOPE, isomers: 'none', esters: 'no', ethers: 'no' },
      }),
    ],
  });
  const BOC = bare('CC(C)(C)OC(=O)N1CCC(CC1)Nc1ccccc1');
  const FLUORO = bare('Fc1ccc(NC2CCNCC2)cc1');

  test('1-boc-4-AP is reached from the first day, with its proof', () => {
    expect(statusOn(law, BOC, on('2020-05-15'), 'US')).toMatchObject({
      status: 'controlled',
      controls: [
        { id: 'ap', basis: 'part-generic', effectiveFrom: '2020-05-15', proof: { rule: 'us-4-ap' } },
      ],
    });
    expect(statusOn(law, BOC, on('2020-05-14'), 'US').status).toBe('not-controlled');
  });

  test('4-AP itself is named, not part-generic', () => {
    expect(statusOn(law, goods(AP_SUBSTANCE), on('2020-05-15'), 'US')).toMatchObject({
      controls: [{ id: 'ap', basis: 'named', proof: null }],
    });
  });

  test('its halides from the day the words came', () => {
    expect(statusOn(law, FLUORO, on('2023-11-29'), 'US').status).toBe('not-controlled');
    expect(statusOn(law, FLUORO, on('2023-11-30'), 'US')).toMatchObject({
      status: 'controlled',
      controls: [{ basis: 'part-generic', effectiveFrom: '2023-11-30' }],
    });
    // The entry of 2020 had been published; the words of 2023 had not.
    expect(statusOn(law, FLUORO, on('2024-01-01', { known: day('2022-01-01') }), 'US').status).toBe(
      'not-controlled',
    );
    expect(statusOn(law, BOC, on('2024-01-01', { known: day('2022-01-01') }), 'US').status).toBe(
      'controlled',
    );
  });

  test('salts of them as the entry says', () => {
    const salt = { ...BOC, form: { ...BOC.form, salt: 'hydrochloride', removed: ['hydrochloride'] } };
    expect(statusOn(law, salt, on('2022-01-01'), 'US').status).toBe('controlled');
    const without = {
      ...law,
      controls: law.controls.map((one) => ({ ...one, scope: { ...one.scope, salts: 'no' as const } })),
    };
    expect(statusOn(without, salt, on('2022-01-01'), 'US')).toMatchObject({
      status: 'not-controlled',
      excluded: [{ basis: 'part-generic', because: { code: 'salts-not-covered' } }],
    });
  });

  test('a group in the wider sense sends it to a person', () => {
    const urea = bare('CNC(=O)N1CCC(CC1)Nc1ccccc1');
    expect(linksOf(law, urea)).toMatchObject([{ basis: 'part-generic', outcome: 'doubt' }]);
    expect(statusOn(law, urea, on('2022-01-01'), 'US')).toMatchObject({
      status: 'review',
      controls: [{ basis: 'part-generic', doubt: { code: 'wider-sense' } }],
    });
  });
});
