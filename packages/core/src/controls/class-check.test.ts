import { describe, expect, test } from 'vitest';
import { loadLaw } from '../node/index.ts';
import { checkDefinition, FRAMES_MAX, SHAPE_DEPTH_MAX } from './class-check.ts';
import type { ClassDefinition, Shape } from './class-definition.ts';
import { compileClass } from './class-match.ts';
import { FENTANYLS_US, NITAZENES_CN, scaffoldOf, zoneOf } from './test/class-definitions.ts';

const codes = (parts: Partial<ClassDefinition>): readonly string[] =>
  checkDefinition({ ...FENTANYLS_US, ...parts }).map(({ code }) => code);

/** The zones with one more, which holds this shape. */
const withShape = (...shapes: readonly Shape[]): Partial<ClassDefinition> => ({
  zones: [
    ...FENTANYLS_US.zones,
    zoneOf({ zone: 'more', at: [9], kind: 'substituents', allow: [{ clause: 'x', shapes, from: null }] }),
  ],
});

describe('a definition in order', () => {
  test.each([
    ['of the United States', FENTANYLS_US],
    ['of China', NITAZENES_CN],
  ])('%s has no problem and compiles', (_, definition) => {
    expect(checkDefinition(definition)).toEqual([]);
    expect(() => compileClass(definition, 'r')).not.toThrow();
  });

  test('every definition of the compiled law is', () => {
    const rules = loadLaw().rules.filter((rule) => rule.definition !== undefined);
    for (const { id, definition } of rules) {
      if (definition === undefined) continue;
      expect(checkDefinition(definition), id).toEqual([]);
      expect(() => compileClass(definition, id), id).not.toThrow();
    }
    expect(rules.length).toBeGreaterThan(5);
  });
});

describe('what is wrong is told, with where it stands and what to do', () => {
  test.each([
    ['no scaffold', { scaffolds: [] }, 'no-scaffold'],
    ['a scaffold that cannot be read', { scaffolds: [scaffoldOf('C1CC')] }, 'class-smiles'],
    ['a scaffold of two components', { scaffolds: [scaffoldOf('[CH3:1].[CH3:2]')] }, 'class-smiles'],
    ['an empty near frame', { near: [''] }, 'class-smiles'],
    ['a reference that cannot be read', { reference: { name: 'x', smiles: 'c1cc' } }, 'class-smiles'],
    ['a shape that cannot be read', withShape({ exactly: 'C(' }), 'class-smiles'],
    [
      'a ring skeleton that cannot be read',
      withShape({ ring: { system: 'any', is: ['c1'], substituents: 'any' } }),
      'class-smiles',
    ],
    ['two zones of one name', { zones: [...FENTANYLS_US.zones, FENTANYLS_US.zones[0]!] }, 'zone-twice'],
    ['a zone without a position', { zones: [zoneOf({ zone: 'z', at: [], kind: 'slot' })] }, 'zone-nowhere'],
    [
      'a zone off the scaffold',
      { zones: [zoneOf({ zone: 'z', at: [77], kind: 'slot' })] },
      'zone-off-scaffold',
    ],
    ['a near frame with a number of its own', { near: ['O=[C:1][N:99]'] }, 'near-off-scaffold'],
    ['a number at two atoms', { near: ['O=[C:1][N:1]'] }, 'position-twice'],
    [
      'limits the wrong way round',
      withShape({ group: 'alkyl', carbonsMin: 4, carbonsMax: 2 }),
      'limits-crossed',
    ],
    [
      'a chain with its limits the wrong way round',
      withShape({
        chain: {
          atomsMin: 3,
          atomsMax: 2,
          substituents: 'any',
          ring: { system: 'any', substituents: 'any' },
        },
      }),
      'limits-crossed',
    ],
    ['an element that is none', withShape({ bondedBy: ['Xx'] }), 'no-such-element'],
    ['hydrogen as what bonds a group', withShape({ bondedBy: ['H'] }), 'no-such-element'],
    [
      'a reference without the scaffold',
      { reference: { name: 'benzene', smiles: 'c1ccccc1' } },
      'reference-without-scaffold',
    ],
    [
      'a reference with a group no zone takes',
      { zones: FENTANYLS_US.zones.filter(({ zone }) => zone !== 'aniline') },
      'reference-changed',
    ],
    [
      'too many frames',
      { near: Array.from({ length: FRAMES_MAX }, () => 'O=[C:1][N:2]') },
      'definition-too-large',
    ],
  ] as const)('%s', (_, parts, code) => {
    const problems = checkDefinition({ ...FENTANYLS_US, ...parts });
    expect(problems.map((one) => one.code)).toContain(code);
    for (const { message, todo } of problems) {
      expect(message).toMatch(/\.$/);
      expect(todo).toBeDefined();
    }
  });

  test('shapes within shapes end somewhere', () => {
    const nest = (depth: number): Shape =>
      depth === 1 ? { group: 'halo' } : { ring: { system: 'any', substituents: [nest(depth - 1)] } };
    expect(codes(withShape(nest(SHAPE_DEPTH_MAX)))).toEqual([]);
    expect(codes(withShape(nest(SHAPE_DEPTH_MAX + 1)))).toContain('shape-too-deep');
    expect(codes(withShape(nest(500)))).toContain('shape-too-deep');
  });
});
