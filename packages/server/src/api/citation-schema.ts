import { z } from '@hono/zod-openapi';

export const daySchema = z.iso
  .date({ error: 'is not a day of the calendar, written YYYY-MM-DD' })
  .openapi('Day', { description: 'A calendar day of the jurisdiction', example: '2022-09-01' });

export const confidenceSchema = z.enum(['verified', 'unverified']);

export const citationSchema = z
  .object({
    title: z.string(),
    url: z.string().nullable(),
    published: daySchema.nullable(),
    verifiedOn: daySchema
      .nullable()
      .openapi({ description: 'The day the source was last read; null while unverified' }),
    confidence: confidenceSchema,
    note: z.string().optional(),
  })
  .openapi('Citation');

/** The figures of a message, for translation and for programs. */
export const dataSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
