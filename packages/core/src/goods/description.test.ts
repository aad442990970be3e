import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLaw } from '../node/law-file.ts';
import { describe as readLine, MAX_DESCRIPTION_CHARACTERS } from './description.ts';

const law = loadLaw();
/** `id exact` or `id candidate` for each goods, in the order of the line. */
const found = (text: string): readonly string[] =>
  readLine(law, text).goods.map(({ goods, match }) => `${goods.id} ${match}`);
const codes = (text: string): readonly string[] =>
  readLine(law, text).problems.map((problem) => problem.code);

describe('names in any place of a line', () => {
  it.each([
    ['Acetone 200 L CAS 67-64-1; Toluene 100 L CAS 108-88-3', ['acetone exact', 'toluene exact']],
    ['Industrial solvent: acetone, drums', ['acetone exact']],
    ['25 kg N-phenethyl-4-piperidone in fibre drums', ['npp exact']],
    ['1-(2-Phenylethyl)-4-piperidone 25 kg', ['npp exact']],
    ['NPP(N-phenethyl-4-piperidone)', ['npp exact']],
    ['l-ephedrine hydrochloride 10 kg', ['ephedrine exact']],
    ['ANPP粉末25kg', ['4-anpp candidate']],
    ['丙酰氯 160kg/桶', ['propionyl-chloride exact']],
    ['TDP 5 tablet press with punches and dies', ['tableting-machine exact', 'punch exact']],
    ['Norfentanyl 1 mg/mL in methanol', ['norfentanyl exact']],
    ['Clorhidrato de morfina 10 mg/ml, ampollas', ['morphine exact']],
    ['фентанил 25 г', ['fentanyl exact']],
    ['5 tablet presses ZP-9', ['tableting-machine exact']],
  ])('%s', (text, goods) => {
    expect(found(text)).toEqual(goods);
  });

  it('gives the words it was found in and the form they speak of', () => {
    const { goods } = readLine(law, 'Veterinary: Xylazine HCl, 25 kg');
    expect(goods).toMatchObject([
      { from: 'Xylazine', match: 'exact', goods: { form: { salt: 'hydrochloride' } } },
    ]);
  });
});

