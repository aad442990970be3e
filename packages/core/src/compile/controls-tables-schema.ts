import { z } from 'zod';
import { BASES } from '../controls/index.ts';
import { classDefinition } from './class-definition-schema.ts';
import { activity, confidence, day, id, jurisdiction, read, text } from './controls-schema.ts';

/** The schemas of the tables of `data/controls` beside the instruments: rules, coverage, duties, penalties, conflicts. */
const texts = z.array(text);
const example = z.strictObject({ smiles: text, name: text });

export const ruleFile = z.strictObject({
  rule: z.strictObject({
    id,
    kind: z.enum(['class', 'part-generic']),
    regime: z.enum(['drug', 'precursor']).optional(),
    title: text,
    words: z.array(z.strictObject({ lang: z.enum(['en', 'zh', 'es', 'de', 'fr']), text })).min(1),
    core: texts.optional(),
    definition: classDefinition.optional(),
    scaffold: text.optional(),
    zones: z
      .array(
        z.strictObject({
          at: z.array(z.int().positive()).min(1),
          clause: text,
          allow: z.enum(['amide', 'carbamate', 'halide', 'acetal', 'ester']),
          from: day.optional(),
        }),
      )
      .optional(),
    read,
    doubts: texts.optional(),
    examplesIn: z.array(example).optional(),
    examplesOut: z.array(example).optional(),
  }),
});

export const coverageFile = z.strictObject({
  coverage: z.array(
    z.strictObject({
      jurisdiction,
      kind: z.enum(['precursor', 'drug', 'equipment']),
      families: z.array(id).optional(),
      state: z.enum(['complete', 'presence', 'partial', 'outside']),
      checkedOn: day.optional(),
      words: text,
      openClause: text.optional(),
      pending: z.array(id).optional(),
      note: text.optional(),
    }),
  ),
});

const deadline = z.strictObject({
  value: z.int().nonnegative(),
  unit: z.enum(['day', 'working-day', 'hour', 'month', 'year']),
  words: text,
});

export const dutiesFile = z.strictObject({
  jurisdiction,
  duties: z.array(
    z.strictObject({
      id,
      article: text,
      kind: id,
      what: text,
      appliesTo: text,
      lists: texts.optional(),
      goods: z.array(id).optional(),
      activities: z.array(activity).optional(),
      actor: text.optional(),
      authority: text.optional(),
      deadline: deadline.optional(),
      retention: text.optional(),
      from: day.optional(),
      to: day.optional(),
      read,
      notes: texts.optional(),
    }),
  ),
});

export const penaltiesFile = z.strictObject({
  jurisdiction,
  penalties: z.array(
    z.strictObject({
      id,
      article: text,
      conduct: text,
      penalty: text,
      lists: texts.optional(),
      goods: z.array(id).optional(),
      read,
      notes: texts.optional(),
    }),
  ),
});

export const conflictsFile = z.strictObject({
  conflicts: z.array(
    z.strictObject({
      id,
      about: text,
      statements: z.array(z.strictObject({ says: text, read })).min(2),
      treatedAs: text,
    }),
  ),
});

/** Cases a lawyer can review: a question, the expected answer, and why. */
export const casesFile = z.strictObject({
  cases: z.array(
    z.strictObject({
      id,
      input: text,
      on: day,
      known: day.optional(),
      jurisdiction,
      activity: activity.optional(),
      to: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      status: z.enum(['controlled', 'review', 'not-controlled', 'unknown', 'outside']),
      basis: z.enum(BASES).optional(),
      list: text.optional(),
      since: day.optional(),
      clauses: texts.optional(),
      doubt: id.optional(),
      announced: z.boolean().optional(),
      citation: z.strictObject({ title: text, url: z.url().nullable(), confidence: confidence.optional() }),
      why: text,
    }),
  ),
});
