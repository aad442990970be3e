import {
  type ChangeKind,
  countKinds,
  type Law,
  type LawChange,
  lawChanges as changesOf,
} from '@custody/core';
import { loadLaw } from '@custody/core/node';
import { readDay } from '../options/day.ts';
import { type FormatOptions, readFormat } from '../options/format.ts';
import { readJurisdictions } from '../options/place.ts';
import { csv } from '../terminal/csv.ts';
import { dayWords } from '../terminal/day-words.ts';
import { EXIT, type ExitCode } from '../terminal/exit-code.ts';
import { palette } from '../terminal/marks.ts';
import { Refusal } from '../terminal/refusal.ts';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { printable } from '../terminal/width.ts';

export interface ChangesOptions extends FormatOptions {
  readonly from?: string;
  readonly to?: string;
  readonly in?: readonly string[];
  readonly family?: string;
  readonly uncertain?: boolean;
}

/** `custody law changes`: what became controlled, ended, changed its list, was announced or proposed between two days. */
export async function lawChanges(options: ChangesOptions, terminal: Terminal): Promise<ExitCode> {
  const format = readFormat(options, terminal, ['table', 'json', 'csv']);
  if (options.from === undefined) {
    throw new Refusal(
      '--from is missing.',
      'give the day from which changes count, such as --from 2024-01-01.',
    );
  }
  const from = readDay(options.from, '--from');
  const to = options.to === undefined ? terminal.today() : readDay(options.to, '--to');
  if (to < from) throw new Refusal(`--to ${to} is before --from ${from}.`, 'give the earlier day first.');
  const places = options.in === undefined ? null : readJurisdictions(options.in);
  const law = loadLaw();
  const all = changesOf(law, { from, to, in: places }).filter(
    ({ family }) => options.family === undefined || family === options.family,
  );
  // A start that is known only as "by this day" is the day of a reading; unless asked for it would drown the rest.
  const shown = options.uncertain === true ? all : all.filter(({ kind }) => kind !== 'uncertain');
  if (format === 'json') {
    const body = { law: law.digest, from, to, in: places, counts: countKinds(all), changes: shown };
    await terminal.write(`${JSON.stringify(body, null, 2)}\n`);
  } else if (format === 'csv') await terminal.write(changesCsv(shown));
  else await terminal.write(changesTable(shown, all.length - shown.length, { from, to }, law, terminal));
  return EXIT.clear;
}

const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  controlled: '+ controlled',
  ended: '- ended',
  changed: '~ changed',
  uncertain: '? by this day',
  announced: '» announced',
  proposed: '· proposed',
};

function changesTable(
  changes: readonly LawChange[],
  leftOut: number,
  span: { readonly from: LawChange['day']; readonly to: LawChange['day'] },
  law: Law,
  terminal: Terminal,
): string {
  const { dim, strong, warn } = palette(terminal.colour);
  const rows = changes.map((change) => [
    { text: change.day },
    { text: change.jurisdiction, paint: strong },
    { text: KIND_WORDS[change.kind], ...(change.kind === 'controlled' ? { paint: strong } : {}) },
    { text: printable(change.targetKind === 'rule' ? `class: ${change.name}` : change.name) },
    { text: printable(listsOf(change)) },
    { text: change.confidence === 'verified' ? '' : 'unverified', paint: warn },
  ]);
  const head = [
    { title: 'Day', min: 10 },
    { title: 'Where', min: 5 },
    { title: '', min: 13 },
    { title: 'Goods', min: 18, flexible: true },
    { title: 'List', min: 14, flexible: true },
    { title: '', min: 4 },
  ];
  return [
    strong(`Changes after ${dayWords(span.from)} up to ${dayWords(span.to)}: ${changes.length}`),
    '',
    changes.length === 0 ? 'Nothing changed in the compiled law.' : table(head, rows, terminal.columns, dim),
    '',
    ...(leftOut === 0
      ? []
      : [
          dim(
            `${leftOut} entries whose start is known only as a latest day are left out; --uncertain shows them.`,
          ),
        ]),
    `${dim(`Law ${law.digest}.`)}\n`,
  ].join('\n');
}

/** `List I`, or `Schedule I (temporary) -> Schedule I` where one entry took the place of another. */
function listsOf({ started, ended }: LawChange): string {
  const lists = (entries: LawChange['started']): string =>
    [
      ...new Set(
        entries.map(({ list, permanence }) => (permanence === 'temporary' ? `${list}, temporary` : list)),
      ),
    ].join(' and ');
  return [lists(ended), lists(started)].filter((part) => part !== '').join(' -> ');
}

function changesCsv(changes: readonly LawChange[]): string {
  return csv([
    [
      'day',
      'kind',
      'jurisdiction',
      'target',
      'target_kind',
      'name',
      'family',
      'before',
      'after',
      'started',
      'ended',
      'published',
      'confidence',
      'instrument',
      'url',
    ],
    ...changes.map((change) => {
      const entries = [...change.started, ...change.ended];
      return [
        change.day,
        change.kind,
        change.jurisdiction,
        change.target,
        change.targetKind,
        change.name,
        change.family,
        change.before,
        change.after,
        change.started.map(({ list, entry }) => `${list}, ${entry}`).join('; '),
        change.ended.map(({ list, entry }) => `${list}, ${entry}`).join('; '),
        entries[0]?.published ?? null,
        change.confidence,
        entries[0]?.instrument ?? null,
        entries[0]?.citation.url ?? null,
      ];
    }),
  ]);
}
