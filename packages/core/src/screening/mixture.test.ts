import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLaw } from '../node/law-file.ts';
import { mixtureExemption, readShare, shareInWords } from './mixture.ts';
import type { Role } from './screened-row.ts';
import { rowOf, screenerOf } from './test/rows.ts';

const law = loadLaw();

describe('a share as documents write it', () => {
  it.each([
    ['25 %', '25', null],
    ['25%', '25', null],
    ['99.5 % min', '100', null],
    ['≥ 98%', '100', null],
    ['≤ 40%', '40', null],
    ['2.2% w/w', '2.2', 'weight'],
    ['40 % (v/v)', '40', 'volume'],
    ['10-20 %', '20', null],
    ['500 ppm', '0.05', null],
    ['5 g/kg', '0.5', null],
    ['37,5 %', '37.5', null],
    ['９８％', '98', null],
    ['30 por ciento', '30', null],
  ] as const)('%s is %s percent', (text, percent, by) => {
    expect(readShare(text, false)).toEqual({
      ok: true,
      value: { given: text.normalize('NFKC'), percent, by },
    });
  });

  it('takes a bare number for percent only where the head of the column says so', () => {
    expect(readShare('25', true)).toMatchObject({ ok: true, value: { percent: '25' } });
    expect(readShare('25', false)).toMatchObject({ ok: false, problem: { code: 'share-unit-missing' } });
  });

  it.each([
    ['120 %', 'share-over-hundred'],
    ['much', 'share-form'],
    ['1 mg/mL', 'share-form'],
    ['5 % w/v', 'share-form'],
    ['%', 'share-form'],
  ])('refuses %s: %s', (text, code) => {
    expect(readShare(text, false)).toMatchObject({ ok: false, problem: { code } });
  });

  it('never throws, and is never more than the whole', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 70 }),
      fc.stringMatching(/^[<>]? ?[0-9.,]{1,9} ?(%|ppm|‰)?$/),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (given, percent) => {
        const read = readShare(given, percent);
        if (read.ok) expect(Number(read.value.percent)).toBeLessThanOrEqual(100);
      }),
      { numRuns: 500 },
    );
  });
});

describe('exemptions of mixtures in the words of the law', () => {
  const all = new Set(law.controls.flatMap(({ exemptions }) => exemptions));
  const read = [...all].flatMap((words) => mixtureExemption(words) ?? []);

  it('gives a figure where the words have one', () => {
    expect(mixtureExemption('mixtures of not more than 2.2 percent iodine (21 CFR 1310.12)')).toEqual({
      percent: '2.2',
      tradeOnly: false,
    });
    expect(
      mixtureExemption(
        'import and export: mixtures of not more than 40% are excepted (MOFCOM announcement of 2007-05-16)',
      ),
    ).toEqual({ percent: '40', tradeOnly: true });
    expect(read.some(({ percent }) => percent !== null)).toBe(true);
  });

  it('gives none where the figure was not read, or the words ask for more than a figure', () => {
    for (const words of all) {
      if (/not read|easily used|photoresist/.test(words))
        expect(mixtureExemption(words), words).toMatchObject({ percent: null });
    }
    expect(read.some(({ percent }) => percent === null)).toBe(true);
  });

  it('is silent on other exemptions', () => {
    expect(mixtureExemption('not where specifically exempted or listed in another schedule')).toBeNull();
  });
});

