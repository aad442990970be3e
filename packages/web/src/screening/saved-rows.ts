import type { RowDifference, ScreenedRow } from '@custody/core';
import type { SaveFormat } from './messages.ts';

/** What a saved result is, for the browser. */
const TYPES: Readonly<Record<SaveFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
};

export async function savedRows(
  format: SaveFormat,
  _columns: readonly string[],
  rows: Iterable<ScreenedRow>,
): Promise<Blob> {
  const lines = [...rows].map((row) => `${JSON.stringify(row)}\n`);
  return Promise.resolve(new Blob(lines, { type: TYPES[format] }));
}

export async function savedDifferences(
  format: SaveFormat,
  differences: readonly RowDifference[],
): Promise<Blob> {
  const lines = differences.map((row) => `${JSON.stringify(row)}\n`);
  return Promise.resolve(new Blob(lines, { type: TYPES[format] }));
}
