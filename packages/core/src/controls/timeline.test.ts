import { describe, expect, test } from 'vitest';
import { day } from '../kernel/index.ts';
import { timeline } from './timeline.ts';
import { between, control, goods, lawOf, since, substance, WIDE_SCOPE } from './test/small-law.ts';

const A = substance('a');
const target = { goods: 'a' };

describe('timeline', () => {
  const law = lawOf({
    substances: [A],
    controls: [
      control({ id: 'now', target, start: since('2025-07-28') }),
      control({ id: 'draft', target, stage: 'proposed', start: since('2026-02-09') }),
      control({ id: 'before', target, start: since('2014-01-01'), end: day('2025-07-28'), stage: 'ended' }),
      control({ id: 'cn', target, jurisdiction: 'CN', start: between(null, '2020-01-01') }),
      control({ id: 'never', target, start: between('2025-12-01', null) }),
    ],
  });

  test('shows every control, oldest first, law and proposals alike', () => {
    expect(
      timeline(law, goods(A)).map((row) => [row.control, row.start.earliest, row.end, row.stage]),
    ).toEqual([
      ['before', '2014-01-01', '2025-07-28', 'ended'],
      ['cn', null, null, 'in-force'],
      ['now', '2025-07-28', null, 'in-force'],
      ['never', '2025-12-01', null, 'in-force'],
      ['draft', '2026-02-09', null, 'proposed'],
    ]);
  });

  test('says by which basis, and why an entry does not reach a form', () => {
    const salts = lawOf({
      substances: [A],
      controls: [control({ id: 'yes', target, scope: WIDE_SCOPE }), control({ id: 'no', target })],
    });
    const salt = goods(A, { salt: 'hydrochloride', removed: ['hydrochloride'] });
    expect(timeline(salts, salt)).toMatchObject([
      { control: 'no', basis: 'salt', excluded: { code: 'salts-not-covered' }, doubt: null },
      { control: 'yes', basis: 'salt', excluded: null, doubt: null, instrumentTitle: 'An Act' },
    ]);
  });
});
