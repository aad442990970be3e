import { z } from 'zod';
import type { LawProblem } from './law-problem.ts';
import { readYaml, yamlFiles, type DataFile } from './yaml-file.ts';

/** The schemas of `data/goods` and their reading. An unknown key is a problem: a typing error must not lose a fact. */
const confidence = z.enum(['verified', 'unverified']);
const text = z.string().min(1);
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is of small letters and digits with single hyphens');
const source = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'A source is a key of sources.yaml');
const day = z.iso.date();
const language = z.enum(['en', 'zh', 'zh-Hant', 'es', 'pt', 'fr', 'de', 'ru', 'ja', 'la']);
const cited = { source: source.optional(), confidence };

const displayName = z.strictObject({
  en: text,
  zh: text.optional(),
  'zh-Hant': text.optional(),
  es: text.optional(),
  pt: text.optional(),
  fr: text.optional(),
  de: text.optional(),
  ru: text.optional(),
  ja: text.optional(),
  la: text.optional(),
});

const goodsName = z.strictObject({
  text,
  lang: language,
  kind: z.enum([
    'law',
    'inn',
    'common',
    'abbreviation',
    'iupac',
    'systematic',
    'trade',
    'street',
    'misspelling',
    'other',
  ]),
  form: text.optional(),
  ambiguous: z.literal(true).optional(),
  ...cited,
});

const casNumber = z.strictObject({
  number: z.string().regex(/^[1-9]\d{1,6}-\d\d-\d$/, 'A CAS number is written 39742-60-4'),
  form: text,
  shared: z.literal(true).optional(),
  ...cited,
  note: text.optional(),
});

const hsCode = z.strictObject({
  edition: z.union([z.literal(2012), z.literal(2017), z.literal(2022)]),
  code: z.string().regex(/^\d{4}\.\d\d$/, 'An HS code has six digits: "2933.39", in quotation marks'),
  basket: z.boolean(),
  ...cited,
  note: text.optional(),
});

const nationalLine = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, 'A country is its ISO 3166 code, or EU'),
  code: z.string().regex(/^\d[\d. ]{4,14}\d$/, 'A national line is of digits, dots and blanks'),
  text: text.optional(),
  ...cited,
  note: text.optional(),
});

const unNumber = z.strictObject({
  number: z.string().regex(/^UN\d{4}$/, 'A UN number is written UN1815'),
  shippingName: text.optional(),
  class: text.optional(),
  packingGroup: text.optional(),
  primary: z.boolean(),
  ...cited,
});

const registryCode = z.strictObject({
  registry: z.enum(['dea', 'ec', 'unii', 'pubchem', 'drugbank', 'cn-catalogue']),
  code: text,
  ...cited,
});

const inchikey = z.string().regex(/^[A-Z]{14}-[A-Z]{8}S[A-Z]-[A-Z]$/, 'This is not a standard InChIKey');

const structure = z.strictObject({
  smiles: text,
  inchi: z.string().startsWith('InChI=1S/', 'This is not a standard InChI'),
  inchikey,
  formula: z.string().regex(/^([A-Z][a-z]?\d*)+$/, 'A formula is written C20H24N2O'),
  mass: z.number().positive(),
  origin: text,
  confidence,
  inchikeysAlso: z.array(inchikey).default([]),
  openStereo: z.boolean().default(false),
  conflict: text.optional(),
  parentInchikey: inchikey.optional(),
});

const nature = z.enum([
  'substance',
  'plant',
  'plant product',
  'extract',
  'preparation',
  'combination',
  'adduct',
]);

const inFamily = {
  id,
  name: displayName,
  regimes: z.array(z.enum(['drug', 'precursor', 'watched'])).min(1),
  nature: nature.default('substance'),
  saltOf: id.optional(),
  structure: structure.optional(),
  names: z.array(goodsName).default([]),
  cas: z.array(casNumber).default([]),
  hs: z.array(hsCode).default([]),
  national: z.array(nationalLine).default([]),
  un: z.array(unNumber).default([]),
  registry: z.array(registryCode).default([]),
  notes: z.array(text).default([]),
};

const familyFile = z.strictObject({ family: id, substances: z.array(z.strictObject(inFamily)).min(1) });
const substanceFile = z.strictObject({ ...inFamily, family: id });

const equipmentFile = z.strictObject({
  id,
  name: displayName,
  definition: z.strictObject({ text, ...cited }),
  names: z.array(goodsName).min(1),
  hs: z.array(hsCode).default([]),
  national: z.array(nationalLine).default([]),
  notes: z.array(text).default([]),
});

const sourcesFile = z.strictObject({
  sources: z.record(
    source,
    z.strictObject({
      title: text,
      url: z.url().nullable(),
      published: day.optional(),
      /** The day it was read; null for what was made or compared, not read. */
      verifiedOn: day.nullable(),
      note: text.optional(),
    }),
  ),
});

const counterIonFile = z.strictObject({
  version: z.int().positive(),
  list: z
    .array(z.strictObject({ name: text, smiles: text, role: z.enum(['acid', 'base', 'solvent', 'water']) }))
    .min(1),
});

