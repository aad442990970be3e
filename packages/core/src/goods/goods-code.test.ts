import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casCode, checkCharacter, chemicalCode, CROCKFORD_ALPHABET, equipmentCode } from './goods-code.ts';
import { checkGoodsCode, looksLikeGoodsCode } from './goods-code-check.ts';
import { readCompilation } from './test/compilation.ts';

interface Vectors {
  readonly vectors: readonly { readonly id: string; readonly inchikey?: string; readonly code: string }[];
  readonly check_character_examples: readonly { readonly body: string; readonly check: string }[];
}

const vectors = readCompilation('goods-code-vectors.json') as Vectors | null;

describe.skipIf(vectors === null)('published vectors', () => {
  test.each((vectors?.vectors ?? []).filter((each) => each.inchikey !== undefined))(
    '$id',
    ({ inchikey, code }) => {
      expect(chemicalCode(inchikey!)).toBe(code);
      expect(checkGoodsCode(code)).toMatchObject({
        ok: true,
        value: { kind: 'C', printed: code, folded: false },
      });
    },
  );

  test('check characters', () => {
    for (const { body, check } of vectors!.check_character_examples) expect(checkCharacter(body)).toBe(check);
  });
});

describe('codes', () => {
  test('4-anilinopiperidine and its dihydrochloride have one code: that of the parent', () => {
    expect(chemicalCode('LKRMTUUCKBQGFO-UHFFFAOYSA-N')).toBe('C-MMTG-HW2R-9ET-W');
  });

  test('stereo and isotopes are told by a suffix; the state of protonation is not', () => {
    expect(chemicalCode('KWGRBVOPPLSCSI-WCBMZHEXSA-N')).toBe('C-ZXHM-0NBZ-RES-0.WCBM');
    expect(chemicalCode('KWGRBVOPPLSCSI-UHFFFAOYSA-N')).toBe('C-ZXHM-0NBZ-RES-0');
    expect(chemicalCode('KWGRBVOPPLSCSI-UHFFFAOYSA-O')).toBe('C-ZXHM-0NBZ-RES-0');
  });

  test('a substance without a structure is coded from its CAS number', () => {
    expect(casCode('7723-14-0')).toMatch(/^C-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}-[0-9A-Z]$/);
    expect(casCode('7723-14-0')).not.toBe(casCode('7723-14-1'));
  });

  test('a machine model: case, width and spaces do not matter', () => {
    const model = { category: 'tableting-machine', maker: 'Example Works', model: 'TP 5' };
    const code = equipmentCode(model);
    expect(code).toMatchObject({ ok: true });
    expect(code.ok && code.value).toMatch(/^E-/);
    expect(equipmentCode({ ...model, maker: ' example   WORKS ', model: 'ＴＰ 5' })).toEqual(code);
    expect(equipmentCode({ ...model, model: 'TP 6' })).not.toEqual(code);
    expect(equipmentCode({ ...model, maker: '  ' })).toMatchObject({
      ok: false,
      problem: { code: 'equipment-model' },
    });
    expect(equipmentCode({ ...model, maker: 'a|b' })).toMatchObject({ ok: false });
  });

  test('what is no key or number is a fault of the caller', () => {
    expect(() => chemicalCode('PJMPHNIQZUBGLI')).toThrow(RangeError);
    expect(() => chemicalCode('pjmphniqzubgli-uhfffaoysa-n')).toThrow(RangeError);
    expect(() => chemicalCode('PJMPHNIQZUBGLI-UHFFFAOYNA-N')).toThrow(RangeError);
    expect(() => casCode('7723140')).toThrow(RangeError);
    expect(() => checkCharacter('I')).toThrow(RangeError);
  });
});

const characters = fc.constantFrom(...CROCKFORD_ALPHABET);
const bodies = fc
  .tuple(fc.constantFrom('C', 'E'), fc.array(characters, { minLength: 11, maxLength: 11 }))
  .map(([kind, rest]) => kind + rest.join(''));

