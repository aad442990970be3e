import { answeredGoods, type AnsweredGoods, type GoodsAnswer, type Resolution } from '@custody/core';
import { loadLaw } from '@custody/core/node';
import { type FormatOptions, readFormat } from '../options/format.ts';
import { readWords } from '../options/words.ts';
import { EXIT, type ExitCode, stronger } from '../terminal/exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { resolver } from './resolving.ts';
import { type Verified, verify } from './verify.ts';

/** What `custody code` says of one question. */
export interface CodeResult {
  readonly input: string;
  readonly goods: Pick<AnsweredGoods, 'id' | 'kind' | 'name' | 'codes'> | null;
  readonly resolution: GoodsAnswer['resolution'];
  /** Each code the text can be, with what its check character says. */
  readonly verified: readonly Verified[];
  readonly problems: Resolution['problems'];
}

/** `custody code`: every code of the goods, and whether a code that was given is written as it must be. */
export async function code(
  args: readonly string[],
  options: FormatOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const format = readFormat(options, terminal, ['table', 'json', 'csv']);
  const words = await readWords(args, terminal);
  const law = loadLaw();
  const resolve = resolver(law);
  const results: CodeResult[] = [];
  for (const text of words) results.push(codeResult(await resolve(text)));
  const { codeCsv, codeSheet } = await import('./code-sheet.ts');
  if (format === 'json') {
    await terminal.write(`${JSON.stringify({ law: law.digest, results }, null, 2)}\n`);
  } else if (format === 'csv') {
    await terminal.write(codeCsv(results));
  } else {
    for (const result of results) await terminal.write(`${codeSheet(result, terminal)}\n`);
  }
  return results.map(exitCode).reduce(stronger, EXIT.clear);
}

function codeResult({ input, by, exact, goods, candidates, problems }: Resolution): CodeResult {
  return {
    input,
    goods: goods === null ? null : bundle(answeredGoods(goods)),
    resolution: { by, exact, candidates },
    verified: verify(input),
    problems,
  };
}

function bundle({ id, kind, name, codes }: AnsweredGoods): CodeResult['goods'] {
  return { id, kind, name, codes };
}

/** A code that fails its check is a failed verification; a number of logistics that fits is an answer in itself. */
function exitCode(result: CodeResult): ExitCode {
  if (result.verified.length > 0 && result.verified.every(({ valid }) => !valid)) return EXIT.found;
  if (result.goods !== null) return EXIT.clear;
  if (result.verified.some(({ valid, namesGoods }) => valid && !namesGoods)) return EXIT.clear;
  return result.resolution.candidates.length > 0 ? EXIT.found : EXIT.open;
}
