import { describe, expect, it } from 'vitest';
import { numberMarks } from './description-marks.ts';

describe('numbers in a line', () => {
  it('finds CAS numbers with and without a label, right, wrong and cut', () => {
    expect(numberMarks('NPP 39742-60-4, CAS No. 1609-66-5; CAS 28578-16- and CAS# 437387')).toMatchObject([
      { kind: 'cas', number: '39742-60-4', fits: '39742-60-4', cut: false, labelled: false },
      { kind: 'cas', number: '1609-66-5', fits: '1609-66-1', cut: false, labelled: true },
      { kind: 'cas', number: '28578-16', fits: '28578-16-7', cut: true, labelled: true },
      { kind: 'cas', number: '437-38-7', cut: false, labelled: true },
    ]);
  });
  it('says where they stand', () => {
    const line = 'x CAS 437-38-7 y';
    const [mark] = numberMarks(line);
    expect(line.slice(mark!.start, mark!.end)).toBe('CAS 437-38-7');
  });
  it('finds UN numbers', () => {
    expect(
      numberMarks('UN1815 un 1090, UN-No. 1294').map((mark) => mark.kind === 'un' && mark.number),
    ).toEqual(['UN1815', 'UN1090', 'UN1294']);
  });
  it('finds tariff lines with a label or in their form', () => {
    const digits = (line: string): unknown =>
      numberMarks(line).map((mark) => mark.kind === 'hs' && mark.digits);
    expect(digits('HS CODE 3204.17')).toEqual(['320417']);
    expect(digits('商品编号2933399073')).toEqual(['2933399073']);
    expect(digits('fracción 2915.24.01')).toEqual(['29152401']);
    expect(digits('2933.36.01.00')).toEqual(['2933360100']);
    expect(digits('HTS 2933.37.0000')).toEqual(['2933370000']);
  });
  it.each(['1250.00 kg', '2022-09-01', 'invoice 12345678', '25-30 kg', '10x10-20', 'tel. 555-12-34567'])(
    'takes %s for none of them',
    (line) => {
      expect(numberMarks(line)).toEqual([]);
    },
  );
});
