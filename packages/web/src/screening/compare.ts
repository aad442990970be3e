import {
  accepted,
  differences,
  readKeptRow,
  refused,
  type Outcome,
  type RowDifference,
  type ScreenedRow,
} from '@custody/core';
import { bytesOf } from './bytes-of.ts';
import { DIFFERENCES_MAX, type Comparison } from './messages.ts';
import type { PackedRows } from './packed-rows.ts';
import { EVERY_ROW } from './row-filter.ts';

/** A result that cannot be read, on its way out of the rows. */
class Unread extends Error {
  readonly outcome: Outcome<never>;

  constructor(outcome: Outcome<never>) {
    super('unread');
    this.outcome = outcome;
  }
}

/**
 * What has changed between a result that was saved earlier (NDJSON, or the JSON envelope) and the rows of this run.
 * Refusals: `kept-row-form` with the line, `kept-result-form`.
 */
export async function compareWith(file: Blob, name: string, kept: PackedRows): Promise<Outcome<Comparison>> {
  const counted = { rows: 0 };
  const found: RowDifference[] = [];
  let total = 0;
  try {
    for await (const difference of differences(earlierRows(file, counted), kept.all(EVERY_ROW))) {
      total += 1;
      if (found.length < DIFFERENCES_MAX) found.push(difference);
    }
  } catch (error) {
    if (error instanceof Unread) return error.outcome;
    throw error;
  }
  return accepted({ name, rows: counted.rows, total, differences: found });
}

async function* earlierRows(file: Blob, counted: { rows: number }): AsyncGenerator<ScreenedRow> {
  for await (const value of (await isEnvelope(file)) ? rowsOfEnvelope(file) : valuesOfLines(file)) {
    counted.rows += 1;
    const row = readKeptRow(value);
    if (!row.ok) {
      const { problem } = row;
      const data = { ...problem.data, line: counted.rows };
      throw new Unread(refused({ ...problem, message: `Row ${counted.rows}: ${problem.message}`, data }));
    }
    yield row.value;
  }
}

/** NDJSON is one object a line; the envelope is one object, or a list, over many lines. */
async function isEnvelope(file: Blob): Promise<boolean> {
  const [first = ''] = (await file.slice(0, LOOK_BYTES).text()).trimStart().split('\n');
  if (first.startsWith('[')) return true;
  try {
    const value = JSON.parse(first) as { readonly rows?: unknown };
    return Array.isArray(value.rows);
  } catch {
    // A first line that ends within an object: the rest of the object follows.
    return true;
  }
}

const LOOK_BYTES = 4_000_000;

async function* rowsOfEnvelope(file: Blob): AsyncGenerator {
  const value = parsed(await file.text(), 1) as readonly unknown[] | { readonly rows?: unknown };
  const rows = Array.isArray(value) ? (value as readonly unknown[]) : (value as { rows?: unknown }).rows;
  if (!Array.isArray(rows)) throw new Unread(notKept(1));
  yield* rows as readonly unknown[];
}

async function* valuesOfLines(file: Blob): AsyncGenerator {
  const decoder = new TextDecoder();
  let left = '';
  let line = 0;
  for await (const bytes of bytesOf(file)) {
    const lines = (left + decoder.decode(bytes, { stream: true })).split('\n');
    left = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      if (text.trim() !== '') yield parsed(text, line);
    }
  }
  if (left.trim() !== '') yield parsed(left, line + 1);
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unread(notKept(line));
  }
}

function notKept(line: number): Outcome<never> {
  return refused({
    code: 'kept-result-form',
    message: `Line ${line} is no JSON: this is no result of a screening that was saved as NDJSON or JSON.`,
    todo: 'Choose a result that was saved as NDJSON or JSON.',
    data: { line },
  });
}
