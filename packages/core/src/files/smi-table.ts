import { isHeadingWord, isStructureWord } from './heading-words.ts';
import { uniqueColumns } from './heading.ts';
import { LINE_MAX_CHARS } from './limits.ts';
import { LineReader, type LineBlock } from './line-reader.ts';
import { hasOdd, RowMaker } from './row-maker.ts';
import type { TableSource } from './table.ts';
import type { TextLook, TextTable } from './text-table.ts';
import type { TableRow } from '../screening/index.ts';

const COLUMNS = ['structure', 'name'] as const;

/**
 * Opens a SMILES file: a structure, blanks, and the rest of the line as its name. An extension of ChemAxon's
 * (`CCO |...|`) stays with the structure, of which it is a part. A heading is known by its words.
 */
export function openSmi(look: TextLook, header: NonNullable<TableSource['header']>): TextTable {
  const first = firstLine(look);
  const hasHeading = header === 'first-row' || (header === 'found' && isSmiHeading(first));
  const named = hasHeading ? headingColumns(first) : { columns: COLUMNS, problems: [] };
  return {
    columns: named.columns,
    problems: named.problems,
    async *rows(text) {
      const maker = new RowMaker(named.columns);
      const lines = new LineReader();
      let skip = hasHeading;
      const rowsOf = (block: LineBlock): TableRow[] => {
        const rows: TableRow[] = [];
        block.lines.forEach((line, at) => {
          const cells = cellsOf(line);
          if (cells === null) return;
          if (skip) skip = false;
          else rows.push(rowOf(maker, cells, block.firstLine + at, block.tooLong?.has(at) === true));
        });
        return rows;
      };
      for await (const piece of text) {
        maker.odd ||= hasOdd(piece);
        yield rowsOf(lines.push(piece));
      }
      yield rowsOf(lines.end());
    },
  };
}

/** Whether a first line names columns instead of holding a structure. */
export function isSmiHeading(line: string): boolean {
  const words = line.split(/\s+/u).filter((word) => word !== '');
  return (
    words[0] !== undefined &&
    isStructureWord(words[0]) &&
    words.every((word) => isHeadingWord(word) || /^\w+$/u.test(word))
  );
}

function headingColumns(line: string): ReturnType<typeof uniqueColumns> {
  const [structure, name] = cellsOf(line) ?? COLUMNS;
  return uniqueColumns([structure, name === '' ? 'name' : name]);
}

function firstLine(look: TextLook): string {
  const lines = new LineReader();
  const all = [...lines.push(look.text).lines, ...(look.whole ? lines.end().lines : [])];
  return all.find((line) => line.trim() !== '') ?? '';
}

const TAB = 9;
const SPACE = 32;

/** Structure and name of a line; null for a blank one. */
export function cellsOf(line: string): readonly [string, string] | null {
  const length = line.length;
  let start = 0;
  while (start < length && isBlank(line.charCodeAt(start))) start += 1;
  if (start === length) return null;
  let end = start;
  while (end < length && !isBlank(line.charCodeAt(end))) end += 1;
  let name = end;
  while (name < length && isBlank(line.charCodeAt(name))) name += 1;
  if (line[name] === '|') {
    const close = line.indexOf('|', name + 1);
    if (close !== -1 && (close + 1 === length || isBlank(line.charCodeAt(close + 1)))) {
      return [line.slice(start, close + 1), line.slice(close + 1).trim()];
    }
  }
  return [
    start === 0 && end === length ? line : line.slice(start, end),
    name === length ? '' : line.slice(name).trimEnd(),
  ];
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function rowOf(maker: RowMaker, cells: readonly [string, string], line: number, tooLong: boolean): TableRow {
  if (!tooLong) return maker.fromCells(cells, line);
  return maker.fromCells(cells, line, [
    maker.problem(
      'line-too-long',
      `Line ${line} is longer than ${LINE_MAX_CHARS} characters; only its beginning is kept.`,
      'Look whether line ends are missing.',
      { line, limit: LINE_MAX_CHARS },
    ),
  ]);
}
