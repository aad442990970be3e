import { beforeAll, describe, expect, test } from 'vitest';
import { readSmiles, type Molecule } from '../goods/index.ts';
import { loadLaw } from '../node/law-file.ts';
import type { ClassDefinition } from './class-definition.ts';
import type { StructureRule } from './control.ts';
import { draftJudge, draftOnPublished, draftStructures, strongestFinding } from './draft.ts';
import type { Law } from './law.ts';

const FENTANYL = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1';
const PARA_CHLORO = 'CCC(=O)N(c1ccc(Cl)cc1)C1CCN(CCc2ccccc2)CC1';
const THIO = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2cccs2)CC1';
const CAFFEINE = 'Cn1c(=O)c2c(ncn2C)n(C)c1=O';

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}

describe('a draft against the rule in force', () => {
  let law: Law;
  let rule: StructureRule;
  let definition: ClassDefinition;
  /** The same class without its clause on the aniline ring: fewer members. */
  let narrower: ClassDefinition;
  /** The same class with the compound it compares with as a member. */
  let wider: ClassDefinition;

  beforeAll(() => {
    law = loadLaw();
    const found = law.rules.find(({ id }) => id === 'us-fentanyl-related-substances');
    if (found?.definition === undefined) throw new Error('the rule has no definition');
    rule = found;
    definition = found.definition;
    narrower = {
      ...definition,
      zones: definition.zones.map((zone) => (zone.zone === 'aniline' ? { ...zone, allow: [] } : zone)),
    };
    wider = { ...definition, changesMin: 0 };
  });

  test('the rule itself as a draft differs on nothing published', () => {
    const published = draftOnPublished(law, draftJudge(definition, rule), rule);
    expect(published.length).toBeGreaterThan(30);
    expect(published.filter(({ difference }) => difference !== 'same')).toEqual([]);
    const examples = published.filter(({ kind }) => kind !== 'named');
    expect(examples.filter(({ kind }) => kind === 'example-in').every(({ draft }) => draft === 'match')).toBe(
      true,
    );
    expect(
      examples.filter(({ kind }) => kind === 'example-out').every(({ draft }) => draft !== 'match'),
    ).toBe(true);
  });

  test('what a narrower draft no longer catches is named, and not why', () => {
    const judge = draftJudge(narrower, rule);
    expect(judge(molecule(PARA_CHLORO))).toMatchObject({ inForce: 'match', difference: 'no-longer-caught' });
    expect(judge(molecule(THIO))).toMatchObject({ draft: 'match', inForce: 'match', difference: 'same' });
    const lost = draftOnPublished(law, judge, rule).filter(
      ({ difference }) => difference === 'no-longer-caught',
    );
    expect(lost.map(({ name }) => name)).toContain('para-Chlorofentanyl');
    expect(lost.every(({ draft, proof }) => draft !== 'no' || proof === null)).toBe(true);
  });

  test('what a wider draft newly catches is named, with its proof', () => {
    const finding = draftJudge(wider, rule)(molecule(FENTANYL));
    expect(finding).toMatchObject({ draft: 'match', inForce: 'no', difference: 'newly-caught' });
    expect(finding.proof?.scaffold.length).toBeGreaterThan(0);
  });

  test('without a rule to compare with there is no difference, and the examples of every class are asked', () => {
    const judge = draftJudge(definition, null);
    expect(judge(molecule(THIO))).toMatchObject({ draft: 'match', inForce: null, difference: 'same' });
    const sources = new Set(
      draftOnPublished(law, judge, null).map(({ kind, source }) => `${kind} ${source}`),
    );
    expect(sources.has('example-in cn-fentanyl-substances')).toBe(true);
  });

  test('a cell of a catalogue is a structure, a salt, a mixture, a name or a number', () => {
    const judge = draftJudge(definition, rule);
    const verdict = (text: string) => {
      const read = draftStructures(law, text, null);
      return read.ok ? strongestFinding(read.value.map(judge))?.draft : read.problem.code;
    };
    expect(verdict(PARA_CHLORO)).toBe('match');
    expect(verdict(`${PARA_CHLORO}.Cl`)).toBe('match');
    expect(verdict(`${CAFFEINE}.${PARA_CHLORO}`)).toBe('match');
    expect(verdict('thiofentanyl')).toBe('match');
    expect(verdict(CAFFEINE)).toBe('no');
    expect(verdict('58-08-2')).not.toBe('match');
    expect(verdict('no such goods at all')).toBe('not-found');
    expect(verdict('white phosphorus')).not.toBe('match');
    expect(verdict('C1CC(')).not.toBe('match');
  });
});
