/**
 * ISO 3166-1 alpha-2 codes, the parts of the United Kingdom whose precursor law differs, and the two bodies
 * above states. `GB` is law of the whole United Kingdom and holds in both of its parts.
 */
export const JURISDICTIONS = [
  'UN',
  'US',
  'CN',
  'EU',
  'CA',
  'MX',
  'GB',
  'GB-GBN',
  'GB-NIR',
  'IN',
  'DE',
  'AU',
  'JP',
] as const;

export type Jurisdiction = (typeof JURISDICTIONS)[number];

export function isJurisdiction(text: string): text is Jurisdiction {
  return (JURISDICTIONS as readonly string[]).includes(text);
}

/** Law that also holds in `of`, beside its own: the United Kingdom's in Great Britain and Northern Ireland. */
export function wider(of: Jurisdiction): Jurisdiction | null {
  return of === 'GB-GBN' || of === 'GB-NIR' ? 'GB' : null;
}
