import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCROLL_PX_MAX, scrollFor, windowOf } from './window-of.ts';

const tables = fc.record({
  total: fc.integer({ min: 0, max: 3_000_000 }),
  rowPx: fc.integer({ min: 20, max: 120 }),
  view: fc.integer({ min: 100, max: 2_000 }),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('the window of a long table', () => {
  test('a short table stands there whole', () => {
    expect(windowOf(3, 44, 600, 0)).toEqual({ height: 132, first: 0, count: 3, top: 0 });
  });

  test('scrolled by ten rows, the tenth is the first one', () => {
    expect(windowOf(1000, 44, 440, 440)).toMatchObject({ first: 10, top: 440 });
  });

  test('covers what is in sight, and never reaches beyond the table', () => {
    fc.assert(
      fc.property(tables, ({ total, rowPx, view, part }) => {
        const height = Math.min(total * rowPx, SCROLL_PX_MAX);
        const scrolled = part * Math.max(0, height - view);
        const { first, count, top } = windowOf(total, rowPx, view, scrolled);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first + count).toBeLessThanOrEqual(total);
        expect(top).toBeLessThanOrEqual(scrolled + 1e-6);
        if (total * rowPx >= view) expect(top + count * rowPx).toBeGreaterThanOrEqual(scrolled + view - 1e-3);
      }),
    );
  });

  test('every row can be scrolled to, the last one of millions too', () => {
    fc.assert(
      fc.property(tables, ({ total, rowPx, view, part }) => {
        if (total === 0) return;
        const row = Math.min(total - 1, Math.floor(part * total));
        const scrolled = scrollFor(row, total, rowPx, view, 0) ?? 0;
        const { first, count } = windowOf(total, rowPx, view, scrolled);
        expect(row).toBeGreaterThanOrEqual(first);
        expect(row).toBeLessThan(first + count);
      }),
    );
  });
});
