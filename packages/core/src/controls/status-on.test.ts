import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import type { LawQuestion } from './judge.ts';
import { statusOn } from './status-on.ts';
import {
  between,
  control,
  coverage,
  goods,
  lawOf,
  machine,
  on,
  since,
  substance,
  UNREAD_SCOPE,
  WIDE_SCOPE,
  type ControlParts,
} from './test/small-law.ts';

const A = substance('a');
const own = (parts: Partial<ControlParts> = {}): ReturnType<typeof control> =>
  control({ id: 'c', target: { goods: 'a' }, ...parts });
const ask = (
  controls: readonly ReturnType<typeof control>[],
  question: LawQuestion = on('2022-09-01'),
  jurisdiction: Parameters<typeof statusOn>[3] = 'US',
): ReturnType<typeof statusOn> =>
  statusOn(lawOf({ substances: [A], controls }), goods(A), question, jurisdiction);

describe('a named entry', () => {
  test('controls from its first day, permanently', () => {
    const said = ask([own()], on('2020-01-01'));
    expect(said).toMatchObject({
      status: 'controlled',
      permanence: 'permanent',
      expires: null,
      deciding: true,
    });
    expect(said.controls).toMatchObject([
      { id: 'c', basis: 'named', effectiveFrom: '2020-01-01', effectiveTo: null, doubt: null },
    ]);
  });

  test('does not control the day before, within a complete scope', () => {
    const said = ask([own()], on('2019-12-31'));
    expect(said).toMatchObject({ status: 'not-controlled', permanence: null, controls: [], announced: [] });
    expect(said.reasons.map(({ code }) => code)).toEqual(['no-entry-that-day', 'no-structure']);
  });

  test('is never said to be absent from a list it stands in on another day', () => {
    const [before, never] = [ask([own()], on('2019-12-31')), ask([], on('2019-12-31'))];
    expect(before.scope.words).toEqual([
      'No entry for the goods applies on 2019-12-31; the compiled law has entries for them on other days.',
    ]);
    expect(never.reasons.map(({ code }) => code)).toContain('not-found-in-scope');
    expect(ask([own()]).scope.words).toEqual([]);
  });

  test('of another jurisdiction says nothing here', () => {
    expect(ask([own({ jurisdiction: 'CN' })]).status).toBe('not-controlled');
  });

  test('of the United Kingdom holds in Great Britain, and says whose law it is', () => {
    const gb = [own({ jurisdiction: 'GB' })];
    for (const where of ['GB', 'GB-GBN', 'GB-NIR'] as const) {
      expect(ask(gb, on('2022-09-01'), where)).toMatchObject({
        status: 'controlled',
        controls: [{ jurisdiction: 'GB' }],
      });
    }
    expect(ask([own({ jurisdiction: 'GB-GBN' })], on('2022-09-01'), 'GB').status).toBe('unknown');
    expect(ask([own({ jurisdiction: 'GB-GBN' })], on('2022-09-01'), 'GB-NIR').status).toBe('unknown');
  });

  test('whose start is not known makes the answer unknown, not clear and not controlled', () => {
    const said = ask([own({ start: between(null, '2026-01-01') })]);
    expect(said).toMatchObject({ status: 'unknown', controls: [{ doubt: { code: 'start-not-known' } }] });
    expect(ask([own({ start: between('2020-01-01', '2026-01-01') })], on('2026-01-01'))).toMatchObject({
      status: 'controlled',
      controls: [{ effectiveFrom: null, startWindow: { earliest: '2020-01-01', latest: '2026-01-01' } }],
    });
  });

  test('that ended no longer controls; an end nobody verified is said', () => {
    expect(ask([own({ end: day('2022-09-01') })]).status).toBe('not-controlled');
    const said = ask([own({ end: day('2022-09-01'), endConfidence: 'unverified' })]);
    expect(said.reasons.map(({ code }) => code)).toContain('end-not-verified');
  });
});

