import { addDays, addMonths, weekday, type Day } from './day.ts';
import { contains, type Interval } from './interval.ts';
import { accepted, refused, type Outcome, type Problem } from './outcome.ts';

/** A time limit in the unit the law uses; never converted. */
export interface Deadline {
  /** Whole and not negative. */
  readonly value: number;
  readonly unit: 'day' | 'working-day' | 'hour' | 'month' | 'year';
  /** What the limit is for, and from when it runs. */
  readonly words: string;
}

/** Which days are worked in one place, as the caller knows it from an official list. */
export interface WorkCalendar {
  /** What it is and who published it: `State Council notice on holidays of 2026`. */
  readonly title: string;
  /** Weekly days of rest by ISO 8601: 1 Monday to 7 Sunday. */
  readonly restWeekdays: readonly number[];
  /** Days of rest beside the weekly ones. */
  readonly holidays: readonly Day[];
  /** Weekly days of rest that are worked, as China does around long holidays. */
  readonly worked: readonly Day[];
  /** The days the list speaks for. */
  readonly covers: Interval;
}

/** The last day of a time limit; `unclear` when the law's unit and what is known do not settle it. */
export type Due =
  | { readonly state: 'known'; readonly day: Day }
  /** `guess`: the day that follows from the assumption `why` names; to be shown with it or not at all. */
  | { readonly state: 'unclear'; readonly guess: Day; readonly why: Problem };

export interface DueOptions {
  /** `before`: the limit runs backwards, as in "15 days before export". Default: `after`. */
  readonly direction?: 'after' | 'before';
  readonly calendar?: WorkCalendar | undefined;
}

/** Longer than any limit in a law: retention for a century in days. */
export const LONGEST_LIMIT = 36_525;

/**
 * The last day of the limit that runs from `start`. The day of the event itself is not counted; a limit in months or
 * years ends on the same date, or on the last day of a month without it (Regulation (EEC, Euratom) 1182/71, article 3;
 * Civil Code of China, articles 201 and 202). Whether a limit that ends on a day of rest moves is for each instrument
 * to say, and is not done here.
 *
 * `unclear`: working days without a calendar, or beyond the days it covers (`deadline-calendar-missing`,
 * `deadline-calendar-short`: the guess takes Monday to Friday as worked and knows no holiday); hours, which run from an
 * instant (`deadline-hours`: the guess is the first day on which they may be over, or the last on which they must
 * begin). Refused: a value that is not whole, negative or above `LONGEST_LIMIT` (`deadline-value`), a calendar
 * in which every day is a day of rest (`deadline-calendar-idle`), a day beyond the years 0001 to 9999
 * (`deadline-range`).
 */
export function dueOn(start: Day, deadline: Deadline, options: DueOptions = {}): Outcome<Due> {
  const { value, unit } = deadline;
  if (!Number.isInteger(value) || value < 0 || value > LONGEST_LIMIT) {
    return refused({
      code: 'deadline-value',
      message: `A time limit of ${value} is none: it must be a whole number from 0 to ${LONGEST_LIMIT}.`,
      data: { value: String(value) },
    });
  }
  if (options.calendar !== undefined && new Set(options.calendar.restWeekdays).size >= 7) {
    return refused({
      code: 'deadline-calendar-idle',
      message: `In the calendar "${options.calendar.title}" every day of the week is a day of rest.`,
    });
  }
  const sign = options.direction === 'before' ? -1 : 1;
  try {
    switch (unit) {
      case 'day':
        return known(addDays(start, sign * value));
      case 'month':
        return known(addMonths(start, sign * value));
      case 'year':
        return known(addMonths(start, sign * value * 12));
      case 'hour':
        return accepted(hours(start, value, sign));
      case 'working-day':
        return accepted(workingDays(start, value, sign, options.calendar));
    }
  } catch (error) {
    // The one thing that may go wrong here is a day beyond the years 0001 to 9999.
    if (!(error instanceof RangeError)) throw error;
    return refused({
      code: 'deadline-range',
      message: `${value} ${unit}s from ${start} lead beyond the years 0001 to 9999.`,
      data: { start, value, unit },
    });
  }
}

function known(on: Day): Outcome<Due> {
  return accepted({ state: 'known', day: on });
}

function hours(start: Day, value: number, sign: 1 | -1): Due {
  const days = sign === 1 ? Math.floor(value / 24) : -Math.ceil(value / 24);
  return {
    state: 'unclear',
    guess: addDays(start, days),
    why: {
      code: 'deadline-hours',
      message: `${value} hours run from an instant, and of ${start} only the day is known.`,
      todo: 'Count from the hour of the event.',
      data: { value, start },
    },
  };
}

function workingDays(start: Day, value: number, sign: 1 | -1, calendar: WorkCalendar | undefined): Due {
  if (calendar === undefined) {
    return {
      state: 'unclear',
      guess: countWorked(start, value, sign, isWeekday),
      why: {
        code: 'deadline-calendar-missing',
        message:
          `${value} working days from ${start} need the official list of holidays, and none was given. ` +
          'The guess takes Monday to Friday as worked and knows no holiday.',
        todo: 'Count with the list of the authority that sets the limit.',
        data: { value, start },
      },
    };
  }
  const holidays = new Set(calendar.holidays);
  const worked = new Set(calendar.worked);
  const isWorked = (on: Day): boolean =>
    worked.has(on) || (!holidays.has(on) && !calendar.restWeekdays.includes(weekday(on)));
  const end = countWorked(start, value, sign, (on) =>
    contains(calendar.covers, on) ? isWorked(on) : isWeekday(on),
  );
  const first = value === 0 ? start : addDays(start, sign);
  if (contains(calendar.covers, first) && contains(calendar.covers, end)) return { state: 'known', day: end };
  return {
    state: 'unclear',
    guess: end,
    why: {
      code: 'deadline-calendar-short',
      message:
        `${value} working days from ${start} lead beyond the days "${calendar.title}" speaks for. ` +
        'Beyond them the guess takes Monday to Friday as worked and knows no holiday.',
      todo: 'Count with a list of holidays for all of these days.',
      data: { value, start, calendar: calendar.title },
    },
  };
}

/** The `value`th worked day after or before `start`; `start` itself when `value` is 0. */
function countWorked(start: Day, value: number, sign: 1 | -1, isWorked: (on: Day) => boolean): Day {
  let on = start;
  for (let left = value; left > 0;) {
    on = addDays(on, sign);
    if (isWorked(on)) left -= 1;
  }
  return on;
}

function isWeekday(on: Day): boolean {
  return weekday(on) <= 5;
}
