import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

const GZIP_LEVEL = 9;
/** Higher takes seconds for a percent. */
const BROTLI_QUALITY = 7;
/** Below this a packet is a packet. */
const SMALLEST_WORTH_BYTES = 1_024;

/** Bytes that are sent again and again: each encoding is made once, when it is first asked for. */
export class Compressible {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
  }

  /** The bytes in the best encoding the other side takes. */
  async encoded(
    acceptEncoding: string | undefined,
  ): Promise<{ readonly encoding: Encoding; readonly bytes: Uint8Array<ArrayBuffer> }> {
    const encoding = this.#bytes.length < SMALLEST_WORTH_BYTES ? 'identity' : bestEncoding(acceptEncoding);
    const made = this.#made.get(encoding) ?? compress(this.#bytes, encoding);
    this.#made.set(encoding, made);
    return { encoding, bytes: await made };
  }
}

/** Brotli before gzip before none, as far as `Accept-Encoding` (RFC 9110, 12.5.3) allows. */
export function bestEncoding(acceptEncoding: string | undefined): Encoding {
  const taken = new Set(
    (acceptEncoding ?? '')
      .split(',')
      .map((part) =>
        part
          .trim()
          .toLowerCase()
          .split(/\s*;\s*/),
      )
      .filter((part) => !part.some((parameter) => /^q=0(\.0*)?$/.test(parameter)))
      .map(([name]) => name),
  );
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
}

async function compress(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'gzip') return promisify(gzip)(bytes, { level: GZIP_LEVEL });
  if (encoding === 'br') {
    return promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
  }
  return bytes;
}
