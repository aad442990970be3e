import type { Law } from '../controls/index.ts';
import { describe, resolve, type DescribedGoods, type Description } from '../goods/index.ts';
import type { Problem } from '../kernel/index.ts';
import { restoredReading } from './row-number.ts';
import {
  asCandidates,
  exactly,
  readingOf,
  UNREAD,
  type CellReading,
  type FoundGoods,
} from './row-reading.ts';

/** What goods a text names, be it a name, a number or a structure; `structure` reads what turns out to be one. */
export function readName(law: Law, text: string, structure: (text: string) => CellReading): CellReading {
  const resolution = resolve(law, text, null);
  const { by, goods, candidates, problems } = resolution;
  if (goods === null && (by === 'smiles' || by === 'inchi')) {
    const drawn = structure(text);
    if (by === 'inchi' || drawn.state !== 'unreadable') return drawn;
    const words = readText(law, text);
    return words.found.length > 0 ? words : drawn;
  }
  if (goods !== null) {
    return { ...readingOf(law, resolution, text, 'unknown'), numbers: by === 'cas' ? [text] : [] };
  }
  if (by === null) return { ...UNREAD, problems };
  if (by !== 'name') return readingOf(law, resolution, text, 'unknown');
  // Where nothing is near, nothing of the law stands in the text either: `resolve` has looked.
  if (candidates.length === 0) {
    const unknown = { ...UNREAD, state: 'unknown' as const, wordsLeft: true };
    if (!/\s/.test(text)) return changedNumber(law, text) ?? { ...unknown, problems };
    return { ...unknown, problems: [...problems, ...describe(law, text).problems] };
  }
  const described = readText(law, text);
  if (described.found.length > 0) return described;
  return {
    ...UNREAD,
    state: 'found',
    found: asCandidates(law, candidates, text),
    problems: [nearName(text, candidates[0]!.name)],
    wordsLeft: false,
  };
}

/** A CAS number a spreadsheet made a date of, in a column of names: a candidate, where it is of goods of the law. */
function changedNumber(law: Law, text: string): CellReading | null {
  const restored = /^\d/.test(text) ? restoredReading(law, text) : null;
  return restored === null || restored.found.length === 0 ? null : restored;
}

/** The goods a line of free text speaks of: several, or none. */
export function readText(law: Law, text: string): CellReading {
  const description = describe(law, text);
  const found = description.goods.map(foundIn);
  return {
    ...UNREAD,
    state: found.length > 0 ? 'found' : 'unknown',
    found,
    problems: [...description.problems, ...(found.length === 0 ? [namesNothing(description)] : [])],
    wordsLeft: description.leftOver > 0,
  };
}

/** How likely goods are that a line names with a doubt. */
const NAMED_WITH_DOUBT = 0.9;

function foundIn({ goods, match, from }: DescribedGoods): FoundGoods {
  if (match === 'exact') return exactly(goods, from);
  return { goods, match, from, why: 'found-in-text', score: NAMED_WITH_DOUBT };
}

function namesNothing({ input }: Description): Problem {
  const text = input.length > 60 ? `${input.slice(0, 57)}...` : input;
  return {
    code: 'not-found',
    message: `“${text}” names nothing in the compiled data.`,
    todo: 'Give the CAS number or the structure: a name we do not know may still be a controlled substance.',
    data: { text },
  };
}

function nearName(given: string, name: string): Problem {
  const text = given.length > 60 ? `${given.slice(0, 57)}...` : given;
  return {
    code: 'near-name',
    message: `“${text}” is no name in the compiled data; it is close to ${name}.`,
    todo: 'Look at the candidates; give the CAS number or the structure.',
    data: { text, near: name },
  };
}
