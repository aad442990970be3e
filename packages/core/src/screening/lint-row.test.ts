import { describe, expect, it } from 'vitest';
import { loadLaw } from '../node/law-file.ts';
import type { Role } from './screened-row.ts';
import { codes, goodsOf, rowOf, screenerOf } from './test/rows.ts';

const law = loadLaw();
const screener = screenerOf(law);
const screen = (cells: Partial<Record<Role, string>>) => screener.screen(rowOf(cells));

const FENTANYL = 'CCC(=O)N(C1CCN(CCc2ccccc2)CC1)c1ccccc1';
const ASPIRIN = 'CC(=O)Oc1ccccc1C(=O)O';

describe('what does not belong together in a row', () => {
  it('a name and a number of two goods: both are named, the stronger status counts', () => {
    const row = screen({ name: 'ANPP', cas: '39742-60-4' });
    expect(new Set(goodsOf(row))).toEqual(new Set(['4-anpp', 'npp']));
    expect(row.verdict).toBe('controlled');
    expect(row.problems).toEqual([
      {
        code: 'cas-name-mismatch',
        column: 'cas',
        message:
          '“ANPP” in “name” is 4-Anilino-N-phenethylpiperidine; “39742-60-4” in “cas” is N-Phenethyl-4-piperidone.',
        todo: expect.stringContaining('Ask which') as string,
        data: {
          columns: 'name, cas',
          first: '4-anpp',
          second: 'npp',
          number: '39742-60-4',
          named: '4-Anilino-N-phenethylpiperidine',
          numbered: 'N-Phenethyl-4-piperidone',
        },
      },
    ]);
  });

  it('a public list prints piperonal with the number of another precursor', () => {
    const pmk = law.substances.find(({ id }) => id === '3-4-mdp-2-p')!;
    const row = screen({ name: 'Piperonal', cas: pmk.cas[0]!.number });
    expect(codes(row)).toContain('cas-name-mismatch');
    expect(new Set(goodsOf(row))).toEqual(new Set(['piperonal', '3-4-mdp-2-p']));
  });

  it('a name and a structure: goods that no list names hide behind no name that one does', () => {
    const row = screen({ name: 'Fentanyl', structure: ASPIRIN });
    expect(row.verdict).toBe('controlled');
    expect(row.problems).toEqual([
      expect.objectContaining({ code: 'name-structure-mismatch', column: 'structure' }),
    ]);
  });

  it('a number and a structure', () => {
    expect(codes(screen({ cas: '110-89-4', structure: FENTANYL }))).toEqual(['cas-structure-mismatch']);
  });

  it('a salt by name and the base by number, or another salt', () => {
    expect(codes(screen({ name: 'Fentanyl citrate', cas: '437-38-7' }))).toContain('salt-base-mismatch');
    expect(codes(screen({ name: 'Fentanyl citrate', cas: '990-73-8' }))).not.toContain('salt-base-mismatch');
    expect(codes(screen({ name: 'Fentanyl citrate', structure: FENTANYL }))).toContain('salt-base-mismatch');
  });

  it('a right number that is not among those of the named goods: perhaps another substance', () => {
    const row = screen({ name: 'Fentanyl', cas: '50-78-2' });
    expect(row.verdict).toBe('controlled');
    expect(codes(row)).toEqual(['cas-variant']);
  });

  it('words that hide what the number says', () => {
    const row = screen({ name: 'Blue pigment 15:3', cas: '21409-26-7' });
    expect(row.verdict).toBe('controlled');
    expect(codes(row)).toEqual(['name-variant']);
  });

  it('a tariff line of other goods, and of an edition that is over', () => {
    expect(codes(screen({ name: 'NPP', cas: '39742-60-4', hs: '3204.17' }))).toContain('hs-mismatch');
    // Until the end of 2021 NPP stood in the basket 2933.39; some lists still print it.
    const old = screen({ name: 'NPP', cas: '39742-60-4', hs: '2933.39.90' });
    expect(old.problems.find(({ column }) => column === 'hs')?.code).toMatch(
      /^hs-(?:mismatch|obsolete-edition)$/,
    );
    expect(codes(screen({ name: 'NPP', cas: '39742-60-4', hs: '2933.37' }))).not.toContain('hs-mismatch');
  });

  it('a tariff line of controlled goods alone beside a structure of something else', () => {
    const row = screen({ structure: ASPIRIN, hs: '2933.37' });
    expect(codes(row)).toContain('hs-mismatch');
    expect(row.verdict).toBe('review');
    expect(goodsOf(row)).toEqual(['-', 'npp?']);
  });
});

