import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileLaw } from '@custody/core/compile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './source-tree.ts';

/** Each rule about the data, and an edit of one real file that breaks it. */
const PLANTED = [
  {
    rule: 'every control says where it was read',
    file: 'controls/EU/eu-2023-196.yaml',
    edit: (text: string) =>
      text.replaceAll(/^ *read:\n(?: +.*\n)*? +sources: .*\n(?: +(?:title|published): .*\n)*/gm, ''),
  },
  {
    rule: 'every control says when it started, or what is known of that',
    file: 'controls/EU/eu-2023-196.yaml',
    edit: (text: string) => text.replace(/^ {2}start: .*\n/m, ''),
  },
  {
    rule: 'a day exists',
    file: 'controls/EU/eu-2023-196.yaml',
    edit: (text: string) => text.replace('start: 2023-02-20', 'start: 2023-02-30'),
  },
  {
    rule: 'a control controls goods that exist',
    file: 'controls/EU/eu-2023-196.yaml',
    edit: (text: string) => text.replace('goods: norfentanyl', 'goods: norfentanil'),
  },
  {
    rule: 'every name says how sure we are of it',
    file: 'goods/substances/4-anilinopiperidine.yaml',
    edit: (text: string) => text.replace(/(text: 4-AP, .*), confidence: verified/, '$1'),
  },
  {
    rule: 'what is verified names its source',
    file: 'goods/substances/4-anilinopiperidine.yaml',
    edit: (text: string) => text.replace(/(number: 23056-29-3, form: parent), source: [\w-]+/, '$1'),
  },
  {
    rule: 'a CAS number passes its check digit',
    file: 'goods/substances/4-anilinopiperidine.yaml',
    edit: (text: string) => text.replace('23056-29-3', '23056-29-4'),
  },
  {
    rule: 'no field is there that nobody reads',
    file: 'controls/coverage.yaml',
    edit: (text: string) =>
      text.replace(
        /^( *)(- )?jurisdiction: UN$/m,
        (line, indent: string, dash?: string) =>
          `${line}\n${indent}${dash === undefined ? '' : '  '}colour: teal`,
      ),
  },
];

describe('the data', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'custody-data-'));
    cpSync(join(ROOT, 'data'), folder, { recursive: true });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('is valid, and every dated value is cited', async () => {
    const { problems } = await compileLaw(join(ROOT, 'data'));
    expect(problems).toEqual([]);
  });

  test.each(PLANTED)('would be refused otherwise: $rule', async ({ file, edit }) => {
    const path = join(folder, file);
    const sound = readFileSync(path, 'utf8');
    const broken = edit(sound);
    expect(broken, 'the edit must change the file').not.toBe(sound);
    writeFileSync(path, broken);
    try {
      const { problems } = await compileLaw(folder);
      expect(problems.map((problem) => problem.file)).toContainEqual(expect.stringContaining(file));
    } finally {
      writeFileSync(path, sound);
    }
  });
});
