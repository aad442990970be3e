import {
  JURISDICTIONS,
  recordOf,
  type Jurisdiction,
  type Law,
  type RowDifference,
  type ScreenedRow,
  type ScreeningOptions,
} from '@custody/core';
import { createRowWriter, createTableWriter, type ByteSink, type WrittenFormat } from '@custody/core/files';
import type { SaveFormat } from './messages.ts';

/** What a saved result is, for the browser. */
const TYPES: Readonly<Record<SaveFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
};

/** Bytes that are handed to the browser at once: it may then keep them on disk. */
const PART_BYTES = 8_000_000;
const ROWS_AT_ONCE = 500;

/** What stands at the head of a result saved as JSON, and the columns of the flat formats. */
export interface ResultHead {
  readonly law: Law;
  readonly options: ScreeningOptions;
  readonly columns: readonly string[];
  readonly jurisdictions: readonly Jurisdiction[];
}

/** Screened rows as a file: CSV, XLSX and NDJSON as the command writes them, JSON with the record of the screening. */
export function savedRows(format: SaveFormat, head: ResultHead, rows: Iterable<ScreenedRow>): Promise<Blob> {
  if (format === 'json') return enveloped(head, 'rows', rows);
  const columns = { jurisdictions: head.jurisdictions, input: head.columns };
  return written(format, rows, (sink) => createRowWriter(format, columns, sink, { byteOrderMark: true }));
}

/** The same for what has changed against an earlier result. */
export function savedDifferences(
  format: SaveFormat,
  head: ResultHead,
  differences: Iterable<RowDifference>,
): Promise<Blob> {
  if (format === 'json') return enveloped(head, 'differences', differences);
  const { columns } = head;
  return written(format, differences, (sink) => {
    if (format === 'ndjson') return linesInto(sink);
    const writer = createTableWriter(format, [...DIFFERENCE_COLUMNS, ...columns], sink, {
      byteOrderMark: true,
    });
    return {
      write: (some: readonly RowDifference[]) =>
        writer.write(some.map((one) => differenceCells(one, columns))),
      end: () => writer.end(),
    };
  });
}

interface Writer<Item> {
  write(items: readonly Item[]): Promise<void>;
  end(): Promise<void>;
}

async function written<Item>(
  format: WrittenFormat & SaveFormat,
  items: Iterable<Item>,
  writerInto: (sink: ByteSink) => Writer<Item>,
): Promise<Blob> {
  const made = new Parts();
  const writer = writerInto(made);
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < ROWS_AT_ONCE) continue;
    await writer.write(batch);
    batch = [];
  }
  await writer.write(batch);
  await writer.end();
  return made.blob(TYPES[format]);
}

/** A line an item between a first and a last line, so that it can be read back line by line. */
async function enveloped<Item>(
  { law, options }: ResultHead,
  of: 'rows' | 'differences',
  items: Iterable<Item>,
): Promise<Blob> {
  const encoder = new TextEncoder();
  const record = JSON.stringify(recordOf(law, options, MADE_BY));
  return written('json', items, (sink) => {
    let before = `{"record":${record},"${of}":[\n`;
    return {
      async write(some) {
        if (some.length === 0) return;
        await sink.write(encoder.encode(before + some.map((one) => JSON.stringify(one)).join(',\n')));
        before = ',\n';
      },
      async end() {
        await sink.write(encoder.encode(before === ',\n' ? '\n]}\n' : `${before}]}\n`));
      },
    };
  });
}

const MADE_BY = 'custody desk';

function linesInto(sink: ByteSink): Writer<unknown> {
  const encoder = new TextEncoder();
  return {
    async write(some) {
      await sink.write(encoder.encode(some.map((one) => `${JSON.stringify(one)}\n`).join('')));
    },
    end: () => Promise.resolve(),
  };
}

const DIFFERENCE_COLUMNS = [
  'kind',
  'row',
  'earlier row',
  'verdict before',
  'verdict now',
  'jurisdictions',
  'entries gained',
  'entries lost',
  'goods gained',
  'goods lost',
] as const;

function differenceCells(difference: RowDifference, columns: readonly string[]): readonly string[] {
  const { kind, row, earlierRow, verdict, jurisdictions, controls, goods, input } = difference;
  return [
    kind,
    row === null ? '' : String(row),
    earlierRow === null ? '' : String(earlierRow),
    verdict.from ?? '',
    verdict.to ?? '',
    jurisdictions.map((one) => `${one.jurisdiction}: ${one.from ?? '-'} > ${one.to ?? '-'}`).join('; '),
    controls.gained.join('; '),
    controls.lost.join('; '),
    goods.gained.join('; '),
    goods.lost.join('; '),
    ...columns.map((column) => input[column] ?? ''),
  ];
}

/** Bytes as they are written, kept as parts of a file. */
class Parts implements ByteSink {
  private readonly parts: Blob[] = [];
  private bytes: Uint8Array<ArrayBuffer>[] = [];
  private length = 0;

  write(bytes: Uint8Array): void {
    this.bytes.push(new Uint8Array(bytes));
    this.length += bytes.length;
    if (this.length >= PART_BYTES) this.close();
  }

  blob(type: string): Blob {
    this.close();
    return new Blob(this.parts, { type });
  }

  private close(): void {
    this.parts.push(new Blob(this.bytes));
    this.bytes = [];
    this.length = 0;
  }
}

/** The jurisdictions that some row has a status in, in their usual order. */
export function inOrder(found: ReadonlySet<string>): readonly Jurisdiction[] {
  return JURISDICTIONS.filter((jurisdiction) => found.has(jurisdiction));
}
