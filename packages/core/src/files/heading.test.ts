import { describe, expect, test } from 'vitest';
import { findHeading, looksLikeData, uniqueColumns } from './heading.ts';
import { isHeadingWord } from './heading-words.ts';

const columnsOf = (rows: readonly (readonly string[])[]): readonly string[] =>
  findHeading(rows, 'found').columns;
const codesOf = (rows: readonly (readonly string[])[]): readonly string[] =>
  findHeading(rows, 'found').problems.map((problem) => problem.code);

describe('the heading of a table', () => {
  test.each([
    [['SMILES', 'Name', 'CAS No.']],
    [['Product name', 'CAS Number', 'HS code', 'Net weight (kg)']],
    [['品名', 'CAS号', '海关编码', '数量']],
    [['Nombre del producto', 'N.º CAS', 'Cantidad']],
    [['Bezeichnung', 'Menge']],
    [['Catalog #', 'Compound', 'MW', 'Purity']],
  ])('is known by its words: %j', (heading) => {
    const row = heading.map((_, at) => (at === 0 ? 'Acetone' : '67-64-1'));
    expect(columnsOf([heading, row])).toEqual(heading);
    expect(findHeading([heading, row], 'found').skip).toBe(1);
  });

  test('is known by what stands below it', () => {
    expect(
      columnsOf([
        ['Artikl', 'Kolicina'],
        ['Aceton', '25'],
        ['Etanol', '10 kg'],
      ]),
    ).toEqual(['Artikl', 'Kolicina']);
    expect(
      columnsOf([
        ['Stuff', 'Formula in lines'],
        ['Acetone', 'CC(=O)C'],
        ['Benzene', 'c1ccccc1'],
      ]),
    ).toEqual(['Stuff', 'Formula in lines']);
  });

  test.each([
    { why: 'a plain list of names', rows: [['Acetone'], ['Benzene'], ['Toluene']] },
    { why: 'a list of structures', rows: [['CCO'], ['c1ccccc1']] },
    { why: 'a list of CAS numbers', rows: [['67-64-1'], ['71-43-2']] },
    {
      why: 'goods in the first row like in the others',
      rows: [
        ['Acetone', '67-64-1'],
        ['Benzene', '71-43-2'],
      ],
    },
    {
      why: 'two columns of words',
      rows: [
        ['Acetone', 'Alpha Trading'],
        ['Benzene', 'Beta Trading'],
      ],
    },
  ])('is not made of goods: $why', ({ rows }) => {
    const heading = findHeading(rows, 'found');
    expect(heading.skip).toBe(0);
    expect(heading.columns[0]).toBe('column 1');
    expect(heading.problems.map((problem) => problem.code)).toEqual(['heading-none']);
  });

  test('may stand below a title, which is said', () => {
    const rows = [['Price list 2025'], [''], ['Name', 'CAS', 'Quantity'], ['Acetone', '67-64-1', '25 kg']];
    const heading = findHeading(rows, 'found');
    expect(heading.skip).toBe(3);
    expect(heading.columns).toEqual(['Name', 'CAS', 'Quantity']);
    expect(heading.problems[0]).toMatchObject({
      code: 'heading-above',
      data: { rows: 2, words: 'Price list 2025' },
    });
  });

  test('names each column once', () => {
    const { columns, problems } = uniqueColumns(['Name', ' Name ', '', 'CAS', '', '__proto__', 'column 3']);
    expect(columns).toEqual([
      'Name',
      'Name (2)',
      'column 3',
      'CAS',
      'column 5',
      '__proto__ (2)',
      'column 3 (2)',
    ]);
    expect(problems.every((problem) => problem.code === 'column-renamed')).toBe(true);
    expect(problems).toHaveLength(5);
  });

  test('is as wide as most rows: one row that is too long makes no column', () => {
    expect(
      columnsOf([
        ['Name', 'CAS'],
        ['a', '67-64-1'],
        ['b', '71-43-2', 'x'],
        ['c', '50-00-0'],
      ]),
    ).toEqual(['Name', 'CAS']);
    expect(
      columnsOf([
        ['Name', 'CAS'],
        ['a', '67-64-1', 'x'],
        ['b', '71-43-2', 'x'],
      ]),
    ).toEqual(['Name', 'CAS', 'column 3']);
    expect(
      codesOf([
        ['Name', 'CAS'],
        ['a', '67-64-1', 'x'],
      ]),
    ).toEqual(['column-renamed']);
  });

  test('is as the caller says', () => {
    const rows = [['Acetone'], ['Benzene']];
    expect(findHeading(rows, 'first-row')).toMatchObject({ skip: 1, columns: ['Acetone'] });
    expect(findHeading([['Name'], ['Acetone']], 'none')).toMatchObject({ skip: 0, columns: ['column 1'] });
  });
});

test.each([
  '67-64-1',
  '25 kg',
  '12.5',
  '1,250.00',
  '99%',
  'CC(=O)C',
  'c1ccccc1',
  '[Na+].[Cl-]',
  'InChI=1S/CH4/h1H4',
  '2933.39',
])('%s is data', (cell) => {
  expect(looksLikeData(cell)).toBe(true);
});

test.each(['Name', 'CAS No', 'Acetone', 'net weight (kg)', 'hs_code', 'N.º CAS', ''])(
  '%s may head a column',
  (cell) => {
    expect(looksLikeData(cell)).toBe(false);
  },
);

test.each(['Acetone', 'Sodium chloride', 'Aniline', 'Paracetamol', 'CCO', '丙酮', 'Acetona'])(
  '%s is no word of a heading',
  (cell) => {
    expect(isHeadingWord(cell)).toBe(false);
  },
);
