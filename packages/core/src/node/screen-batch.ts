import type { ScreenedRow, Screener, TableRow } from '../screening/index.ts';

/** Problem code of a row on which the program failed. */
export const ROW_FAULT = 'row-fault';

/** A row on which the program failed; never holds the row's own words. */
export interface RowFault {
  readonly row: number;
  /** Where it failed, as lines of a stack. */
  readonly stack: string;
}

/** A row without what was read: whoever has the rows puts it back (`withInput`), so it crosses to no thread twice. */
export type BareRow = Omit<ScreenedRow, 'input'>;

export interface ScreenedBatch {
  readonly rows: readonly BareRow[];
  readonly faults: readonly RowFault[];
}

/**
 * Screens a row. One on which the program fails is `unreadable` and named, so that the rest can be done: whoever asks
 * learns of it from `fault` and must not end as if nothing had happened.
 */
export function screenRow(
  screener: Screener,
  row: TableRow,
  asOf: ScreenedRow['asOf'],
): { readonly screened: ScreenedRow; readonly fault: RowFault | null } {
  try {
    return { screened: screener.screen(row), fault: null };
  } catch (error) {
    return { screened: faulty(row, asOf), fault: { row: row.row, stack: stackOf(error) } };
  }
}

/** Screens each row of a batch, as `screenRow` does. */
export function screenBatch(
  screener: Screener,
  batch: readonly TableRow[],
  asOf: ScreenedRow['asOf'],
): ScreenedBatch {
  const faults: RowFault[] = [];
  const rows = batch.map((row): BareRow => {
    const { screened, fault } = screenRow(screener, row, asOf);
    if (fault !== null) faults.push(fault);
    const { input: _, ...bare } = screened;
    return bare;
  });
  return { rows, faults };
}

/** The rows of a batch whole again, in its order. Throws where a row was lost on the way. */
export function withInput(batch: readonly TableRow[], screened: readonly BareRow[]): readonly ScreenedRow[] {
  if (screened.length !== batch.length) {
    throw new Error(`Of ${batch.length} rows ${screened.length} came back.`);
  }
  return batch.map(({ row, cells }, index) => {
    const bare = screened[index];
    if (bare?.row !== row) throw new Error(`Row ${row} came back as ${bare?.row ?? 'nothing'}.`);
    const { row: _, ...rest } = bare;
    return { row, input: cells, ...rest };
  });
}

function faulty({ row, cells, problems }: TableRow, asOf: ScreenedRow['asOf']): ScreenedRow {
  return {
    row,
    input: cells,
    goods: [],
    verdict: 'unreadable',
    jurisdictions: {},
    controls: [],
    bases: [],
    deciding: [],
    reasons: [],
    asOf,
    problems: [
      ...problems.map((problem) => ({ ...problem, column: null })),
      {
        code: ROW_FAULT,
        message: `The program failed on row ${row}: a fault of the program, not of the row.`,
        todo: 'Have a person look at the row, and report the fault.',
        data: { row },
        column: null,
      },
    ],
  };
}

/** The places in our own files; the message may quote the row and stays out. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...places].join('\n');
}
