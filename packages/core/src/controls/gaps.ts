import {
  daysBetween,
  intersect,
  JURISDICTIONS,
  union,
  type Day,
  type Interval,
  type Jurisdiction,
} from '../kernel/index.ts';
import type { ControlStatus } from './answer.ts';
import { compare } from './applied-control.ts';
import { goodsOfLaw } from './goods-of-law.ts';
import type { Law } from './law.ts';
import {
  statusCourse,
  statusSince,
  stretchOn,
  type CourseEntry,
  type StatusCourse,
  type StatusSince,
} from './status-course.ts';

/** Goods, and what each jurisdiction says of them on every day. */
export interface GapRow {
  readonly goods: string;
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly family: string | null;
  /** One course a jurisdiction, in the order of the table. */
  readonly courses: readonly StatusCourse[];
}

/** Substances x jurisdictions on every day. */
export interface GapTable {
  readonly jurisdictions: readonly Jurisdiction[];
  readonly rows: readonly GapRow[];
}

/**
 * Days on which goods were controlled in one jurisdiction and not in another, both said within a complete scope.
 * Unknown, review and outside are no gap: nothing is said where nothing is known.
 */
export interface Gap {
  readonly goods: string;
  /** Where they were controlled. */
  readonly ahead: Jurisdiction;
  /** Where they were not. */
  readonly behind: Jurisdiction;
  readonly from: Day | null;
  /** First day on which the gap was closed (or the other control had ended); null while open. */
  readonly to: Day | null;
  /** True where a day before or after is unknown, so that the gap may be longer. */
  readonly atLeast: boolean;
}

/** The table for goods by id (unknown ids are left out), of the law as known by `known` (null: no limit). */
export function gapTable(
  law: Law,
  goodsIds: readonly string[],
  jurisdictions: readonly Jurisdiction[] = JURISDICTIONS,
  known: Day | null = null,
): GapTable {
  const rows = goodsIds.flatMap((id) => {
    const goods = goodsOfLaw(law, id);
    const named = goods?.named ?? null;
    if (goods === null || named === null) return [];
    const courses = jurisdictions.map((one) => statusCourse(law, goods, one, known));
    const family = named.kind === 'chemical' ? named.family : null;
    return [{ goods: id, name: named.name.en, names: named.name, family, courses }];
  });
  return { jurisdictions, rows };
}

/** The status in each jurisdiction of the row on a day. */
export function statusesOn(row: GapRow, on: Day): readonly ControlStatus[] {
  return row.courses.map((course) => stretchOn(course, on).status);
}

/** True where on that day some of the jurisdictions control the goods and others do not. */
export function differsOn(row: GapRow, on: Day): boolean {
  const statuses = statusesOn(row, on);
  return statuses.includes('controlled') && statuses.includes('not-controlled');
}

/** Days on which some status of the table changes, oldest first. */
export function daysOfStatusChange(rows: readonly GapRow[]): readonly Day[] {
  const days = new Set<Day>();
  for (const { courses } of rows) {
    for (const { stretches } of courses) {
      stretches.forEach(({ from, status }, index) => {
        if (from !== null && stretches[index - 1]?.status !== status) days.add(from);
      });
    }
  }
  return [...days].sort();
}

/**
 * Every gap of a row, oldest first; an open beginning comes first. `ahead`: only gaps behind this jurisdiction.
 * Great Britain and Northern Ireland have no gap behind the law of the United Kingdom, which holds in both.
 */
export function gapsOf(row: GapRow, ahead: Jurisdiction | null = null): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const one of row.courses) {
    if (ahead !== null && one.jurisdiction !== ahead) continue;
    const controlled = daysWith(one, 'controlled');
    for (const other of row.courses) {
      if (other === one || controlled.length === 0) continue;
      for (const clear of daysWith(other, 'not-controlled')) {
        for (const held of controlled) {
          const both = intersect(held, clear);
          if (both === null) continue;
          gaps.push({
            goods: row.goods,
            ahead: one.jurisdiction,
            behind: other.jurisdiction,
            from: both.from,
            to: both.to,
            atLeast: isUnknownBeside(one, both) || isUnknownBeside(other, both),
          });
        }
      }
    }
  }
  return gaps.sort(
    (a, b) =>
      compare(a.from ?? '', b.from ?? '') ||
      place(a.behind) - place(b.behind) ||
      place(a.ahead) - place(b.ahead),
  );
}

/** The gaps that are open on a day, the longest first. */
export function openGaps(gaps: readonly Gap[], on: Day): readonly Gap[] {
  return gaps
    .filter(({ from, to }) => (from === null || from <= on) && (to === null || on < to))
    .sort((a, b) => compare(a.from ?? '', b.from ?? ''));
}

/**
 * Days a gap has been open up to the end of the day before `on` (or in all, where it had closed by then). Null where
 * it has no known beginning.
 */
export function daysOpen({ from, to }: Pick<Gap, 'from' | 'to'>, on: Day): number | null {
  if (from === null) return null;
  return Math.max(0, daysBetween(from, to !== null && to < on ? to : on));
}

/** One cell of the table on a day. */
export interface GapCell {
  readonly jurisdiction: Jurisdiction;
  readonly deciding: boolean;
  readonly status: ControlStatus;
  readonly since: StatusSince;
  readonly permanence: 'permanent' | 'temporary' | null;
  readonly entry: CourseEntry | null;
  readonly doubt: string | null;
  /** A control that is published and not yet in force. */
  readonly announced: CourseEntry | null;
  /** The longest gap that is open behind another jurisdiction of the table; null where there is none. */
  readonly gap: (Gap & { readonly days: number | null }) | null;
}

/** The cells of a row on a day. `gaps`: those of the row, where they are at hand or only some of them count. */
export function cellsOn(row: GapRow, on: Day, gaps: readonly Gap[] = gapsOf(row)): readonly GapCell[] {
  const open = openGaps(gaps, on);
  return row.courses.map((course) => {
    const { status, permanence, entry, doubt, announced } = stretchOn(course, on);
    const gap = open.find(({ behind }) => behind === course.jurisdiction);
    return {
      jurisdiction: course.jurisdiction,
      deciding: course.deciding,
      status,
      since: statusSince(course, on),
      permanence,
      entry,
      doubt,
      announced: announced[0] ?? null,
      gap: gap === undefined ? null : { ...gap, days: daysOpen(gap, on) },
    };
  });
}

function daysWith({ stretches }: StatusCourse, status: ControlStatus): readonly Interval[] {
  return union(stretches.filter((one) => one.status === status));
}

/** Whether the day before or after some days of a course is unknown. */
function isUnknownBeside({ stretches }: StatusCourse, days: Interval): boolean {
  return stretches.some(
    ({ from, to, status }) =>
      status === 'unknown' &&
      ((days.from !== null && to === days.from) || (days.to !== null && from === days.to)),
  );
}

function place(jurisdiction: Jurisdiction): number {
  return JURISDICTIONS.indexOf(jurisdiction);
}
