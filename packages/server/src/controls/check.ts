import { type Answer, answerFor, briefAnswer, type GoodsAnswer, type Question } from '@custody/core';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answerSchema, briefAnswerSchema } from '../api/answer-schema.ts';
import { refusals } from '../api/description.ts';
import { questionSchema } from '../api/question-schema.ts';
import { resolveText } from '../goods/resolving.ts';
import type { Metrics } from '../health/metrics.ts';
import { json } from '../http/json.ts';
import { inTurns } from '../http/turns.ts';
import { type NodeParts, today } from '../node-parts.ts';

const route = createRoute({
  method: 'post',
  path: '/api/check',
  summary: 'Is it controlled: where, since when, and why',
  description: 'Answers each question from the compiled law. Neither stores nor logs what was asked.',
  request: { body: { required: true, content: { 'application/json': { schema: questionSchema } } } },
  responses: {
    200: {
      description: 'One result a question, in their order; the whole answer where `explain` was asked for',
      content: { 'application/json': { schema: z.union([briefAnswerSchema, answerSchema]) } },
    },
    ...refusals,
  },
});

export function checkRoutes(app: OpenAPIHono, parts: NodeParts, metrics: Metrics): void {
  app.openapi(route, async (c) => {
    const asked = c.req.valid('json');
    const question = fullQuestion(asked, parts);
    const say = asked.explain === true ? (whole: GoodsAnswer) => whole : briefAnswer;
    const results = await inTurns(question.what, c.req.raw.signal, async (text) =>
      say(answerFor(parts.law, question, await resolveText(text, parts))),
    );
    metrics.questions(question.what.length);
    const asOf: Answer['asOf'] = { on: question.on, known: question.known, law: parts.law.digest };
    return json(c, { asOf, results });
  });
}

/** The question as core takes it: what was left out is today, everywhere, and unsaid. */
function fullQuestion(asked: z.infer<typeof questionSchema>, parts: NodeParts): Question {
  return {
    what: asked.what,
    on: (asked.on as Question['on'] | undefined) ?? today(parts),
    known: (asked.known as Question['known'] | undefined) ?? null,
    in: asked.in ?? null,
    activity: asked.activity ?? null,
    from: asked.from ?? null,
    to: asked.to ?? null,
    quantity: asked.quantity ?? null,
  };
}
