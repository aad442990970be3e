import type { DeskAddress } from './address.ts';

/** The days and the language follow from page to page; the rest of an address belongs to its page. */
export function keepDay({ on, known, lang }: DeskAddress): DeskAddress {
  return {
    ...(on === undefined ? {} : { on }),
    ...(known === undefined ? {} : { known }),
    ...(lang === undefined ? {} : { lang }),
  };
}
