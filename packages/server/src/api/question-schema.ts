import { JURISDICTIONS } from '@custody/core';
import { z } from '@hono/zod-openapi';
import { LONGEST_QUESTION_LENGTH, MOST_QUESTIONS } from '../http/limits.ts';
import { daySchema } from './citation-schema.ts';

export const jurisdictionSchema = z.enum(JURISDICTIONS).openapi('Jurisdiction');

export const activitySchema = z
  .enum(['produce', 'sell', 'possess', 'import', 'export', 'transit'])
  .openapi('Activity');

export const wordsSchema = z
  .string()
  .max(LONGEST_QUESTION_LENGTH, { error: `is longer than ${LONGEST_QUESTION_LENGTH} characters` })
  .refine((text) => text.trim() !== '', { error: 'is blank' })
  .openapi({
    description:
      'A name in any language, CAS number, SMILES, InChI, InChIKey, goods code, HS code or equipment term',
    example: '4-AP',
  });

const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'is not a country code of two capital letters' })
  .openapi({ description: 'ISO 3166-1 alpha-2', example: 'CN' });

export const questionSchema = z
  .strictObject({
    what: z
      .array(wordsSchema)
      .min(1, { error: 'asks for nothing' })
      .max(MOST_QUESTIONS, { error: `has more than ${MOST_QUESTIONS} questions: split them` }),
    on: daySchema.optional().openapi({ description: 'The day asked about; default: today' }),
    known: daySchema
      .nullish()
      .openapi({ description: 'Count only what had been published by this day; null: no limit' }),
    in: z
      .array(jurisdictionSchema)
      .min(1, { error: 'names no jurisdiction: leave it out to ask for all' })
      .nullish()
      .openapi({ description: 'Default: every jurisdiction; those compiled in full decide' }),
    activity: activitySchema.nullish(),
    from: countrySchema.nullish().openapi({ description: 'Country of departure' }),
    to: countrySchema.nullish().openapi({ description: 'Country of destination' }),
    explain: z
      .boolean()
      .optional()
      .openapi({ description: 'Add the proof of duties, penalties and the whole reasoning' }),
    quantity: z.string().min(1).max(100).nullish().openapi({ example: '25 kg' }),
  })
  .openapi('Question');
