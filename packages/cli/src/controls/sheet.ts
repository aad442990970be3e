import type {
  Answer,
  AppliedControl,
  AppliedDuty,
  Explanation,
  GoodsAnswer,
  JurisdictionStatus,
  Reason,
} from '@custody/core';
import { codeCells } from '../terminal/code-cells.ts';
import { dayWords } from '../terminal/day-words.ts';
import { type Palette, STATUS_WORDS } from '../terminal/marks.ts';
import { type Cell, table } from '../terminal/table.ts';
import { printable, wrap } from '../terminal/width.ts';

/** How an answer is laid out for a person. */
export interface SheetStyle {
  readonly palette: Palette;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** Duties, penalties, exclusions and the tree of reasons as well. */
  readonly explain: boolean;
}

const INDENT = '  ';
const NARROWEST_COLUMNS = 48;
const CANDIDATES_SHOWN = 8;
const LONGEST_INPUT_SHOWN = 120;
/** Said once in the line of state and in the reasons; in a table the word alone. */
const SCOPE_WORDS = ' in this scope';

/** One goods of an answer as text for a terminal: what it is, its codes, and one line or more per jurisdiction. */
export function sheet(result: GoodsAnswer, asOf: Answer['asOf'], style: SheetStyle): string {
  const lines = [heading(result, style)];
  for (const problem of result.problems) {
    lines.push(paragraph(`! ${problem.message}`, style, style.palette.warn));
    if (problem.todo !== undefined) lines.push(paragraph(`  To do: ${problem.todo}`, style));
  }
  lines.push(...candidates(result, style));
  if (result.statuses.length > 0)
    lines.push('', statement(result, asOf, style), '', ...jurisdictions(result, style));
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
  const parts = [
    `${counted('controlled')} of ${deciding.length} ${deciding.length === 1 ? 'jurisdiction controls' : 'jurisdictions control'} it on ${dayWords(asOf.on)}`,
    counted('review') > 0 ? `${counted('review')} to review` : '',
    counted('unknown') > 0 ? `${counted('unknown')} unknown` : '',
  ].filter((part) => part !== '');
  return indented(style.palette.strong(`${parts.join('; ')}.`));
}

function jurisdictions(result: GoodsAnswer, style: SheetStyle): readonly string[] {
  const deciding = result.statuses.filter((status) => status.deciding);
  const beside = result.statuses.filter((status) => !status.deciding);
  return [
    ...(deciding.length > 0 ? [statusTable(deciding, style)] : []),
    ...(beside.length > 0
      ? [
          '',
          paragraph('Partly compiled; shown beside, not deciding:', style, style.palette.dim),
          statusTable(beside, style),
        ]
      : []),
    ...(style.explain ? result.statuses.flatMap((status) => ['', ...explained(status, style)]) : []),
  ];
}

function statusTable(statuses: readonly JurisdictionStatus[], style: SheetStyle): string {
  const rows = statuses.flatMap((status) => statusRows(status, style));
  return indented(
    table(
      [
        { title: '', min: 6 },
        { title: '', min: 12 },
        { title: '', min: 16, flexible: true },
        { title: '', min: 16, flexible: true },
      ],
      rows,
      room(style),
    ),
  );
}

function statusRows(status: JurisdictionStatus, style: SheetStyle): readonly (readonly Cell[])[] {
  const paint = style.palette.status[status.status];
  const head = [
    { text: status.jurisdiction, paint: style.palette.strong },
    { text: STATUS_WORDS[status.status].replace(SCOPE_WORDS, ''), paint },
  ];
  const applied = status.controls.map((control) => controlCells(control));
  const announced = status.announced.map((control) => {
    const [what, since] = controlCells(control);
    return [{ text: `announced: ${what.text}`, paint: style.palette.warn }, since] as const;
  });
  const silent = [{ text: reasonWords(status) }, { text: '' }] as const;
  const rows = applied.length === 0 ? [silent, ...announced] : [...applied, ...announced];
  const doubts = applied.length > 0 && status.status === 'review' ? reviewRows(status, style) : [];
  return [...rows, ...doubts].map((cells, index) =>
    index === 0 ? [...head, ...cells] : [{ text: '' }, { text: '' }, ...cells],
  );
}

function reviewRows(status: JurisdictionStatus, style: SheetStyle): readonly (readonly [Cell, Cell])[] {
  return status.reasons.map((reason) => [
    { text: printable(reason.text), paint: style.palette.warn },
    { text: '' },
  ]);
}

