import type { ColumnRoles, RowVerdict } from '@custody/core';
import { Refusal } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type QuestionOptions, readQuestion } from '../options/question.ts';

/** Options of `custody screen` as commander hands them over. */
export interface ScreenOptions extends Omit<QuestionOptions, 'quantity'> {
  readonly structure?: string;
  readonly name?: string;
  readonly cas?: string;
  readonly hs?: string;
  /** Here the column of quantities. */
  readonly quantity?: string;
  readonly concentration?: string;
  readonly description?: string;
  readonly format?: string;
  readonly json?: boolean;
  readonly output?: string;
  readonly inputFormat?: string;
  readonly heading?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly threads?: string;
  readonly keys?: string;
  readonly only?: string;
  readonly against?: string;
}

export const SCREEN_FORMATS = ['table', 'csv', 'xlsx', 'ndjson', 'json'] as const;
export type ScreenFormat = (typeof SCREEN_FORMATS)[number];

export const INPUT_FORMATS = ['csv', 'tsv', 'xlsx', 'sdf', 'smi', 'json', 'ndjson'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

/** Weakest last, as the summary lists them. */
export const VERDICTS: readonly RowVerdict[] = [
  'controlled',
  'review',
  'unknown',
  'unreadable',
  'not-controlled',
  'outside',
];

export const ROLES = [
  'structure',
  'name',
  'cas',
  'hs',
  'quantity',
  'concentration',
  'description',
] as const satisfies readonly (keyof ColumnRoles)[];

/** More threads than any machine this was measured on. */
const MOST_THREADS = 256;

/** The options in the form the screening takes. */
export interface ReadScreenOptions {
  readonly question: Omit<ReturnType<typeof readQuestion>, 'quantity'>;
  /** Columns that were named. */
  readonly columns: Partial<Record<keyof ColumnRoles, string>>;
  readonly format: ScreenFormat;
  readonly output: string | null;
  readonly inputFormat: InputFormat | null;
  /** Whether the first row names the columns; null: found out. */
  readonly heading: 'first-row' | 'none' | null;
  readonly encoding: string | null;
  readonly sheet: string | null;
  /** Null: as many as the machine has use for. */
  readonly threads: number | null;
  /** Null: of all where the table is short, else of what the law has to do with. */
  readonly keys: 'found' | 'all' | null;
  /** Verdicts whose rows are written; null: all. */
  readonly only: ReadonlySet<RowVerdict> | null;
  /** An earlier result to which only the differences are written; null: none. */
  readonly against: string | null;
}

/** Reads the options. Refuses what cannot be used, before anything is opened. */
export function readScreenOptions(options: ScreenOptions, terminal: Terminal): ReadScreenOptions {
  const { quantity: _, ...asked } = options;
  const { quantity: __, ...question } = readQuestion(asked, terminal);
  return {
    question,
    columns: namedColumns(options),
    format: readScreenFormat(options, terminal),
    output: options.output === undefined ? null : filled(options.output, '--output', 'result.ndjson'),
    inputFormat: oneOf(options.inputFormat, INPUT_FORMATS, '--input-format'),
    heading: oneOf(options.heading, ['first-row', 'none'] as const, '--heading'),
    encoding: options.encoding === undefined ? null : filled(options.encoding, '--encoding', 'gb18030'),
    sheet: options.sheet === undefined ? null : filled(options.sheet, '--sheet', 'Products'),
    threads: options.threads === undefined ? null : readThreads(options.threads),
    keys: oneOf(options.keys, ['found', 'all'] as const, '--keys'),
    only: options.only === undefined ? null : readVerdicts(options.only),
    against: options.against === undefined ? null : filled(options.against, '--against', 'earlier.ndjson'),
  };
}

function namedColumns(options: ScreenOptions): Partial<Record<keyof ColumnRoles, string>> {
  return Object.fromEntries(
    ROLES.flatMap((role) => {
      const column = options[role];
      return column === undefined ? [] : [[role, filled(column, `--${role}`, 'Product')]];
    }),
  );
}

/** As asked, else by the ending of the output file, else a table for a person and a row a line in a pipe or file. */
function readScreenFormat(options: ScreenOptions, terminal: Terminal): ScreenFormat {
  const asked = oneOf(options.format, SCREEN_FORMATS, '--format');
  if (options.json === true && asked !== null && asked !== 'json') {
    throw new Refusal(`--json and --format ${asked} ask for two forms.`, 'give one of them.');
  }
  if (options.json === true) return 'json';
  if (asked === 'xlsx' && options.output === undefined && terminal.isPerson) {
    throw new Refusal(
      'A spreadsheet cannot be shown on a terminal.',
      'name a file for it: --output result.xlsx.',
    );
  }
  if (asked !== null) return asked;
  const ending = /\.([a-z]+)$/i.exec(options.output ?? '')?.[1]?.toLowerCase();
  const byEnding = SCREEN_FORMATS.find((format) => format === ending);
  return byEnding ?? (options.output === undefined && terminal.isPerson ? 'table' : 'ndjson');
}

function readThreads(text: string): number {
  const threads = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  if (threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new Refusal(
    `--threads ${JSON.stringify(text)} is not a number of threads.`,
    `give a whole number from 1 to ${MOST_THREADS}, or leave it out.`,
  );
}

function readVerdicts(text: string): ReadonlySet<RowVerdict> {
  const words = text
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  if (words.length === 0) {
    throw new Refusal('--only names no verdict.', `give one or more of ${VERDICTS.join(', ')}.`);
  }
  return new Set(words.map((word) => oneOf(word, VERDICTS, '--only') ?? 'unreadable'));
}

function oneOf<Choice extends string>(
  text: string | undefined,
  offered: readonly Choice[],
  option: string,
): Choice | null {
  if (text === undefined) return null;
  const found = offered.find((choice) => choice === text.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new Refusal(`${option} ${text} is not offered here.`, `use one of ${offered.join(', ')}.`);
}

function filled(text: string, option: string, example: string): string {
  if (text.trim() !== '') return text;
  throw new Refusal(`${option} is blank.`, `write it as ${option} ${example}.`);
}
