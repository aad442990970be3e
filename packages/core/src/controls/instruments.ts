import type { Day, Jurisdiction } from '../kernel/index.ts';
import { compare } from './applied-control.ts';
import type { Control, Coverage, Instrument, Stage } from './control.ts';
import type { Law } from './law.ts';
import { coverageOf, tablesOf } from './law-tables.ts';

/** A line of the list of instruments. */
export interface InstrumentSummary {
  readonly instrument: Instrument;
  readonly entries: number;
  /** Entries by stage; stages without entries are left out. */
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
  readonly lists: readonly string[];
  /** Earliest and latest start day read, null where none was. */
  readonly firstStart: Day | null;
  readonly lastStart: Day | null;
  readonly unverified: number;
  readonly coverage: readonly Coverage[];
}

/** An entry of an instrument with what it names in words. */
export interface InstrumentEntry {
  readonly control: Control;
  /** The name of the goods, the title of the rule, or the words of an open entry. */
  readonly target: string;
  readonly targetKind: 'goods' | 'rule' | 'open';
}

export interface InstrumentView extends Omit<InstrumentSummary, 'entries'> {
  readonly entries: readonly InstrumentEntry[];
}

/** All instruments with coverage and figures, by jurisdiction and id; `jurisdiction` limits them to one. */
export function lawList(law: Law, jurisdiction: Jurisdiction | null = null): readonly InstrumentSummary[] {
  const byInstrument = new Map<string, Control[]>();
  for (const control of law.controls) {
    const list = byInstrument.get(control.instrument);
    if (list === undefined) byInstrument.set(control.instrument, [control]);
    else list.push(control);
  }
  return law.instruments
    .filter((instrument) => jurisdiction === null || instrument.jurisdiction === jurisdiction)
    .map((instrument) => summary(law, instrument, byInstrument.get(instrument.id) ?? []))
    .sort(
      (a, b) =>
        compare(a.instrument.jurisdiction, b.instrument.jurisdiction) ||
        compare(a.instrument.id, b.instrument.id),
    );
}

/** One instrument with all its entries, by list, start and id; null where there is none with this id. */
export function lawShow(law: Law, instrumentId: string): InstrumentView | null {
  const instrument = tablesOf(law).instruments.get(instrumentId);
  if (instrument === undefined) return null;
  const controls = law.controls.filter((control) => control.instrument === instrumentId);
  const entries = controls
    .map((control) => entryOf(law, control))
    .sort(
      (a, b) =>
        compare(a.control.list, b.control.list) ||
        compare(a.control.start.latest ?? '', b.control.start.latest ?? '') ||
        compare(a.control.id, b.control.id),
    );
  return { ...summary(law, instrument, controls), entries };
}

function summary(law: Law, instrument: Instrument, controls: readonly Control[]): InstrumentSummary {
  const stages: Partial<Record<Stage, number>> = {};
  for (const { stage } of controls) stages[stage] = (stages[stage] ?? 0) + 1;
  const starts = controls.flatMap(({ start }) => start.latest ?? []).sort();
  return {
    instrument,
    entries: controls.length,
    stages,
    lists: [...new Set(controls.map(({ list }) => list))].sort(compare),
    firstStart: starts[0] ?? null,
    lastStart: starts.at(-1) ?? null,
    unverified: controls.filter(({ citation }) => citation.confidence === 'unverified').length,
    coverage: coverageOf(law, instrument.jurisdiction),
  };
}

function entryOf(law: Law, control: Control): InstrumentEntry {
  const tables = tablesOf(law);
  const { target } = control;
  if ('goods' in target) {
    return { control, target: tables.goods.get(target.goods)?.name.en ?? target.goods, targetKind: 'goods' };
  }
  if ('rule' in target) {
    return { control, target: tables.rules.get(target.rule)?.title ?? target.rule, targetKind: 'rule' };
  }
  return { control, target: target.open, targetKind: 'open' };
}
