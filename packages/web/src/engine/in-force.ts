import { standingOn, type Control, type Day } from '@custody/core';

/** True when the entry is law on the day beyond doubt about its start. */
export function inForceOn(control: Control, on: Day, known: Day | null): boolean {
  return standingOn(control, on, known) === 'in-force';
}
