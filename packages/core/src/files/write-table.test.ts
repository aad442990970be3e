import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScreenedRow } from '../screening/index.ts';
import { csvLine, guardedCell } from './csv-text.ts';
import { cellsOf, flawsOf, joined, readAll, written } from './test/reading.ts';
import { createRowWriter, flatColumns } from './write-rows.ts';
import type { WrittenFormat } from './write-table.ts';
import { createSheetWriter, xmlText } from './xlsx-writer.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('CSV', () => {
  test('quotes what any program may mistake, and doubles quotes', () => {
    expect(csvLine(['a', 'b,c', 'd;e', 'f"g', 'h\ni', ' j', ''], ',', true)).toBe(
      'a,"b,c","d;e","f""g","h\ni"," j",\r\n',
    );
    expect(csvLine([''], ',', true)).toBe('""\r\n');
  });

  test.each(['=HYPERLINK("http://x")', '+1+cmd', '-2+3', '@SUM(A1)', '\t=1', '＝1+1', '-'])(
    '%j cannot run as a formula',
    (cell) => {
      expect(guardedCell(cell)).toBe(`'${cell}`);
    },
  );

  test.each(['-5', '+25.5', '-12,5%', 'N-methyl', '2-propanone', 'C=O', "'x"])('%j is left alone', (cell) => {
    expect(guardedCell(cell)).toBe(cell);
  });

  test('may begin with a byte order mark, and has its heading without rows too', async () => {
    expect(decode(await written('csv', ['a', 'b'], [], { byteOrderMark: true }))).toBe('\uFEFFa,b\r\n');
    expect(decode(await written('tsv', ['a', 'b'], [['1', '2']]))).toBe('a\tb\r\n1\t2\r\n');
  });
});

test('JSON and NDJSON are written as objects', async () => {
  const rows = [
    ['1', 'x'],
    ['2', ''],
  ];
  expect(JSON.parse(decode(await written('json', ['a', 'b'], rows)))).toEqual([
    { a: '1', b: 'x' },
    { a: '2', b: '' },
  ]);
  expect(JSON.parse(decode(await written('json', ['a'], [])))).toEqual([]);
  expect(decode(await written('ndjson', ['a', 'b'], rows))).toBe('{"a":"1","b":"x"}\n{"a":"2","b":""}\n');
});

test('XLSX: what XML cannot hold, a formula and a cell that is too long', async () => {
  expect(xmlText('a\u0001\r\ud800_x0041_<&>"\ufffe😀')).toBe(
    'a_x0001__x000D__xD800__x005F_x0041_&lt;&amp;&gt;&quot;_xFFFE_😀',
  );
  const read = await readAll(await written('xlsx', ['Name'], [['=1+1'], ['x'.repeat(40_000)]]));
  expect(read.rows[0]?.cells['Name']).toBe('=1+1');
  expect(read.rows[1]?.cells['Name']).toHaveLength(32_767);
  expect(read.rows[1]?.cells['Name']).toMatch(/ … \[cut: 40000 characters\]$/u);
  expect(flawsOf(read)).toEqual([]);
});

test('XLSX: rows beyond the last of a sheet go to further sheets, each with its heading', async () => {
  const pieces: Uint8Array[] = [];
  const writer = createSheetWriter(
    ['Name', 'CAS'],
    { write: (bytes) => void pieces.push(bytes.slice()) },
    'Goods: [all]',
    3,
  );
  const rows = ['a', 'b', 'c', 'd', 'e'].map((name) => [name, '67-64-1']);
  await writer.write(rows);
  await writer.end();
  const namesIn = async (sheet: string): Promise<readonly (string | undefined)[]> =>
    (await readAll(joined(pieces), { sheet })).rows.map((row) => row.cells['Name']);
  expect(await namesIn('Goods   all')).toEqual(['a', 'b']);
  expect(await namesIn('Goods   all (2)')).toEqual(['c', 'd']);
  expect(await namesIn('3')).toEqual(['e']);
});

test('XLSX: the same table gives the same bytes', async () => {
  const rows = [['Acetone'], ['Benzene']];
  expect(await written('xlsx', ['Name'], rows)).toEqual(await written('xlsx', ['Name'], rows));
});