function controlCells(control: AppliedControl): readonly [Cell, Cell] {
  const what = [control.list, control.entry].filter((word) => word !== '').join(', ');
  const basis = control.basis === 'named' ? '' : ` (${control.basis})`;
  const source = `${control.instrumentTitle}${control.citation.confidence === 'unverified' ? ' [unverified]' : ''}`;
  return [{ text: printable(`${what}${basis}; ${source}`) }, { text: sinceWords(control) }];
}

/** Since when, until when, and how sure: `since 15 May 2020, permanent`. */
export function sinceWords(control: AppliedControl): string {
  const { startWindow: window } = control;
  const parts: string[] = [];
  if (control.effectiveFrom !== null) parts.push(`since ${dayWords(control.effectiveFrom)}`);
  else if (window.latest !== null)
    parts.push(`at latest since ${dayWords(window.latest)}; the day it started is not known`);
  else parts.push('start not known');
  if (control.effectiveFrom !== null && !window.verified) parts[0] = `${parts[0] ?? ''} [unverified]`;
  if (control.effectiveTo !== null) parts.push(`until ${dayWords(control.effectiveTo)}`);
  parts.push(control.permanence);
  return parts.join(', ');
}

function reasonWords(status: JurisdictionStatus): string {
  const words = status.reasons.map((reason: Reason) => reason.text);
  return printable((words.length > 0 ? words : status.scope.words).join(' '));
}

function explained(status: JurisdictionStatus, style: SheetStyle): readonly string[] {
  const { strong } = style.palette;
  const sources = status.controls.flatMap((control) => [
    `${control.list}, ${control.entry}: ${control.citation.title}${control.citation.url === null ? '' : ` <${control.citation.url}>`}, ` +
      (control.citation.verifiedOn === null
        ? 'not verified'
        : `read on ${dayWords(control.citation.verifiedOn)}`) +
      `, ${control.citation.confidence}`,
    ...(control.scopeWords === null ? [] : [`Reach: ${control.scopeWords}`]),
    ...control.exemptions.map((words) => `Exempt: ${words}`),
    ...control.thresholds.map(({ words }) => `Threshold: ${words}`),
  ]);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Sources', sources],
    ['Excluded', status.excluded.map(({ list, entry, because }) => `${list}, ${entry}: ${because.text}`)],
    ['Duties', status.duties.map((duty) => dutyWords(duty))],
    [
      'Penalties',
      status.penalties.map(({ article, conduct, penalty }) => `${article}: ${conduct}: ${penalty}`),
    ],
    ['Scope', status.scope.words],
  ];
  return [
    indented(strong(status.jurisdiction)),
    ...sections.flatMap(([title, items]) =>
      items.length === 0
        ? []
        : [
            indented(title, 2),
            ...items.map((item) => paragraph(`· ${printable(item)}`, style, undefined, 3)),
          ],
    ),
    indented('Why', 2),
    ...branches(status.explanation, style, 3),
  ];
}

function dutyWords(duty: AppliedDuty): string {
  const limit = duty.deadline === null ? '' : ` Time limit: ${duty.deadline.words}.`;
  return `${duty.article}: ${duty.what}${limit}`;
}

const OUTCOME_WORDS: Readonly<Record<Explanation['outcome'], string>> = {
  yes: 'yes',
  no: 'no',
  unclear: 'unclear',
  'not-asked': 'not asked',
};

function branches(node: Explanation, style: SheetStyle, depth: number): readonly string[] {
  return [
    paragraph(`${printable(node.text)} [${OUTCOME_WORDS[node.outcome]}]`, style, undefined, depth),
    ...node.children.flatMap((child) => branches(child, style, depth + 1)),
  ];
}

function room(style: SheetStyle): number {
  return Math.max(NARROWEST_COLUMNS, style.columns) - INDENT.length;
}

function paragraph(text: string, style: SheetStyle, paint = (line: string) => line, depth = 1): string {
  const width = Math.max(NARROWEST_COLUMNS / 2, room(style) - INDENT.length * depth);
  return wrap(printable(text), width)
    .map((line) => INDENT.repeat(depth) + paint(line))
    .join('\n');
}

function indented(text: string, depth = 1): string {
  return text
    .split('\n')
    .map((line) => INDENT.repeat(depth) + line)
    .join('\n');
}
