import { beforeAll, describe, expect, test } from 'vitest';
import { day, JURISDICTIONS, type Day } from '../kernel/index.ts';
import { loadLaw } from '../node/index.ts';
import type { JurisdictionStatus } from './answer.ts';
import { goodsOfLaw } from './goods-of-law.ts';
import type { Law } from './law.ts';
import { statusOn } from './status-on.ts';
import { timeline } from './timeline.ts';

/** Days before any law compiled, in the middle of things, and after the last reading. */
const DAYS = ['1900-01-01', '1995-06-01', '2022-09-01', '2026-11-22', '2099-01-01'].map(day);
/** A hundred thousand answers, on a machine that may be busy. */
const SWEEP_MS = 120_000;
const KNOWN = [null, day('2020-01-01')];

let law: Law;
beforeAll(() => {
  law = loadLaw();
});

function everything(days: readonly Day[]): readonly {
  readonly id: string;
  readonly on: Day;
  readonly status: JurisdictionStatus;
}[] {
  return [...law.substances, ...law.equipment].flatMap(({ id }) => {
    const goods = goodsOfLaw(law, id);
    if (goods === null) throw new Error(id);
    return days.flatMap((on) =>
      KNOWN.flatMap((known) =>
        JURISDICTIONS.map((where) => {
          const question = { on, known, activity: null, from: null, to: null, quantity: null };
          return { id, on, status: statusOn(law, goods, question, where) };
        }),
      ),
    );
  });
}

describe('all goods of the law, everywhere, on five days', () => {
  test(
    'every status agrees with the entries it shows',
    () => {
      const wrong: string[] = [];
      for (const { id, on, status } of everything(DAYS)) {
        const { controls, announced, proposed } = status;
        const certain = controls.filter(({ doubt }) => doubt === null);
        const holds: readonly (readonly [string, boolean])[] = [
          ['controlled by an entry without doubt', (status.status === 'controlled') === certain.length > 0],
          ['nothing applies where cleared', !isClear(status) || controls.length === 0],
          ['a review shows what is doubtful', status.status !== 'review' || controls.length > 0],
          ['what is not controlled says why', status.status === 'controlled' || status.reasons.length > 0],
          ['law applies in its days', certain.every((one) => inForce(one, on))],
          ['nothing announced has begun', announced.every((one) => !inForce(one, on))],
          ['a proposal is no law', proposed.every(({ stage }) => stage !== 'in-force' && stage !== 'ended')],
          ['only what is temporary expires', status.expires === null || status.permanence === 'temporary'],
          ['only full scopes decide', !isClear(status) || status.deciding],
          ['each exclusion is told', status.excluded.every(({ because }) => because.text !== '')],
        ];
        for (const [what, true_] of holds) {
          if (!true_) wrong.push(`${id} in ${status.jurisdiction} on ${on}: ${what}`);
        }
      }
      expect(wrong.slice(0, 20)).toEqual([]);
    },
    SWEEP_MS,
  );

  test('nothing with a known start was law in 1900, and no answer holds an undefined', () => {
    for (const { id, status } of everything([day('1900-01-01')])) {
      expect(status.status, id).not.toBe('controlled');
      expect(hasUndefined(status), id).toBe(false);
    }
  });

  test('each entry for goods stands on the timeline of these goods', () => {
    for (const control of law.controls) {
      if (!('goods' in control.target)) continue;
      const goods = goodsOfLaw(law, control.target.goods);
      if (goods === null) throw new Error(control.id);
      expect(timeline(law, goods).map((row) => row.control)).toContain(control.id);
    }
  });
});

function isClear({ status }: JurisdictionStatus): boolean {
  return status === 'not-controlled' || status === 'outside';
}

/** True where JSON would lose a member. */
function hasUndefined(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUndefined);
}

function inForce(one: JurisdictionStatus['controls'][number], on: Day): boolean {
  const { latest } = one.startWindow;
  return latest !== null && latest <= on && (one.effectiveTo === null || on < one.effectiveTo);
}
