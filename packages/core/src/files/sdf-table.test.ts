import { describe, expect, test } from 'vitest';
import { LINE_MAX_CHARS, RECORD_MAX_CHARS } from './limits.ts';
import { flawsOf, readAll } from './test/reading.ts';

/** Methanol, as V2000 and as V3000. */
const V2000 = `Methanol
  Custody

  2  1  0  0  0  0  0  0  0  0999 V2000
    0.0000    0.0000    0.0000 C   0  0
    1.4300    0.0000    0.0000 O   0  0
  1  2  1  0
M  END`;
const V3000 = `Methanol
  Custody

  0  0  0     0  0            999 V3000
M  V30 BEGIN CTAB
M  V30 COUNTS 2 1 0 0 0
M  V30 BEGIN ATOM
M  V30 1 C 0 0 0 0
M  V30 2 O 1.43 0 0 0
M  V30 END ATOM
M  V30 BEGIN BOND
M  V30 1 1 1 2
M  V30 END BOND
M  V30 END CTAB
M  END`;

describe('an SDF', () => {
  test('gives mol blocks as they stand, titles and data items', async () => {
    const text = `${V2000}\n>  <NAME>\nMethanol\n\n> 25 <CAS.NUMBER> (MD-1)\n67-56-1\n\n$$$$\n${V3000}\n> <NAME>\nMethyl alcohol\n\n$$$$\n`;
    for (const ends of ['\n', '\r\n']) {
      const read = await readAll(text.replaceAll('\n', ends));
      expect(read.table).toMatchObject({
        format: 'sdf',
        columns: ['structure', 'title', 'NAME', 'CAS.NUMBER'],
      });
      expect(read.rows.map((row) => row.cells)).toEqual([
        { structure: V2000, title: 'Methanol', NAME: 'Methanol', 'CAS.NUMBER': '67-56-1' },
        { structure: V3000, title: 'Methanol', NAME: 'Methyl alcohol', 'CAS.NUMBER': '' },
      ]);
      expect(flawsOf(read)).toEqual([]);
    }
  });

  test('keeps values of several lines, with blank lines in them, and items of the same name', async () => {
    const text = `${V2000}\n> <NOTE>\none\ntwo\n\nthree\n\n> <NOTE>\nagain\n\n> <EMPTY>\n\n> DT7\nby number\n\n> <structure>\nmine\n\n$$$$\n`;
    const read = await readAll(text);
    expect(read.rows[0]?.cells).toMatchObject({
      NOTE: 'one\ntwo\n\nthree',
      'NOTE (2)': 'again',
      EMPTY: '',
      DT7: 'by number',
      'structure (2)': 'mine',
      structure: V2000,
    });
  });

  test('a mol file has no $$$$', async () => {
    const read = await readAll(`${V2000}\n`, { name: 'methanol.mol' });
    expect(read.rows.map((row) => row.cells)).toEqual([{ structure: V2000, title: 'Methanol' }]);
  });

  test('a mol block that is cut is said, and the next record is read', async () => {
    const cut = V2000.split('\n').slice(0, 5).join('\n');
    const read = await readAll(`${cut}\n$$$$\n${cut}\n> <NAME>\nMethanol\n\n$$$$\n${V2000}\n$$$$\n`);
    expect(flawsOf(read)).toEqual(['1:record-broken', '2:record-broken']);
    expect(read.rows[1]?.cells['NAME']).toBe('Methanol');
    expect(read.rows[2]?.cells['structure']).toBe(V2000);
    expect(read.rows[2]).toMatchObject({ row: 3, problems: [] });
  });

  test('a record that is too long is said, and the next one is read', async () => {
    const long = `${'x\n'.repeat(RECORD_MAX_CHARS / 2)}`;
    const read = await readAll(
      `${V2000}\n> <N>\n${long}\n$$$$\n${V2000}\n> <N>\n${'y'.repeat(LINE_MAX_CHARS + 1)}\n$$$$\n${V2000}\n$$$$\n`,
    );
    expect(flawsOf(read)).toEqual(['1:record-too-long', '2:record-too-long']);
    expect(read.rows).toHaveLength(3);
  });

  test('blank lines after the last record are no record', async () => {
    expect((await readAll(`${V2000}\n$$$$\n\n\n`)).rows).toHaveLength(1);
    expect((await readAll(`$$$$\n\n$$$$\n${V2000}\n$$$$\n`)).rows).toHaveLength(1);
  });
});
