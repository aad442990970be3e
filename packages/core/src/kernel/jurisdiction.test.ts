import { describe, expect, it } from 'vitest';
import { isJurisdiction, JURISDICTIONS, parseJurisdiction, wider } from './jurisdiction.ts';

describe('jurisdictions', () => {
  it('are read in either case', () => {
    for (const code of JURISDICTIONS) {
      expect(parseJurisdiction(` ${code.toLowerCase()} `)).toEqual({ ok: true, value: code });
    }
    expect(parseJurisdiction('gb–nir')).toEqual({ ok: true, value: 'GB-NIR' });
  });

  it('say which code of the United Kingdom to write', () => {
    const read = parseJurisdiction('UK');
    expect(read).toMatchObject({ ok: false, problem: { code: 'jurisdiction-unknown' } });
    if (!read.ok) expect(read.problem.todo).toContain('GB-GBN');
  });

  it.each([
    ['XX', 'jurisdiction-unknown'],
    ['toString', 'jurisdiction-unknown'],
    ['', 'jurisdiction-empty'],
    ['U'.repeat(41), 'jurisdiction-too-long'],
  ])('refuse %s: %s', (text, code) => {
    expect(parseJurisdiction(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('of the United Kingdom stand under its common law', () => {
    expect([wider('GB-GBN'), wider('GB-NIR'), wider('GB'), wider('US')]).toEqual(['GB', 'GB', null, null]);
    expect(isJurisdiction('GB')).toBe(true);
  });
});
