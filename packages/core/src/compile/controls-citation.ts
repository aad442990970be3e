import type { Citation, Day } from '../kernel/index.ts';
import type { Read, Sources } from './controls-schema.ts';

/** A fact's citation and the other places where it was read. */
export interface Citations {
  readonly citation: Citation;
  readonly further: readonly Citation[];
  /** Keys that are not in `sources.yaml`. */
  readonly missing: readonly string[];
}

/**
 * Turns "where it was read" into citations: the first source gives the address, the others stand beside. `title` is
 * the legal text; `readOn` the day of the reading, used where the entry gives no other. An unverified fact carries no
 * day of verification, whatever its source.
 */
export function citationsOf(read: Read, title: string, sources: Sources, readOn: Day): Citations {
  const confidence = read.confidence ?? 'verified';
  const verifiedOn = confidence === 'verified' ? (read.verifiedOn ?? readOn) : null;
  const found = read.sources.flatMap((key) => (sources[key] === undefined ? [] : [sources[key]]));
  const [first, ...others] = found;
  const notes = [
    ...(first === undefined || first.title === (read.title ?? title) ? [] : [`Read in: ${first.title}`]),
    ...(read.note === undefined ? [] : [read.note]),
  ];
  const further = [
    ...(first?.further ?? []).map((url) => ({
      title: first?.title ?? title,
      url,
      published: first?.published,
    })),
    ...others.flatMap((one) => [
      { title: one.title, url: one.url, published: one.published },
      ...(one.further ?? []).map((url) => ({ title: one.title, url, published: one.published })),
    ]),
  ];
  return {
    citation: {
      title: read.title ?? title,
      url: first?.url ?? null,
      published: read.published ?? first?.published ?? null,
      verifiedOn,
      confidence,
      ...(notes.length === 0 ? {} : { note: notes.join('. ') }),
    },
    further: further.map((one) => ({ ...one, published: one.published ?? null, verifiedOn, confidence })),
    missing: read.sources.filter((key) => sources[key] === undefined),
  };
}
