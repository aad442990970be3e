import {
  type Answer,
  check as checkWords,
  type GoodsAnswer,
  type Law,
  type Question,
  resolve,
} from '@custody/core';
import { loadLaw } from '@custody/core/node';
import { chemistFor } from '../goods/chemistry.ts';
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
  const law = await loadLaw();
  const chemist = await chemistFor(words);
  const results = answers(law, words, question, (text) => resolve(law, text, chemist));
  const asOf = { on: question.on, known: question.known, law: law.digest };
  if (format === 'json') return writeJson(results, asOf, terminal);
  return writeTable(results, asOf, words.length, options, terminal);
}

function* answers(
  law: Law,
  words: readonly string[],
  question: Omit<Question, 'what'>,
  reader: Parameters<typeof checkWords>[2],
): Generator<GoodsAnswer> {
  for (const text of words) yield* checkWords(law, { ...question, what: [text] }, reader).results;
}

/** The shape of `contracts.md`, one result a line. */
async function writeJson(
  results: Iterable<GoodsAnswer>,
  asOf: Answer['asOf'],
  terminal: Terminal,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.clear;
  let waiting = `{"asOf":${JSON.stringify(asOf)},"results":[`;
  let count = 0;
  for (const result of results) {
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
  results: Iterable<GoodsAnswer>,
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
    const all = [...results];
    await terminal.write(`${summary(all, style)}\n`);
    code = all.reduce((worst: ExitCode, result) => stronger(worst, exitCodeOf(result.verdict)), code);
  } else {
    for (const result of results) {
      await terminal.write(`${sheet(result, asOf, style)}\n`);
      code = stronger(code, exitCodeOf(result.verdict));
    }
  }
  await terminal.write(`${footing(asOf, style)}\n`);
  return code;
}
