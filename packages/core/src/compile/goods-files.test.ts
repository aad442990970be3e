import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { compileLaw } from './compile-law.ts';
import { problemLine, type LawProblem } from './law-problem.ts';

/** A small data folder without a fault; each test spoils one thing in it. */
const SOUND: Readonly<Record<string, string>> = {
  'goods/sources.yaml': `
sources:
  gazette: { title: The gazette, url: 'https://example.org/gazette', verifiedOn: 2026-11-22 }
`,
  'goods/counter-ions.yaml': `
version: 1
list:
  - { name: hydrochloride, smiles: Cl, role: acid }
`,
  'goods/confusables.yaml': `
confusables:
  - { term: NPP, means: npp, not: [nuclear power plant], rule: needs a second sign }
`,
  'goods/look-alikes.yaml': `
lookAlikes:
  - { text: piperine, is: the alkaloid of pepper }
`,
  'goods/derivatives.yaml': 'derivatives: []\n',
  'goods/context-words.yaml': 'contextWords: []\n',
  'goods/substances/npp.yaml': `
id: npp
name: { en: N-Phenethyl-4-piperidone }
family: precursor
regimes: [precursor]
structure:
  smiles: O=C1CCN(CCc2ccccc2)CC1
  inchi: InChI=1S/C13H17NO/c15-13-7-10-14(11-8-13)9-6-12-4-2-1-3-5-12/h1-5H,6-11H2
  inchikey: YDJXNYNKKXZBMP-UHFFFAOYSA-N
  formula: C13H17NO
  mass: 203.285
  origin: drawn from the name
  confidence: unverified
names:
  - { text: N-Phenethyl-4-piperidone, lang: en, kind: law, source: gazette, confidence: verified }
  - { text: NPP, lang: en, kind: abbreviation, ambiguous: true, confidence: unverified }
cas:
  - { number: 39742-60-4, form: parent, source: gazette, confidence: verified }
hs:
  - { edition: 2022, code: '2933.37', basket: false, source: gazette, confidence: verified }
`,
  'goods/substances/families/plants.yaml': `
family: plants
substances:
  - id: khat
    name: { en: Khat }
    regimes: [drug]
    nature: plant
    names:
      - { text: Khat, lang: en, kind: law, source: gazette, confidence: verified }
    cas:
      - { number: 8063-14-7, form: parent, confidence: unverified }
  - id: red-phosphorus
    name: { en: Red phosphorus }
    regimes: [precursor]
    names:
      - { text: Red phosphorus, lang: en, kind: law, source: gazette, confidence: verified }
    cas:
      - { number: 7723-14-0, form: parent, confidence: unverified }
`,
  'goods/equipment/punch.yaml': `
id: punch
name: { en: Punch }
definition: { text: Punch for a tableting device., source: gazette, confidence: verified }
names:
  - { text: Punch, lang: en, kind: law, ambiguous: true, source: gazette, confidence: verified }
`,
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function dataFolder(files: Readonly<Record<string, string | null>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'custody-data-'));
  folders.push(folder);
  for (const [file, text] of Object.entries({ ...SOUND, ...files })) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** The problems in the goods of the sound folder with these files put in place of its own. */
async function problemsWith(files: Readonly<Record<string, string | null>>): Promise<readonly LawProblem[]> {
  const { problems } = await compileLaw(dataFolder(files));
  return problems.filter((problem) => problem.file.startsWith('goods/'));
}

const NPP = 'goods/substances/npp.yaml';
const npp = (find: string | RegExp, put: string): Readonly<Record<string, string>> => {
  const text = SOUND[NPP]!;
  const spoilt = text.replace(find, put);
  if (spoilt === text) throw new Error(`nothing to spoil: ${String(find)}`);
  return { [NPP]: spoilt };
};

describe('a sound data folder', () => {
  it('compiles without a problem', async () => {
    const { law, problems } = await compileLaw(dataFolder({}));
    expect(problems.filter((problem) => problem.file.startsWith('goods/'))).toEqual([]);
    expect(law.substances.map((one) => one.id)).toEqual(['khat', 'npp', 'red-phosphorus']);
  });

  it('writes sources out, leaves what was not looked up without one, and codes what may be coded', async () => {
    const { law } = await compileLaw(dataFolder({}));
    const [khat, one, phosphorus] = law.substances;
    expect(one!.names[0]!.source).toBe('The gazette, https://example.org/gazette');
    expect(one!.names[1]!.source).toBeNull();
    expect(one!.goodsCode).toMatch(/^C-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}-[0-9A-Z]$/);
    expect(phosphorus!.goodsCode).not.toBeNull();
    expect(khat!.goodsCode, 'a plant is no single chemical, CAS number or not').toBeNull();
  });
});