describe('what is wrong with one cell', () => {
  it('a check digit that fails, with the one that fits (norfentanyl in a public table)', () => {
    const row = screen({ name: 'Norfentanyl', cas: '1609-66-5' });
    expect(row.problems).toEqual([
      expect.objectContaining({ code: 'cas-check-digit', data: { number: '1609-66-5', fits: '1609-66-1' } }),
    ]);
    expect(goodsOf(row)).toEqual(['norfentanyl']);
  });

  it('a number cut before its check digit (a published national list)', () => {
    const row = screen({ cas: '28578-16-' });
    expect(codes(row)).toEqual(['cas-truncated']);
    expect(row.verdict).toBe('review');
    expect(row.goods.every(({ match }) => match === 'candidate')).toBe(true);
  });

  it('a number a spreadsheet has changed gives the likely goods as candidates', () => {
    const row = screen({ cas: '437387.0' });
    expect(goodsOf(row)).toEqual(['fentanyl?']);
    expect(row.verdict).toBe('review');
    expect(codes(row)).toEqual(['cas-as-number']);
    expect(screen({ cas: '37017', name: '' }).verdict).toBe('unreadable');
  });

  it('a number that a spreadsheet made a date of (dronabinol)', () => {
    for (const cells of [{ cas: '1972-08-03' }, { name: '1972-08-03' }, { cas: '26514' }]) {
      const row = screenerOf(law, { in: ['UN'] }).screen(rowOf(cells));
      expect(row.verdict).toBe('review');
      expect(row.goods.map(({ match, from }) => [match, from])).toEqual([
        ['candidate', Object.values(cells)[0]],
      ]);
      expect(codes(row)).toContain('cas-as-date');
    }
  });

  it('several numbers in one cell are several goods', () => {
    expect([...goodsOf(screen({ cas: '437-38-7; 110-89-4' }))].sort()).toEqual(['fentanyl', 'piperidine']);
    expect(goodsOf(screen({ cas: '437-38-7 / 990-73-8' }))).toEqual(['fentanyl']);
  });

  it('a cell of nothing but blanks between two words is read like any other', () => {
    const blanks = ' '.repeat(30_000);
    for (const role of ['cas', 'hs', 'name', 'description', 'structure'] as const) {
      expect(['unknown', 'unreadable']).toContain(screen({ [role]: `x${blanks}y` }).verdict);
    }
  });

  it('a number without hyphens is read, and said', () => {
    const row = screen({ cas: '437387' });
    expect(goodsOf(row)).toEqual(['fentanyl']);
    expect(codes(row)).toEqual(['cas-hyphens']);
  });

  it('a name in a column of numbers is read as a name', () => {
    expect(goodsOf(screen({ cas: 'Fentanyl' }))).toEqual(['fentanyl']);
    expect(screen({ cas: '12345' }).verdict).toBe('unreadable');
  });

  it('a tariff code that lost the zero at its end', () => {
    const row = screen({ hs: '2841.6' });
    expect(codes(row)).toContain('hs-lost-zero');
    expect(screen({ hs: '99.99' }).verdict).toBe('unreadable');
  });

  it('misprints of scanners: the digit 1 for the letter l', () => {
    const row = screen({ name: 'Fentany1 citrate' });
    expect(goodsOf(row)).toEqual(['fentanyl']);
    expect(codes(row)).toContain('ocr-1-l');
  });

  it('each problem says its code, column and message, and what to do where something can be done', () => {
    const rows = [
      screen({ name: 'ANPP', cas: '39742-60-4', hs: '3204.17' }),
      screen({ cas: '437-38-6' }),
      screen({ structure: 'C1CC(' }),
      screen({ name: 'Blue pigment 15:3' }),
      screen({}),
    ];
    for (const { problems } of rows) {
      expect(problems.length).toBeGreaterThan(0);
      for (const one of problems) {
        expect(one.message).toMatch(/\.$/);
        expect(one.column === null || ['name', 'cas', 'hs', 'structure'].includes(one.column)).toBe(true);
      }
    }
  });
});
