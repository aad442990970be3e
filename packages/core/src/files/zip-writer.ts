import {
  Z_DEFAULT_STRATEGY,
  Z_FINISH,
  Z_NO_FLUSH,
  Z_STREAM_END,
  zlibDeflate,
  zlibDeflateInit2,
  ZStream,
} from 'pako';
import { crc32 } from './crc32.ts';
import { BLOCK_BYTES } from './limits.ts';

const DEFLATED = 8;
const RAW_WINDOW_BITS = -15;
const MEMORY_LEVEL = 8;
/** Half the time of the usual 6 for a tenth more bytes, on sheets. */
const COMPRESSION_LEVEL = 3;
/** 2.0, for deflate; sizes follow the data (bit 3); names are UTF-8 (bit 11). */
const VERSION = 20;
const FLAGS = 0x0808;
/** 1 January 1980, the first day zip knows: what is written depends on the table alone, not on the clock. */
const DOS_DATE = 0x0021;

interface Written {
  readonly name: Uint8Array;
  readonly offset: number;
  crc: number;
  packed: number;
  plain: number;
}

/**
 * Writes a zip archive piece by piece (APPNOTE.TXT 6.3), entry after entry; sizes stand after the data, so that
 * nothing is kept. No zip64: an archive of more than 4 GiB is a bug of the caller.
 */
export class ZipWriter {
  private readonly out: (bytes: Uint8Array) => void | Promise<void>;
  private readonly entries: Written[] = [];
  private offset = 0;
  private stream: ZStream | null = null;

  constructor(out: (bytes: Uint8Array) => void | Promise<void>) {
    this.out = out;
  }

  /** Begins the next entry; the one before it must be closed. */
  async open(name: string): Promise<void> {
    const entry: Written = {
      name: new TextEncoder().encode(name),
      offset: this.offset,
      crc: 0,
      packed: 0,
      plain: 0,
    };
    this.entries.push(entry);
    this.stream = new ZStream();
    zlibDeflateInit2(
      this.stream,
      COMPRESSION_LEVEL,
      DEFLATED,
      RAW_WINDOW_BITS,
      MEMORY_LEVEL,
      Z_DEFAULT_STRATEGY,
    );
    const header = fields(30, [
      [0, 4, 0x04034b50],
      [4, 2, VERSION],
      [6, 2, FLAGS],
      [8, 2, DEFLATED],
      [12, 2, DOS_DATE],
      [26, 2, entry.name.length],
    ]);
    await this.put(header);
    await this.put(entry.name);
  }

  /** Adds to the entry that is open. */
  async write(bytes: Uint8Array): Promise<void> {
    const entry = this.entries.at(-1)!;
    entry.crc = crc32(bytes, entry.crc);
    entry.plain += bytes.length;
    await this.deflate(bytes, false);
  }

  /** Ends the entry that is open. */
  async close(): Promise<void> {
    await this.deflate(new Uint8Array(0), true);
    const { crc, packed, plain } = this.entries.at(-1)!;
    await this.put(
      fields(16, [
        [0, 4, 0x08074b50],
        [4, 4, crc],
        [8, 4, packed],
        [12, 4, plain],
      ]),
    );
  }

  /** Writes the directory. */
  async end(): Promise<void> {
    const start = this.offset;
    for (const entry of this.entries) {
      const header = fields(46, [
        [0, 4, 0x02014b50],
        [4, 2, VERSION],
        [6, 2, VERSION],
        [8, 2, FLAGS],
        [10, 2, DEFLATED],
        [14, 2, DOS_DATE],
        [16, 4, entry.crc],
        [20, 4, entry.packed],
        [24, 4, entry.plain],
        [28, 2, entry.name.length],
        [42, 4, entry.offset],
      ]);
      await this.put(header);
      await this.put(entry.name);
    }
    await this.put(
      fields(22, [
        [0, 4, 0x06054b50],
        [8, 2, this.entries.length],
        [10, 2, this.entries.length],
        [12, 4, this.offset - start],
        [16, 4, start],
      ]),
    );
  }

  private async deflate(bytes: Uint8Array, last: boolean): Promise<void> {
    const stream = this.stream!;
    const entry = this.entries.at(-1)!;
    stream.input = bytes;
    stream.next_in = 0;
    stream.avail_in = bytes.length;
    for (;;) {
      stream.output = new Uint8Array(BLOCK_BYTES);
      stream.next_out = 0;
      stream.avail_out = BLOCK_BYTES;
      const status = zlibDeflate(stream, last ? Z_FINISH : Z_NO_FLUSH);
      entry.packed += stream.next_out;
      if (stream.next_out > 0) await this.put(stream.output.subarray(0, stream.next_out));
      if (status === Z_STREAM_END || (!last && stream.avail_in === 0 && stream.avail_out > 0)) return;
    }
  }

  private async put(bytes: Uint8Array): Promise<void> {
    this.offset += bytes.length;
    await this.out(bytes);
  }
}

/** A header of `length` bytes with little-endian numbers: place, width in bytes, value. */
function fields(length: number, numbers: readonly (readonly [number, 2 | 4, number])[]): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  for (const [at, width, value] of numbers) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return bytes;
}
