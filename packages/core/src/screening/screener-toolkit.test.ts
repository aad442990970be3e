import { beforeAll, describe, expect, it } from 'vitest';
import type { Chemist } from '../goods/index.ts';
import { day } from '../kernel/index.ts';
import { loadLaw } from '../node/law-file.ts';
import { loadRdkit } from '../node/rdkit.ts';
import { createScreener, type Screener } from './screener.ts';
import { codes, goodsOf, ROLE_COLUMNS, rowOf } from './test/rows.ts';

const law = loadLaw();
const OPTIONS = {
  on: day('2026-07-01'),
  known: null,
  in: ['US' as const],
  activity: null,
  from: null,
  to: null,
  roles: ROLE_COLUMNS,
  keys: 'found' as const,
};

/** Piperidine as a mol block (V2000), as structure files hold it. */
const PIPERIDINE = `piperidine


  6  6  0  0  0  0  0  0  0  0999 V2000
    1.2000    0.7000    0.0000 N   0  0
    0.0000    1.4000    0.0000 C   0  0
   -1.2000    0.7000    0.0000 C   0  0
   -1.2000   -0.7000    0.0000 C   0  0
    0.0000   -1.4000    0.0000 C   0  0
    1.2000   -0.7000    0.0000 C   0  0
  1  2  1  0
  2  3  1  0
  3  4  1  0
  4  5  1  0
  5  6  1  0
  6  1  1  0
M  END`;

const ASPIRIN = 'CC(=O)Oc1ccccc1C(=O)O';
const ASPIRIN_INCHI = 'InChI=1S/C9H8O4/c1-6(10)13-8-5-3-2-4-7(8)9(11)12/h2-5H,1H3,(H,11,12)';

describe('structures with a toolkit', () => {
  let chemist: Chemist;
  let screener: Screener;
  beforeAll(async () => {
    chemist = await loadRdkit();
    screener = createScreener(law, OPTIONS, chemist);
  });

  it('a mol block is read, and the goods are shown as SMILES', () => {
    const row = screener.screen(rowOf({ structure: PIPERIDINE }));
    expect(goodsOf(row)).toEqual(['piperidine']);
    expect(row.goods[0]!.from).toBe('C1CCNCC1');
    expect(row.verdict).toBe('controlled');
  });

  it('a mol block without a title is read as well, in whichever column it stands', () => {
    const untitled = PIPERIDINE.replace('piperidine', '');
    for (const role of ['structure', 'name', 'cas'] as const) {
      expect(goodsOf(screener.screen(rowOf({ [role]: untitled }))), role).toEqual(['piperidine']);
    }
  });

  it('an InChI that no entry has is read too', () => {
    const row = screener.screen(rowOf({ structure: ASPIRIN_INCHI }));
    expect(row).toMatchObject({ verdict: 'not-controlled', problems: [] });
    expect(row.goods).toMatchObject([{ id: null, match: 'exact', from: ASPIRIN_INCHI }]);
  });

  it('a salt drawn with its counter-ion is a salt of the goods, and the name agrees', () => {
    const row = screener.screen(
      rowOf({ structure: 'Cl.C1CCNCC1', name: 'Piperidine hydrochloride', cas: '6091-44-7' }),
    );
    expect(goodsOf(row)).toEqual(['piperidine']);
    expect(row.bases).toContain('salt');
    expect(row.verdict).toBe('controlled');
    expect(codes(row)).not.toContain('salt-base-mismatch');
  });

  it('a mixture of two goods is for a person', () => {
    const row = screener.screen(rowOf({ structure: 'C1CCNCC1.O=Cc1ccc2OCOc2c1' }));
    expect(row.verdict).toBe('review');
    expect(codes(row)).toContain('mixture');
    expect(row.goods.every(({ match }) => match === 'candidate')).toBe(true);
  });

  it('an InChIKey is given for every structure where it is asked for', () => {
    const keyed = createScreener(law, { ...OPTIONS, keys: 'all' }, chemist).screen(
      rowOf({ structure: ASPIRIN }),
    );
    const plain = screener.screen(rowOf({ structure: ASPIRIN }));
    expect(keyed.goods).toMatchObject([
      { id: 'BSYNRYMUTXBXSQ-UHFFFAOYSA-N', inchikey: 'BSYNRYMUTXBXSQ-UHFFFAOYSA-N' },
    ]);
    expect(plain.goods).toMatchObject([{ id: null, inchikey: null }]);
    expect({ ...keyed, goods: [] }).toEqual({ ...plain, goods: [] });
  });
});

describe('structures without a toolkit', () => {
  const screener = createScreener(law, OPTIONS, null);

  it('what only a toolkit can read is unknown, and says so', () => {
    for (const structure of [PIPERIDINE, ASPIRIN_INCHI]) {
      const row = screener.screen(rowOf({ structure }));
      expect(row).toMatchObject({ verdict: 'unknown', goods: [] });
      expect(codes(row)).toEqual(['toolkit-missing']);
    }
  });

  it('what the law has nothing to do with needs none', () => {
    expect(screener.screen(rowOf({ structure: ASPIRIN })).verdict).toBe('not-controlled');
  });
});
