import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_QUESTION_CHARACTERS, readQuestion } from './question.ts';
import type { Reading } from './question.ts';

function readings(text: string): readonly Reading[] {
  const read = readQuestion(text);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.readings;
}
const first = (text: string): Reading => readings(text)[0]!;

describe('what a text can be', () => {
  it.each([
    ['437-38-7', '437-38-7'],
    ['CAS 437-38-7', '437-38-7'],
    ['CAS No. 39742-60-4', '39742-60-4'],
    ['CAS RN: 39742–60–4', '39742-60-4'],
    ['cas#437387', '437-38-7'],
    ['[437-38-7]', '437-38-7'],
    ['CAS号：437-38-7', '437-38-7'],
    ['０437-38-7', '437-38-7'],
  ])('%s is a CAS number', (text, number) => {
    expect(first(text)).toEqual({ kind: 'cas', number, fits: number });
  });

  it('says which check digit would fit', () => {
    expect(first('1609-66-5')).toEqual({ kind: 'cas', number: '1609-66-5', fits: '1609-66-1' });
    expect(first('CAS 28578-16-')).toEqual({ kind: 'cas-truncated', body: '28578-16', fits: '28578-16-7' });
  });

  it('does not take a date or a range for a CAS number', () => {
    expect(first('2022-09-01').kind).toBe('name');
    expect(first('25-30').kind).toBe('name');
  });

  it.each([
    ['2933.39', '293339', false],
    ['2933.39.00', '29333900', false],
    ['2933 39', '293339', false],
    ['HS 2933 39', '293339', true],
    ['HS Code: 2933.39', '293339', true],
    ['fracción 2915.24.01', '29152401', true],
    ['商品编号2933399073', '2933399073', true],
    ['HTS 2933.37.0000', '2933370000', true],
    ['HS 2933', '2933', true],
    ['293339', '293339', false],
  ])('%s is an HS code', (text, digits, labelled) => {
    expect(first(text)).toEqual({ kind: 'hs', digits, labelled });
  });

  it.each([
    ['UN1815', 'UN1815'],
    ['UN 1815', 'UN1815'],
    ['UN No. 1815', 'UN1815'],
    ['ONU 1815', 'UN1815'],
  ])('%s is a UN number', (text, number) => {
    expect(first(text)).toEqual({ kind: 'un', number });
  });

  it('reads other registries only by their label or shape', () => {
    expect(first('DEA 8333')).toEqual({ kind: 'registry-code', registry: 'dea', code: '8333' });
    expect(first('DEA code 8333')).toEqual({ kind: 'registry-code', registry: 'dea', code: '8333' });
    expect(first('8333').kind).toBe('name');
    expect(first('207-113-6')).toEqual({ kind: 'registry-code', registry: 'ec', code: '207-113-6' });
    expect(first('UNII UF599785JZ')).toEqual({ kind: 'registry-code', registry: 'unii', code: 'UF599785JZ' });
    expect(first('CID 3345')).toEqual({ kind: 'registry-code', registry: 'pubchem', code: '3345' });
    expect(first('DB00813')).toEqual({ kind: 'registry-code', registry: 'drugbank', code: 'DB00813' });
  });

  it('reads structures', () => {
    expect(first('InChI=1S/CH4/h1H4')).toEqual({ kind: 'inchi', text: 'InChI=1S/CH4/h1H4' });
    expect(first('PJMPHNIQZUBGLI-UHFFFAOYSA-N')).toMatchObject({ kind: 'inchikey', whole: true });
    expect(first('pjmphniqzubgli-uhfffaoysa')).toMatchObject({ kind: 'inchikey', whole: false });
    expect(first('C1CC(=O)CCN1')).toEqual({ kind: 'smiles', text: 'C1CC(=O)CCN1', plain: false });
    expect(first('[Na+].[Cl-]').kind).toBe('smiles');
    expect(first('C1CC(=O)CCX1').kind).toBe('smiles');
  });

  it('reads letters that may be both in both ways', () => {
    expect(readings('NPP').map((reading) => reading.kind)).toEqual(['smiles', 'name']);
    expect(readings('CCO').map((reading) => reading.kind)).toEqual(['smiles', 'name']);
    expect(readings('fentanyl').map((reading) => reading.kind)).toEqual(['name']);
    expect(readings('4-anilino-N-phenethylpiperidine').map((reading) => reading.kind)).toEqual(['name']);
    expect(readings('benzo[d]imidazole').map((reading) => reading.kind)).toEqual(['name']);
  });

  it('reads goods codes', () => {
    expect(first('C-F9Y0-WPF2-0CJ-2')).toEqual({ kind: 'goods-code', text: 'C-F9Y0-WPF2-0CJ-2' });
    expect(first('cf9y0wpf20cj2').kind).toBe('goods-code');
    expect(first('Cyclopentanol').kind).toBe('name');
  });
});

describe('bad input is refused or reported in words', () => {
  it('refuses blanks, signs only and what is too long', () => {
    for (const text of ['', '   ', '\t\n', '\u0000', '\ufeff']) {
      expect(readQuestion(text)).toMatchObject({ ok: false, problem: { code: 'question-blank' } });
    }
    expect(readQuestion('??!')).toMatchObject({ ok: false, problem: { code: 'question-without-letters' } });
    expect(readQuestion('C'.repeat(MAX_QUESTION_CHARACTERS + 1))).toMatchObject({
      ok: false,
      problem: { code: 'question-too-long' },
    });
  });
  it('leaves out control characters and says so', () => {
    const read = readQuestion('fen\u0000ta\u202enyl');
    expect(read).toMatchObject({
      ok: true,
      value: { text: 'fentanyl', problems: [{ code: 'control-characters' }] },
    });
  });
  it('names letters that only look Latin', () => {
    const read = readQuestion('РМК');
    expect(read).toMatchObject({ ok: true, value: { problems: [{ code: 'homoglyph' }] } });
    expect(read.ok && read.value.problems[0]!.message).toContain('U+0420');
  });
  it('takes off one pair of quotation marks', () => {
    expect(first('“NPP”')).toMatchObject({ kind: 'smiles', text: 'NPP' });
    expect(readings("'fentanyl'")[0]).toEqual({ kind: 'name', text: 'fentanyl' });
  });
});

describe('any text', () => {
  it('is read or refused, never thrown at', () => {
    const unit = fc.constantFrom(
      ...'0123456789-. CHSUNcas()=[]@+#%*"',
      'CAS ',
      'UN',
      '号',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 80 }), fc.string({ unit: 'binary' })), (text) => {
        const read = readQuestion(text);
        if (read.ok) {
          expect(read.value.readings.length).toBeGreaterThan(0);
          expect(read.value.readings.at(-1)!.kind).toMatch(/^(name|inchi)$/);
        } else expect(read.problem.message).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });
  it.each(['C', '1-', '(', 'CAS ', '[N', '2933.', ' ', '苯'])(
    'reads %j again and again to the limit',
    (piece) => {
      const text = piece.repeat(MAX_QUESTION_CHARACTERS).slice(0, MAX_QUESTION_CHARACTERS);
      // A reader that hung here would run into the time limit of the test.
      expect(typeof readQuestion(text).ok).toBe('boolean');
    },
  );
});
