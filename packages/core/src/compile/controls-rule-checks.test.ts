import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StructureRule } from '../controls/index.ts';
import { findScaffold, readSmiles } from '../goods/index.ts';
import type { Molecule } from '../goods/index.ts';
import { readControls } from './controls-files.ts';
import { checkRule } from './controls-rule-checks.ts';
import type { LawProblem } from './law-problem.ts';

const ROOT = repositoryRoot();
const LAW = join(ROOT, '../shared/law');
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

describe('what must hold of a rule', () => {
  const zone = { at: [1], clause: 'its esters', allow: 'ester' as const, from: null };
  test.each<[string, Partial<StructureRule>]>([
    ['smiles', { core: ['C1CCNCC'] }],
    ['smiles', { examplesOut: [{ smiles: 'C(', name: 'half a molecule' }] }],
    ['member-without-core', { examplesIn: [{ smiles: 'c1ccncc1', name: 'pyridine' }] }],
    ['class-with-zones', { zones: [zone] }],
    ['no-scaffold', { kind: 'part-generic', core: [] }],
    ['zone-off-scaffold', { kind: 'part-generic', core: [], scaffold: 'CC(=O)[OH:2]', zones: [zone] }],
  ])('%s', (code, change) => {
    expect(faultsOf(change)).toContain(code);
  });

  test('a sound rule has no fault, and stands in a file of its name', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({}, 'controls/rules/another.yaml')).toEqual(['file-name']);
  });
});

interface Vector {
  readonly id: string;
  readonly smiles: string;
  readonly [finding: string]: unknown;
}

/** Answers of an independent reading of each definition, made with RDKit and Python. */
const MEMBERS: readonly (readonly [
  rule: string,
  file: string,
  list: 'vectors' | 'cases',
  finding: string,
])[] = [
  ['us-fentanyl-related-substances', 'class-cases.json', 'vectors', 'us_frs_structural'],
  ['cn-fentanyl-substances', 'class-cases.json', 'vectors', 'cn_2019_structural'],
  ['cn-nitazenes', 'class-cases-cn-nitazenes.json', 'vectors', 'cn_2025_nitazene_structural'],
  ['gb-fentanyls', 'class-cases-intl.json', 'cases', 'uk_1d'],
  ['gb-nitazenes', 'class-cases-intl.json', 'cases', 'uk_1ea'],
  ['de-npsg-benzimidazoles-2024', 'class-cases-intl.json', 'cases', 'de_npsg7_2024'],
  ['de-npsg-benzimidazoles-2025', 'class-cases-intl.json', 'cases', 'de_npsg7_2025'],
];

describe.skipIf(!existsSync(LAW))('the cores of the classes', () => {
  test.each(MEMBERS)('%s: no member is missed', (id, file, list, finding) => {
    const vectors =
      (JSON.parse(readFileSync(join(LAW, file), 'utf8')) as Record<string, Vector[]>)[list] ?? [];
    const members = vectors.filter((one) => one[finding] === true);
    expect(members.length).toBeGreaterThan(10);
    expect(members.filter(({ smiles }) => !hasCore(id, smiles)).map((one) => one.id)).toEqual([]);
  });
});

describe('the cores of the classes', () => {
  test.each([
    ['aspirin', 'CC(=O)Oc1ccccc1C(=O)O'],
    ['paracetamol', 'CC(=O)Nc1ccc(O)cc1'],
    ['omeprazole', 'COc1ccc2[nH]c(S(=O)Cc3ncc(C)c(OC)c3C)nc2c1'],
    ['haloperidol', 'O=C(CCCN1CCC(O)(c2ccc(Cl)cc2)CC1)c1ccc(F)cc1'],
    ['donepezil', 'COc1cc2c(cc1OC)C(=O)C(CC1CCN(Cc3ccccc3)CC1)C2'],
    ['caffeine', 'CN1C=NC2=C1C(=O)N(C(=O)N2C)C'],
  ])('%s has none', (_, smiles) => {
    expect(
      rules.filter(({ id, kind }) => kind === 'class' && hasCore(id, smiles)).map(({ id }) => id),
    ).toEqual([]);
  });
});

function hasCore(id: string, smiles: string): boolean {
  const core = rules.find((one) => one.id === id)?.core ?? [];
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
