import { accepted, refused, type Outcome } from './outcome.ts';
import { quoted, readTyped } from './typed-text.ts';

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

/**
 * The jurisdiction a person or a file named by its code, in either case. Refused: `jurisdiction-empty`,
 * `jurisdiction-too-long`, `jurisdiction-unknown` (also for `UK`, which is two jurisdictions and their whole).
 */
export function parseJurisdiction(text: string): Outcome<Jurisdiction> {
  const typed = readTyped(text, 'jurisdiction', 'a jurisdiction', LONGEST_CHARS);
  if (!typed.ok) return typed;
  const code = typed.value.toUpperCase();
  if (isJurisdiction(code)) return accepted(code);
  const british = /^(UK|GBR|XI|GB-.*)$/.test(code);
  return refused({
    code: 'jurisdiction-unknown',
    message: `${quoted(typed.value)} is no jurisdiction whose law is compiled here.`,
    todo: british
      ? 'Write GB for law of the whole United Kingdom, GB-GBN for Great Britain, GB-NIR for Northern Ireland.'
      : `Write one of ${JURISDICTIONS.join(', ')}.`,
    data: { given: typed.value },
  });
}

/** Longer than any code. */
const LONGEST_CHARS = 40;

/** Law that also holds in `of`, beside its own: the United Kingdom's in Great Britain and Northern Ireland. */
export function wider(of: Jurisdiction): Jurisdiction | null {
  return of === 'GB-GBN' || of === 'GB-NIR' ? 'GB' : null;
}
