import type { ResolvedGoods } from '../goods/index.ts';
import type { Citation, Day, Jurisdiction } from '../kernel/index.ts';
import type { Proof, Reason } from './answer.ts';
import type { Basis } from './bases.ts';
import { compare } from './applied-control.ts';
import { linksOf } from './basis.ts';
import type { Stage } from './control.ts';
import type { Law } from './law.ts';
import { tablesOf } from './law-tables.ts';

/** One control of goods over time, whatever the day: a bar of the timeline. */
export interface TimelineRow {
  readonly control: string;
  readonly jurisdiction: Jurisdiction;
  readonly list: string;
  readonly entry: string;
  readonly instrument: string;
  readonly instrumentTitle: string;
  readonly basis: Basis;
  readonly stage: Stage;
  readonly permanence: 'permanent' | 'temporary';
  /** The window of the start day; both equal where it is known. */
  readonly start: { readonly earliest: Day | null; readonly latest: Day | null; readonly verified: boolean };
  /** First day it no longer holds; null while open. */
  readonly end: Day | null;
  readonly publishedOn: Day | null;
  readonly destinations: readonly string[];
  readonly proof: Proof | null;
  /** Why it is for a person to say whether it reaches the goods; null where it does. */
  readonly doubt: Reason | null;
  /** Why it does not reach them by its own clause; null where it does or may. */
  readonly excluded: Reason | null;
  readonly citation: Citation;
}

/**
 * Every control that has to do with the goods, oldest first; an unknown start comes before the day by which it had
 * started. Proposals and excluded entries are among them, marked by `stage` and `excluded`.
 */
export function timeline(law: Law, goods: ResolvedGoods): readonly TimelineRow[] {
  const { instruments } = tablesOf(law);
  return linksOf(law, goods)
    .map(({ control, basis, outcome, reasons, proof }) => ({
      control: control.id,
      jurisdiction: control.jurisdiction,
      list: control.list,
      entry: control.entry,
      instrument: control.instrument,
      instrumentTitle: instruments.get(control.instrument)?.title ?? control.instrument,
      basis,
      stage: control.stage,
      permanence: control.permanence,
      start: {
        earliest: control.start.earliest,
        latest: control.start.latest,
        verified: control.start.confidence === 'verified',
      },
      end: control.end,
      publishedOn: control.published,
      destinations: control.destinations,
      proof,
      doubt: outcome === 'doubt' ? (reasons[0] ?? null) : null,
      excluded: outcome === 'excluded' ? (reasons[0] ?? null) : null,
      citation: control.citation,
    }))
    .sort(
      (a, b) =>
        compare(startOf(a), startOf(b)) ||
        compare(a.jurisdiction, b.jurisdiction) ||
        compare(a.control, b.control),
    );
}

const LAST = '9999-12-31';

function startOf(row: TimelineRow): string {
  return row.start.latest ?? row.start.earliest ?? row.publishedOn ?? LAST;
}
