import {
  differences,
  type Law,
  type RowDifference,
  type RowProblem,
  type ScreenedRow,
  type ScreeningOptions,
} from '@custody/core';
import {
  columnsOf,
  type OpenedTable,
  openTable,
  type TableColumns,
  type TableSource,
} from '@custody/core/files';
import { loadLaw, type RowFault, screenTable } from '@custody/core/node';
import { EXIT, type ExitCode, exitCodeOfStop, stronger } from '../terminal/exit-code.ts';
import { Refusal } from '../terminal/refusal.ts';
import { Stopped, type Terminal } from '../terminal/terminal.ts';
import { printable } from '../terminal/width.ts';
import { earlierRows, keptTable } from './earlier-result.ts';
import { identityOf, type InputFile, openInput } from './input-file.ts';
import { Replayed, untilStopped } from './input-bytes.ts';
import { type Output, outputFile, standardOutput } from './output-file.ts';
import { ProgressLine } from './progress.ts';
import { resultWriter } from './result-writer.ts';
import { type ReadScreenOptions, readScreenOptions, type ScreenOptions } from './screen-options.ts';
import { rowsWords, summaryWords } from './summary.ts';
import { Tally } from './tally.ts';

/** What a run has at hand. */
interface Run {
  /** The file, or the earlier result whose rows are screened again. */
  readonly path: string;
  readonly isAgain: boolean;
  readonly asked: ReadScreenOptions;
  readonly law: Law;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly tally: Tally;
  readonly start: number;
}

/**
 * `custody screen`: answers every row of a file in its order, in memory that does not grow with it. The result is
 * whole or it is not there; a part of a file never ends as if it were all of it.
 */
export async function screen(
  file: string | undefined,
  options: ScreenOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const start = terminal.clock();
  const asked = readScreenOptions(options, terminal);
  const path = file ?? asked.against;
  if (path === null) {
    throw new Refusal(
      'No file is named.',
      'name one, - for standard input, or with --against an earlier result to screen its rows again.',
    );
  }
  const signal = terminal.stopping();
  const run: Run = {
    path,
    isAgain: file === undefined,
    asked,
    law: loadLaw(),
    terminal,
    signal,
    tally: new Tally(),
    start,
  };
  const input = await openInput(path, terminal);
  let output: Output | null = null;
  try {
    output =
      asked.output === null
        ? standardOutput(terminal)
        : await outputFile(asked.output, [input.identity, await identityOf(asked.against)]);
    return await screenInto(output, input, run);
  } catch (error) {
    // What broke off because of the signal may say so in words of its own.
    if (signal.aborted && signal.reason instanceof Stopped) return stopped(run, signal.reason);
    throw error;
  } finally {
    await output?.discard();
    await input.close();
  }
}

async function screenInto(output: Output, input: InputFile, run: Run): Promise<ExitCode> {
  const { asked, law, terminal, tally } = run;
  const table = run.isAgain ? await keptTable(run.path, terminal) : await opened(input, run);
  const columns = await usableColumns(table, run);
  const keys = asked.keys ?? (columns.isShort ? 'all' : 'found');
  const options: ScreeningOptions = { ...asked.question, roles: columns.roles, keys };
  const writer = resultWriter(
    asked.format,
    { columns: table.columns, law, options, of: asked.against === null ? 'rows' : 'differences' },
    output,
    terminal,
  );
  const faults: RowFault[] = [];
  const rows = screened(table, columns, input, options, run, faults);
  await writer.begin();
  if (asked.against === null) {
    for await (const batch of rows) {
      const { only } = asked;
      const wanted = only === null ? batch : batch.filter(({ verdict }) => only.has(verdict));
      tally.written += wanted.length;
      if (wanted.length > 0) await writer.rows(wanted);
    }
  } else {
    for await (const batch of changes(asked.against, rows, run)) {
      tally.written += batch.length;
      await writer.differences(batch);
    }
  }
  await writer.end();
  await output.finish();
  terminal.tell(summaryWords(tally, factsOf(table, columns, input, run), terminal));
  if (faults.length === 0) return tally.exitCode();
  terminal.tell(faultWords(faults));
  return stronger(tally.exitCode(), EXIT.fault);
}

/** Every row of the table, counted as it comes, and a last one where the file did not stand still. */
async function* screened(
  table: OpenedTable,
  columns: TableColumns,
  input: InputFile,
  options: ScreeningOptions,
  { asked, isAgain, law, terminal, signal, tally }: Run,
  faults: RowFault[],
): AsyncGenerator<readonly ScreenedRow[], void, undefined> {
  const progress = new ProgressLine(input.shown, terminal);
  // On one terminal with the table, progress would stand in its way.
  // A workbook is taken in whole before its first row; an earlier result is not counted.
  const totalBytes = table.format === 'xlsx' || isAgain ? null : input.size;
  const isWatched = terminal.isWatched && (asked.output !== null || !terminal.isPerson);
  try {
    for await (const rows of screenTable({
      rows: columns.rows,
      options,
      law,
      ...(asked.threads === null ? {} : { threads: asked.threads }),
      signal,
      onFault: (fault) => faults.push(fault),
    })) {
      for (const row of rows) tally.count(row);
      yield rows;
      if (isWatched) progress.show({ rows: tally.rows, bytes: table.bytesRead(), totalBytes });
    }
    const changed = await input.changed();
    if (changed !== null) {
      const asOf: ScreenedRow['asOf'] = { on: options.on, known: options.known, law: law.digest };
      const last = closingRow(tally.rows + 1, { ...changed, column: null }, asOf);
      tally.count(last);
      yield [last];
    }
  } finally {
    progress.clear();
  }
}

