import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { es } from './es.ts';
import { formatDay } from './format-day.ts';
import type { Language } from './languages.ts';
import { say } from './say.ts';
import type { Words } from './use-words.ts';
import { zh } from './zh.ts';

function wordsIn(language: Language): Words {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    defaultNS: 'desk',
    ns: ['desk'],
    resources: { en: { desk: en }, zh: { desk: zh }, es: { desk: es } },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return {
    t: i18n.t,
    language,
    day: (day) => formatDay(day, language),
    place: (jurisdiction) => i18n.t(`place.${jurisdiction}`),
    count: String,
    percent: (part) => `${part * 100} %`,
    list: (items) => items.join(', '),
  };
}

const STATUS = {
  code: 'status',
  text: 'In the United States on 2022-09-01: controlled.',
  data: { jurisdiction: 'US', status: 'controlled', on: '2022-09-01', known: null },
};

describe('what the engine says', () => {
  test('is its own English with days in words', () => {
    expect(say(STATUS, wordsIn('en'))).toEqual({
      text: 'In the United States on 1 September 2022: controlled.',
      lang: 'en',
    });
  });

  test('is made from code and figures in the other languages', () => {
    expect(say(STATUS, wordsIn('zh'))).toEqual({ text: '美国，2022年9月1日：受管制。', lang: 'zh-Hans' });
    expect(say(STATUS, wordsIn('es')).text).toBe('Estados Unidos, 1 de septiembre de 2022: Fiscalizado.');
  });

  test('stays English, and marked so, without a translation or without a figure', () => {
    const strange = { code: 'never-heard-of', text: 'Something else.' };
    expect(say(strange, wordsIn('zh'))).toEqual({ text: 'Something else.', lang: 'en' });
    const bare = { code: 'cas-check-digit', text: 'The check digit is wrong.', data: { number: '1-2-3' } };
    expect(say(bare, wordsIn('es'))).toEqual({ text: 'The check digit is wrong.', lang: 'en' });
  });

  test('leaves out an optional part whose figure is missing', () => {
    const control = {
      code: 'control',
      text: '',
      data: {
        standing: 'in-force',
        list: 'List I',
        entry: 'x',
        earliest: '2020-05-15',
        latest: '2020-05-15',
        end: null,
      },
    };
    expect(say(control, wordsIn('zh')).text).toBe('List I，x：自 2020年5月15日 起有效。');
    const ended = { ...control, data: { ...control.data, earliest: null, end: '2021-01-01' } };
    expect(say(ended, wordsIn('es')).text).toBe(
      'List I, x: vigente a más tardar desde el 15 de mayo de 2020, hasta el 1 de enero de 2021.',
    );
  });

  test('names the bases that were not met', () => {
    const bases = { code: 'bases-not-met', text: '', data: { asked: 'named salt', notAsked: '' } };
    expect(say(bases, wordsIn('es')).text).toBe(
      'No se halló entrada por estas bases: entrada nominal, sal de una entrada nominal.',
    );
  });

  test('names goods in the language of the desk', () => {
    const ester = {
      code: 'esters-unread',
      text: '',
      data: { of: 'Oripavine', 'of.zh': '奥列巴文', 'of.es': 'oripavina' },
    };
    expect(say(ester, wordsIn('zh')).text).toContain('奥列巴文');
    expect(say(ester, wordsIn('es')).text).toContain('oripavina');
  });

  test('uses the sentence the law has in that language, where it has one', () => {
    const doubt = {
      code: 'open-list',
      text: 'T',
      data: { 'text.zh': '条文未明', 'text.es': 'No está claro' },
    };
    expect(say(doubt, wordsIn('zh'))).toEqual({ text: '条文未明', lang: 'zh-Hans' });
    expect(say(doubt, wordsIn('es')).text).toBe('No está claro');
    expect(say(doubt, wordsIn('en'))).toEqual({ text: 'T', lang: 'en' });
  });
});
