import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BROKEN_QUOTES_MAX_COUNT,
  COLUMNS_MAX_COUNT,
  LINE_MAX_CHARS,
  QUOTED_CELL_MAX_CHARS,
} from './limits.ts';
import { RecordReader } from './record-reader.ts';

interface Read {
  readonly records: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly flaws: Readonly<Record<number, string>>;
}

function read(text: string, delimiter: string | null = ',', cuts: readonly number[] = []): Read {
  const reader = new RecordReader(delimiter);
  const all: { records: (readonly string[])[]; lines: number[]; flaws: Record<number, string> } = {
    records: [],
    lines: [],
    flaws: {},
  };
  const take = (block: ReturnType<RecordReader['push']>): void => {
    for (const [at, flaw] of block.flaws ?? []) all.flaws[all.records.length + at] = flaw;
    for (const record of block.records) all.records.push(record);
    for (const line of block.lines) all.lines.push(line);
  };
  let start = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    take(reader.push(text.slice(start, cut)));
    start = cut;
  }
  take(reader.push(text.slice(start)));
  take(reader.end());
  return all;
}

describe('RFC 4180, section 2', () => {
  test('1: each record on a line of its own, CR LF', () => {
    expect(read('aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n').records).toEqual([
      ['aaa', 'bbb', 'ccc'],
      ['zzz', 'yyy', 'xxx'],
    ]);
  });

  test('2: the last record may lack its end of line', () => {
    expect(read('aaa,bbb,ccc\r\nzzz,yyy,xxx').records).toHaveLength(2);
  });

  test('4: blanks are part of a cell', () => {
    expect(read(' a , b\n').records).toEqual([[' a ', ' b']]);
  });

  test('5: a cell may be quoted, or not', () => {
    expect(read('"aaa","bbb",ccc\n').records).toEqual([['aaa', 'bbb', 'ccc']]);
  });

  test('6: a quoted cell may hold ends of lines, quotes and delimiters', () => {
    expect(read('"aaa","b\r\nbb","c,c"\r\nzzz,yyy,xxx').records).toEqual([
      ['aaa', 'b\r\nbb', 'c,c'],
      ['zzz', 'yyy', 'xxx'],
    ]);
  });

  test('7: a quote inside a quoted cell is doubled', () => {
    expect(read('"aaa","b""bb","ccc"').records).toEqual([['aaa', 'b"bb', 'ccc']]);
  });

  test('empty cells, quoted or not', () => {
    expect(read(',,\n"",,""\n').records).toEqual([
      ['', '', ''],
      ['', '', ''],
    ]);
  });
});

describe('what files have beside it', () => {
  test('LF, CR and CR LF end a line; blank lines are no records but count as lines', () => {
    const { records, lines } = read('a,1\n\nb,2\r\n\r\nc,3\rd,4\r\re,5');
    expect(records.map((record) => record[0])).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(lines).toEqual([1, 3, 5, 6, 8]);
  });

  test('lines inside a quoted cell count', () => {
    expect(read('"a\nb\r\nc\rd",1\nnext,2').lines).toEqual([1, 5]);
  });

  test('a quote inside an unquoted cell is a character', () => {
    const { records, flaws } = read('5" pipe,N,N\',N"\n');
    expect(records).toEqual([['5" pipe', 'N', "N'", 'N"']]);
    expect(flaws).toEqual({});
  });

  test('blanks between a closing quote and the delimiter', () => {
    expect(read('"a" ,"b" \n').records).toEqual([['a', 'b']]);
  });

  test('without a delimiter each line is a cell, unquoted if it is quoted whole', () => {
    expect(read('1,2-dichloroethane\n"N,N-dimethylformamide"\n', null).records).toEqual([
      ['1,2-dichloroethane'],
      ['N,N-dimethylformamide'],
    ]);
  });
});

