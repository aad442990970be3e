import {
  answerFor,
  classTimeline,
  classTimelines,
  controlBacklog,
  gapTable,
  GOODS_GROUPS,
  goodsOfGroup,
  goodsOfLaw,
  lawChanges,
  type Law,
} from '@custody/core';
import { classView } from './class-view.ts';
import type { DeskAnswer, EngineCalls, GoodsSet } from './messages.ts';
import { withEntries } from './with-entries.ts';
import { wordsFor } from './words-for.ts';

type RegulatorsCall = 'gaps' | 'goods' | 'changes' | 'classes' | 'class' | 'backlog';

/** What regulators and analysts ask of the law: gaps, changes, classes, the backlog. */
export function regulatorsCall(law: Law, call: RegulatorsCall, asks: unknown): unknown {
  switch (call) {
    case 'gaps': {
      const { set, known } = asks as EngineCalls['gaps']['asks'];
      return gapTable(law, goodsOfSet(law, set), undefined, known);
    }
    case 'goods':
      return goodsAnswer(law, asks as EngineCalls['goods']['asks']);
    case 'changes': {
      const { from, to } = asks as EngineCalls['changes']['asks'];
      return lawChanges(law, { from, to, in: null });
    }
    case 'classes':
      return classTimelines(law);
    case 'class': {
      const timeline = classTimeline(law, asks as string);
      return timeline === null ? null : classView(law, timeline);
    }
    case 'backlog':
      return controlBacklog(law, asks as EngineCalls['backlog']['asks']);
  }
}

function goodsOfSet(law: Law, set: GoodsSet): readonly string[] {
  if (set === 'matter') return GOODS_GROUPS.flatMap((group) => goodsOfGroup(law, group));
  if (set === 'precursor' || set === 'all') {
    return law.substances
      .filter(({ family }) => set === 'all' || family === 'precursor')
      .toSorted((a, b) => (a.name.en.toLowerCase() < b.name.en.toLowerCase() ? -1 : 1))
      .map(({ id }) => id);
  }
  return goodsOfGroup(law, set);
}

/** The full answer about goods by their id, everywhere, as Check would give it. */
function goodsAnswer(law: Law, { id, on, known }: EngineCalls['goods']['asks']): DeskAnswer | null {
  const goods = goodsOfLaw(law, id);
  if (goods?.named == null) return null;
  const name = goods.named.name.en;
  const question = {
    what: [name],
    on,
    known,
    in: null,
    activity: null,
    from: null,
    to: null,
    quantity: null,
  } as const;
  const resolution = { input: name, by: 'name', exact: true, goods, candidates: [], problems: [] } as const;
  const answer = {
    asOf: { on, known, law: law.digest },
    results: [answerFor(law, question, resolution)],
  };
  const words = wordsFor(law, id);
  return { ...withEntries(law, answer), ways: words === null ? {} : { [id]: words } };
}
