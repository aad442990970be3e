import {
  type Law,
  recordOf,
  type RowDifference,
  type ScreenedRow,
  type ScreeningOptions,
} from '@custody/core';
import type { Terminal } from '../terminal/terminal.ts';
import type { Output } from './output-file.ts';
import { differenceTable, rowTable } from './row-table.ts';
import type { ScreenFormat } from './screen-options.ts';
import { version } from '../version.ts';

/** Writes a result in one of the forms, in pieces, as it comes; rows or differences, never both. */
export interface ResultWriter {
  readonly begin: () => Promise<void>;
  readonly rows: (rows: readonly ScreenedRow[]) => Promise<void>;
  readonly differences: (differences: readonly RowDifference[]) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** What a result says of itself besides its rows. */
export interface ResultFacts {
  /** Columns of the file, in its order. */
  readonly columns: readonly string[];
  readonly law: Law;
  /** What it lists. */
  readonly of: 'rows' | 'differences';
  readonly options: ScreeningOptions;
}

export function resultWriter(
  format: ScreenFormat,
  facts: ResultFacts,
  output: Output,
  terminal: Terminal,
): ResultWriter {
  switch (format) {
    case 'table':
      return tableWriter(output, terminal);
    case 'ndjson':
      return lineWriter(output);
    default:
      return documentWriter(facts, output);
  }
}

function tableWriter(output: Output, terminal: Terminal): ResultWriter {
  const [rows, changes] = [rowTable(terminal), differenceTable(terminal)];
  return {
    begin: () => Promise.resolve(),
    rows: (batch) => output.write(batch.map(rows).join('')),
    differences: (batch) => output.write(batch.map(changes).join('')),
    end: () => Promise.resolve(),
  };
}

function lineWriter(output: Output): ResultWriter {
  const lines = (values: readonly object[]): Promise<void> =>
    output.write(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  return { begin: () => Promise.resolve(), rows: lines, differences: lines, end: () => Promise.resolve() };
}

/** One document: what was asked of what, then a row a line, so that it can be read back line by line. */
function documentWriter({ law, of, options }: ResultFacts, output: Output): ResultWriter {
  const record = recordOf(law, options, `custody ${version()}`);
  let first = true;
  const lines = (values: readonly object[]): Promise<void> => {
    const text = values
      .map((value) => {
        const before = first ? '\n' : ',\n';
        first = false;
        return before + JSON.stringify(value);
      })
      .join('');
    return output.write(text);
  };
  return {
    begin: () => output.write(`{"record":${JSON.stringify(record)},"${of}":[`),
    rows: lines,
    differences: lines,
    end: () => output.write('\n]}\n'),
  };
}
