import {
  JURISDICTIONS,
  type Law,
  recordOf,
  type RowDifference,
  type ScreenedRow,
  type ScreeningOptions,
} from '@custody/core';
import { type ByteSink, createRowWriter, createTableWriter } from '@custody/core/files';
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
    case 'json':
      return documentWriter(facts, output);
    case 'csv':
    case 'xlsx':
      return sheetWriter(format, facts, output);
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

/** A flat sheet: several values of a cell with `; ` between them. */
function sheetWriter(format: 'csv' | 'xlsx', facts: ResultFacts, output: Output): ResultWriter {
  const sink: ByteSink = { write: (bytes) => output.write(bytes) };
  const jurisdictions = facts.options.in ?? JURISDICTIONS;
  const none = (): Promise<never> => Promise.reject(new Error(`This result lists ${facts.of}.`));
  if (facts.of === 'rows') {
    const rows = createRowWriter(format, { jurisdictions, input: facts.columns }, sink);
    return {
      begin: () => Promise.resolve(),
      rows: (batch) => rows.write(batch),
      differences: none,
      end: () => rows.end(),
    };
  }
  const changes = createTableWriter(format, [...DIFFERENCE_COLUMNS, ...facts.columns], sink);
  return {
    begin: () => Promise.resolve(),
    rows: none,
    differences: (batch) => changes.write(batch.map((one) => differenceCells(one, facts.columns))),
    end: () => changes.end(),
  };
}

const DIFFERENCE_COLUMNS = [
  'row',
  'earlier row',
  'kind',
  'verdict before',
  'verdict now',
  'jurisdictions',
  'controls gained',
  'controls lost',
  'goods gained',
  'goods lost',
] as const;

function differenceCells(
  { row, earlierRow, kind, verdict, jurisdictions, controls, goods, input }: RowDifference,
  columns: readonly string[],
): readonly string[] {
  return [
    row === null ? '' : String(row),
    earlierRow === null ? '' : String(earlierRow),
    kind,
    verdict.from ?? '',
    verdict.to ?? '',
    jurisdictions
      .map(({ jurisdiction, from, to }) => `${jurisdiction}: ${from ?? 'not asked'} > ${to ?? 'not asked'}`)
      .join('; '),
    ...[controls.gained, controls.lost, goods.gained, goods.lost].map((ids) => ids.join('; ')),
    ...columns.map((column) => (Object.hasOwn(input, column) ? (input[column] ?? '') : '')),
  ];
}
