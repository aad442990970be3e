import type { Day, Jurisdiction } from '../kernel/index.ts';
import type { ControlStatus } from './answer.ts';
import { goodsOfLaw } from './goods-of-law.ts';
import type { Law } from './law.ts';
import { statusOn } from './status-on.ts';

/** Statuses of many goods in many jurisdictions on one day: one row of goods, one cell of jurisdictions. */
export interface StatusMatrix {
  readonly goods: readonly string[];
  readonly jurisdictions: readonly Jurisdiction[];
  /** `cells[row][column]`; null for goods that are not in the law. */
  readonly cells: readonly (readonly (ControlStatus | null)[])[];
}

/** Asks every goods id in every jurisdiction, with nothing told of a transaction. */
export function statusMatrix(
  law: Law,
  goodsIds: readonly string[],
  jurisdictions: readonly Jurisdiction[],
  on: Day,
  known: Day | null,
): StatusMatrix {
  const question = { on, known, activity: null, from: null, to: null, quantity: null };
  return {
    goods: goodsIds,
    jurisdictions,
    cells: goodsIds.map((id) => {
      const goods = goodsOfLaw(law, id);
      return jurisdictions.map((one) => (goods === null ? null : statusOn(law, goods, question, one).status));
    }),
  };
}
