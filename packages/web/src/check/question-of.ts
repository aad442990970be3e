import { isDay, type Question } from '@custody/core';
import { jurisdictionsOf, linesOf, type CheckAddress } from '../shell/address.ts';
import type { AsOf } from '../shell/use-as-of.ts';

/** The longest list the desk answers at once; longer ones are for the page Screen. */
export const LINES_MAX = 300;

/** The question an address asks, in full form. */
export function questionOf(address: CheckAddress, asOf: AsOf): Question {
  return {
    what: linesOf(address.q ?? ''),
    on: asOf.on,
    known: asOf.known,
    in: jurisdictionsOf(address.in).chosen,
    activity: address.activity ?? null,
    from: address.from ?? null,
    to: address.to ?? null,
    quantity: address.quantity ?? null,
  };
}

/** True when the address asks something that can be worked out: words, and days that exist. */
export function asks(address: CheckAddress): boolean {
  const days = [address.on, address.known].filter((text) => text !== undefined);
  return address.q !== undefined && days.every(isDay);
}
