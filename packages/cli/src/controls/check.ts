import { type Answer, answerFor, type GoodsAnswer, type Law, type Question } from '@custody/core';
import { loadLaw } from '@custody/core/node';
import { resolver } from '../goods/resolving.ts';
import { type FormatOptions, readFormat } from '../options/format.ts';
import { type QuestionOptions, readQuestion } from '../options/question.ts';
import { readWords } from '../options/words.ts';
import { EXIT, type ExitCode, exitCodeOf, stronger } from '../terminal/exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface CheckOptions extends QuestionOptions, FormatOptions {
  readonly explain?: boolean;
}

/** Results written in one go; more would hold the whole of a long answer in memory. */
const RESULTS_AT_ONCE = 64;
/** From here on a person is shown one line a question. */
const LONG_LIST = 6;

/** `custody check`: answers each question as it comes, so that ten thousand take no more memory than one. */
export async function check(
  args: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const format = readFormat(options, terminal);
  const question = readQuestion(options, terminal);
  const words = await readWords(args, terminal);
  const law = loadLaw();
  const results = answers(law, { ...question, what: words });
  const asOf = { on: question.on, known: question.known, law: law.digest };
  if (format === 'json') return writeJson(results, asOf, terminal);
  return writeTable(results, asOf, words.length, options, terminal);
}

async function* answers(law: Law, question: Question): AsyncGenerator<GoodsAnswer> {
  const resolve = resolver(law);
  for (const text of question.what) yield answerFor(law, question, await resolve(text));
}

/** The shape of `contracts.md`, one result a line. */
async function writeJson(
  results: AsyncIterable<GoodsAnswer>,
  asOf: Answer['asOf'],
  terminal: Terminal,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.clear;
  let waiting = `{"asOf":${JSON.stringify(asOf)},"results":[`;
  let count = 0;
  for await (const result of results) {
    waiting += `${count === 0 ? '' : ','}\n${JSON.stringify(result)}`;
    code = stronger(code, exitCodeOf(result.verdict));
    count += 1;
    if (count % RESULTS_AT_ONCE === 0) {
      await terminal.write(waiting);
      waiting = '';
    }
  }
  await terminal.write(`${waiting}\n]}\n`);
  return code;
}

async function writeTable(
  results: AsyncIterable<GoodsAnswer>,
  asOf: Answer['asOf'],
  count: number,
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const [{ footing, sheet, summary }, { palette }] = await Promise.all([
    import('./sheet.ts'),
    import('../terminal/marks.ts'),
  ]);
  const style = {
    palette: palette(terminal.colour),
    columns: terminal.columns,
    explain: options.explain === true,
  };
  let code: ExitCode = EXIT.clear;
  if (count >= LONG_LIST && !style.explain) {
    const all: GoodsAnswer[] = [];
    for await (const result of results) all.push(result);
    await terminal.write(`${summary(all, style)}\n`);
    code = all.reduce((worst: ExitCode, result) => stronger(worst, exitCodeOf(result.verdict)), code);
  } else {
    for await (const result of results) {
      await terminal.write(`${sheet(result, asOf, style)}\n`);
      code = stronger(code, exitCodeOf(result.verdict));
    }
  }
  await terminal.write(`${footing(asOf, style)}\n`);
  return code;
}
