import type { Context } from 'hono';

/**
 * `value` as JSON. The body is described by the route's schema, which the compiler and the tests hold against the
 * types of core; naming the type once more in each handler would take the compiler seconds, hence `never`.
 */
export function json(c: Context, value: unknown, cacheControl = 'no-store'): never {
  return c.body(JSON.stringify(value), 200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': cacheControl,
  }) as never;
}
