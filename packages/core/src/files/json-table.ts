import type { Problem } from '../kernel/index.ts';
import type { TableRow } from '../screening/index.ts';
import { fileProblem } from './file-problem.ts';
import { columnName } from './heading.ts';
import { jsonCells } from './json-cells.ts';
import { JsonElements, type JsonElement } from './json-elements.ts';
import { BATCH_ROWS_COUNT, LINE_MAX_CHARS, RECORD_MAX_CHARS } from './limits.ts';
import { LineReader, type LineBlock } from './line-reader.ts';
import { hasOdd, RowMaker } from './row-maker.ts';
import type { StreamEnd } from './stream-end.ts';
import type { TextLook, TextTable } from './text-table.ts';

/**
 * Opens a JSON list, element by element. Objects give a row by their members, strings and numbers a row of one cell,
 * lists a row by position; what is nested deeper is kept as JSON text.
 */
export function openJson(look: TextLook, end: StreamEnd): TextTable {
  const first = new JsonElements();
  const seen = [...first.push(look.text), ...(look.whole ? first.end().elements : [])];
  const columns = namesIn(seen.map((element) => element.text ?? ''));
  return {
    columns,
    problems: [],
    async *rows(text) {
      const maker = new RowMaker(columns);
      const elements = new JsonElements();
      for await (const piece of text) {
        maker.odd ||= hasOdd(piece);
        yield elements.push(piece).map((element) => elementRow(maker, element));
      }
      const last = elements.end();
      yield last.elements.map((element) => elementRow(maker, element));
      if (last.unfinished) end.problem ??= unfinished();
    },
  };
}

/** Opens NDJSON: a value of JSON in each line; blank lines are no rows. */
export function openNdjson(look: TextLook): TextTable {
  const first = new LineReader();
  const seen = [...first.push(look.text).lines, ...(look.whole ? first.end().lines : [])];
  const columns = namesIn(seen);
  return {
    columns,
    problems: [],
    async *rows(text) {
      const maker = new RowMaker(columns);
      const lines = new LineReader();
      const rowsOf = (block: LineBlock): TableRow[] => {
        const rows: TableRow[] = [];
        block.lines.forEach((line, at) => {
          if (line.trim() === '') return;
          rows.push(lineRow(maker, line, block.firstLine + at, block.tooLong?.has(at) === true));
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

/** The names in the first rows, in the order they come. */
function namesIn(texts: readonly string[]): readonly string[] {
  const columns = new Set<string>();
  for (const text of texts.slice(0, BATCH_ROWS_COUNT)) {
    for (const name of jsonCells(text)?.keys() ?? []) columns.add(name);
  }
  return columns.size === 0 ? [columnName(0)] : [...columns];
}

function elementRow(maker: RowMaker, element: JsonElement): TableRow {
  if (element.text === null) return maker.broken(tooLong(element.line));
  return jsonRow(maker, element.text, element.line);
}

function lineRow(maker: RowMaker, line: string, number: number, long: boolean): TableRow {
  if (!long) return jsonRow(maker, line, number);
  const words = `Line ${number} is longer than ${LINE_MAX_CHARS} characters and was not read.`;
  return maker.broken(
    fileProblem('line-too-long', words, 'Look whether line ends are missing, or give it as a JSON list.', {
      line: number,
      limit: LINE_MAX_CHARS,
    }),
  );
}

function jsonRow(maker: RowMaker, text: string, line: number): TableRow {
  const cells = jsonCells(text);
  return cells === null ? maker.broken(notJson(text, line)) : maker.fromNamed(cells, line);
}

/** Of a record that cannot be read, this much is shown. */
const SHOWN_CHARS = 80;

function notJson(text: string, line: number): Problem {
  const shown = text.trim().slice(0, SHOWN_CHARS);
  return fileProblem(
    'record-broken',
    `What begins in line ${line} is not JSON: ${shown}`,
    'Correct it: a quote, a comma or a bracket may be missing.',
    { line, text: shown },
  );
}

function tooLong(line: number): Problem {
  return fileProblem(
    'record-too-long',
    `The element that begins in line ${line} is longer than ${RECORD_MAX_CHARS} characters and was not read.`,
    'Look whether a quote or a bracket is missing; otherwise take what is long off.',
    { line, limit: RECORD_MAX_CHARS },
  );
}

function unfinished(): Problem {
  return fileProblem(
    'file-truncated',
    'The JSON text ends before its list does: elements after this point are missing.',
    'Fetch or make the file again, or look for a bracket that is missing.',
  );
}
