import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignment, nearMisses, nearMissIndex, scannerForm } from './near-miss.ts';

const NAMES = [
  'nphenethyl4piperidone',
  'piperidine',
  'potassiumpermanganate',
  '1boc4piperidone',
  'npp',
  '戊酰芬太尼',
];
const index = nearMissIndex(NAMES);
const namesNear = (folded: string): string[] => nearMisses(index, folded, 8).map((miss) => miss.name);

describe('near misses', () => {
  it('bears one difference, two in long names, and swapped neighbours', () => {
    expect(namesNear('nphenethyl4piperdone')).toEqual(['nphenethyl4piperidone']);
    expect(namesNear('potasiumpermangnate')).toEqual(['potassiumpermanganate']);
    expect(namesNear('piperidnie')).toEqual(['piperidine']);
    expect(namesNear('戊酰太尼')).toEqual(['戊酰芬太尼']);
  });
  it('does not bear a third difference, another locant, or any in a short abbreviation', () => {
    expect(namesNear('potasiumpermangnat')).toEqual([]);
    expect(namesNear('nphenethyl3piperidone')).toEqual([]);
    expect(namesNear('nnp')).toEqual([]);
  });
  it('reads glyphs that scanners confuse', () => {
    expect(nearMisses(index, 'lboc4piperidone', 8)).toMatchObject([
      { name: '1boc4piperidone', glyphs: true },
    ]);
  });
  it('does not offer the name itself', () => {
    expect(namesNear('piperidine')).toEqual([]);
  });
  it('gives at most as many as asked, best first', () => {
    const many = nearMissIndex(
      Array.from({ length: 40 }, (_, i) => `phenylacetone${String.fromCharCode(97 + (i % 26))}`),
    );
    const found = nearMisses(many, 'phenylacetone', 8);
    expect(found.length).toBe(8);
    expect(found.map((miss) => miss.score)).toEqual(found.map((miss) => miss.score).sort((a, b) => b - a));
  });
});

describe('properties', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), maxLength: 9 });

  it('alignment agrees with the full table', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2, 3), (a, b, most) => {
        const whole = fullTable(a, b);
        const found = alignment(a, b, most);
        if (whole <= most) expect(found).toBe(whole);
        else expect(found).toBeGreaterThan(most);
      }),
      { numRuns: 20_000 },
    );
  });

  it('finds every name the definition finds', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', 'e', 'n', '4'),
      minLength: 4,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 12 }), letters, (names, asked) => {
        const found = new Set(nearMisses(nearMissIndex(names), asked, 1000).map((miss) => miss.name));
        const bearable = asked.length >= 9 ? 2 : 1;
        for (const name of names) {
          const digits = (text: string): string => text.replace(/\D/g, '');
          const near = name !== asked && digits(name) === digits(asked) && fullTable(asked, name) <= bearable;
          if (near) expect(found.has(name)).toBe(true);
          else if (scannerForm(name) !== scannerForm(asked)) expect(found.has(name)).toBe(false);
        }
      }),
    );
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(nearMisses(index, text, 8).length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

function fullTable(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
      }
    }
  }
  return d[a.length]![b.length]!;
}
