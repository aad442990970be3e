import { foldName } from './name-fold.ts';

/**
 * International non-proprietary names are spelt by the rules of each language: morphine, morfina, Morphin, morphinum,
 * морфин. This brings such a one-word name to a spelling they share (WHO, "Guidance on INN": ph and f, th and t, y and
 * i, the endings -e, -a, -o, -um). Null for text that is no single word of letters or is too short to tell.
 */
export function nationalForm(word: string): string | null {
  if (!/^[\p{L}\p{M}]+$/u.test(word)) return null;
  const latin = CYRILLIC_ONLY.test(word) ? transliterated(word) : word;
  const folded = foldName(latin);
  if (!/^[a-z]+$/.test(folded) || folded.length < MIN_LETTERS) return null;
  let form = folded;
  for (const [pattern, kept] of SPELLINGS) form = form.replace(pattern, kept);
  return form.length < MIN_LETTERS - 1 ? null : form;
}

const MIN_LETTERS = 6;

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/rh/g, 'r'],
  [/y/g, 'i'],
  [/k|qu|ch(?=[lr])/g, 'c'],
  [/mf/g, 'nf'],
  [/ae|oe/g, 'e'],
  [/([b-df-hj-np-tv-z])\1/g, '$1'],
  [/(?:um|[aeo])$/, ''],
];

/** Letters that are Cyrillic beyond doubt: words without one are folded by their looks. */
const CYRILLIC_ONLY = /[бгджзийлпфцчшщъыьэюя]/i;

const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:ch ш:sh щ:sh ъ: ы:i ь: э:e ю:u я:a'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

function transliterated(word: string): string {
  return [...word.toLowerCase()].map((char) => LETTERS[char] ?? char).join('');
}