describe('the check character', () => {
  test('finds every single wrong character', () => {
    fc.assert(
      fc.property(bodies, fc.nat({ max: 12 }), characters, (body, at, other) => {
        const code = body + checkCharacter(body);
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        fc.pre(wrong !== code);
        expect(checkGoodsCode(wrong).ok).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  test('finds two exchanged neighbours in all but 32 of 15,872 combinations of state and pair', () => {
    const step = (state: number, value: number): number => (((state + value) % 32 || 32) * 2) % 33;
    let missed = 0;
    let all = 0;
    for (let state = 1; state <= 32; state++) {
      for (let a = 0; a < 32; a++) {
        for (let b = 0; b < a; b++) {
          all++;
          if (step(step(state, a), b) === step(step(state, b), a)) missed++;
        }
      }
    }
    expect([missed, all]).toEqual([32, 15_872]);
  });

  test('and so for printed codes: fewer than one exchange in 300 is missed', () => {
    let missed = 0;
    let all = 0;
    fc.assert(
      fc.property(bodies, fc.integer({ min: 1, max: 11 }), (body, at) => {
        const code = body + checkCharacter(body);
        if (code[at] === code[at + 1]) return;
        all++;
        const exchanged = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2);
        if (checkGoodsCode(exchanged).ok) missed++;
      }),
      { numRuns: 20_000 },
    );
    expect(missed / all).toBeLessThan(1 / 300);
  });
});

describe('reading a code however it was typed', () => {
  test.each([
    'C-MMTG-HW2R-9ET-W',
    'CMMTGHW2R9ETW',
    'c-mmtg-hw2r-9et-w',
    ' C MMTG HW2R 9ET W ',
    'C\u2011MMTG\u2013HW2R\u20149ET-W',
    'Ｃ-ＭＭＴＧ-ＨＷ２Ｒ-９ＥＴ-Ｗ',
  ])('%s', (text) => {
    expect(checkGoodsCode(text)).toMatchObject({
      ok: true,
      value: { kind: 'C', base: 'C-MMTG-HW2R-9ET-W', variant: null, folded: false },
    });
  });

  test('look-alikes are read as digits, and said to be', () => {
    expect(checkGoodsCode('C-F9YO-WPF2-OCJ-2')).toMatchObject({
      ok: true,
      value: { printed: 'C-F9Y0-WPF2-0CJ-2', folded: true },
    });
    expect(checkGoodsCode('c-25zw-vfnh-qn9-6')).toMatchObject({ ok: true });
  });

  test('the variant', () => {
    expect(checkGoodsCode('c-zxhm-0nbz-res-0.wcbm')).toMatchObject({
      ok: true,
      value: { base: 'C-ZXHM-0NBZ-RES-0', variant: 'WCBM', printed: 'C-ZXHM-0NBZ-RES-0.WCBM' },
    });
  });

  test.each([
    ['', 'goods-code-form'],
    ['C-MMTG-HW2R-9ET', 'goods-code-form'],
    ['C'.repeat(1_000_000), 'goods-code-form'],
    ['D-MMTG-HW2R-9ET-W', 'goods-code-class'],
    ['C-MMTG-HW2R-9EU-W', 'goods-code-character'],
    ['C-MMTG-HW2R-9ET-X', 'goods-code-check'],
    ['C-MMTG-HW2R-9ET-W.AB', 'goods-code-variant'],
    ['C-MMTG-HW2R-9ET-W.', 'goods-code-variant'],
  ])('%j is refused as %s', (text, code) => {
    const read = checkGoodsCode(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problem.code).toBe(code);
  });

  test('the place of a character that cannot stand there is told', () => {
    const read = checkGoodsCode('C-MMTG-HW2R-9EU-W');
    expect(!read.ok && read.problem.data).toMatchObject({ position: 12, found: 'U' });
  });

  test('what looks like a code', () => {
    expect(looksLikeGoodsCode('C-MMTG-HW2R-9ET-X')).toBe(true);
    expect(looksLikeGoodsCode('cmmtghw2r9etw')).toBe(true);
    expect(looksLikeGoodsCode('C-MMTG-HW2R')).toBe(false);
    expect(looksLikeGoodsCode('caffeine')).toBe(false);
    expect(looksLikeGoodsCode('7723-14-0')).toBe(false);
  });

  test('any text is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const read = checkGoodsCode(text);
        if (read.ok) expect(checkGoodsCode(read.value.printed)).toMatchObject({ ok: true });
      }),
      { numRuns: 2_000 },
    );
  });
});
