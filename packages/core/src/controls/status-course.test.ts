import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, day, JURISDICTIONS, type Day } from '../kernel/index.ts';
import { loadLaw } from '../node/index.ts';
import { goodsOfLaw } from './goods-of-law.ts';
import type { Law } from './law.ts';
import { statusCourse, statusSince, stretchOn } from './status-course.ts';
import { statusOn } from './status-on.ts';
import { between, control, coverage, goods, lawOf, since, substance } from './test/small-law.ts';

const A = substance('a');
const target = { goods: 'a' };
const ON = (on: Day, known: Day | null = null) => ({
  on,
  known,
  activity: null,
  from: null,
  to: null,
  quantity: null,
});

describe('the course of a status', () => {
  const law = lawOf({
    substances: [A],
    controls: [
      control({
        id: 'order',
        target,
        start: since('2018-02-06'),
        end: day('2020-02-06'),
        permanence: 'temporary',
      }),
      control({ id: 'act', target, start: since('2020-02-06'), published: day('2020-01-10') }),
      control({ id: 'window', target, jurisdiction: 'CN', start: between('2019-01-01', '2019-06-01') }),
    ],
    coverage: [coverage('US', 'precursor', 'complete'), coverage('CN', 'precursor', 'complete')],
  });

  test('has a stretch for every day, and the entry each rests on', () => {
    const { stretches, deciding } = statusCourse(law, goods(A), 'US');
    expect(deciding).toBe(true);
    expect(
      stretches.map(({ from, to, status, permanence, entry }) => [
        from,
        to,
        status,
        permanence,
        entry?.control,
      ]),
    ).toEqual([
      [null, '2018-02-06', 'not-controlled', null, undefined],
      ['2018-02-06', '2020-01-10', 'controlled', 'temporary', 'order'],
      ['2020-01-10', '2020-02-06', 'controlled', 'temporary', 'order'],
      ['2020-02-06', null, 'controlled', 'permanent', 'act'],
    ]);
    expect(stretches[2]?.announced.map((one) => one.control)).toEqual(['act']);
  });

  test('says since when the status has held, whatever entries it rested on', () => {
    const course = statusCourse(law, goods(A), 'US');
    expect(statusSince(course, day('2026-01-01'))).toEqual({
      day: '2018-02-06',
      certain: true,
      verified: true,
    });
    expect(statusSince(course, day('2018-02-05'))).toEqual({ day: null, certain: false, verified: true });
  });

  test('a start that was read as a window is unknown within it, and doubtful after', () => {
    const course = statusCourse(law, goods(A), 'CN');
    expect(course.stretches.map(({ from, status, doubt }) => [from, status, doubt])).toEqual([
      [null, 'not-controlled', null],
      ['2019-01-01', 'unknown', 'start-not-known'],
      ['2019-06-01', 'controlled', null],
    ]);
    expect(statusSince(course, day('2020-01-01'))).toEqual({
      day: '2019-06-01',
      certain: false,
      verified: false,
    });
  });

  test('goods nothing ever happens to have one stretch', () => {
    const { stretches } = statusCourse(law, goods(substance('b')), 'MX');
    expect(stretches).toMatchObject([{ from: null, to: null, status: 'unknown', doubt: 'scope-absent' }]);
  });
});

describe('the courses of the compiled law', () => {
  let law: Law;
  beforeAll(() => {
    law = loadLaw();
  });

  test('say on any day what the engine says', () => {
    const ids = fc.constantFrom(...[...law.substances, ...law.equipment].map(({ id }) => id));
    const days = fc.integer({ min: -20_000, max: 2_000 }).map((count) => addDays(day('2026-11-22'), count));
    const known = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: days });
    fc.assert(
      fc.property(
        ids,
        fc.constantFrom(...JURISDICTIONS),
        known,
        fc.array(days, { maxLength: 8 }),
        (id, place, by, on) => {
          const one = goodsOfLaw(law, id);
          if (one === null) throw new Error(id);
          const course = statusCourse(law, one, place, by);
          // Random days, and the days on and before each change, where a fault would be.
          const turning = course.stretches.flatMap(({ from }) =>
            from === null ? [] : [from, addDays(from, -1)],
          );
          for (const asked of [...on, ...turning]) {
            const said = statusOn(law, one, ON(asked, by), place);
            const stretch = stretchOn(course, asked);
            expect(
              [
                stretch.status,
                stretch.permanence,
                stretch.entry?.control,
                stretch.announced.map((a) => a.control),
              ],
              `${id} in ${place} on ${asked}, known by ${by ?? 'now'}`,
            ).toEqual([said.status, said.permanence, said.controls[0]?.id, said.announced.map((a) => a.id)]);
            expect(course.deciding).toBe(said.deciding);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
