import { type Answer, answerFor, type GoodsAnswer, type Law, type Question } from '@custody/core';
import { loadLaw } from '@custody/core/node';
import { resolver } from '../goods/resolving.ts';
import { writeJson } from './json-answer.ts';
import { type FormatOptions, readFormat } from '../options/format.ts';
import { type QuestionOptions, readQuestion } from '../options/question.ts';
import { readWords } from '../options/words.ts';
import { EXIT, type ExitCode, exitCodeOf, stronger } from '../terminal/exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface CheckOptions extends QuestionOptions, FormatOptions {
  readonly explain?: boolean;
}

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
  const asked = { ...question, what: words };
  if (format === 'json') return writeJson(law, asked, options.explain === true, terminal);
  const asOf = { on: question.on, known: question.known, law: law.digest };
  return writeTable(answers(law, asked), asOf, words.length, options, terminal);
}

async function* answers(law: Law, question: Question): AsyncGenerator<GoodsAnswer> {
  const resolve = resolver(law);
  for (const text of question.what) yield answerFor(law, question, await resolve(text));
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
