import type { Jurisdiction } from '../kernel/index.ts';

const WORDS: Readonly<Record<Jurisdiction, string>> = {
  UN: 'the United Nations conventions',
  US: 'the United States',
  CN: 'China',
  EU: 'the European Union',
  CA: 'Canada',
  MX: 'Mexico',
  GB: 'the United Kingdom',
  'GB-GBN': 'Great Britain',
  'GB-NIR': 'Northern Ireland',
  IN: 'India',
  DE: 'Germany',
  AU: 'Australia',
  JP: 'Japan',
};

/** A jurisdiction as it stands inside an English sentence. */
export function inWords(jurisdiction: Jurisdiction): string {
  return WORDS[jurisdiction];
}
