import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINE_MAX_CHARS } from './limits.ts';
import { LineReader } from './line-reader.ts';

function read(
  text: string,
  cuts: readonly number[] = [],
): { lines: string[]; tooLong: number[]; first: number[] } {
  const reader = new LineReader();
  const all = { lines: [] as string[], tooLong: [] as number[], first: [] as number[] };
  const take = (block: ReturnType<LineReader['push']>): void => {
    for (const at of block.tooLong ?? []) all.tooLong.push(all.lines.length + at);
    if (block.lines.length > 0) expect(block.firstLine).toBe(all.lines.length + 1);
    all.lines.push(...block.lines);
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

describe('lines', () => {
  test('end with LF, CR LF or CR; the last may lack its end', () => {
    expect(read('a\nb\r\nc\rd').lines).toEqual(['a', 'b', 'c', 'd']);
    expect(read('a\n').lines).toEqual(['a']);
    expect(read('a\r').lines).toEqual(['a']);
    expect(read('a\n\n\r\r\nb').lines).toEqual(['a', '', '', '', 'b']);
    expect(read('').lines).toEqual([]);
  });

  test('that are too long are named, and the next ones are read', () => {
    const text = `a\n${'x'.repeat(LINE_MAX_CHARS + 1)}\r\nb\n`;
    for (const cuts of [[], [1], [10, LINE_MAX_CHARS], [LINE_MAX_CHARS + 3], [LINE_MAX_CHARS + 4]]) {
      const { lines, tooLong } = read(text, cuts);
      expect(tooLong).toEqual([1]);
      expect(lines).toHaveLength(3);
      expect(lines[2]).toBe('b');
    }
    expect(read(`${'x'.repeat(LINE_MAX_CHARS)}\r\n`).tooLong).toEqual([]);
  });

  test('are those of a split at every kind of end, wherever the text is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n'), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 4 }), (each, cuts) => {
        const expected = each.split(/\r\n|\n|\r/u);
        if (expected.at(-1) === '') expected.pop();
        expect(
          read(
            each,
            cuts.map((cut) => Math.min(cut, each.length)),
          ).lines,
        ).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
