import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strongest, type ControlStatus } from '../controls/index.ts';
import { day } from '../kernel/index.ts';
import { loadLaw } from '../node/law-file.ts';
import type { Role, ScreenedRow } from './screened-row.ts';
import {
  codes,
  goodsOf,
  NO_COLUMNS,
  ROLE_COLUMNS,
  rowOf,
  screenerOf,
  screenTable,
  table,
} from './test/rows.ts';

const law = loadLaw();
const screener = screenerOf(law);

function screen(cells: Partial<Record<Role, string>>): ScreenedRow {
  return screener.screen(rowOf(cells));
}

const FENTANYL = 'CCC(=O)N(C1CCN(CCc2ccccc2)CC1)c1ccccc1';
const ASPIRIN = 'CC(=O)Oc1ccccc1C(=O)O';

describe('a row that names goods of the law', () => {
  it('by name, number or structure comes to them, with the entry that controls them', () => {
    for (const cells of [{ name: 'Fentanyl' }, { cas: '437-38-7' }, { structure: FENTANYL }]) {
      const row = screen(cells);
      expect(row).toMatchObject({
        row: 1,
        input: cells,
        verdict: 'controlled',
        jurisdictions: { US: 'controlled' },
        deciding: ['US'],
        controls: ['us:fentanyl:1'],
        bases: ['named'],
        asOf: { on: '2026-07-01', known: null, law: law.digest },
      });
      expect(goodsOf(row)).toEqual(['fentanyl']);
    }
  });

  it('lists goods once, from the cell that is believed most', () => {
    const row = screen({ name: 'Fentanyl', cas: '437-38-7', structure: FENTANYL, hs: '2933.33' });
    expect(row.goods).toEqual([
      {
        id: 'fentanyl',
        inchikey: 'PJMPHNIQZUBGLI-UHFFFAOYSA-N',
        name: 'Fentanyl',
        match: 'exact',
        from: FENTANYL,
        column: 'structure',
      },
    ]);
    expect(row.problems).toEqual([]);
  });

  it('reads names in Chinese, Spanish and other spellings', () => {
    const rows = screenTable(
      law,
      'Nombre\n高锰酸钾\nanhídrido acético\nPOTASSIUM PERMANGANATE\nPermanganato de potasio',
    );
    expect(rows.map(goodsOf)).toEqual([
      ['potassium-permanganate'],
      ['acetic-anhydride'],
      ['potassium-permanganate'],
      ['potassium-permanganate'],
    ]);
  });

  it('reads InChIKeys, goods codes and structures wherever they stand', () => {
    const rows = screenTable(law, `Goods\nPJMPHNIQZUBGLI-UHFFFAOYSA-N\n437-38-7\n${FENTANYL}\nfentanyl`);
    expect(rows.map(goodsOf)).toEqual(new Array(4).fill(['fentanyl']));
  });

  it('finds every one of several goods in free text', () => {
    const row = screen({ description: 'Potassium permanganate 99%, 25 kg drums, and acetone 200 L' });
    expect(goodsOf(row)).toEqual(['potassium-permanganate', 'acetone']);
    expect(row.controls).toEqual(expect.arrayContaining(['us:potassium-permanganate:1', 'us:acetone:1']));
  });

  it('answers for the day asked about, not for today', () => {
    const before = screenerOf(law, { on: day('2020-05-14') });
    const after = screenerOf(law, { on: day('2020-05-15') });
    const row = rowOf({ cas: '23056-29-3' });
    expect(before.screen(row).verdict).not.toBe('controlled');
    expect(after.screen(row).verdict).toBe('controlled');
  });

  it('is decided by fully compiled jurisdictions, with the others beside', () => {
    const row = screenerOf(law, { in: null }).screen(rowOf({ name: 'Fentanyl' }));
    expect(row.deciding).toContain('US');
    expect(Object.keys(row.jurisdictions).length).toBeGreaterThan(row.deciding.length);
    const decided = row.deciding.map((one) => row.jurisdictions[one] as ControlStatus);
    expect(row.verdict).toBe(strongest(decided));
  });
});

