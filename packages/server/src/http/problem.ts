import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every refusal of the API by its stable code: status and title never change for a code. */
export const PROBLEMS = {
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'wrong-media-type': { status: 415, title: 'The body must be JSON' },
  'unusable-question': { status: 422, title: 'The question cannot be used' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'no-such-instrument': { status: 404, title: 'No such instrument is compiled' },
  'method-not-allowed': { status: 405, title: 'This address takes other methods' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unusable-file': { status: 422, title: 'The file cannot be read as a table' },
  busy: { status: 503, title: 'The node is screening as much as it can' },
  'too-slow': { status: 503, title: 'The question takes too long' },
  'no-chemistry': { status: 503, title: 'Structures cannot be read on this node' },
  stopping: { status: 503, title: 'The node is stopping' },
  fault: { status: 500, title: 'A fault of the program' },
} as const satisfies Readonly<Record<string, { status: ContentfulStatusCode; title: string }>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Problem details, RFC 9457: `detail` says what, where and why; `todo` what to do next. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly todo?: string;
  /** The places of the input that were refused, each as a JSON pointer (RFC 6901) or the name of a parameter. */
  readonly errors?: readonly InputError[];
}

export interface InputError {
  readonly at: string;
  readonly detail: string;
}

export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly todo: string | null;
  readonly errors: readonly InputError[] | null;

  constructor(
    code: ProblemCode,
    detail: string,
    todo: string | null = null,
    errors: readonly InputError[] | null = null,
  ) {
    super(detail);
    this.name = 'HttpProblem';
    this.code = code;
    this.todo = todo;
    this.errors = errors;
  }
}

/** A refusal as `application/problem+json`. */
export function problemResponse(c: Context, problem: HttpProblem): Response {
  const { status, title } = PROBLEMS[problem.code];
  const body: ProblemDetails = {
    type: `urn:custody:problem:${problem.code}`,
    title,
    status,
    detail: problem.message,
    code: problem.code,
    ...(problem.todo === null ? {} : { todo: problem.todo }),
    ...(problem.errors === null ? {} : { errors: problem.errors }),
  };
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
}
