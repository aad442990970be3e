import { daysBetween, JURISDICTIONS, type Day, type Jurisdiction } from '../kernel/index.ts';
import type { ControlStatus } from './answer.ts';
import { compare } from './applied-control.ts';
import { goodsOfLaw } from './goods-of-law.ts';
import type { Law } from './law.ts';
import { tablesOf } from './law-tables.ts';
import { statusCourse, statusSince, stretchOn, type CourseEntry } from './status-course.ts';

/** A control elsewhere that a jurisdiction has no counterpart to. */
export interface BacklogControl {
  readonly jurisdiction: Jurisdiction;
  /** First day of its control; null where it is older than anything read. */
  readonly since: Day | null;
  readonly certain: boolean;
  readonly entry: CourseEntry | null;
  /** Days from that first day to the day asked about; null where it is not known. */
  readonly days: number | null;
}

/** Goods controlled by the United Nations or a partner, and not at home. */
export interface BacklogLine {
  readonly goods: string;
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly family: string | null;
  /** `not-controlled`: said within a complete scope. `unknown` and `review`: a person must look first. */
  readonly status: ControlStatus;
  readonly doubt: string | null;
  /** A control at home that is published and not yet in force. */
  readonly announced: CourseEntry | null;
  /** The United Nations first, then the partners, the oldest control first. */
  readonly elsewhere: readonly BacklogControl[];
  /** True where one of them is the United Nations: then a treaty asks for it. */
  readonly treaty: boolean;
  /** Days since the oldest of these controls; null where no first day is known. */
  readonly days: number | null;
}

export interface BacklogAsked {
  readonly home: Jurisdiction;
  readonly on: Day;
  /** Whose controls count beside those of the United Nations. */
  readonly partners: readonly Jurisdiction[];
  readonly known?: Day | null;
  /** Also goods whose status at home is unknown or to review, marked as such. */
  readonly open?: boolean;
}

/**
 * What the United Nations or a partner controls on a day and `home` does not: the oldest first, treaty controls before
 * those of partners. What is unknown at home is no backlog unless asked for. An authority's view of its own work: it
 * says what is not done, and nothing of what may be done with it.
 */
export function controlBacklog(law: Law, asked: BacklogAsked): readonly BacklogLine[] {
  const { home, on, known = null, open = false } = asked;
  const others = JURISDICTIONS.filter(
    (one) => one !== home && (one === 'UN' || asked.partners.includes(one)),
  );
  const lines: BacklogLine[] = [];
  for (const id of controlledSomewhere(law, others)) {
    const goods = goodsOfLaw(law, id);
    if (goods?.named == null) continue;
    const course = statusCourse(law, goods, home, known);
    const here = stretchOn(course, on);
    const counts =
      here.status === 'not-controlled' || (open && (here.status === 'unknown' || here.status === 'review'));
    if (!counts) continue;
    const elsewhere = others.flatMap((place) => {
      const there = statusCourse(law, goods, place, known);
      const stretch = stretchOn(there, on);
      if (stretch.status !== 'controlled') return [];
      const since = statusSince(there, on);
      const days = since.day === null ? null : daysBetween(since.day, on);
      return [{ jurisdiction: place, since: since.day, certain: since.certain, entry: stretch.entry, days }];
    });
    if (elsewhere.length === 0) continue;
    const counted = elsewhere.flatMap(({ days }) => days ?? []);
    lines.push({
      goods: id,
      name: goods.named.name.en,
      names: goods.named.name,
      family: goods.named.kind === 'chemical' ? goods.named.family : 'equipment',
      status: here.status,
      doubt: here.doubt,
      announced: here.announced[0] ?? null,
      elsewhere,
      treaty: elsewhere.some(({ jurisdiction }) => jurisdiction === 'UN'),
      days: counted.length === 0 ? null : Math.max(...counted),
    });
  }
  return lines.sort(
    (a, b) =>
      Number(b.treaty) - Number(a.treaty) ||
      (b.days ?? Infinity) - (a.days ?? Infinity) ||
      compare(a.name, b.name),
  );
}

/** Goods with an entry of their own in one of the jurisdictions, by id. */
function controlledSomewhere(law: Law, places: readonly Jurisdiction[]): readonly string[] {
  const found = new Set<string>();
  for (const { target, jurisdiction } of law.controls) {
    if ('goods' in target && places.includes(jurisdiction)) found.add(target.goods);
  }
  const { goods } = tablesOf(law);
  return [...found].filter((id) => goods.has(id)).sort(compare);
}
