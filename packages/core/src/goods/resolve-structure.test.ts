import { beforeAll, describe, expect, it } from 'vitest';
import { loadLaw } from '../node/law-file.ts';
import { loadRdkit } from '../node/rdkit.ts';
import type { Chemist } from './chemist.ts';
import type { Resolution } from './resolution.ts';
import { resolve } from './resolve.ts';

const law = loadLaw();
let chemist: Chemist;
beforeAll(async () => {
  chemist = await loadRdkit();
});
const ask = (text: string): Resolution => resolve(law, text, chemist);

const FENTANYL = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1';

describe('structures of the compiled law', () => {
  it('come back to their substance by SMILES, InChI, InChIKey, and without a toolkit too', () => {
    const wrong: string[] = [];
    for (const { id, structure } of law.substances) {
      if (structure === null) continue;
      const key = resolve(law, structure.inchikey, null);
      if (key.goods?.id !== id) wrong.push(`${id}: InChIKey gives ${key.goods?.id}`);
      const inchi = ask(structure.inchi);
      if (inchi.goods?.id !== id) wrong.push(`${id}: InChI gives ${inchi.goods?.id}`);
      for (const hand of [chemist, null]) {
        const { goods } = resolve(law, structure.smiles, hand);
        if (goods?.id !== id || goods.form.stereo !== 'named' || goods.form.isotopes) {
          wrong.push(`${id}: SMILES gives ${goods?.id} ${JSON.stringify(goods?.form)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('come back by their goods code, a salt to the parent it is coded by', () => {
    const wrong: string[] = [];
    for (const { id, goodsCode, saltOf } of law.substances) {
      if (goodsCode === null) continue;
      const { goods, candidates } = ask(goodsCode);
      const found = goods === null ? candidates.map((one) => one.id) : [goods.id];
      if (!found.includes(id) && !found.includes(saltOf ?? ''))
        wrong.push(`${id}: ${goodsCode} gives ${found.join(', ')}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('forms of a structure', () => {
  it('knows salts and hydrates', () => {
    expect(ask(`${FENTANYL}.OC(=O)CC(O)(CC(=O)O)C(=O)O`).goods).toMatchObject({
      id: 'fentanyl',
      form: { removed: ['citrate'], salt: 'citrate' },
    });
    expect(ask('O=C1CCNCC1.Cl.O').goods).toMatchObject({
      id: '4-piperidone',
      form: { salt: 'hydrochloride' },
    });
  });
  it('knows isotopologues, whatever their own key is', () => {
    const labelled = FENTANYL.replace('CCC(=O)', '[2H]C([2H])([2H])CC(=O)');
    expect(ask(labelled).goods).toMatchObject({ id: 'fentanyl', form: { isotopes: true, stereo: 'named' } });
    expect(ask('CCC(=O)N(c1ccccc1)C1CCN(C[13CH2]c2ccccc2)CC1').goods).toMatchObject({
      id: 'fentanyl',
      form: { isotopes: true },
    });
  });
  it('takes the entry a law makes of the very salt, and the parent for another salt', () => {
    expect(ask('c1ccc(NC2CCNCC2)cc1.Cl.Cl').goods?.id).toBe('4-ap-dihydrochloride');
    expect(ask('c1ccc(NC2CCNCC2)cc1.Cl').goods).toMatchObject({
      id: '4-anilinopiperidine',
      form: { salt: 'hydrochloride' },
    });
  });
  it('knows another isomer of an entry that is alone on its skeleton', () => {
    // Levamisole-like trap in small: the enantiomer of an entry drawn as one isomer.
    const only = law.substances.find(
      (one) =>
        one.structure?.inchikey.includes('-UHFFFAOYSA-') === false &&
        law.index.skeletons[one.structure.inchikey.slice(0, 14)]?.length === 1 &&
        one.saltOf === undefined &&
        !one.structure.smiles.includes('.'),
    )!;
    const flat = only
      .structure!.smiles.replace(/@+/g, '')
      .replace(/[\\/]/g, '')
      .replace(/\[(C)H?\]/g, '$1');
    expect(ask(flat).goods).toMatchObject({ id: only.id, form: { stereo: 'open' } });
  });
});

describe('isomers with different fates (dextrorphan is excepted, levorphanol is scheduled)', () => {
  const of = (id: string): string => law.substances.find((one) => one.id === id)!.structure!.smiles;
  it('are told by the whole key', () => {
    for (const id of [
      'dextrorphan',
      'levorphanol',
      'dextromethorphan',
      'levomethorphan',
      'ephedrine',
      'pseudoephedrine',
    ]) {
      expect(ask(of(id)).goods?.id).toBe(id);
    }
  });
  it('never by the skeleton alone: another isomer is itself, and the entries are named', () => {
    const other = of('levorphanol').replace(/@+/, (turn) => (turn === '@' ? '@@' : '@'));
    const found = ask(other);
    expect(found.goods).toMatchObject({ named: null, form: { stereo: 'other' } });
    expect(found.candidates.map((one) => one.id)).toEqual(
      expect.arrayContaining(['dextrorphan', 'levorphanol']),
    );
    expect(found.problems.map((problem) => problem.code)).toContain('same-skeleton');
  });
});

describe('structures no list names', () => {
  it('resolve to themselves, under their InChIKey', () => {
    const { exact, by, goods } = ask('Cc1ccccc1O');
    expect([exact, by]).toEqual([true, 'smiles']);
    expect(goods).toMatchObject({ id: 'QWVGKYWNOKOFNN-UHFFFAOYSA-N', named: null });
    expect(goods!.goodsCode).toMatch(/^C-/);
    expect(goods!.parent!.atoms).toHaveLength(8);
    expect(goods!.regimes).toEqual(['drug', 'precursor', 'watched']);
  });
  it('need a toolkit for their key', () => {
    expect(resolve(law, 'Cc1ccccc1O', null)).toMatchObject({
      goods: null,
      problems: [{ code: 'toolkit-missing' }],
    });
  });
  it('are not made of letters that are a name: NPP is no chain of nitrogen and phosphorus', () => {
    expect(ask('NPP')).toMatchObject({ by: 'name', goods: { id: 'npp' } });
    expect(ask('COC')).toMatchObject({ by: 'smiles', problems: [{ code: 'read-as-structure' }] });
  });
});

describe('what is no single structure', () => {
  it('says that a structure has too many atoms, even where its letters could be a word', () => {
    const { goods, problems } = ask('C'.repeat(5_000));
    expect(goods).toBeNull();
    expect(problems.map(({ code }) => code)).toContain('smiles-too-many-atoms');
  });
  it('a mixture has no goods, and its named parts are offered', () => {
    const found = ask(`${FENTANYL}.CC1(C)c2c(O)cc(CCCCC)cc2OC2CCC(C)=CC12`);
    expect(found).toMatchObject({ exact: false, goods: null });
    expect(found.candidates).toContainEqual(expect.objectContaining({ id: 'fentanyl', why: 'mixture-part' }));
    expect(found.problems[0]!.code).toBe('mixture');
  });
  it('an inorganic salt is taken whole', () => {
    expect(ask('[K+].[O-][Mn](=O)(=O)=O').goods?.id).toBe('potassium-permanganate');
    expect(ask('[Na+].[Cl-]').goods).toMatchObject({ named: null, id: 'FAPWRFPIFSIZLT-UHFFFAOYSA-M' });
  });
});

describe('keys and codes', () => {
  it('an unknown key is not taken for uncontrolled', () => {
    expect(ask('QWVGKYWNOKOFNN-UHFFFAOYSA-N')).toMatchObject({
      goods: null,
      problems: [{ code: 'inchikey-unknown' }],
    });
  });
  it('the beginning of a key is a candidate', () => {
    expect(ask('PJMPHNIQZUBGLI')).toMatchObject({ exact: false, candidates: [{ id: 'fentanyl' }] });
    expect(ask('PJMPHNIQZUBGLI-UHFFFAOYSA')).toMatchObject({
      exact: false,
      candidates: [{ id: 'fentanyl' }],
    });
  });
  it('a goods code is read in any spelling, its check character first', () => {
    const code = law.substances.find((one) => one.id === 'npp')!.goodsCode!;
    expect(ask(code.toLowerCase().replaceAll('-', ' ')).goods?.id).toBe('npp');
    const wrong = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');
    expect(ask(wrong)).toMatchObject({ goods: null, problems: [{ code: 'goods-code-check' }] });
  });
});
