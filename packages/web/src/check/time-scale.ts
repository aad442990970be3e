import { addDays, day, daysBetween, type Day } from '@custody/core';

/** Days laid on a line of pixels. */
export interface TimeScale {
  readonly from: Day;
  readonly to: Day;
  /** Pixel of the beginning of a day; not bounded. */
  readonly x: (of: Day) => number;
  /** The day at a pixel, within the scale. */
  readonly dayAt: (pixel: number) => Day;
}

export function timeScale(from: Day, to: Day, left: number, right: number): TimeScale {
  const days = Math.max(1, daysBetween(from, to));
  const perDay = (right - left) / days;
  return {
    from,
    to,
    x: (of) => left + daysBetween(from, of) * perDay,
    dayAt: (pixel) => addDays(from, Math.max(0, Math.min(days, Math.round((pixel - left) / perDay)))),
  };
}

const STEPS_YEARS = [1, 2, 5, 10, 20, 50] as const;

/** First days of years, at least `apart` pixels from each other. */
export function yearTicks(scale: TimeScale, apart: number): readonly Day[] {
  const first = Number(scale.from.slice(0, 4));
  const last = Number(scale.to.slice(0, 4));
  const perYear = scale.x(firstOf(first + 1)) - scale.x(firstOf(first));
  const step = STEPS_YEARS.find((years) => years * perYear >= apart) ?? 100;
  const ticks: Day[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const tick = firstOf(year);
    if (tick >= scale.from && tick <= scale.to) ticks.push(tick);
  }
  return ticks;
}

export function firstOf(year: number): Day {
  return day(`${String(year).padStart(4, '0')}-01-01`);
}
