import { describe, expect, test } from 'vitest';
import { around, placeBeside, type Drawing } from './drawing.ts';

const RING: Drawing = {
  box: { x: 0, y: 0, width: 100, height: 100 },
  strokes: [],
  bondLength: 20,
  bonds: [],
  places: new Map(
    Array.from({ length: 6 }, (_, atom) => [
      atom,
      { x: 50 + 20 * Math.cos((atom * Math.PI) / 3), y: 50 + 20 * Math.sin((atom * Math.PI) / 3) },
    ]),
  ),
};

describe('the place of a number beside its atoms', () => {
  test('is near its own atoms and clear of all', () => {
    const place = placeBeside(RING, [0]);
    if (place === null) throw new Error('no place');
    for (const atom of RING.places.values()) {
      expect(Math.hypot(atom.x - place.x, atom.y - place.y)).toBeGreaterThanOrEqual(0.72 * 20);
    }
    expect(Math.hypot(70 - place.x, 50 - place.y)).toBeLessThanOrEqual(1.5 * 20 + 0.001);
  });

  test('is nowhere for atoms whose places are not known', () => {
    expect(placeBeside(RING, [99])).toBeNull();
  });

  test('lies in the box of the drawing', () => {
    expect(around(RING.box, [{ x: -5, y: 50 }], 10)).toEqual({ x: -15, y: 0, width: 115, height: 100 });
    expect(around(RING.box, [], 10)).toEqual(RING.box);
  });
});
