import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import type { Duty, Penalty } from './control.ts';
import type { LawQuestion } from './judge.ts';
import { statusOn } from './status-on.ts';
import {
  bare,
  between,
  CITATION,
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
    expect(said.reasons.map(({ code }) => code)).toContain('not-found-in-scope');
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
    expect(ask([own({ start: between(null, '2026-01-01') })], on('2026-01-01')).status).toBe('controlled');
  });

  test('that ended no longer controls; an end nobody verified is said', () => {
    expect(ask([own({ end: day('2022-09-01') })]).status).toBe('not-controlled');
    const said = ask([own({ end: day('2022-09-01'), endConfidence: 'unverified' })]);
    expect(said.reasons.map(({ code }) => code)).toContain('end-not-verified');
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

describe('forms', () => {
  const salt = goods(A, { salt: 'hydrochloride', removed: ['hydrochloride'] });
  const law = (scope: typeof WIDE_SCOPE): ReturnType<typeof lawOf> =>
    lawOf({ substances: [A], controls: [own({ scope })] });

  test('a salt under a clause on salts', () => {
    expect(statusOn(law(WIDE_SCOPE), salt, on('2022-09-01'), 'US')).toMatchObject({
      status: 'controlled',
      controls: [{ basis: 'salt' }],
    });
  });

  test('a salt where the clause was not read is for a person', () => {
    expect(statusOn(law(UNREAD_SCOPE), salt, on('2022-09-01'), 'US')).toMatchObject({
      status: 'review',
      controls: [{ basis: 'salt', doubt: { code: 'salts-unread' } }],
      reasons: [{ code: 'salts-unread' }, { code: 'duties-if-controlled' }],
    });
  });

  test('a salt outside the clause is excluded in the open', () => {
    expect(statusOn(law({ ...WIDE_SCOPE, salts: 'no' }), salt, on('2022-09-01'), 'US')).toMatchObject({
      status: 'not-controlled',
      controls: [],
      excluded: [{ id: 'c', because: { code: 'salts-not-covered' } }],
    });
  });
});

describe('a salt that a law names apart', () => {
  const base = substance('base');
  const named = { ...substance('base hydrochloride'), saltOf: 'base' };
  const forBase = control({ id: 'b', target: { goods: 'base' }, scope: WIDE_SCOPE });
  const say = (controls: readonly (typeof forBase)[]): ReturnType<typeof statusOn> =>
    statusOn(lawOf({ substances: [base, named], controls }), goods(named), on('2022-09-01'), 'US');

  test('is reached as a salt of its base', () => {
    expect(say([forBase])).toMatchObject({ status: 'controlled', controls: [{ id: 'b', basis: 'salt' }] });
    expect(say([{ ...forBase, scope: UNREAD_SCOPE }]).status).toBe('review');
    expect(say([{ ...forBase, scope: { ...WIDE_SCOPE, salts: 'no' } }]).status).toBe('not-controlled');
  });

  test('is dealt with by its own entry where it has one', () => {
    const own = control({ id: 's', target: { goods: 'base hydrochloride' }, list: 'List II' });
    expect(say([forBase, own])).toMatchObject({
      controls: [{ id: 's', basis: 'named' }],
      excluded: [{ id: 'b', because: { code: 'listed-elsewhere' } }],
    });
  });
});

describe('isomers with their own names', () => {
  const stem = 'InChI=1S/C10H15NO/c1-8(11-2)10(12)9-6-4-3-5-7-9/h3-8,10-12H,1-2H3';
  const R = substance('r', { inchikey: 'KWGRBVOPPLSCSI-R', inchi: `${stem}/t8-,10-/m0/s1` });
  const S = substance('s', { inchikey: 'KWGRBVOPPLSCSI-S', inchi: `${stem}/t8-,10-/m1/s1` });
  const D = substance('d', { inchikey: 'KWGRBVOPPLSCSI-D', inchi: `${stem}/t8-,10+/m0/s1` });
  const RAC = substance('rac', { inchikey: 'KWGRBVOPPLSCSI-U', inchi: stem, openStereo: true });
  const PLANT = substance('plant', {
    inchikey: 'KWGRBVOPPLSCSI-R',
    inchi: R.structure?.inchi ?? '',
    nature: 'plant',
  });
  const substances = [R, S, D, RAC, PLANT];
  const optical = { ...WIDE_SCOPE, isomers: 'optical' as const };
  const forR = control({ id: 'r', target: { goods: 'r' }, scope: optical });
  const say = (which: typeof R, controls: readonly (typeof forR)[]): ReturnType<typeof statusOn> =>
    statusOn(lawOf({ substances, controls }), goods(which), on('2022-09-01'), 'US');

  test('the mirror image is reached by a clause on optical isomers', () => {
    expect(say(S, [forR])).toMatchObject({ status: 'controlled', controls: [{ basis: 'stereoisomer' }] });
  });

  test('the racemate may be, and contains, the isomer named', () => {
    expect(say(RAC, [forR]).status).toBe('controlled');
    expect(say(RAC, [{ ...forR, scope: { ...optical, isomers: 'none' } }]).status).toBe('review');
  });

  test('a diastereomer is for a person, unless the clause says stereoisomers', () => {
    expect(say(D, [forR])).toMatchObject({
      status: 'review',
      controls: [{ doubt: { code: 'diastereomer' } }],
    });
    expect(say(D, [{ ...forR, scope: WIDE_SCOPE }]).status).toBe('controlled');
  });

  test('without a clause on isomers another isomer is not reached', () => {
    expect(say(S, [{ ...forR, scope: { ...optical, isomers: 'none' } }])).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: 'isomers-not-covered' } }],
    });
  });

  test('an isomer specifically excepted is not reached', () => {
    expect(say(S, [{ ...forR, scope: { ...optical, isomersExcept: ['s'] } }])).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: 'isomer-excepted' } }],
    });
  });

  test('an entry whose name leaves stereo open names all of them', () => {
    const forAll = control({ id: 'rac', target: { goods: 'rac' } });
    expect(say(S, [forAll]).status).toBe('controlled');
  });

  test('an isomer with its own entry is dealt with by that one', () => {
    const forS = control({ id: 's', target: { goods: 's' }, list: 'List II' });
    expect(say(S, [forR, forS])).toMatchObject({
      status: 'controlled',
      controls: [{ id: 's', basis: 'named' }],
      excluded: [{ id: 'r', because: { code: 'listed-elsewhere', data: { own: 's' } } }],
    });
  });

  test('a plant does not lend its entry to what it contains', () => {
    expect(say(R, [control({ id: 'p', target: { goods: 'plant' }, scope: WIDE_SCOPE })]).status).toBe(
      'not-controlled',
    );
  });
});

