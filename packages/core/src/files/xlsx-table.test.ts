import { describe, expect, test } from 'vitest';
import { LINE_MAX_CHARS } from './limits.ts';
import { cellsOf, flawsOf, readAll, written } from './test/reading.ts';
import { packed, textRow, workbookParts } from './test/workbook-parts.ts';

const HEADING = textRow(1, ['Name', 'CAS', 'Quantity']);

/** A workbook of one sheet: the heading and a row of the given cells. */
async function withCells(
  cells: string,
  around: Parameters<typeof workbookParts>[1] = {},
): ReturnType<typeof readAll> {
  const bytes = await packed(workbookParts([{ rows: `${HEADING}<row r="2">${cells}</row>` }], around));
  return readAll(bytes, { name: 'goods.xlsx' });
}

describe('cells of a workbook', () => {
  test('shared texts: runs are joined, pronunciation is left out, what XML cannot hold is undone', async () => {
    const read = await withCells(
      '<c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>2</v></c>',
      {
        sharedStrings:
          '<si><t>67-64-1</t></si><si><r><t>Ace</t></r><r><rPr><b/></rPr><t xml:space="preserve">tone &amp; co </t></r><rPh><t>x</t></rPh></si><si><t>25_x000D_&#10;kg _x005F_x0041_</t></si>',
      },
    );
    expect(cellsOf(read)).toEqual([['Acetone & co ', '67-64-1', '25\r\nkg _x0041_']]);
    expect(flawsOf(read)).toEqual([]);
  });

  test.each([
    { written: '25', format: '', shown: '25' },
    { written: '1.1000000000000001', format: '', shown: '1.1' },
    { written: '7612345678900', format: '', shown: '7612345678900' },
    { written: '1E-7', format: '', shown: '0.0000001' },
    { written: '10121', format: '00000000', shown: '00010121' },
    { written: '0.25', format: '0%', shown: '25%' },
    { written: '0.2555', format: '0%', shown: '25.55%' },
    { written: '12.5', format: '0.00', shown: '12.50' },
    { written: '0.004', format: '0.00', shown: '0.004' },
    { written: '25', format: '0&quot; kg&quot;', shown: '25 kg' },
    { written: '1234567.5', format: '#,##0.00', shown: '1234567.50' },
    { written: '-3', format: '0.0;[Red]\\-0.0', shown: '-3.0' },
    { written: '45658', format: 'dd/mm/yyyy', shown: '2025-01-01' },
    { written: '45658.5', format: '[$-409]d-mmm-yy h:mm AM/PM', shown: '2025-01-01T12:00:00' },
    { written: '0.75', format: 'hh:mm', shown: '18:00:00' },
    { written: '45658', format: 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', shown: '2025-01-01' },
    { written: '59', format: 'yyyy-mm-dd', shown: '1900-02-28' },
    { written: '61', format: 'yyyy-mm-dd', shown: '1900-03-01' },
    { written: '1.5', format: 'General', shown: '1.5' },
    { written: '5', format: '0.00E+00', shown: '5' },
  ])('$written under "$format" is shown as $shown', async ({ written: value, format, shown }) => {
    const read = await withCells(
      `<c r="A2" t="inlineStr"><is><t>x</t></is></c><c r="C2" s="1"><v>${value}</v></c>`,
      {
        formats: `<numFmt numFmtId="170" formatCode="${format}"/>`,
        styles: `<xf numFmtId="${format === '' ? 0 : 170}"/>`,
      },
    );
    expect(read.rows[0]?.cells['Quantity']).toBe(shown);
    expect(flawsOf(read)).toEqual([]);
  });

  test('dates by built-in formats, and in the calendar of 1904', async () => {
    const cell = '<c r="C2" s="1"><v>44197</v></c>';
    expect((await withCells(cell, { styles: '<xf numFmtId="14"/>' })).rows[0]?.cells['Quantity']).toBe(
      '2021-01-01',
    );
    const mac = await withCells(cell, { styles: '<xf numFmtId="14"/>', date1904: true });
    expect(mac.rows[0]?.cells['Quantity']).toBe('2025-01-02');
  });

  test('a formula gives the value it had, and says so; without a value the row is not read in full', async () => {
    const read = await withCells(
      '<c r="A2" t="str"><f>B2&amp;"x"</f><v>Acetone</v></c><c r="B2"><f>1+1</f></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    );
    expect(cellsOf(read)).toEqual([['Acetone', '', '#DIV/0!']]);
    expect(flawsOf(read)).toEqual([
      '1:cell-formula',
      '1:cell-formula-empty',
      '1:cell-formula',
      '1:cell-error',
    ]);
    expect(read.rows[0]?.problems[0]?.data).toMatchObject({ row: 1, line: 2, column: 'Name', cell: 'A2' });
  });

  test('a formula may give an empty text, but no empty number', async () => {
    const read = await withCells(
      '<c r="A2" t="str"><f>""</f><v></v></c><c r="B2"><f>1+1</f><v></v></c><c r="C2"><v>1</v></c>',
    );
    expect(flawsOf(read)).toEqual(['1:cell-formula', '1:cell-formula-empty']);
  });

  test('true, false and dates as text', async () => {
    const read = await withCells(
      '<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="d"><v>2025-07-16T00:00:00</v></c>',
    );
    expect(cellsOf(read)).toEqual([['TRUE', 'FALSE', '2025-07-16']]);
  });

  test('a shared text that is missing is said', async () => {
    expect(
      flawsOf(await withCells('<c r="A2" t="s"><v>5</v></c>', { sharedStrings: '<si><t>x</t></si>' })),
    ).toEqual(['1:record-broken']);
  });

  test('cells without a place stand one after the other; cells with only a style are none', async () => {
    const rows = `<row><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>CAS</t></is></c></row>
      <row><c s="0"/><c/></row><row r="9"><c t="inlineStr"><is><t>Acetone</t></is></c></row><row/>`;
    const read = await readAll(await packed(workbookParts([{ rows }])));
    expect(cellsOf(read)).toEqual([['Acetone', '']]);
    expect(read.rows[0]?.row).toBe(1);
  });

  test('a cell beyond the last column of the heading is kept; one beyond all columns is said', async () => {
    const read = await withCells(
      '<c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="E2"><v>7</v></c><c r="XFE2"><v>8</v></c>',
    );
    expect(flawsOf(read)).toEqual(['1:columns-too-many']);
    expect(read.rows[0]?.cells['column 5']).toBe('7');
  });

  test('parts with prefixes, in UTF-16, and CDATA', async () => {
    const parts = workbookParts([{ rows: '' }]);
    const sheet = `\uFEFF<x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Name</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t><![CDATA[<Acetone>]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const bytes = new Uint8Array(sheet.length * 2);
    [...sheet].forEach((sign, at) => new DataView(bytes.buffer).setUint16(at * 2, sign.charCodeAt(0), true));
    const read = await readAll(await packed({ ...parts, 'xl/worksheets/sheet1.xml': bytes }));
    expect(cellsOf(read)).toEqual([['<Acetone>']]);
  });
});

describe('headings of a sheet', () => {
  const read = async (rows: string, merged: readonly string[] = []): ReturnType<typeof readAll> => {
    const after = `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    return readAll(await packed(workbookParts([{ rows, after }])));
  };

  test('groups over names: names that are there twice get their group in front', async () => {
    const rows = `${textRow(1, ['Shipper', '', 'Consignee', '', 'Goods'])}${textRow(2, ['Name', 'Country', 'Name', 'Country', ''])}${textRow(3, ['Alpha', 'MX', 'Beta', 'US', 'Acetone'])}`;
    const { table, rows: data } = await read(rows, ['A1:B1', 'C1:D1', 'E1:E2']);
    expect(table?.columns).toEqual([
      'Shipper / Name',
      'Shipper / Country',
      'Consignee / Name',
      'Consignee / Country',
      'Goods',
    ]);
    expect(table?.problems.map((problem) => problem.code)).toEqual(['heading-merged']);
    expect(data.map((row) => row.cells['Goods'])).toEqual(['Acetone']);
  });

  test('one name over two columns names both', async () => {
    const rows = `${textRow(1, ['Name', '', 'CAS'])}${textRow(2, ['Acetone', 'pure', '67-64-1'])}`;
    const { table } = await read(rows, ['A1:B1']);
    expect(table?.columns).toEqual(['Name', 'Name (2)', 'CAS']);
    expect(table?.problems.map((problem) => problem.code)).toEqual(['heading-merged', 'column-renamed']);
  });

  test('a merged title above the table is passed over', async () => {
    const rows = `${textRow(1, ['Stock list of Alpha Trading'])}${textRow(3, ['Name', 'CAS', 'Quantity'])}${textRow(4, ['Acetone', '67-64-1', '5 kg'])}`;
    const { table, rows: data } = await read(rows, ['A1:C1']);
    expect(table?.columns).toEqual(['Name', 'CAS', 'Quantity']);
    expect(table?.problems.map((problem) => problem.code)).toEqual(['heading-above']);
    expect(data).toHaveLength(1);
  });

  test('a cell that is merged downwards counts for each row, and is said', async () => {
    const rows = `${textRow(1, ['Name', 'CAS'])}${textRow(2, ['Acetone', '67-64-1'])}${textRow(3, ['', '67-64-1'])}${textRow(4, ['', '67-64-1'])}${textRow(5, ['', 'x'])}`;
    const { rows: data } = await read(rows, ['A2:A4']);
    expect(data.map((row) => row.cells['Name'])).toEqual(['Acetone', 'Acetone', 'Acetone', '']);
    expect(data.map((row) => row.problems.map((problem) => problem.code))).toEqual([
      [],
      ['cell-merged'],
      ['cell-merged'],
      [],
    ]);
  });
});

describe('sheets', () => {
  const sheet = (
    name: string,
    goods: string,
    state?: 'hidden',
  ): Parameters<typeof workbookParts>[0][number] => ({
    name,
    rows: goods === '' ? '' : `${HEADING}${textRow(2, [goods])}`,
    ...(state === undefined ? {} : { state }),
  });

  test('the first with rows is read; others with rows are said, each in a last row', async () => {
    const bytes = await packed(
      workbookParts([
        sheet('Cover', ''),
        sheet('Old', 'Ether', 'hidden'),
        sheet('Stock', 'Acetone'),
        sheet('More', 'Benzene'),
      ]),
    );
    const read = await readAll(bytes);
    expect(read.table?.sheet).toBe('Stock');
    expect(read.rows[0]?.cells['Name']).toBe('Acetone');
    expect(read.rows[1]).toMatchObject({
      row: 2,
      cells: {},
      problems: [{ code: 'sheet-not-read', data: { sheet: 'More', row: 2 } }],
    });
    expect(read.rows).toHaveLength(2);
  });

  test('one that was named is read, by name or number, and no other is asked for', async () => {
    const bytes = await packed(workbookParts([sheet('Stock', 'Acetone'), sheet('More', 'Benzene')]));
    for (const asked of ['More', '2']) {
      const read = await readAll(bytes, { sheet: asked });
      expect(read.rows.map((row) => row.cells['Name'])).toEqual(['Benzene']);
    }
    expect((await readAll(bytes, { sheet: 'Less' })).refused).toMatchObject({ code: 'sheet-unknown' });
  });
});

describe('bad workbooks', () => {
  const goods = Array.from({ length: 3_000 }, (_, at) => [
    `Goods ${at} ${Math.imul(at, 0x9e3779b1) >>> 0}`,
    '67-64-1',
  ]);

  test('cut anywhere: the rows before the cut, then a row that says so', async () => {
    const bytes = await written('xlsx', ['Name', 'CAS'], goods);
    for (const share of [0.3, 0.6, 0.9]) {
      const read = await readAll(bytes.subarray(0, Math.floor(bytes.length * share)), {
        header: 'first-row',
      });
      expect(read.rows.at(-1)).toMatchObject({ cells: {}, problems: [{ code: 'file-truncated' }] });
      expect(read.rows.length).toBeGreaterThan(3_000 * share * 0.6);
      expect(cellsOf(read).slice(0, -2)).toEqual(goods.slice(0, read.rows.length - 2));
    }
  });

  test('the directory is gone: all rows, then a row that says so', async () => {
    const bytes = await written('xlsx', ['Name', 'CAS'], goods);
    const read = await readAll(bytes.subarray(0, bytes.length - 30));
    expect(read.rows).toHaveLength(3_001);
    expect(read.rows.at(-1)?.problems[0]?.code).toBe('file-truncated');
  });

  test('data with a wrong checksum, and XML that is not well-formed', async () => {
    const bytes = await written('xlsx', ['Name', 'CAS'], goods);
    const at = bytes.findIndex(
      (_, index) =>
        bytes[index] === 0x50 &&
        bytes[index + 1] === 0x4b &&
        bytes[index + 2] === 1 &&
        bytes[index + 3] === 2,
    );
    bytes[at + 16]! ^= 1;
    const read = await readAll(bytes);
    expect(read.rows.at(-1)?.problems[0]?.code).toBe('file-damaged');
    const broken = await packed(
      workbookParts([
        { rows: `${HEADING}${textRow(2, ['Acetone'])}<row r="3"><c></row>${textRow(4, ['x'])}` },
      ]),
    );
    const half = await readAll(broken);
    expect(half.rows[0]?.cells['Name']).toBe('Acetone');
    expect(half.rows.at(-1)?.problems[0]?.code).toBe('file-damaged');
  });

  test('a document type, of which bombs are made, is not read', async () => {
    const parts = workbookParts([{ rows: '' }]);
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>';
    const read = await readAll(await packed({ ...parts, 'xl/worksheets/sheet1.xml': bomb }));
    expect(read.rows.at(-1)?.problems[0]?.code).toBe('file-damaged');
  });

  test.each([
    { what: 'a text document', parts: { 'word/document.xml': '<x/>' }, words: 'docx' },
    { what: 'an OpenDocument file', parts: { 'content.xml': '<x/>' }, words: 'OpenDocument' },
    { what: 'a binary workbook', parts: { 'xl/workbook.bin': 'x' }, words: 'xlsb' },
    { what: 'any other archive', parts: { 'goods.csv': 'name\n' }, words: 'zip archive' },
  ])('$what is refused by its name', async ({ parts, words }) => {
    const { refused } = await readAll(await packed(parts));
    expect(refused).toMatchObject({ code: 'file-format-other' });
    expect(refused?.message).toContain(words);
  });

  test('an encrypted archive is refused', async () => {
    const bytes = await written('xlsx', ['Name'], [['Acetone']]);
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
        bytes[at + 8]! |= 1;
    }
    expect((await readAll(bytes)).refused?.code).toBe('file-encrypted');
  });

  test('a cell of a million characters is cut, and said', async () => {
    const read = await withCells(
      `<c r="A2" t="inlineStr"><is><t>${'x'.repeat(LINE_MAX_CHARS + 9)}</t></is></c>`,
    );
    expect(flawsOf(read)).toEqual(['1:cell-too-long']);
    expect(read.rows[0]?.cells['Name']).toHaveLength(LINE_MAX_CHARS);
  });
});
