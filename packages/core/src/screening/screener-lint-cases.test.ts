import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLintCases } from '../compile/goods-files.ts';
import { repositoryRoot } from '../goods/test/compilation.ts';
import { loadLaw } from '../node/law-file.ts';
import type { Role, ScreenedRow } from './screened-row.ts';
import { codes, rowOf, screenerOf } from './test/rows.ts';

const law = loadLaw();
const screener = screenerOf(law, { in: null });

/** The text as a table has it: the CAS number and the tariff code in columns of their own, the rest as the name. */
function inColumns(text: string): Partial<Record<Role, string>> {
  const cas = /(?:CAS )?\d{2,7}-\d{2}-\d?/.exec(text)?.[0] ?? '';
  const hs = /HS \d{4}\.\d{2}/.exec(text)?.[0] ?? '';
  const name = text.replace(cas, '').replace(hs, '').trim();
  return { ...(name === '' ? {} : { name }), ...(cas === '' ? {} : { cas }), ...(hs === '' ? {} : { hs }) };
}

const ids = ({ goods }: ScreenedRow): readonly (string | null)[] => goods.map(({ id }) => id);

describe('misprints and conflicts of public lists, as rows of a table (data/goods/lint-cases.yaml)', () => {
  const cases = readLintCases(join(repositoryRoot(), 'data'), []);

  it('there are some with numbers and tariff codes', () => {
    const roles = cases.flatMap(({ text }) => Object.keys(inColumns(text)));
    expect(new Set(roles)).toEqual(new Set(['name', 'cas', 'hs']));
  });

  it.each(cases)('$id: $text', ({ text, problems, never, goods, why }) => {
    const line = screener.screen(rowOf({ description: text }));
    const row = screener.screen(rowOf(inColumns(text)));
    for (const screened of [line, row]) {
      expect(['controlled', 'review', 'unknown'], why).toContain(screened.verdict);
      for (const code of never ?? []) expect(codes(screened), why).not.toContain(code);
    }
    expect(ids(row), why).toEqual(expect.arrayContaining(goods));
    // A name by itself needs no words about its form: the goods of the answer show it.
    const wanted = problems.filter((code) => code !== 'hydrate-form');
    expect(codes(row), why).toEqual(expect.arrayContaining(wanted));
  });
});
