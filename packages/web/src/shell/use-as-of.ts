import { isDay, type Day } from '@custody/core';
import { useSearch } from '@tanstack/react-router';
import { today } from './today.ts';

export interface AsOf {
  readonly on: Day;
  readonly known: Day | null;
  /** What the address holds in place of a day; null when both days exist. */
  readonly strange: string | null;
}

/** The two days of the question, the same on every page: they stand in the address. */
export function useAsOf(): AsOf {
  const { on, known } = useSearch({ from: '__root__' });
  const strange = [on, known].find((text) => text !== undefined && !isDay(text)) ?? null;
  return {
    on: on !== undefined && isDay(on) ? on : today(),
    known: known !== undefined && isDay(known) ? known : null,
    strange,
  };
}