describe('the share of a row', () => {
  const iodine = law.controls.find(({ id }) => id === 'us:iodine:1')!;
  const us = screenerOf(law);
  const screen = (cells: Partial<Record<Role, string>>) => us.screen(rowOf(cells));

  it('within an exemption whose figure was read: review, with the words of the exemption', () => {
    const row = screen({ name: 'Iodine', concentration: '2 %' });
    expect(iodine.exemptions.join()).toContain('2.2 percent');
    expect(row.verdict).toBe('review');
    expect(row.jurisdictions).toEqual({ US: 'review' });
    expect(row.controls).toEqual(['us:iodine:1']);
    expect(row.reasons).toEqual([
      expect.objectContaining({
        code: 'mixture-may-be-exempt',
        data: { control: 'us:iodine:1', share: '2 %', limit: '2.2' },
      }),
    ]);
  });

  it('above the exemption: controlled', () => {
    const row = screen({ name: 'Iodine', concentration: '2.3 %' });
    expect(row.verdict).toBe('controlled');
    expect(row.reasons.map(({ code }) => code)).toEqual(['mixture-above-limit']);
  });

  it('of an exemption whose figure was not read: controlled, and the doubt is named', () => {
    const row = screen({ name: 'Acetone', concentration: '5 %' });
    expect(row.verdict).toBe('controlled');
    expect(row.reasons.map(({ code }) => code)).toEqual(['mixture-exemption-not-read']);
  });

  it('an exemption for import and export counts for these alone', () => {
    const row = rowOf({ name: 'Acetone', concentration: '35 %' });
    const at = (activity: 'export' | 'sell' | null) =>
      screenerOf(law, { in: ['CN'], activity })
        .screen(row)
        .reasons.map(({ code }) => code);
    expect(at('sell')).toContain('mixture-exempt-in-trade');
    expect(at(null)).toContain('mixture-exempt-in-trade');
    expect(at('export')).toContain('mixture-may-be-exempt');
  });

  it('may stand in the words that name the only goods', () => {
    expect(
      screen({ description: 'Iodine solution 2 %, 10 bottles' }).reasons.map(({ code }) => code),
    ).toEqual(['mixture-may-be-exempt']);
    expect(screen({ description: 'Iodine solution 2 %, 10 bottles, and acetone' }).reasons).toEqual([]);
    expect(shareInWords('Acetone 10-20 % in water')).toBeNull();
    expect(shareInWords('Acetone 20 %, toluene 30 %')).toBeNull();
    expect(shareInWords('Acetone')).toBeNull();
  });

  it('of goods sold as themselves is no mixture', () => {
    expect(screen({ name: 'Acetone', concentration: '99.5 %' }).reasons).toEqual([]);
  });

  it('never clears a row, and only ever makes controlled a question for a person', () => {
    const names = fc.constantFrom('Iodine', 'Acetone', 'Toluene', 'Piperidine', 'Fentanyl');
    fc.assert(
      fc.property(names, fc.integer({ min: 0, max: 100 }), (name, percent) => {
        const [without, within] = [screen({ name }), screen({ name, concentration: `${percent} %` })];
        expect(without.verdict).toBe('controlled');
        expect(['controlled', 'review']).toContain(within.verdict);
        expect(within.controls).toEqual(without.controls);
      }),
    );
  });

  it('that cannot be read is a problem where an exemption asks for it, and nowhere else', () => {
    expect(screen({ name: 'Acetone', concentration: 'about half, 1 mg/mL' }).problems).toEqual([
      expect.objectContaining({ code: 'share-form', column: 'concentration' }),
    ]);
    expect(screen({ structure: 'CC(=O)Oc1ccccc1C(=O)O', concentration: '1 mg/mL' }).problems).toEqual([]);
  });
});

describe('the quantity of a row', () => {
  const us = screenerOf(law);
  const screen = (cells: Partial<Record<Role, string>>) => us.screen(rowOf(cells));

  it('is held against the thresholds of the entries, and changes no status', () => {
    const below = screen({ name: 'Piperidine', quantity: '400 g' });
    const above = screen({ name: 'Piperidine', quantity: '0.5 kg' });
    expect(below.reasons.map(({ code }) => code)).toEqual(['below-threshold']);
    expect(above.reasons.map(({ code }) => code)).toEqual(['at-or-above-threshold']);
    expect(below.reasons[0]!.text).toContain('unverified');
    expect([below.verdict, above.verdict]).toEqual(['controlled', 'controlled']);
  });

  it('takes its unit from the head of the column where the cell has none', () => {
    const roles = { ...rolesOfNameAnd('Qty (kg)') };
    const row = screenerOf(law, { roles }).screen({
      row: 1,
      cells: { name: 'Piperidine', 'Qty (kg)': '0.4' },
      problems: [],
    });
    expect(row.reasons.map(({ code }) => code)).toEqual(['below-threshold']);
    expect(row.problems).toEqual([]);
  });

  it('takes its unit from a column of units', () => {
    const roles = rolesOfNameAnd('Cantidad');
    const row = { row: 1, cells: { name: 'Piperidine', Cantidad: '0.4', UMT: 'kg' }, problems: [] };
    expect(
      screenerOf(law, { roles })
        .screen(row)
        .reasons.map(({ code }) => code),
    ).toEqual(['below-threshold']);
  });

  it('with its packaging is held against no threshold, and said', () => {
    const roles = rolesOfNameAnd('Gross weight');
    const row = { row: 1, cells: { name: 'Piperidine', 'Gross weight': '0.6 kg' }, problems: [] };
    const screened = screenerOf(law, { roles }).screen(row);
    expect(screened.reasons).toEqual([]);
    expect(screened.problems).toEqual([
      expect.objectContaining({ code: 'quantity-gross', column: 'Gross weight' }),
    ]);
  });

  it('without a unit is a problem where a threshold asks for it, and nowhere else', () => {
    expect(screen({ name: 'Piperidine', quantity: '400' }).problems).toEqual([
      expect.objectContaining({ code: 'quantity-unit-missing', column: 'quantity' }),
    ]);
    expect(screen({ structure: 'CC(=O)Oc1ccccc1C(=O)O', quantity: '400' }).problems).toEqual([]);
  });

  it('of a threshold in words gives the words', () => {
    expect(screen({ name: 'NPP', cas: '39742-60-4', quantity: '1 g' }).reasons).toEqual([
      expect.objectContaining({ code: 'threshold-in-words' }),
    ]);
  });
});

function rolesOfNameAnd(quantity: string) {
  return {
    structure: null,
    name: 'name',
    cas: null,
    hs: null,
    quantity,
    concentration: null,
    description: null,
  };
}
