import { lawList, lawShow, timeline } from '@custody/core';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { refusals } from '../api/description.ts';
import { instrumentDocumentSchema, instrumentsSchema, lawSchema, timelineSchema } from '../api/law-schema.ts';
import { jurisdictionSchema, wordsSchema } from '../api/question-schema.ts';
import { resolveText } from '../goods/resolving.ts';
import type { Metrics } from '../health/metrics.ts';
import { REVALIDATE } from '../http/content.ts';
import { json } from '../http/json.ts';
import { HttpProblem } from '../http/problem.ts';
import { lawFileName } from '../law/law-file.ts';
import type { NodeParts } from '../node-parts.ts';

const ok = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: { description, content: { 'application/json': { schema } } },
  ...refusals,
});

const lawRoute = createRoute({
  method: 'get',
  path: '/api/law',
  summary: 'Which law answers, and how completely it is compiled',
  responses: ok('Digest, counts and coverage', lawSchema),
});

const instrumentsRoute = createRoute({
  method: 'get',
  path: '/api/law/instruments',
  summary: 'The instruments that are compiled',
  request: { query: z.object({ in: jurisdictionSchema.optional() }) },
  responses: ok('Instruments with counts and coverage', instrumentsSchema),
});

const instrumentRoute = createRoute({
  method: 'get',
  path: '/api/law/instruments/{id}',
  summary: 'One instrument with its entries',
  request: { params: z.object({ id: z.string().openapi({ example: 'un-1988-tables' }) }) },
  responses: ok('The instrument', instrumentDocumentSchema),
});

const timelineRoute = createRoute({
  method: 'get',
  path: '/api/law/timeline',
  summary: 'Every control there has been on the goods, oldest first',
  description: 'Neither stores nor logs what was asked; a proxy in between may log addresses.',
  request: { query: z.object({ what: wordsSchema }) },
  responses: ok('The timeline; empty where no goods were found', timelineSchema),
});

export function lawRoutes(app: OpenAPIHono, parts: NodeParts, metrics: Metrics): void {
  const { law } = parts;
  app.openapi(lawRoute, (c) =>
    json(
      c,
      {
        digest: law.digest,
        readOn: law.readOn,
        counts: {
          substances: law.substances.length,
          equipment: law.equipment.length,
          instruments: law.instruments.length,
          controls: law.controls.length,
          rules: law.rules.length,
          duties: law.duties.length,
          penalties: law.penalties.length,
          conflicts: law.conflicts.length,
        },
        coverage: law.coverage,
        file: lawFileName(law),
      },
      REVALIDATE,
    ),
  );
  app.openapi(instrumentsRoute, (c) =>
    json(c, { law: law.digest, instruments: lawList(law, c.req.valid('query').in ?? null) }, REVALIDATE),
  );
  app.openapi(instrumentRoute, (c) => {
    const view = lawShow(law, c.req.valid('param').id);
    if (view !== null) return json(c, { law: law.digest, ...view }, REVALIDATE);
    throw new HttpProblem(
      'no-such-instrument',
      'No instrument with this id is compiled.',
      'see the ids at /api/law/instruments.',
    );
  });
  app.openapi(timelineRoute, async (c) => {
    const { what } = c.req.valid('query');
    const resolution = await resolveText(what, parts);
    metrics.questions(1);
    const { input, by, exact, candidates, goods, problems } = resolution;
    return json(c, {
      law: law.digest,
      input,
      goods: goods === null ? null : { id: goods.id, name: goods.named?.name.en ?? goods.smiles ?? goods.id },
      resolution: { by, exact, candidates },
      rows: goods === null ? [] : timeline(law, goods),
      problems,
    });
  });
}
