import { describe, expect, test } from 'vitest';
import { expandInstrument } from './controls-instrument.ts';
import { instrumentFile, type InstrumentFile, type Sources } from './controls-schema.ts';

const SOURCES: Sources = {
  gazette: { title: 'The gazette', url: 'https://example.org/gazette', published: '2020-04-15' as never },
  copy: { title: 'A copy', url: 'https://example.org/copy' },
};

/** A small instrument; `entries` are added to it as a person would write them. */
function file(entries: object[], more: object = {}): InstrumentFile {
  return instrumentFile.parse({
    instrument: {
      id: 'xx-rule',
      jurisdiction: 'US',
      title: 'The rule',
      kind: 'regulation',
      read: { sources: ['gazette'] },
    },
    recorded: '2026-11-22',
    shared: {
      scope: {
        'salts-only': { salts: 'yes', isomers: 'none', esters: 'no', ethers: 'no', words: 'its salts' },
      },
    },
    defaults: { list: 'List I', start: '2020-05-15', scope: 'salts-only' },
    entries,
    ...more,
  });
}

const ONE = { id: 'us:npp:1', goods: 'npp', entry: 'item 1' };

describe('an instrument written out', () => {
  test('an entry takes from its list before it takes from the defaults, and keeps what it says itself', () => {
    const { controls, faults } = expandInstrument(
      file(
        [
          ONE,
          { ...ONE, id: 'us:npp:2', list: 'List II' },
          { ...ONE, id: 'us:npp:3', list: 'List II', start: '2022-02-02' },
        ],
        { lists: { 'List II': { start: '2021-01-01', permanence: 'temporary' } } },
      ),
      SOURCES,
    );
    expect(faults).toEqual([]);
    expect(controls.map(({ control }) => [control.list, control.start.latest, control.permanence])).toEqual([
      ['List I', '2020-05-15', 'permanent'],
      ['List II', '2021-01-01', 'temporary'],
      ['List II', '2022-02-02', 'temporary'],
    ]);
  });

  test('a plain day is known and verified; a window keeps its bounds, its confidence and its doubt', () => {
    const window = { earliest: null, latest: '2024-09-03', confidence: 'unverified', note: 'may be older' };
    const { controls } = expandInstrument(file([ONE, { ...ONE, id: 'us:npp:2', start: window }]), SOURCES);
    expect(controls.map(({ control }) => control.start)).toEqual([
      { earliest: '2020-05-15', latest: '2020-05-15', confidence: 'verified', note: null },
      window,
    ]);
  });

  test('the first source is the citation, the others stand beside, and a verified fact carries the day it was read', () => {
    const read = { title: 'The rule, item 1', sources: ['copy', 'gazette'] };
    const { controls } = expandInstrument(file([{ ...ONE, read }]), SOURCES);
    expect(controls[0]?.control.citation).toEqual({
      title: 'The rule, item 1',
      url: 'https://example.org/copy',
      published: null,
      verifiedOn: '2026-11-22',
      confidence: 'verified',
      note: 'Read in: A copy',
    });
    expect(controls[0]?.control.furtherCitations.map((one) => one.title)).toEqual(['The gazette']);
  });

  test('what is from memory is unverified and has no day of verification, whatever its source', () => {
    const read = { sources: ['gazette'], confidence: 'unverified', note: 'from memory' };
    const { controls } = expandInstrument(file([{ ...ONE, read }]), SOURCES);
    expect(controls[0]?.control.citation).toMatchObject({ confidence: 'unverified', verifiedOn: null });
  });

  test('what a file leaves open is a fault: an unknown shared value, source, start or scope', () => {
    const faultsOf = (entry: object, more: object = {}): readonly string[] =>
      expandInstrument(file([{ ...ONE, ...entry }], more), SOURCES).faults.map(
        ({ path, code }) => `${path.join('.')} ${code}`,
      );
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ scope: 'salts-and-isomers' })).toContain('entries.0.scope entry-incomplete');
    expect(faultsOf({ read: { sources: ['hearsay'] } })).toEqual(['entries.0.read unknown-source']);
    expect(faultsOf({}, { defaults: { list: 'List I', scope: 'salts-only' } })).toEqual([
      'entries.0.start entry-incomplete',
    ]);
    expect(faultsOf({}, { defaults: { list: 'List I', start: '2020-05-15' } })).toEqual([
      'shared.scope.salts-only shared-unused',
      'entries.0.scope entry-incomplete',
    ]);
    expect(faultsOf({}, { lists: { 'List 1': { permanence: 'temporary' } } })).toEqual([
      'lists.List 1 list-unused',
    ]);
  });

  test('an entry names one target, and no key nobody reads', () => {
    expect(() => file([{ ...ONE, rule: 'some-rule' }])).toThrow(/exactly one of goods, rule and open/);
    expect(() => file([{ ...ONE, colour: 'teal' }])).toThrow(/colour/);
    expect(() => file([{ ...ONE, start: '2020-02-30' }])).toThrow(/start/);
  });
});
