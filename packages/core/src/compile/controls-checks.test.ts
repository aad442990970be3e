import { describe, expect, test } from 'vitest';
import type { Control } from '../controls/index.ts';
import { day } from '../kernel/index.ts';
import { checkControls } from './controls-checks.ts';
import { expandInstrument } from './controls-instrument.ts';
import { instrumentFile } from './controls-schema.ts';
import type { LawProblem } from './law-problem.ts';

const BASE: Control = made();

function made(): Control {
  const file = instrumentFile.parse({
    instrument: {
      id: 'us-rule',
      jurisdiction: 'US',
      title: 'The rule',
      kind: 'regulation',
      read: { sources: ['a'] },
    },
    recorded: '2026-11-22',
    entries: [
      {
        id: 'us:npp:1',
        goods: 'npp',
        list: 'List I',
        entry: 'item 1',
        start: '2007-04-23',
        published: '2007-04-23',
        scope: { salts: 'yes', isomers: 'none', esters: 'no', ethers: 'no' },
      },
    ],
  });
  const [one] = expandInstrument(file, { a: { title: 'A', url: 'https://example.org/a' } }).controls;
  if (one === undefined) throw new Error('no control');
  return one.control;
}

/** The codes of what is wrong with `controls`. */
function faultsOf(...controls: Control[]): readonly string[] {
  const problems: LawProblem[] = [];
  checkControls(
    controls.map((control) => ({ control, file: 'f.yaml', line: 1 })),
    problems,
  );
  return problems.map(({ code }) => code);
}

describe('what must hold of a control', () => {
  test('a sound one has no fault', () => {
    expect(faultsOf(BASE)).toEqual([]);
  });

  const start = { ...BASE.start, earliest: day('2008-01-01'), latest: day('2007-01-01') };
  test.each<[string, Partial<Control>]>([
    ['window-backwards', { start, published: null }],
    ['interval-backwards', { end: day('2007-04-23') }],
    ['interval-backwards', { end: day('2001-01-01') }],
    ['ended-without-end', { stage: 'ended' }],
    ['in-force-without-start', { start: { ...BASE.start, earliest: null, latest: null } }],
    ['published-after-start', { published: day('2007-04-24') }],
    ['id-jurisdiction', { id: 'cn:npp:1' }],
    ['id-goods', { id: 'us:anpp:1' }],
    ['uncited', { citation: { ...BASE.citation, url: null, note: undefined as never } }],
  ])('%s', (code, change) => {
    const control = { ...BASE, ...change };
    if (control.citation.note === undefined) delete (control.citation as { note?: string }).note;
    expect(faultsOf(control)).toContain(code);
  });

  test('the same entry twice on one day is a fault, unless a note says why', () => {
    const again = {
      ...BASE,
      id: 'us:npp:2',
      start: { ...BASE.start, earliest: day('2010-01-01'), latest: day('2010-01-01') },
    };
    expect(faultsOf(BASE, again)).toEqual(['overlap']);
    expect(faultsOf({ ...BASE, end: day('2010-01-01'), stage: 'ended' }, again)).toEqual([]);
    expect(faultsOf(BASE, { ...again, notes: ['re-enacted word for word'] })).toEqual([]);
    expect(faultsOf(BASE, { ...again, list: 'List II' })).toEqual([]);
  });
});
