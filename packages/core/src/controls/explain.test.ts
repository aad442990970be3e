import { describe, expect, test } from 'vitest';
import type { LawQuestion } from './judge.ts';
import { statusOn } from './status-on.ts';
import { CITATION, control, goods, lawOf, on, substance, type ControlParts } from './test/small-law.ts';

const A = substance('a');
const own = (parts: Partial<ControlParts> = {}): ReturnType<typeof control> =>
  control({ id: 'c', target: { goods: 'a' }, ...parts });
const ask = (
  controls: readonly ReturnType<typeof control>[],
  question: LawQuestion = on('2022-09-01'),
  jurisdiction: Parameters<typeof statusOn>[3] = 'US',
): ReturnType<typeof statusOn> =>
  statusOn(lawOf({ substances: [A], controls }), goods(A), question, jurisdiction);

describe('explanation', () => {
  test('asks every basis, met or not, and shows the entry with its citation', () => {
    const { explanation } = ask([own()]);
    expect(explanation).toMatchObject({ code: 'status', outcome: 'yes' });
    expect(explanation.children.map(({ code, outcome }) => [code, outcome])).toEqual([
      ['basis-named', 'yes'],
      ['bases-not-met', 'no'],
      ['coverage', 'not-asked'],
    ]);
    expect(explanation.children[1]?.data).toEqual({
      asked: 'ester ether',
      notAsked: 'salt stereoisomer positional-isomer isotopologue part-generic class analogue',
    });
    expect(explanation.children[0]?.children[0]).toMatchObject({
      code: 'control',
      text: 'List I, entry of c: in force since 2020-01-01.',
      outcome: 'yes',
      citation: CITATION,
    });
  });

  test('shows the coverage where it decided', () => {
    const { explanation } = ask([]);
    expect(explanation.children.at(-1)).toMatchObject({
      code: 'coverage',
      outcome: 'yes',
      children: [{ code: 'coverage-precursor', outcome: 'yes', data: { state: 'complete' } }],
    });
  });
});
