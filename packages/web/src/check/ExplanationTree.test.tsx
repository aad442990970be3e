import type { Explanation } from '@custody/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import i18next from 'i18next';
import { startLanguages } from '../i18n/start.ts';
import { ExplanationTree } from './ExplanationTree.tsx';

const TREE: Explanation = {
  code: 'status',
  text: 'In China on 2022-09-01: not controlled within the compiled scope.',
  outcome: 'no',
  data: { jurisdiction: 'CN', status: 'not-controlled', on: '2022-09-01' },
  children: [
    { code: 'basis-named', text: 'Is there an entry for the goods themselves?', outcome: 'no', children: [] },
    { code: 'basis-salt', text: 'Are they a salt of something?', outcome: 'not-asked', children: [] },
    {
      code: 'coverage',
      text: 'Has what China regulates been compiled?',
      outcome: 'yes',
      data: { jurisdiction: 'CN' },
      children: [
        {
          code: 'coverage-precursor',
          text: 'not among the 47 entries of the catalogue',
          outcome: 'yes',
          data: { kind: 'precursor', state: 'complete', checkedOn: '2026-11-22' },
          children: [],
        },
      ],
    },
  ],
};

beforeAll(() => {
  startLanguages('en');
});

test('says what was asked and found, and leaves out what was not asked', () => {
  const shown = renderToStaticMarkup(<ExplanationTree of={TREE} />);
  expect(shown).toContain('In China on 1 September 2022');
  expect(shown).toContain('Is there an entry for the goods themselves?');
  expect(shown).not.toContain('a salt of something');
});

test('never puts a "yes" behind words that say "not on the list"', () => {
  const shown = renderToStaticMarkup(<ExplanationTree of={TREE} />);
  expect(shown).toMatch(/not among the 47 entries of the catalogue<\/span><\/p>/);
});

test('speaks the language of the desk, and marks what is English', async () => {
  await i18next.changeLanguage('zh');
  const shown = renderToStaticMarkup(<ExplanationTree of={TREE} />);
  expect(shown).toContain('<span lang="zh-Hans">中国，2022年9月1日：在此范围内不受管制。</span>');
  expect(shown).toContain('易制毒化学品：完整编录，核对日期 2026年11月22日');
  await i18next.changeLanguage('en');
});
