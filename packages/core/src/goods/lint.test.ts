import { describe, expect, it } from 'vitest';
import { isMisprint } from './description-misprints.ts';
import { hsProblem } from './lint.ts';
import { loadLaw } from '../node/law-file.ts';
import type { HsMark } from './description-marks.ts';

const law = loadLaw();
const goods = (id: string) => [...law.substances, ...law.equipment].find((one) => one.id === id)!;
const line = (digits: string): HsMark => ({
  kind: 'hs',
  start: 0,
  end: digits.length,
  digits,
  labelled: true,
});

describe('a tariff line held against the goods', () => {
  it('fits in the newest edition, whatever stands after six digits', () => {
    expect(hsProblem(line('293337'), goods('npp'))).toBeNull();
    expect(hsProblem(line('2933370000'), goods('npp'))).toBeNull();
  });
  it('of an older edition is named as that', () => {
    expect(hsProblem(line('293339'), goods('npp'))).toMatchObject({
      code: 'hs-obsolete-edition',
      data: { goods: 'npp', expected: '293337' },
    });
  });
  it('of other goods is a mismatch', () => {
    expect(hsProblem(line('320417'), goods('4-anpp'))).toMatchObject({ code: 'hs-mismatch' });
  });
  it('is not judged where we know no line of the goods', () => {
    expect(hsProblem(line('320417'), { ...goods('npp'), hs: [] })).toBeNull();
  });
});

describe('a slip of the pen and another word of chemistry', () => {
  it.each([
    ['piperdone', 'piperidone', 1],
    ['potasium', 'potassium', 1],
    ['permangnate', 'permanganate', 1],
    ['anhydryde', 'anhydride', 1],
    ['pseudoephidrine', 'pseudoephedrine', 1],
  ])('%s is a slip for %s', (written, known, distance) => {
    expect(isMisprint(written, known, distance)).toBe(true);
  });
  it.each([
    ['piperidine', 'piperidone', 1],
    ['chlorite', 'chloride', 1],
    ['ethylamine', 'methylamine', 1],
    ['dimethylamine', 'methylamine', 2],
    ['propane', 'propene', 1],
    ['sulfite', 'sulfate', 1],
    ['bromate', 'bromide', 2],
  ])('%s is not %s', (written, known, distance) => {
    expect(isMisprint(written, known, distance)).toBe(false);
  });
});
