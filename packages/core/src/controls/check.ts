import type { Resolution, ResolvedGoods } from '../goods/index.ts';
import { JURISDICTIONS, type Jurisdiction } from '../kernel/index.ts';
import type { Answer, GoodsAnswer, JurisdictionStatus, Question } from './answer.ts';
import { answeredGoods } from './answered-goods.ts';
import type { LawQuestion } from './judge.ts';
import type { Law } from './law.ts';
import { statusOn } from './status-on.ts';
import { verdictOf, verdictUnresolved } from './verdict.ts';

/**
 * Answers a question in full: each text resolved to goods, and for these the status in every jurisdiction asked about
 * (all of them when none is named), with a verdict over the deciding ones.
 *
 * `resolve` turns a text into goods, candidates or problems; it belongs to `goods` and may hold a chemistry toolkit.
 */
export function check(law: Law, question: Question, resolve: (text: string) => Resolution): Answer {
  return {
    asOf: { on: question.on, known: question.known, law: law.digest },
    results: question.what.map((text) => answerFor(law, question, resolve(text))),
  };
}

/** The answer for one resolved text. */
export function answerFor(law: Law, question: Question, resolution: Resolution): GoodsAnswer {
  const { goods } = resolution;
  const answered: GoodsAnswer['resolution'] = {
    by: resolution.by,
    exact: resolution.exact,
    candidates: resolution.candidates,
  };
  const base = { input: resolution.input, resolution: answered, problems: resolution.problems };
  if (goods === null) {
    return { ...base, goods: null, verdict: verdictUnresolved(resolution), statuses: [] };
  }
  const statuses = statusesOf(law, goods, question);
  return { ...base, goods: answeredGoods(goods), verdict: verdictOf(statuses), statuses };
}

/**
 * The statuses of goods in the jurisdictions of a question, in the order asked. Named jurisdictions all decide; of
 * all jurisdictions, those that are compiled in full for such goods do, and the others stand beside.
 */
export function statusesOf(
  law: Law,
  goods: ResolvedGoods,
  question: LawQuestion & Pick<Question, 'in'>,
): readonly JurisdictionStatus[] {
  const asked: readonly Jurisdiction[] = question.in ?? JURISDICTIONS;
  return [...new Set(asked)].map((jurisdiction) => {
    const status = statusOn(law, goods, question, jurisdiction);
    return question.in === null ? status : { ...status, deciding: true };
  });
}
