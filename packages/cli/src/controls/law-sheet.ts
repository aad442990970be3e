import type {
  Coverage,
  Day,
  InstrumentEntry,
  InstrumentSummary,
  InstrumentView,
  Law,
  Resolution,
  TimelineRow,
} from '@custody/core';
import { csv } from '../terminal/csv.ts';
import { dayWords } from '../terminal/day-words.ts';
import { palette } from '../terminal/marks.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { printable, wrap } from '../terminal/width.ts';

const UNVERIFIED = ' [unverified]';

export function listTable(instruments: readonly InstrumentSummary[], law: Law, terminal: Terminal): string {
  const { dim, strong } = palette(terminal.colour);
  const rows = instruments.map(({ instrument, entries, unverified }) => [
    { text: instrument.jurisdiction },
    { text: instrument.id, paint: strong },
    { text: printable(instrument.title) },
    { text: String(entries) },
    { text: unverified === 0 ? '' : `${unverified} unverified` },
  ]);
  const head = [
    { title: 'Where', min: 5 },
    { title: 'Id', min: 10 },
    { title: 'Instrument', min: 24, flexible: true },
    { title: 'Entries', min: 7 },
    { title: '', min: 4 },
  ];
  const places = [...new Set(instruments.map(({ instrument }) => instrument.jurisdiction))];
  const coverage = law.coverage
    .filter(({ jurisdiction }) => places.includes(jurisdiction))
    .map((row) => [
      { text: row.jurisdiction },
      { text: kindWords(row) },
      { text: row.state },
      { text: row.checkedOn === null ? 'not dated' : dayWords(row.checkedOn) },
      { text: printable(row.note ?? '') },
    ]);
  const coverageHead = [
    { title: 'Where', min: 5 },
    { title: 'Kind', min: 10 },
    { title: 'Compiled', min: 8 },
    { title: 'Checked', min: 8 },
    { title: '', min: 20, flexible: true },
  ];
  return [
    table(head, rows, terminal.columns, dim),
    '',
    table(coverageHead, coverage, terminal.columns, dim),
    '',
    `${dim(`Law ${law.digest}.`)}\n`,
  ].join('\n');
}

function kindWords({ kind, families }: Coverage): string {
  return families.length === 0 ? kind : `${kind}: ${families.join(', ')}`;
}

export function listCsv(instruments: readonly InstrumentSummary[]): string {
  return csv([
    ['jurisdiction', 'id', 'title', 'kind', 'entries', 'unverified', 'first_start', 'last_start', 'url'],
    ...instruments.map(({ instrument, entries, unverified, firstStart, lastStart }) => [
      instrument.jurisdiction,
      instrument.id,
      instrument.title,
      instrument.kind,
      entries,
      unverified,
      firstStart,
      lastStart,
      instrument.citation.url,
    ]),
  ]);
}

export function showTable(view: InstrumentView, law: Law, terminal: Terminal): string {
  const { dim, strong } = palette(terminal.colour);
  const { instrument } = view;
  const { citation } = instrument;
  const source = [
    citation.title,
    citation.url ?? '',
    citation.published === null ? '' : `published ${dayWords(citation.published)}`,
    citation.verifiedOn === null ? 'not verified' : `read ${dayWords(citation.verifiedOn)}`,
  ].filter((part) => part !== '');
  const rows = view.entries.map((entry) => [
    { text: printable(entry.target), paint: entry.targetKind === 'goods' ? (text: string) => text : strong },
    { text: entry.control.list },
    { text: printable(entry.control.entry) },
    { text: startWords(entry.control.start.earliest, entry.control.start.latest) },
    { text: entry.control.end === null ? '' : `until ${entry.control.end}` },
    { text: stageWords(entry) },
  ]);
  const head = [
    { title: 'Goods', min: 16, flexible: true },
    { title: 'List', min: 6, flexible: true },
    { title: 'Entry', min: 6, flexible: true },
    { title: 'Since', min: 10 },
    { title: 'Until', min: 5 },
    { title: '', min: 4 },
  ];
  const notes = instrument.notes.flatMap((note) => wrap(printable(note), terminal.columns));
  return [
    strong(printable(instrument.title)),
    ...(instrument.titleOriginal === null ? [] : [printable(instrument.titleOriginal)]),
    dim(`${instrument.jurisdiction}, ${instrument.kind}, ${instrument.id}`),
    ...wrap(printable(source.join('; ')), terminal.columns),
    ...notes,
    '',
    table(head, rows, terminal.columns, dim),
    '',
    `${view.entries.length} entries. ${dim(`Law ${law.digest}.`)}\n`,
  ].join('\n');
}

