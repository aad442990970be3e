import type { Day, Jurisdiction } from '@custody/core';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from './format-day.ts';
import { isLanguage, LANGUAGES, type Language } from './languages.ts';

export interface Words {
  readonly t: TFunction;
  readonly language: Language;
  /** A day as this language writes it. */
  readonly day: (day: Day) => string;
  /** The name of a jurisdiction: `United States`, `美国`. */
  readonly place: (jurisdiction: Jurisdiction) => string;
  /** A whole number with the separators of the language. */
  readonly count: (value: number) => string;
  /** A part of a whole, 0 to 1: `43 %`. */
  readonly percent: (part: number) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
}

/** Everything a component needs to speak: messages, days, places and numbers in the language of the desk. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  return useMemo(() => {
    const { locale } = LANGUAGES[language];
    const numbers = new Intl.NumberFormat(locale, { useGrouping: 'min2' });
    const parts = new Intl.NumberFormat(locale, { style: 'percent' });
    const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
    return {
      t,
      language,
      day: (day) => formatDay(day, language),
      place: (jurisdiction) => t(`place.${jurisdiction}`),
      count: (value) => numbers.format(value),
      percent: (part) => parts.format(part),
      list: (items) => lists.format(items),
    };
  }, [t, language]);
}
