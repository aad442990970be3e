import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILE_PROBLEM_CODES } from './file-problem.ts';
import { TABLE_FORMATS } from './table.ts';
import { cellsOf, readAll, written, type ReadTable } from './test/reading.ts';
import { packed, textRow, workbookParts } from './test/workbook-parts.ts';

const CODES: ReadonlySet<string> = new Set(FILE_PROBLEM_CODES);
const MOLBLOCK =
  'Water\n  Custody\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n    0.0    0.0    0.0 O   0  0\nM  END';
const GOODS = Array.from({ length: 40 }, (_, at) => [`Goods ${at}`, '67-64-1', `${at} kg`]);
const COLUMNS = ['Name', 'CAS', 'Quantity'];

/** What holds of any file, however broken: it is refused with a known problem, or its rows are numbered and whole. */
function isSound(read: ReadTable): void {
  const problems = [
    ...(read.refused === null ? [] : [read.refused]),
    ...(read.table?.problems ?? []),
    ...read.rows.flatMap((row) => row.problems),
  ];
  for (const problem of problems) {
    expect(CODES.has(problem.code), problem.code).toBe(true);
    expect(problem.todo).toMatch(/\w/u);
  }
  expect(new Set(read.table?.columns).size).toBe(read.table?.columns.length ?? 0);
  read.rows.forEach((row, at) => {
    expect(row.row).toBe(at + 1);
    const isEmpty = Object.keys(row.cells).length === 0;
    if (isEmpty) expect(row.problems.length).toBeGreaterThan(0);
    else for (const column of read.table!.columns) expect(typeof row.cells[column]).toBe('string');
    for (const cell of Object.values(row.cells)) expect(typeof cell).toBe('string');
    for (const problem of row.problems) expect(problem.data?.['row']).toBe(row.row);
  });
}

const FILES: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  csv: () =>
    written(
      'csv',
      COLUMNS,
      GOODS.map(([name, ...rest]) => [`${name!}, "pure"\n`, ...rest]),
    ),
  tsv: () => written('tsv', COLUMNS, GOODS),
  json: () => written('json', COLUMNS, GOODS),
  ndjson: () => written('ndjson', COLUMNS, GOODS),
  xlsx: () => written('xlsx', COLUMNS, GOODS),
  'xlsx with all parts': () =>
    packed(
      workbookParts(
        [
          {
            rows: `${textRow(1, COLUMNS)}${GOODS.map((_, at) => `<row r="${at + 2}"><c r="A${at + 2}" t="s"><v>${at % 2}</v></c><c r="B${at + 2}" s="1"><v>45658</v></c><c r="C${at + 2}"><f>1</f><v>${at}</v></c></row>`).join('')}`,
            after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A4:A6"/></mergeCells>',
          },
          { rows: textRow(1, ['More']), name: 'More' },
        ],
        {
          sharedStrings: '<si><t>Acetone</t></si><si><r><t>Ben</t></r><r><t>zene</t></r></si>',
          styles: '<xf numFmtId="14"/>',
        },
      ),
    ),
  smi: () => Promise.resolve(new TextEncoder().encode(GOODS.map(([name]) => `CCO ${name!}`).join('\n'))),
  sdf: () =>
    Promise.resolve(
      new TextEncoder().encode(GOODS.map(([name]) => `${MOLBLOCK}\n> <NAME>\n${name!}\n\n$$$$\n`).join('')),
    ),
};

const NAMES = Object.keys(FILES);

describe('any bytes', () => {
  test('are read or refused, and nothing is thrown', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
      fc
        .array(
          fc.constantFrom(
            '[',
            '{',
            '"',
            ',',
            '\n',
            '}',
            ']',
            '$$$$\n',
            'M  END\n',
            'CCO',
            '\t',
            ';',
            'Name',
            '67-64-1',
            '\0',
            '1',
          ),
        )
        .map((parts) => new TextEncoder().encode(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(null, ...TABLE_FORMATS), async (each, format) => {
        isSound(await readAll(each, format === null ? {} : { format }));
      }),
      { numRuns: 800 },
    );
  });

  test('behind a good beginning too', async () => {
    const beginnings = fc.constantFrom(
      [0x50, 0x4b, 3, 4],
      [0x1f, 0x8b, 8, 0],
      [0xff, 0xfe],
      [0xfe, 0xff],
      [0xef, 0xbb, 0xbf],
      [0xd0, 0xcf, 0x11, 0xe0],
    );
    await fc.assert(
      fc.asyncProperty(beginnings, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
        isSound(await readAll(new Uint8Array([...start, ...rest])));
      }),
      { numRuns: 300 },
    );
  });
});

describe.each(NAMES)('a file of %s', (name) => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('set', 'drop', 'insert', 'cut', 'copy'),
    value: fc.integer({ min: 0, max: 255 }),
  });

  test('with changed bytes is read or refused, and nothing is thrown', async () => {
    const good = await FILES[name]!();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let bytes = [...good];
        for (const { at, kind, value } of changes) {
          const place = Math.min(Math.floor(at * bytes.length), bytes.length - 1);
          if (kind === 'set') bytes[place] = value;
          else if (kind === 'drop') bytes.splice(place, 1 + (value % 9));
          else if (kind === 'insert') bytes.splice(place, 0, value);
          else if (kind === 'cut') bytes = bytes.slice(0, Math.max(1, place));
          else bytes.splice(place, 0, ...bytes.slice(place, place + value));
        }
        isSound(await readAll(new Uint8Array(bytes)));
      }),
      { numRuns: 150 },
    );
  });

  test('gives the same rows however its bytes arrive, gzipped or not', async () => {
    const good = await FILES[name]!();
    const whole = await readAll(good);
    isSound(whole);
    expect(whole.rows.length).toBeGreaterThanOrEqual(GOODS.length);
    const zipped = new Uint8Array(gzipSync(good));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(good.length), { maxLength: 9 }),
        fc.boolean(),
        async (cuts, gzipped) => {
          const read = await readAll(gzipped ? zipped : good, { cuts });
          expect(cellsOf(read)).toEqual(cellsOf(whole));
          expect(read.rows).toEqual(whole.rows);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('cut anywhere never gives more, or others, than the rows it has', async () => {
    const good = await FILES[name]!();
    const whole = await readAll(good, { header: 'first-row' });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: good.length - 1 }), async (end) => {
        const read = await readAll(good.subarray(0, end), {
          header: 'first-row',
          format: whole.table!.format,
        });
        isSound(read);
        if (read.table === null || read.table.columns.join() !== whole.table!.columns.join()) return;
        const complete = read.rows.filter((row) => row.problems.length === 0).slice(0, -1);
        for (const row of complete) expect(row.cells).toEqual(whole.rows[row.row - 1]?.cells);
      }),
      { numRuns: 60 },
    );
  });
});
