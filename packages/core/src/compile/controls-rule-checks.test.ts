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
    ['loperamide', 'CN(C)C(=O)C(CCN1CCC(O)(c2ccc(Cl)cc2)CC1)(c1ccccc1)c1ccccc1'],
    ['cisapride', 'COC1CN(CCCOc2ccc(F)cc2)CCC1NC(=O)c1cc(Cl)c(N)cc1OC'],
    ['domperidone', 'O=c1[nH]c2ccccc2n1CCCN1CCC(n2c(=O)[nH]c3cc(Cl)ccc32)CC1'],
    ['benperidol', 'O=C(CCCN1CCC(n2c(=O)[nH]c3ccccc32)CC1)c1ccc(F)cc1'],
    ['pimozide', 'O=c1[nH]c2ccccc2n1C1CCN(CCCC(c2ccc(F)cc2)c2ccc(F)cc2)CC1'],
    ['clebopride', 'COc1cc(N)c(Cl)cc1C(=O)NC1CCN(Cc2ccccc2)CC1'],
    ['indoramin', 'O=C(NC1CCN(CCc2c[nH]c3ccccc23)CC1)c1ccccc1'],
    ['droperidol', 'O=C(CCCN1CCC(=CC1)n1c(=O)[nH]c2ccccc21)c1ccc(F)cc1'],
    ['spiperone', 'O=C(CCCN1CCC2(CC1)C(=O)NCN2c1ccccc1)c1ccc(F)cc1'],
    ['fluspirilene', 'O=C1NCN(c2ccccc2)C12CCN(CCCC(c1ccc(F)cc1)c1ccc(F)cc1)CC2'],
    ['prucalopride', 'COCCCN1CCC(NC(=O)c2cc(Cl)c(N)c3CCOc23)CC1'],
    ['bupivacaine', 'CCCCN1CCCCC1C(=O)Nc1c(C)cccc1C'],
    ['astemizole', 'COc1ccc(CCN2CCC(Nc3nc4ccccc4n3Cc3ccc(F)cc3)CC2)cc1'],
    ['bilastine', 'CCOCCn1c(C2CCN(CCc3ccc(C(C)(C)C(=O)O)cc3)CC2)nc2ccccc21'],
    ['emedastine', 'CCOCCn1c(N2CCCN(C)CC2)nc2ccccc21'],
    ['clemizole', 'Clc1ccc(Cn2c(CN3CCCC3)nc3ccccc32)cc1'],
    ['fenpipramide', 'NC(=O)C(CCN1CCCCC1)(c1ccccc1)c1ccccc1'],
    ['atenolol', 'CC(C)NCC(O)COc1ccc(CC(N)=O)cc1'],
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
