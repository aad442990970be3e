import { day } from '@custody/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeScale, yearTicks } from './time-scale.ts';

const scale = timeScale(day('2010-01-01'), day('2027-01-01'), 150, 1000);

describe('the scale of days', () => {
  test('begins and ends where it is told', () => {
    expect(scale.x(day('2010-01-01'))).toBe(150);
    expect(scale.x(day('2027-01-01'))).toBe(1000);
  });

  test('gives back the day of a pixel, and never one outside', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 2000 }), (pixel) => {
        const found = scale.dayAt(pixel);
        expect(found >= scale.from && found <= scale.to).toBe(true);
        if (pixel >= 150 && pixel <= 1000) expect(Math.abs(scale.x(found) - pixel)).toBeLessThan(1);
      }),
    );
  });

  test('marks years as far apart as their words need', () => {
    const close = yearTicks(scale, 40);
    const wide = yearTicks(scale, 120);
    expect(close).toContain('2022-01-01');
    expect(wide.length).toBeLessThan(close.length);
    for (const [index, tick] of wide.entries()) {
      const next = wide[index + 1];
      if (next !== undefined) expect(scale.x(next) - scale.x(tick)).toBeGreaterThanOrEqual(119);
    }
  });
});
