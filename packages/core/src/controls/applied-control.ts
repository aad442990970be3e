import type { Day } from '../kernel/index.ts';
import type { AppliedControl, Reason } from './answer.ts';
import { BASES } from './bases.ts';
import type { Link } from './link.ts';
import type { Law } from './law.ts';
import { tablesOf } from './law-tables.ts';
import { endAsKnown } from './standing.ts';

/** A control as an answer shows it: by which basis it reaches the goods, since when, and what is doubtful about it. */
export function appliedControl(
  law: Law,
  link: Link,
  known: Day | null,
  doubt: Reason | null,
): AppliedControl {
  const { control } = link;
  const { earliest, latest, confidence, note } = control.start;
  // Two reasons to doubt: the first names the doubt, the others are kept beside it.
  const further = link.reasons.filter((reason) => reason !== doubt).map((reason) => reason.text);
  return {
    id: control.id,
    jurisdiction: control.jurisdiction,
    instrument: control.instrument,
    instrumentTitle: tablesOf(law).instruments.get(control.instrument)?.title ?? control.instrument,
    list: control.list,
    entry: control.entry,
    nameInLaw: control.nameInLaw,
    basis: link.basis,
    stage: control.stage,
    permanence: control.permanence,
    effectiveFrom: earliest !== null && earliest === latest ? earliest : null,
    startWindow: { earliest, latest, verified: confidence === 'verified', note },
    effectiveTo: endAsKnown(control, known),
    publishedOn: control.published,
    recordedOn: control.recorded,
    scopeWords: control.scope.words,
    destinations: control.destinations,
    activities: control.activities,
    exemptions: control.exemptions,
    thresholds: control.thresholds,
    requirements: control.requirements,
    codes: control.codes,
    citation: control.citation,
    proof: link.proof,
    doubt,
    notes: [...control.notes, ...link.notes, ...further],
  };
}

/** Strongest first: without doubt before doubtful, then by basis as an answer asks them, then by start day and id. */
export function strongestFirst(a: AppliedControl, b: AppliedControl): number {
  return (
    Number(a.doubt !== null) - Number(b.doubt !== null) ||
    BASES.indexOf(a.basis) - BASES.indexOf(b.basis) ||
    compare(a.startWindow.latest ?? '', b.startWindow.latest ?? '') ||
    compare(a.id, b.id)
  );
}

/** Order of two strings by code unit: the same on every machine and in every language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
