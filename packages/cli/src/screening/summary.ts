import type { ColumnRoles, Day, Problem } from '@custody/core';
import { dayWords } from '../terminal/day-words.ts';
import { palette, STATUS_WORDS } from '../terminal/marks.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { printable, widthOf, wrap } from '../terminal/width.ts';
import { counted, durationWords, rate } from './progress.ts';
import { ROLES, VERDICTS } from './screen-options.ts';
import type { Tally } from './tally.ts';

/** What is told of a run besides its rows. */
export interface RunFacts {
  /** The file as a person knows it. */
  readonly shown: string;
  /** `CSV, UTF-8, gzip` */
  readonly readAs: string;
  readonly columns: readonly string[];
  readonly roles: ColumnRoles;
  /** Of the file as a whole, and of how its columns were taken. */
  readonly problems: readonly Problem[];
  readonly asOf: { readonly on: Day; readonly known: Day | null; readonly law: string };
  readonly elapsedMs: number;
  /** Name of the file the result was written to; null for standard output. */
  readonly output: string | null;
  /** The earlier result that was compared with; null: none. */
  readonly against: string | null;
  /** `--only` left rows out. */
  readonly isPart: boolean;
}

const INDENT = '  ';
/** Columns shown by name where none has a role; a wide table has hundreds. */
const COLUMNS_NAMED = 12;
const PROBLEMS_SHOWN = 10;

/** What a run came to, for standard error. */
export function summaryWords(tally: Tally, facts: RunFacts, terminal: Terminal): string {
  const colours = palette(terminal.colour);
  const line = (text: string): string =>
    wrap(printable(text), Math.max(40, terminal.columns - INDENT.length))
      .map((part) => INDENT + part)
      .join('\n');
  const found = VERDICTS.filter((verdict) => tally.verdicts[verdict] > 0);
  const figures = found.map((verdict) => counted(tally.verdicts[verdict]));
  const width = Math.max(0, ...figures.map((figure) => widthOf(figure)));
  const counts = found.map((verdict, index) => {
    const figure = figures[index] ?? '';
    const word = colours.status[verdict](STATUS_WORDS[verdict]);
    return `${INDENT}${' '.repeat(width - widthOf(figure))}${figure}  ${word}`;
  });
  const { on, known, law } = facts.asOf;
  const knowing = known === null ? '' : `, knowing what was published by ${dayWords(known)}`;
  return `${[
    `custody: ${printable(facts.shown)}: ${rowsWords(tally.rows)} in ${durationWords(facts.elapsedMs)}, ${counted(rate(tally.rows, facts.elapsedMs))} a second.`,
    ...counts,
    ...(tally.withProblems === 0
      ? []
      : [line(`${rowsWords(tally.withProblems)} with problems: ${problemCounts(tally)}.`)]),
    ...problemLines(facts.problems, line),
    line(`Read as ${facts.readAs}. ${columnWords(facts)}`),
    ...(facts.against === null
      ? []
      : [
          line(
            `${counted(tally.written)} ${tally.written === 1 ? 'difference' : 'differences'} from ${facts.against} written.`,
          ),
        ]),
    ...(facts.isPart && facts.against === null ? [line(`${rowsWords(tally.written)} of them written.`)] : []),
    ...(facts.output === null ? [] : [line(`Written to ${facts.output}.`)]),
    `${INDENT}${colours.dim(`On ${dayWords(on)}${knowing}. Law ${law}.`)}`,
  ].join('\n')}\n`;
}

/** `1 row`, `163,270 rows` */
export function rowsWords(rows: number): string {
  return `${counted(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}

/** The most frequent first. */
function problemCounts({ problems }: Tally): string {
  const byCount = [...problems].sort(([, one], [, other]) => other - one);
  const shown = byCount.slice(0, PROBLEMS_SHOWN).map(([code, rows]) => `${code} ${counted(rows)}`);
  const more = byCount.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more kinds`] : [])].join(', ');
}

function problemLines(problems: readonly Problem[], line: (text: string) => string): readonly string[] {
  const shown = problems
    .slice(0, PROBLEMS_SHOWN)
    .flatMap(({ message, todo }) => [
      line(`! ${message}`),
      ...(todo === undefined ? [] : [line(`  To do: ${todo}`)]),
    ]);
  const more = problems.length - PROBLEMS_SHOWN;
  return more > 0 ? [...shown, line(`! and ${more} more.`)] : shown;
}

/** Which column was taken for what, and which were not used. */
function columnWords({ columns, roles }: RunFacts): string {
  const taken = ROLES.flatMap((role) => {
    const column = roles[role];
    return column === null ? [] : [`${role} in ${JSON.stringify(column)}`];
  });
  const used = new Set(Object.values(roles).filter((column) => column !== null));
  const unused = columns.filter((column) => !used.has(column));
  const named = unused.slice(0, COLUMNS_NAMED).map((column) => JSON.stringify(column));
  const more = unused.length - named.length;
  const rest =
    unused.length === 0 ? '' : ` Not used: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  return `Columns: ${taken.join(', ')}.${rest}`;
}
