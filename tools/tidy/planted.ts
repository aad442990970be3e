import type { SourceTree } from './source-tree.ts';

/** For each rule a small tree that breaks it, and where: a rule that cannot fail protects nothing. */
export const PLANTED: Readonly<Record<string, { readonly tree: SourceTree; readonly at: string }>> = {
  'part-order': {
    at: 'packages/core/src/goods/resolve.ts',
    tree: [
      {
        path: 'packages/core/src/goods/resolve.ts',
        text: `import { statusOn } from '../controls/index.ts';\n`,
      },
      { path: 'packages/core/src/controls/index.ts', text: '' },
    ],
  },
  doors: {
    at: 'packages/core/src/controls/status-on.ts',
    tree: [
      { path: 'packages/core/src/controls/status-on.ts', text: `import { day } from '../kernel/day.ts';\n` },
      { path: 'packages/core/src/kernel/day.ts', text: '' },
    ],
  },
  purity: {
    at: 'packages/core/src/kernel/today.ts',
    tree: [{ path: 'packages/core/src/kernel/today.ts', text: 'export const today = () => new Date();\n' }],
  },
  names: {
    at: 'packages/core/src/goods/stringUtils.ts',
    tree: [{ path: 'packages/core/src/goods/stringUtils.ts', text: '' }],
  },
  'index-exports-only': {
    at: 'packages/core/src/goods/index.ts',
    tree: [{ path: 'packages/core/src/goods/index.ts', text: 'export const answer = 42;\n' }],
  },
  'dead-files': {
    at: 'packages/core/src/goods/forgotten.ts',
    tree: [
      { path: 'packages/core/package.json', text: '{ "exports": { ".": "./src/index.ts" } }' },
      { path: 'packages/core/src/index.ts', text: '' },
      { path: 'packages/core/src/goods/forgotten.ts', text: 'export const forgotten = 1;\n' },
      {
        path: 'packages/core/src/goods/forgotten.test.ts',
        text: `import { forgotten } from './forgotten.ts';\n`,
      },
    ],
  },
  languages: {
    at: 'packages/web/src/i18n/zh.ts',
    tree: [
      {
        path: 'packages/web/src/i18n/en.ts',
        text: `export const en = { check: { title: 'On {{day}}' } };\n`,
      },
      { path: 'packages/web/src/i18n/zh.ts', text: `export const zh = { check: { title: '日期' } };\n` },
    ],
  },
  documents: {
    at: 'README.md',
    tree: [
      { path: 'package.json', text: '{ "scripts": { "start": "" } }' },
      { path: 'README.md', text: 'See [the plan](docs/plan.md), then `npm run nothing`.\n' },
    ],
  },
  'nothing-private': {
    at: 'tools/build.ts',
    tree: [{ path: 'tools/build.ts', text: `const root = '${'/wo'}${'rk/main'}';\n` }],
  },
};
