import { accepted, refused } from '../kernel/index.ts';
import type { Outcome } from '../kernel/index.ts';
import { sha256 } from '../kernel/index.ts';

/**
 * The goods code: a code two countries that have never spoken compute alike. It needs no registry, identifies goods
 * until an official code that is specific exists, and says nothing about the law.
 *
 * Class letter (`C` chemical, `E` machine model), 11 Crockford base-32 characters (the first 55 bits of SHA-256 over
 * `custody:goods:1:` and what identifies the goods) and one check character: the hybrid scheme of ISO/IEC 7064 with
 * M = 32 over the Crockford alphabet, run over the letter and the eleven. Printed `C-XXXX-XXXX-XXX-K`; a chemical
 * with stereo or isotopes carries the first four letters of the InChIKey's second block as a suffix: `.WCBM`.
 */
export type GoodsClass = 'C' | 'E';

/** Prefix of everything that is hashed; its number is the version of the scheme. */
export const GOODS_CODE_DOMAIN = 'custody:goods:1:';

/** Digits and letters of Douglas Crockford's base 32: no I, L, O, U. */
export const CROCKFORD_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Hash characters of a code, 5 bits each. */
export const GOODS_CODE_HASH_CHARACTERS = 11;

/** Second block of the InChIKey of a structure without stereo and isotopes. */
const PLAIN_SECOND_BLOCK = 'UHFFFAOYSA';

const INCHIKEY = /^([A-Z]{14})-([A-Z]{8}S[A-Z])-[A-Z]$/;

/**
 * The goods code of a chemical from the standard InChIKey of its parent: `C-MMTG-HW2R-9ET-W`.
 * Throws a RangeError for text that is not a standard InChIKey: callers hand in keys a toolkit made.
 */
export function chemicalCode(inchikey: string): string {
  const match = INCHIKEY.exec(inchikey);
  if (match === null) throw new RangeError(`not a standard InChIKey: ${JSON.stringify(inchikey)}`);
  const [, skeleton, variant] = match as unknown as [string, string, string];
  const suffix = variant === PLAIN_SECOND_BLOCK ? '' : `.${variant.slice(0, 4)}`;
  return printed(coded('C', skeleton)) + suffix;
}

/**
 * The goods code of a substance without a structure, from its CAS Registry Number (`7723-14-0`).
 * Throws a RangeError for text that is not written like one; that its check digit fits is the caller's to know.
 */
export function casCode(cas: string): string {
  if (!/^[1-9]\d{1,6}-\d\d-\d$/.test(cas)) throw new RangeError(`not a CAS number: ${JSON.stringify(cas)}`);
  return printed(coded('C', `cas:${cas}`));
}

/** What tells machine models apart. One machine is its model's code with its serial number. */
export interface EquipmentModel {
  /** The kind of machine by its id in the compiled law: `tableting-machine`. */
  readonly category: string;
  /** The maker's GLN, else the Latin name on the nameplate. */
  readonly maker: string;
  /** The model as the nameplate has it. */
  readonly model: string;
}

/**
 * The goods code of a machine model, over `equipment:CATEGORY|MAKER|MODEL`: each part NFKC, upper case, trimmed,
 * single spaces. Refuses a part that is blank or contains the separator.
 */
export function equipmentCode(model: EquipmentModel): Outcome<string> {
  const parts: string[] = [];
  for (const name of ['category', 'maker', 'model'] as const) {
    const part = model[name].normalize('NFKC').toUpperCase().replace(/\s+/gu, ' ').trim();
    if (part === '' || part.includes('|')) {
      return refused({
        code: 'equipment-model',
        message: `The ${name} of the machine is ${part === '' ? 'blank' : 'not usable: it contains "|"'}.`,
        todo: 'Give category, maker and model as they stand on the nameplate.',
        data: { part: name },
      });
    }
    parts.push(part);
  }
  return accepted(printed(coded('E', `equipment:${parts.join('|')}`)));
}

/** Letter, eleven characters and check character, without hyphens. */
function coded(kind: GoodsClass, identifies: string): string {
  const digest = sha256(GOODS_CODE_DOMAIN + identifies);
  let body: string = kind;
  for (let i = 0; i < GOODS_CODE_HASH_CHARACTERS; i++) {
    const bit = i * 5;
    const pair = (digest[bit >> 3]! << 8) | digest[(bit >> 3) + 1]!;
    body += CROCKFORD_ALPHABET[(pair >> (11 - (bit & 7))) & 31]!;
  }
  return body + checkCharacter(body);
}

function printed(code: string): string {
  return `${code[0]!}-${code.slice(1, 5)}-${code.slice(5, 9)}-${code.slice(9, 12)}-${code[12]!}`;
}

/**
 * Check character of ISO/IEC 7064's hybrid scheme MOD 33,32 over the Crockford alphabet. It detects every single
 * wrong character, and of two neighbours exchanged all but 32 of 15,872 combinations (those of two characters
 * next to each other in the alphabet, each after one state of 32).
 * `body`: characters of the alphabet only (a RangeError otherwise: a bug of the caller).
 */
export function checkCharacter(body: string): string {
  let product = 32;
  for (const character of body) {
    const value = CROCKFORD_ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError(`not a character of the alphabet: ${JSON.stringify(character)}`);
    const sum = (product + value) % 32;
    product = ((sum === 0 ? 32 : sum) * 2) % 33;
  }
  return CROCKFORD_ALPHABET[(33 - product) % 32]!;
}
