import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonElements } from './json-elements.ts';
import { jsonCells } from './json-cells.ts';
import { LINE_MAX_CHARS, RECORD_MAX_CHARS } from './limits.ts';
import { cellsOf, flawsOf, readAll } from './test/reading.ts';

function elements(
  text: string,
  cuts: readonly number[] = [],
): { texts: (string | null)[]; lines: number[]; unfinished: boolean } {
  const reader = new JsonElements();
  const found: { text: string | null; line: number }[] = [];
  let start = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    found.push(...reader.push(text.slice(start, cut)));
    start = cut;
  }
  found.push(...reader.push(text.slice(start)));
  const last = reader.end();
  found.push(...last.elements);
  return {
    texts: found.map((each) => each.text),
    lines: found.map((each) => each.line),
    unfinished: last.unfinished,
  };
}

describe('elements of a JSON list', () => {
  test('one by one, with the line each begins on', () => {
    const { texts, lines, unfinished } = elements('[\n {"a":"]}\\""},\n\n [1,[2]], "x,y" , 12,true\n]\n');
    expect(texts).toEqual(['{"a":"]}\\""}', '[1,[2]]', '"x,y"', '12', 'true']);
    expect(lines).toEqual([2, 4, 4, 4, 4]);
    expect(unfinished).toBe(false);
  });

  test('stand under "rows" of an object, whatever stands beside it', () => {
    const text = '{"record":{"rows":[1],"law":"x"},"rows":[{"a":1},{"a":2}],"after":[3,{"rows":[4]}]}';
    expect(elements(text).texts).toEqual(['{"a":1}', '{"a":2}']);
  });

  test('are objects that follow one another', () => {
    expect(elements('{"a":1}\n{"a":\n2}').texts).toEqual(['{"a":1}', '{"a":\n2}']);
  });

  test('a broken element costs itself', () => {
    const { texts } = elements('[{"a":1},{"a":"x\n},{"a":3}]');
    expect(texts[0]).toBe('{"a":1}');
    expect(texts.at(-1)).toBe('{"a":3}');
  });

  test('a list that is not closed is unfinished', () => {
    for (const text of ['[', '[1', '[{"a":1}', '[{"a":', '[{"a":1},', '{"rows":[1', '{"a']) {
      expect(elements(text).unfinished, text).toBe(true);
    }
  });

  test('one that is too long is not kept', () => {
    const { texts } = elements(`[{"a":"${'x'.repeat(RECORD_MAX_CHARS)}"},{"a":2}]`, [
      100,
      RECORD_MAX_CHARS,
      RECORD_MAX_CHARS + 5,
    ]);
    expect(texts).toEqual([null, '{"a":2}']);
  });

  test('are those that JSON.parse finds, wherever the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.array(fc.nat(200), { maxLength: 6 }),
        fc.constantFrom(0, 1),
        (values, cuts, indent) => {
          const text = JSON.stringify(values, null, indent);
          const { texts, unfinished } = elements(
            text,
            cuts.map((cut) => Math.min(cut, text.length)),
          );
          expect(unfinished).toBe(false);
          expect(texts.map((each) => JSON.parse(each!) as unknown)).toEqual(JSON.parse(text));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('are found without an end or a loss in any text', () => {
    const wild = fc.string({
      unit: fc.constantFrom('[', ']', '{', '}', '"', ',', ':', 'a', 'rows', '\\', '\n', ' ', '{"rows":['),
    });
    fc.assert(
      fc.property(wild, fc.array(fc.nat(60), { maxLength: 4 }), (text, cuts) => {
        const whole = elements(text);
        expect(
          elements(
            text,
            cuts.map((cut) => Math.min(cut, text.length)),
          ),
        ).toEqual(whole);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('cells of JSON', () => {
  test.each([
    ['{"a":"x","b":null,"c":true}', { a: 'x', b: '', c: 'true' }],
    [
      '{"hs":2933.390,"n":1e3,"long":12345678901234567890,"small":0.0000001,"zero":-0}',
      { hs: '2933.390', n: '1e3', long: '12345678901234567890', small: '0.0000001', zero: '-0' },
    ],
    ['{"a":25,"b":-1.5,"c":2933.39}', { a: '25', b: '-1.5', c: '2933.39' }],
    ['{"a":{"b":[1,2.50]}}', { a: '{"b":[1,2.5]}' }],
    ['"Acetone"', { 'column 1': 'Acetone' }],
    ['["Acetone","67-64-1"]', { 'column 1': 'Acetone', 'column 2': '67-64-1' }],
    ['{"__proto__":"x","":"y"}', { '__proto__ (2)': 'x', '(no name)': 'y' }],
  ])('%s', (text, cells) => {
    expect(Object.fromEntries(jsonCells(text)!)).toEqual(cells);
  });

  test('a number keeps its text', () => {
    const number = fc.tuple(
      fc.integer(),
      fc.nat(9_999),
      fc.constantFrom('', '.0', '.10', '.5', 'e2', 'E-7', '.00001'),
    );
    fc.assert(
      fc.property(number, ([whole, , end]) => {
        expect(jsonCells(`{"n":${whole}${end}}`)!.get('n')).toBe(`${whole}${end}`);
      }),
    );
  });
});

describe('a JSON file', () => {
  test('with a broken element gives the others, and names it', async () => {
    const read = await readAll('[{"name":"Acetone"},\n{"name":Benzene},\n{"name":"Toluene"}]');
    expect(flawsOf(read)).toEqual(['2:record-broken']);
    expect(read.rows[1]).toMatchObject({ cells: {}, problems: [{ data: { row: 2, line: 2 } }] });
    expect(read.rows[2]?.cells).toEqual({ name: 'Toluene' });
  });

  test('that ends too early gives the rows before, and says so', async () => {
    const read = await readAll('[{"name":"Acetone"},\n{"name":"Ben');
    expect(read.rows[0]?.cells).toEqual({ name: 'Acetone' });
    expect(read.rows.at(-1)).toMatchObject({ row: 2, cells: {}, problems: [{ code: 'file-truncated' }] });
  });

  test('with members that come late keeps them with their row', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => ({
      name: `Goods ${at}`,
      ...(at === 599 ? { cas: '67-64-1' } : {}),
    }));
    const read = await readAll(JSON.stringify(rows));
    expect(read.table?.columns).toEqual(['name']);
    expect(read.rows[599]).toMatchObject({ cells: { cas: '67-64-1' }, problems: [{ code: 'column-late' }] });
  });

  test('NDJSON: a broken line and one that is too long cost themselves', async () => {
    const read = await readAll(
      `{"name":"Acetone"}\n{"name":\n\n{"name":"${'x'.repeat(LINE_MAX_CHARS)}"}\n{"name":"Toluene"}\n`,
      { name: 'a.ndjson' },
    );
    expect(flawsOf(read)).toEqual(['2:record-broken', '3:line-too-long']);
    expect(cellsOf(read).map((cells) => cells[0])).toEqual(['Acetone', '', '', 'Toluene']);
  });
});
