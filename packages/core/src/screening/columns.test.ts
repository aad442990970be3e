import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLaw } from '../node/law-file.ts';
import { findColumns } from './columns.ts';
import type { ColumnRoles, Role } from './screened-row.ts';
import { NO_COLUMNS, table } from './test/rows.ts';

const law = loadLaw();

function found(lines: string, given: Partial<Record<Role, string>> = {}) {
  const { columns, rows } = table(lines);
  return findColumns(columns, rows, given, law);
}

/** The roles that were given a column. */
function rolesOf(lines: string, given: Partial<Record<Role, string>> = {}): Partial<ColumnRoles> {
  const { roles } = found(lines, given);
  return Object.fromEntries(Object.entries(roles).filter(([, column]) => column !== null));
}

const ENGLISH = `
  No. | Product name        | CAS No.    | Quantity | Purity | HS code | Supplier
  1   | Acetone             | 67-64-1    | 200 L    | 99 %   | 2914.11 | Example Trading Ltd
  2   | Piperidine          | 110-89-4   | 25 kg    | 98 %   | 2933.32 | Example Trading Ltd
  3   | Ascorbic acid       | 50-81-7    | 5 kg     | 99.5 % | 2936.27 | Muster Handels GmbH
`;

describe('columns by their heads and content', () => {
  it('reads an English catalogue', () => {
    expect(found(ENGLISH)).toEqual({
      roles: {
        ...NO_COLUMNS,
        name: 'Product name',
        cas: 'CAS No.',
        quantity: 'Quantity',
        concentration: 'Purity',
        hs: 'HS code',
      },
      problems: [],
    });
  });

  it('reads Chinese heads', () => {
    const lines = `
      序号 | 品名     | CAS号     | 数量   | 含量  | 海关编码   | 供应商
      1    | 丙酮     | 67-64-1   | 200升  | 99%   | 2914110000 | 某公司
      2    | 高锰酸钾 | 7722-64-7 | 25公斤 | 99.3% | 2841610000 | 某公司
    `;
    expect(rolesOf(lines)).toEqual({
      name: '品名',
      cas: 'CAS号',
      quantity: '数量',
      concentration: '含量',
      hs: '海关编码',
    });
  });

  it('reads Spanish heads', () => {
    const lines = `
      Nombre del producto  | Número CAS | Cantidad | Concentración | Fracción arancelaria | Proveedor
      Acetona              | 67-64-1    | 200 L    | 99 %          | 2914.11.01           | Ejemplo SA
      Ácido fenilacético   | 103-82-2   | 25 kg    | 98 %          | 2916.34.01           | Ejemplo SA
    `;
    expect(rolesOf(lines)).toEqual({
      name: 'Nombre del producto',
      cas: 'Número CAS',
      quantity: 'Cantidad',
      concentration: 'Concentración',
      hs: 'Fracción arancelaria',
    });
  });

  it('needs no heads: structures, numbers, quantities and tariff codes tell themselves', () => {
    const lines = `
      column 1                | column 2 | column 3  | column 4 | column 5
      CC(C)=O                 | Acetone  | 67-64-1   | 200 L    | 2914.11
      C1CCNCC1                | Piperidine | 110-89-4 | 25 kg   | 2933.32
      CC(=O)Oc1ccccc1C(=O)O   | Aspirin  | 50-78-2   | 5 kg     | 2918.22
    `;
    expect(rolesOf(lines)).toEqual({
      structure: 'column 1',
      name: 'column 2',
      cas: 'column 3',
      quantity: 'column 4',
      hs: 'column 5',
    });
  });

  it('takes letters for structures only under a head that says so', () => {
    expect(rolesOf('SMILES | id\nCCO | 17\nCCN | 18')).toEqual({ structure: 'SMILES' });
    expect(rolesOf('Product | id\nCCO | 17\nCCN | 18')).toEqual({ name: 'Product' });
  });

  it('takes a line of several words for free text', () => {
    const lines = `
      Goods description
      4-Piperidone hydrochloride monohydrate 98% CAS 40064-34-4, 200 kg
      Spare parts for the turbine hall, in wooden cases, used
    `;
    expect(rolesOf(lines)).toEqual({ description: 'Goods description' });
  });

  it('reads a column of free text beside a column of names', () => {
    const lines = `
      Item     | Remarks
      Acetone  | technical grade, in steel drums of 200 L, from stock
      Toluene  | mixed with ten parts of another solvent, see the sheet
    `;
    expect(rolesOf(lines)).toEqual({ name: 'Item', description: 'Remarks' });
  });

  it('gives a column that is half names and half numbers one role, to be read cell by cell', () => {
    const { roles, problems } = found('Goods\nAcetone\n110-89-4\nPiperonal\n103-82-2');
    expect([roles.name, roles.cas]).toContain('Goods');
    expect(problems).toEqual([]);
  });

  it('reads a second column of names as free text, so that no language is lost', () => {
    const lines = `
      Name (English) | 中文名称
      Acetone        | 丙酮
      Solvent A      | 高锰酸钾
    `;
    const { roles, problems } = found(lines);
    expect(new Set([roles.name, roles.description])).toEqual(new Set(['Name (English)', '中文名称']));
    expect(problems).toEqual([]);
  });

  it('takes no column of firms, prices or running numbers for goods', () => {
    const lines = `
      No. | Supplier            | Price USD | Product
      1   | Example Trading Ltd | 1200      | Toluene
      2   | Muster Handels GmbH | 950       | Xylene
    `;
    expect(rolesOf(lines)).toEqual({ name: 'Product' });
  });

  it('takes no catalogue code for a name, unless the head says that it is one', () => {
    const lines = `
      SMILES   | Catalogue number | %s
      CC(C)=O  | AB12345          | ABC0001
      C1CCNCC1 | AB12346          | ABC0002
    `;
    expect(rolesOf(lines.replace('%s', 'zinc_id'))).toEqual({ structure: 'SMILES' });
    expect(rolesOf(lines.replace('%s', 'column 3'))).toEqual({ structure: 'SMILES' });
    expect(rolesOf(lines.replace('%s', 'Product'))).toEqual({ structure: 'SMILES', name: 'Product' });
  });

  it('prefers structures with stereochemistry, and says so', () => {
    const { roles, problems } = found(`
      canonical_smiles | isomeric_smiles
      CC(C)=O          | CC(C)=O
    `);
    expect(roles.structure).toBe('isomeric_smiles');
    expect(problems.map(({ code }) => code)).toEqual(['columns-alike']);
  });

  it('keeps a column of numbers that cannot be read, where its head speaks of nothing else', () => {
    expect(rolesOf('Name | CAS\nAcetone | 1\nToluene | pending')).toEqual({ name: 'Name', cas: 'CAS' });
    expect(rolesOf('CAS name | Remark\n2-Propanone | a\nMethylbenzene | b').name).toBe('CAS name');
  });

  it('keeps columns that are blank in the sample, by their heads', () => {
    const heads = 'SMILES | CAS | Product | HS code | Qty | Purity | Description';
    expect(rolesOf(heads)).toEqual({
      structure: 'SMILES',
      cas: 'CAS',
      name: 'Product',
      hs: 'HS code',
      quantity: 'Qty',
      concentration: 'Purity',
      description: 'Description',
    });
  });

  it('takes net masses before gross masses', () => {
    const lines = `
      Goods   | Gross weight | Net weight
      Acetone | 210 kg       | 200 kg
      Toluene | 95 kg        | 90 kg
    `;
    expect(rolesOf(lines)).toEqual({ name: 'Goods', quantity: 'Net weight' });
    expect(rolesOf('Goods | Gross weight\nAcetone | 210 kg')).toEqual({
      name: 'Goods',
      quantity: 'Gross weight',
    });
  });

  it('takes what one tablet holds for no quantity', () => {
    const lines = `
      Drug             | Strength
      Morphine tablets | 10 mg
      Fentanyl patch   | 50 mcg
    `;
    expect(rolesOf(lines)).toEqual({ name: 'Drug' });
  });

  it('takes no running number for a tariff code', () => {
    expect(rolesOf('Name | Item number\nAcetone | 2914\nToluene | 2915').hs).toBeUndefined();
  });
});

