import type { ResolvedGoods } from '../goods/index.ts';
import type { Day, Jurisdiction } from '../kernel/index.ts';
import type { ControlStatus, JurisdictionStatus, Reason } from './answer.ts';
import type { Coverage } from './control.ts';
import { inWords } from './jurisdiction-words.ts';
import type { Law } from './law.ts';
import { coverageOf } from './law-tables.ts';

export type Kind = Coverage['kind'];

/** What the compiled law can say of one kind of list for these goods. */
export interface KindState {
  readonly kind: Kind;
  /** `absent`: nothing of this kind has been compiled. */
  readonly state: Coverage['state'] | 'absent';
  /** The row that speaks for the goods; null where none does. */
  readonly row: Coverage | null;
  /** Families that are compiled, where the goods are of none of them. */
  readonly onlyFamilies: readonly string[];
}

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  precursor: 'precursor lists',
  drug: 'narcotic and psychotropic schedules',
  equipment: 'rules on equipment',
};

/** Names under which an unrestricted scope stands in `scope.complete` and `scope.partial`. */
const SCOPE_NAMES: Readonly<Record<Kind, readonly string[]>> = {
  precursor: ['precursor'],
  drug: ['narcotic', 'psychotropic', 'fentanyl', 'nitazene'],
  equipment: ['equipment'],
};

const FULLEST: readonly Coverage['state'][] = ['complete', 'presence', 'outside', 'partial'];

/**
 * The kinds of list in which goods must be looked for before anything may be said: a structure no list names, and
 * goods that stand on watch lists only, in those of precursors and in those of drugs.
 */
export function kindsNeeded(goods: ResolvedGoods): readonly Kind[] {
  if (goods.kind === 'equipment') return ['equipment'];
  const precursor = goods.regimes.includes('precursor');
  const drug = goods.regimes.includes('drug');
  const either = goods.named === null || goods.regimes.includes('watched') || (!precursor && !drug);
  return [
    ...(precursor || either ? ['precursor' as const] : []),
    ...(drug || either ? ['drug' as const] : []),
  ];
}

/** How completely each kind needed has been compiled for `jurisdiction`, as far as these goods go. */
export function kindStates(law: Law, goods: ResolvedGoods, jurisdiction: Jurisdiction): readonly KindState[] {
  const family = goods.named?.kind === 'chemical' ? goods.named.family : null;
  const rows = coverageOf(law, jurisdiction);
  return kindsNeeded(goods).map((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    const speaking = ofKind
      .filter((row) => row.families.length === 0 || (family !== null && row.families.includes(family)))
      .sort((a, b) => FULLEST.indexOf(a.state) - FULLEST.indexOf(b.state));
    const [row] = speaking;
    if (row !== undefined) return { kind, state: row.state, row, onlyFamilies: [] };
    const onlyFamilies = [...new Set(ofKind.flatMap((one) => one.families))].sort();
    return { kind, state: ofKind.length > 0 ? 'partial' : 'absent', row: null, onlyFamilies };
  });
}

/** Whether a jurisdiction may decide a verdict unasked: every kind needed is compiled, or not regulated there. */
export function isFull(states: readonly KindState[]): boolean {
  return states.every(({ state }) => state !== 'partial' && state !== 'absent');
}

/** What the coverage lets an answer say when no control applies, and why. */
export function statusByCoverage(
  states: readonly KindState[],
  goods: ResolvedGoods,
  jurisdiction: Jurisdiction,
  on: Day,
): { readonly status: ControlStatus; readonly reasons: readonly Reason[] } {
  const missing = states.filter(({ state }) => state === 'partial' || state === 'absent');
  const widened = states.flatMap((one) => doubtsBeyondLists(one, goods, on));
  if (missing.length > 0 || widened.length > 0) {
    return {
      status: 'unknown',
      reasons: [...missing.map((one) => missingReason(one, jurisdiction)), ...widened],
    };
  }
  if (states.every(({ state }) => state === 'outside')) {
    return { status: 'outside', reasons: states.map((one) => outsideReason(one, jurisdiction)) };
  }
  const reasons = states.flatMap((one) =>
    one.state === 'outside' ? [outsideReason(one, jurisdiction)] : notFoundReasons(one, on),
  );
  return { status: 'not-controlled', reasons };
}

/** The scope of an answer: everything compiled for the jurisdiction by name, and `words` for goods no entry reaches. */
export function scopeOf(
  law: Law,
  jurisdiction: Jurisdiction,
  states: readonly KindState[],
  words: readonly string[],
): JurisdictionStatus['scope'] {
  const days = states.flatMap(({ row }) => row?.checkedOn ?? []).sort();
  return {
    ...namesOf(coverageOf(law, jurisdiction)),
    checkedOn: days[0] ?? null,
    words,
  };
}

