import {
  accepted,
  draftJudge,
  draftOnPublished,
  draftStructures,
  findColumns,
  readSmiles,
  refused,
  SAMPLE_ROWS,
  strongestFinding,
  type Chemist,
  type ColumnRoles,
  type DraftJudge,
  type Law,
  type Outcome,
  type StructureRule,
  type TableRow,
} from '@custody/core';
import { readDraft, writeDraft } from '@custody/core/draft';
import { openTable } from '@custody/core/files';
import { bytesOf } from '../../screening/bytes-of.ts';
import type { CatalogueFinding, CatalogueResult, CatalogueTally, DraftCall, DraftCalls } from './messages.ts';

export interface Equipped {
  readonly law: Law;
  readonly chemist: Chemist | null;
}

/** Findings of a catalogue that are kept and shown; all are counted. */
export const FINDINGS_KEPT_MAX = 5_000;
const PROGRESS_EVERY_MS = 150;

type Given<Call extends DraftCall> = Promise<Outcome<DraftCalls[Call]['gives']>>;

interface Runnable {
  readonly law: Law;
  readonly chemist: Chemist | null;
  readonly inForce: StructureRule | null;
  readonly judge: DraftJudge;
}

/** Reads drafts and runs them on given structures, one run after the other. */
export class Drafting {
  private readonly equipped: Promise<Equipped>;
  private readonly onProgress: (tally: CatalogueTally) => void;
  /** Counts the runs that were begun or stopped: a run that is no longer the latest ends at its next batch. */
  private latest = 0;

  constructor(equipped: Promise<Equipped>, onProgress: (tally: CatalogueTally) => void) {
    this.equipped = equipped;
    this.onProgress = onProgress;
  }

  answer(call: DraftCall, asks: unknown): Promise<Outcome<unknown>> {
    switch (call) {
      case 'start':
        return this.start(asks as string);
      case 'read':
        return Promise.resolve(accepted(readDraft(asks as string)));
      case 'published':
        return this.published(asks as string);
      case 'catalogue':
        return this.catalogue(asks as DraftCalls['catalogue']['asks']);
      case 'stop':
        this.latest += 1;
        return Promise.resolve(accepted(null));
    }
  }

  private async start(ruleId: string): Given<'start'> {
    const { law } = await this.equipped;
    const rule = law.rules.find(({ id }) => id === ruleId);
    if (rule?.definition === undefined) return accepted(null);
    const words = rule.words.map(({ text }) => text).join('\n\n');
    return accepted(writeDraft({ title: rule.title, from: rule.id, words, definition: rule.definition }));
  }

  private async runnable(text: string): Promise<Outcome<Runnable>> {
    const { law, chemist } = await this.equipped;
    const { draft, problems } = readDraft(text);
    if (draft === null) {
      const message = problems[0]?.message ?? 'The draft cannot be read.';
      return refused({ code: 'draft-unreadable', message });
    }
    const inForce = law.rules.find(({ id }) => id === draft.from) ?? null;
    return accepted({ law, chemist, inForce, judge: draftJudge(draft.definition, inForce) });
  }

  private async published(text: string): Given<'published'> {
    const ready = await this.runnable(text);
    if (!ready.ok) return ready;
    const { law, judge, inForce } = ready.value;
    return accepted(draftOnPublished(law, judge, inForce));
  }

  private async catalogue({ text, file, name }: DraftCalls['catalogue']['asks']): Given<'catalogue'> {
    const run = ++this.latest;
    const ready = await this.runnable(text);
    if (!ready.ok) return ready;
    const opened = await openTable({ name, bytes: bytesOf(file) });
    if (!opened.ok) return opened;
    const table = opened.value;
    const tally = new Tallied(ready.value);
    let roles: ColumnRoles | null = null;
    let ahead: TableRow[] = [];
    let last = performance.now();
    let whole = true;
    for await (const rows of table.rows) {
      if (this.latest !== run) {
        whole = false;
        break;
      }
      if (roles === null) {
        ahead.push(...rows);
        if (ahead.length < SAMPLE_ROWS) continue;
        roles = findColumns(table.columns, ahead.slice(0, SAMPLE_ROWS), {}, ready.value.law).roles;
        tally.add(ahead, roles);
        ahead = [];
      } else tally.add(rows, roles);
      const now = performance.now();
      if (now - last > PROGRESS_EVERY_MS) {
        last = now;
        this.onProgress(tally.counts());
        // A pause for the messages of the page: without it nobody could stop the run.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    }
    roles ??= findColumns(table.columns, ahead, {}, ready.value.law).roles;
    tally.add(ahead, roles);
    this.onProgress(tally.counts());
    return accepted({ ...tally.result(), columns: columnsRead(roles), whole });
  }
}

/** Columns a structure can be read from, the surest first. */
function columnsRead({ structure, cas, name, description }: ColumnRoles): readonly string[] {
  return [...new Set([structure, cas, name ?? description].filter((column) => column !== null))];
}

/** Counts what a run finds, and keeps the first of it. */
class Tallied {
  private readonly run: Runnable;
  private readonly counted = { rows: 0, unread: 0, match: 0, review: 0, newly: 0, lost: 0 };
  private readonly findings: CatalogueFinding[] = [];

  constructor(run: Runnable) {
    this.run = run;
  }

  add(rows: readonly TableRow[], roles: ColumnRoles): void {
    const columns = columnsRead(roles);
    for (const row of rows) this.addRow(row, columns, roles.name);
  }

  counts(): CatalogueTally {
    return { ...this.counted };
  }

  result(): Pick<CatalogueResult, 'tally' | 'findings'> {
    return { tally: this.counts(), findings: this.findings };
  }

  private addRow({ row, cells }: TableRow, columns: readonly string[], nameColumn: string | null): void {
    const { law, chemist, judge } = this.run;
    this.counted.rows += 1;
    for (const column of columns) {
      const text = (cells[column] ?? '').trim();
      if (text === '') continue;
      const read = draftStructures(law, text, chemist);
      if (!read.ok) continue;
      const finding = strongestFinding(read.value.map(judge));
      if (finding === null) continue;
      const named = nameColumn === null ? '' : (cells[nameColumn] ?? '').trim();
      this.count(finding, { row, text, name: named === '' ? text : named, smiles: smilesOf(text) });
      return;
    }
    this.counted.unread += 1;
  }

  private count(
    finding: NonNullable<ReturnType<typeof strongestFinding>>,
    about: Pick<CatalogueFinding, 'row' | 'text' | 'name' | 'smiles'>,
  ): void {
    const { draft, inForce, difference } = finding;
    if (draft === 'match') this.counted.match += 1;
    if (draft === 'review') this.counted.review += 1;
    if (difference === 'newly-caught') this.counted.newly += 1;
    if (difference === 'no-longer-caught') this.counted.lost += 1;
    const reached = draft !== 'no' || (inForce ?? 'no') !== 'no';
    if (reached && this.findings.length < FINDINGS_KEPT_MAX) this.findings.push({ ...finding, ...about });
  }
}

/** The cell where it is a structure by itself; a name is not drawn. */
function smilesOf(text: string): string {
  return readSmiles(text).ok ? text : '';
}