describe('what is said of columns', () => {
  it('a named column wins over what stands in the others', () => {
    expect(rolesOf(ENGLISH, { name: 'Supplier' }).name).toBe('Supplier');
  });

  it('a named column is known again in other letters, where that leaves no doubt', () => {
    expect(rolesOf(ENGLISH, { cas: 'cas no.' }).cas).toBe('CAS No.');
  });

  it('a named column that is not there leaves its role empty, and the columns are listed', () => {
    const { roles, problems } = found(ENGLISH, { cas: 'CASRN' });
    expect(roles.cas).toBeNull();
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'column-missing',
        message: expect.stringContaining('“Product name”, “CAS No.”, “Quantity”') as string,
      }),
    ]);
  });

  it('of two columns of structures it says which was taken', () => {
    const lines = `
      smiles_a | smiles_b
      CC(C)=O  | CC(C)=O
      C1CCNCC1 | C1CCNCC1
    `;
    const { roles, problems } = found(lines);
    expect(roles.structure).toBe('smiles_a');
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'columns-alike',
        data: { role: 'structure', column: 'smiles_a', columns: 'smiles_a, smiles_b' },
      }),
    ]);
  });

  it('says so where no column says what the goods are', () => {
    expect(found('Price | Date\n12 | 2026-01-05\n15 | 2026-01-06').problems).toEqual([
      expect.objectContaining({ code: 'columns-unclear' }),
    ]);
    expect(findColumns([], [], {}, law).roles).toEqual(NO_COLUMNS);
  });

  it('no table throws, and each role has a column of the table, no column two roles', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '437-38-7',
        'CCO',
        'C1CCNCC1',
        '25 kg',
        '99 %',
        '2933.39',
        'Acetone',
        '丙酮',
        '',
        '2764-07-02',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    const heads = fc.uniqueArray(
      fc.oneof(
        fc.constantFrom('Name', 'CAS', 'SMILES', 'Qty', '品名', '__proto__', ''),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 6 },
    );
    const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(heads, rows, (columns, data) => {
        const sample = data.map((cells, at) => ({
          row: at + 1,
          cells: Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])),
          problems: [],
        }));
        const { roles } = findColumns(columns, sample, {}, law);
        const taken = Object.values(roles).filter((column) => column !== null);
        expect(columns).toEqual(expect.arrayContaining(taken));
        expect(new Set(taken).size).toBe(taken.length);
      }),
      { numRuns: 200 },
    );
  });

  it('the order of the columns changes nothing', () => {
    const { columns, rows } = table(ENGLISH);
    const before = findColumns(columns, rows, {}, law);
    fc.assert(
      fc.property(fc.shuffledSubarray([...columns], { minLength: columns.length }), (order) => {
        expect(findColumns(order, rows, {}, law)).toEqual(before);
      }),
    );
  });
});
