import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { classOutcome, compileClass } from '../controls/index.ts';
import type { ClassDefinition, StructureRule } from '../controls/index.ts';
import { findScaffold, readSmiles } from '../goods/index.ts';
import type { Molecule } from '../goods/index.ts';
import { readControls } from './controls-files.ts';
import { checkRule } from './controls-rule-checks.ts';
import type { LawProblem } from './law-problem.ts';

const ROOT = repositoryRoot();
const { rules } = readControls(join(ROOT, 'data'));

const CLASS: StructureRule = {
  id: 'a-class',
  kind: 'class',
  title: 'A class',
  words: [{ lang: 'en', text: 'anything with a piperidine' }],
  core: ['C1CCNCC1'],
  scaffold: null,
  zones: [],
  citation: { title: 'A law', url: null, published: null, verifiedOn: null, confidence: 'unverified' },
  doubts: [],
  examplesIn: [{ smiles: 'CN1CCCCC1', name: 'N-methylpiperidine' }],
  examplesOut: [{ smiles: 'c1ccncc1', name: 'pyridine' }],
};

function faultsOf(change: Partial<StructureRule>, file = 'controls/rules/a-class.yaml'): readonly string[] {
  const problems: LawProblem[] = [];
  checkRule({ ...CLASS, ...change }, file, problems);
  return problems.map(({ code }) => code);
}

/** Piperidines with an alkyl group of up to two carbons on the nitrogen. */
const DEFINITION: ClassDefinition = {
  reference: { name: 'piperidine', smiles: 'C1CCNCC1' },
  changesMin: 1,
  scaffolds: [{ smiles: 'C1CC[NH:1]CC1', clause: null, what: null, doubt: null }],
  near: [],
  zones: [
    {
      zone: 'nitrogen',
      title: { en: 'nitrogen', zh: '氮', es: 'nitrógeno' },
      at: [1],
      kind: 'substituents',
      unchanged: [],
      allow: [{ clause: '(a)', shapes: [{ group: 'alkyl', carbonsMax: 2 }], from: null }],
      doubts: [],
      countMax: null,
    },
  ],
  massMax: null,
  doubts: [],
};
const DEFINED = { core: [], definition: DEFINITION };

describe('what must hold of a rule', () => {
  const zone = { at: [1], clause: 'its esters', allow: 'ester' as const, from: null };
  test.each<[string, Partial<StructureRule>]>([
    ['smiles', { core: ['C1CCNCC'] }],
    ['smiles', { examplesOut: [{ smiles: 'C(', name: 'half a molecule' }] }],
    ['member-without-core', { examplesIn: [{ smiles: 'c1ccncc1', name: 'pyridine' }] }],
    ['class-with-zones', { zones: [zone] }],
    ['no-scaffold', { kind: 'part-generic', core: [] }],
    ['member-outside', { ...DEFINED, examplesIn: [{ smiles: 'CCCCN1CCCC(C)C1', name: 'far off' }] }],
    ['outside-member', { ...DEFINED, examplesOut: [{ smiles: 'CCN1CCCCC1', name: 'N-ethylpiperidine' }] }],
    ['definition-without-class', { ...DEFINED, kind: 'part-generic' }],
    ['zone-off-scaffold', { definition: { ...DEFINITION, zones: [{ ...DEFINITION.zones[0]!, at: [2] }] } }],
    ['core-beside-definition', { definition: DEFINITION }],
    ['clause-not-in-words', DEFINED],
    ['zone-off-scaffold', { kind: 'part-generic', core: [], scaffold: 'CC(=O)[OH:2]', zones: [zone] }],
  ])('%s', (code, change) => {
    expect(faultsOf(change)).toContain(code);
  });

  test('a sound rule has no fault, and stands in a file of its name', () => {
    expect(faultsOf({})).toEqual([]);
    expect(
      faultsOf({ ...DEFINED, words: [{ lang: 'en', text: 'piperidine (a) by an alkyl group' }] }),
    ).toEqual([]);
    expect(faultsOf({}, 'controls/rules/another.yaml')).toEqual(['file-name']);
  });
});

describe('what every class says of ordinary medicines', () => {
  test.each([
    ['aspirin', 'CC(=O)Oc1ccccc1C(=O)O'],
    ['paracetamol', 'CC(=O)Nc1ccc(O)cc1'],
    ['omeprazole', 'COc1ccc2[nH]c(S(=O)Cc3ncc(C)c(OC)c3C)nc2c1'],
    ['haloperidol', 'O=C(CCCN1CCC(O)(c2ccc(Cl)cc2)CC1)c1ccc(F)cc1'],
    ['donepezil', 'COc1cc2c(cc1OC)C(=O)C(CC1CCN(Cc3ccccc3)CC1)C2'],
    ['caffeine', 'CN1C=NC2=C1C(=O)N(C(=O)N2C)C'],
  ])('%s: nothing', (_, smiles) => {
    const speaking = rules.filter((rule) => rule.kind === 'class' && saysSomething(rule, smiles));
    expect(speaking.map(({ id }) => id)).toEqual([]);
  });
});

function saysSomething({ id, core, definition }: StructureRule, smiles: string): boolean {
  if (definition !== undefined)
    return classOutcome(compileClass(definition, id), molecule(smiles)).verdict !== 'no';
  return core.some((one) => findScaffold(molecule(one), molecule(smiles)).length > 0);
}

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

function repositoryRoot(): string {
  let folder = import.meta.dirname;
  while (!isRoot(folder)) folder = dirname(folder);
  return folder;
}

function isRoot(folder: string): boolean {
  const file = join(folder, 'package.json');
  return existsSync(file) && readFileSync(file, 'utf8').includes('"custody-house"');
}
