import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { es } from './es.ts';
import { es as esEngine } from './es-engine.ts';
import { esProblems } from './es-problems.ts';
import { esFiles } from './es-files.ts';
import { esRows } from './es-rows.ts';
import { zh } from './zh.ts';
import { zh as zhEngine } from './zh-engine.ts';
import { zhProblems } from './zh-problems.ts';
import { zhFiles } from './zh-files.ts';
import { zhRows } from './zh-rows.ts';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!./{en,zh,es}.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const code = Object.values(sources).join('\n');

function flat(messages: object, at = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[at + key, value] as [string, string]]
      : flat(value as object, `${at}${key}.`),
  );
}

const blanks = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe('the words of the desk', () => {
  test.each([
    ['zh', zh],
    ['es', es],
  ])('%s says everything English says, with the same blanks', (_, other) => {
    const translated = new Map(flat(other));
    for (const [key, text] of flat(en)) {
      expect(translated.get(key)?.trim(), key).not.toBe('');
      expect(blanks(translated.get(key) ?? ''), key).toEqual(blanks(text));
    }
  });

  test('no sentence is kept that no page says', () => {
    const unsaid = flat(en)
      .map(([key]) => key.replace(/_(one|other)$/, ''))
      .filter((key) => !isSaid(key));
    expect([...new Set(unsaid)]).toEqual([]);
  });
});

/** Said in full (`'check.title'`), or made of a stem and a value (`check.basis.${basis}`). */
function isSaid(key: string): boolean {
  if (code.includes(`'${key}'`)) return true;
  const stem = key.split('.').slice(0, -1).join('.');
  return code.includes(`\`${stem}.\${`);
}

describe('the sentences of the engine', () => {
  test('are the same in Chinese and Spanish', () => {
    expect(Object.keys(zhEngine).sort()).toEqual(Object.keys(esEngine).sort());
    expect(Object.keys(zhProblems).sort()).toEqual(Object.keys(esProblems).sort());
    expect(Object.keys(zhRows).sort()).toEqual(Object.keys(esRows).sort());
    expect(Object.keys(zhFiles).sort()).toEqual(Object.keys(esFiles).sort());
  });

  test('use the same figures in Chinese and Spanish, and none stands twice', () => {
    for (const [key, text] of Object.entries(zhProblems)) {
      expect(blanks(esProblems[key] ?? ''), key).toEqual(blanks(text));
      expect(key in zhEngine, key).toBe(false);
    }
    for (const [key, text] of Object.entries(zhRows)) {
      expect(blanks(esRows[key] ?? ''), key).toEqual(blanks(text));
      expect(key in zhEngine || key in zhProblems, key).toBe(false);
    }
    for (const [key, text] of Object.entries(zhFiles)) {
      expect(blanks(esFiles[key] ?? ''), key).toEqual(blanks(text));
      expect(key in zhEngine || key in zhProblems || key in zhRows, key).toBe(false);
    }
  });
});
