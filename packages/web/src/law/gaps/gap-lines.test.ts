import { day, daysOfStatusChange, type GapRow, type GapTable, type Stretch } from '@custody/core';
import { describe, expect, test } from 'vitest';
import { gapsCsv, gapsJson, gapsSvg } from './gap-files.ts';
import { decidingIn, groupOf, lastChangeOf, linesOn, shownOf } from './gap-lines.ts';
import type { Words } from '../../i18n/use-words.ts';

function stretch(from: string | null, to: string | null, status: Stretch['status']): Stretch {
  return {
    from: from === null ? null : day(from),
    to: to === null ? null : day(to),
    status,
    permanence: status === 'controlled' ? 'permanent' : null,
    entry: null,
    doubt: null,
    announced: [],
  };
}

function row(goods: string, family: string, chinaFrom: string): GapRow {
  return {
    goods,
    name: goods.toUpperCase(),
    names: { en: goods.toUpperCase(), zh: '去甲' },
    family,
    courses: [
      {
        jurisdiction: 'US',
        deciding: true,
        stretches: [stretch(null, '2020-05-15', 'not-controlled'), stretch('2020-05-15', null, 'controlled')],
      },
      {
        jurisdiction: 'CN',
        deciding: true,
        stretches: [stretch(null, chinaFrom, 'not-controlled'), stretch(chinaFrom, null, 'controlled')],
      },
      { jurisdiction: 'JP', deciding: false, stretches: [stretch(null, null, 'unknown')] },
    ],
  };
}

const table: GapTable = {
  jurisdictions: ['US', 'CN', 'JP'],
  rows: [row('norfentanyl', 'precursor', '2024-09-01'), row('x<y>', 'fentanyl', '2020-05-15')],
};
const ON = day('2022-09-01');
const words = {
  t: (key: string) => key,
  language: 'en',
  day: (one: string) => one,
  place: (one: string) => one,
  count: String,
  list: (items: readonly string[]) => items.join(),
} as unknown as Words;

describe('the table of gaps', () => {
  test('shows the jurisdictions that decide, and what differs on a day', () => {
    expect(decidingIn(table)).toEqual(['US', 'CN']);
    const shown = shownOf(table, ['US', 'CN'], null, '');
    expect(linesOn(shown, ON, false)).toHaveLength(2);
    const [line, ...more] = linesOn(shown, ON, true);
    expect(more).toEqual([]);
    expect(line?.row.goods).toBe('norfentanyl');
    expect(line?.cells[1]?.gap).toMatchObject({ ahead: 'US', days: 839 });
    expect(linesOn(shown, day('2024-09-01'), true)).toEqual([]);
  });

  test('is narrowed to a name in any language and to what is behind one jurisdiction', () => {
    expect(shownOf(table, ['US', 'CN'], null, '去甲').rows).toHaveLength(2);
    expect(shownOf(table, ['US', 'CN'], null, 'nor').rows).toHaveLength(1);
    expect(linesOn(shownOf(table, ['US', 'CN'], 'CN', ''), ON, true)).toEqual([]);
  });

  test('says what the last change brought', () => {
    const shown = shownOf(table, ['US', 'CN'], null, '');
    const ticks = daysOfStatusChange(shown.rows);
    expect(ticks).toEqual(['2020-05-15', '2024-09-01']);
    const last = lastChangeOf(shown, ticks, day('2025-01-01'));
    expect(last?.day).toBe('2024-09-01');
    expect(
      last?.changes.map(({ row: of, cell }) => `${of.goods} ${cell.jurisdiction} ${cell.status}`),
    ).toEqual(['norfentanyl CN controlled']);
    expect(lastChangeOf(shown, ticks, ON)?.changes).toHaveLength(3);
    expect(lastChangeOf(shown, ticks, day('2017-01-01'))).toBeNull();
  });

  test('groups goods by what they are', () => {
    expect(table.rows.map(groupOf)).toEqual(['fentanyl-precursor', 'fentanyl']);
  });
});

describe('the files of the table', () => {
  const lines = linesOn(shownOf(table, ['US', 'CN'], null, ''), ON, false);
  const head = { on: ON, known: null, law: 'sha256:0', jurisdictions: ['US', 'CN'] } as const;

  test('CSV has a line a cell, with the days of its gap', () => {
    const text = gapsCsv(lines, head);
    expect(text.trim().split('\r\n')).toHaveLength(5);
    expect(text).toContain('2022-09-01,norfentanyl,NORFENTANYL,precursor,CN,yes,not-controlled');
    expect(text).toContain(',US,2020-05-15,839,no');
  });

  test('JSON says by which law, and has every gap', () => {
    const data = JSON.parse(gapsJson(lines, head)) as { asOf: object; rows: { gaps: { days: number }[] }[] };
    expect(data.asOf).toEqual({ on: '2022-09-01', known: null, law: 'sha256:0' });
    expect(data.rows[0]?.gaps).toMatchObject([{ ahead: 'US', behind: 'CN', to: '2024-09-01', days: 839 }]);
  });

  test('SVG stands alone, and what is no mark-up stays none', () => {
    const drawing = gapsSvg(lines, head, 'a & b', words);
    expect(drawing.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(drawing).toContain('X&lt;Y&gt;');
    expect(drawing).toContain('a &amp; b');
    expect(drawing).toContain('>839<');
  });
});
