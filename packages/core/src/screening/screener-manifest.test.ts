import { describe, expect, it } from 'vitest';
import { readCompilation } from '../goods/test/compilation.ts';
import { loadLaw } from '../node/law-file.ts';
import { findColumns } from './columns.ts';
import type { ScreenedRow, TableRow } from './screened-row.ts';
import { codes, screenerOf } from './test/rows.ts';

interface ManifestLines {
  readonly lines: readonly {
    readonly n: string;
    readonly text: string;
    readonly expected: readonly { readonly id: string; readonly match: 'exact' | 'candidate' }[];
    readonly lint: readonly string[];
  }[];
}

const shared = readCompilation('manifest-lines.json') as ManifestLines | null;
const law = loadLaw();

/** Ids of the compilation that the data gives otherwise (decision 0007). */
const RENAMED: Readonly<Record<string, string>> = { '4-ap': '4-anilinopiperidine' };
const idOf = (id: string): string => {
  const bare = id.replace(/^(?:sub|eq):/, '');
  return RENAMED[bare] ?? bare;
};

const parents = new Map(
  law.substances.flatMap((one) => (one.saltOf === undefined ? [] : [[one.id, one.saltOf]])),
);

function matches({ goods }: ScreenedRow): ReadonlyMap<string, 'exact' | 'candidate'> {
  return new Map(goods.map(({ id, match }) => [parents.get(id ?? '') ?? id ?? '', match]));
}

describe.skipIf(shared === null)('110 lines as manifests print them, as a table of one column', () => {
  const lines = shared?.lines ?? [];
  const rows = lines.map(({ text }, at): TableRow => ({ row: at + 1, cells: { goods: text }, problems: [] }));
  const { roles, problems } = findColumns(['goods'], rows, {}, law);

  it('are known for free text without a head that says so', () => {
    expect(roles).toMatchObject({ description: 'goods', name: null });
    expect(problems).toEqual([]);
  });

  describe.each(['description', 'name'] as const)('read as %s', (role) => {
    const other = { description: null, name: null };
    const screener = screenerOf(law, { in: null, roles: { ...roles, ...other, [role]: 'goods' } });
    const read = lines.map((line, at) => {
      const screened = screener.screen(rows[at]!);
      const expected = line.expected.map((one) => ({ ...one, id: idOf(one.id) }));
      return { ...line, expected, screened, found: matches(screened) };
    });

    it('all but 3 of the 93 goods are found, and 88 as sure or doubtful as a person would be', () => {
      const expected = read.flatMap((line) => line.expected.map((one) => ({ ...one, line })));
      const missed = expected
        .filter(({ id, line }) => !line.found.has(id))
        .map(({ id, line }) => `${line.n} ${id}`);
      const right = expected.filter(({ id, match, line }) => line.found.get(id) === match);
      expect(expected).toHaveLength(93);
      expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(3);
      expect(right.length).toBeGreaterThanOrEqual(88);
    });

    it('at most 3 goods too many are found', () => {
      const extra = read.flatMap(({ n, found, expected }) =>
        [...found.keys()].filter((id) => !expected.some((one) => one.id === id)).map((id) => `${n} ${id}`),
      );
      expect(extra.length, extra.join(', ')).toBeLessThanOrEqual(3);
    });

    it('a line of harmless goods is unknown, never clear, and at most 1 of 26 is more', () => {
      const harmless = read.filter(({ expected }) => expected.length === 0);
      const more = harmless.filter(({ screened }) => screened.verdict !== 'unknown').map(({ n }) => n);
      expect(harmless).toHaveLength(26);
      expect(more.length, more.join(', ')).toBeLessThanOrEqual(1);
    });

    it('what a person must look at is at least to review', () => {
      const doubtful = read.filter(({ found }) => [...found.values()].includes('candidate'));
      expect(doubtful.length).toBeGreaterThan(5);
      for (const { n, screened } of doubtful) {
        const controlled = screened.controls.length > 0;
        expect(controlled ? ['review', 'controlled'] : ['unknown'], n).toContain(screened.verdict);
      }
    });

    it('most of the problems a checker should raise are raised', () => {
      const wanted = read.flatMap((line) => line.lint.map((code) => ({ code, line })));
      const raised = wanted.filter(({ code, line }) => codes(line.screened).includes(code));
      expect(raised.length / wanted.length).toBeGreaterThan(0.7);
    });
  });
});
