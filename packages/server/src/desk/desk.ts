import type { OpenAPIHono } from '@hono/zod-openapi';
import { send } from '../http/content.ts';
import { HttpProblem } from '../http/problem.ts';
import { deskFiles } from './desk-files.ts';

/** Addresses that are never a page of the desk. */
const NOT_PAGES = /^\/(?:api|assets|healthz|readyz|metrics|law\.json|law-)(?:\/|$)|\.[a-z0-9]+$/;

/** The desk's files, and its one page for every other address a browser opens. */
export function deskRoutes(app: OpenAPIHono, folder: string | null): void {
  const desk = deskFiles(folder);
  app.get('/:desk{.*}', async (c, next) => {
    const { path } = c.req;
    const file = desk.file(path);
    if (file !== null) return send(c, file);
    if (NOT_PAGES.test(path)) return next();
    if (desk.page !== null) return send(c, desk.page);
    throw new HttpProblem(
      'not-found',
      'The desk is not built, so there is no page here.',
      'build it (npm start does), or ask the API at /api/openapi.json.',
    );
  });
}
