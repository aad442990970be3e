import type { Problem } from '../kernel/index.ts';
import type { TableRow } from '../screening/index.ts';
import { BATCH_ROWS_COUNT } from './limits.ts';
import { LineReader, type LineBlock } from './line-reader.ts';
import { hasOdd, RowMaker } from './row-maker.ts';
import { SdfRecords, type SdfRecord } from './sdf-records.ts';
import type { TextLook, TextTable } from './text-table.ts';

/**
 * Opens an SDF (V2000 and V3000), or a single mol file. The column `structure` holds the mol block as it stands in the
 * file, up to and with `M  END`: it is not converted here, RDKit reads it. `title` is the first line of the mol block;
 * each data item is a column, in the order they first come.
 */
export function openSdf(look: TextLook): TextTable {
  const columns = ['structure', 'title', ...itemNames(look)];
  return {
    columns,
    problems: [],
    async *rows(text) {
      const maker = new RowMaker(columns);
      const lines = new LineReader();
      const records = new SdfRecords();
      const rowsOf = (block: LineBlock): TableRow[] =>
        records.push(block).map((record) => rowOf(maker, record));
      for await (const piece of text) {
        maker.odd ||= hasOdd(piece);
        yield rowsOf(lines.push(piece));
      }
      yield rowsOf(lines.end());
      yield records.end().map((record) => rowOf(maker, record));
    },
  };
}

function itemNames(look: TextLook): readonly string[] {
  const lines = new LineReader();
  const records = new SdfRecords();
  const seen = [...records.push(lines.push(look.text))];
  seen.push(...records.push(lines.end()));
  // A record that the look cuts off names no items that it has not named in full.
  if (look.whole || seen.length === 0) seen.push(...records.end());
  const names = new Set<string>();
  for (const record of seen.slice(0, BATCH_ROWS_COUNT))
    for (const name of record.items.keys()) names.add(name);
  return [...names];
}

function rowOf(maker: RowMaker, record: SdfRecord): TableRow {
  const cells = new Map(record.items);
  cells.set('structure', record.molblock);
  cells.set('title', record.title);
  return maker.fromNamed(cells, record.line, record.flaw === null ? undefined : [flawed(maker, record)]);
}

function flawed(maker: RowMaker, record: SdfRecord): Problem {
  const { line, flaw } = record;
  return flaw === 'record-too-long'
    ? maker.problem(
        flaw,
        `The record that begins in line ${line} is longer than this program reads; only its beginning is kept.`,
        'Look whether a line with $$$$ is missing.',
        { line },
      )
    : maker.problem(
        'record-broken',
        `The mol block that begins in line ${line} has no line "M  END": it may be cut.`,
        'Fetch or make the file again, or close the mol block.',
        { line },
      );
}
