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
  for await (const { line, text } of linesOf(file)) {
    // The envelope of JSON has a row a line too, with its head before them and its end behind.
    const value = text.replace(/,$/, '');
    if (/^\[$|^\]\}?$/.test(value) || (line === 1 && value.endsWith('['))) continue;
    counted.rows += 1;
    const row = readKeptRow(parsed(value, line));
    if (!row.ok) {
      const { problem } = row;
      const data = { ...problem.data, line };
      throw new Unread(refused({ ...problem, message: `Line ${line}: ${problem.message}`, data }));
    }
    yield row.value;
  }
}

async function* linesOf(file: Blob): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  const decoder = new TextDecoder();
  let left = '';
  let line = 0;
  for await (const bytes of bytesOf(file)) {
    const lines = (left + decoder.decode(bytes, { stream: true })).split('\n');
    left = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      if (text.trim() !== '') yield { line, text: text.trim() };
    }
  }
  if (left.trim() !== '') yield { line: line + 1, text: left.trim() };
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
