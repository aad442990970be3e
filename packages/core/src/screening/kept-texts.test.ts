import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeptTexts } from './kept-texts.ts';

it('answers as if nothing were kept, asks each text once while it is held, and holds no more than twice the most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.constantFrom(...'abcdefghij')), (most, texts) => {
      const kept = new KeptTexts<string>(most);
      let asked = 0;
      for (const text of texts) {
        const find = (): string => {
          asked++;
          return text.toUpperCase();
        };
        expect(kept.get(text, find)).toBe(text.toUpperCase());
        const before = asked;
        kept.get(text, find);
        expect(asked).toBe(before);
        expect(kept.size).toBeLessThanOrEqual(2 * most);
      }
    }),
  );
});
