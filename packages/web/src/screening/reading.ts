import {
  accepted,
  findColumns,
  refused,
  SAMPLE_ROWS,
  type ColumnRoles,
  type Law,
  type Outcome,
  type Role,
  type TableRow,
} from '@custody/core';
import { openTable, type OpenedTable } from '@custody/core/files';
import type { OpenedFile, Progress, ReadingCall, ReadingCalls } from './messages.ts';
import { bytesOf } from './bytes-of.ts';
import { ROWS_PER_PIECE } from './packed-piece.ts';
import { PackedRows } from './packed-rows.ts';
import { compareWith } from './compare.ts';
import { inOrder, savedDifferences, savedRows, type ResultHead } from './saved-rows.ts';
import type { Screeners } from './screeners.ts';

/** Rows of the sample that the page shows. */
const SHOWN_ROWS = 5;
const PROGRESS_EVERY_MS = 200;

const NOTHING_SCREENED = refused({ code: 'no-file', message: 'No file has been screened.' });

type Given<Call extends ReadingCall> = Promise<Outcome<ReadingCalls[Call]['gives']>>;

interface Open {
  readonly file: Blob;
  readonly name: string;
  readonly table: OpenedTable;
  /** The rows of the table from the first one on; read once. */
  rows: AsyncIterator<readonly TableRow[]> | null;
  /** Rows that were read for the sample and have not been screened yet. */
  ahead: readonly TableRow[];
}

/** One file after another: opened, screened, looked at, saved, compared. */
export class Reading {
  private readonly law: Promise<Law>;
  private readonly screeners: Screeners;
  private readonly onProgress: (progress: Progress) => void;
  private open: Open | null = null;
  private kept: PackedRows | null = null;
  /** What the kept rows were asked and read by. */
  private head: Pick<ResultHead, 'options' | 'columns'> | null = null;
  private stopped = false;
  private resume: (() => void) | null = null;
  private paused = false;
  /** The run that is under way, or the last one: the next waits for its end. */
  private running: Promise<unknown> = Promise.resolve();

  constructor(law: Promise<Law>, screeners: Screeners, onProgress: (progress: Progress) => void) {
    this.law = law;
    this.screeners = screeners;
    this.onProgress = onProgress;
  }

  answer(call: ReadingCall, asks: unknown): Promise<Outcome<unknown>> {
    switch (call) {
      case 'open':
        return this.opened(asks as ReadingCalls['open']['asks']);
      case 'screen':
        return this.screenNext(asks as ReadingCalls['screen']['asks']);
      case 'pause':
        return this.pause(asks as boolean);
      case 'stop':
        return this.end();
      case 'rows': {
        const { filter, from, count } = asks as ReadingCalls['rows']['asks'];
        return Promise.resolve(accepted(this.kept?.page(filter, from, count) ?? { total: 0, rows: [] }));
      }
      case 'row': {
        const { filter, row } = asks as ReadingCalls['row']['asks'];
        return Promise.resolve(accepted(this.kept?.find(filter, row) ?? null));
      }
      case 'save':
        return this.save(asks as ReadingCalls['save']['asks']);
      case 'compare':
        return this.compare(asks as ReadingCalls['compare']['asks']);
      case 'saveDifferences':
        return this.saveDifferences(asks as ReadingCalls['saveDifferences']['asks']);
    }
  }

  private async opened({ file, name, roles }: ReadingCalls['open']['asks']): Given<'open'> {
    await this.end();
    this.kept = null;
    const opened = await openFile(file, name);
    if (!opened.ok) return opened;
    const sample = await takeAhead(opened.value);
    this.open = opened.value;
    const { table } = opened.value;
    const found = findColumns(table.columns, sample, given(roles), await this.law);
    const value: OpenedFile = {
      name,
      bytes: file.size,
      format: table.format,
      encoding: table.encoding,
      compressed: table.compressed,
      sheet: table.sheet,
      columns: table.columns,
      roles: found.roles,
      sample: sample.slice(0, SHOWN_ROWS),
      problems: [...table.problems, ...found.problems],
    };
    return accepted(value);
  }

  /** Ends the run that is under way, where there is one, and waits for its end. */
  private async end(): Promise<Outcome<null>> {
    this.stopped = true;
    await this.pause(false);
    await this.running.catch(() => undefined);
    return accepted(null);
  }

  private async screenNext(asks: ReadingCalls['screen']['asks']): Given<'screen'> {
    await this.end();
    const run = this.screen(asks);
    this.running = run;
    return run;
  }

