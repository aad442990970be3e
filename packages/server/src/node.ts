import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX, compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { describeApi } from './api/description.ts';
import { checkRoutes } from './controls/check.ts';
import { lawRoutes } from './controls/law.ts';
import { deskRoutes } from './desk/desk.ts';
import { codeRoutes } from './goods/code.ts';
import { healthRoutes } from './health/health.ts';
import { Metrics } from './health/metrics.ts';
import { LARGEST_BODY_BYTES, LARGEST_FILE_BYTES } from './http/limits.ts';
import { type Log, silent } from './http/log.ts';
import { refuseOtherMethods } from './http/methods.ts';
import { HttpProblem, problemResponse } from './http/problem.ts';
import { securityHeaders } from './http/security.ts';
import { unusable } from './http/unusable.ts';
import { lawFileRoutes } from './law/law-file.ts';
import type { NodeParts } from './node-parts.ts';
import { SCREEN_PATH, screenRoutes } from './screening/screen.ts';

/** The HTTP application of a node: no port, no process, so that it can be asked directly. */
export function createNode(parts: NodeParts): OpenAPIHono {
  const metrics = new Metrics();
  const log = parts.log ?? silent;
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw unusable(result.error, result.target);
    },
  });
  app.use(watch(metrics, log));
  app.use(securityHeaders());
  app.use('/api/*', compress({ contentTypeFilter: isWorthCompressing }), limitedBody());
  checkRoutes(app, parts, metrics);
  screenRoutes(app, parts, metrics);
  codeRoutes(app, parts, metrics);
  lawRoutes(app, parts, metrics);
  describeApi(app);
  healthRoutes(app, parts, metrics);
  lawFileRoutes(app, parts.law);
  refuseOtherMethods(app);
  deskRoutes(app, parts.deskDir);
  app.notFound((c) =>
    problemResponse(
      c,
      new HttpProblem(
        'not-found',
        `${c.req.method} finds nothing at this address.`,
        'see /api/openapi.json for the addresses of the API.',
      ),
    ),
  );
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.code === 'fault') {
      // The stack names our own files and lines; the message may quote what was asked and stays out.
      const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
      log({ event: 'fault', kind: error.name, route: routeOf(c), at: places.slice(0, 8).join(' ').trim() });
    }
    return problemResponse(c, problem);
  });
  return app;
}

/** What hono compresses, and the lines of a screening, which say much the same again and again. */
function isWorthCompressing(type: string): boolean {
  return COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) || type.startsWith('application/x-ndjson');
}

/** Holds the size of a body: that of a file where a file is screened, else that of questions. */
function limitedBody(): MiddlewareHandler {
  const limit = (maxSize: number, todo: string): MiddlewareHandler =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw new HttpProblem('body-too-large', `A body may have ${maxSize} bytes.`, todo);
      },
    });
  const questions = limit(LARGEST_BODY_BYTES, 'split the questions over several requests.');
  const file = limit(LARGEST_FILE_BYTES, 'split the file, or screen it on the command line or at the desk.');
  return (c, next) => (c.req.path === SCREEN_PATH ? file : questions)(c, next);
}

/** Counts and logs every request by its route pattern: never by its address, which may hold what was asked. */
function watch(metrics: Metrics, log: Log): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const seconds = (performance.now() - start) / 1000;
    const route = routeOf(c);
    metrics.request(route, c.req.method, c.res.status, seconds);
    log({
      event: 'request',
      method: c.req.method,
      route,
      status: c.res.status,
      ms: Math.round(seconds * 1000),
    });
  };
}

/** The pattern of the route that answered, which is the first that is none for all addresses below it. */
function routeOf(c: Context): string {
  const patterns = matchedRoutes(c)
    .map((route) => route.path)
    .filter((path) => !path.endsWith('*'));
  return patterns[0] ?? 'unmatched';
}

function problemOf(error: Error): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error.name === 'AbortError') return new HttpProblem('too-slow', 'Whoever asked has gone.');
  if (error instanceof HTTPException) {
    if (error.status === 400) {
      return new HttpProblem('malformed-json', 'The body could not be read as JSON.', 'send a JSON object.');
    }
    if (error.status === 415) {
      return new HttpProblem(
        'wrong-media-type',
        'The body is not declared as JSON.',
        'send Content-Type: application/json.',
      );
    }
    if (error.status === 413) return new HttpProblem('body-too-large', 'The body is too large.', 'split it.');
  }
  return new HttpProblem(
    'fault',
    'The node met a fault of its own; the question was not answered.',
    'try again; if it happens again, report it with the time it happened.',
  );
}
