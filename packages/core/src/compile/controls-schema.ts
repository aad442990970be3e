import { z } from 'zod';
import { isDay, JURISDICTIONS } from '../kernel/index.ts';
import type { Day } from '../kernel/index.ts';

/** The schemas of `data/controls`. An unknown key is a problem: a typing error must not lose a fact of the law. */
export const text = z.string().min(1);
export const day = z
  .string()
  .refine((value): value is Day => isDay(value), 'A day is written 2026-09-21 and exists in the calendar');
export const confidence = z.enum(['verified', 'unverified']);
export const jurisdiction = z.enum(JURISDICTIONS);
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is of small letters and digits with single hyphens');
const controlId = z
  .string()
  .regex(
    /^[a-z]{2}(-[a-z]{3})?:[a-z0-9]+(-[a-z0-9]+)*:[a-z0-9]+(-[a-z0-9]+)*$/,
    'A control id is jurisdiction:goods:suffix',
  );
const sourceKey = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'A source is a key of sources.yaml');
/** A value of `shared`, named by the file itself. */
const sharedName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'A shared value is named in small letters, a letter first');
export const activity = z.enum(['produce', 'sell', 'possess', 'import', 'export', 'transit']);
const country = z.string().regex(/^[A-Z]{2}$/, 'A country is its ISO 3166 code');
const stage = z.enum(['in-force', 'ended', 'adopted', 'proposed', 'advisory']);
const permanence = z.enum(['permanent', 'temporary']);

/** Where a fact was read: keys of `sources.yaml`, the first of which is the citation. Verified unless it says not. */
export const read = z.strictObject({
  title: text.optional(),
  sources: z.array(sourceKey),
  published: day.optional(),
  verifiedOn: day.optional(),
  confidence: confidence.optional(),
  note: text.optional(),
});
export type Read = z.infer<typeof read>;

export const sourcesFile = z.strictObject({
  sources: z.record(
    sourceKey,
    z.strictObject({
      title: text,
      url: z.url().nullable(),
      further: z.array(z.url()).optional(),
      published: day.optional(),
    }),
  ),
});
export type Sources = z.infer<typeof sourcesFile>['sources'];

const reach = z.enum(['yes', 'no', 'unread']);
export const scope = z.strictObject({
  salts: reach,
  saltsExcept: z.array(text).optional(),
  isomers: z.enum(['none', 'optical', 'stereo', 'positional', 'unread']),
  isomersExcept: z.array(id).optional(),
  esters: reach,
  ethers: reach,
  isotopologues: reach.optional(),
  confidence: confidence.optional(),
  words: text.optional(),
});
export type ScopeEntry = z.infer<typeof scope>;

/** A start day: known (a plain day, verified), known with a doubt, or a window. */
const startDay = z.strictObject({ day, confidence: confidence.optional(), note: text.optional() });
const startWindow = z.strictObject({
  earliest: day.nullable(),
  latest: day.nullable(),
  confidence: confidence.optional(),
  note: text.optional(),
});
export const start = z.union([startDay, startWindow]);
export type StartEntry = z.infer<typeof start>;

export const threshold = z.strictObject({
  words: text,
  cite: text.optional(),
  applies: z.enum(['domestic', 'import-export', 'all']).optional(),
  kilograms: z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'Kilograms are a decimal figure in quotation marks')
    .optional(),
  confidence: confidence.optional(),
});
export type ThresholdEntry = z.infer<typeof threshold>;

const texts = z.array(text);
const codes = z.strictObject({
  dea: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  'cn-code': z
    .string()
    .regex(/^\d{4} \d\d \d\d$/)
    .optional(),
  'national-tariff': z.union([text, texts]).optional(),
});

/** What an entry may leave to `defaults` or to its list. A name stands for a value of `shared`. */
const inheritable = {
  stage: stage.optional(),
  permanence: permanence.optional(),
  start: z.union([day, sharedName, start]).optional(),
  published: day.nullable().optional(),
  scope: z.union([sharedName, scope]).optional(),
  destinations: z.array(country).optional(),
  activities: z.array(activity).optional(),
  exemptions: z.union([sharedName, texts]).optional(),
  thresholds: z.union([sharedName, z.array(threshold)]).optional(),
  requirements: z.union([sharedName, texts]).optional(),
  read: z.union([sharedName, read]).optional(),
  notes: z.union([sharedName, texts]).optional(),
};
const inherited = z.strictObject(inheritable);
export type Inherited = z.infer<typeof inherited>;

export const entry = z
  .strictObject({
    id: controlId,
    goods: id.optional(),
    rule: id.optional(),
    open: text.optional(),
    list: text.optional(),
    entry: text,
    nameInLaw: text.optional(),
    end: day.optional(),
    endConfidence: confidence.optional(),
    recorded: day.optional(),
    partGeneric: z.array(id).optional(),
    preparationsOnly: z.literal(true).optional(),
    codes: codes.optional(),
    ...inheritable,
  })
  .refine(
    (one) => [one.goods, one.rule, one.open].filter((target) => target !== undefined).length === 1,
    'An entry names exactly one of goods, rule and open',
  );
export type EntryFile = z.infer<typeof entry>;

export const instrumentFile = z.strictObject({
  instrument: z.strictObject({
    id,
    jurisdiction,
    title: text,
    titleOriginal: text.optional(),
    kind: z.enum(['convention', 'act', 'regulation', 'order', 'announcement', 'notice', 'proposal']),
    read,
    notes: texts.optional(),
  }),
  recorded: day,
  shared: z
    .strictObject({
      scope: z.record(sharedName, scope).optional(),
      requirements: z.record(sharedName, texts).optional(),
      start: z.record(sharedName, start).optional(),
      read: z.record(sharedName, read).optional(),
      notes: z.record(sharedName, texts).optional(),
      exemptions: z.record(sharedName, texts).optional(),
      thresholds: z.record(sharedName, z.array(threshold)).optional(),
    })
    .optional(),
  defaults: z.strictObject({ list: text.optional(), ...inheritable }).optional(),
  lists: z.record(text, inherited).optional(),
  entries: z.array(entry).min(1),
});
export type InstrumentFile = z.infer<typeof instrumentFile>;
