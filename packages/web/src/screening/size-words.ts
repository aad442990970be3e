import { LANGUAGES } from '../i18n/languages.ts';
import type { Words } from '../i18n/use-words.ts';

const STEPS = [
  [1e9, 'gigabyte'],
  [1e6, 'megabyte'],
  [1e3, 'kilobyte'],
] as const;

/** `2.1 MB`, in the language of the desk. */
export function sizeWords(bytes: number, { language }: Pick<Words, 'language'>): string {
  const [size, unit] = STEPS.find(([step]) => bytes >= step) ?? STEPS[2];
  return new Intl.NumberFormat(LANGUAGES[language].locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(bytes / size);
}

const MINUTE_S = 60;
const HOUR_S = 3600;

/** `40 seconds`, `3 minutes`: as exact as it is known. */
export function timeWords(ms: number, { t }: Pick<Words, 't'>): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 2 * MINUTE_S) return t('screen.time.seconds', { count: seconds });
  if (seconds < 2 * HOUR_S) return t('screen.time.minutes', { count: Math.round(seconds / MINUTE_S) });
  return t('screen.time.hours', { count: Math.round(seconds / HOUR_S) });
}

/** Lines a second, over the time that was worked. */
export function rateOf(rows: number, ms: number): number {
  return ms <= 0 ? 0 : Math.round((rows / ms) * 1000);
}
