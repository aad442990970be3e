import { addDays, JURISDICTIONS, type Citation, type Day, type Jurisdiction } from '../kernel/index.ts';
import type { ControlStatus } from './answer.ts';
import { compare } from './applied-control.ts';
import type { Control } from './control.ts';
import { goodsOfLaw } from './goods-of-law.ts';
import type { Law } from './law.ts';
import { tablesOf } from './law-tables.ts';
import { isLaw, standingOn } from './standing.ts';
import { statusOn } from './status-on.ts';

/**
 * What a day brought.
 * - `controlled`: goods that were not controlled became so; or a class began.
 * - `ended`: they are no longer controlled; or a class ended.
 * - `changed`: another list, entry or permanence; the status stayed what it was.
 * - `uncertain`: an entry whose start is known only as a window; this day is the last on which it can have started.
 * - `announced`: published within the days asked about, to be in force after them.
 * - `proposed`: proposed, adopted or advisory; never law.
 */
export const CHANGE_KINDS = ['controlled', 'ended', 'changed', 'uncertain', 'announced', 'proposed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** An entry as a line of changes shows it. */
export interface ChangedEntry {
  readonly control: string;
  readonly list: string;
  readonly entry: string;
  readonly permanence: 'permanent' | 'temporary';
  readonly stage: Control['stage'];
  readonly start: { readonly earliest: Day | null; readonly latest: Day | null };
  readonly end: Day | null;
  readonly published: Day | null;
  /** True where the day this line stands on has been read in its source. */
  readonly verified: boolean;
  readonly instrument: string;
  readonly citation: Citation;
}

/** What one day brought to goods, a class or an open entry in one jurisdiction. */
export interface LawChange {
  readonly day: Day;
  readonly kind: ChangeKind;
  readonly jurisdiction: Jurisdiction;
  /** Goods id, rule id, or the words of an open entry. */
  readonly target: string;
  readonly targetKind: 'goods' | 'rule' | 'open';
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly family: string | null;
  /** Status of the goods the day before and on the day; null for classes and open entries. */
  readonly before: ControlStatus | null;
  readonly after: ControlStatus | null;
  readonly started: readonly ChangedEntry[];
  readonly ended: readonly ChangedEntry[];
  readonly confidence: 'verified' | 'unverified';
}

export interface ChangesAsked {
  /** The law of this day is where it begins: what starts on the very day is no change. */
  readonly from: Day;
  /** The last day that counts. */
  readonly to: Day;
  /** Null: all. */
  readonly in: readonly Jurisdiction[] | null;
}

/**
 * What changed in the law after the day `from` up to and including the day `to`, oldest first. Goods are compared by
 * their status the day before and on the day, so that an entry for what a class held already reads as a change of list.
 */
export function lawChanges(law: Law, asked: ChangesAsked): readonly LawChange[] {
  const groups = new Map<string, Group>();
  for (const control of law.controls) {
    if (asked.in !== null && !asked.in.includes(control.jurisdiction)) continue;
    for (const event of eventsOf(control, asked)) {
      const key = [event.day, event.how, control.jurisdiction, JSON.stringify(control.target)].join('\n');
      const group = groups.get(key) ?? { ...event, control, started: [], ended: [] };
      groups.set(key, group);
      (event.ends ? group.ended : group.started).push(control);
    }
  }
  return [...groups.values()].map((group) => changeOf(law, group)).sort(oldestFirst);
}

/** How many changes there are of each kind. */
export function countKinds(changes: readonly LawChange[]): Readonly<Record<ChangeKind, number>> {
  const counts = { controlled: 0, ended: 0, changed: 0, uncertain: 0, announced: 0, proposed: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

interface Event {
  readonly day: Day;
  readonly how: 'law' | 'window' | 'announced' | 'proposed';
  readonly ends: boolean;
}

interface Group extends Event {
  readonly control: Control;
  readonly started: Control[];
  readonly ended: Control[];
}

function eventsOf(control: Control, { from, to }: ChangesAsked): readonly Event[] {
  const within = (day: Day | null): day is Day => day !== null && day > from && day <= to;
  const { start, end, published, citation } = control;
  if (!isLaw(control)) {
    const out = published ?? start.latest ?? start.earliest ?? citation.published;
    return within(out) ? [{ day: out, how: 'proposed', ends: false }] : [];
  }
  const events: Event[] = [];
  if (within(start.latest)) {
    events.push({ day: start.latest, how: start.earliest === start.latest ? 'law' : 'window', ends: false });
  } else if (within(published) && start.earliest !== null && start.earliest > to) {
    events.push({ day: published, how: 'announced', ends: false });
  }
  if (within(end)) events.push({ day: end, how: 'law', ends: true });
  return events;
}

function changeOf(law: Law, group: Group): LawChange {
  const { control, day } = group;
  const { target, jurisdiction } = control;
  const named = nameOf(law, target);
  const [before, after] =
    'goods' in target
      ? [
          statusOf(law, target.goods, jurisdiction, addDays(day, -1)),
          statusOf(law, target.goods, jurisdiction, day),
        ]
      : [null, null];
  const entries = (controls: readonly Control[], ends: boolean): readonly ChangedEntry[] =>
    controls.map((one) => entryOf(one, ends)).sort((a, b) => compare(a.control, b.control));
  const started = entries(group.started, false);
  const ended = entries(group.ended, true);
  return {
    day,
    kind: kindOf(law, group, before, after),
    jurisdiction,
    ...named,
    before,
    after,
    started,
    ended,
    confidence: [...started, ...ended].every(({ verified }) => verified) ? 'verified' : 'unverified',
  };
}

function kindOf(
  law: Law,
  group: Group,
  before: ControlStatus | null,
  after: ControlStatus | null,
): ChangeKind {
  if (group.how === 'announced' || group.how === 'proposed') return group.how;
  if (group.how === 'window' && group.started.length > 0) return 'uncertain';
  if (before !== null && after !== null) {
    if (before !== 'controlled' && after === 'controlled') return 'controlled';
    return before === 'controlled' && after !== 'controlled' ? 'ended' : 'changed';
  }
  const holds = (day: Day): boolean =>
    law.controls.some(
      (one) =>
        one.jurisdiction === group.control.jurisdiction &&
        JSON.stringify(one.target) === JSON.stringify(group.control.target) &&
        standingOn(one, day, null) === 'in-force',
    );
  const [was, is] = [holds(addDays(group.day, -1)), holds(group.day)];
  return was === is ? 'changed' : is ? 'controlled' : 'ended';
}

function entryOf(control: Control, ends: boolean): ChangedEntry {
  const { start, end, published, citation, list, entry, permanence, stage, instrument } = control;
  const sure = ends ? control.endConfidence : start.confidence;
  return {
    control: control.id,
    list,
    entry,
    permanence,
    stage,
    start: { earliest: start.earliest, latest: start.latest },
    end,
    published,
    verified: sure === 'verified' && citation.confidence === 'verified',
    instrument,
    citation,
  };
}

type Named = Pick<LawChange, 'target' | 'targetKind' | 'name' | 'names' | 'family'>;

function nameOf(law: Law, target: Control['target']): Named {
  const tables = tablesOf(law);
  if ('goods' in target) {
    const goods = tables.goods.get(target.goods);
    const names = goods?.name ?? { en: target.goods };
    const family = goods === undefined ? null : goods.kind === 'chemical' ? goods.family : 'equipment';
    return { target: target.goods, targetKind: 'goods', name: names.en, names, family };
  }
  if ('rule' in target) {
    const rule = tables.rules.get(target.rule);
    const name = rule?.title ?? target.rule;
    return { target: target.rule, targetKind: 'rule', name, names: { en: name }, family: 'class' };
  }
  return {
    target: target.open,
    targetKind: 'open',
    name: target.open,
    names: { en: target.open },
    family: null,
  };
}

function statusOf(law: Law, id: string, jurisdiction: Jurisdiction, on: Day): ControlStatus | null {
  const goods = goodsOfLaw(law, id);
  if (goods === null) return null;
  const question = { on, known: null, activity: null, from: null, to: null, quantity: null };
  return statusOn(law, goods, question, jurisdiction).status;
}

function oldestFirst(a: LawChange, b: LawChange): number {
  return (
    compare(a.day, b.day) ||
    JURISDICTIONS.indexOf(a.jurisdiction) - JURISDICTIONS.indexOf(b.jurisdiction) ||
    CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind) ||
    compare(a.name, b.name) ||
    compare(a.target, b.target)
  );
}
