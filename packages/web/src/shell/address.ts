import { BASES, isDay, isJurisdiction, type Activity, type Jurisdiction } from '@custody/core';
import { isLanguage, type Language } from '../i18n/languages.ts';

/**
 * What the address holds. It stands behind the `#`, which a browser never sends: a link shows a colleague the same page,
 * and the node that serves the desk does not learn what was asked. Days are kept as they were written, so that a day
 * that does not exist can be named.
 */
export interface DeskAddress {
  readonly on?: string;
  readonly known?: string;
  readonly lang?: Language;
}

export interface CheckAddress extends DeskAddress {
  /** What was asked, one question a line. */
  readonly q?: string;
  /** Jurisdictions asked for, separated by commas; absent: all that are compiled. */
  readonly in?: string;
  readonly activity?: Activity;
  readonly from?: string;
  readonly to?: string;
  readonly quantity?: string;
  /** Jurisdiction whose proof is open. */
  readonly open?: Jurisdiction;
  readonly view?: 'table';
  readonly span?: 'all';
}

/** What a page of answers is narrowed to: jurisdictions, and the transaction as far as the law looks at it. */
export type NarrowingAddress = Pick<CheckAddress, 'in' | 'activity' | 'from' | 'to' | 'quantity'>;

/** The file itself is never part of an address: a link to Screen shows a colleague the question, not the goods. */
export interface ScreenAddress extends DeskAddress, Omit<NarrowingAddress, 'quantity'> {
  /** Filters, each of them values separated by commas. */
  readonly verdict?: string;
  readonly places?: string;
  readonly basis?: string;
  readonly text?: string;
  /** Code of the problem whose lines are shown. */
  readonly problem?: string;
  readonly tab?: 'problems' | 'differences';
  /** Number of the line that is open, and the jurisdiction whose proof is. */
  readonly row?: string;
  readonly open?: Jurisdiction;
}

export interface LawAddress extends DeskAddress {
  readonly filter?: string;
  readonly place?: Jurisdiction;
  readonly sort?: string;
  /** Jurisdiction whose coverage is open. */
  readonly open?: Jurisdiction;
}

export interface InstrumentAddress extends DeskAddress {
  readonly filter?: string;
  readonly sort?: string;
  readonly inForce?: '1';
}

export const ACTIVITIES = ['produce', 'sell', 'possess', 'import', 'export', 'transit'] as const;

type Raw = Readonly<Record<string, unknown>>;

export function deskAddress(raw: Raw): DeskAddress {
  return present({
    on: words(raw['on']),
    known: words(raw['known']),
    lang: isLanguage(raw['lang']) ? raw['lang'] : undefined,
  });
}

export function checkAddress(raw: Raw): CheckAddress {
  const activity = ACTIVITIES.find((known) => known === raw['activity']);
  return present({
    q: words(raw['q']),
    in: words(raw['in']),
    activity,
    from: country(raw['from']),
    to: country(raw['to']),
    quantity: words(raw['quantity']),
    open: jurisdiction(raw['open']),
    view: raw['view'] === 'table' ? ('table' as const) : undefined,
    span: raw['span'] === 'all' ? ('all' as const) : undefined,
  });
}

const SCREEN_VERDICTS = [
  'controlled',
  'review',
  'unknown',
  'unreadable',
  'not-controlled',
  'outside',
] as const;

const TABS = ['problems', 'differences'] as const;

export function screenAddress(raw: Raw): ScreenAddress {
  const { quantity: _, q: __, view: ___, span: ____, ...narrowing } = checkAddress(raw);
  return present({
    ...narrowing,
    verdict: some(raw['verdict'], (one) => SCREEN_VERDICTS.some((known) => known === one)),
    places: some(raw['places'], isJurisdiction),
    basis: some(raw['basis'], (one) => BASES.some((known) => known === one)),
    text: words(raw['text']),
    problem: words(raw['problem']),
    tab: TABS.find((one) => one === raw['tab']),
    row: typeof raw['row'] === 'string' && /^\d{1,9}$/.test(raw['row']) ? raw['row'] : undefined,
  });
}

export function lawAddress(raw: Raw): LawAddress {
  return present({
    filter: words(raw['filter']),
    place: jurisdiction(raw['place']),
    sort: words(raw['sort']),
    open: jurisdiction(raw['open']),
  });
}

export function instrumentAddress(raw: Raw): InstrumentAddress {
  return present({
    filter: words(raw['filter']),
    sort: words(raw['sort']),
    inForce: raw['inForce'] === '1' ? ('1' as const) : undefined,
  });
}

/** Plain words in the address, not JSON: `on=2022-09-01`, as a person would write them. */
export function readAddress(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeAddress(address: Raw): string {
  const pairs = Object.entries(address).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [[key, value]] : [],
  );
  const text = new URLSearchParams(pairs).toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

/** The jurisdictions named in `in`, and what is no jurisdiction. */
export function jurisdictionsOf(text: string | undefined): {
  readonly chosen: readonly Jurisdiction[] | null;
  readonly strange: readonly string[];
} {
  if (text === undefined) return { chosen: null, strange: [] };
  const parts = [...new Set(text.split(',').map((part) => part.trim().toUpperCase()))].filter(
    (part) => part !== '',
  );
  const chosen = parts.filter(isJurisdiction);
  return {
    chosen: chosen.length === 0 ? null : chosen,
    strange: parts.filter((part) => !isJurisdiction(part)),
  };
}

/** The questions in the field: one a line, blank lines set aside. */
export function linesOf(question: string): readonly string[] {
  return question
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * A day as people write it, year first: `2022-09-01`, `2022/9/1`, `2022.9.1`, `20220901`, `2022年9月1日`.
 * Null for anything else; a date with the day first is not guessed at, since 01/02 has two readings.
 */
export function dayFrom(text: string): string | null {
  const match = /^\s*(\d{4})(?:[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?|(\d{2})(\d{2}))\s*$/.exec(text);
  if (match === null) return null;
  const [, year = '', monthApart, dayApart, monthTight = '', dayTight = ''] = match;
  const written = `${year}-${(monthApart ?? monthTight).padStart(2, '0')}-${(dayApart ?? dayTight).padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

export function words(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Those values of a list separated by commas that are known. */
function some(value: unknown, isKnown: (one: string) => boolean): string | undefined {
  if (typeof value !== 'string') return undefined;
  const known = [...new Set(value.split(','))].filter(isKnown);
  return known.length === 0 ? undefined : known.join(',');
}

function country(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : undefined;
}

function jurisdiction(value: unknown): Jurisdiction | undefined {
  return typeof value === 'string' && isJurisdiction(value) ? value : undefined;
}

/** Without the keys that hold nothing, so that an address stays short. */
export function present<T extends Record<string, unknown>>(all: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
