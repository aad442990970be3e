/**
 * A calendar day of a jurisdiction, `YYYY-MM-DD`. Law has days, not instants: a Day carries no time zone,
 * and two days compare as strings.
 */
export type Day = string & { readonly __day: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True when `text` is a day that exists in the (proleptic) Gregorian calendar, years 0001-9999. */
export function isDay(text: string): text is Day {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day written in `text`. Throws a RangeError for anything else: use `isDay` on input from outside. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${JSON.stringify(text)} (expected YYYY-MM-DD)`);
  return text;
}

/** The day `count` days after (or, negative, before) `from`. */
export function addDays(from: Day, count: number): Day {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number];
  return day(new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
