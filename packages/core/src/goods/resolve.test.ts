import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLaw } from '../node/law-file.ts';
import { resolve } from './resolve.ts';
import type { Resolution } from './resolution.ts';
import { prepareLaw } from './resolve-law.ts';

const law = loadLaw();
const ask = (text: string): Resolution => resolve(law, text, null);
const codes = (text: string): readonly string[] => ask(text).problems.map((problem) => problem.code);
const candidates = (text: string): readonly string[] => ask(text).candidates.map((one) => one.id);

describe('a name in any language and spelling', () => {
  it.each([
    ['NPP', 'npp'],
    ['n-phenethyl-4-piperidone', 'npp'],
    ['N‑PHENETHYL – 4 – PIPERIDONE', 'npp'],
    ['1-(2-phenylethyl)piperidin-4-one', 'npp'],
    ['N-phenethyl-4-piperidinone', 'npp'],
    ['ANPP', '4-anpp'],
    ['4-ANPP', '4-anpp'],
    ['4-ANILINO -N- PHENETHYL PIPERIDINE', '4-anpp'],
    ['4-AP', '4-anilinopiperidine'],
    ['boc-4-AP', '1-boc-4-ap'],
    ['t-butyl 4-anilinopiperidine-1-carboxylate', '1-boc-4-ap'],
    ['芬太尼', 'fentanyl'],
    ['fentanilo', 'fentanyl'],
    ['α-Methylfentanyl', 'alpha-methylfentanyl'],
    ['ALPHA METHYL FENTANYL', 'alpha-methylfentanyl'],
    ['o-fluorofentanyl', 'ortho-fluorofentanyl'],
    ['p-Fluorofentanyl', 'para-fluorofentanyl'],
    ['Ácido fenilacético', 'phenylacetic-acid'],
    ['acido fenilacetico', 'phenylacetic-acid'],
    ['Sulfuric acid', 'sulphuric-acid'],
    ['異丙托尼秦', 'isotonitazene'],
    ['РМК ethyl glycidate', '3-4-mdp-2-p-methyl-glycidic-acid-ethyl-ester'],
    ['ＮＰＰ', 'npp'],
    ['“NPP”', 'npp'],
  ])('%s', (text, id) => {
    expect(ask(text)).toMatchObject({
      exact: true,
      by: 'name',
      goods: { id, kind: 'chemical' },
      candidates: [],
    });
  });

  it.each([
    ['tablet press', 'tableting-machine'],
    ['压片机', 'tableting-machine'],
    ['tableteadora', 'tableting-machine'],
    ['Capsule filling machine', 'encapsulating-machine'],
  ])('%s is equipment', (text, id) => {
    expect(ask(text)).toMatchObject({ exact: true, by: 'equipment', goods: { id, kind: 'equipment' } });
  });

  it('names the other meanings of an ambiguous abbreviation', () => {
    const { exact, problems } = ask('NPP');
    expect(exact).toBe(true);
    expect(problems).toMatchObject([{ code: 'ambiguous-name' }]);
    expect(problems[0]!.message).toContain('nuclear power plant');
    expect(codes('4-AP')).toEqual(['ambiguous-name']);
    expect(codes('piperidine')).toEqual([]);
  });

  it('offers both goods that share a name', () => {
    expect(ask('苯丙酮')).toMatchObject({
      exact: false,
      goods: null,
      problems: [{ code: 'ambiguous-name' }],
    });
    expect(candidates('苯丙酮')).toEqual(['p2p', 'propiophenone']);
    expect(candidates('PMK glycidate')).toHaveLength(3);
  });

  it('does not decide on street words and words of the confusables', () => {
    expect(ask('China White')).toMatchObject({ exact: false, goods: null });
    expect(ask('speed press')).toMatchObject({ exact: false, candidates: [{ id: 'tableting-machine' }] });
  });

  it('says what a look-alike is, and that it is no goods of ours', () => {
    expect(ask('acetoacetanilide')).toMatchObject({
      exact: false,
      goods: null,
      problems: [{ code: 'look-alike' }],
    });
  });

  it('is not misled by words of the language it is written in', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(ask(word)).toMatchObject({ exact: false, goods: null, candidates: [] });
    }
  });
});

describe('a name with words of its form', () => {
  it.each([
    ['Xylazine HCl', 'xylazine', 'hydrochloride'],
    ['clorhidrato de fentanilo', 'fentanyl', 'hydrochloride'],
    ['盐酸瑞芬太尼', 'remifentanil', 'hydrochloride'],
    ['枸橼酸芬太尼', 'fentanyl', 'citrate'],
    ['fentanyl citrate', 'fentanyl', 'citrate'],
    ['4-piperidone hydrochloride monohydrate', '4-piperidone', 'hydrochloride'],
  ])('%s', (text, id, salt) => {
    const { goods } = ask(text);
    expect(goods).toMatchObject({ id, form: { salt } });
    expect(goods!.form.removed).toContain(salt);
  });

  it('knows isomers and isotopes from words', () => {
    expect(ask('(S)-methadone').goods).toMatchObject({ id: 'methadone', form: { stereo: 'other' } });
    expect(ask('fentanyl-d5').goods).toMatchObject({
      id: 'fentanyl',
      form: { isotopes: true, stereo: 'named' },
    });
    expect(ask('(R)-fentanyl').goods).toMatchObject({ id: 'fentanyl', form: { stereo: 'named' } });
  });

  it('takes the entry a law makes of the salt', () => {
    expect(ask('Etorphine HCl').goods).toMatchObject({ id: 'etorphine-hydrochloride', form: { salt: null } });
  });

  it('does not make a salt of an ester: testosterone has no nitrogen', () => {
    expect(ask('testosterone propionate').exact).toBe(false);
    expect(ask('testosterone acetate').goods?.id).not.toBe('testosterone');
  });
});