describe('a row that names nothing known', () => {
  it('is unknown, never clear', () => {
    for (const cells of [{ name: 'Blue pigment 15:3' }, { cas: '50-78-2' }, { description: 'spare parts' }]) {
      const row = screen(cells);
      expect(row).toMatchObject({ verdict: 'unknown', jurisdictions: { US: 'unknown' }, goods: [] });
      expect(row.problems[0]).toMatchObject({ column: Object.keys(cells)[0] });
    }
  });

  it('is not controlled where a structure was read and nothing in a full scope has to do with it', () => {
    const row = screen({ structure: ASPIRIN, name: 'Sample 17', cas: '50-78-2' });
    expect(row).toMatchObject({ verdict: 'not-controlled', controls: [], problems: [] });
    expect(row.goods).toEqual([
      { id: null, inchikey: null, name: null, match: 'exact', from: ASPIRIN, column: 'structure' },
    ]);
  });

  it('is unknown where the only tariff line is one that many goods share', () => {
    const row = screen({ name: 'Blue pigment 15:3', hs: '2933.39' });
    expect(row).toMatchObject({ verdict: 'unknown', goods: [] });
    expect(codes(row)).toContain('basket-line');
  });
});

describe('what is not understood clears nothing', () => {
  it('goods that are not controlled, and the same beside words nobody knows', () => {
    expect(screen({ name: 'Ethanol' })).toMatchObject({ verdict: 'not-controlled', problems: [] });
    const row = screen({ description: 'Ethanol, denatured, with unheard-of additive' });
    expect(goodsOf(row)).toEqual(['ethanol']);
    expect(row).toMatchObject({ verdict: 'unknown', jurisdictions: { US: 'unknown' } });
  });

  it('the same with a number of something else', () => {
    expect(screen({ name: 'Ethanol', cas: '64-17-5' }).verdict).toBe('not-controlled');
    const row = screen({ name: 'Ethanol', cas: '50-78-2' });
    expect(row.verdict).toBe('unknown');
    expect(codes(row)).toEqual(['cas-variant']);
  });

  it('a candidate that nothing controls where it is asked about', () => {
    const row = screen({ cas: '64-17-6' });
    expect(goodsOf(row)).toEqual(['ethanol?']);
    expect(row).toMatchObject({ verdict: 'unknown', jurisdictions: { US: 'unknown' }, controls: [] });
  });

  it('a structure that nothing touches is clear, whatever else is said and not understood', () => {
    const said = {
      structure: ASPIRIN,
      name: 'Unheard-of 12',
      description: 'white powder, sample of no value',
    };
    expect(screen(said)).toMatchObject({ verdict: 'not-controlled', problems: [] });
    expect(screen({ ...said, description: 'with fentanyl' }).verdict).toBe('controlled');
  });
});

describe('a row that cannot be read', () => {
  it('is unreadable, and says in which column and why', () => {
    const row = screen({ structure: 'C1CC(' });
    expect(row).toMatchObject({ verdict: 'unreadable', jurisdictions: {}, goods: [] });
    expect(row.problems).toEqual([expect.objectContaining({ code: 'smiles-branch', column: 'structure' })]);
  });

  it('is unreadable where it is blank, or holds only signs for nothing', () => {
    for (const blank of ['', '   ', '-', 'n/a', '#N/A', '无']) {
      const row = screen({ name: blank, cas: blank });
      expect(row.verdict, blank).toBe('unreadable');
      expect(codes(row)).toEqual(['row-blank']);
    }
  });

  it('is unreadable where no column says what the goods are', () => {
    const row = screenerOf(law, { roles: NO_COLUMNS }).screen(rowOf({ name: 'Fentanyl' }));
    expect(row.verdict).toBe('unreadable');
    expect(codes(row)).toEqual(['no-columns']);
  });

  it('keeps what was wrong with the row as a piece of the file', () => {
    const broken = { code: 'quote-open', message: 'A quote is never closed.' };
    const row = screener.screen({ ...rowOf({ name: 'Fentanyl' }), problems: [broken] });
    expect(row.problems).toEqual([{ ...broken, column: null }]);
    expect(row.verdict).toBe('controlled');
  });

  it('is answered by the cells that can be read', () => {
    const row = screen({ structure: 'C1CC(', name: 'Fentanyl' });
    expect(row.verdict).toBe('controlled');
    expect(codes(row)).toContain('smiles-branch');
  });
});

