import { answeredGoods } from '@custody/core';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { codesSchema, problemsSchema, resolutionSchema } from '../api/answer-schema.ts';
import { refusals } from '../api/description.ts';
import { wordsSchema } from '../api/question-schema.ts';
import type { Metrics } from '../health/metrics.ts';
import { json } from '../http/json.ts';
import type { NodeParts } from '../node-parts.ts';
import { resolveText } from './resolving.ts';

const codeSchema = z
  .object({
    law: z.string(),
    input: z.string(),
    goods: z
      .object({
        id: z.string(),
        kind: z.enum(['chemical', 'equipment']),
        name: z.string(),
        codes: codesSchema,
      })
      .nullable(),
    resolution: resolutionSchema,
    problems: problemsSchema,
  })
  .openapi('CodeAnswer');

const route = createRoute({
  method: 'get',
  path: '/api/code',
  summary: 'The goods code and all other codes of the goods',
  description: 'Neither stores nor logs what was asked; a proxy in between may log addresses.',
  request: { query: z.object({ what: wordsSchema }) },
  responses: {
    200: {
      description: 'The codes; `goods` is null where nothing was found',
      content: { 'application/json': { schema: codeSchema } },
    },
    ...refusals,
  },
});

export function codeRoutes(app: OpenAPIHono, parts: NodeParts, metrics: Metrics): void {
  app.openapi(route, async (c) => {
    const { what } = c.req.valid('query');
    const { input, by, exact, candidates, goods, problems } = await resolveText(what, parts);
    metrics.questions(1);
    const answered = goods === null ? null : answeredGoods(goods);
    return json(c, {
      law: parts.law.digest,
      input,
      goods:
        answered === null
          ? null
          : { id: answered.id, kind: answered.kind, name: answered.name, codes: answered.codes },
      resolution: { by, exact, candidates },
      problems,
    });
  });
}