describe('a number', () => {
  it('that is whole decides', () => {
    expect(ask('CAS No. 39742-60-4')).toMatchObject({ exact: true, by: 'cas', goods: { id: 'npp' } });
    expect(ask('40064-34-4').goods).toMatchObject({ id: '4-piperidone', form: { salt: 'hydrochloride' } });
    expect(ask('UN 1815')).toMatchObject({ exact: true, by: 'un', goods: { id: 'propionyl-chloride' } });
    expect(ask('DEA 8333')).toMatchObject({ exact: true, by: 'registry-code', goods: { id: '4-anpp' } });
    expect(ask('2933.37')).toMatchObject({ exact: true, by: 'hs', goods: { id: 'npp' } });
    expect(ask('HS 2933.36')).toMatchObject({ exact: true, by: 'hs', goods: { id: '4-anpp' } });
  });

  it('with a wrong digit says which would fit, and offers the goods', () => {
    expect(ask('1609-66-5')).toMatchObject({
      exact: false,
      by: 'cas',
      candidates: [{ id: 'norfentanyl', matched: '1609-66-1', why: 'near-number' }],
      problems: [{ code: 'cas-check-digit', data: { fits: '1609-66-1' } }],
    });
    expect(ask('CAS 28578-16-').problems).toMatchObject([
      { code: 'cas-truncated', data: { fits: '28578-16-7' } },
    ]);
  });

  it('offers goods one digit away, as candidates only', () => {
    // 21409-26-7 is ANPP; the third digit is wrong and the check digit fails.
    expect(candidates('21509-26-7')).toContain('4-anpp');
  });

  it('of several goods offers them all', () => {
    expect(candidates('7723-14-0')).toEqual(['red-phosphorus', 'white-phosphorus']);
    const basket = ask('2933.39.00');
    expect(basket).toMatchObject({ exact: false, problems: [{ code: 'basket-line' }] });
    expect(basket.candidates.map((one) => one.id)).toContain('4-anilinopiperidine');
    expect(basket.candidates.length).toBeLessThanOrEqual(40);
  });

  it('of no goods of ours is never read as uncontrolled', () => {
    expect(ask('50-00-0')).toMatchObject({ exact: false, goods: null, problems: [{ code: 'cas-unknown' }] });
    expect(ask('UN9999').problems[0]!.code).toBe('un-unknown');
  });

  it('without a label asks for one', () => {
    expect(ask('8333')).toMatchObject({
      exact: false,
      candidates: [{ id: '4-anpp' }],
      problems: [{ code: 'number-without-label' }],
    });
  });
});

describe('near misses', () => {
  it.each([
    ['piperidne', 'piperidine'],
    ['fentanly', 'fentanyl'],
    ['N-phenethyl-4-piperidoen', 'npp'],
    ['N-phenethyI-4-piperidone', 'npp'],
    ['fentan1l', 'fentanyl'],
    ['potassium permanganatte', 'potassium-permanganate'],
  ])('%s is offered as %s and never decides', (text, id) => {
    const near = ask(text);
    expect(near).toMatchObject({ exact: false, goods: null });
    expect(near.candidates[0]).toMatchObject({ id, why: 'near-name' });
    expect(near.candidates.length).toBeLessThanOrEqual(8);
  });

  it('does not cross from one locant to another', () => {
    expect(candidates('N-phenethyl-3-piperidone')).not.toContain('npp');
  });

  it('offers goods named in a longer phrase', () => {
    expect(ask('fentanyl powder, 5 kg')).toMatchObject({
      exact: false,
      candidates: [{ id: 'fentanyl', why: 'found-in-text' }],
    });
  });

  it('takes a phrase that says the same twice for what it says', () => {
    expect(ask('NPP (N-phenethyl-4-piperidone)')).toMatchObject({ exact: true, goods: { id: 'npp' } });
    expect(ask('NPP, CAS 39742-60-4')).toMatchObject({ exact: true, goods: { id: 'npp' } });
  });
});

describe('bad input', () => {
  it.each(['', '   ', '\u0000', '???', 'C'.repeat(20_000)])('is refused in words: %j', (text) => {
    expect(ask(text)).toMatchObject({ by: null, exact: false, goods: null, candidates: [] });
    expect(ask(text).problems[0]!.message).not.toBe('');
  });
  it('says what is wrong with a structure', () => {
    expect(codes('*CCO')).toEqual(['smiles-wildcard']);
    expect(codes('C1CC(=O)CC')).toEqual(['smiles-ring-open']);
  });
  it('never throws, and always says something', () => {
    const unit = fc.constantFrom(
      ..."NCOPc1()=-.[]@#+0479 ,/'αРМ苯酸HSUNAS",
      'CAS ',
      'UN',
      ' HCl',
      '盐酸',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit, maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 })),
        (text) => {
          const found = ask(text);
          expect(found.exact).toBe(found.goods !== null);
          if (found.goods === null)
            expect(found.problems.length + found.candidates.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('the prepared law', () => {
  it('is made once', () => {
    expect(prepareLaw(law)).toBe(prepareLaw(law));
  });
});