/** Differences that are written together. */
const DIFFERENCES_AT_ONCE = 200;

/** What differs from an earlier result, of the verdicts that are wanted. */
async function* changes(
  against: string,
  rows: AsyncIterable<readonly ScreenedRow[]>,
  { asked: { only }, terminal }: Run,
): AsyncGenerator<readonly RowDifference[], void, undefined> {
  let waiting: RowDifference[] = [];
  for await (const difference of differences(earlierRows(against, terminal), inRows(rows))) {
    const { from, to } = difference.verdict;
    if (only !== null && ![from, to].some((verdict) => verdict !== null && only.has(verdict))) continue;
    waiting.push(difference);
    if (waiting.length < DIFFERENCES_AT_ONCE) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

async function* inRows(
  batches: AsyncIterable<readonly ScreenedRow[]>,
): AsyncGenerator<ScreenedRow, void, undefined> {
  for await (const rows of batches) yield* rows;
}

/** Opens the table; where a column was named and no heading was found, the first row is the heading after all. */
async function opened(input: InputFile, run: Run): Promise<OpenedTable> {
  const { asked, signal } = run;
  const bytes = new Replayed(untilStopped(input.bytes, signal));
  const found = await openedAs(bytes, input, run, asked.heading ?? 'found');
  const named = Object.values(asked.columns).some((column) => !found.columns.includes(column));
  if (asked.heading !== null || !named || found.problems.every(({ code }) => code !== 'heading-none')) {
    bytes.forget();
    return found;
  }
  const again = await openedAs(bytes, input, run, 'first-row');
  bytes.forget();
  return again;
}

async function openedAs(
  bytes: Replayed,
  input: InputFile,
  { asked, signal }: Run,
  header: NonNullable<TableSource['header']>,
): Promise<OpenedTable> {
  const { inputFormat, encoding, sheet } = asked;
  const table = await openTable({
    name: input.name,
    bytes: bytes.fromStart(),
    header,
    ...(inputFormat === null ? {} : { format: inputFormat }),
    ...(encoding === null ? {} : { encoding }),
    ...(sheet === null ? {} : { sheet }),
  });
  signal.throwIfAborted();
  if (table.ok) return table.value;
  const { message, todo } = table.problem;
  throw new Refusal(`${input.shown}: ${message}`, todo ?? 'check the file.');
}

/** Problems of columns with which nothing, or not what was asked, would be screened. */
const REFUSING: ReadonlySet<string> = new Set(['column-missing', 'columns-unclear']);

async function usableColumns(table: OpenedTable, { asked, law, path, signal }: Run): Promise<TableColumns> {
  const columns = await columnsOf(table, asked.columns, law);
  signal.throwIfAborted();
  if (columns.isEmpty) {
    throw new Refusal(`${path} has no row to screen.`, 'check how it was made; no row is not a cleared row.');
  }
  const refusing = columns.problems.find(({ code }) => REFUSING.has(code));
  if (refusing === undefined) return columns;
  throw new Refusal(
    `${path}: ${refusing.message}`,
    'name the columns as the file does: --structure, --name, --cas, --hs or --description COLUMN.',
  );
}

/** A last row that speaks for the file as a whole, in the result itself: not everyone sees the summary. */
function closingRow(row: number, problem: RowProblem, asOf: ScreenedRow['asOf']): ScreenedRow {
  return {
    row,
    input: {},
    goods: [],
    verdict: 'unreadable',
    jurisdictions: {},
    controls: [],
    bases: [],
    deciding: [],
    reasons: [],
    problems: [problem],
    asOf,
  };
}

function factsOf(
  table: OpenedTable,
  columns: TableColumns,
  input: InputFile,
  { asked, law, terminal, start }: Run,
): Parameters<typeof summaryWords>[1] {
  const readAs = [
    table.format.toUpperCase(),
    table.encoding,
    table.sheet === null ? null : `sheet ${JSON.stringify(table.sheet)}`,
    table.compressed ? 'gzip' : null,
  ];
  return {
    shown: input.shown,
    readAs: readAs.filter((word) => word !== null).join(', '),
    columns: table.columns,
    roles: columns.roles,
    problems: [...table.problems, ...columns.problems],
    asOf: { on: asked.question.on, known: asked.question.known, law: law.digest },
    elapsedMs: terminal.clock() - start,
    output: asked.output,
    against: asked.against,
    isPart: asked.only !== null,
  };
}

function faultWords(faults: readonly RowFault[]): string {
  const [first] = faults;
  return (
    `custody: the program failed on ${rowsWords(faults.length)}, the first of them row ${first?.row ?? '?'}: a fault of the program, not of the file.\n` +
    `  They are given as unreadable. ${printable(first?.stack ?? '').replaceAll('\n', '\n  ')}\n` +
    `  To do: have a person look at them, and report the fault at the address in the README.\n`
  );
}

function stopped({ tally, terminal, asked, path }: Run, stop: Stopped): ExitCode {
  const kept =
    asked.output === null ? 'What was written is not the whole result.' : `${asked.output} was not written.`;
  terminal.tell(
    `\ncustody: stopped after ${rowsWords(tally.rows)} of ${printable(path)}; the rest is not screened. ${kept}\n`,
  );
  return exitCodeOfStop(stop);
}
