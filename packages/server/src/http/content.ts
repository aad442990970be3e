import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { Compressible } from './compression.ts';

/** A file or document as it is sent: its bytes, type, and for how long it may be kept. */
export interface Content {
  readonly body: Compressible;
  readonly type: string;
  /** Digest of the bytes; the same for every encoding, hence a weak validator. */
  readonly etag: string;
  readonly cacheControl: string;
}

/** Its name holds its digest: whoever has it never asks again. */
export const FOREVER = 'public, max-age=31536000, immutable';
/** May be kept, and is asked about each time. */
export const REVALIDATE = 'no-cache';

export function content(bytes: Uint8Array<ArrayBuffer>, type: string, cacheControl: string): Content {
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  return { body: new Compressible(bytes), type, etag: `W/"${digest}"`, cacheControl };
}

/** Sends `found`, or 304 when the other side has it already. */
export async function send(c: Context, found: Content): Promise<Response> {
  const headers: Record<string, string> = {
    etag: found.etag,
    'cache-control': found.cacheControl,
    vary: 'Accept-Encoding',
  };
  if (isKnown(c.req.header('if-none-match'), found.etag)) return c.body(null, 304, headers);
  const { encoding, bytes } = await found.body.encoded(c.req.header('accept-encoding'));
  return c.body(bytes, 200, {
    ...headers,
    'content-type': found.type,
    'content-length': String(bytes.length),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  });
}

/** Weak comparison of `If-None-Match`, RFC 9110, 13.1.2. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}
