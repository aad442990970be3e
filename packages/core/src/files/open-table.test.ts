import { describe, expect, test } from 'vitest';
import { BATCH_ROWS_COUNT } from './limits.ts';
import { openTable } from './open-table.ts';
import { cellsOf, flawsOf, inPieces, readAll, written } from './test/reading.ts';

describe('a format is found by the content', () => {
  test.each([
    { text: 'SMILES,Name\nCCO,Ethanol\n', format: 'csv', columns: ['SMILES', 'Name'] },
    { text: 'SMILES\tName\tCAS\nCCO\tEthanol\t64-17-5\n', format: 'tsv', columns: ['SMILES', 'Name', 'CAS'] },
    { text: 'Nombre;CAS\nAcetona;67-64-1\n', format: 'csv', columns: ['Nombre', 'CAS'] },
    { text: 'Name|CAS\nAcetone|67-64-1\n', format: 'csv', columns: ['Name', 'CAS'] },
    { text: 'sep=;\r\nName;CAS\r\nAcetone, pure;67-64-1\r\n', format: 'csv', columns: ['Name', 'CAS'] },
    { text: 'CCO Ethanol\nc1ccccc1 Benzene\n', format: 'smi', columns: ['structure', 'name'] },
    { text: 'CCO\nc1ccccc1\n[Na+].[Cl-]\n', format: 'smi', columns: ['structure', 'name'] },
    { text: '[13CH4] marked methane\n', format: 'smi', columns: ['structure', 'name'] },
    { text: 'smiles name\nCCO Ethanol\n', format: 'smi', columns: ['smiles', 'name'] },
    { text: 'Acetone\nBenzene\nToluene\n', format: 'csv', columns: ['column 1'] },
    { text: 'NPP\nPCP\n', format: 'csv', columns: ['column 1'] },
    { text: 'smiles\nCCO\nCC\n', format: 'smi', columns: ['smiles', 'name'] },
    { text: '[{"name":"Acetone"}]', format: 'json', columns: ['name'] },
    { text: '["Acetone","Benzene"]', format: 'json', columns: ['column 1'] },
    { text: '{"rows":[{"name":"Acetone"}]}', format: 'json', columns: ['name'] },
    { text: '{\n  "name": "Acetone"\n}\n', format: 'json', columns: ['name'] },
    { text: '{"name":"Acetone"}\n{"name":"Benzene"}\n', format: 'ndjson', columns: ['name'] },
    { text: '\uFEFF{"name":"Acetone"}\n', format: 'ndjson', columns: ['name'] },
  ])('$text', async ({ text, format, columns }) => {
    const read = await readAll(text);
    expect(read.table).toMatchObject({ format, columns });
    expect(flawsOf(read)).toEqual([]);
    expect(read.rows.length).toBeGreaterThan(0);
  });

  test('and the name decides where the content leaves it open', async () => {
    const text = 'CON\nCCO\n';
    expect((await readAll(text, { name: 'list.smi' })).table?.format).toBe('smi');
    expect(
      (await readAll('CCO,Ethanol\nc1ccccc1,Benzene\n', { name: 'list.smi' })).table?.columns,
    ).toHaveLength(2);
    expect((await readAll('Aspirin\nC\n', { name: 'a.SMI.GZ' })).table?.format).toBe('smi');
    expect((await readAll(text, { name: 'C:\\goods\\list.csv' })).table?.format).toBe('csv');
    expect((await readAll('"Acetone"\n"Benzene"\n', { name: 'a.jsonl' })).table?.format).toBe('ndjson');
  });

  test('and what the caller says goes before both', async () => {
    const read = await readAll('[{"name":"Acetone"}]', { name: 'a.json', format: 'csv' });
    expect(read.table).toMatchObject({ format: 'csv', columns: ['column 1'] });
    expect((await readAll('name\n', { format: 'xlsx' })).refused?.code).toBe('file-corrupt');
  });
});

describe('what is no table is refused, with what to do', () => {
  const bytes = (...values: number[]): Uint8Array =>
    new Uint8Array([...values, ...new Array<number>(600).fill(1)]);
  const compound = (text: string): Uint8Array => {
    const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    return new Uint8Array([...head, ...[...text].flatMap((sign) => [sign.charCodeAt(0), 0])]);
  };

  test.each([
    { what: 'nothing', content: '', code: 'file-empty' },
    { what: 'blank lines', content: '\n \n\r\n', code: 'file-empty' },
    { what: 'an old workbook', content: compound('Root Entry Workbook'), code: 'file-format-other' },
    {
      what: 'an encrypted workbook',
      content: compound('EncryptionInfo EncryptedPackage'),
      code: 'file-encrypted',
    },
    { what: 'a PDF', content: '%PDF-1.7\n', code: 'file-format-other' },
    { what: 'a picture', content: bytes(0x89, 0x50, 0x4e, 0x47), code: 'file-format-other' },
    { what: 'bzip2', content: bytes(0x42, 0x5a, 0x68), code: 'file-format-other' },
    {
      what: 'a page',
      content: '<!DOCTYPE html><table><tr><td>Acetone</td></tr></table>',
      code: 'file-format-other',
    },
    { what: 'XML called .xls', content: '<?xml version="1.0"?><Workbook/>', code: 'file-format-other' },
    { what: 'random bytes', content: bytes(7, 3, 200, 1, 2, 3, 4, 5, 6, 7), code: 'file-format-unknown' },
    { what: 'the beginning of a zip', content: bytes(0x50, 0x4b, 3, 4), code: 'file-truncated' },
  ])('$what', async ({ content, code }) => {
    const { refused } = await readAll(content);
    expect(refused?.code).toBe(code);
    expect(refused?.todo).toMatch(/\w/u);
  });
});

