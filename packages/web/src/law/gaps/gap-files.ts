import { daysOpen, gapSheet, gapsOf, type Day, type Jurisdiction } from '@custody/core';
import { csv } from '../../design/csv.ts';
import type { Words } from '../../i18n/use-words.ts';
import { nameOf } from '../goods-names.ts';
import type { GapLine } from './gap-lines.ts';

/** What a file says of itself: the day, what was known, and the law it was made from. */
export interface FileHead {
  readonly on: Day;
  readonly known: Day | null;
  readonly law: string;
  readonly jurisdictions: readonly Jurisdiction[];
}

/** The table as shown: one line a cell, in the columns `custody law gaps --format csv` has. */
export function gapsCsv(lines: readonly GapLine[], { on }: FileHead): string {
  return csv(gapSheet(on, lines));
}

/** The same with every gap of each line, for programs. */
export function gapsJson(lines: readonly GapLine[], { on, known, law, jurisdictions }: FileHead): string {
  const rows = lines.map(({ row, cells }) => ({
    goods: row.goods,
    name: row.name,
    family: row.family,
    cells,
    gaps: gapsOf(row).map((gap) => ({ ...gap, days: daysOpen(gap, on) })),
  }));
  return `${JSON.stringify({ asOf: { on, known, law }, jurisdictions, rows }, null, 2)}\n`;
}

const NAME_WIDTH = 250;
const CELL_WIDTH = 62;
const ROW_HEIGHT = 20;
const HEAD_HEIGHT = 64;
const FOOT_HEIGHT = 64;

const INK: Readonly<Record<string, string>> = {
  controlled: '#9c1431',
  review: '#8a5300',
  'not-controlled': '#0d6468',
  unknown: '#5a646c',
  outside: '#5a646c',
};

/** The table as a drawing that stands alone: title, marks, months and days, key and source. */
export function gapsSvg(lines: readonly GapLine[], head: FileHead, source: string, words: Words): string {
  const { t, day } = words;
  const width = Math.max(720, NAME_WIDTH + head.jurisdictions.length * CELL_WIDTH + 16);
  const height = HEAD_HEIGHT + lines.length * ROW_HEIGHT + FOOT_HEIGHT;
  const x = (column: number): number => NAME_WIDTH + column * CELL_WIDTH + 8;
  const title = `${t('views.gaps.title')} ${day(head.on)}`;
  const heads = head.jurisdictions.map((one, column) => text(x(column), 54, one, 'font-weight="600"'));
  const rows = lines.map(({ row, cells }, index) => {
    const y = HEAD_HEIGHT + index * ROW_HEIGHT + 14;
    const marks = cells.map((cell, column) => {
      const said = cell.gap === null ? monthOf(cell.since.day, cell.status) : String(cell.gap.days ?? '?');
      return `${mark(cell.status, x(column), y - 11)}${text(x(column) + 17, y, said, 'fill="#49535b" font-size="10"')}`;
    });
    const rule = `<path d="M8 ${String(y + 6)}H${String(width - 8)}" stroke="#dfe4e6"/>`;
    return `${text(8, y, nameOf(row, words))}${marks.join('')}${rule}`;
  });
  const key = (['controlled', 'review', 'not-controlled', 'unknown', 'outside'] as const).map(
    (status, index) => {
      const at = 8 + index * 150;
      return `${mark(status, at, height - 46)}${text(at + 18, height - 35, t(`status.${status}`))}`;
    },
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" font-family="'Source Sans 3', 'Noto Sans SC', sans-serif" font-size="12" fill="#191e22">`,
    `<title>${escaped(title)}</title><desc>${escaped(source)}</desc>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    text(8, 24, title, 'font-size="17" font-weight="600"'),
    ...heads,
    ...rows,
    ...key,
    text(8, height - 12, source, 'fill="#626d75" font-size="10"'),
    '</svg>',
  ].join('\n');
}

function monthOf(day: Day | null, status: string): string {
  return status === 'controlled' && day !== null ? day.slice(0, 7) : '';
}

/** The five states, as the desk draws them. */
function mark(status: string, x: number, y: number): string {
  const ink = INK[status] ?? '#191e22';
  const ring = `fill="none" stroke="${ink}" stroke-width="1.5"`;
  const shape = {
    controlled: `<circle cx="7" cy="7" r="6" fill="${ink}"/>`,
    review: `<circle cx="7" cy="7" r="5.25" ${ring}/><path d="M7 1.75a5.25 5.25 0 0 0 0 10.5z" fill="${ink}"/>`,
    'not-controlled': `<circle cx="7" cy="7" r="5.25" ${ring}/>`,
    unknown: `<circle cx="7" cy="7" r="5.25" ${ring} stroke-dasharray="2.4 1.72"/>`,
    outside: `<path d="M1.5 7h11" stroke="${ink}" stroke-width="2.5"/>`,
  }[status];
  return `<g transform="translate(${String(x)} ${String(y)})">${shape ?? ''}</g>`;
}

function text(x: number, y: number, words: string, more = ''): string {
  return `<text x="${String(x)}" y="${String(y)}"${more === '' ? '' : ` ${more}`}>${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
