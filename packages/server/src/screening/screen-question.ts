import { JURISDICTIONS } from '@custody/core';
import { z } from '@hono/zod-openapi';
import { daySchema } from '../api/citation-schema.ts';
import { activitySchema, jurisdictionSchema } from '../api/question-schema.ts';

/** Longest name of a column that is read, UTF-16 units. */
const LONGEST_COLUMN_LENGTH = 500;

const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'is not a country code of two capital letters' })
  .openapi({ description: 'ISO 3166-1 alpha-2', example: 'CN' });

const column = (holds: string) =>
  z
    .string()
    .min(1, { error: 'is blank' })
    .max(LONGEST_COLUMN_LENGTH)
    .optional()
    .openapi({ description: `Name of the column that holds ${holds}; default: found by its content` });

/**
 * What is asked of a file: in the address, or as fields of the form. Every value is text; a field that is not known
 * is refused, because a day that was misspelt must not be answered as today.
 */
export const screenQuestionSchema = z.strictObject({
  on: daySchema.optional().openapi({ description: 'The day asked about; default: today' }),
  known: daySchema
    .optional()
    .openapi({ description: 'Count only what had been published by this day; default: no limit' }),
  in: z
    .string()
    .transform((text) => text.split(',').map((code) => code.trim()))
    .pipe(z.array(jurisdictionSchema))
    .optional()
    .openapi({
      type: 'string',
      description: `Jurisdictions, separated by commas, of ${JURISDICTIONS.join(', ')}; default: every one, of which those compiled in full decide`,
      example: 'UN,US,CN',
    }),
  activity: activitySchema.optional(),
  from: countrySchema.optional(),
  to: countrySchema.optional(),
  structure: column('structures (SMILES, InChI)'),
  name: column('names'),
  cas: column('CAS numbers'),
  hs: column('HS codes'),
  quantity: column('quantities'),
  concentration: column('the share of the goods in what is shipped'),
  description: column('free text that may name several goods'),
  keys: z.enum(['found', 'all']).optional().openapi({
    description:
      'InChIKeys for goods the law has to do with, or for every structure: far slower; default: all in a table of fewer than 500 rows, else found',
  }),
  format: z
    .enum(['csv', 'tsv', 'xlsx', 'sdf', 'smi', 'json', 'ndjson'])
    .optional()
    .openapi({ description: 'Form of the file; default: found by its content' }),
  encoding: z.string().max(40).optional().openapi({
    description: 'Label of the Encoding Standard; default: found by the content',
    example: 'gb18030',
  }),
  sheet: z.string().max(200).optional().openapi({ description: 'Sheet of a workbook; default: the first' }),
});

export type ScreenQuestion = z.infer<typeof screenQuestionSchema>;