describe('rows', () => {
  test('come in batches, numbered from the first row of goods', async () => {
    const text = `Title\n\nname,cas\n${'Acetone,67-64-1\n'.repeat(1_234)}`;
    const opened = await openTable({ name: null, bytes: inPieces(new TextEncoder().encode(text)) });
    if (!opened.ok) throw new Error(opened.problem.message);
    const sizes: number[] = [];
    let last = 0;
    for await (const batch of opened.value.rows) {
      sizes.push(batch.length);
      for (const row of batch) expect(row.row).toBe((last += 1));
    }
    expect(sizes).toEqual([BATCH_ROWS_COUNT, BATCH_ROWS_COUNT, 234]);
    expect(opened.value.bytesRead()).toBe(text.length);
  });

  test('that are ragged are kept whole, and said', async () => {
    const read = await readAll(
      'name,cas,hs\nAcetone,67-64-1\nBenzene,71-43-2,2902.20,extra,more\nToluene,108-88-3,2902.30,,\n',
    );
    expect(flawsOf(read)).toEqual(['1:cells-missing', '2:cells-extra']);
    expect(read.rows[0]?.cells).toEqual({ name: 'Acetone', cas: '67-64-1', hs: '' });
    expect(read.rows[1]?.cells).toMatchObject({ hs: '2902.20', 'column 4': 'extra', 'column 5': 'more' });
    expect(read.rows[0]?.problems[0]?.data).toMatchObject({ row: 1, line: 2, cells: 2, columns: 3 });
  });

  test('keep their cells exactly', async () => {
    const read = await readAll('name,cas,quantity\n" Acetone ",0067-64-1,025.00 kg\n');
    expect(cellsOf(read)).toEqual([[' Acetone ', '0067-64-1', '025.00 kg']]);
  });

  test('with a broken quote are said, and the others are read', async () => {
    const read = await readAll('name,cas\nAcetone,67-64-1\n"Benzene,71-43-2\nToluene,108-88-3\n');
    expect(flawsOf(read)).toEqual(['2:quote-broken']);
    expect(read.rows[1]?.problems[0]?.data).toMatchObject({ row: 2, line: 3 });
    expect(read.rows.map((row) => row.cells['name'])).toEqual(['Acetone', '"Benzene', 'Toluene']);
  });

  test('a heading without rows is a table without rows', async () => {
    const read = await readAll('Name,CAS\n');
    expect(read.table?.columns).toEqual(['Name', 'CAS']);
    expect(read.rows).toEqual([]);
  });

  test('a SMILES file keeps extensions with the structure and blanks in the name', async () => {
    const read = await readAll('CC |$R1;;$| an acid\n  CCO\tabsolute ethanol 99 % \n\n C  \n', {
      name: 'a.smi',
    });
    expect(cellsOf(read)).toEqual([
      ['CC |$R1;;$|', 'an acid'],
      ['CCO', 'absolute ethanol 99 %'],
      ['C', ''],
    ]);
  });
});

test('the source is let go when the reader stops, and when the file is refused', async () => {
  let closed = 0;
  const source = async function* (text: string): AsyncGenerator<Uint8Array> {
    try {
      await Promise.resolve();
      for (;;) yield new TextEncoder().encode(text);
    } finally {
      closed += 1;
    }
  };
  const opened = await openTable({ name: null, bytes: source('name,cas\nAcetone,67-64-1\n') });
  if (!opened.ok) throw new Error(opened.problem.message);
  for await (const batch of opened.value.rows) {
    expect(batch.length).toBeGreaterThan(0);
    break;
  }
  expect(closed).toBe(1);
  expect((await openTable({ name: null, bytes: source('%PDF-1.7') })).ok).toBe(false);
  expect(closed).toBe(2);
});

test('what the source throws goes through: a disk that fails is no content', async () => {
  const failing = async function* (): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(new TextEncoder().encode('name,cas\n'.repeat(60_000)));
    throw new Error('EIO');
  };
  const opened = await openTable({ name: null, bytes: failing() });
  if (!opened.ok) throw new Error(opened.problem.message);
  const read = async (): Promise<void> => {
    for await (const batch of opened.value.rows) expect(batch.length).toBeGreaterThan(0);
  };
  await expect(read()).rejects.toThrow('EIO');
});

test('a workbook may be gzipped too', async () => {
  const { gzipSync } = await import('node:zlib');
  const read = await readAll(new Uint8Array(gzipSync(await written('xlsx', ['name'], [['Acetone']]))));
  expect(read.table).toMatchObject({ format: 'xlsx', compressed: true });
  expect(cellsOf(read)).toEqual([['Acetone']]);
});