describe('what is written reads back the same', () => {
  const sign = fc.oneof(
    fc.constantFrom(
      '"',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '=',
      "'",
      '|',
      '<',
      '&',
      '_x000D_',
      '\u0001',
      '中',
      'é',
      '😀',
      '{',
      '[',
    ),
    fc.string({ minLength: 1, maxLength: 1 }),
  );
  const cell = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join(''));
  const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.record({
      columns: fc.constant(['Name', 'CAS', 'HS code', 'Remarks'].slice(0, width)),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    }),
  );

  test.each(['csv', 'tsv', 'xlsx', 'json', 'ndjson'] as const)('%s', async (format: WrittenFormat) => {
    await fc.assert(
      fc.asyncProperty(table, fc.array(fc.nat(3_000), { maxLength: 5 }), async ({ columns, rows }, cuts) => {
        const bytes = await written(format, columns, rows, { formulas: 'as-they-are' });
        const read = await readAll(bytes, { format, header: 'first-row', cuts });
        expect(read.table?.columns).toEqual(columns);
        expect(cellsOf(read)).toEqual(rows);
        expect(read.rows.map((row) => row.row)).toEqual(rows.map((_, at) => at + 1));
      }),
      { numRuns: format === 'xlsx' ? 150 : 400 },
    );
  });

  test('CSV with guarded formulas', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ columns, rows }) => {
        const read = await readAll(await written('csv', columns, rows), {
          format: 'csv',
          header: 'first-row',
        });
        expect(cellsOf(read)).toEqual(rows.map((cells) => cells.map(guardedCell)));
      }),
      { numRuns: 200 },
    );
  });

  test('a byte order mark is no part of the first name', async () => {
    const bytes = await written('csv', ['Name', 'CAS'], [['Acetone', '67-64-1']], { byteOrderMark: true });
    expect((await readAll(bytes)).table?.columns).toEqual(['Name', 'CAS']);
  });
});

describe('screened rows', () => {
  const row: ScreenedRow = {
    row: 1,
    input: { name: 'NPP', row: '7' },
    goods: [
      {
        id: 'n-phenethyl-4-piperidone',
        inchikey: 'ZVPUCJWNXVJGJZ-UHFFFAOYSA-N',
        name: 'NPP',
        match: 'exact',
        from: 'NPP',
        column: 'name',
      },
      { id: null, inchikey: null, name: null, match: 'candidate', from: 'NP', column: 'name' },
    ],
    verdict: 'controlled',
    jurisdictions: { US: 'controlled', CN: 'unknown' },
    controls: ['us/a', 'un/b'],
    bases: ['named'],
    deciding: ['US', 'CN'],
    reasons: [{ code: 'below-threshold', text: '5 kg is less.' }],
    problems: [{ code: 'x', message: 'Something.', column: null }],
    asOf: { on: '2025-06-01', known: null, law: 'sha256:00' },
  } as unknown as ScreenedRow;
  const columns = { jurisdictions: ['US', 'CN', 'MX'] as const, input: ['name', 'row'] };

  async function write(format: WrittenFormat): Promise<string> {
    const pieces: Uint8Array[] = [];
    const writer = createRowWriter(format, columns, { write: (bytes) => void pieces.push(bytes.slice()) });
    await writer.write([row]);
    await writer.write([]);
    await writer.end();
    return decode(joined(pieces));
  }

  test('are a flat sheet in CSV', async () => {
    const read = await readAll(await write('csv'), { header: 'first-row' });
    expect(read.rows[0]?.cells).toEqual({
      row: '1',
      verdict: 'controlled',
      US: 'controlled',
      CN: 'unknown',
      MX: '',
      deciding: 'US; CN',
      goods: 'n-phenethyl-4-piperidone',
      names: 'NPP',
      inchikeys: 'ZVPUCJWNXVJGJZ-UHFFFAOYSA-N',
      'found in': 'NPP; NP (candidate)',
      controls: 'us/a; un/b',
      bases: 'named',
      reasons: 'below-threshold: 5 kg is less.',
      problems: 'x: Something.',
      on: '2025-06-01',
      known: '',
      law: 'sha256:00',
      name: 'NPP',
      'row (input)': '7',
    });
    expect(flatColumns(columns).at(-1)).toBe('row (input)');
  });

  test('are themselves in JSON and NDJSON', async () => {
    expect(JSON.parse(await write('json'))).toEqual([row]);
    expect(JSON.parse(await write('ndjson'))).toEqual(row);
  });
});
