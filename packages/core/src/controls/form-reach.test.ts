import { describe, expect, test } from 'vitest';
import { formReach, isSalt, type CounterIonRoles } from './form-reach.ts';
import { BARE_SCOPE, PLAIN_FORM, UNREAD_SCOPE, WIDE_SCOPE } from './test/small-law.ts';

const ROLES: CounterIonRoles = new Map([
  ['hydrochloride', 'acid'],
  ['water', 'water'],
  ['ethanol', 'solvent'],
]);

const SALT = { ...PLAIN_FORM, salt: 'hydrochloride', removed: ['hydrochloride'] };
const HYDRATE = { ...PLAIN_FORM, removed: ['water'] };
const MIRROR = { ...PLAIN_FORM, stereo: 'other' as const };
const OPEN = { ...PLAIN_FORM, stereo: 'open' as const };
const HEAVY = { ...PLAIN_FORM, isotopes: true };

describe('what is a salt', () => {
  test('counter-ions make salts; water and solvents do not; what the list does not know is asked about', () => {
    expect(isSalt(SALT, ROLES)).toBe(true);
    expect(isSalt({ ...PLAIN_FORM, removed: ['hydrochloride'] }, ROLES)).toBe(true);
    expect(isSalt({ ...PLAIN_FORM, salt: 'citrate' }, ROLES)).toBe(true);
    expect(isSalt({ ...PLAIN_FORM, removed: ['something new'] }, ROLES)).toBe(true);
    expect(isSalt(HYDRATE, ROLES)).toBe(false);
    expect(isSalt({ ...PLAIN_FORM, removed: ['ethanol'] }, ROLES)).toBe(false);
    expect(isSalt(PLAIN_FORM, ROLES)).toBe(false);
  });
});

describe('reach of a clause', () => {
  test('the thing itself and its hydrate are named, whatever the clause says', () => {
    for (const scope of [BARE_SCOPE, WIDE_SCOPE, UNREAD_SCOPE]) {
      expect(formReach(scope, PLAIN_FORM, false, ROLES)).toEqual({
        basis: 'named',
        outcome: 'applies',
        reasons: [],
      });
      expect(formReach(scope, HYDRATE, false, ROLES).outcome).toBe('applies');
    }
  });

  test.each([
    ['a salt', SALT, 'salt', 'salts-not-covered', 'salts-unread'],
    ['another stereoisomer', MIRROR, 'stereoisomer', 'isomers-not-covered', 'isomers-unread'],
    ['an isotopologue', HEAVY, 'isotopologue', 'isotopologues-not-covered', 'isotopologues-unread'],
  ] as const)('%s: yes applies, no excludes, unread is for a person', (_, form, basis, no, unread) => {
    expect(formReach(WIDE_SCOPE, form, false, ROLES)).toMatchObject({ basis, outcome: 'applies' });
    expect(formReach(BARE_SCOPE, form, false, ROLES)).toMatchObject({
      basis,
      outcome: 'excluded',
      reasons: [{ code: no }],
    });
    expect(formReach(UNREAD_SCOPE, form, false, ROLES)).toMatchObject({
      basis,
      outcome: 'doubt',
      reasons: [{ code: unread }],
    });
  });

  test.each(['optical', 'stereo', 'positional'] as const)('isomers: %s reaches stereoisomers', (isomers) => {
    expect(formReach({ ...BARE_SCOPE, isomers }, MIRROR, false, ROLES).outcome).toBe('applies');
  });

  test('goods drawn without stereo may be the isomer named: never excluded', () => {
    expect(formReach(BARE_SCOPE, OPEN, false, ROLES)).toMatchObject({
      outcome: 'doubt',
      reasons: [{ code: 'stereo-not-stated' }],
    });
  });

  test('an entry whose name leaves stereo open names every stereoisomer', () => {
    expect(formReach(BARE_SCOPE, MIRROR, true, ROLES)).toMatchObject({ basis: 'named', outcome: 'applies' });
  });

  test('an excepted salt can be read two ways', () => {
    const scope = { ...WIDE_SCOPE, saltsExcept: ['hydrochloride', 'sulfate'] };
    expect(formReach(scope, SALT, false, ROLES)).toMatchObject({
      basis: 'salt',
      outcome: 'doubt',
      reasons: [{ code: 'salt-excepted' }],
    });
    expect(formReach(scope, { ...SALT, salt: 'citrate', removed: ['citrate'] }, false, ROLES).outcome).toBe(
      'applies',
    );
  });

  test('each difference is asked: one clause missing is enough to exclude, one unread to doubt', () => {
    const both = { ...SALT, isotopes: true };
    expect(formReach({ ...WIDE_SCOPE, salts: 'no' }, both, false, ROLES)).toMatchObject({
      basis: 'isotopologue',
      outcome: 'excluded',
      reasons: [{ code: 'salts-not-covered' }],
    });
    const unread = formReach({ ...UNREAD_SCOPE, salts: 'no' }, both, false, ROLES);
    expect(unread.outcome).toBe('excluded');
    expect(unread.reasons.map(({ code }) => code)).toEqual(['salts-not-covered', 'isotopologues-unread']);
  });
});