describe('candidates', () => {
  it('a name one letter off is for a person: review, not controlled', () => {
    const row = screen({ name: 'Piperonol' });
    expect(row).toMatchObject({ verdict: 'review', goods: [{ id: 'piperonal', match: 'candidate' }] });
    expect(row.controls).toContain('us:piperonal:1');
  });

  it('a number with a wrong check digit likewise, and the digit that fits is said', () => {
    const row = screen({ cas: '437-38-6' });
    expect(row).toMatchObject({ verdict: 'review' });
    expect(goodsOf(row)).toContain('fentanyl?');
    expect(row.problems).toEqual([
      expect.objectContaining({ code: 'cas-check-digit', column: 'cas', data: expect.anything() as unknown }),
    ]);
  });

  it('are settled by a cell that is sure', () => {
    const row = screen({ cas: '437-38-6', name: 'Fentanyl' });
    expect(goodsOf(row)).toEqual(['fentanyl']);
    expect(row.verdict).toBe('controlled');
    expect(codes(row)).toEqual(['cas-check-digit']);
  });

  it('one name of two goods is for a person until a number decides', () => {
    expect(screen({ name: '苯丙酮' })).toMatchObject({ verdict: 'review' });
    expect(goodsOf(screen({ name: '苯丙酮', cas: '103-79-7' }))).toEqual(['p2p']);
  });

  it('one number of two goods is for a person until a name decides', () => {
    expect([...goodsOf(screen({ cas: '7723-14-0' }))].sort()).toEqual([
      'red-phosphorus?',
      'white-phosphorus?',
    ]);
    expect(goodsOf(screen({ cas: '7723-14-0', name: 'Red phosphorus' }))).toEqual(['red-phosphorus']);
  });

  it('an abbreviation with other meanings is doubted where the number is of something else', () => {
    expect(screen({ name: '4-AP' })).toMatchObject({ verdict: 'controlled' });
    expect(screen({ name: '4-AP', cas: '504-24-5' })).toMatchObject({
      verdict: 'review',
      goods: [{ id: '4-anilinopiperidine', match: 'candidate' }],
    });
  });

  it('a line that only one of the goods stands on makes it a candidate beside unknown words', () => {
    expect(goodsOf(screen({ hs: '2933.37' }))).toEqual(['npp']);
    const row = screen({ hs: '2933.37', name: 'Blue pigment 15:3' });
    expect(goodsOf(row)).toEqual(['npp?']);
    expect(row.verdict).toBe('review');
  });
});