/** How the coverage of the kinds needed says that goods were not found. */
export function wordsOf(states: readonly KindState[]): readonly string[] {
  return [...new Set(states.flatMap(({ row }) => (row === null ? [] : [row.words])))];
}

type ScopeNames = Pick<JurisdictionStatus['scope'], 'complete' | 'partial' | 'outside'>;

/** The rows of a jurisdiction are the same list for as long as the law is. */
const NAMES = new WeakMap<readonly Coverage[], ScopeNames>();

function namesOf(rows: readonly Coverage[]): ScopeNames {
  const kept = NAMES.get(rows);
  if (kept !== undefined) return kept;
  const named = { complete: new Set<string>(), partial: new Set<string>(), outside: new Set<string>() };
  for (const row of rows) {
    const shelf = row.state === 'presence' ? 'complete' : row.state;
    for (const name of row.families.length > 0 ? row.families : SCOPE_NAMES[row.kind]) named[shelf].add(name);
  }
  const names = {
    complete: [...named.complete],
    partial: [...named.partial].filter((name) => !named.complete.has(name)),
    outside: [...named.outside],
  };
  NAMES.set(rows, names);
  return names;
}

function missingReason(one: KindState, jurisdiction: Jurisdiction): Reason {
  const data = { kind: one.kind, state: one.state, jurisdiction, families: one.onlyFamilies.join(', ') };
  if (jurisdiction === 'GB' && one.kind === 'precursor' && one.state === 'absent') {
    return {
      code: 'precursor-law-apart',
      text: 'Precursor law is not the same in all of the United Kingdom: ask for Great Britain (GB-GBN) and Northern Ireland (GB-NIR).',
      data,
    };
  }
  const what = `${KIND_WORDS[one.kind]} of ${inWords(jurisdiction)}`;
  if (one.state === 'absent') {
    return { code: 'scope-absent', text: `The ${what} have not been compiled.`, data };
  }
  const families = one.onlyFamilies.join(', ');
  const text =
    one.row !== null
      ? sentence(one.row.words)
      : `The ${what} have been compiled for these families only: ${families}.`;
  return { code: 'scope-incomplete', text, data };
}

/** Words of the data as a sentence: they also stand inside one. */
function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`;
}

function outsideReason(one: KindState, jurisdiction: Jurisdiction): Reason {
  return {
    code: 'outside',
    text: sentence(one.row?.words ?? `${inWords(jurisdiction)} has no ${KIND_WORDS[one.kind]}`),
    data: { kind: one.kind, jurisdiction },
  };
}

/** Where "on no list" is not yet "not controlled": a clause beyond the lists, a decision nobody has read. */
function doubtsBeyondLists(one: KindState, goods: ResolvedGoods, on: Day): readonly Reason[] {
  const { row } = one;
  if (row === null) return [];
  const reasons: Reason[] = [];
  if (row.openClause !== undefined) {
    const text = `No list names the goods, but the law reaches further than its lists: ${row.openClause}`;
    reasons.push({ code: 'open-clause', text, data: { kind: one.kind } });
  }
  if (row.pending?.includes(goods.id) === true && row.checkedOn !== null && on > row.checkedOn) {
    const text = `A decision on the goods was taken or due after ${row.checkedOn} and has not been read.`;
    reasons.push({ code: 'decision-pending', text, data: { kind: one.kind, checkedOn: row.checkedOn } });
  }
  return reasons;
}

function notFoundReasons(one: KindState, on: Day): readonly Reason[] {
  const { row, kind } = one;
  if (row === null) return [];
  const reasons: Reason[] = [{ code: 'not-found-in-scope', text: sentence(row.words), data: { kind } }];
  const { checkedOn } = row;
  if (checkedOn !== null && on > checkedOn) {
    const text = `The ${KIND_WORDS[kind]} were last checked on ${checkedOn}; later changes are not in this answer.`;
    reasons.push({ code: 'checked-until', text, data: { kind, checkedOn } });
  }
  if (checkedOn !== null && on < checkedOn && kind === 'drug' && row.state === 'presence') {
    const text = `The schedules were compiled as they stood on ${checkedOn}; what was removed before that day is not stored.`;
    reasons.push({ code: 'removals-not-stored', text, data: { kind, checkedOn } });
  }
  if (row.note !== null) reasons.push({ code: 'scope-note', text: row.note, data: { kind } });
  return reasons;
}
