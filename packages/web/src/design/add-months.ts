import { day, type Day } from '@custody/core';

/** The same day `count` months on; the last day of the month where that month is shorter. */
export function addMonths(from: Day, count: number): Day {
  const [year = 1, month = 1, date = 1] = from.split('-').map(Number);
  const months = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const pad = (part: number, length: number): string => String(part).padStart(length, '0');
  return day(`${pad(toYear, 4)}-${pad(toMonth, 2)}-${pad(Math.min(date, last), 2)}`);
}
