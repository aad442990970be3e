import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../kernel/index.ts';
import { loadLaw } from '../node/law-file.ts';
import {
  differenceOf,
  differences,
  ROWS_AHEAD,
  tallyDifferences,
  type RowDifference,
} from './differences.ts';
import { readKeptRow } from './kept-rows.ts';
import { recordOf } from './screen-record.ts';
import type { ScreenedRow } from './screened-row.ts';
import { NO_COLUMNS, ROLE_COLUMNS, screenerOf, screenTable } from './test/rows.ts';

const law = loadLaw();

const CATALOGUE = `
  Product     | CAS No.
  4-AP        | 23056-29-3
  Acetone     | 67-64-1
  Blue 15:3   |
  Fentanyl    | 437-38-7
`;

async function all(earlier: readonly ScreenedRow[], later: readonly ScreenedRow[]): Promise<RowDifference[]> {
  const found: RowDifference[] = [];
  for await (const one of differences(earlier, later)) found.push(one);
  return found;
}

describe('a catalogue screened before and after a law starts', () => {
  const before = screenTable(law, CATALOGUE, { on: day('2020-05-14') });
  const after = screenTable(law, CATALOGUE, { on: day('2020-05-15') });

  it('differs in the one line the law is about', async () => {
    const found = await all(before, after);
    expect(found).toEqual([
      {
        kind: 'answer',
        row: 1,
        earlierRow: 1,
        input: { Product: '4-AP', 'CAS No.': '23056-29-3' },
        verdict: { from: before[0]!.verdict, to: 'controlled' },
        jurisdictions: [{ jurisdiction: 'US', from: before[0]!.verdict, to: 'controlled' }],
        controls: { gained: ['us:4-anilinopiperidine:1'], lost: [] },
        goods: { gained: [], lost: [] },
      },
    ]);
    expect(tallyDifferences(found)).toEqual({
      added: 0,
      removed: 0,
      answers: 1,
      verdicts: { [`${before[0]!.verdict} > controlled`]: 1 },
    });
  });

  it('and in none where nothing was asked otherwise', async () => {
    expect(await all(after, screenTable(law, CATALOGUE, { on: day('2020-05-15') }))).toEqual([]);
  });

  it('says which jurisdictions were not asked before', () => {
    const wider = screenTable(law, CATALOGUE, { on: day('2020-05-15'), in: ['US', 'CN'] });
    const difference = differenceOf(after[3]!, wider[3]!);
    expect(difference?.jurisdictions).toEqual([{ jurisdiction: 'CN', from: null, to: 'controlled' }]);
    expect(difference?.controls.lost).toEqual([]);
  });
});

describe('a catalogue that has changed', () => {
  const rows = screenTable(law, CATALOGUE);
  const numbered = (some: readonly ScreenedRow[]) => some.map((row, at) => ({ ...row, row: at + 1 }));

  it('names a row that was put in and one that was taken out, and holds the others against each other', async () => {
    const later = numbered([rows[2]!, rows[0]!, rows[3]!]);
    const found = await all(numbered([rows[0]!, rows[1]!, rows[3]!]), later);
    expect(
      found.map(({ kind, row, earlierRow, input }) => [kind, row, earlierRow, input['Product']]),
    ).toEqual([
      ['added', 1, null, 'Blue 15:3'],
      ['removed', null, 2, 'Acetone'],
    ]);
    expect(found[0]!.verdict).toEqual({ from: null, to: 'unknown' });
    expect(found[1]!.verdict).toEqual({ from: 'controlled', to: null });
  });

  it('every row of both is accounted for, whatever was moved', async () => {
    const pick = fc.array(fc.constantFrom(...rows), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(pick, pick, async (one, other) => {
        const [earlier, later] = [numbered(one), numbered(other)];
        const found = await all(earlier, later);
        const added = found.filter(({ kind }) => kind === 'added').length;
        const removed = found.filter(({ kind }) => kind === 'removed').length;
        expect(earlier.length - removed).toBe(later.length - added);
        expect(found.every(({ kind }) => kind !== 'answer')).toBe(true);
        const order = found.flatMap(({ row }) => row ?? []);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it('looks no further ahead than it says, and still accounts for every row', async () => {
    const many = numbered(new Array<ScreenedRow>(ROWS_AHEAD + 50).fill(rows[1]!));
    const found = await all(numbered([...many, rows[0]!]), numbered([rows[0]!]));
    expect(tallyDifferences(found)).toMatchObject({ removed: ROWS_AHEAD + 50 + 1, added: 1 });
  });
});

describe('a result that was kept', () => {
  const [row] = screenerRows();

  it('is read again as it was', () => {
    expect(readKeptRow(JSON.parse(JSON.stringify(row)))).toEqual({ ok: true, value: row });
  });

  it('is compared with what is asked anew of the same cells', () => {
    const kept = readKeptRow(JSON.parse(JSON.stringify(row)));
    if (!kept.ok) throw new Error(kept.problem.message);
    const anew = screenerOf(law).screen({ row: kept.value.row, cells: kept.value.input, problems: [] });
    expect(differenceOf(kept.value, anew)).toBeNull();
  });

  it('may lack what older programs did not write', () => {
    const { bases: _, reasons: __, deciding: ___, problems: ____, ...less } = row!;
    expect(readKeptRow(less)).toMatchObject({ ok: true, value: { bases: [], reasons: [], problems: [] } });
  });

  it.each([
    ['row', { row: 'one' }],
    ['input', { input: { a: 1 } }],
    ['verdict', { verdict: 'fine' }],
    ['jurisdictions', { jurisdictions: { US: 'unreadable' } }],
    ['jurisdictions', { jurisdictions: { Utopia: 'controlled' } }],
    ['controls', { controls: [1] }],
    ['goods', { goods: [{ match: 'maybe' }] }],
    ['problems', { problems: 'none' }],
    ['asOf', { asOf: { law: 'sha256:', on: '2026-02-30' } }],
  ])('that is wrong in %s is refused', (field, wrong) => {
    expect(readKeptRow({ ...row, ...wrong })).toMatchObject({
      ok: false,
      problem: { code: 'kept-row-form', data: { field } },
    });
  });

  it('never throws for anything JSON can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readKeptRow(value).ok).toBe(false);
      }),
    );
  });

  it('is headed by the question and the columns, so that it can be asked again', () => {
    const options = {
      on: day('2026-07-01'),
      known: null,
      in: null,
      activity: 'export' as const,
      from: 'US',
      to: null,
      roles: { ...NO_COLUMNS, name: 'Product' },
      keys: 'found' as const,
    };
    expect(recordOf(law, options, 'custody 0.3.0')).toEqual({
      law: law.digest,
      on: '2026-07-01',
      known: null,
      in: null,
      activity: 'export',
      from: 'US',
      to: null,
      columns: options.roles,
      madeBy: 'custody 0.3.0',
    });
  });
});

function screenerRows(): readonly ScreenedRow[] {
  const screener = screenerOf(law, { roles: ROLE_COLUMNS });
  return [
    screener.screen({ row: 7, cells: { name: 'ANPP', cas: '39742-60-4', quantity: '2 g' }, problems: [] }),
  ];
}
