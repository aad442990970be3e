import type { ResolvedGoods } from '../goods/index.ts';
import type { Day, Jurisdiction } from '../kernel/index.ts';
import type { AppliedControl, AppliedDuty, JurisdictionStatus } from './answer.ts';
import type { Duty, Penalty } from './control.ts';
import type { LawQuestion } from './judge.ts';
import type { Law } from './law.ts';
import { tablesOf } from './law-tables.ts';

type AppliedPenalty = JurisdictionStatus['penalties'][number];

/**
 * What the law requires of a transaction in goods under `controls`, by list, goods, activity and day. With no activity
 * in the question: for every activity. Deadlines stay in the law's own unit.
 */
export function dutiesOf(
  law: Law,
  goods: ResolvedGoods,
  controls: readonly AppliedControl[],
  question: LawQuestion,
  jurisdiction: Jurisdiction,
): readonly AppliedDuty[] {
  if (controls.length === 0) return [];
  return (tablesOf(law).duties.get(jurisdiction) ?? [])
    .filter((duty) => isOpen(duty, question.on))
    .filter(
      ({ activities }) =>
        question.activity === null || activities.length === 0 || activities.includes(question.activity),
    )
    .filter((duty) => isTriggered(duty, goods, controls))
    .map(({ id, kind, what, article, actor, authority, deadline, retention, citation }) => ({
      id,
      kind,
      what,
      article,
      actor,
      authority,
      deadline,
      retention,
      citation,
    }));
}

/** Penalties that speak of the lists or goods of `controls`. */
export function penaltiesOf(
  law: Law,
  goods: ResolvedGoods,
  controls: readonly AppliedControl[],
  jurisdiction: Jurisdiction,
): readonly AppliedPenalty[] {
  if (controls.length === 0) return [];
  return (tablesOf(law).penalties.get(jurisdiction) ?? [])
    .filter((penalty) => isTriggered(penalty, goods, controls))
    .map(({ id, article, penalty, conduct, citation }) => ({ id, article, penalty, conduct, citation }));
}

function isOpen(duty: Duty, on: Day): boolean {
  return (duty.from === null || on >= duty.from) && (duty.to === null || on < duty.to);
}

/**
 * By the lists the goods stand on, narrowed by goods where the text names some. What speaks of neither lists nor
 * goods in plain words is not attached to an answer: the words are in the law, and guessing would be worse.
 */
function isTriggered(
  what: Pick<Duty | Penalty, 'jurisdiction' | 'lists' | 'goods'>,
  goods: ResolvedGoods,
  controls: readonly AppliedControl[],
): boolean {
  const listed = controls.some(
    (control) => control.jurisdiction === what.jurisdiction && what.lists.includes(control.list),
  );
  if (what.goods.length > 0) {
    return what.goods.includes(goods.id) && (what.lists.length === 0 ? controls.length > 0 : listed);
  }
  return listed;
}
