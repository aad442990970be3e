import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLaw } from '../node/law-file.ts';
import { foldName } from './name-fold.ts';
import { hasVariants, systematicForm } from './name-fold-systematic.ts';

const form = (name: string): string => systematicForm(foldName(name));

describe('one structure in several conventions', () => {
  it.each([
    ['1-(2-phenylethyl)piperidin-4-one', '1-phenethyl-4-piperidone'],
    ['N-phenethyl-4-piperidone', '1-(2-phenylethyl)-4-piperidinone'],
    ['4-(phenylamino)piperidine', '4-anilinopiperidine'],
    ['1-phenylpropan-2-one', '1-phenyl-2-propanone'],
    ['N-phenylpropanamide', 'N-phenylpropionamide'],
    ['1-(tert-butoxycarbonyl)-4-piperidone', 'N-Boc-4-piperidinone'],
  ])('%s = %s', (one, other) => {
    expect(form(one)).toBe(form(other));
  });

  it.each([
    ['N-phenylpiperidin-4-amine', '1-phenylpiperidin-4-amine'],
    ['1-phenylethyl bromide', '2-phenylethyl bromide'],
    ['3-piperidone', '4-piperidone'],
    ['1-phenyl-1-propanone', '1-phenyl-2-propanone'],
  ])('keeps apart %s and %s', (one, other) => {
    expect(form(one)).not.toBe(form(other));
  });

  it('brings no two goods of the law together that had different names', () => {
    const law = loadLaw();
    const owners = new Map<string, Map<string, string>>();
    const clashes: string[] = [];
    for (const [name, bearers] of Object.entries(law.index.names)) {
      if (!hasVariants(name)) continue;
      const same = owners.get(systematicForm(name)) ?? new Map<string, string>();
      owners.set(systematicForm(name), same);
      for (const [id] of bearers) {
        for (const [other, otherName] of same) {
          if (other !== id && otherName !== name) clashes.push(`${name} (${id}) and ${otherName} (${other})`);
        }
        same.set(id, name);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('is idempotent', () => {
    const unit = fc.constantFrom(
      '2',
      '4',
      '1',
      '-',
      'n',
      'phenylethyl',
      'piperidin',
      'one',
      'prop',
      'an',
      'boc',
      'amide',
      "'",
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const once = systematicForm(foldName(text));
        expect(systematicForm(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});
