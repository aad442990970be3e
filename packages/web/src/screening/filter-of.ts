import { BASES, isJurisdiction } from '@custody/core';
import type { ScreenAddress } from '../shell/address.ts';
import { VERDICTS } from './packed-piece.ts';
import type { RowFilter } from './row-filter.ts';

/** The filter that stands in an address. */
export function filterOf(address: ScreenAddress): RowFilter {
  const verdicts = parts(address.verdict);
  const bases = parts(address.basis);
  return {
    verdicts: VERDICTS.filter((verdict) => verdicts.includes(verdict)),
    places: parts(address.places).filter(isJurisdiction),
    bases: BASES.filter((basis) => bases.includes(basis)),
    problem: address.tab === 'problems' ? (address.problem ?? '') : null,
    text: address.text ?? '',
  };
}

/** The list with the value in it, or without it where it was; absent when nothing is left. */
export function toggled(list: string | undefined, value: string): string | undefined {
  const before = parts(list);
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return after.length === 0 ? undefined : after.join(',');
}

function parts(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(',');
}