describe('goods that are no single chemical', () => {
  const plant = substance('plant', { nature: 'plant' });
  const law = lawOf({ substances: [plant], controls: [control({ id: 'p', target: { goods: 'plant' } })] });

  test('are controlled by an entry under their name, and never cleared by its absence', () => {
    expect(statusOn(law, goods(plant), on('2022-09-01'), 'US').status).toBe('controlled');
    const before = statusOn(law, goods(plant), on('2019-12-31'), 'US');
    expect(before.status).toBe('unknown');
    expect(before.reasons.map(({ code }) => code)).toContain('compared-by-name');
  });
});

describe('temporary orders', () => {
  const order = own({ permanence: 'temporary', end: day('2027-10-15') });
  test('show the day they end', () => {
    expect(ask([order])).toMatchObject({
      status: 'controlled',
      permanence: 'temporary',
      expires: '2027-10-15',
    });
    expect(ask([order], on('2027-10-15')).status).toBe('not-controlled');
  });

  test('beside a permanent entry do not make the control temporary', () => {
    expect(ask([order, own({ id: 'd' })])).toMatchObject({ permanence: 'permanent', expires: null });
  });

  test('without an end that is known, none is shown', () => {
    const open = own({ id: 'd', permanence: 'temporary' });
    expect(ask([order, open])).toMatchObject({ permanence: 'temporary', expires: null });
  });

  test('of several, the last end counts', () => {
    const longer = own({ id: 'd', permanence: 'temporary', end: day('2028-01-01') });
    expect(ask([order, longer])).toMatchObject({ expires: '2028-01-01' });
  });
});

describe('announced and proposed', () => {
  const rule = own({ start: since('2026-04-09'), published: day('2026-03-10') });
  test('published and not yet in force: not controlled, and announced', () => {
    const said = ask([rule], on('2026-03-20'));
    expect(said).toMatchObject({ status: 'not-controlled', controls: [], announced: [{ id: 'c' }] });
    expect(said.reasons.map(({ code }) => code)).toContain('announced');
    expect(ask([rule], on('2026-03-09')).announced).toEqual([]);
    expect(ask([rule], on('2026-04-09'))).toMatchObject({ status: 'controlled', announced: [] });
  });

  test('announced within a partial scope is unknown', () => {
    const law = lawOf({ substances: [A], controls: [rule], coverage: [] });
    expect(statusOn(law, goods(A), on('2026-03-20'), 'US').status).toBe('unknown');
  });

  test.each(['proposed', 'advisory'] as const)('%s is shown and is never law', (stage) => {
    const said = ask([own({ stage })]);
    expect(said).toMatchObject({ status: 'not-controlled', controls: [], proposed: [{ id: 'c', stage }] });
  });

  test('adopted and not verified is no law, and keeps the lists from clearing', () => {
    const said = ask([own({ stage: 'adopted' })]);
    expect(said).toMatchObject({ status: 'unknown', controls: [], proposed: [{ stage: 'adopted' }] });
    expect(said.reasons.map(({ code }) => code)).toContain('adopted-not-verified');
  });
});

describe('the day of knowledge', () => {
  const rule = own({ published: day('2019-12-01') });
  test('leaves out what was published later, and says so', () => {
    const said = ask([rule], on('2022-09-01', { known: day('2019-11-30') }));
    expect(said.status).toBe('not-controlled');
    expect(said.reasons.map(({ code }) => code)).toContain('published-later');
    expect(ask([rule], on('2022-09-01', { known: day('2019-12-01') })).status).toBe('controlled');
  });

  test('where the publication day was not read, the start stands for it', () => {
    const unread = own({ published: null });
    expect(ask([unread], on('2022-09-01', { known: day('2020-01-01') })).status).toBe('controlled');
    const said = ask([unread], on('2022-09-01', { known: day('2019-12-31') }));
    expect(said.status).toBe('not-controlled');
    expect(said.reasons.map(({ code }) => code)).toContain('publication-day-not-read');
  });

  test('where neither is known, nothing is cleared', () => {
    const old = own({ start: between(null, '2026-01-01') });
    expect(ask([old], on('2026-06-01', { known: day('2022-01-01') }))).toMatchObject({
      status: 'unknown',
      controls: [{ doubt: { code: 'publication-day-not-read' } }],
    });
  });

  test('sees an entry open whose end came later', () => {
    const replaced = own({ end: day('2025-07-28'), stage: 'ended' });
    const said = ask([replaced], on('2026-01-01', { known: day('2025-01-01') }));
    expect(said).toMatchObject({ status: 'controlled', controls: [{ effectiveTo: null }] });
    expect(ask([replaced], on('2026-01-01')).status).toBe('not-controlled');
  });
});

