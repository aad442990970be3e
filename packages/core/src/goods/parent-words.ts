import type { RemovedPart } from './parent.ts';

const MULTIPLES: readonly string[] = [
  '',
  'mono',
  'di',
  'tri',
  'tetra',
  'penta',
  'hexa',
  'hepta',
  'octa',
  'nona',
  'deca',
];
const GROUP_MULTIPLES: readonly string[] = ['', '', 'bis', 'tris', 'tetrakis', 'pentakis', 'hexakis'];

/**
 * The salt in words per parent, bases first: `dihydrochloride`, `hemisulfate`, `disodium`; null when it is none.
 * `cation`: the parent is a lasting cation, whose salts are chlorides and not hydrochlorides.
 */
export function saltWords(parts: readonly RemovedPart[], copies: number, cation: boolean): string | null {
  const bases = parts.filter((part) => part.role === 'base');
  const acids = parts.filter((part) => part.role === 'acid');
  const words = [...bases, ...acids].map((part) => {
    const name = cation ? part.name.replace(/^hydro(?=(?:fluor|chlor|brom|iod)ide$)/, '') : part.name;
    return counted(name, part.count, copies, '');
  });
  return words.length === 0 ? null : words.join(' ');
}

/** The water in words per parent: `monohydrate`, `hemihydrate`; null when there is none. */
export function hydrateWords(parts: readonly RemovedPart[], copies: number): string | null {
  const count = parts.reduce((sum, part) => (part.role === 'water' ? sum + part.count : sum), 0);
  return count === 0 ? null : counted('hydrate', count, copies, 'mono');
}

/** A name with how many there are to one parent. `one`: the prefix for exactly one. */
function counted(name: string, count: number, copies: number, one: string): string {
  const common = greatestCommonDivisor(count, copies);
  const parts = count / common;
  const parents = copies / common;
  if (parents === 1) {
    if (parts === 1) return one + name;
    // "dimethyl sulfate" would be another chemical than two methyl sulfates.
    const isGroup = name.includes(' ') || /^(?:di|tri|tetra)/.test(name);
    const prefix = isGroup ? GROUP_MULTIPLES[parts] : MULTIPLES[parts];
    if (prefix !== undefined) return isGroup ? `${prefix}(${name})` : prefix + name;
  }
  if (parents === 2 && parts === 1) return `hemi${name.includes(' ') ? `(${name})` : name}`;
  if (parents === 2 && parts === 3) return `sesqui${name.includes(' ') ? `(${name})` : name}`;
  return `${name} (${parts}:${parents})`;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
