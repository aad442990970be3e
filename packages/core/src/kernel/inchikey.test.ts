import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInchiKey } from './inchikey.ts';

describe('InChIKeys', () => {
  it.each([
    'XLYOFNOQVPJJNP-UHFFFAOYSA-N',
    'InChIKey=XLYOFNOQVPJJNP-UHFFFAOYSA-N',
    'xlyofnoqvpjjnp-uhfffaoysa-n',
    'XLYOFNOQVPJJNP–UHFFFAOYSA–N',
    ' XLYOFNOQVPJJNP - UHFFFAOYSA - N ',
  ])('reads %s', (text) => {
    expect(checkInchiKey(text)).toEqual({
      ok: true,
      value: {
        key: 'XLYOFNOQVPJJNP-UHFFFAOYSA-N',
        skeleton: 'XLYOFNOQVPJJNP',
        variant: 'UHFFFAOY',
        protonation: 'N',
      },
    });
  });

  it.each([
    ['XLYOFNOQVPJJNP', 'inchikey-truncated'],
    ['XLYOFNOQVPJJNP-UHFFFAOYSA', 'inchikey-truncated'],
    ['XLYOFNOQVPJJNP-UHFFFAOYSA-', 'inchikey-truncated'],
    ['XLYOFNOQVPJJNP-UHFFFAOYNA-N', 'inchikey-nonstandard'],
    ['XLYOFNOQVPJJNP-UHFFFAOYSB-N', 'inchikey-version'],
    ['XLYOFNOQVPJJN-UHFFFAOYSA-N', 'inchikey-form'],
    ['XLYOFNOQVPJJNP-UHFFFAOYSA-NN', 'inchikey-form'],
    ['XLY0FNOQVPJJNP-UHFFFAOYSA-N', 'inchikey-form'],
    ['ELYOFNOQVPJJNP-UHFFFAOYSA-N', 'inchikey-letters'],
    ['XLYTFNOQVPJJNP-UHFFFAOYSA-N', 'inchikey-letters'],
    ['XLYOFNOQVPJJZZ-UHFFFAOYSA-N', 'inchikey-letters'],
    ['', 'inchikey-empty'],
    ['A'.repeat(61), 'inchikey-too-long'],
  ])('refuses %s: %s', (text, code) => {
    expect(checkInchiKey(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('never throws', () => {
    const shaped = fc.stringMatching(/^[A-Z]{14}-[A-Z]{8}SA-[A-Z]$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), shaped), (text) => {
        const read = checkInchiKey(text);
        if (read.ok) expect(read.value.key).toMatch(/^[A-Z]{14}-[A-Z]{8}SA-[A-Z]$/);
      }),
    );
  });
});

const SUBSTANCES = join(root(import.meta.dirname), '..', 'shared', 'law', 'substances.json');

describe('the keys of the compilation of the law', () => {
  it.skipIf(!existsSync(SUBSTANCES))('are all taken: no key has the letters that stand for nothing', () => {
    const keys = new Set(readFileSync(SUBSTANCES, 'utf8').match(/(?<=")[A-Z]{14}-[A-Z]{10}-[A-Z](?=")/g));
    expect(keys.size).toBeGreaterThan(800);
    expect([...keys].filter((key) => !checkInchiKey(key).ok)).toEqual([]);
  });
});

/** The folder of the repository: the nearest above with the package of the house. */
function root(from: string): string {
  const file = join(from, 'package.json');
  if (existsSync(file) && readFileSync(file, 'utf8').includes('"custody-house"')) return from;
  return dirname(from) === from ? from : root(dirname(from));
}
