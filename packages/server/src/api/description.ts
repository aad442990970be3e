import { readFileSync } from 'node:fs';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { PROBLEMS } from '../http/problem.ts';

export const problemDetailsSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:custody:problem:unusable-question' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(Object.keys(PROBLEMS) as [keyof typeof PROBLEMS]),
    todo: z.string().optional(),
    errors: z.array(z.object({ at: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem', { description: 'Problem details, RFC 9457; `code` is stable' });

/** Refusals as every route describes them. */
export const refusals = {
  default: {
    description: 'A refusal: what, where, why and what to do',
    content: { 'application/problem+json': { schema: problemDetailsSchema } },
  },
} as const;

/** `/api/openapi.json`: made from the schemas that validate. */
export function describeApi(app: OpenAPIHono): void {
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Custody',
      version: version(),
      description:
        'What is it, is it controlled, where, since when, and why. Neither stores nor logs what was asked.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
  });
}

/** The version of this package, beside its sources (`src/api`) as beside its compiled form (`dist/api`). */
function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
