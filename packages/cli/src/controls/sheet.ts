import type { Answer, GoodsAnswer, JurisdictionStatus } from '@custody/core';
import { codeCells } from '../terminal/code-cells.ts';
import { dayWords } from '../terminal/day-words.ts';
import { STATUS_WORDS } from '../terminal/marks.ts';
import { indented, paragraph, room, type SheetStyle } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import { printable } from '../terminal/width.ts';
import { explained } from './explained.ts';
import { SCOPE_WORDS, statusLines } from './status-lines.ts';

const CANDIDATES_SHOWN = 8;
const LONGEST_INPUT_SHOWN = 120;

/** One goods of an answer as text for a terminal: what it is, its codes, and one line or more per jurisdiction. */
export function sheet(result: GoodsAnswer, asOf: Answer['asOf'], style: SheetStyle): string {
  const lines = [heading(result, style)];
  for (const problem of result.problems) {
    lines.push(paragraph(`! ${problem.message}`, style, style.palette.warn));
    if (problem.todo !== undefined) lines.push(paragraph(`  To do: ${problem.todo}`, style));
  }
  lines.push(...candidates(result, style));
  if (result.statuses.length > 0) {
    lines.push('', statement(result, asOf, style), '', statusLines(result.statuses, style));
    if (style.explain) lines.push(...result.statuses.flatMap((status) => ['', ...explained(status, style)]));
    else lines.push(...moreToSee(result, style));
  }
  return `${lines.join('\n')}\n`;
}

/** What stands below all results: which law answered. */
export function footing(asOf: Answer['asOf'], style: SheetStyle): string {
  const known = asOf.known === null ? '' : `, knowing what was published by ${dayWords(asOf.known)}`;
  return style.palette.dim(`On ${dayWords(asOf.on)}${known}. Law ${asOf.law}.`);
}

/** Many questions at a glance: one line each, with the jurisdictions that control or leave open. */
export function summary(results: readonly GoodsAnswer[], style: SheetStyle): string {
  const { palette: colours } = style;
  const where = (result: GoodsAnswer, status: JurisdictionStatus['status']): string =>
    result.statuses
      .filter((one) => one.deciding && one.status === status)
      .map(({ jurisdiction }) => jurisdiction)
      .join(' ');
  const rows = results.map((result) => [
    { text: shortened(result.input, LONGEST_INPUT_SHOWN) },
    { text: result.goods === null ? unanswered(result) : printable(result.goods.name) },
    { text: STATUS_WORDS[result.verdict].replace(SCOPE_WORDS, ''), paint: colours.status[result.verdict] },
    { text: where(result, 'controlled') },
    { text: where(result, 'review') },
    { text: where(result, 'unknown') },
  ]);
  const head = [
    { title: 'Asked', min: 8, flexible: true },
    { title: 'Goods', min: 10, flexible: true },
    { title: 'Verdict', min: 8 },
    { title: 'Controlled', min: 8, flexible: true },
    { title: 'Review', min: 6, flexible: true },
    { title: 'Unknown', min: 7, flexible: true },
  ];
  return table(head, rows, room(style), colours.dim);
}

function shortened(text: string, length: number): string {
  return printable(text.length > length ? `${text.slice(0, length)}…` : text);
}

function heading(result: GoodsAnswer, style: SheetStyle): string {
  const { strong, dim, status } = style.palette;
  const asked = shortened(result.input, LONGEST_INPUT_SHOWN);
  const { goods } = result;
  if (goods === null) return `${strong(asked)}  ${status.unreadable(unanswered(result))}`;
  const name = strong(printable(goods.name));
  const how = `asked as ${JSON.stringify(asked)}, ${result.resolution.by ?? 'unread'}`;
  const salt = goods.form?.salt ?? null;
  const form = [salt, goods.form?.stereo === 'other' ? 'another stereoisomer' : null].filter(
    (word) => word !== null,
  );
  const title = form.length === 0 ? name : `${name} (${printable(form.join(', '))})`;
  const codes = codeCells(goods.codes).map(({ label, value }) => [
    { text: label, paint: dim },
    { text: value },
  ]);
  const rows = table(
    [
      { title: '', min: 8 },
      { title: '', min: 10, flexible: true },
    ],
    codes,
    room(style),
  );
  return [`${title}  ${dim(how)}`, ...(codes.length === 0 ? [] : [indented(rows)])].join('\n');
}

function unanswered(result: GoodsAnswer): string {
  return result.resolution.candidates.length > 0 ? '? a person must choose' : STATUS_WORDS.unreadable;
}

function candidates(result: GoodsAnswer, style: SheetStyle): readonly string[] {
  const found = result.resolution.candidates;
  if (found.length === 0) return [];
  const rows = found
    .slice(0, CANDIDATES_SHOWN)
    .map((one) => [
      { text: printable(one.name) },
      { text: one.why.replaceAll('-', ' '), paint: style.palette.dim },
      { text: printable(one.matched), paint: style.palette.dim },
    ]);
  const more = found.length - rows.length;
  return [
    paragraph(
      result.goods === null ? 'A person must choose; it may be one of these:' : 'It may also be meant as:',
      style,
    ),
    indented(
      table(
        [
          { title: '', min: 10, flexible: true },
          { title: '', min: 8 },
          { title: '', min: 8, flexible: true },
        ],
        rows,
        room(style),
      ),
    ),
    ...(more > 0 ? [paragraph(`and ${more} more (--json shows all)`, style, style.palette.dim)] : []),
  ];
}

/** `3 of 7 jurisdictions control it on 1 September 2022.` */
function statement(result: GoodsAnswer, asOf: Answer['asOf'], style: SheetStyle): string {
  const deciding = result.statuses.filter((status) => status.deciding);
  const counted = (word: JurisdictionStatus['status']): number =>
    deciding.filter(({ status }) => status === word).length;
  const [controlled, review, unknown] = [counted('controlled'), counted('review'), counted('unknown')];
  const noun = deciding.length === 1 ? 'jurisdiction' : 'jurisdictions';
  const verb = controlled === 1 ? 'controls' : 'control';
  const parts = [
    `${controlled} of ${deciding.length} ${noun} ${verb} it on ${dayWords(asOf.on)}`,
    ...(review > 0 ? [`${review} to review`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ];
  return indented(style.palette.strong(`${parts.join('; ')}.`));
}

/** What `--explain` would show beside. */
function moreToSee(result: GoodsAnswer, style: SheetStyle): readonly string[] {
  const count = result.statuses.reduce((sum, { duties }) => sum + duties.length, 0);
  const duties = count === 0 ? '' : `${count} ${count === 1 ? 'duty follows' : 'duties follow'}; `;
  const words = `${duties}--explain shows sources, duties, penalties and the reasoning.`;
  return ['', paragraph(words, style, style.palette.dim)];
}
