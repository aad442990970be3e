import type { Jurisdiction, RowVerdict, ScreenedRow } from '@custody/core';
import { day } from '@custody/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packPiece, ROWS_PER_PIECE, VERDICTS } from './packed-piece.ts';
import { PackedRows } from './packed-rows.ts';
import { EVERY_ROW, isShown, type RowFilter } from './row-filter.ts';

const AS_OF = { on: day('2026-11-22'), known: null, law: 'sha256:0' };
const COLUMNS = ['name', 'CAS'];

const PROBLEM = { code: 'cas-check-digit', message: 'wrong', column: 'CAS' };
const GOODS = {
  id: 'fentanyl',
  inchikey: null,
  name: 'Fentanyl',
  match: 'exact',
  from: 'fentanyl',
  column: 'name',
} as const;

interface Seed {
  readonly verdict: RowVerdict;
  readonly name: string;
  readonly found: boolean;
  readonly wrong: boolean;
  readonly other: boolean;
}

const ANY: Seed = { verdict: 'review', name: 'Salt', found: true, wrong: true, other: false };

function rowOf({ verdict, name, found, wrong, other }: Seed, at: number): ScreenedRow {
  const jurisdictions: Partial<Record<Jurisdiction, 'controlled' | 'unknown'>> = {
    US: found ? 'controlled' : 'unknown',
    CN: 'unknown',
  };
  return {
    row: at + 1,
    input: other ? { name, note: 'late' } : { name, CAS: '1-2-3' },
    goods: found ? [GOODS] : [],
    verdict,
    jurisdictions,
    controls: found ? ['us:fentanyl:0'] : [],
    bases: found ? ['named'] : [],
    deciding: ['US'],
    reasons: [],
    problems: wrong ? [PROBLEM] : [],
    asOf: AS_OF,
  };
}

const seeds = fc.array(
  fc.record({
    verdict: fc.constantFrom(...VERDICTS),
    name: fc.constantFrom('fentanyl', 'Salt', '芬太尼', 'a "quoted"\ncell', ''),
    found: fc.boolean(),
    wrong: fc.boolean(),
    other: fc.boolean(),
  }),
  { maxLength: 3 * ROWS_PER_PIECE },
);

const filters: fc.Arbitrary<RowFilter> = fc.record({
  verdicts: fc.subarray([...VERDICTS]),
  places: fc.subarray(['US', 'CN'] as const),
  bases: fc.subarray(['named', 'class'] as const),
  problem: fc.constantFrom(null, '', 'cas-check-digit', 'not-found'),
  text: fc.constantFrom('', 'FENT', '芬太', 'quoted', 'nothing'),
});

function filled(rows: readonly ScreenedRow[]): PackedRows {
  const packed = new PackedRows(COLUMNS, AS_OF);
  addAll(packed, rows);
  return packed;
}

function addAll(packed: PackedRows, rows: readonly ScreenedRow[]): void {
  for (let from = 0; from < rows.length; from += ROWS_PER_PIECE) {
    packed.add(packPiece(COLUMNS, rows.slice(from, from + ROWS_PER_PIECE)));
  }
}

describe('packed rows', () => {
  test('come back as they went in, in their order', () => {
    fc.assert(
      fc.property(seeds, (all) => {
        const rows = all.map(rowOf);
        expect([...filled(rows).all(EVERY_ROW)]).toEqual(rows);
      }),
      { numRuns: 30 },
    );
  });

  test('a page of a filter is the same part of the rows that fit it', () => {
    fc.assert(
      fc.property(
        seeds,
        filters,
        fc.nat(400),
        fc.integer({ min: 1, max: 60 }),
        (all, filter, from, count) => {
          const rows = all.map(rowOf);
          const fitting = rows.filter((row) => isShown(row, filter));
          const page = filled(rows).page(filter, from, count);
          expect(page.total).toBe(fitting.length);
          expect(page.rows.map(({ screened }) => screened)).toEqual(fitting.slice(from, from + count));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a filter that was asked about before goes on with the rows that came since', () => {
    fc.assert(
      fc.property(seeds, filters, (late, filter) => {
        const early = Array.from({ length: ROWS_PER_PIECE }, (_, at) =>
          rowOf(late[at % late.length] ?? ANY, at),
        );
        const rows = [...early, ...late.map((seed, at) => rowOf(seed, ROWS_PER_PIECE + at))];
        const packed = filled(early);
        packed.page(filter, 0, 10);
        addAll(packed, rows.slice(ROWS_PER_PIECE));
        const fitting = rows.filter((row) => isShown(row, filter)).map(({ row }) => row);
        expect(packed.page(filter, 0, rows.length).rows.map(({ screened }) => screened.row)).toEqual(fitting);
      }),
      { numRuns: 30 },
    );
  });

  test('a row is found by its number, with its neighbours among those shown', () => {
    const rows = Array.from({ length: 2 * ROWS_PER_PIECE + 5 }, (_, at) =>
      rowOf(
        {
          verdict: at % 10 === 0 ? 'controlled' : 'outside',
          name: 'Salt',
          found: false,
          wrong: false,
          other: false,
        },
        at,
      ),
    );
    const packed = filled(rows);
    expect(packed.find(EVERY_ROW, 1)).toMatchObject({ before: null, after: 2 });
    expect(packed.find(EVERY_ROW, rows.length)).toMatchObject({ before: rows.length - 1, after: null });
    const controlled: RowFilter = { ...EVERY_ROW, verdicts: ['controlled'] };
    expect(packed.find(controlled, 301)).toMatchObject({ before: 291, after: 311, screened: { row: 301 } });
    expect(packed.find(controlled, 305)).toMatchObject({ before: 301, after: 311 });
    expect(packed.find(EVERY_ROW, rows.length + 1)).toBeNull();
  });

  test('counts what the rows came to', () => {
    fc.assert(
      fc.property(seeds, (all) => {
        const rows = all.map(rowOf);
        const tally = filled(rows).tally();
        expect(tally.rows).toBe(rows.length);
        for (const verdict of VERDICTS) {
          expect(tally.verdicts[verdict]).toBe(rows.filter((row) => row.verdict === verdict).length);
        }
        const found = all.filter((one) => one.found).length;
        expect(tally.places.US ?? 0).toBe(found);
        expect(tally.places.CN ?? 0).toBe(0);
        expect(tally.bases.named ?? 0).toBe(found);
        expect(tally.withProblems).toBe(all.filter((one) => one.wrong).length);
        expect(tally.problems['cas-check-digit'] ?? 0).toBe(tally.withProblems);
      }),
      { numRuns: 30 },
    );
  });
});
