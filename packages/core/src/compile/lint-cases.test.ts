import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describe as readLine, resolve } from '../goods/index.ts';
import { compileLaw } from './compile-law.ts';
import { readLintCases } from './goods-files.ts';

const DATA = dataFolder();
const { law } = await compileLaw(DATA);

describe('misprints and conflicts of public lists (data/goods/lint-cases.yaml)', () => {
  it.each(readLintCases(DATA, []))('$id: $text', ({ text, problems, never, goods, why }) => {
    const line = readLine(law, text);
    const question = resolve(law, text, null);
    const raised = [...line.problems, ...question.problems].map((problem) => problem.code);
    expect(raised, why).toEqual(expect.arrayContaining(problems));
    for (const code of never ?? []) expect(raised, why).not.toContain(code);
    const found = [
      ...line.goods.map((one) => one.goods.id),
      ...question.candidates.map((one) => one.id),
      ...(question.goods === null ? [] : [question.goods.id]),
    ];
    expect(found, why).toEqual(expect.arrayContaining(goods));
    const exact = line.goods.filter((one) => one.match === 'exact').map((one) => one.goods.id);
    expect(goods, 'nothing else is taken for sure').toEqual(expect.arrayContaining(exact));
  });
});

function dataFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"custody-house"'))
      return join(folder, 'data');
    folder = dirname(folder);
  }
}
