import { isJurisdiction, type Jurisdiction, JURISDICTIONS } from '@custody/core';
import { Refusal } from '../terminal/refusal.ts';

/** `--in UN,US,CN`: jurisdictions, in the order given, each once. */
export function readJurisdictions(texts: readonly string[]): readonly Jurisdiction[] {
  const codes = texts
    .flatMap((text) => text.split(','))
    .map((code) => code.trim().toUpperCase())
    .filter((code) => code !== '');
  if (codes.length === 0) {
    throw new Refusal('--in names no jurisdiction.', `give one or more of ${JURISDICTIONS.join(', ')}.`);
  }
  const read = codes.map((code) => {
    if (isJurisdiction(code)) return code;
    throw new Refusal(
      `--in ${code}: there is no compiled law for that jurisdiction.`,
      `use one or more of ${JURISDICTIONS.join(', ')}, separated by commas.`,
    );
  });
  return [...new Set(read)];
}

/** A country of departure or destination, ISO 3166-1 alpha-2. */
export function readCountry(text: string, option: string): string {
  const code = text.trim().toUpperCase();
  const known = /^[A-Z]{2}$/.test(code) && countryNames.of(code) !== undefined;
  if (known) return code;
  throw new Refusal(
    `${option} ${JSON.stringify(text)} is not the code of a country.`,
    `use the two letters of ISO 3166, such as ${option} CN.`,
  );
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
