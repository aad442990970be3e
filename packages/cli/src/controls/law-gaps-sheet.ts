import { gapSheet, type ControlStatus, type GapCell, type Law } from '@custody/core';
import { csv } from '../terminal/csv.ts';
import { dayWords } from '../terminal/day-words.ts';
import { palette, STATUS_WORDS } from '../terminal/marks.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { printable } from '../terminal/width.ts';
import type { GapLine, GapsShown } from './law-gaps.ts';

const KEY: readonly ControlStatus[] = ['controlled', 'review', 'not-controlled', 'unknown', 'outside'];

export function gapsTable(
  { on, known, jurisdictions, lines }: GapsShown,
  law: Law,
  terminal: Terminal,
): string {
  const { dim, strong, warn, status: paints } = palette(terminal.colour);
  const rows = lines.map(({ row, cells }) => {
    const gap = longestOf(cells);
    return [
      { text: printable(row.name), paint: strong },
      ...cells.map(({ status }) => ({ text: markOf(status), paint: paints[status] })),
      gap === null
        ? { text: '' }
        : {
            text: `${gap.behind} behind ${gap.ahead}, ${gap.days === null ? 'days not known' : `${gap.days} days`}`,
            paint: warn,
          },
    ];
  });
  const head = [
    { title: 'Goods', min: 18, flexible: true },
    ...jurisdictions.map((jurisdiction) => ({ title: jurisdiction, min: jurisdiction.length })),
    { title: 'Longest gap open', min: 12, flexible: true },
  ];
  const differing = lines.filter(({ cells }) => cells.some(({ gap }) => gap !== null)).length;
  return [
    strong(`Control by jurisdiction on ${dayWords(on)}`) +
      (known === null ? '' : dim(` as published by ${dayWords(known)}`)),
    `${differing} of ${lines.length} are controlled in one of these jurisdictions and not in another.`,
    '',
    lines.length === 0 ? 'No goods to show.' : table(head, rows, terminal.columns, dim),
    '',
    dim(KEY.map((status) => STATUS_WORDS[status]).join('  ')),
    `${dim(`Law ${law.digest}.`)}\n`,
  ].join('\n');
}

function markOf(status: ControlStatus): string {
  return STATUS_WORDS[status].slice(0, 1);
}

/** The gap of the row that has been open longest; one without a known beginning is older than any. */
function longestOf(cells: GapLine['cells']): GapCell['gap'] {
  return cells
    .flatMap(({ gap }) => gap ?? [])
    .reduce<GapCell['gap']>(
      (a, b) => (a === null || (b.days ?? Infinity) > (a.days ?? Infinity) ? b : a),
      null,
    );
}

/** One line a cell: what stands on the page, with the days and the entry behind it. */
export function gapsCsv({ on, lines }: GapsShown): string {
  return csv(gapSheet(on, lines));
}
