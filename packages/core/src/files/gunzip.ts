import { Z_BUF_ERROR, Z_NO_FLUSH, Z_OK, Z_STREAM_END, zlibInflate, zlibInflateInit2, ZStream } from 'pako';
import type { ByteBlocks } from './byte-blocks.ts';
import { fileProblem } from './file-problem.ts';
import { BLOCK_BYTES, INFLATE_MAX_RATIO, INFLATED_FREE_BYTES } from './limits.ts';
import type { StreamEnd } from './stream-end.ts';

/** zlib's largest window, plus 16: a gzip wrapper and no other. */
const GZIP_WINDOW_BITS = 15 + 16;

/** RFC 1952, 2.3.1: the two bytes a member begins with. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The content of a gzip file (RFC 1952), member after member, with its checksums held. zlib in JavaScript and not
 * `DecompressionStream`: browsers refuse a second member there, and a stream that ends too early loses what it had.
 * Zero bytes after the last member are padding; anything else there, a cut or a wrong checksum is said in `end`.
 */
export async function* gunzip(bytes: ByteBlocks, end: StreamEnd): AsyncGenerator<Uint8Array> {
  const counts = { taken: 0, given: 0 };
  for (;;) {
    const mark = await bytes.peek(2);
    if (mark.length === 0) return;
    if (!isGzip(mark)) {
      end.problem ??= await leftOver(bytes);
      return;
    }
    yield* member(bytes, end, counts);
    if (end.problem !== null) return;
  }
}

async function* member(
  bytes: ByteBlocks,
  end: StreamEnd,
  counts: { taken: number; given: number },
): AsyncGenerator<Uint8Array> {
  const stream = new ZStream();
  zlibInflateInit2(stream, GZIP_WINDOW_BITS);
  for (;;) {
    const block = await bytes.next();
    if (block === null) {
      end.problem = truncated();
      return;
    }
    stream.input = block;
    stream.next_in = 0;
    stream.avail_in = block.length;
    counts.taken += block.length;
    let full = true;
    while (full || stream.avail_in > 0) {
      stream.output = new Uint8Array(BLOCK_BYTES);
      stream.next_out = 0;
      stream.avail_out = BLOCK_BYTES;
      const status = zlibInflate(stream, Z_NO_FLUSH);
      counts.given += stream.next_out;
      if (stream.next_out > 0) yield stream.output.subarray(0, stream.next_out);
      if (status === Z_STREAM_END) {
        counts.taken -= stream.avail_in;
        bytes.unread(block.subarray(stream.next_in));
        return;
      }
      if (status !== Z_OK && status !== Z_BUF_ERROR) {
        end.problem = damaged(stream.msg);
        return;
      }
      if (counts.given > INFLATED_FREE_BYTES && counts.given > counts.taken * INFLATE_MAX_RATIO) {
        end.problem = bomb();
        return;
      }
      full = stream.avail_out === 0;
      if (status === Z_BUF_ERROR && !full) break;
    }
  }
}

async function leftOver(bytes: ByteBlocks): Promise<StreamEnd['problem']> {
  for (let block = await bytes.next(); block !== null; block = await bytes.next()) {
    if (block.some((byte) => byte !== 0)) {
      return fileProblem(
        'file-damaged',
        'After the end of the gzip data there are bytes that are not gzip data. They were not read.',
        'Make the file anew, or take off what was added to it.',
      );
    }
  }
  return null;
}

function truncated(): StreamEnd['problem'] {
  return fileProblem(
    'file-truncated',
    'The gzip file ends in the middle of its data: the rows after this point are missing.',
    'Fetch or make the file again, and compare its size with the original.',
  );
}

function damaged(detail: string): StreamEnd['problem'] {
  return fileProblem(
    'file-damaged',
    `The gzip data are damaged (${detail || 'invalid data'}): rows before this point may be wrong, rows after it are missing.`,
    'Fetch or make the file again.',
    { detail },
  );
}

function bomb(): StreamEnd['problem'] {
  return fileProblem(
    'file-bomb',
    `The file unpacks to more than ${INFLATE_MAX_RATIO} times its size, as no table does. It was not read further.`,
    'Unpack the file yourself, look at it, and give the unpacked table.',
    { ratio: INFLATE_MAX_RATIO },
  );
}
