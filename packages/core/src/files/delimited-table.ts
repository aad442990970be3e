import type { Problem } from '../kernel/index.ts';
import type { TableRow } from '../screening/index.ts';
import { findDelimiter } from './delimiter.ts';
import { findHeading } from './heading.ts';
import { COLUMNS_MAX_COUNT, HEADING_LOOK_ROWS_COUNT, LINE_MAX_CHARS } from './limits.ts';
import { RecordReader, type RecordBlock, type RecordFlaw } from './record-reader.ts';
import { hasOdd, RowMaker } from './row-maker.ts';
import type { TableSource } from './table.ts';
import type { TextLook, TextTable } from './text-table.ts';

/** Opens CSV and its kin: commas, tabs, semicolons, bars, or one cell a line. */
export function openDelimited(
  look: TextLook,
  delimiter: string | null,
  header: NonNullable<TableSource['header']>,
): TextTable {
  const records = firstRecords(look, delimiter);
  // Excel's own line for the delimiter is no row.
  const hints = records[0] !== undefined && SEPARATOR_LINE.test(look.text) ? 1 : 0;
  const heading = findHeading(records.slice(hints), header);
  const problems: Problem[] = [...heading.problems];
  return {
    columns: heading.columns,
    problems,
    async *rows(text) {
      const maker = new RowMaker(heading.columns);
      const reader = new RecordReader(delimiter);
      let skip = heading.skip + hints;
      const rowsOf = (block: RecordBlock): TableRow[] => {
        const rows: TableRow[] = [];
        for (let at = 0; at < block.records.length; at += 1) {
          if (skip > 0) {
            skip -= 1;
            continue;
          }
          const flaw = block.flaws?.get(at);
          const line = block.lines[at]!;
          rows.push(
            maker.fromCells(
              block.records[at]!,
              line,
              flaw === undefined ? undefined : [flawed(maker, flaw, line)],
            ),
          );
        }
        return rows;
      };
      for await (const piece of text) {
        maker.odd ||= hasOdd(piece);
        yield rowsOf(reader.push(piece));
      }
      yield rowsOf(reader.end());
    },
  };
}

/** `sep=;` in the first line: so Excel is told the delimiter. */
const SEPARATOR_LINE = /^sep=([^\r\n"])\r?\n/iu;

/** The delimiter of a text: found, or a tab where the format says so. */
export function delimiterOf(look: TextLook, format: 'csv' | 'tsv' | null): string | null {
  const said = SEPARATOR_LINE.exec(look.text);
  if (said !== null) return said[1]!;
  if (format === 'tsv') return '\t';
  return findDelimiter(look.text, look.whole, format === 'csv');
}

function firstRecords(look: TextLook, delimiter: string | null): readonly (readonly string[])[] {
  const reader = new RecordReader(delimiter);
  const records = [...reader.push(look.text).records];
  if (look.whole) records.push(...reader.end().records);
  return records.slice(0, HEADING_LOOK_ROWS_COUNT);
}

function flawed(maker: RowMaker, flaw: RecordFlaw, line: number): Problem {
  switch (flaw) {
    case 'quote-broken':
      return maker.problem(
        flaw,
        `A quote in line ${line} is not closed, or characters stand after its end; the line is taken as it stands.`,
        'Close the quote, and double quotes that stand inside one.',
        { line },
      );
    case 'line-too-long':
      return maker.problem(
        flaw,
        `Line ${line} is longer than ${LINE_MAX_CHARS} characters; only its beginning is kept.`,
        'Look whether line ends are missing, or take the long cell off.',
        { line, limit: LINE_MAX_CHARS },
      );
    case 'columns-too-many':
      return maker.problem(
        flaw,
        `Line ${line} has more than ${COLUMNS_MAX_COUNT} cells; only the first ones are kept.`,
        'Look whether line ends are missing.',
        { line, limit: COLUMNS_MAX_COUNT },
      );
  }
}
