import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bestEncoding, Compressible } from './compression.ts';

describe('bestEncoding', () => {
  test.each([
    [undefined, 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['deflate', 'identity'],
  ])('%s: %s', (header, encoding) => {
    expect(bestEncoding(header)).toBe(encoding);
  });
});

test('every encoding gives back the same bytes, and is made once', async () => {
  const bytes = new TextEncoder().encode('List I chemical; '.repeat(1_000));
  const body = new Compressible(bytes);
  const brotli = await body.encoded('br');
  const gzip = await body.encoded('gzip');
  expect(new Uint8Array(brotliDecompressSync(brotli.bytes))).toEqual(bytes);
  expect(new Uint8Array(gunzipSync(gzip.bytes))).toEqual(bytes);
  expect((await body.encoded('br')).bytes).toBe(brotli.bytes);
  expect((await body.encoded(undefined)).bytes).toBe(bytes);
});

test('a few bytes are sent as they are', async () => {
  expect((await new Compressible(new TextEncoder().encode('ok')).encoded('br')).encoding).toBe('identity');
});
