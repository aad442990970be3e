import { describe, expect, it } from 'vitest';
import { loadLaw } from '../node/law-file.ts';
import { describe as readLine } from './description.ts';
import { readCompilation } from './test/compilation.ts';

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

/** Ids a line was read as: a salt with an entry of its own counts as its base, which the lines expect. */
function read(text: string): ReadonlyMap<string, 'exact' | 'candidate'> {
  return new Map(
    readLine(law, text).goods.map(({ goods, match }) => {
      const base = goods.named?.kind === 'chemical' ? goods.named.saltOf : undefined;
      return [base ?? goods.id, match];
    }),
  );
}

describe.skipIf(shared === null)(
  '110 lines as manifests print them (../shared/law/manifest-lines.json)',
  () => {
    const lines = (shared?.lines ?? []).map((line) => ({
      ...line,
      expected: line.expected.map((one) => ({ ...one, id: idOf(one.id) })),
      found: read(line.text),
    }));

    it('finds at least 90 of the 93 goods', () => {
      const expected = lines.flatMap((line) => line.expected.map((one) => ({ ...one, line })));
      const missed = expected
        .filter(({ id, line }) => !line.found.has(id))
        .map(({ id, line }) => `${line.n} ${id}`);
      expect(expected).toHaveLength(93);
      expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(3);
    });

    it('says exact or candidate as a person would in at least 88 of them', () => {
      const right = lines.flatMap((line) =>
        line.expected.filter(({ id, match }) => line.found.get(id) === match),
      );
      expect(right.length).toBeGreaterThanOrEqual(88);
    });

    it('finds at most 3 goods too many', () => {
      const extra = lines.flatMap((line) =>
        [...line.found.keys()]
          .filter((id) => !line.expected.some((one) => one.id === id))
          .map((id) => `${line.n} ${id}`),
      );
      expect(extra.length, extra.join(', ')).toBeLessThanOrEqual(3);
    });

    it('takes at most 1 of the 26 harmless lines for goods', () => {
      const harmless = lines.filter((line) => line.expected.length === 0);
      const hit = harmless.filter((line) => [...line.found.values()].includes('exact'));
      expect(harmless).toHaveLength(26);
      expect(hit.length, hit.map((line) => line.n).join(', ')).toBeLessThanOrEqual(1);
    });

    it('raises most of the problems a checker should', () => {
      const wanted = lines.flatMap((line) => line.lint.map((code) => ({ code, line })));
      const raised = wanted.filter(({ code, line }) =>
        readLine(law, line.text).problems.some((one) => one.code === code),
      );
      expect(raised.length / wanted.length).toBeGreaterThan(0.7);
    });
  },
);
