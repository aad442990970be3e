import {
  addDays,
  type AppliedControl,
  type Day,
  type Jurisdiction,
  type JurisdictionStatus,
} from '@custody/core';
import { withLongDays } from '../i18n/say.ts';
import type { Words } from '../i18n/use-words.ts';

/** The window of a start day in words: `since 15 May 2020`, `since 21 September 2026 at the latest`. */
export function sinceWords(
  start: { readonly earliest: Day | null; readonly latest: Day | null },
  { t, day }: Words,
): string {
  const { earliest, latest } = start;
  if (latest === null) {
    return earliest === null ? t('check.sinceUnknown') : t('check.notBefore', { day: day(earliest) });
  }
  if (earliest === latest) return t('check.since', { day: day(latest) });
  if (earliest === null) return t('check.sinceAtLatest', { day: day(latest) });
  return t('check.sinceBetween', { from: day(earliest), to: day(latest) });
}

/** The same for a column that is headed by the word "since" already. */
export function startWords(
  start: { readonly earliest: Day | null; readonly latest: Day | null },
  { t, day }: Words,
): string {
  const { earliest, latest } = start;
  if (latest === null) {
    return earliest === null ? t('law.startUnknown') : t('law.startNotBefore', { day: day(earliest) });
  }
  if (earliest === latest) return day(latest);
  if (earliest === null) return t('law.startAtLatest', { day: day(latest) });
  return t('law.startBetween', { from: day(earliest), to: day(latest) });
}

/** The last day before `end`, for a column headed by the word "until". */
export function endWords(end: Day, { day }: Words): string {
  return day(addDays(end, -1));
}

/** The last day of something whose first day of not holding is `end`. */
export function lastDayWords(end: Day, { t, day }: Words): string {
  return t('check.lastDay', { day: day(addDays(end, -1)) });
}

/** `List I, 21 CFR 1310.02(a)(37)`; an entry that only repeats its list is left out. */
export function entryWords(control: { readonly list: string; readonly entry: string }): string {
  const { list, entry } = control;
  return entry === '' || entry === list ? list : `${list}, ${entry}`;
}

/**
 * By what an entry reaches the goods. Of a class: its member with the clauses it meets, what is close to it, or what may
 * be its member, so that nobody takes a review for a membership.
 */
export function basisWords(
  { basis, doubt, proof }: Pick<AppliedControl, 'basis' | 'doubt' | 'proof'>,
  { t, list }: Words,
): string {
  if (basis !== 'class') return t(`check.basis.${basis}`);
  if (doubt !== null) return t(doubt.code === 'close-to' ? 'check.classClose' : 'check.classPossible');
  const met = (proof?.zones ?? []).filter(({ outcome, clause }) => outcome !== 'doubt' && clause !== '');
  const clauses = [...new Set(met.map(({ clause }) => clause))].sort((a, b) => (a < b ? -1 : 1));
  return clauses.length === 0
    ? t('check.basis.class')
    : t('check.classMember', { count: clauses.length, clauses: list(clauses) });
}

const LAW_LANGUAGES: Readonly<Partial<Record<Jurisdiction, string>>> = { MX: 'es', DE: 'de', JP: 'ja' };

/** Lists and entries stand as their instrument prints them; those of China in Chinese or in our English. */
export function entryLanguage(control: Pick<AppliedControl, 'jurisdiction' | 'list' | 'entry'>): string {
  const han = /\p{Script=Han}/u.test(`${control.list}${control.entry}`);
  return LAW_LANGUAGES[control.jurisdiction] ?? (han ? 'zh-Hans' : 'en');
}

/** What is announced or proposed, in a line that cannot be read as law. */
export function pendingWords(control: AppliedControl, words: Words): string {
  const { t, day } = words;
  const list = entryWords(control);
  if (control.stage === 'proposed') return t('check.proposedLine', { list });
  if (control.stage === 'advisory') return t('check.advisoryLine', { list });
  if (control.stage === 'adopted') return t('check.adoptedLine', { list });
  const from = control.effectiveFrom ?? control.startWindow.earliest;
  return from === null
    ? t('check.announcedUndated', { list })
    : t('check.announcedFrom', { list, day: day(from) });
}

/** The scope in which something is not controlled, by the names of what is compiled. */
export function scopeWords(status: JurisdictionStatus, { t, day, list, language }: Words): string {
  const { complete, checkedOn, words } = status.scope;
  if (language === 'en' && words.length > 0) return withLongDays(words.join('; '));
  const kinds = list(complete.map((name) => familyWord(name, t)));
  return checkedOn === null
    ? t('check.scopeLine', { kinds })
    : t('check.scopeLineOn', { kinds, day: day(checkedOn) });
}

const FAMILIES = [
  'precursor',
  'drug',
  'narcotic',
  'psychotropic',
  'equipment',
  'fentanyl',
  'nitazene',
] as const;

export function familyWord(name: string, t: Words['t']): string {
  const known = FAMILIES.find((family) => family === name);
  return known === undefined ? name : t(`proof.family.${known}`);
}
