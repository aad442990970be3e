import type { Law } from '@custody/core';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { type Content, content, FOREVER, REVALIDATE, send } from '../http/content.ts';

const DIGEST_SHOWN_LENGTH = 16;
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * The compiled law for whoever works it out themselves, the desk's own engine first: `/law.json` is the present one,
 * `/law-<first 16 hex digits of its digest>.json` that very one, to be kept for good.
 */
export function lawFileRoutes(app: OpenAPIHono, law: Law): void {
  const name = lawFileName(law);
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  const made = new Map<string, Content>();
  const at = (path: string, cacheControl: string): Content => {
    bytes ??= new TextEncoder().encode(JSON.stringify(law));
    const found = made.get(path) ?? content(bytes, JSON_TYPE, cacheControl);
    made.set(path, found);
    return found;
  };
  app.get(name, (c) => send(c, at(name, FOREVER)));
  app.get('/law.json', (c) => send(c, at('/law.json', REVALIDATE)));
}

/** `/law-0123456789abcdef.json` */
export function lawFileName(law: Law): string {
  return `/law-${law.digest.replace(/^sha256:/, '').slice(0, DIGEST_SHOWN_LENGTH)}.json`;
}
