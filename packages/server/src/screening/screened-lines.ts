import { setImmediate } from 'node:timers/promises';
import type { ScreenedRow, Screener, TableRow } from '@custody/core';
import { type RowFault, screenRow } from '@custody/core/node';
import { LONGEST_SCREENING_MS, MOST_ROWS, TURN_MS } from '../http/limits.ts';

/** Text that is sent in one piece. */
const SENT_AT_ONCE_LENGTH = 64 * 1024;

export interface Screening {
  readonly rows: AsyncIterable<readonly TableRow[]>;
  readonly screener: Screener;
  readonly asOf: ScreenedRow['asOf'];
  readonly signal: AbortSignal;
  readonly onRows: (count: number) => void;
  readonly onFault: (fault: RowFault) => void;
  readonly limits?: { readonly rows: number; readonly ms: number };
}

/**
 * The answer to a file, a line a row, in pieces. Lets other requests in between. Where a limit ends it, the last line
 * is an `unreadable` row that says so: whoever reads only lines never takes a part for the whole.
 */
export async function* screenedLines({
  rows,
  screener,
  asOf,
  signal,
  onRows,
  onFault,
  limits = { rows: MOST_ROWS, ms: LONGEST_SCREENING_MS },
}: Screening): AsyncGenerator<string, void, undefined> {
  const start = performance.now();
  let turn = start;
  let done = 0;
  let waiting = '';
  for await (const batch of rows) {
    for (const row of batch) {
      const why = whyNoMore(done, performance.now() - start, limits);
      if (why !== null) {
        yield waiting + line(stopRow(row.row, why, asOf));
        return;
      }
      const { screened, fault } = screenRow(screener, row, asOf);
      if (fault !== null) onFault(fault);
      waiting += line(screened);
      done += 1;
      if (performance.now() - turn > TURN_MS) {
        await setImmediate();
        signal.throwIfAborted();
        turn = performance.now();
      }
    }
    onRows(batch.length);
    if (waiting.length > SENT_AT_ONCE_LENGTH) {
      yield waiting;
      waiting = '';
    }
  }
  if (waiting !== '') yield waiting;
}

function line(row: ScreenedRow): string {
  return `${JSON.stringify(row)}\n`;
}

function whyNoMore(done: number, ms: number, limits: NonNullable<Screening['limits']>): string | null {
  if (done >= limits.rows) return `At most ${limits.rows} rows of a file are screened in one request`;
  if (ms > limits.ms) return `After ${limits.ms / 1000} s the screening was ended`;
  return null;
}

/** The row at which a limit ended the screening; it stands for all that come after it. */
function stopRow(row: number, why: string, asOf: ScreenedRow['asOf']): ScreenedRow {
  return {
    row,
    input: {},
    goods: [],
    verdict: 'unreadable',
    jurisdictions: {},
    controls: [],
    bases: [],
    deciding: [],
    reasons: [],
    problems: [
      {
        code: 'screening-stopped',
        message: `${why}: nothing is said of row ${row} and those after it.`,
        todo: 'Split the file, or screen it on the command line or at the desk.',
        data: { row },
        column: null,
      },
    ],
    asOf,
  };
}
