import { expect, test } from 'vitest';
import { loadLaw } from '../node/index.ts';
import { readSmiles } from '../goods/index.ts';
import { classOutcome, compileClass } from './class-match.ts';

const law = loadLaw();

function outcome(rule: string, smiles: string): ReturnType<typeof classOutcome> {
  const definition = law.rules.find(({ id }) => id === rule)?.definition;
  const read = readSmiles(smiles);
  if (definition === undefined || !read.ok) throw new Error(`${rule}: ${smiles}`);
  return classOutcome(compileClass(definition, rule), read.value);
}

test('each group of the reference belongs to its own slot: what did not change is not said to have changed', () => {
  // 2-Furanyl fentanyl: only the acyl group differs from fentanyl. para-Fluorofentanyl: only the aniline ring does.
  const furanyl = outcome('us-fentanyl-related-substances', 'O=C(c1ccco1)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1');
  expect(furanyl.proof?.zones.map(({ clause }) => clause)).toEqual(['(E)']);
  const fluoro = outcome('us-fentanyl-related-substances', 'CCC(=O)N(c1ccc(F)cc1)C1CCN(CCc2ccccc2)CC1');
  expect(fluoro.proof?.zones.map(({ clause }) => clause)).toEqual(['(D)']);
});