const wordWeight = z.enum(['exact', 'candidate', 'nothing']);

const confusablesFile = z.strictObject({
  confusables: z.array(
    z.strictObject({
      term: text,
      means: id.nullable(),
      not: z.array(text),
      rule: text,
      alone: wordWeight.optional(),
      beside: wordWeight.optional(),
      cover: z.literal(true).optional(),
    }),
  ),
});

const lookAlikesFile = z.strictObject({ lookAlikes: z.array(z.strictObject({ text, is: text })) });

const derivativesFile = z.strictObject({
  derivatives: z.array(
    z.strictObject({ of: id, substance: id, relation: z.enum(['ester', 'ether']), source, confidence }),
  ),
});

const contextWordsFile = z.strictObject({
  contextWords: z.array(
    z.strictObject({ text, lang: language, points: z.enum(['tablet-making', 'laboratory']), confidence }),
  ),
});

const lintCasesFile = z.strictObject({
  cases: z.array(
    z.strictObject({
      id,
      text,
      /** Problem codes the reading of the text must raise. */
      problems: z.array(id),
      /** Problem codes it must not raise, where neither of two readings may be called wrong. */
      never: z.array(id).optional(),
      /** What the text means, as far as a person can tell; empty where it names no goods. */
      goods: z.array(id),
      why: text,
      citation: z.strictObject({ title: text, url: z.url().nullable(), confidence }),
    }),
  ),
});

export type SubstanceFile = z.infer<typeof substanceFile>;
export type EquipmentFile = z.infer<typeof equipmentFile>;
export type SourcesFile = z.infer<typeof sourcesFile>;
export type LintCase = z.infer<typeof lintCasesFile>['cases'][number];

/** A substance or machine as written, with the place it was written at. */
export interface Written<T> {
  readonly value: T;
  readonly file: string;
  /** Path of the goods inside the file: empty in a file of its own. */
  readonly at: readonly (string | number)[];
  readonly lineOf: DataFile<unknown>['lineOf'];
}

/** `data/goods` as it stands in the files. */
export interface GoodsFiles {
  readonly substances: readonly Written<SubstanceFile>[];
  readonly equipment: readonly Written<EquipmentFile>[];
  readonly sources: SourcesFile['sources'];
  readonly counterIons: z.infer<typeof counterIonFile>;
  readonly confusables: z.infer<typeof confusablesFile>['confusables'];
  readonly lookAlikes: z.infer<typeof lookAlikesFile>['lookAlikes'];
  readonly derivatives: z.infer<typeof derivativesFile>['derivatives'];
  readonly contextWords: z.infer<typeof contextWordsFile>['contextWords'];
}

/** Reads all of `data/goods`. What cannot be read is left out and stands in `problems`. */
export function readGoodsFiles(dataDir: string, problems: LawProblem[]): GoodsFiles {
  const single = <T>(file: string, schema: z.ZodType<T>): T | undefined =>
    readYaml(dataDir, `goods/${file}`, schema, problems)?.value;
  const own = yamlFiles(dataDir, 'goods/substances').flatMap((file) => {
    const read = readYaml(dataDir, file, substanceFile, problems);
    return read === null ? [] : [{ value: read.value, file, at: [], lineOf: read.lineOf }];
  });
  const shared = yamlFiles(dataDir, 'goods/substances/families').flatMap((file) => {
    const read = readYaml(dataDir, file, familyFile, problems);
    if (read === null) return [];
    const { family, substances } = read.value;
    return substances.map((value, index) => ({
      value: { ...value, family },
      file,
      at: ['substances', index],
      lineOf: read.lineOf,
    }));
  });
  const equipment = yamlFiles(dataDir, 'goods/equipment').flatMap((file) => {
    const read = readYaml(dataDir, file, equipmentFile, problems);
    return read === null ? [] : [{ value: read.value, file, at: [], lineOf: read.lineOf }];
  });
  return {
    substances: [...own, ...shared].sort((a, b) => compareText(a.value.id, b.value.id)),
    equipment: equipment.sort((a, b) => compareText(a.value.id, b.value.id)),
    sources: single('sources.yaml', sourcesFile)?.sources ?? {},
    counterIons: single('counter-ions.yaml', counterIonFile) ?? { version: 0, list: [] },
    confusables: single('confusables.yaml', confusablesFile)?.confusables ?? [],
    lookAlikes: single('look-alikes.yaml', lookAlikesFile)?.lookAlikes ?? [],
    derivatives: single('derivatives.yaml', derivativesFile)?.derivatives ?? [],
    contextWords: single('context-words.yaml', contextWordsFile)?.contextWords ?? [],
  };
}

/** Misprints and conflicts met in public lists: what the reading of such a text must say. */
export function readLintCases(dataDir: string, problems: LawProblem[]): readonly LintCase[] {
  return readYaml(dataDir, 'goods/lint-cases.yaml', lintCasesFile, problems)?.value.cases ?? [];
}

/** The order of UTF-16 code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