describe('esters and ethers', () => {
  const E = substance('e', { regimes: ['drug'] });
  const relation = (kind: 'ester' | 'ether'): Parameters<typeof lawOf>[0]['derivatives'] => [
    { of: 'a', substance: 'e', relation: kind, source: 'test', confidence: 'verified' },
  ];
  const say = (
    scope: typeof WIDE_SCOPE,
    kind: 'ester' | 'ether' | null,
    more: readonly ReturnType<typeof control>[] = [],
  ): ReturnType<typeof statusOn> =>
    statusOn(
      lawOf({
        substances: [A, E],
        controls: [own({ scope }), ...more],
        derivatives: kind === null ? [] : (relation(kind) ?? []),
      }),
      goods(E),
      on('2022-09-01'),
      'US',
    );

  test.each(['ester', 'ether'] as const)('a curated %s under the clause', (kind) => {
    expect(say(WIDE_SCOPE, kind)).toMatchObject({ status: 'controlled', controls: [{ basis: kind }] });
    expect(say(UNREAD_SCOPE, kind)).toMatchObject({
      status: 'review',
      controls: [{ doubt: { code: `${kind}s-unread` } }],
    });
    expect(say({ ...WIDE_SCOPE, esters: 'no', ethers: 'no' }, kind)).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: `${kind}s-not-covered` } }],
    });
  });

  test('what is not on the curated list is not guessed', () => {
    expect(say(WIDE_SCOPE, null).status).toBe('not-controlled');
  });

  test('a bare structure with an ester or ether in it says that only the list was asked', () => {
    const codes = (smiles: string): readonly string[] =>
      statusOn(lawOf({}), bare(smiles), on('2022-09-01'), 'US').reasons.map(({ code }) => code);
    expect(codes('CC(=O)Oc1ccccc1C(=O)O')).toContain('esters-by-list');
    expect(codes('COc1ccccc1')).toContain('esters-by-list');
    expect(codes('OC(=O)c1ccccc1')).not.toContain('esters-by-list');
  });

  test('unless it is listed by itself', () => {
    const itself = control({ id: 'e', target: { goods: 'e' } });
    expect(say(WIDE_SCOPE, 'ester', [itself])).toMatchObject({
      controls: [{ id: 'e', basis: 'named' }],
      excluded: [{ id: 'c', because: { code: 'listed-elsewhere' } }],
    });
    const later = control({ id: 'e', target: { goods: 'e' }, start: since('2023-01-01') });
    expect(say(WIDE_SCOPE, 'ester', [later])).toMatchObject({ controls: [{ id: 'c', basis: 'ester' }] });
  });
});

