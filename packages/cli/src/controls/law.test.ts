import { day, type GapCell, type LawChange } from '@custody/core';
import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { widthOf } from '../terminal/width.ts';

async function custody(args: readonly string[], person = false) {
  let out = '';
  let err = '';
  const code = await run(args, {
    write: (text: string) => {
      out += text;
      return Promise.resolve();
    },
    tell: (text: string) => {
      err += text;
    },
    input: async function* () {
      yield await Promise.resolve('');
    },
    isPerson: person,
    colour: false,
    columns: 100,
    today: () => day('2026-11-22'),
  } as unknown as Parameters<typeof run>[1]);
  return { code, out, err };
}

interface GapsJson {
  readonly asOf: { readonly on: string; readonly law: string };
  readonly jurisdictions: readonly string[];
  readonly rows: readonly { readonly goods: string; readonly cells: readonly GapCell[] }[];
}

describe('custody law gaps', () => {
  const three = ['4-AP', '1-boc-4-AP', 'norfentanyl'];

  test('on 2022-09-01 the three were controlled in the United States and not in China, for 839 days', async () => {
    const done = await custody(['law', 'gaps', ...three, '--on', '2022-09-01', '--in', 'US,CN', '--json']);
    const shown = JSON.parse(done.out) as GapsJson;
    expect(done.code).toBe(0);
    expect(shown.asOf.law).toMatch(/^sha256:/);
    expect(shown.rows.map(({ goods }) => goods)).toEqual([
      '4-anilinopiperidine',
      '1-boc-4-ap',
      'norfentanyl',
    ]);
    for (const { cells } of shown.rows) {
      expect(cells.map(({ status }) => status)).toEqual(['controlled', 'not-controlled']);
      expect(cells[1]?.gap).toMatchObject({ ahead: 'US', from: '2020-05-15', to: '2024-09-01', days: 839 });
    }
  });

  test('the gap is closed on 2024-09-01', async () => {
    const done = await custody(['law', 'gaps', ...three, '--on', '2024-09-01', '--in', 'US,CN', '--json']);
    for (const { cells } of (JSON.parse(done.out) as GapsJson).rows) {
      expect(cells.map(({ status, gap }) => [status, gap])).toEqual([
        ['controlled', null],
        ['controlled', null],
      ]);
    }
  });

  test('a table for a person fits the terminal; --differ leaves the others out', async () => {
    const done = await custody(['law', 'gaps', '--group', 'fentanyl-precursor', '--on', '2022-09-01'], true);
    expect(done.out).toContain('Control by jurisdiction on 1 September 2022');
    expect(done.out).toMatch(/4-Anilinopiperidine.*●.*○.*behind US, 839 days/);
    for (const line of done.out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(100);
    const fewer = await custody(
      ['law', 'gaps', '--group', 'fentanyl-precursor', '--on', '2010-01-01', '--differ'],
      true,
    );
    expect(fewer.out).not.toContain('4-Anilinopiperidine');
  });

  test('CSV has one line a cell', async () => {
    const done = await custody([
      'law',
      'gaps',
      '4-AP',
      '--on',
      '2022-09-01',
      '--in',
      'US,CN',
      '--format',
      'csv',
    ]);
    const lines = done.out.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/CN,yes,not-controlled/);
  });

  test.each([
    [['law', 'gaps', 'no such goods'], 'not exactly one of the goods'],
    [['law', 'gaps', '--group', 'x'], 'no such group'],
    [['law', 'gaps', '4-AP', '--group', 'fentanyl'], 'Both goods and --group'],
    [['law', 'gaps', '--ahead', 'JP'], 'not among the jurisdictions shown'],
    [['law', 'gaps', '--on', '2022-02-30'], 'no such day'],
    [['law', 'changes'], '--from is missing'],
    [['law', 'changes', '--from', '2024-02-01', '--to', '2024-01-01'], 'is before --from'],
  ])('refuses %j', async (args, words) => {
    const done = await custody(args);
    expect(done.code).toBe(2);
    expect(done.err).toContain(words);
  });
});

describe('custody law changes', () => {
  test('names what became controlled between two days, with its source', async () => {
    const done = await custody([
      'law',
      'changes',
      '--from',
      '2024-08-31',
      '--to',
      '2024-09-01',
      '--in',
      'CN',
      '--json',
    ]);
    const { changes } = JSON.parse(done.out) as { readonly changes: readonly LawChange[] };
    expect(done.code).toBe(0);
    expect(changes.map(({ target }) => target)).toContain('norfentanyl');
    expect(
      changes.every(
        ({ day: on, kind, jurisdiction }) =>
          on === '2024-09-01' && kind === 'controlled' && jurisdiction === 'CN',
      ),
    ).toBe(true);
  });

  test('leaves out starts that are known only as a latest day, and says how many', async () => {
    const asked = ['law', 'changes', '--from', '2026-09-01', '--to', '2026-09-30', '--in', 'US'];
    const less = await custody(asked, true);
    expect(less.out).toMatch(/\d+ entries whose start is known only as a latest day are left out/);
    const more = await custody([...asked, '--uncertain'], true);
    expect(more.out.split('\n').length).toBeGreaterThan(less.out.split('\n').length);
  });
});

describe('custody law timeline of a class', () => {
  test('shows the chain of acts: temporary since 2018-02-06, unbroken, permanent since 2025-07-16', async () => {
    const done = await custody(['law', 'timeline', 'us-fentanyl-related-substances'], true);
    expect(done.code).toBe(0);
    expect(done.out.replaceAll(/\s+/g, ' ')).toContain(
      'US: 2018-02-06 to now, unbroken: temporary 2018-02-06 (11 acts), permanent 2025-07-16 (1 act)',
    );
    for (const line of done.out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(100);
    const table = await custody(['law', 'timeline', 'us-fentanyl-related-substances', '--format', 'csv']);
    expect(table.out.trim().split('\r\n')).toHaveLength(13);
  });
});
