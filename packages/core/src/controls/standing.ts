import type { Day } from '../kernel/index.ts';
import type { Control, Start } from './control.ts';

/**
 * How a control stands to a day and to a day of knowledge.
 * - `in-force`: law that day.
 * - `start-not-known`: it may or may not have been law that day; the start day was read only as a window.
 * - `announced`: published by then, not yet in force.
 * - `not-yet`: starts later, and was not published by then or the publication day was not read.
 * - `ended`: no longer law that day.
 * - `not-published`: not published by the day of knowledge.
 * - `publication-not-read`: nobody has read whether it was published by the day of knowledge.
 * - `proposed`: proposed, adopted or advisory, and out by that day; never law.
 * - `not-yet-proposed`, `withdrawn`: proposed only later, or no longer pending.
 */
export type Standing =
  | 'in-force'
  | 'start-not-known'
  | 'announced'
  | 'not-yet'
  | 'ended'
  | 'not-published'
  | 'publication-not-read'
  | 'proposed'
  | 'not-yet-proposed'
  | 'withdrawn';

/** True for the stages that are law while their interval runs. */
export function isLaw(control: Pick<Control, 'stage'>): boolean {
  return control.stage === 'in-force' || control.stage === 'ended';
}

/**
 * How `control` stands on the day `on`, seen with what had been published by `known` (null: no limit).
 * Intervals are half-open: the start day counts, the end day does not.
 */
export function standingOn(control: Control, on: Day, known: Day | null): Standing {
  if (!isLaw(control)) return standingOfProposal(control, on, known);
  const published = publishedBy(control, known);
  if (published === 'no') return 'not-published';
  const end = endAsKnown(control, known);
  if (end !== null && on >= end) return 'ended';
  const { earliest, latest } = control.start;
  if (earliest !== null && on < earliest) {
    return control.published !== null && control.published <= (known ?? on) ? 'announced' : 'not-yet';
  }
  if (published === 'not-read') return 'publication-not-read';
  return latest !== null && on >= latest ? 'in-force' : 'start-not-known';
}

/**
 * Whether a control had been published by `known`. Where the publication day was not read: yes if it had certainly
 * started by then, no if it certainly started later (publication precedes a start by weeks, seldom by more).
 */
export function publishedBy(control: Control, known: Day | null): 'yes' | 'no' | 'not-read' {
  if (known === null) return 'yes';
  if (control.published !== null) return control.published <= known ? 'yes' : 'no';
  const { earliest, latest } = control.start;
  if (latest !== null && latest <= known) return 'yes';
  return earliest !== null && earliest > known ? 'no' : 'not-read';
}

/**
 * The end of a control as it could be known on `known`. A temporary order carries its end from the first day; the
 * end of a permanent control comes from a later text, so an end after `known` was not yet known: the control was
 * open, and a question with that day of knowledge must see it open.
 */
export function endAsKnown(control: Control, known: Day | null): Day | null {
  if (control.end === null || known === null || control.permanence === 'temporary') return control.end;
  return control.end > known ? null : control.end;
}

/** The window moved to `day` where it is earlier: part of a control may count only from a later day. */
export function startNotBefore(start: Start, day: Day): Start {
  return {
    ...start,
    earliest: start.earliest === null || start.earliest < day ? day : start.earliest,
    latest: start.latest !== null && start.latest < day ? day : start.latest,
  };
}

function standingOfProposal(control: Control, on: Day, known: Day | null): Standing {
  const out =
    control.published ?? control.start.latest ?? control.start.earliest ?? control.citation.published;
  if (known !== null && out !== null && out > known) return 'not-published';
  if (out !== null && out > on) return 'not-yet-proposed';
  const end = known !== null && control.end !== null && control.end > known ? null : control.end;
  return end !== null && on >= end ? 'withdrawn' : 'proposed';
}
