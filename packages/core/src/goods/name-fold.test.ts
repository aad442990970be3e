import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foldText, lookAlikeCharacters } from './name-fold.ts';

const HAN = { 異: '异', 標: '标', 準: '准', 壓: '压', 機: '机' };

describe('folding takes away what carries no meaning', () => {
  it.each([
    ['4-ANILINO -N- PHENETHYL PIPERIDINE', '4-anilino-N-phenethylpiperidine'],
    ['Ácido fenilacético', 'acido fenilacetico'],
    ['РМК ethyl glycidate', 'PMK ethyl glycidate'],
    ['ΝΡΡ', 'NPP'],
    ['fentаnyl', 'fentanyl'],
    ['α-methylfentanyl', 'alpha-Methylfentanyl'],
    ['Α-methylfentanyl', 'alpha methylfentanyl'],
    ['αPVP', 'alpha-PVP'],
    ['β-hydroxyfentanyl', 'beta hydroxy fentanyl'],
    ['ß-hydroxyfentanyl', 'beta-hydroxyfentanyl'],
    ['ＮＰＰ', 'npp'],
    ['Sulphuric acid', 'sulfuric acid'],
    ['t-butyl 4-anilinopiperidine-1-carboxylate', 'tert-butyl 4-anilinopiperidine-1-carboxylate'],
    ['tert.-Butyl', 'tertbutyl'],
    ['N‑Phenethyl–4—piperidone', 'N-phenethyl-4-piperidone'],
    ['Durogesic®', 'durogesic'],
    ['Durogesic™', 'durogesic'],
    ['2’,5’-dimethoxyfentanyl', "2',5'-dimethoxyfentanyl"],
    ['2′,5′-Dimethoxyfentanyl', "2',5'-dimethoxyfentanyl"],
    ['(±)-cis-4-methylaminorex', '(+/-) cis 4-Methylaminorex'],
    ['(−)-ephedrine', '(-)-Ephedrine'],
    ['H₂SO₄', 'h2so4'],
    ['weißer Phosphor', 'WEISSER PHOSPHOR'],
    ['fen\u00adta\u200bnyl', 'fentanyl'],
    ['tableting machine', 'Tabletting Machine'],
    ['Aluminium', 'aluminum'],
  ])('%s = %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it('folds traditional Han characters by the table it is given', () => {
    expect(foldName('異丙托尼秦', HAN)).toBe('异丙托尼秦');
    expect(foldName('壓片機', HAN)).toBe(foldName('压片机', HAN));
  });

  it.each([
    ['1,2-dichloro', '12-dichloro'],
    ['1-2', '12'],
    ["2'-fluorofentanyl", '2-fluorofentanyl'],
    ["alpha'-methyl butyryl fentanyl", 'alpha-methylbutyrylfentanyl'],
    ['(+)-norpseudoephedrine', '(-)-norpseudoephedrine'],
    ['fenilacetona', 'phenylacetona'],
    ['piperidine', 'piperidone'],
  ])('keeps apart %s and %s', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });

  it('drops quotation marks and apostrophes that are no primes', () => {
    expect(foldName("'fentanyl'")).toBe('fentanyl');
    expect(foldName('“4-AP”')).toBe('4ap');
    expect(foldName("d'éthyle")).toBe('dethyle');
  });
});

describe('properties of folding', () => {
  const alphabet = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(..."aTtBbUuFSlphH19 0-,()+±'’′″αΑβΒßСРМКе苯壓ª²™é.\u0301\u00ad/") }),
    fc.string({ unit: 'binary' }),
  );

  it('is deterministic, idempotent and never throws', () => {
    fc.assert(
      fc.property(alphabet, (text) => {
        const once = foldName(text, HAN);
        expect(foldName(once, HAN)).toBe(once);
      }),
      { numRuns: 40000 },
    );
  });

  it('is never empty for a text with an ASCII letter or digit, or a Han character', () => {
    fc.assert(
      fc.property(alphabet, fc.constantFrom('a', 'Z', '7', '苯', 'é', 'Я'), alphabet, (head, core, tail) => {
        expect(foldName(head + core + tail)).not.toBe('');
      }),
    );
  });

  it('does not depend on case, spaces and hyphens between letters', () => {
    const word = fc.stringMatching(/^[a-su-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        expect(foldName(words.join('-').toUpperCase())).toBe(foldName(words.join(' ')));
        expect(foldName(words.join(''))).toBe(foldName(words.join(' - ')));
      }),
    );
  });

  it('remembers the place of each folded character, in order', () => {
    fc.assert(
      fc.property(alphabet, (text) => {
        const { folded, at, normal } = foldText(text, HAN);
        expect(at.length).toBe(folded.length);
        for (let i = 0; i < at.length; i++) {
          expect(at[i]).toBeLessThan(normal.length);
          if (i > 0) expect(at[i]!).toBeGreaterThanOrEqual(at[i - 1]!);
        }
      }),
    );
  });

  it('folds a text of 300,000 characters', () => {
    expect(foldName("α'2'(−)t-buСРМК".repeat(20_000)).length).toBeGreaterThan(100_000);
  });
});

describe('look-alike characters', () => {
  it('names the characters that only look Latin', () => {
    expect(lookAlikeCharacters('РМК ethyl glycidate')).toEqual(['Р', 'М', 'К']);
    expect(lookAlikeCharacters('fentаnyl')).toEqual(['а']);
  });
  it('is silent on Greek locants and on words of their own script', () => {
    expect(lookAlikeCharacters('α-methylfentanyl')).toEqual([]);
    expect(lookAlikeCharacters('фентанил')).toEqual([]);
    expect(lookAlikeCharacters('PMK')).toEqual([]);
  });
});
