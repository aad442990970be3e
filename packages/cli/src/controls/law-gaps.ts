import {
  cellsOn,
  type Day,
  daysOpen,
  differsOn,
  type GapCell,
  type GapRow,
  gapsOf,
  gapTable,
  GOODS_GROUPS,
  goodsOfGroup,
  type GoodsGroup,
  type Jurisdiction,
  type Law,
  openGaps,
} from '@custody/core';
import { loadLaw } from '@custody/core/node';
import { resolver } from '../goods/resolving.ts';
import { readDay } from '../options/day.ts';
import { type FormatOptions, readFormat } from '../options/format.ts';
import { readJurisdictions } from '../options/place.ts';
import { readWords } from '../options/words.ts';
import { EXIT, type ExitCode } from '../terminal/exit-code.ts';
import { Refusal } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface GapsOptions extends FormatOptions {
  readonly on?: string;
  readonly known?: string;
  readonly in?: readonly string[];
  readonly group?: string;
  readonly ahead?: string;
  readonly differ?: boolean;
}

/** A row of the table on its day, with what is open on it. */
export interface GapLine {
  readonly row: GapRow;
  readonly cells: readonly GapCell[];
}

export interface GapsShown {
  readonly on: Day;
  readonly known: Day | null;
  readonly jurisdictions: readonly Jurisdiction[];
  readonly lines: readonly GapLine[];
}

/** Where at least one kind of goods is compiled in full, so that a gap can be said at all. */
const FULL_ENOUGH: readonly Jurisdiction[] = ['UN', 'US', 'CN', 'EU', 'CA', 'MX', 'GB', 'GB-GBN'];

/** `custody law gaps`: substances x jurisdictions on a day, since when, and how long one is behind another. */
export async function lawGaps(
  what: readonly string[],
  options: GapsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const format = readFormat(options, terminal, ['table', 'json', 'csv']);
  const on = options.on === undefined ? terminal.today() : readDay(options.on, '--on');
  const known = options.known === undefined ? null : readDay(options.known, '--known');
  const jurisdictions = options.in === undefined ? FULL_ENOUGH : readJurisdictions(options.in);
  const ahead = options.ahead === undefined ? null : readAhead(options.ahead, jurisdictions);
  const law = loadLaw();
  const ids = what.length === 0 ? idsOfGroup(law, options.group) : await idsOf(law, what, options, terminal);
  const lines = gapTable(law, ids, jurisdictions, known)
    .rows.filter((row) => options.differ !== true || differsOn(row, on))
    .map((row) => ({ row, cells: cellsOn(row, on, gapsOf(row, ahead)) }));
  const shown: GapsShown = { on, known, jurisdictions, lines };
  if (format === 'json') await terminal.write(`${JSON.stringify(asJson(law, shown, ahead), null, 2)}\n`);
  else {
    const { gapsCsv, gapsTable } = await import('./law-gaps-sheet.ts');
    await terminal.write(format === 'csv' ? gapsCsv(shown) : gapsTable(shown, law, terminal));
  }
  return EXIT.clear;
}

function readAhead(text: string, jurisdictions: readonly Jurisdiction[]): Jurisdiction {
  const [ahead, ...more] = readJurisdictions([text]);
  if (ahead === undefined || more.length > 0) {
    throw new Refusal('--ahead names more than one jurisdiction.', 'give one, such as --ahead US.');
  }
  if (jurisdictions.includes(ahead)) return ahead;
  throw new Refusal(
    `--ahead ${ahead} is not among the jurisdictions shown.`,
    `add it: --in ${[ahead, ...jurisdictions].join(',')}.`,
  );
}

function idsOfGroup(law: Law, text: string | undefined): readonly string[] {
  if (text === undefined) return GOODS_GROUPS.flatMap((group) => goodsOfGroup(law, group));
  const group: GoodsGroup | undefined = GOODS_GROUPS.find((one) => one === text.trim().toLowerCase());
  if (group !== undefined) return goodsOfGroup(law, group);
  throw new Refusal(`--group ${text}: there is no such group.`, `use one of ${GOODS_GROUPS.join(', ')}.`);
}

async function idsOf(
  law: Law,
  what: readonly string[],
  { group }: GapsOptions,
  terminal: Terminal,
): Promise<readonly string[]> {
  if (group !== undefined) {
    throw new Refusal('Both goods and --group were given.', 'name the goods, or a group of them.');
  }
  const resolve = resolver(law);
  const ids: string[] = [];
  for (const text of await readWords(what, terminal)) {
    const { goods, candidates } = await resolve(text);
    if (goods?.named == null) {
      const near = candidates.slice(0, 3).map(({ name }) => name);
      throw new Refusal(
        `${JSON.stringify(text)} is not exactly one of the goods of the compiled law.`,
        near.length > 0 ? `perhaps ${near.join(', ')}.` : 'ask custody check what it is.',
      );
    }
    ids.push(goods.id);
  }
  return [...new Set(ids)];
}

function asJson(
  law: Law,
  { on, known, jurisdictions, lines }: GapsShown,
  ahead: Jurisdiction | null,
): object {
  return {
    asOf: { on, known, law: law.digest },
    jurisdictions,
    rows: lines.map(({ row, cells }) => ({
      goods: row.goods,
      name: row.name,
      family: row.family,
      cells,
      gaps: gapsOf(row, ahead).map((gap) => ({
        ...gap,
        days: daysOpen(gap, on),
        open: openGaps([gap], on).length > 0,
      })),
    })),
  };
}
