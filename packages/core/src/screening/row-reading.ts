import type { Candidate, Resolution, ResolvedGoods } from '../goods/index.ts';
import { goodsOfLaw, type Law } from '../controls/index.ts';
import type { Problem } from '../kernel/index.ts';
import type { Role } from './screened-row.ts';

/** Goods that one cell speaks of. */
export interface FoundGoods {
  /** Null: a structure that nothing in the law has to do with, whose key nobody asked for. */
  readonly goods: ResolvedGoods | null;
  readonly match: 'exact' | 'candidate';
  /** The words, number or structure it was found in. */
  readonly from: string;
  /** Why a person must look; null where the cell leaves no doubt. */
  readonly why: Candidate['why'] | null;
  /** 0 to 1; 1 where the cell leaves no doubt. */
  readonly score: number;
}

/**
 * What one cell came to.
 * - `found`: goods, exact or for a person to confirm.
 * - `review`: it was read and is no one chemical; a person must take it apart.
 * - `unknown`: it was read and names nothing known here. Never clear.
 * - `unreadable`: it breaks the grammar it is written in.
 */
export interface CellReading {
  readonly state: 'found' | 'review' | 'unknown' | 'unreadable';
  readonly found: readonly FoundGoods[];
  readonly problems: readonly Problem[];
  /** True where words are left that belong to nothing that was understood: then the cell clears nothing. */
  readonly wordsLeft: boolean;
  /** Right CAS numbers of no goods in the law, and tariff codes: to be held against what other cells say. */
  readonly numbers: readonly string[];
}

/** A cell that says something, where it stands and what it came to. */
export interface ReadCell {
  readonly column: string;
  readonly role: Role;
  readonly text: string;
  readonly reading: CellReading;
}

export const UNREAD: CellReading = {
  state: 'unreadable',
  found: [],
  problems: [],
  wordsLeft: false,
  numbers: [],
};

/** Goods without a doubt. */
export function exactly(goods: ResolvedGoods | null, from: string): FoundGoods {
  return { goods, match: 'exact', from, why: null, score: 1 };
}

/** A candidate of a resolution as goods of the law; the form is that of the entry itself. */
export function asCandidates(law: Law, candidates: readonly Candidate[], from: string): FoundGoods[] {
  return candidates.flatMap(({ id, why, score }) => {
    const goods = goodsOfLaw(law, id);
    return goods === null ? [] : [{ goods, match: 'candidate' as const, from, why, score }];
  });
}

/** A resolution as the reading of a cell. `state`: what the cell comes to where nothing was found. */
export function readingOf(
  law: Law,
  { goods, candidates, problems }: Resolution,
  from: string,
  state: CellReading['state'],
): CellReading {
  const found = goods === null ? asCandidates(law, candidates, from) : [exactly(goods, from)];
  return { ...UNREAD, state: found.length > 0 ? 'found' : state, found, problems };
}

const STRONGEST_FIRST: readonly CellReading['state'][] = ['found', 'review', 'unknown', 'unreadable'];

/** Several readings of the parts of one cell as one. */
export function joined(parts: readonly CellReading[]): CellReading {
  if (parts.length === 1) return parts[0]!;
  return {
    state: STRONGEST_FIRST.find((state) => parts.some((part) => part.state === state)) ?? 'unreadable',
    found: parts.flatMap((part) => part.found),
    problems: parts.flatMap((part) => part.problems),
    // A part that named nothing known stands beside what was found as words do.
    wordsLeft: parts.some((part) => part.wordsLeft || part.state !== 'found'),
    numbers: parts.flatMap((part) => part.numbers),
  };
}