describe('a name inside a longer chemical name is another substance', () => {
  it.each([
    'N-Methyl-4-piperidone 10 kg',
    'Piperidine-4-carboxylic acid 25 kg',
    'Piperidine, 4-methyl-',
    'poly(ethylene glycol) 400',
    'N-(1-phenethylpiperidin-4-yl)-N-phenylcyclobutanecarboxamide',
    '4-甲基哌啶 25kg',
    '丙酮酸钠 25kg',
    '甲苯二异氰酸酯 250kg',
    '盐酸二甲双胍 25kg',
    '硫酸铜 500公斤',
    '乙酸乙酯 180kg',
    'Diethylene glycol 200 kg',
    'Triethylamine UN1296',
    'Acetone cyanohydrin UN1541',
    'Toluene diisocyanate UN2078',
    'Acetone-free nail polish remover 100 ml',
    'free of acetone, 100 ml',
    '4-(N-phenylamino)piperidine, substituted',
    'piperidines',
    'heroine of the story',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('and a word beside it makes a candidate of it', () => {
    expect(found('methyl fentanyl 1 g')).toEqual(['fentanyl candidate']);
    expect(found('Fentanyl test strips 500 pcs')).toEqual(['fentanyl candidate']);
    expect(codes('Acetic acid ethyl ester, 1 drum')).toContain('near-structure');
  });
});

describe('words that mean other things too need a second sign', () => {
  it.each([
    ['Spare parts for NPP Unit 3 turbine hall', []],
    ['NPP 25 kg powder', ['npp exact']],
    ['NPP spare parts', []],
    ['Mapa de carreteras, libro impreso', []],
    ['BDO audit report', []],
    ['BDO 99.7% ISO tank', ['1-4-butanediol exact']],
    ['4-AP 10 kg', ['4-anilinopiperidine candidate']],
    ['4-AP 99% 504-24-5 1 kg', []],
    ['4-AP, CAS 23056-29-3', ['4-anilinopiperidine exact']],
    ['MEK UN1193 160 drums', ['methyl-ethyl-ketone exact']],
    ['MEK inhibitor 10 g', []],
    ['ISO 9001 certified valves 200 kg', []],
    ['苯丙酮 20桶', ['p2p candidate', 'propiophenone candidate']],
    ['苯丙酮 CAS 103-79-7', ['p2p exact']],
    ['plastic mould for injection 500 kg', []],
    ['Vitamin C tablets, blister form', []],
    ['punch press 40 t for sheet metal', []],
    ['hydraulic press for tablets, machine 3 t', ['tableting-machine candidate']],
    ['pill press with stamps and dies', ['tableting-machine exact', 'die exact']],
  ])('%s', (text, goods) => {
    expect(found(text)).toEqual(goods);
  });
});

describe('names and numbers that do not belong together', () => {
  it('are both candidates where each decides by itself', () => {
    expect(found('Piperonal 4676-39-5 fragrance raw material')).toEqual([
      'piperonal candidate',
      '3-4-mdp-2-p candidate',
    ]);
    expect(codes('Piperonal 4676-39-5')).toContain('cas-name-mismatch');
  });
  it('the number decides where the word may mean anything', () => {
    expect(found('CAS 5449-12-7 New BMK powder')).toEqual(['p2p-methyl-glycidic-acid exact']);
  });
  it('a wrong check digit beside its name is said, and does not hide the name', () => {
    expect(found('NORFENTANYL CAS 1609-66-5')).toEqual(['norfentanyl exact']);
    expect(codes('NORFENTANYL CAS 1609-66-5')).toContain('cas-check-digit');
  });
  it('tariff lines and UN numbers are held against the goods', () => {
    expect(codes('4-Anilinopiperidine HS 2933.36')).toContain('hs-mismatch');
    expect(codes('N-Phenethyl-4-piperidone HS 2933.39')).toContain('hs-obsolete-edition');
    expect(codes('N-Phenethyl-4-piperidone HS 2933.37')).not.toContain('hs-mismatch');
    expect(codes('Acetic anhydride UN2789')).toContain('un-mismatch');
    expect(codes('Acetic anhydride UN1715')).not.toContain('un-mismatch');
  });
  it('a UN number alone is a candidate', () => {
    expect(found('UN1815, 160 kg drums')).toEqual(['propionyl-chloride candidate']);
  });
});

describe('look-alikes', () => {
  it.each([
    'Piperine 95% black pepper extract',
    'Epinephrine bitartrate 1 kg',
    'Petroleum ether 60-90, UN1268',
    'Piperonyl butoxide 95% CAS 51-03-6',
    '乙酰乙酰苯胺 102-01-2 颜料中间体',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
    expect(codes(text)).toContain('look-alike');
  });
});

describe('misprints', () => {
  it.each([
    ['Potasium permangnate 50 kg', ['potassium-permanganate exact'], 'misspelling'],
    ['acetic anhydryde 200 L drums', ['acetic-anhydride exact'], 'misspelling'],
    ['N-phenetyl-4-piperidone 25 kg', ['npp exact'], 'misspelling'],
    ['4-aniIino-N-phenethylpiperidine', ['4-anpp exact'], 'ocr-1-l'],
    ['tert-butyl 4-oxopiperidine-l-carboxylate', ['1-boc-4-piperidone exact'], 'ocr-1-l'],
  ])('%s', (text, goods, code) => {
    expect(found(text)).toEqual(goods);
    expect(codes(text)).toContain(code);
  });

  it('are not made of other chemicals that are one letter away', () => {
    for (const text of [
      'Dimethylamine 40%',
      'Diethylamine UN1154',
      'Propylamine UN1277',
      'Sodium bromate 25 kg',
      'Pyridine 25 kg',
    ]) {
      expect(found(text)).toEqual([]);
    }
  });
});

describe('what a line says of itself', () => {
  it.each([
    ['Furanyl fentanyl HCl 5 mg CRM', 'reference-standard'],
    ['Fentanyl citrate injection 0.1 mg', 'dosage-form'],
    ['Monometilamina 40% en agua', 'mixture-solution'],
    ['acetone / toluene mixture 70:30', 'mixture'],
    ['Pigment, 1-boc-4-AP 98.5%', 'cover-description'],
    ['Chemical sample, white powder, 1 kg', 'vague-description'],
    ['異丙托尼秦 標準品', 'traditional-characters'],
    ['РМК ethyl glycidate', 'homoglyph'],
    ['fentanyl-d5 1 mg', 'isotope-form'],
  ])('%s: %s', (text, code) => {
    expect(codes(text)).toContain(code);
  });
});

describe('any text', () => {
  it('is read without a fault', () => {
    const unit = fc.constantFrom(
      ...'aN4-,()[]{} \'"/%.;:|盐酸苯丙酮芬РМαβ\u0000\ud800ß',
      'CAS ',
      '437-38-7',
      'UN1815 ',
      'HS 2933.39 ',
      'NPP ',
      'fentanyl',
      ' hydrochloride',
      ' 25 kg ',
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit, maxLength: 120 }), fc.string({ unit: 'binary', maxLength: 200 })),
        (text) => {
          const line = readLine(law, text);
          for (const { from, match } of line.goods) {
            expect(from).not.toBe('');
            expect(['exact', 'candidate']).toContain(match);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('is read in bounded time, a long one to its limit', () => {
    const before = process.cpuUsage();
    for (const piece of [
      '4-',
      '苯',
      'a1',
      '(',
      'fentanyl ',
      'CAS 437-38-7 ',
      'x-y,',
      '盐酸',
      'NPP ',
      '2933.39.',
    ]) {
      const text = piece.repeat(5000);
      expect(readLine(law, text).problems.map((problem) => problem.code)).toContain('description-too-long');
      readLine(law, text.slice(0, MAX_DESCRIPTION_CHARACTERS));
    }
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(10_000);
  }, 60_000);
});
