import { JURISDICTIONS, type Law } from '@custody/core';
import type { LawFacts } from './messages.ts';

/** What the desk shows of the law before anything is asked. */
export function factsOf(law: Law): LawFacts {
  const places = new Set(law.instruments.map((instrument) => instrument.jurisdiction));
  return {
    digest: law.digest,
    readOn: law.readOn,
    substances: law.substances.length,
    machines: law.equipment.length,
    entries: law.controls.length,
    instruments: law.instruments.length,
    jurisdictions: JURISDICTIONS.filter((jurisdiction) => places.has(jurisdiction)),
    coverage: law.coverage,
    rules: Object.fromEntries(
      law.rules.map(({ id, title, words, doubts, citation }) => [id, { title, words, doubts, citation }]),
    ),
  };
}
