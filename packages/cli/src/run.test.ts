import type { Answer } from '@custody/core';
import { describe, expect, test } from 'vitest';
import type { CodeResult } from './goods/code.ts';
import { custody, type Done } from './terminal/test/memory-terminal.ts';
import { widthOf } from './terminal/width.ts';

const FENTANYL = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1';

const answerOf = ({ out }: Done): Answer => JSON.parse(out) as Answer;

describe('custody check', () => {
  test('answers in the shape of the contract', async () => {
    const done = await custody(['check', '4-AP', '--on', '2022-09-01', '--in', 'US,CN,EU,UN', '--json']);
    const answer = answerOf(done);
    expect(done.code).toBe(1);
    expect(done.err).toBe('');
    expect(answer.asOf).toMatchObject({ on: '2022-09-01', known: null });
    expect(answer.asOf.law).toMatch(/^sha256:[0-9a-f]{64}$/);
    const [result] = answer.results;
    expect(result).toMatchObject({
      input: '4-AP',
      goods: { id: '4-anilinopiperidine', kind: 'chemical' },
      resolution: { by: 'name', exact: true, candidates: [] },
    });
    expect(result?.statuses.map(({ jurisdiction, status }) => `${jurisdiction} ${status}`)).toEqual([
      'US controlled',
      'CN not-controlled',
      'EU not-controlled',
      'UN not-controlled',
    ]);
  });

  test('several questions are answered in their order', async () => {
    const answer = answerOf(await custody(['check', 'NPP', '437-38-7', 'no such goods at all']));
    expect(answer.results.map(({ input, goods }) => [input, goods?.id ?? null])).toEqual([
      ['NPP', 'npp'],
      ['437-38-7', 'fentanyl'],
      ['no such goods at all', null],
    ]);
  });

  test('a structure is identified, named or not', async () => {
    const answer = answerOf(await custody(['check', FENTANYL, 'CCCCCCCCCCCCCC(=O)OCC', '--json']));
    expect(answer.results[0]?.goods?.id).toBe('fentanyl');
    expect(answer.results[1]?.goods?.id).toMatch(/^[A-Z]{14}-[A-Z]{10}-[A-Z]$/);
  });

  test('- reads one question a line, blank lines left out, whatever the line ends', async () => {
    const { results } = answerOf(await custody(['check', '-'], { input: '\uFEFFNPP\r\n\r\n芬太尼\n4-AP' }));
    expect(results.map(({ input }) => input)).toEqual(['NPP', '芬太尼', '4-AP']);
  });

  test('ten thousand questions come out as one JSON document, one result a line', async () => {
    const names = ['NPP', '4-AP', 'fentanyl', 'aspirin', 'piperonal'];
    const input = Array.from({ length: 1_000 }, (_, index) => names[index % names.length]).join('\n');
    const done = await custody(['check', '-', '--in', 'US'], { input });
    expect(
      answerOf(done)
        .results.map((result) => result.input)
        .join('\n'),
    ).toBe(input);
    expect(done.out.trimEnd().split('\n')).toHaveLength(1_002);
  });

  test.each([
    [['check', 'NPP', '--on', '2022-09-01'], 1],
    [['check', 'water', '--in', 'US'], 3],
    [['check', 'no such goods at all'], 3],
    [['check', 'fentanyl', '--in', 'EU'], 0],
    [['check', 'no such goods at all', 'NPP'], 1],
  ] as const)('%j ends with %i', async (args, code) => {
    expect((await custody(args)).code).toBe(code);
  });

  test.each([
    ['a blank question', ['check', ' '], 'blank'],
    ['blank standard input', ['check', '-'], 'blank'],
    ['no question', ['check'], 'what'],
    ['a day that does not exist', ['check', 'NPP', '--on', '2023-02-29'], 'no such day'],
    ['another form of day', ['check', 'NPP', '--known', '1/5/2020'], '2022-09-01'],
    ['an unknown jurisdiction', ['check', 'NPP', '--in', 'US,FR'], 'FR'],
    ['no jurisdiction', ['check', 'NPP', '--in', ','], 'no jurisdiction'],
    ['an unknown activity', ['check', 'NPP', '--activity', 'smuggle'], 'transit'],
    ['a country that is none', ['check', 'NPP', '--to', 'XQX'], 'ISO 3166'],
    ['a quantity without a number', ['check', 'NPP', '--quantity', 'much'], '25 kg'],
    ['an unknown option', ['check', 'NPP', '--onn', '2022-09-01'], '--on'],
    ['an option without its value', ['check', 'NPP', '--on'], '--on'],
    ['two forms at once', ['check', 'NPP', '--json', '--format', 'table'], 'two forms'],
    ['a form that is not offered', ['check', 'NPP', '--format', 'csv'], 'table, json'],
    ['an unknown command', ['chekc', 'NPP'], 'check'],
    ['nothing at all', [], 'Usage'],
  ])('refuses %s: exit code 2, and what to do on standard error only', async (_title, args, words) => {
    const done = await custody(args);
    expect(done.code).toBe(2);
    expect(done.out).toBe('');
    expect(done.err).toContain(words);
  });

  test('an option that takes one value does not swallow the question', async () => {
    const { results } = answerOf(await custody(['check', '--in', 'US', 'NPP']));
    expect(results.map(({ input }) => input)).toEqual(['NPP']);
  });
});

