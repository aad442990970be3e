import { describe, expect, test } from 'vitest';
import {
  checkAddress,
  dayFrom,
  deskAddress,
  jurisdictionsOf,
  linesOf,
  readAddress,
  writeAddress,
} from './address.ts';

describe('the address', () => {
  test('is plain words, and reads back as it was written', () => {
    const address = { q: '4-AP\nC1=CC=CC=C1 & more', on: '2022-09-01', in: 'US,CN', lang: 'zh' };
    const text = writeAddress(address);
    expect(text).toContain('on=2022-09-01&in=US,CN&lang=zh');
    expect(readAddress(text)).toEqual(address);
  });

  test('leaves out what holds nothing', () => {
    expect(writeAddress({ q: '', on: undefined })).toBe('');
  });

  test('keeps a day that does not exist, so that it can be named', () => {
    expect(deskAddress({ on: '2022-02-30' })).toEqual({ on: '2022-02-30' });
  });

  test('drops what its page does not know', () => {
    expect(checkAddress({ q: 'x', open: 'ZZ', activity: 'steal', from: 'China', view: 'list' })).toEqual({
      q: 'x',
    });
  });

  test('names jurisdictions that are none', () => {
    expect(jurisdictionsOf('us, CN,ZZ,us')).toEqual({ chosen: ['US', 'CN'], strange: ['ZZ'] });
    expect(jurisdictionsOf(undefined)).toEqual({ chosen: null, strange: [] });
    expect(jurisdictionsOf('ZZ')).toEqual({ chosen: null, strange: ['ZZ'] });
  });

  test('takes several lines as several questions', () => {
    expect(linesOf(' 4-AP \r\n\n NPP\n')).toEqual(['4-AP', 'NPP']);
  });
});

describe('a day as people write it', () => {
  test.each([
    ['2022-09-01', '2022-09-01'],
    ['2022/9/1', '2022-09-01'],
    ['2022.9.1', '2022-09-01'],
    ['20220901', '2022-09-01'],
    ['2024年9月1日', '2024-09-01'],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (text, day) => {
    expect(dayFrom(text)).toBe(day);
  });

  test.each([
    '2022-02-30',
    '2023-02-29',
    '01/02/2022',
    '1.2.22',
    '2022-13-01',
    '2022-00-10',
    'today',
    '',
    '202209',
  ])('is not guessed from %j', (text) => {
    expect(dayFrom(text)).toBeNull();
  });
});