  private async screen({ roles, question }: ReadingCalls['screen']['asks']): Given<'screen'> {
    const ready = await this.fromTheStart();
    if (!ready.ok) return ready;
    const open = ready.value;
    const law = await this.law;
    const kept = new PackedRows(open.table.columns, {
      on: question.on,
      known: question.known,
      law: law.digest,
    });
    this.kept = kept;
    this.head = { options: { ...question, roles, keys: 'found' }, columns: open.table.columns };
    this.stopped = false;
    this.paused = false;
    const tell = this.teller(open, kept);
    this.screeners.begin({ columns: open.table.columns, roles, question }, (piece) => {
      kept.add(piece);
      tell(false);
    });
    for await (const rows of batches(open)) {
      await this.whileResumed();
      if (this.isStopped()) break;
      await this.screeners.send(rows);
    }
    await this.screeners.settled();
    tell(true);
    return accepted({ whole: !this.stopped });
  }

  /** A method, since the field changes while the loop that reads it waits. */
  private isStopped(): boolean {
    return this.stopped;
  }

  /** The opened file with none of its rows screened: opened anew where a run has used it up. */
  private async fromTheStart(): Promise<Outcome<Open>> {
    const { open } = this;
    if (open === null) return refused({ code: 'no-file', message: 'No file has been opened.' });
    if (open.rows !== null) return accepted(open);
    const again = await openFile(open.file, open.name);
    if (!again.ok) return again;
    await takeAhead(again.value);
    this.open = again.value;
    return again;
  }

  private teller({ table }: Open, kept: PackedRows): (now: boolean) => void {
    let last = 0;
    return (now) => {
      const at = performance.now();
      if (!now && at - last < PROGRESS_EVERY_MS) return;
      last = at;
      if (this.kept === kept) this.onProgress({ ...kept.tally(), bytesRead: table.bytesRead() });
    };
  }

  private pause(paused: boolean): Promise<Outcome<null>> {
    this.paused = paused;
    if (!paused) {
      this.resume?.();
      this.resume = null;
    }
    return Promise.resolve(accepted(null));
  }

  private async whileResumed(): Promise<void> {
    if (!this.paused) return;
    await new Promise<void>((resolve) => {
      this.resume = resolve;
    });
  }

  private async save({ format, filter }: ReadingCalls['save']['asks']): Given<'save'> {
    const { kept } = this;
    if (kept === null || this.head === null) return NOTHING_SCREENED;
    return accepted(await savedRows(format, await this.headOf(kept), kept.all(filter)));
  }

  private async saveDifferences({
    format,
    differences,
  }: ReadingCalls['saveDifferences']['asks']): Given<'saveDifferences'> {
    const { kept } = this;
    if (kept === null || this.head === null) return NOTHING_SCREENED;
    return accepted(await savedDifferences(format, await this.headOf(kept), differences));
  }

  private async headOf(kept: PackedRows): Promise<ResultHead> {
    const jurisdictions = inOrder(kept.jurisdictions());
    return { ...this.head!, law: await this.law, jurisdictions };
  }

  private async compare({ file, name }: ReadingCalls['compare']['asks']): Given<'compare'> {
    if (this.kept === null) return NOTHING_SCREENED;
    return compareWith(file, name, this.kept);
  }
}

/** Columns that were named; a role that was emptied by hand is found anew. */
function given(roles: Partial<ColumnRoles>): Partial<Record<Role, string>> {
  const named = Object.entries(roles).filter(([, column]) => column !== null);
  return Object.fromEntries(named);
}

async function openFile(file: Blob, name: string): Promise<Outcome<Open>> {
  const opened = await openTable({ name, bytes: bytesOf(file) });
  if (!opened.ok) return opened;
  const table = opened.value;
  return accepted({ file, name, table, rows: table.rows[Symbol.asyncIterator](), ahead: [] });
}

/** Reads the rows that the columns are found by; they are screened first. */
async function takeAhead(open: Open): Promise<readonly TableRow[]> {
  const ahead: TableRow[] = [];
  while (open.rows !== null && ahead.length < SAMPLE_ROWS) {
    const next = await open.rows.next();
    if (next.done === true) break;
    ahead.push(...next.value);
  }
  open.ahead = ahead;
  return ahead.slice(0, SAMPLE_ROWS);
}

/** All rows of the file in batches; used up afterwards. */
async function* batches(open: Open): AsyncGenerator<readonly TableRow[]> {
  const { rows } = open;
  open.rows = null;
  let waiting: readonly TableRow[] = open.ahead;
  open.ahead = [];
  for (;;) {
    let from = 0;
    for (; waiting.length - from >= ROWS_PER_PIECE; from += ROWS_PER_PIECE) {
      yield waiting.slice(from, from + ROWS_PER_PIECE);
    }
    const left = waiting.slice(from);
    const next = await rows?.next();
    if (next === undefined || next.done === true) {
      if (left.length > 0) yield left;
      return;
    }
    waiting = [...left, ...next.value];
  }
}
