import { BASES } from '@custody/core';
import { z } from '@hono/zod-openapi';
import { citationSchema, confidenceSchema, dataSchema, daySchema } from './citation-schema.ts';
import { activitySchema, jurisdictionSchema } from './question-schema.ts';

const problemSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    todo: z.string().optional(),
    data: dataSchema.optional(),
  })
  .openapi('QuestionProblem');

export const reasonSchema = z
  .object({ code: z.string(), text: z.string(), data: dataSchema.optional() })
  .openapi('Reason');

export const candidateSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    matched: z.string(),
    why: z.enum([
      'near-name',
      'ambiguous-name',
      'shared-number',
      'basket-line',
      'same-skeleton',
      'mixture-part',
      'near-number',
      'found-in-text',
    ]),
    score: z.number(),
  })
  .openapi('Candidate');

const hsSchema = z.object({
  edition: z.number().int(),
  code: z.string(),
  basket: z.boolean(),
  source: z.string().nullable(),
  confidence: confidenceSchema,
  note: z.string().optional(),
});

export const codesSchema = z
  .object({
    goods: z
      .string()
      .nullable()
      .openapi({ description: 'The derived goods code', example: 'C-F9Y0-WPF2-0CJ-2' }),
    inchikey: z.string().nullable(),
    inchi: z.string().nullable(),
    cas: z.array(z.string()),
    hs: z.array(hsSchema),
    un: z.array(z.string()),
    national: z.array(z.object({ country: z.string(), code: z.string() })),
    registry: z.array(z.object({ registry: z.string(), code: z.string() })),
  })
  .openapi('Codes');

export const goodsSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['chemical', 'equipment']),
    name: z.string(),
    names: z.record(z.string(), z.string()),
    family: z.string().nullable(),
    form: z
      .object({
        removed: z.array(z.string()),
        salt: z.string().nullable(),
        stereo: z.enum(['named', 'open', 'other']),
        isotopes: z.boolean(),
      })
      .nullable(),
    formula: z.string().nullable(),
    mass: z.number().nullable(),
    smiles: z.string().nullable(),
    codes: codesSchema,
  })
  .openapi('Goods');

const deadlineSchema = z.object({
  value: z.number(),
  unit: z.enum(['day', 'working-day', 'hour', 'month', 'year']),
  words: z.string(),
});

export const thresholdSchema = z.object({
  words: z.string(),
  cite: z.string().nullable(),
  confidence: confidenceSchema,
  kilograms: z.string().optional(),
  applies: z.enum(['domestic', 'import-export', 'all']).optional(),
});

const wordsSchema = z.object({ en: z.string(), zh: z.string(), es: z.string() });

export const proofSchema = z
  .object({
    rule: z.string(),
    scaffold: z.array(z.number().int()),
    zones: z.array(
      z.object({
        zone: z.string(),
        clause: z.string(),
        what: z.string(),
        code: z.string().optional(),
        data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
        title: wordsSchema.optional(),
        words: wordsSchema.optional(),
        outcome: z.enum(['changed', 'doubt']).optional(),
        atoms: z.array(z.number().int()),
      }),
    ),
  })
  .openapi('Proof');

export const basisSchema = z.enum(BASES);

export const stageSchema = z.enum(['in-force', 'ended', 'adopted', 'proposed', 'advisory']);

export const permanenceSchema = z.enum(['permanent', 'temporary']);

const appliedControlSchema = z
  .object({
    id: z.string(),
    jurisdiction: jurisdictionSchema,
    instrument: z.string(),
    instrumentTitle: z.string(),
    list: z.string(),
    entry: z.string(),
    nameInLaw: z.string().nullable(),
    basis: basisSchema,
    stage: stageSchema,
    permanence: permanenceSchema,
    effectiveFrom: daySchema.nullable(),
    startWindow: z.object({
      earliest: daySchema.nullable(),
      latest: daySchema.nullable(),
      verified: z.boolean(),
      note: z.string().nullable(),
    }),
    effectiveTo: daySchema.nullable(),
    publishedOn: daySchema.nullable(),
    recordedOn: daySchema,
    scopeWords: z.string().nullable(),
    destinations: z.array(z.string()),
    activities: z.array(activitySchema),
    exemptions: z.array(z.string()),
    thresholds: z.array(thresholdSchema),
    requirements: z.array(z.string()),
    codes: z.array(z.object({ system: z.string(), code: z.string() })),
    citation: citationSchema,
    proof: proofSchema.nullable(),
    doubt: reasonSchema.nullable(),
    notes: z.array(z.string()),
  })
  .openapi('AppliedControl');

const dutySchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    what: z.string(),
    article: z.string(),
    actor: z.string().nullable(),
    authority: z.string().nullable(),
    deadline: deadlineSchema.nullable(),
    retention: z.string().nullable(),
    citation: citationSchema,
  })
  .openapi('Duty');

const penaltySchema = z
  .object({
    id: z.string(),
    article: z.string(),
    penalty: z.string(),
    conduct: z.string(),
    citation: citationSchema,
  })
  .openapi('Penalty');

interface ExplanationShape {
  readonly code: string;
  readonly text: string;
  readonly outcome: 'yes' | 'no' | 'unclear' | 'not-asked';
  readonly data?: z.infer<typeof dataSchema> | undefined;
  readonly citation?: z.infer<typeof citationSchema> | undefined;
  readonly children: readonly ExplanationShape[];
}

const explanationSchema: z.ZodType<ExplanationShape> = z
  .object({
    code: z.string(),
    text: z.string(),
    outcome: z.enum(['yes', 'no', 'unclear', 'not-asked']),
    data: dataSchema.optional(),
    citation: citationSchema.optional(),
    children: z.lazy(() => z.array(explanationSchema)),
  })
  .openapi('Explanation');

export const statusSchema = z.enum(['controlled', 'review', 'not-controlled', 'unknown', 'outside']);

const jurisdictionStatusSchema = z
  .object({
    jurisdiction: jurisdictionSchema,
    status: statusSchema,
    deciding: z.boolean(),
    permanence: permanenceSchema.nullable(),
    expires: daySchema.nullable(),
    controls: z.array(appliedControlSchema),
    announced: z.array(appliedControlSchema),
    proposed: z.array(appliedControlSchema),
    excluded: z.array(appliedControlSchema.extend({ because: reasonSchema })),
    duties: z.array(dutySchema),
    penalties: z.array(penaltySchema),
    reasons: z.array(reasonSchema),
    scope: z.object({
      complete: z.array(z.string()),
      partial: z.array(z.string()),
      outside: z.array(z.string()),
      checkedOn: daySchema.nullable(),
      words: z.array(z.string()),
    }),
    explanation: explanationSchema,
  })
  .openapi('JurisdictionStatus');

export const resolutionSchema = z.object({
  by: z
    .enum([
      'name',
      'cas',
      'smiles',
      'inchi',
      'inchikey',
      'goods-code',
      'hs',
      'un',
      'registry-code',
      'equipment',
    ])
    .nullable(),
  exact: z.boolean(),
  candidates: z.array(candidateSchema),
});

export const problemsSchema = z.array(problemSchema);

export const asOfSchema = z.object({
  on: daySchema,
  known: daySchema.nullable(),
  law: z.string().openapi({ description: 'Digest of the compiled law that answered' }),
});

const goodsAnswerSchema = z
  .object({
    input: z.string(),
    goods: goodsSchema.nullable(),
    resolution: resolutionSchema,
    verdict: z.enum([...statusSchema.options, 'unreadable']),
    statuses: z.array(jurisdictionStatusSchema),
    problems: problemsSchema,
  })
  .openapi('ExplainedGoodsAnswer');

const briefStatusSchema = jurisdictionStatusSchema
  .omit({ penalties: true, explanation: true })
  .extend({
    duties: z.array(
      dutySchema
        .pick({ id: true, kind: true, what: true, article: true, deadline: true })
        .extend({ confidence: confidenceSchema })
        .openapi('BriefDuty'),
    ),
  })
  .openapi('BriefStatus');

export const briefGoodsAnswerSchema = goodsAnswerSchema
  .extend({ statuses: z.array(briefStatusSchema) })
  .openapi('GoodsAnswer');

/** The whole answer of `check`, as core declares it; tests and the compiler hold real answers against it. */
export const answerSchema = z
  .object({ asOf: asOfSchema, results: z.array(goodsAnswerSchema) })
  .openapi('ExplainedAnswer');

/** The answer without the proof of duties, penalties and the tree of reasons. */
export const briefAnswerSchema = z
  .object({ asOf: asOfSchema, results: z.array(briefGoodsAnswerSchema) })
  .openapi('Answer');
