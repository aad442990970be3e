import { describe, expect, test } from 'vitest';
import { BRIDGE_KINDS, GROUP_KINDS } from '../controls/index.ts';
import { classDefinition } from './class-definition-schema.ts';

const WORDS = { en: 'ring', zh: '环', es: 'anillo' };
const ZONE = { zone: 'ring', title: WORDS, at: [1], kind: 'substituents' };
const LEAST = { changesMin: 0, scaffolds: ['C1CC[NH:1]CC1'], zones: [ZONE] };

/** What the schema makes of a list of shapes; null where it refuses them. */
function shapesOf(shapes: unknown): unknown {
  const read = classDefinition.safeParse({
    ...LEAST,
    zones: [{ ...ZONE, allow: [{ clause: '(a)', shapes }] }],
  });
  return read.success ? read.data.zones[0]?.allow[0]?.shapes : null;
}

describe('a definition in YAML', () => {
  test('what says nothing may be left out, and is filled in', () => {
    expect(classDefinition.parse(LEAST)).toEqual({
      reference: null,
      changesMin: 0,
      scaffolds: [{ smiles: 'C1CC[NH:1]CC1', clause: null, what: null, doubt: null }],
      near: [],
      zones: [{ ...ZONE, unchanged: [], allow: [], doubts: [], countMax: null }],
      massMax: null,
      doubts: [],
    });
  });

  test('a group may be written as its bare word, and so may nothing and any', () => {
    expect(shapesOf(['halo', { group: 'alkyl', carbonsMax: 3 }, 'nothing', 'any'])).toEqual([
      { group: 'halo' },
      { group: 'alkyl', carbonsMax: 3 },
      { nothing: true },
      { any: true },
    ]);
    for (const kind of GROUP_KINDS) expect(shapesOf([kind])).toEqual([{ group: kind }]);
    for (const bridge of BRIDGE_KINDS) expect(shapesOf([{ bridge }])).toEqual([{ bridge }]);
  });

  test('shapes stand within rings and chains, and within what any excepts', () => {
    const ring = {
      system: 'monocycle',
      is: ['c1ccccc1'],
      substituents: ['halo', { bridge: 'methylenedioxy' }],
    };
    const read = {
      ...ring,
      substituents: [{ group: 'halo' }, { bridge: 'methylenedioxy' }],
    };
    const chain = { atomsMin: 1, atomsMax: 2, substituents: 'none' };
    expect(shapesOf([{ ring }, { chain: { ...chain, ring } }, { any: true, except: ['oxo'] }])).toEqual([
      { ring: read },
      { chain: { ...chain, ring: read } },
      { any: true, except: [{ group: 'oxo' }] },
    ]);
  });

  test.each([
    ['an unknown group', ['alkil']],
    ['an unknown key', [{ group: 'alkyl', carbons: 3 }]],
    ['two shapes in one', [{ group: 'alkyl', exactly: 'C' }]],
    ['a ring that says nothing of its substituents', [{ ring: { system: 'any' } }]],
    ['no shape at all', []],
  ])('%s is refused', (_, shapes) => {
    expect(shapesOf(shapes)).toBeNull();
  });

  test('a doubt without words in each language is refused', () => {
    const doubts = [{ code: 'open-list', words: { en: 'open', zh: '未明' } }];
    expect(classDefinition.safeParse({ ...LEAST, doubts }).success).toBe(false);
    expect(
      classDefinition.safeParse({ ...LEAST, doubts: [{ code: 'open-list', words: WORDS }] }).success,
    ).toBe(true);
  });
});
