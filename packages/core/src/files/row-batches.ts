import type { TableRow } from '../screening/index.ts';
import { BATCH_ROWS_COUNT } from './limits.ts';
import type { StreamEnd } from './stream-end.ts';

/** Cuts what a reader gives, piece by piece, into batches of at most `BATCH_ROWS_COUNT` rows. */
export async function* inBatches(
  pieces: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>,
): AsyncGenerator<readonly TableRow[]> {
  let waiting: TableRow[] = [];
  for await (const piece of pieces) {
    if (waiting.length === 0 && piece.length === BATCH_ROWS_COUNT) {
      yield piece;
      continue;
    }
    waiting = waiting.length === 0 ? [...piece] : waiting.concat(piece);
    let at = 0;
    for (; waiting.length - at >= BATCH_ROWS_COUNT; at += BATCH_ROWS_COUNT) {
      yield waiting.slice(at, at + BATCH_ROWS_COUNT);
    }
    if (at > 0) waiting = waiting.slice(at);
  }
  if (waiting.length > 0) yield waiting;
}

/**
 * Says after the last row why there are no more, where that is not the end of the file: in a row of its own, without
 * cells, so that nobody takes what is missing for nothing; and with the last row, whose cells may be cut.
 */
export async function* withEnd(
  batches: AsyncIterable<readonly TableRow[]>,
  end: StreamEnd,
): AsyncGenerator<readonly TableRow[]> {
  let held: readonly TableRow[] | null = null;
  for await (const batch of batches) {
    if (held !== null) yield held;
    held = batch;
  }
  const { problem } = end;
  if (problem === null) {
    if (held !== null) yield held;
    return;
  }
  const last = held?.at(-1) ?? null;
  const number = (last?.row ?? 0) + 1;
  const rows: TableRow[] = [...(held ?? [])];
  if (last !== null) {
    const cut = { ...problem, data: { ...problem.data, row: last.row } };
    rows[rows.length - 1] = { ...last, problems: [...last.problems, cut] };
  }
  rows.push({ row: number, cells: {}, problems: [{ ...problem, data: { ...problem.data, row: number } }] });
  yield rows;
}