describe('equipment', () => {
  const press = machine('press');
  test('is controlled by its entry, and clear or outside by coverage', () => {
    const law = lawOf({
      equipment: [press],
      controls: [control({ id: 'm', target: { goods: 'press' }, list: 'Regulated machine' })],
    });
    expect(statusOn(law, goods(press), on('2022-09-01'), 'US')).toMatchObject({
      status: 'controlled',
      controls: [{ basis: 'named' }],
    });
    expect(statusOn(law, goods(press), on('2019-01-01'), 'US').status).toBe('not-controlled');
    expect(statusOn(law, goods(press), on('2022-09-01'), 'JP').status).toBe('unknown');
  });
});

describe('properties', () => {
  const anyParts = fc.record({
    start: fc.constantFrom(
      since('2015-01-01'),
      since('2022-09-01'),
      between(null, '2024-01-01'),
      between('2020-01-01', null),
    ),
    stage: fc.constantFrom('in-force' as const, 'ended' as const),
    end: fc.constantFrom(null, day('2022-09-01'), day('2023-01-01')),
    scope: fc.constantFrom(WIDE_SCOPE, UNREAD_SCOPE),
    permanence: fc.constantFrom('permanent' as const, 'temporary' as const),
  });
  const anyControls = fc
    .array(anyParts, { maxLength: 4 })
    .map((all) => all.map((parts, at) => own({ id: `c${String(at)}`, ...parts })));
  const anyQuestion = fc
    .record({
      on: fc.constantFrom('2014-12-31', '2015-01-01', '2022-08-31', '2022-09-01', '2023-06-01'),
      known: fc.constantFrom(null, day('2016-01-01'), day('2023-06-01')),
      form: fc.constantFrom({}, { salt: 'hydrochloride' }, { stereo: 'open' as const }, { isotopes: true }),
    })
    .map(({ on: text, known, form }) => ({ question: on(text, { known }), asked: goods(A, form) }));
  const rows = fc.constantFrom('complete' as const, 'partial' as const, 'outside' as const);

  test('an added proposal never changes a status', () => {
    fc.assert(
      fc.property(anyControls, anyQuestion, rows, (controls, { question, asked }, state) => {
        const coverageRows = [coverage('US', 'precursor', state)];
        const say = (list: typeof controls): string =>
          statusOn(lawOf({ substances: [A], controls: list, coverage: coverageRows }), asked, question, 'US')
            .status;
        const draft = own({ id: 'draft', stage: 'proposed', start: since('2014-01-01') });
        expect(say([...controls, draft])).toBe(say(controls));
      }),
    );
  });

  test('an added control never weakens a status', () => {
    const strength = ['outside', 'not-controlled', 'unknown', 'review', 'controlled'];
    fc.assert(
      fc.property(anyControls, anyParts, anyQuestion, (controls, parts, { question, asked }) => {
        const say = (list: typeof controls): number =>
          strength.indexOf(
            statusOn(lawOf({ substances: [A], controls: list }), asked, question, 'US').status,
          );
        expect(say([...controls, own({ id: 'more', ...parts })])).toBeGreaterThanOrEqual(say(controls));
      }),
    );
  });

  test('the order of the law makes no difference, and an answer survives JSON', () => {
    fc.assert(
      fc.property(anyControls, anyQuestion, (controls, { question, asked }) => {
        const say = (list: typeof controls): ReturnType<typeof statusOn> =>
          statusOn(lawOf({ substances: [A], controls: list }), asked, question, 'US');
        const forwards = say(controls);
        const backwards = say([...controls].reverse());
        expect(backwards.controls).toEqual(forwards.controls);
        expect(backwards.status).toBe(forwards.status);
        expect(JSON.parse(JSON.stringify(forwards))).toStrictEqual(forwards);
      }),
    );
  });
});
