import { type Day, isDay } from '@custody/core';
import { Refusal } from '../terminal/refusal.ts';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The day an option gives. Refuses other forms, and days the calendar does not have. */
export function readDay(text: string, option: string): Day {
  const trimmed = text.trim();
  if (isDay(trimmed)) return trimmed;
  if (SHAPE.test(trimmed)) {
    throw new Refusal(
      `${option} ${trimmed}: there is no such day in the calendar.`,
      `give a day that exists, such as ${option} 2022-09-01.`,
    );
  }
  throw new Refusal(
    `${option} ${JSON.stringify(text)} is not a day.`,
    `write it as year-month-day: ${option} 2022-09-01.`,
  );
}