describe('planted faults', () => {
  const cases: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string | null>>,
    expected: Partial<LawProblem>,
  ])[] = [
    [
      'a name without confidence',
      npp(', confidence: unverified }', ' }'),
      { code: 'schema', path: 'names[1].confidence' },
    ],
    ['a key with a typing error', npp('family:', 'famliy:'), { code: 'unknown-key', path: '' }],
    [
      'an unknown key deep inside',
      npp('ambiguous: true', 'ambigous: true'),
      { code: 'unknown-key', path: 'names[1]' },
    ],
    ['no English name', npp('{ en: N-Ph', '{ es: N-Ph'), { code: 'schema', path: 'name.en' }],
    [
      'a CAS number whose check digit fails',
      npp('39742-60-4', '39742-60-5'),
      { code: 'cas-check-digit', path: 'cas[0].number', line: 18 },
    ],
    [
      'a CAS number in another form',
      npp('39742-60-4', '39742604'),
      { code: 'schema', path: 'cas[0].number' },
    ],
    ['an HS code with too few digits', npp("'2933.37'", "'2933.3'"), { code: 'schema', path: 'hs[0].code' }],
    [
      'an HS code that YAML read as a number',
      npp("'2933.37'", '2933.37'),
      { code: 'schema', path: 'hs[0].code' },
    ],
    [
      'an InChIKey that is none',
      npp('UHFFFAOYSA-N', 'UHFFFAOYSA'),
      { code: 'schema', path: 'structure.inchikey' },
    ],
    [
      'a formula of another structure',
      npp('formula: C13H17NO', 'formula: C13H19NO'),
      { code: 'formula-mismatch', path: 'structure.formula' },
    ],
    [
      'a source nobody knows',
      npp('source: gazette', 'source: gossip'),
      { code: 'unknown-source', path: 'names[0]' },
    ],
    [
      'a verified value without a source',
      npp('source: gazette, ', ''),
      { code: 'verified-without-source', path: 'names[0]' },
    ],
    ['a file under another name', npp('id: npp', 'id: nnp'), { code: 'id-not-file', path: 'id' }],
    [
      'a display name that is no name',
      npp('{ en: N-Phenethyl-4-piperidone }', '{ en: Something }'),
      { code: 'display-name', path: 'name.en' },
    ],
    [
      'a salt that says nothing of its parent',
      npp('O=C1CCN(CCc2ccccc2)CC1', 'Cl.O=C1CCN(CCc2ccccc2)CC1'),
      { code: 'salt-without-parent' },
    ],
    [
      'a structure that cannot be read',
      npp('smiles: O=C1CCN(', 'smiles: O=C1CCN(('),
      { code: 'smiles-unreadable', path: 'structure.smiles' },
    ],
    [
      'a parent named for what is no salt',
      npp('family: precursor', 'family: precursor\nsaltOf: red-phosphorus'),
      { code: 'parent-of-no-salt' },
    ],
    [
      'a mixture that is called a substance',
      npp('O=C1CCN(CCc2ccccc2)CC1', 'CCCCN.O=C1CCN(CCc2ccccc2)CC1'),
      { code: 'mixture-as-substance' },
    ],
    [
      'a counter-ion that cannot be read',
      { 'goods/counter-ions.yaml': SOUND['goods/counter-ions.yaml']!.replace('smiles: Cl', 'smiles: Xx') },
      { code: 'smiles-unreadable', path: 'list[0].smiles' },
    ],
    [
      'a salt of goods that are not there',
      npp('family: precursor', 'family: precursor\nsaltOf: nothing'),
      { code: 'unknown-goods', path: 'saltOf' },
    ],
    [
      'a name twice',
      npp(
        '  - { text: NPP,',
        '  - { text: NPP, lang: en, kind: other, ambiguous: true, confidence: unverified }\n  - { text: NPP,',
      ),
      { code: 'name-twice', path: 'names[2]' },
    ],
    [
      'a name of nothing but signs',
      npp('text: NPP', "text: '---'"),
      { code: 'empty-name', path: 'names[1].text' },
    ],
    ['text that is not YAML', { [NPP]: 'id: [npp\n' }, { code: 'yaml', file: NPP }],
    [
      'a key twice',
      npp('family: precursor', 'family: precursor\nfamily: other'),
      { code: 'yaml', file: NPP },
    ],
    [
      'a list that is missing',
      { 'goods/look-alikes.yaml': null },
      { code: 'file-missing', file: 'goods/look-alikes.yaml' },
    ],
    [
      'a confusable word for goods that are not there',
      { 'goods/confusables.yaml': SOUND['goods/confusables.yaml']!.replace('means: npp', 'means: nnp') },
      { code: 'unknown-goods', path: 'confusables[0].means' },
    ],
    [
      'a look-alike that is a name of goods',
      {
        'goods/look-alikes.yaml': SOUND['goods/look-alikes.yaml']!.replace(
          'text: piperine',
          'text: n phenethyl 4 piperidone',
        ),
      },
      { code: 'look-alike-is-goods', path: 'lookAlikes[0].text' },
    ],
    [
      'a derivative of goods that are not there',
      {
        'goods/derivatives.yaml':
          'derivatives:\n  - { of: morphine, substance: npp, relation: ester, source: gazette, confidence: unverified }\n',
      },
      { code: 'unknown-goods', path: 'derivatives[0].of' },
    ],
    [
      'a counter-ion twice',
      {
        'goods/counter-ions.yaml': `${SOUND['goods/counter-ions.yaml']!}  - { name: chloride, smiles: Cl, role: acid }\n`,
      },
      { code: 'counter-ion-twice', path: 'list[1].smiles' },
    ],
    [
      'a source nothing points to',
      {
        'goods/sources.yaml': `${SOUND['goods/sources.yaml']!}  old: { title: Old, url: null, verifiedOn: 2026-11-22 }\n`,
      },
      { code: 'unused-source', path: 'sources.old' },
    ],
  ];

  it.each(cases)('%s', async (_, files, expected) => {
    const problems = await problemsWith(files);
    expect(problems).toContainEqual(expect.objectContaining(expected));
    for (const problem of problems) {
      expect(problem.message).not.toBe('');
      expect(problem.todo).not.toBe('');
      expect(problemLine(problem)).toContain(problem.file);
    }
  });

  it('an id used twice, in two files', async () => {
    const problems = await problemsWith({
      'goods/substances/families/others.yaml': SOUND['goods/substances/families/plants.yaml']!.replace(
        'family: plants',
        'family: others',
      ),
    });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'id-twice', path: 'substances[0].id' }));
    expect(problems, 'and its number').toContainEqual(expect.objectContaining({ code: 'cas-shared' }));
  });

  it('a name of two goods that does not say so, whatever its spelling', async () => {
    const problems = await problemsWith({
      'goods/substances/families/plants.yaml': SOUND['goods/substances/families/plants.yaml']!.replace(
        'text: Khat,',
        'text: RED-PHOSPHORUS,',
      ),
    });
    expect(
      problems.filter((problem) => problem.code === 'name-shared').map((problem) => problem.path),
    ).toEqual(['substances[0].names[0]', 'substances[1].names[0]']);
  });

  it('a salt of another substance than it says', async () => {
    const problems = await problemsWith({
      'goods/substances/npp-hydrochloride.yaml': SOUND[NPP]!.replace(
        'id: npp',
        'id: npp-hydrochloride\nsaltOf: other',
      ).replace('smiles: O=C1CCN(CCc2ccccc2)CC1', 'smiles: Cl.O=C1CCN(CCc2ccccc2)CC1'),
      'goods/substances/other.yaml': SOUND[NPP]!.replace('id: npp', 'id: other').replace(
        'smiles: O=C1CCN(CCc2ccccc2)CC1',
        'smiles: CCO',
      ),
    });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'salt-of-another', path: 'saltOf' }));
  });

  it('a structure of two goods', async () => {
    const problems = await problemsWith({
      'goods/substances/nnp.yaml': SOUND[NPP]!.replace('id: npp', 'id: nnp'),
    });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'structure-twice' }));
  });

  it('all faults are listed, not only the first', async () => {
    const problems = await problemsWith({
      ...npp('39742-60-4', '39742-60-5'),
      'goods/equipment/punch.yaml': SOUND['goods/equipment/punch.yaml']!.replace('kind: law', 'kind: lawful'),
      'goods/derivatives.yaml': 'derivatives: none\n',
    });
    expect(new Set(problems.map((problem) => problem.file))).toEqual(
      new Set([NPP, 'goods/equipment/punch.yaml', 'goods/derivatives.yaml']),
    );
  });
});