describe('properties', () => {
  const words = fc.oneof(
    fc.constantFrom(
      'Fentanyl',
      'NPP',
      '437-38-7',
      FENTANYL,
      ASPIRIN,
      '2933.37',
      '7723-14-0',
      '苯丙酮',
      'aspirin',
    ),
    fc.constantFrom(
      '25 kg',
      '2 %',
      '',
      '-',
      'Piperidine hydrochloride',
      'C1CC(',
      '437-38-6',
      '2764-07-02',
      '[Na+]',
    ),
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  const cells = fc.record(
    {
      structure: words,
      name: words,
      cas: words,
      hs: words,
      quantity: words,
      concentration: words,
      description: words,
    },
    { requiredKeys: [] },
  );
  const anywhere = screenerOf(law, { in: null });

  it('no row throws, and the verdict is a verdict', () => {
    fc.assert(
      fc.property(cells, (row) => {
        const screened = anywhere.screen(rowOf(row));
        expect(['controlled', 'review', 'unknown', 'not-controlled', 'outside', 'unreadable']).toContain(
          screened.verdict,
        );
        for (const problem of screened.problems) {
          expect(problem.code).toMatch(/^[a-z][a-z0-9-]+$/);
          expect(problem.message).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the answer of a row does not depend on the rows before it', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 4 }), cells, (before, row) => {
        const fresh = screenerOf(law);
        for (const one of before) fresh.screen(rowOf(one));
        expect(fresh.screen(rowOf(row))).toEqual(screener.screen(rowOf(row)));
      }),
      { numRuns: 25 },
    );
  });

  it('the verdict is the strongest status of the deciding jurisdictions', () => {
    fc.assert(
      fc.property(cells, (row) => {
        const { verdict, goods, deciding, jurisdictions } = anywhere.screen(rowOf(row));
        fc.pre(goods.length === 1 && deciding.length > 0);
        expect(verdict).toBe(strongest(deciding.map((one) => jurisdictions[one] as ControlStatus)));
      }),
    );
  });

  const sure = fc.constantFrom<Partial<Record<Role, string>>>(
    { name: 'Fentanyl' },
    { cas: '437-38-7' },
    { structure: FENTANYL },
    { name: 'Acetone', cas: '67-64-1' },
    { description: 'Piperidine 25 kg, CAS 110-89-4' },
  );

  it('a cell that says nothing of the goods never lowers the verdict', () => {
    const beside = fc.record(
      { hs: fc.constantFrom('2933.39', '8479', 'x'), quantity: words },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(sure, beside, (row, more) => {
        expect(screen({ ...more, ...row }).verdict).toBe(screen(row).verdict);
      }),
    );
  });

  it('the order of the columns changes nothing', () => {
    const { columns, rows } = table(`
      Product    | CAS No.    | HS code | Amount
      Fentanyl   | 437-38-7   | 2933.33 | 2 g
      NPP        | 21409-26-7 | 2933.37 | 5 kg
      Blue 15    | 50-78-2    | 3204.17 | 1 t
    `);
    const roles = { ...NO_COLUMNS, name: 'Product', cas: 'CAS No.', hs: 'HS code', quantity: 'Amount' };
    const fixed = screenerOf(law, { roles });
    fc.assert(
      fc.property(fc.shuffledSubarray([...columns], { minLength: columns.length }), (order) => {
        for (const row of rows) {
          const cells = Object.fromEntries(order.map((column) => [column, row.cells[column]!]));
          const { input: _, ...screened } = fixed.screen({ ...row, cells });
          const { input: __, ...before } = fixed.screen(row);
          expect(screened).toEqual(before);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('two goods in one row give at least what each gives alone', () => {
    const names = ['Fentanyl', 'Acetone', 'Potassium permanganate', 'Toluene', 'Piperonal', 'Morphine'];
    const name = fc.constantFrom(...names);
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [first, second] = [one, other].map((text) =>
          anywhere.screen(rowOf({ description: `${text} 25 kg` })),
        );
        const both = anywhere.screen(rowOf({ description: `${one} 25 kg and ${other} 25 kg` }));
        const verdicts = [first!.verdict, second!.verdict] as ControlStatus[];
        expect(both.verdict).toBe(strongest([...verdicts, both.verdict as ControlStatus]));
      }),
    );
  });
});

it('a column may be called what a record has of its own', () => {
  const roles = { ...ROLE_COLUMNS, name: 'constructor', cas: '__proto__' };
  expect(screenerOf(law, { roles }).screen(rowOf({})).verdict).toBe('unreadable');
});
