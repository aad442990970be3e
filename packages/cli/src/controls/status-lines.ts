import type { AppliedControl, JurisdictionStatus } from '@custody/core';
import { dayWords } from '../terminal/day-words.ts';
import { STATUS_WORDS } from '../terminal/marks.ts';
import { indented, paragraph, room, type SheetStyle } from '../terminal/style.ts';
import { type Cell, tableRows } from '../terminal/table.ts';
import { printable } from '../terminal/width.ts';

/** Said once in the line of state and in the reasons; in a table the word alone. */
export const SCOPE_WORDS = ' in this scope';

const HEAD = [
  { title: '', min: 6 },
  { title: '', min: 16 },
  { title: '', min: 14, flexible: true },
  { title: '', min: 14, flexible: true },
];

/** One line or more a jurisdiction: its state, each list and entry, since when. Those that decide come first. */
export function statusLines(statuses: readonly JurisdictionStatus[], style: SheetStyle): string {
  const ordered = [
    ...statuses.filter(({ deciding }) => deciding),
    ...statuses.filter(({ deciding }) => !deciding),
  ];
  const rows = ordered.map((status) => ({ status, rows: statusRows(status, style) }));
  const drawn = tableRows(
    HEAD,
    rows.flatMap((one) => one.rows),
    room(style),
  ).map((row) => indented(row));
  const deciding = rows
    .filter(({ status }) => status.deciding)
    .reduce((sum, one) => sum + one.rows.length, 0);
  if (deciding === drawn.length) return drawn.join('\n');
  return [
    ...drawn.slice(0, deciding),
    ...(deciding === 0 ? [] : ['']),
    paragraph('Not compiled in full for these goods; shown beside, not deciding:', style, style.palette.dim),
    ...drawn.slice(deciding),
  ].join('\n');
}

function statusRows(status: JurisdictionStatus, style: SheetStyle): readonly (readonly Cell[])[] {
  const { strong, warn } = style.palette;
  const head = [
    { text: status.jurisdiction, paint: strong },
    {
      text: STATUS_WORDS[status.status].replace(SCOPE_WORDS, ''),
      paint: style.palette.status[status.status],
    },
  ];
  const applied = status.controls.map((control) => controlCells(control));
  const marked = (word: string, controls: readonly AppliedControl[]): readonly (readonly Cell[])[] =>
    controls.map((control) => {
      const [what, since] = controlCells(control);
      return [{ text: `${word}: ${what.text}`, paint: warn }, since];
    });
  const why = status.reasons.map(({ text }) => text).join(' ');
  const said = { text: printable(status.status === 'not-controlled' ? scopeWords(status) : why) };
  const rows = [
    ...(applied.length === 0 ? [[said, { text: '' }]] : applied),
    ...(applied.length > 0 && status.status === 'review' && why !== ''
      ? [[{ ...said, paint: warn }, { text: '' }]]
      : []),
    ...marked('announced', status.announced),
    ...marked('proposed', status.proposed),
  ];
  return rows.map((cells, index) => [...(index === 0 ? head : [{ text: '' }, { text: '' }]), ...cells]);
}

/** The scope a "not controlled" holds in; what else is to be said of it stands under --explain. */
function scopeWords({ scope, reasons }: JurisdictionStatus): string {
  const caveats = reasons.length > 1 ? ' (with caveats)' : '';
  return `${scope.words.join('; ')}${caveats}`;
}

function controlCells(control: AppliedControl): readonly [Cell, Cell] {
  const listed = [control.list, control.entry].filter((word) => word !== '').join(', ');
  const remarks = [
    control.doubt === null ? '' : 'to review',
    control.basis === 'named' ? '' : control.basis,
    control.destinations.length === 0 ? '' : `towards ${control.destinations.join(', ')}`,
    control.citation.confidence === 'unverified' ? 'unverified' : '',
  ].filter((word) => word !== '');
  const what = remarks.length === 0 ? listed : `${listed} (${remarks.join('; ')})`;
  return [{ text: printable(what) }, { text: sinceWords(control) }];
}

/** Since when, until when, and how sure: `since 15 May 2020`. */
export function sinceWords(control: AppliedControl): string {
  const { startWindow: window } = control;
  const parts: string[] = [];
  if (control.effectiveFrom !== null) {
    const doubt = window.verified ? '' : ' (day unverified)';
    parts.push(
      `${control.stage === 'in-force' ? 'since' : 'from'} ${dayWords(control.effectiveFrom)}${doubt}`,
    );
  } else if (window.latest !== null) {
    parts.push(`since ${dayWords(window.latest)} at the latest`);
  } else {
    parts.push('start not known');
  }
  if (control.effectiveTo !== null) parts.push(`until ${dayWords(control.effectiveTo)}`);
  if (control.permanence === 'temporary') parts.push('temporary');
  return parts.join(', ');
}
