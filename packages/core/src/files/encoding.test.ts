import { describe, expect, test } from 'vitest';
import { findEncoding, knownEncoding } from './encoding.ts';
import { LOOK_BYTES } from './limits.ts';
import { cellsOf, flawsOf, joined, readAll } from './test/reading.ts';

/** Encodes what TextEncoder does not, by asking the decoder for each pair of bytes once. */
function encode(text: string, encoding: 'gb18030' | 'windows-1252'): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let first = 0; first < 256; first += 1) {
    if (encoding === 'windows-1252' || first < 0x80) {
      table.set(decoder.decode(new Uint8Array([first])), [first]);
    } else {
      for (let second = 0x40; second < 0xff; second += 1) {
        const sign = decoder.decode(new Uint8Array([first, second]));
        if ([...sign].length === 1 && !table.has(sign)) table.set(sign, [first, second]);
      }
    }
  }
  return new Uint8Array([...text].flatMap((sign) => table.get(sign) ?? [0x3f]));
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
}

const CHINESE = '品名,CAS号,数量\n盐酸羟亚胺,90717-16-1,25千克\n4-苯胺基哌啶,23056-29-3,10 kg\n';
const SPANISH =
  'Nombre,Cantidad\nÁcido clorhídrico,25 kg\nPermanganato potásico,10 kg\nÓxido de calcio – «puro»,5 µg\n';
const GERMAN =
  'Bezeichnung;Menge\nEssigsäureanhydrid;25 kg\nKaliumpermanganat für Prüfzwecke;10 kg\nÄthyläther;5 €\n';
const FRENCH = 'Désignation,Quantité\nAnhydride acétique,25 kg\nÉther éthylique «\u00a0pur\u00a0»,10 kg\n';

describe('an encoding is found by the content', () => {
  test.each([
    { name: 'UTF-8', bytes: new TextEncoder().encode(CHINESE), encoding: 'utf-8', text: CHINESE },
    {
      name: 'UTF-8 with a mark',
      bytes: new TextEncoder().encode(`\uFEFF${CHINESE}`),
      encoding: 'utf-8',
      text: CHINESE,
    },
    {
      name: 'UTF-16 LE with a mark',
      bytes: utf16(`\uFEFF${CHINESE}`, false),
      encoding: 'utf-16le',
      text: CHINESE,
    },
    {
      name: 'UTF-16 BE with a mark',
      bytes: utf16(`\uFEFF${CHINESE}`, true),
      encoding: 'utf-16be',
      text: CHINESE,
    },
    { name: 'UTF-16 LE', bytes: utf16(CHINESE, false), encoding: 'utf-16le', text: CHINESE },
    { name: 'UTF-16 BE', bytes: utf16(SPANISH, true), encoding: 'utf-16be', text: SPANISH },
    { name: 'GB18030, Chinese', bytes: encode(CHINESE, 'gb18030'), encoding: 'gb18030', text: CHINESE },
    {
      name: 'Windows-1252, Spanish',
      bytes: encode(SPANISH, 'windows-1252'),
      encoding: 'windows-1252',
      text: SPANISH,
    },
    {
      name: 'Windows-1252, German',
      bytes: encode(GERMAN, 'windows-1252'),
      encoding: 'windows-1252',
      text: GERMAN,
    },
    {
      name: 'Windows-1252, French',
      bytes: encode(FRENCH, 'windows-1252'),
      encoding: 'windows-1252',
      text: FRENCH,
    },
  ])('$name', async ({ bytes, encoding, text }) => {
    const delimiter = text === GERMAN ? ';' : ',';
    const [heading, ...rows] = text.trimEnd().split('\n');
    const read = await readAll(bytes, { name: 'goods.csv' });
    expect(read.table).toMatchObject({ encoding, columns: heading!.split(delimiter), problems: [] });
    expect(cellsOf(read)).toEqual(rows.map((row) => row.split(delimiter)));
    expect(flawsOf(read)).toEqual([]);
  });

  test('one accented word is enough for Windows-1252, one Chinese word for GB18030', () => {
    expect(findEncoding(encode('Äther', 'windows-1252'), true)).toBe('windows-1252');
    expect(findEncoding(encode('丙酮', 'gb18030'), true)).toBe('gb18030');
    expect(findEncoding(encode('99 % ± 1 °C', 'windows-1252'), true)).toBe('windows-1252');
  });

  test('Chinese with characters that GB 2312 does not have is GB18030 all the same', () => {
    expect(findEncoding(encode('鹽酸羥亞胺,盐酸羟亚胺,苯胺基哌啶\n', 'gb18030'), true)).toBe('gb18030');
  });

  test('a character cut at the end of the look is no error', () => {
    const bytes = new TextEncoder().encode('丙酮'.repeat(100));
    for (const end of [300, 301, 302]) expect(findEncoding(bytes.subarray(0, end), false)).toBe('utf-8');
  });
});

test('UTF-8 with a wrong byte stays UTF-8, and only its row is said', async () => {
  const bytes = new TextEncoder().encode(CHINESE.repeat(2));
  bytes[CHINESE.indexOf('90717') + 40] = 0xff;
  const read = await readAll(bytes, { name: 'a.csv' });
  expect(read.table?.encoding).toBe('utf-8');
  expect(read.rows.filter((row) => row.problems.length > 0)).toHaveLength(1);
  expect(read.rows.at(-1)?.cells['品名']).toBe('4-苯胺基哌啶');
});

test('a character that the end of the file cuts is said', async () => {
  const bytes = joined([new TextEncoder().encode(`${CHINESE}甲苯,108-88-3,`), new Uint8Array([0xe5, 0x8d])]);
  const read = await readAll(bytes, { name: 'a.csv' });
  expect(flawsOf(read)).toEqual(['3:characters-undecodable']);
});

test('an encoding that was named is taken', async () => {
  const bytes = encode(SPANISH, 'windows-1252');
  expect((await readAll(bytes, { encoding: 'latin1', name: 'a.csv' })).table?.encoding).toBe('windows-1252');
  expect((await readAll('a,b\n', { encoding: 'klingon' })).refused).toMatchObject({
    code: 'encoding-unknown',
  });
  expect(knownEncoding('GBK')).toBe('gbk');
});

test('a byte that is none of the encoding is said with its row and column, and the rest is read', async () => {
  const start = new TextEncoder().encode(`name,cas\n${'Acetone,67-64-1\n'.repeat(LOOK_BYTES / 16 + 10)}`);
  const bytes = joined([
    start,
    new Uint8Array([0xc4]),
    new TextEncoder().encode('ther,60-29-7\nBenzene,71-43-2\n'),
  ]);
  const read = await readAll(bytes);
  const row = LOOK_BYTES / 16 + 11;
  expect(flawsOf(read)).toEqual([`${row}:characters-undecodable`]);
  expect(read.rows[row - 1]).toMatchObject({
    cells: { name: '\uFFFDther' },
    problems: [{ data: { column: 'name', row } }],
  });
  expect(read.rows.at(-1)?.cells['name']).toBe('Benzene');
});

test('a NUL is said with its row and column, and kept', async () => {
  const read = await readAll(`name,cas\n${'Acetone,67-64-1\n'.repeat(20)}Ben\0zene,71-43-2\n`);
  expect(flawsOf(read)).toEqual(['21:nul-character']);
  expect(read.rows[20]?.cells['name']).toBe('Ben\0zene');
});
