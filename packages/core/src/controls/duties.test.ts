import { describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import type { Duty, Penalty } from './control.ts';
import { statusOn } from './status-on.ts';
import {
  CITATION,
  control,
  goods,
  lawOf,
  on,
  substance,
  type ControlParts,
  UNREAD_SCOPE,
} from './test/small-law.ts';

const A = substance('a');
const own = (parts: Partial<ControlParts> = {}): ReturnType<typeof control> =>
  control({ id: 'c', target: { goods: 'a' }, ...parts });
describe('duties and penalties', () => {
  const duty = (parts: Partial<Duty>): Duty => ({
    id: 'duty',
    jurisdiction: 'US',
    lists: ['List I'],
    goods: [],
    activities: [],
    kind: 'notice',
    what: 'tell the authority',
    actor: null,
    authority: null,
    appliesTo: 'List I',
    deadline: { value: 15, unit: 'day', words: 'before the export' },
    retention: null,
    article: '1',
    from: null,
    to: null,
    citation: CITATION,
    notes: [],
    ...parts,
  });
  const penalty: Penalty = {
    id: 'penalty',
    jurisdiction: 'US',
    article: '2',
    conduct: 'export without notice',
    penalty: 'a fine',
    lists: ['List I'],
    goods: [],
    citation: CITATION,
    notes: [],
  };
  const say = (one: Duty, question = on('2022-09-01'), scope = own()): readonly { readonly id: string }[] =>
    statusOn(lawOf({ substances: [A], controls: [scope], duties: [one] }), goods(A), question, 'US').duties;

  test('follow the list, with the deadline in the unit of the law', () => {
    expect(say(duty({}))).toMatchObject([{ id: 'duty', deadline: { value: 15, unit: 'day' } }]);
    expect(say(duty({ lists: ['List II'] }))).toEqual([]);
    expect(say(duty({ jurisdiction: 'CN' }))).toEqual([]);
  });

  test('of an activity: shown for it, for none told, and not for others', () => {
    const exports = duty({ activities: ['export'] });
    expect(say(exports)).toHaveLength(1);
    expect(say(exports, on('2022-09-01', { activity: 'export' }))).toHaveLength(1);
    expect(say(exports, on('2022-09-01', { activity: 'possess' }))).toEqual([]);
  });

  test('have their own days and goods', () => {
    expect(say(duty({ from: day('2022-09-01') }))).toHaveLength(1);
    expect(say(duty({ from: day('2022-09-02') }))).toEqual([]);
    expect(say(duty({ to: day('2022-09-01') }))).toEqual([]);
    expect(say(duty({ goods: ['a'] }))).toHaveLength(1);
    expect(say(duty({ goods: ['b'] }))).toEqual([]);
  });

  test('follow from what controls without doubt, not from what is doubtful beside it', () => {
    const salt = goods(A, { salt: 'citrate', removed: ['citrate'] });
    const sure = own({ id: 'sure', scope: { ...UNREAD_SCOPE, salts: 'yes' } });
    const unsure = own({ id: 'unsure', list: 'List II', scope: UNREAD_SCOPE });
    const say = (controls: readonly ReturnType<typeof own>[]): readonly string[] =>
      statusOn(
        lawOf({
          substances: [A],
          controls,
          duties: [duty({ id: 'one' }), duty({ id: 'two', lists: ['List II'] })],
        }),
        salt,
        on('2022-09-01'),
        'US',
      ).duties.map(({ id }) => id);
    expect(say([sure, unsure])).toEqual(['one']);
    expect(say([unsure])).toEqual(['two']);
  });

  test('do not follow where nothing controls the goods', () => {
    expect(say(duty({}), on('2019-01-01'))).toEqual([]);
  });

  test('penalties follow the list', () => {
    const law = (one: Penalty): ReturnType<typeof lawOf> =>
      lawOf({ substances: [A], controls: [own()], penalties: [one] });
    expect(statusOn(law(penalty), goods(A), on('2022-09-01'), 'US').penalties).toMatchObject([
      { id: 'penalty' },
    ]);
    expect(statusOn(law({ ...penalty, lists: [] }), goods(A), on('2022-09-01'), 'US').penalties).toEqual([]);
  });
});
