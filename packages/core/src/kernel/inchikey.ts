import { accepted, refused, type Outcome } from './outcome.ts';
import { quoted, readTyped } from './typed-text.ts';

/** A standard InChIKey and its blocks. */
export interface InchiKey {
  /** The whole key, upper case: `XLYOFNOQVPJJNP-UHFFFAOYSA-N`. */
  readonly key: string;
  /** First block, 14 letters: skeleton and hydrogens. Stereoisomers, isotopologues and charge states share it. */
  readonly skeleton: string;
  /** First eight letters of the second block: stereo and isotopes; `UHFFFAOY` where there are none. */
  readonly variant: string;
  /** Last letter: protons added to or taken from the neutral skeleton; `N` none, `M` one fewer, `O` one more. */
  readonly protonation: string;
}

/**
 * Reads a standard InChIKey of version 1 (InChI Technical Manual, "InChIKey"), with or without `InChIKey=`.
 *
 * A key of this version has no check character: what passes has the right form. The form still catches some misreadings,
 * because each letter triplet stands for 14 bits and many triplets (all that begin with E, and TAA to TTV) stand for
 * nothing.
 *
 * Refusals: `inchikey-empty`, `inchikey-too-long`, `inchikey-form`, `inchikey-truncated`, `inchikey-nonstandard`,
 * `inchikey-version`, `inchikey-letters` (letters no key has).
 */
export function checkInchiKey(text: string): Outcome<InchiKey> {
  const typed = readTyped(text, 'inchikey', 'an InChIKey', LONGEST_CHARS);
  if (!typed.ok) return typed;
  const key = typed.value
    .replace(/^InChIKey\s?[=:]\s?/i, '')
    .replace(/ ?- ?/g, '-')
    .toUpperCase();
  if (/^[A-Z]{14}(-([A-Z]{10}-?)?)?$/.test(key)) {
    return refused({
      code: 'inchikey-truncated',
      message: `${quoted(key)} is the beginning of an InChIKey; the whole key has 27 characters, blocks of 14, 10 and 1.`,
      todo: 'Give the whole key. The first block alone names a skeleton, not a substance.',
      data: { given: key, skeleton: key.slice(0, 14) },
    });
  }
  const [, skeleton = '', variant = '', flag, version = '', protonation = ''] = FORM.exec(key) ?? [];
  if (flag === undefined) {
    return refused({
      code: 'inchikey-form',
      message: `${quoted(key)} has not the form of an InChIKey: letters in blocks of 14, 10 and 1, with hyphens between.`,
      data: { given: key },
    });
  }
  if (flag === 'N') {
    return refused({
      code: 'inchikey-nonstandard',
      message: `${key} was made from a non-standard InChI (N in place 24); such keys cannot be compared with others.`,
      todo: 'Make the key again with the standard options, or give the structure.',
      data: { given: key },
    });
  }
  if (flag !== 'S' || version !== 'A') {
    return refused({
      code: 'inchikey-version',
      message: `${key} is no standard InChIKey of version 1: its second block ends in ${flag}${version}, not in SA.`,
      data: { given: key, found: flag + version },
    });
  }
  const impossible = impossibleLetters(skeleton, variant);
  if (impossible !== null) {
    return refused({
      code: 'inchikey-letters',
      message: `${key} is no InChIKey: no key has ${impossible.letters} from place ${impossible.place}.`,
      todo: 'Compare it with its source: a letter is misread.',
      data: { given: key, letters: impossible.letters, place: impossible.place },
    });
  }
  return accepted({ key, skeleton, variant, protonation });
}

/** Longer than a key with its label and blanks. */
const LONGEST_CHARS = 60;

const FORM = /^([A-Z]{14})-([A-Z]{8})([A-Z])([A-Z])-([A-Z])$/;

/**
 * The first letters that stand for nothing. 65 bits make the first block: four triplets of 14 bits and a pair of 9;
 * 37 bits the second: two triplets and a pair. Triplets are numbered upwards without E.. and TAA..TTV, pairs upwards
 * from AA; the 512th and last pair is TR.
 */
function impossibleLetters(skeleton: string, variant: string): { letters: string; place: number } | null {
  const groups = [
    ...[0, 3, 6, 9, 12].map((at) => ({ letters: skeleton.slice(at, at + 3), place: at + 1 })),
    ...[0, 3, 6].map((at) => ({ letters: variant.slice(at, at + 3), place: 15 + at + 1 })),
  ];
  return (
    groups.find(({ letters }) =>
      letters.length === 2
        ? letters > 'TR'
        : letters.startsWith('E') || (letters >= 'TAA' && letters <= 'TTV'),
    ) ?? null
  );
}
