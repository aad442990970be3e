import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readKeptRow, type ScreenedRow, type TableRow, UNREAD_ROW_CODES } from '@custody/core';
import type { OpenedTable } from '@custody/core/files';
import { Refusal } from '../terminal/refusal.ts';
import { openInput } from './input-file.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The two bytes every gzip file begins with, RFC 1952. */
const GZIP = [0x1f, 0x8b] as const;
/** Longest line of a result that is read, UTF-16 units. */
const LONGEST_LINE_LENGTH = 64 * 1024 * 1024;

/**
 * The rows of a result that `custody screen` wrote as NDJSON or JSON, gzipped or not, in their order and in constant
 * memory. Refuses what is no such result, a line that is damaged, and a result that ends too early: what it lacks would
 * be told as added.
 */
export async function* earlierRows(
  path: string,
  terminal: Terminal,
): AsyncGenerator<ScreenedRow, void, undefined> {
  const input = await openInput(path, terminal);
  const bytes = await unpacked(input.bytes);
  let number = 0;
  let rows = 0;
  let frame: 'unknown' | 'open' | 'closed' = 'unknown';
  try {
    for await (const line of linesOf(bytes)) {
      number += 1;
      const text = line.trim();
      if (text === '') continue;
      if (rows === 0 && frame === 'unknown' && /^(?:\[|\{.*"rows":\s*\[)$/.test(text)) {
        frame = 'open';
      } else if (frame === 'open' && /^\]\s*\}?$/.test(text)) {
        frame = 'closed';
      } else {
        if (frame === 'closed') throw damaged(path, number, 'something follows its end');
        yield keptRow(text.replace(/,$/, ''), path, number);
        rows += 1;
      }
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(path, number, error instanceof Error ? error.message : String(error));
  } finally {
    bytes.destroy();
    await input.close();
  }
  if (frame === 'open') throw damaged(path, number, 'it ends before its end');
  if (rows === 0) throw new Refusal(`${path} has no row.`, 'give a result that custody screen wrote.');
}

/** Rows that are handed on together. */
const BATCH_ROWS = 500;

/**
 * The rows of an earlier result as a table to be screened again: each row as it was read then, with what was wrong with
 * it as a piece of its file.
 */
export async function keptTable(path: string, terminal: Terminal): Promise<OpenedTable> {
  const rows = inBatches(earlierRows(path, terminal));
  const first = await rows.next();
  const batch = first.done === true ? [] : first.value;
  return {
    format: 'ndjson',
    encoding: 'utf-8',
    compressed: false,
    sheet: null,
    columns: [...new Set(batch.flatMap(({ cells }) => Object.keys(cells)))],
    problems: [],
    rows: {
      async *[Symbol.asyncIterator]() {
        yield batch;
        yield* rows;
      },
    },
    bytesRead: () => 0,
  };
}

async function* inBatches(
  rows: AsyncIterable<ScreenedRow>,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  let batch: TableRow[] = [];
  for await (const { row, input, problems } of rows) {
    // Problems of cells are found again; those of the row as a piece of its file are known from then alone.
    batch.push({ row, cells: input, problems: problems.filter(({ code }) => UNREAD_ROW_CODES.has(code)) });
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The lines of a text in UTF-8. Throws where it is not, and where a line is too long. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of bytes) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE_LENGTH) throw new Error('the line is too long');
    yield* lines;
  }
  yield rest + decoder.decode();
}

function keptRow(text: string, path: string, number: number): ScreenedRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(path, number, 'it is not JSON');
  }
  const row = readKeptRow(value);
  if (row.ok) return row.value;
  throw damaged(path, number, row.problem.message);
}

/** The bytes of the file, taken out of gzip where they are in it. */
async function unpacked(bytes: AsyncIterable<Uint8Array>): Promise<Readable> {
  const source = bytes[Symbol.asyncIterator]();
  const first = await source.next();
  const head = first.done === true ? new Uint8Array() : first.value;
  const whole = Readable.from(
    (async function* () {
      yield head;
      for (let read = await source.next(); read.done !== true; read = await source.next()) yield read.value;
    })(),
    { objectMode: false },
  );
  if (!GZIP.every((byte, index) => head[index] === byte)) return whole;
  const gunzip = createGunzip();
  // What fails in the file must end the reading of what comes out of it.
  whole.on('error', (error) => gunzip.destroy(error));
  return whole.pipe(gunzip);
}

function damaged(path: string, line: number, why: string): Refusal {
  return new Refusal(
    `--against ${path}, line ${line}: ${why}`,
    'give a whole result that custody screen wrote as ndjson or json.',
  );
}
