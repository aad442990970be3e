import type { Day } from '@custody/core';
import { LANGUAGES, type Language } from './languages.ts';

const LONG: Partial<Record<Language, Intl.DateTimeFormat>> = {};
const WEEKDAY: Partial<Record<Language, Intl.DateTimeFormat>> = {};

/** `1 September 2024`, `2024年9月1日`, `1 de septiembre de 2024`. */
export function formatDay(day: Day, language: Language): string {
  LONG[language] ??= new Intl.DateTimeFormat(LANGUAGES[language].locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return LONG[language].format(instant(day));
}

/** The same with its weekday, for the person who chooses a day. */
export function formatWeekday(day: Day, language: Language): string {
  WEEKDAY[language] ??= new Intl.DateTimeFormat(LANGUAGES[language].locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return WEEKDAY[language].format(instant(day));
}

function instant(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
