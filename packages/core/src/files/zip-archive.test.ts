import { crc32 as nodeCrc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { crc32 } from './crc32.ts';
import type { StreamEnd } from './stream-end.ts';
import { joined } from './test/reading.ts';
import { packed } from './test/workbook-parts.ts';
import { readZip, type ZipArchive } from './zip-archive.ts';
import { entryBytes } from './zip-entry.ts';

const encoder = new TextEncoder();

function contentOf(
  bytes: Uint8Array,
  archive: ZipArchive | null,
  name: string,
): { text: string; code: string | undefined } {
  const end: StreamEnd = { problem: null };
  const pieces = [...entryBytes(bytes, archive!.entries.get(name)!, end)];
  return { text: new TextDecoder().decode(joined(pieces)), code: end.problem?.code };
}

function numbers(...pairs: readonly (readonly [number, number])[]): Uint8Array {
  return joined(
    pairs.map(([width, value]) => {
      const bytes = new Uint8Array(width);
      for (let at = 0; at < width; at += 1) bytes[at] = Math.floor(value / 256 ** at) % 256;
      return bytes;
    }),
  );
}

/** An entry as other programs write it: stored or deflated, sizes before the data. */
function entry(name: string, content: string, method: 0 | 8): Uint8Array {
  const plain = encoder.encode(content);
  const data = method === 0 ? plain : new Uint8Array(deflateRawSync(plain));
  return joined([
    numbers(
      [4, 0x04034b50],
      [2, 20],
      [2, 0],
      [2, method],
      [4, 0],
      [4, crc32(plain)],
      [4, data.length],
      [4, plain.length],
      [2, name.length],
      [2, 0],
    ),
    encoder.encode(name),
    data,
  ]);
}

test('CRC-32 has the check value of its catalogue', () => {
  expect(crc32(encoder.encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(encoder.encode('6789'), crc32(encoder.encode('12345')))).toBe(0xcbf43926);
  const long = Uint8Array.from({ length: 1_001 }, (_, at) => (at * 31) & 0xff);
  expect(crc32(long)).toBe(nodeCrc32(long));
});

describe('a zip archive', () => {
  test('is read by its directory, behind a comment too', async () => {
    const bytes = await packed({ 'a.txt': 'one', 'b/c.txt': 'x'.repeat(200_000) });
    const commented = joined([bytes, encoder.encode('a comment')]);
    commented[bytes.length - 2] = 9;
    for (const each of [bytes, commented]) {
      const archive = readZip(each);
      expect(archive?.cut).toBe(false);
      expect(contentOf(each, archive, 'a.txt')).toEqual({ text: 'one', code: undefined });
      expect(contentOf(each, archive, 'b/c.txt').text).toHaveLength(200_000);
    }
  });

  test('without a directory is gone through, with sizes before the data or after', async () => {
    const plain = joined([entry('a', 'stored', 0), entry('b', 'deflated '.repeat(50), 8), entry('c', '', 0)]);
    const archive = readZip(plain);
    expect([...archive!.entries.keys()]).toEqual(['a', 'b', 'c']);
    expect(archive?.cut).toBe(true);
    expect(contentOf(plain, archive, 'a')).toEqual({ text: 'stored', code: undefined });
    expect(contentOf(plain, archive, 'b').code).toBeUndefined();
    const streamed = await packed({ a: 'one', b: 'two', c: 'three' });
    const cut = streamed.subarray(0, streamed.length - 22);
    expect([...readZip(cut)!.entries.keys()]).toEqual(['a', 'b', 'c']);
    expect(contentOf(cut, readZip(cut), 'c')).toEqual({ text: 'three', code: undefined });
  });

  test('of more than 4 GiB says so in zip64 fields', () => {
    const first = entry('a', 'zip64', 0);
    const extra = numbers([2, 1], [2, 24], [8, 5], [8, 5], [8, 0]);
    const central = joined([
      numbers(
        [4, 0x02014b50],
        [2, 45],
        [2, 45],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, crc32(encoder.encode('zip64'))],
        [4, 0xffffffff],
        [4, 0xffffffff],
      ),
      numbers([2, 1], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, 0xffffffff]),
      encoder.encode('a'),
      extra,
    ]);
    const at = first.length + central.length;
    const end64 = numbers(
      [4, 0x06064b50],
      [8, 44],
      [2, 45],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, 1],
      [8, 1],
      [8, central.length],
      [8, first.length],
    );
    const locator = numbers([4, 0x07064b50], [4, 0], [8, at], [4, 1]);
    const end = numbers(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, 0xffff],
      [2, 0xffff],
      [4, 0xffffffff],
      [4, 0xffffffff],
      [2, 0],
    );
    const bytes = joined([first, central, end64, locator, end]);
    const archive = readZip(bytes);
    expect(archive?.cut).toBe(false);
    expect(contentOf(bytes, archive, 'a')).toEqual({ text: 'zip64', code: undefined });
  });

  test('says what is wrong with an entry', async () => {
    const bytes = await packed({ a: 'one '.repeat(2_000) });
    const good = readZip(bytes)!.entries.get('a')!;
    const codeOf = (changes: Partial<typeof good>): string | undefined => {
      const end: StreamEnd = { problem: null };
      expect([...entryBytes(bytes, { ...good, ...changes }, end)]).toBeInstanceOf(Array);
      return end.problem?.code;
    };
    expect(codeOf({})).toBeUndefined();
    expect(codeOf({ crc: 1 })).toBe('file-damaged');
    expect(codeOf({ method: 12 })).toBe('file-damaged');
    expect(codeOf({ packedBytes: 5 })).toBe('file-truncated');
    expect(codeOf({ start: good.start + 3 })).toBe('file-damaged');
  });

  test('is nothing without a header', () => {
    expect(readZip(new Uint8Array(100))).toBeNull();
    expect(readZip(new Uint8Array(0))).toBeNull();
  });
});
