import { z } from '@hono/zod-openapi';
import {
  basisSchema,
  permanenceSchema,
  problemsSchema,
  proofSchema,
  reasonSchema,
  resolutionSchema,
  stageSchema,
  thresholdSchema,
} from './answer-schema.ts';
import { citationSchema, confidenceSchema, daySchema } from './citation-schema.ts';
import { activitySchema, jurisdictionSchema } from './question-schema.ts';

const digestSchema = z.string().openapi({ description: 'Digest of the compiled law that answered' });

export const coverageSchema = z
  .object({
    jurisdiction: jurisdictionSchema,
    kind: z.enum(['precursor', 'drug', 'equipment']),
    families: z.array(z.string()),
    state: z.enum(['complete', 'presence', 'partial', 'outside']),
    checkedOn: daySchema.nullable(),
    openClause: z.string().optional(),
    pending: z.array(z.string()).optional(),
    words: z.string(),
    note: z.string().nullable(),
  })
  .openapi('Coverage', { description: 'How completely one kind of goods is compiled for one jurisdiction' });

const instrumentSchema = z
  .object({
    id: z.string(),
    jurisdiction: jurisdictionSchema,
    title: z.string(),
    titleOriginal: z.string().nullable(),
    kind: z.enum(['convention', 'act', 'regulation', 'order', 'announcement', 'notice', 'proposal']),
    citation: citationSchema,
    notes: z.array(z.string()),
  })
  .openapi('Instrument');

export const instrumentSummarySchema = z
  .object({
    instrument: instrumentSchema,
    entries: z.number().int(),
    stages: z.partialRecord(stageSchema, z.number().int()),
    lists: z.array(z.string()),
    firstStart: daySchema.nullable(),
    lastStart: daySchema.nullable(),
    unverified: z.number().int(),
    coverage: z.array(coverageSchema),
  })
  .openapi('InstrumentSummary');

const reachSchema = z.enum(['yes', 'no', 'unread']);

const controlSchema = z
  .object({
    id: z.string(),
    instrument: z.string(),
    jurisdiction: jurisdictionSchema,
    target: z.union([
      z.object({ goods: z.string() }),
      z.object({ rule: z.string() }),
      z.object({ open: z.string() }),
    ]),
    list: z.string(),
    entry: z.string(),
    nameInLaw: z.string().nullable(),
    stage: stageSchema,
    permanence: permanenceSchema,
    start: z.object({
      earliest: daySchema.nullable(),
      latest: daySchema.nullable(),
      confidence: confidenceSchema,
      note: z.string().nullable(),
    }),
    end: daySchema.nullable(),
    endConfidence: confidenceSchema,
    published: daySchema.nullable(),
    recorded: daySchema,
    scope: z.object({
      salts: reachSchema,
      saltsExcept: z.array(z.string()),
      isomers: z.enum(['none', 'optical', 'stereo', 'positional', 'unread']),
      isomersExcept: z.array(z.string()).optional(),
      esters: reachSchema,
      ethers: reachSchema,
      isotopologues: reachSchema,
      words: z.string().nullable(),
      confidence: confidenceSchema,
    }),
    preparationsOnly: z.literal(true).optional(),
    partGeneric: z.array(z.string()),
    destinations: z.array(z.string()),
    activities: z.array(activitySchema),
    exemptions: z.array(z.string()),
    thresholds: z.array(thresholdSchema),
    requirements: z.array(z.string()),
    codes: z.array(z.object({ system: z.string(), code: z.string() })),
    citation: citationSchema,
    furtherCitations: z.array(citationSchema),
    notes: z.array(z.string()),
  })
  .openapi('Control');

export const instrumentViewSchema = instrumentSummarySchema
  .extend({
    entries: z.array(
      z.object({
        control: controlSchema,
        target: z.string().openapi({ description: 'What the entry names, in words' }),
        targetKind: z.enum(['goods', 'rule', 'open']),
      }),
    ),
  })
  .openapi('InstrumentView');

export const timelineRowSchema = z
  .object({
    control: z.string(),
    jurisdiction: jurisdictionSchema,
    list: z.string(),
    entry: z.string(),
    instrument: z.string(),
    instrumentTitle: z.string(),
    basis: basisSchema,
    stage: stageSchema,
    permanence: permanenceSchema,
    start: z.object({
      earliest: daySchema.nullable(),
      latest: daySchema.nullable(),
      verified: z.boolean(),
    }),
    end: daySchema.nullable(),
    publishedOn: daySchema.nullable(),
    destinations: z.array(z.string()),
    proof: proofSchema.nullable(),
    doubt: reasonSchema.nullable(),
    excluded: reasonSchema.nullable(),
    citation: citationSchema,
  })
  .openapi('TimelineRow');

export const timelineSchema = z
  .object({
    law: digestSchema,
    input: z.string(),
    goods: z.object({ id: z.string(), name: z.string() }).nullable(),
    resolution: resolutionSchema,
    rows: z.array(timelineRowSchema),
    problems: problemsSchema,
  })
  .openapi('Timeline');

export const lawSchema = z
  .object({
    digest: digestSchema,
    readOn: daySchema.openapi({ description: 'The newest day on which any of it was read' }),
    counts: z.object({
      substances: z.number().int(),
      equipment: z.number().int(),
      instruments: z.number().int(),
      controls: z.number().int(),
      rules: z.number().int(),
      duties: z.number().int(),
      penalties: z.number().int(),
      conflicts: z.number().int(),
    }),
    coverage: z.array(coverageSchema),
    file: z.string().openapi({ description: 'Address of the whole compiled law' }),
  })
  .openapi('Law');

export const instrumentsSchema = z.object({
  law: digestSchema,
  instruments: z.array(instrumentSummarySchema),
});

export const instrumentDocumentSchema = instrumentViewSchema.extend({ law: digestSchema });