describe('broken quotes', () => {
  test('a quote that is never closed costs its line and no other', () => {
    const { records, flaws, lines } = read('a,1\n"b,2\nc,3\nd,4\n');
    expect(records).toEqual([
      ['a', '1'],
      ['"b', '2'],
      ['c', '3'],
      ['d', '4'],
    ]);
    expect(flaws).toEqual({ 1: 'quote-broken' });
    expect(lines).toEqual([1, 2, 3, 4]);
  });

  test('characters after a closing quote', () => {
    const { records, flaws } = read('"a"x,1\nb,2\n');
    expect(records).toEqual([
      ['"a"x', '1'],
      ['b', '2'],
    ]);
    expect(flaws).toEqual({ 0: 'quote-broken' });
  });

  test('two broken lines do not eat the lines between them', () => {
    const { records, flaws } = read('"a,1\nb,2\nc,3\nd","4\ne,5\n');
    expect(records.map((record) => record[0])).toEqual(['"a', 'b', 'c', 'd"', 'e']);
    expect(Object.keys(flaws)).toContain('0');
  });

  test('a quote that is closed too far away', () => {
    const { records, flaws } = read(`"a\n${'b\n'.repeat(QUOTED_CELL_MAX_CHARS / 2)}c"\n`);
    expect(flaws[0]).toBe('quote-broken');
    expect(records).toHaveLength(QUOTED_CELL_MAX_CHARS / 2 + 2);
  });

  test('after many broken quotes a quoted cell must end on its line', () => {
    const { records, flaws } = read(`${'"a"x\n'.repeat(BROKEN_QUOTES_MAX_COUNT)}"b\nc",1\n"d",2\n`);
    expect(records.slice(BROKEN_QUOTES_MAX_COUNT)).toEqual([['"b'], ['c"', '1'], ['d', '2']]);
    expect(flaws[BROKEN_QUOTES_MAX_COUNT]).toBe('quote-broken');
  });

  test('a file of nothing but broken quotes is read in time', () => {
    expect(read('"a,1\n'.repeat(100_000)).records).toHaveLength(100_000);
    expect(read('""""\n"""\n'.repeat(50_000)).records.length).toBeGreaterThan(0);
  });
});

describe('limits', () => {
  test('a line that is too long is named, and the next ones are read', () => {
    const long = 'x'.repeat(LINE_MAX_CHARS + 1);
    for (const cuts of [[], [5, 1000, LINE_MAX_CHARS, LINE_MAX_CHARS + 3]]) {
      const { records, flaws } = read(`a,1\n${long},2\r\nb,3\n`, ',', cuts);
      expect(flaws).toEqual({ 1: 'line-too-long' });
      expect(records.map((record) => record[0]!.slice(0, 3))).toEqual(['a', 'xxx', 'b']);
    }
  });

  test('a line of the greatest length is read', () => {
    expect(read(`${'x'.repeat(LINE_MAX_CHARS)}\r\nb`).flaws).toEqual({});
  });

  test('too many columns', () => {
    const { records, flaws } = read(`${','.repeat(COLUMNS_MAX_COUNT)}\nb,3\n`);
    expect(flaws).toEqual({ 0: 'columns-too-many' });
    expect(records[0]).toHaveLength(COLUMNS_MAX_COUNT);
    expect(records[1]).toEqual(['b', '3']);
  });
});

const wild = fc.string({
  unit: fc.constantFrom('a', 'b', ',', '"', '\n', '\r', ' ', '""', '\r\n'),
  maxLength: 60,
});

describe('properties', () => {
  test('where the text is cut does not matter', () => {
    fc.assert(
      fc.property(
        wild,
        fc.array(fc.nat(80), { maxLength: 5 }),
        fc.constantFrom(',', null),
        (text, cuts, delimiter) => {
          const places = cuts.map((cut) => Math.min(cut, text.length));
          expect(read(text, delimiter, places)).toEqual(read(text, delimiter));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('no letter is lost and none is made up, whatever is broken', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const letters = (each: string): string => each.replace(/[^ab]/gu, '');
        expect(letters(read(text).records.flat().join(''))).toBe(letters(text));
      }),
      { numRuns: 3_000 },
    );
  });

  test('every record but the first begins on a later line than the one before', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const { lines } = read(text);
        for (let at = 1; at < lines.length; at += 1) expect(lines[at]).toBeGreaterThan(lines[at - 1]!);
      }),
    );
  });
});
