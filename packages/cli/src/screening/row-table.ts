import type {
  ControlStatus,
  Jurisdiction,
  RowDifference,
  RowVerdict,
  ScreenedGoods,
  ScreenedRow,
} from '@custody/core';
import { palette, STATUS_WORDS } from '../terminal/marks.ts';
import { type Cell, fixedRow } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { printable } from '../terminal/width.ts';
import { SCOPE_WORDS } from '../controls/status-lines.ts';

const ROW_COLUMNS = 8;
const VERDICT_COLUMNS = 16;
/** Two blanks between columns. */
const GAPS_COLUMNS = 6;
const NARROWEST_COLUMNS = 60;
const LONGEST_SHOWN_LENGTH = 160;
const PROBLEMS_SHOWN = 3;
const GOODS_SHOWN = 4;

/** Statuses that are told by jurisdiction; the rest need no words. */
const TOLD: readonly ControlStatus[] = ['controlled', 'review', 'unknown'];

type Row<Item> = (item: Item) => string;

/** Draws rows for a person, one below the other as they come, below their titles. */
export function rowTable(terminal: Terminal): Row<ScreenedRow> {
  const { status } = palette(terminal.colour);
  return drawer(terminal, 'Where, and what is to be seen to', (row) => [
    { text: String(row.row) },
    { text: verdictWord(row.verdict), paint: status[row.verdict] },
    { text: goodsWords(row) },
    { text: [...whereWords(row), ...problemWords(row)].join('; ') },
  ]);
}

/** Draws what differs from an earlier result, likewise. */
export function differenceTable(terminal: Terminal): Row<RowDifference> {
  const { status } = palette(terminal.colour);
  return drawer(terminal, 'What changed', ({ row, earlierRow, verdict, input, ...change }) => [
    { text: row === null ? `(${earlierRow ?? ''})` : String(row) },
    verdict.to === null ? { text: 'removed' } : { text: verdictWord(verdict.to), paint: status[verdict.to] },
    { text: inputWords(input) },
    { text: changeWords(verdict, change).join('; ') },
  ]);
}

/** Widths do not depend on what is still to come. */
function drawer<Item>(
  terminal: Terminal,
  last: string,
  cells: (item: Item) => readonly Cell[],
): (item: Item) => string {
  const { dim } = palette(terminal.colour);
  const room = Math.max(NARROWEST_COLUMNS, terminal.columns) - ROW_COLUMNS - VERDICT_COLUMNS - GAPS_COLUMNS;
  const widths = [ROW_COLUMNS, VERDICT_COLUMNS, Math.ceil(room / 2), Math.floor(room / 2)];
  let titles = `${fixedRow(
    ['Row', 'Verdict', 'Goods', last].map((text) => ({ text, paint: dim })),
    widths,
  )}\n`;
  return (item) => {
    const drawn = `${titles}${fixedRow(cells(item), widths)}\n`;
    titles = '';
    return drawn;
  };
}

function verdictWord(verdict: RowVerdict): string {
  return STATUS_WORDS[verdict].replace(SCOPE_WORDS, '');
}

function changeWords(
  verdict: RowDifference['verdict'],
  {
    kind,
    jurisdictions,
    controls,
    goods,
  }: Pick<RowDifference, 'kind' | 'jurisdictions' | 'controls' | 'goods'>,
): readonly string[] {
  if (kind !== 'answer')
    return [kind === 'added' ? 'not in the earlier result' : 'only in the earlier result'];
  const listed = (word: string, ids: readonly string[]): readonly string[] =>
    ids.length === 0 ? [] : [`${word}: ${ids.map((id) => printable(id)).join(', ')}`];
  return [
    ...(verdict.from === verdict.to ? [] : [`was ${verdict.from ?? 'not there'}`]),
    ...jurisdictions.map(
      ({ jurisdiction, from, to }) => `${jurisdiction}: ${from ?? 'not asked'} > ${to ?? 'not asked'}`,
    ),
    ...listed('controls gained', controls.gained),
    ...listed('controls lost', controls.lost),
    ...listed('goods gained', goods.gained),
    ...listed('goods lost', goods.lost),
  ];
}

function goodsWords({ goods, input }: ScreenedRow): string {
  if (goods.length === 0)
    return shortened(Object.values(input).find((text) => text.trim() !== '') ?? '(blank)');
  const words = goods.slice(0, GOODS_SHOWN).map(oneGoods);
  const more = goods.length - words.length;
  return [...words, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function inputWords(input: ScreenedRow['input']): string {
  return shortened(Object.values(input).find((text) => text.trim() !== '') ?? '(blank)');
}

function oneGoods({ name, id, from, match }: ScreenedGoods): string {
  const what = name ?? id;
  if (what === null) return shortened(from);
  const asked = from === what ? '' : ` (${shortened(from)})`;
  return `${match === 'candidate' ? '? ' : ''}${shortened(what)}${asked}`;
}

function whereWords({ jurisdictions, deciding }: ScreenedRow): readonly string[] {
  const where = Object.entries(jurisdictions) as [Jurisdiction, ControlStatus][];
  return TOLD.flatMap((status) => {
    const codes = where
      .filter(([code, said]) => said === status && deciding.includes(code))
      .map(([code]) => code);
    return codes.length === 0 ? [] : [`${status} in ${codes.join(', ')}`];
  });
}

function problemWords({ problems }: ScreenedRow): readonly string[] {
  const words = problems
    .slice(0, PROBLEMS_SHOWN)
    .map(({ column, message }) => printable(column === null ? `! ${message}` : `! ${column}: ${message}`));
  const more = problems.length - words.length;
  return more > 0 ? [...words, `! and ${more} more`] : words;
}

function shortened(text: string): string {
  return printable(text.length > LONGEST_SHOWN_LENGTH ? `${text.slice(0, LONGEST_SHOWN_LENGTH)}…` : text);
}