describe('destinations and activities', () => {
  const licence = own({ jurisdiction: 'CN', destinations: ['US', 'MX', 'CA'], activities: ['export'] });
  const rows = [coverage('CN', 'precursor', 'complete')];
  const say = (question: LawQuestion, more: readonly (typeof licence)[] = []): ReturnType<typeof statusOn> =>
    statusOn(
      lawOf({ substances: [A], controls: [licence, ...more], coverage: rows }),
      goods(A),
      question,
      'CN',
    );
  const ON = '2026-01-01';

  test('towards a named destination it controls, towards others not', () => {
    expect(say(on(ON, { activity: 'export', to: 'US' })).status).toBe('controlled');
    expect(say(on(ON, { to: 'MX' })).status).toBe('controlled');
    expect(say(on(ON, { activity: 'export', to: 'DE' }))).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: 'other-destination' } }],
    });
  });

  test('without a destination it is for a person, where nothing else controls the goods', () => {
    for (const question of [on(ON), on(ON, { activity: 'export' })]) {
      expect(say(question)).toMatchObject({
        status: 'review',
        controls: [{ doubt: { code: 'depends-on-destination' } }],
      });
    }
  });

  test('beside another control it changes nothing and is shown', () => {
    const plain = own({ id: 'd', jurisdiction: 'CN', list: 'Class 2' });
    expect(say(on(ON), [plain])).toMatchObject({
      status: 'controlled',
      controls: [{ id: 'd' }],
      excluded: [{ id: 'c', because: { code: 'depends-on-destination' } }],
    });
    expect(say(on(ON), [plain]).reasons.map(({ code }) => code)).toContain('depends-on-destination');
  });

  test('for another activity, or from another country, it does not hold', () => {
    expect(say(on(ON, { activity: 'possess', to: 'US' })).excluded).toMatchObject([
      { because: { code: 'other-activity' } },
    ]);
    expect(say(on(ON, { from: 'DE', to: 'US' })).excluded).toMatchObject([
      { because: { code: 'other-departure' } },
    ]);
    expect(say(on(ON, { from: 'CN', to: 'US' })).status).toBe('controlled');
  });

  test('an entry for some activities only', () => {
    const importOnly = [own({ activities: ['import'] })];
    expect(ask(importOnly, on(ON, { activity: 'import' })).status).toBe('controlled');
    expect(ask(importOnly, on(ON))).toMatchObject({
      status: 'controlled',
      controls: [{ activities: ['import'] }],
    });
    expect(ask(importOnly, on(ON, { activity: 'sell' }))).toMatchObject({
      status: 'not-controlled',
      excluded: [{ because: { code: 'other-activity' } }],
    });
  });

  test('a list whose names are not known keeps exports to its destinations from being cleared', () => {
    const open = control({
      id: 'o',
      jurisdiction: 'CN',
      target: { open: '13 chemicals' },
      destinations: ['US', 'MX', 'CA'],
    });
    const law = lawOf({ substances: [A], controls: [open], coverage: rows });
    expect(statusOn(law, goods(A), on(ON, { activity: 'export', to: 'US' }), 'CN')).toMatchObject({
      status: 'unknown',
      reasons: [{ code: 'open-list' }, {}],
    });
    expect(statusOn(law, goods(A), on(ON, { activity: 'export', to: 'DE' }), 'CN').status).toBe(
      'not-controlled',
    );
    const untold = statusOn(law, goods(A), on(ON), 'CN');
    expect(untold.status).toBe('not-controlled');
    expect(untold.reasons.map(({ code }) => code)).toContain('open-list');
    expect(statusOn(law, goods(A), on('2019-12-31', { to: 'US' }), 'CN').status).toBe('not-controlled');
  });
});

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

describe('explanation', () => {
  test('asks every basis, met or not, and shows the entry with its citation', () => {
    const { explanation } = ask([own()]);
    expect(explanation).toMatchObject({ code: 'status', outcome: 'yes' });
    expect(explanation.children.map(({ code, outcome }) => [code, outcome])).toEqual([
      ['basis-named', 'yes'],
      ['basis-salt', 'not-asked'],
      ['basis-stereoisomer', 'not-asked'],
      ['basis-positional-isomer', 'not-asked'],
      ['basis-isotopologue', 'not-asked'],
      ['basis-ester', 'no'],
      ['basis-ether', 'no'],
      ['basis-part-generic', 'not-asked'],
      ['basis-class', 'not-asked'],
      ['basis-analogue', 'not-asked'],
      ['coverage', 'not-asked'],
    ]);
    expect(explanation.children[0]?.children[0]).toMatchObject({
      code: 'control',
      text: 'List I, entry of c: in force since 2020-01-01.',
      outcome: 'yes',
      citation: CITATION,
    });
  });

  test('shows the coverage where it decided', () => {
    const { explanation } = ask([]);
    expect(explanation.children.at(-1)).toMatchObject({
      code: 'coverage',
      outcome: 'yes',
      children: [{ code: 'coverage-precursor', outcome: 'yes', data: { state: 'complete' } }],
    });
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
