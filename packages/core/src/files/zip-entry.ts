import { Z_BUF_ERROR, Z_NO_FLUSH, Z_OK, Z_STREAM_END, zlibInflate, zlibInflateInit2, ZStream } from 'pako';
import { crc32 } from './crc32.ts';
import { fileProblem } from './file-problem.ts';
import { BLOCK_BYTES, INFLATE_MAX_RATIO, INFLATED_FREE_BYTES } from './limits.ts';
import type { StreamEnd } from './stream-end.ts';
import type { ZipEntry } from './zip-archive.ts';

/** zlib's largest window, negative: data without a wrapper (RFC 1951). */
const RAW_WINDOW_BITS = -15;

/** How unpacking ended: at the end of the data, because there were no more, or because they are no deflate data. */
export interface Inflated {
  readonly state: 'ended' | 'cut' | 'damaged' | 'bomb';
  /** Bytes taken. */
  readonly packed: number;
  /** Bytes given. */
  readonly plain: number;
  readonly crc: number;
}

/** Unpacks deflated data piece by piece; memory does not grow with them. */
export function* inflateFrom(bytes: Uint8Array, start: number, end: number): Generator<Uint8Array, Inflated> {
  const stream = new ZStream();
  zlibInflateInit2(stream, RAW_WINDOW_BITS);
  stream.input = bytes.subarray(start, end);
  stream.next_in = 0;
  stream.avail_in = end - start;
  let plain = 0;
  let crc = 0;
  const ended = (state: Inflated['state']): Inflated => ({ state, packed: stream.next_in, plain, crc });
  for (;;) {
    stream.output = new Uint8Array(BLOCK_BYTES);
    stream.next_out = 0;
    stream.avail_out = BLOCK_BYTES;
    const status = zlibInflate(stream, Z_NO_FLUSH);
    const piece = stream.output.subarray(0, stream.next_out);
    plain += piece.length;
    crc = crc32(piece, crc);
    if (piece.length > 0) yield piece;
    if (status === Z_STREAM_END) return ended('ended');
    if (status !== Z_OK && status !== Z_BUF_ERROR) return ended('damaged');
    if (status === Z_BUF_ERROR || (stream.avail_in === 0 && piece.length < BLOCK_BYTES)) return ended('cut');
    if (plain > INFLATED_FREE_BYTES && plain > stream.next_in * INFLATE_MAX_RATIO) return ended('bomb');
  }
}

/** The content of an entry. What is wrong with it is said in `end` after what could be read. */
export function* entryBytes(bytes: Uint8Array, entry: ZipEntry, end: StreamEnd): Generator<Uint8Array> {
  const last = Math.min(entry.start + entry.packedBytes, bytes.length);
  if (entry.method !== 0 && entry.method !== 8) {
    end.problem ??= damaged(entry, `method ${entry.method}`);
    return;
  }
  let crc: number;
  if (entry.method === 0) {
    const stored = bytes.subarray(entry.start, last);
    for (let at = 0; at < stored.length; at += BLOCK_BYTES) yield stored.subarray(at, at + BLOCK_BYTES);
    crc = crc32(stored);
    if (entry.cut) end.problem ??= truncated(entry);
  } else {
    const inflated = yield* inflateFrom(bytes, entry.start, last);
    crc = inflated.crc;
    if (inflated.state === 'cut') end.problem ??= truncated(entry);
    if (inflated.state === 'damaged') end.problem ??= damaged(entry, 'invalid data');
    if (inflated.state === 'bomb') end.problem ??= bomb(entry);
  }
  if (crc !== entry.crc) end.problem ??= damaged(entry, 'wrong checksum');
}

function truncated(entry: ZipEntry): StreamEnd['problem'] {
  return fileProblem(
    'file-truncated',
    `The workbook ends in the middle of "${entry.name}": the rows after this point are missing.`,
    'Fetch or make the file again, and compare its size with the original.',
    { part: entry.name },
  );
}

function damaged(entry: ZipEntry, detail: string): StreamEnd['problem'] {
  return fileProblem(
    'file-damaged',
    `"${entry.name}" in the workbook is damaged (${detail}): rows before this point may be wrong, rows after it are missing.`,
    'Fetch or make the file again, or open it in a spreadsheet program, look at it and save it anew.',
    { part: entry.name, detail },
  );
}

function bomb(entry: ZipEntry): StreamEnd['problem'] {
  return fileProblem(
    'file-bomb',
    `"${entry.name}" unpacks to more than ${INFLATE_MAX_RATIO} times its size, as no table does. It was not read further.`,
    'Open it in a spreadsheet program, look at it, and save the table as CSV.',
    { part: entry.name, ratio: INFLATE_MAX_RATIO },
  );
}
