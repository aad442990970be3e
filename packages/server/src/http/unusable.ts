import type { ZodError } from 'zod';
import { HttpProblem } from './problem.ts';

/** What a schema refused, as a problem that names each place; `target` is where the value came from. */
export function unusable(error: ZodError, target: string): HttpProblem {
  const errors = error.issues.map((issue) => ({
    at: target === 'json' ? pointer(issue.path) : issue.path.join('.'),
    detail: issue.message,
  }));
  const first = errors[0];
  return new HttpProblem(
    'unusable-question',
    first === undefined
      ? 'The question does not have the form that is read here.'
      : `${first.at === '' ? 'The question' : first.at} ${first.detail}.`,
    'correct what "errors" names; /api/openapi.json describes the form.',
    errors,
  );
}

/** JSON pointer, RFC 6901. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
