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
  const statuses = keptStatuses(law, goods, question);
  return { ...base, goods: answeredGoods(goods), verdict: verdictOf(statuses), statuses };
}

/** Answers of one question kept at a time: a list of ten thousand names is about a few hundred goods. */
const MOST_KEPT = 2_000;

const KEPT = new WeakMap<Law, WeakMap<Question, Map<string, readonly JurisdictionStatus[]>>>();

/** The same goods in the same form, asked again within one question, have the same answer. */
function keptStatuses(law: Law, goods: ResolvedGoods, question: Question): readonly JurisdictionStatus[] {
  if (goods.named === null) return statusesOf(law, goods, question);
  let ofLaw = KEPT.get(law);
  if (ofLaw === undefined) KEPT.set(law, (ofLaw = new WeakMap()));
  let kept = ofLaw.get(question);
  if (kept === undefined) ofLaw.set(question, (kept = new Map<string, readonly JurisdictionStatus[]>()));
  const { removed, salt, stereo, isotopes } = goods.form;
  const key = JSON.stringify([goods.id, removed, salt, stereo, isotopes]);
  const before = kept.get(key);
  if (before !== undefined) return before;
  const statuses = statusesOf(law, goods, question);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, statuses);
  return statuses;
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
