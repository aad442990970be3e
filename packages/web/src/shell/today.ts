import { day, type Day } from '@custody/core';

/** The day it is where the reader sits: law has days of a place, not instants. */
export function today(now: Date = new Date()): Day {
  const pad = (part: number): string => String(part).padStart(2, '0');
  return day(`${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`);
}
