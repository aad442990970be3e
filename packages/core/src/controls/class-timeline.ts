import { JURISDICTIONS, type Citation, type Day, type Jurisdiction } from '../kernel/index.ts';
import { compare } from './applied-control.ts';
import type { Control, StructureRule } from './control.ts';
import type { Law } from './law.ts';
import { tablesOf } from './law-tables.ts';
import { isLaw } from './standing.ts';

/** One act by which a class stands on a list, or was prolonged. */
export interface ClassAct {
  readonly control: string;
  readonly jurisdiction: Jurisdiction;
  readonly list: string;
  readonly entry: string;
  readonly stage: Control['stage'];
  readonly permanence: 'permanent' | 'temporary';
  readonly start: { readonly earliest: Day | null; readonly latest: Day | null; readonly verified: boolean };
  readonly end: Day | null;
  readonly endVerified: boolean;
  readonly published: Day | null;
  readonly instrument: string;
  readonly instrumentTitle: string;
  readonly citation: Citation;
  readonly notes: readonly string[];
}

/** Days on which a class was controlled by one act after the other without a day between them. */
export interface ClassSpan {
  readonly jurisdiction: Jurisdiction;
  /** First day; null where it may be older than anything read. `certain` is false then and for a window. */
  readonly from: Day | null;
  readonly certain: boolean;
  /** First day on which it no longer held; null while open. */
  readonly to: Day | null;
  /** The same days by permanence, in order: temporary first, permanent later. */
  readonly parts: readonly {
    readonly permanence: 'permanent' | 'temporary';
    readonly from: Day | null;
    readonly to: Day | null;
    readonly acts: number;
  }[];
}

/** A clause that counts only from a day of its own. */
export interface ClauseDay {
  readonly zone: string;
  readonly clause: string;
  readonly from: Day;
}

export interface ClassTimeline {
  readonly rule: StructureRule;
  readonly jurisdictions: readonly Jurisdiction[];
  /** Law and proposals alike, oldest first. */
  readonly acts: readonly ClassAct[];
  readonly spans: readonly ClassSpan[];
  readonly clauses: readonly ClauseDay[];
}

/** The classes of the law, by jurisdiction, in the order of the house, then by title. Part-generic rules are among them. */
export function classTimelines(law: Law): readonly ClassTimeline[] {
  return law.rules
    .map((rule) => timelineOf(law, rule))
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) || compare(a.rule.title, b.rule.title) || compare(a.rule.id, b.rule.id),
    );
}

/** The chain of acts of one class rule; null where the law has none with this id. */
export function classTimeline(law: Law, ruleId: string): ClassTimeline | null {
  const rule = tablesOf(law).rules.get(ruleId);
  return rule === undefined ? null : timelineOf(law, rule);
}

function timelineOf(law: Law, rule: StructureRule): ClassTimeline {
  const controls = law.controls.filter(
    ({ target, partGeneric }) =>
      ('rule' in target && target.rule === rule.id) || partGeneric.includes(rule.id),
  );
  const acts = controls.map((control) => actOf(law, control)).sort(oldestFirst);
  const places = JURISDICTIONS.filter((place) => controls.some(({ jurisdiction }) => jurisdiction === place));
  return {
    rule,
    jurisdictions: places,
    acts,
    spans: places.flatMap((place) => spansOf(acts, place)),
    clauses: clausesOf(rule),
  };
}

function actOf(law: Law, control: Control): ClassAct {
  const { start } = control;
  return {
    control: control.id,
    jurisdiction: control.jurisdiction,
    list: control.list,
    entry: control.entry,
    stage: control.stage,
    permanence: control.permanence,
    start: { earliest: start.earliest, latest: start.latest, verified: start.confidence === 'verified' },
    end: control.end,
    endVerified: control.endConfidence === 'verified',
    published: control.published,
    instrument: control.instrument,
    instrumentTitle: tablesOf(law).instruments.get(control.instrument)?.title ?? control.instrument,
    citation: control.citation,
    notes: control.notes,
  };
}

/** Acts that meet or overlap are one span: an act that begins on the day another ends leaves no day between. */
function spansOf(acts: readonly ClassAct[], jurisdiction: Jurisdiction): readonly ClassSpan[] {
  const law = acts.filter(
    (act) =>
      act.jurisdiction === jurisdiction && isLaw(act) && (act.start.latest ?? act.start.earliest) !== null,
  );
  const spans: ClassSpan[] = [];
  for (const act of law) {
    const from = act.start.latest ?? act.start.earliest;
    const part = { permanence: act.permanence, from, to: act.end, acts: 1 };
    const last = spans.at(-1);
    if (last === undefined || (last.to !== null && from !== null && from > last.to)) {
      const certain = act.start.earliest !== null && act.start.earliest === act.start.latest;
      spans.push({ jurisdiction, from, certain, to: act.end, parts: [part] });
    } else {
      spans[spans.length - 1] = { ...last, to: later(last.to, act.end), parts: withPart(last.parts, part) };
    }
  }
  return spans;
}

type Part = ClassSpan['parts'][number];

function withPart(parts: readonly Part[], part: Part): readonly Part[] {
  const last = parts.at(-1);
  if (last?.permanence !== part.permanence) return [...parts, part];
  return [...parts.slice(0, -1), { ...last, to: later(last.to, part.to), acts: last.acts + 1 }];
}

/** The later of two ends; an open one is the latest. */
function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}

function clausesOf(rule: StructureRule): readonly ClauseDay[] {
  const defined = (rule.definition?.zones ?? []).flatMap(({ zone, allow }) =>
    allow.flatMap(({ clause, from }) => (from === null ? [] : [{ zone, clause, from }])),
  );
  const generic = rule.zones.flatMap(({ at, clause, from }) =>
    from === null ? [] : [{ zone: at.join(', '), clause, from }],
  );
  return [...defined, ...generic].sort((a, b) => compare(a.from, b.from) || compare(a.clause, b.clause));
}

function oldestFirst(a: ClassAct, b: ClassAct): number {
  const [one, other] = [a, b].map(
    ({ start, published }) => start.latest ?? start.earliest ?? published ?? '9999',
  );
  return (
    compare(one ?? '', other ?? '') ||
    compare(a.end ?? '9999', b.end ?? '9999') ||
    compare(a.control, b.control)
  );
}

function placeOf({ jurisdictions: [first] }: ClassTimeline): number {
  return first === undefined ? JURISDICTIONS.length : JURISDICTIONS.indexOf(first);
}