describe('for a person', () => {
  test('one line a jurisdiction: mark, word, list and since when', async () => {
    const { out } = await custody(['check', '4-AP', '--on', '2022-09-01', '--in', 'US,CN'], { person: true });
    expect(out).toContain('1 of 2 jurisdictions controls it on 1 September 2022.');
    expect(out).toMatch(/US +● Controlled +List I/);
    expect(out).toContain('since 15 May 2020');
    expect(out).toMatch(/CN +○ Not controlled/);
    expect(out).toMatch(/Law sha256:[0-9a-f]{64}/);
  });

  test('keeps to the width of the terminal', async () => {
    for (const columns of [60, 80, 140]) {
      const { out } = await custody(['check', 'fentanyl', 'NPP', '--explain'], { person: true, columns });
      // Digests, keys and addresses are never broken.
      const long = out.split('\n').filter((line) => widthOf(line) > columns && !/sha256:|https?:/.test(line));
      expect(long, `${columns} columns`).toEqual([]);
    }
  });

  test('colour only says again what word and mark say', async () => {
    const args = ['check', 'NPP', 'no such goods at all', '--on', '2022-09-01'];
    const plain = await custody(args, { person: true });
    const coloured = await custody(args, { person: true, colour: true });
    expect(coloured.out).not.toBe(plain.out);
    expect(coloured.out.replace(/\u001b\[\d+m/g, '')).toBe(plain.out);
  });

  test('what was asked cannot move the cursor of whoever reads the answer', async () => {
    const { out } = await custody(['check', 'NPP\u001b[2J\u001b]0;x\u0007'], { person: true });
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test('many questions get one line each', async () => {
    const asked = ['NPP', '4-AP', 'fentanyl', 'piperonal', 'norfentanyl', 'no such goods at all'];
    const { out } = await custody(['check', ...asked, '--in', 'US'], { person: true });
    for (const one of asked) expect(out.split('\n').filter((line) => line.startsWith(one))).toHaveLength(1);
  });
});

describe('custody code', () => {
  const resultOf = ({ out }: Done): CodeResult | undefined =>
    (JSON.parse(out) as { readonly results: readonly CodeResult[] }).results[0];

  test('gives the whole bundle', async () => {
    const done = await custody(['code', 'fentanyl']);
    expect(done.code).toBe(0);
    const codes = resultOf(done)?.goods?.codes;
    expect(codes?.goods).toMatch(/^C-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}-[0-9A-Z]$/);
    expect(codes?.inchikey).toBe('PJMPHNIQZUBGLI-UHFFFAOYSA-N');
    expect(codes?.cas).toContain('437-38-7');
  });

  test('a goods code leads back to its goods, and fails when one character is wrong', async () => {
    const code = resultOf(await custody(['code', 'fentanyl']))?.goods?.codes.goods ?? '';
    const good = await custody(['code', code]);
    expect([good.code, resultOf(good)?.goods?.id]).toEqual([0, 'fentanyl']);
    const wrong = code.slice(0, 2) + (code[2] === '0' ? '1' : '0') + code.slice(3);
    const bad = await custody(['code', wrong]);
    expect(bad.code).toBe(1);
    expect(resultOf(bad)?.verified).toMatchObject([{ scheme: 'Goods code', valid: false }]);
  });

  test.each([
    ['437-38-7', 'CAS number', true, 0],
    ['437-38-8', 'CAS number', false, 1],
    ['5493001KJTIIGC8Y1R12', 'LEI', true, 0],
    ['CSQU3054383', 'Container number (ISO 6346)', true, 0],
    ['CSQU3054384', 'Container number (ISO 6346)', false, 1],
    ['340123450000000004', 'SSCC', false, 1],
  ])('verifies %s as %s: %s', async (text, scheme, valid, code) => {
    const done = await custody(['code', text]);
    expect(resultOf(done)?.verified).toMatchObject([{ scheme, valid }]);
    expect(done.code).toBe(code);
  });

  test('a table, and CSV', async () => {
    const table = await custody(['code', 'fentanyl'], { person: true });
    expect(table.out).toMatch(/CAS +437-38-7/);
    const lines = (await custody(['code', 'fentanyl', '4-AP', '--format', 'csv'])).out.split('\r\n');
    expect(lines[0]).toBe('input,id,name,goods_code,inchikey,cas,hs,un,national,verified');
    expect(lines).toHaveLength(4);
  });
});

describe('custody law', () => {
  interface Listed {
    readonly instruments: readonly {
      readonly instrument: { readonly id: string; readonly jurisdiction: string };
      readonly entries: number;
    }[];
  }

  test('list, show: every instrument listed can be shown with as many entries', async () => {
    const { instruments } = JSON.parse((await custody(['law', 'list', '--in', 'US'])).out) as Listed;
    expect(instruments.length).toBeGreaterThan(0);
    for (const { instrument, entries } of instruments) {
      expect(instrument.jurisdiction).toBe('US');
      const shown = await custody(['law', 'show', instrument.id]);
      const view = JSON.parse(shown.out) as { readonly entries: readonly unknown[] };
      expect([instrument.id, shown.code, view.entries.length]).toEqual([instrument.id, 0, entries]);
    }
  });

  test('show refuses an id that is none', async () => {
    const done = await custody(['law', 'show', 'nowhere']);
    expect(done.code).toBe(2);
    expect(done.err).toContain('law list');
  });

  test('timeline runs from the oldest to the newest and says what is not verified', async () => {
    const { out, code } = await custody(['law', 'timeline', '4-AP', '--in', 'US', '--format', 'csv']);
    const rows = out.trimEnd().split('\r\n').slice(1);
    expect(code).toBe(0);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.split(',')[1] === 'US')).toBe(true);
    const table = await custody(['law', 'timeline', '4-AP', '--in', 'US'], { person: true });
    expect(table.out).toContain('2020-05-15');
  });

  test('timeline of what is not found ends with 3', async () => {
    expect((await custody(['law', 'timeline', 'no such goods at all'])).code).toBe(3);
  });

  test('lists and timelines keep to the width', async () => {
    for (const args of [
      ['law', 'list', '--in', 'US'],
      ['law', 'timeline', 'fentanyl'],
    ]) {
      const { out } = await custody(args, { person: true, columns: 110 });
      expect(out.split('\n').filter((line) => widthOf(line) > 110 && !line.includes('sha256:'))).toEqual([]);
    }
  });
});

test('help is offered at every level, with examples', async () => {
  for (const args of [
    ['--help'],
    ['check', '--help'],
    ['code', '--help'],
    ['law', '--help'],
    ['law', 'show', '--help'],
  ]) {
    const done = await custody(args);
    expect([args.join(' '), done.code]).toEqual([args.join(' '), 0]);
    expect(done.out).toContain('Usage: custody');
  }
  expect((await custody(['check', '--help'])).out).toContain('Exit codes:');
});