function stageWords({ control }: InstrumentEntry): string {
  const words = [
    control.stage === 'in-force' || control.stage === 'ended' ? '' : control.stage,
    control.permanence === 'temporary' ? 'temporary' : '',
    control.citation.confidence === 'unverified' ? 'unverified' : '',
  ];
  return words.filter((word) => word !== '').join(', ');
}

export function showCsv({ entries }: InstrumentView): string {
  return csv([
    [
      'control',
      'goods',
      'list',
      'entry',
      'earliest',
      'latest',
      'until',
      'stage',
      'permanence',
      'confidence',
      'url',
    ],
    ...entries.map(({ control, target }) => [
      control.id,
      target,
      control.list,
      control.entry,
      control.start.earliest,
      control.start.latest,
      control.end,
      control.stage,
      control.permanence,
      control.citation.confidence,
      control.citation.url,
    ]),
  ]);
}

export function timelineTable(
  resolution: Resolution,
  timelineRows: readonly TimelineRow[],
  law: Law,
  terminal: Terminal,
): string {
  const { dim, strong, warn } = palette(terminal.colour);
  const { goods } = resolution;
  if (goods === null) {
    const near = resolution.candidates.map(({ name, matched }) => `  ${printable(`${name} (${matched})`)}`);
    const problems = resolution.problems.map(({ message }) => `  ${printable(message)}`);
    return `${[`${strong(printable(resolution.input))}  ${warn(near.length > 0 ? 'a person must choose:' : 'no goods found')}`, ...near, ...problems].join('\n')}\n`;
  }
  const rows = timelineRows.map((row) => [
    { text: startWords(row.start.earliest, row.start.latest) + (row.start.verified ? '' : UNVERIFIED) },
    { text: row.end ?? '' },
    { text: row.jurisdiction, paint: strong },
    { text: printable([row.list, row.entry].filter((word) => word !== '').join(', ')) },
    { text: row.basis },
    { text: rowRemarks(row), ...(row.doubt === null ? {} : { paint: warn }) },
  ]);
  const head = [
    { title: 'Since', min: 10 },
    { title: 'Until', min: 10 },
    { title: 'Where', min: 5 },
    { title: 'List and entry', min: 16, flexible: true },
    { title: 'By', min: 5 },
    { title: '', min: 10, flexible: true },
  ];
  return [
    strong(printable(goods.named?.name.en ?? goods.smiles ?? goods.id)),
    '',
    rows.length === 0 ? 'No control of these goods is compiled.' : table(head, rows, terminal.columns, dim),
    '',
    `${dim(`Law ${law.digest}.`)}\n`,
  ].join('\n');
}

function rowRemarks(row: TimelineRow): string {
  const words = [
    row.stage === 'in-force' || row.stage === 'ended' ? '' : row.stage,
    row.permanence === 'temporary' ? 'temporary' : '',
    row.destinations.length === 0 ? '' : `towards ${row.destinations.join(', ')}`,
    row.doubt === null ? '' : `review: ${row.doubt.text}`,
    row.excluded === null ? '' : `does not reach them: ${row.excluded.text}`,
  ];
  return printable(words.filter((word) => word !== '').join('; '));
}

/** ISO days, because a table of many is read down the column. */
function startWords(earliest: Day | null, latest: Day | null): string {
  if (latest === null) return earliest === null ? 'not known' : `not before ${earliest}`;
  return earliest === latest ? latest : `by ${latest}`;
}

export function timelineCsv(rows: readonly TimelineRow[]): string {
  return csv([
    [
      'control',
      'jurisdiction',
      'instrument',
      'list',
      'entry',
      'basis',
      'stage',
      'permanence',
      'earliest',
      'latest',
      'until',
      'published',
      'review',
      'excluded',
      'url',
    ],
    ...rows.map((row) => [
      row.control,
      row.jurisdiction,
      row.instrument,
      row.list,
      row.entry,
      row.basis,
      row.stage,
      row.permanence,
      row.start.earliest,
      row.start.latest,
      row.end,
      row.publishedOn,
      row.doubt?.text ?? null,
      row.excluded?.text ?? null,
      row.citation.url,
    ]),
  ]);
}
