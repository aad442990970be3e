import { z } from '@hono/zod-openapi';
import { asOfSchema, basisSchema, reasonSchema, statusSchema } from '../api/answer-schema.ts';
import { dataSchema } from '../api/citation-schema.ts';
import { jurisdictionSchema } from '../api/question-schema.ts';

/** One line of the answer of `POST /api/screen`, as core declares it. */
export const screenedRowSchema = z
  .object({
    row: z.number().int().openapi({ description: 'The first data row is 1' }),
    input: z.record(z.string(), z.string()).openapi({ description: 'The row as read' }),
    goods: z.array(
      z.object({
        id: z.string().nullable(),
        inchikey: z.string().nullable(),
        name: z.string().nullable(),
        match: z.enum(['exact', 'candidate']),
        from: z.string().openapi({ description: 'The words or the structure it was found in' }),
        column: z.string(),
      }),
    ),
    verdict: z
      .enum([...statusSchema.options, 'unreadable'])
      .openapi({ description: 'The strongest status in the deciding jurisdictions' }),
    jurisdictions: z.partialRecord(jurisdictionSchema, statusSchema),
    controls: z.array(z.string()),
    bases: z.array(basisSchema),
    deciding: z.array(jurisdictionSchema),
    reasons: z.array(reasonSchema),
    problems: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        todo: z.string().optional(),
        data: dataSchema.optional(),
        column: z.string().nullable(),
      }),
    ),
    asOf: asOfSchema,
  })
  .openapi('ScreenedRow');
