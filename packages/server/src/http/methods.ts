import type { OpenAPIHono } from '@hono/zod-openapi';
import { HttpProblem, problemResponse } from './problem.ts';

/**
 * Answers 405 with `Allow` at the addresses that `app` has so far, where it is asked with a method they do not take.
 * Called after the routes of the API and before those that catch every address.
 */
export function refuseOtherMethods(app: OpenAPIHono): void {
  const taken = new Map<string, Set<string>>();
  for (const { method, path } of app.routes) {
    if (method !== 'ALL') taken.set(path, (taken.get(path) ?? new Set()).add(method));
  }
  for (const [path, methods] of taken) {
    const allow = [...methods]
      .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
      .join(', ');
    app.all(path, (c) => {
      c.header('allow', allow);
      return problemResponse(
        c,
        new HttpProblem(
          'method-not-allowed',
          `${c.req.method} is not taken at this address.`,
          `ask with ${allow}.`,
        ),
      );
    });
  }
}
