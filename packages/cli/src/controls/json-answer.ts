import {
  answerFor,
  briefAnswer,
  type GoodsAnswer,
  type Law,
  type Question,
  type Resolution,
} from '@custody/core';
import { resolver } from '../goods/resolving.ts';
import { EXIT, type ExitCode, exitCodeOf, stronger } from '../terminal/exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Text written in one go; more would hold the whole of a long answer in memory. */
const WRITTEN_AT_ONCE_LENGTH = 256 * 1024;
/** Different goods remembered within one call: more than the law names. */
const MOST_REMEMBERED = 4_096;

/** What an answer says of goods whatever the words they were asked by, as JSON. */
interface Said {
  readonly verdict: GoodsAnswer['verdict'];
  /** `"goods":...` */
  readonly goods: string;
  /** `"verdict":...,"statuses":...` */
  readonly statuses: string;
}

/** Writes the answer in the shape of the contract, one result a line, each as soon as it is known. */
export async function writeJson(
  law: Law,
  question: Question,
  explain: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  const resolve = resolver(law);
  const say = sayer(law, question, explain);
  const asOf = { on: question.on, known: question.known, law: law.digest };
  let code: ExitCode = EXIT.clear;
  let waiting = `{"asOf":${JSON.stringify(asOf)},"results":[`;
  for (const [index, text] of question.what.entries()) {
    const resolution = await resolve(text);
    const said = say(resolution);
    code = stronger(code, exitCodeOf(said.verdict));
    waiting += `${index === 0 ? '' : ','}\n${resultOf(resolution, said)}`;
    if (waiting.length > WRITTEN_AT_ONCE_LENGTH) {
      await terminal.write(waiting);
      waiting = '';
    }
  }
  await terminal.write(`${waiting}\n]}\n`);
  return code;
}

function resultOf({ input, by, exact, candidates, problems }: Resolution, said: Said): string {
  const resolution = JSON.stringify({ by, exact, candidates });
  return `{"input":${JSON.stringify(input)},${said.goods},"resolution":${resolution},${said.statuses},"problems":${JSON.stringify(problems)}}`;
}

/** Judges goods once: a long list names the same ones again and again, and the law says the same of them. */
function sayer(law: Law, question: Question, explain: boolean): (resolution: Resolution) => Said {
  const remembered = new Map<string, Said>();
  return (resolution) => {
    const key = keyOf(resolution);
    const known = key === null ? undefined : remembered.get(key);
    if (known !== undefined) return known;
    const whole = answerFor(law, question, resolution);
    const { goods, verdict, statuses } = explain ? whole : briefAnswer(whole);
    const said = {
      verdict,
      goods: `"goods":${JSON.stringify(goods)}`,
      statuses: `"verdict":${JSON.stringify(verdict)},"statuses":${JSON.stringify(statuses)}`,
    };
    if (key !== null && remembered.size < MOST_REMEMBERED) remembered.set(key, said);
    return said;
  };
}

/** The same goods in the same form; null where none were found. The structure belongs to it: keys leave tautomers open. */
function keyOf({ goods }: Resolution): string | null {
  return goods === null ? null : `${goods.id} ${goods.smiles ?? ''} ${JSON.stringify(goods.form)}`;
}
