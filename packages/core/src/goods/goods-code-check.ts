import { accepted, refused } from '../kernel/index.ts';
import type { Outcome } from '../kernel/index.ts';
import { checkCharacter, CROCKFORD_ALPHABET, GOODS_CODE_HASH_CHARACTERS } from './goods-code.ts';
import type { GoodsClass } from './goods-code.ts';

/** A goods code that has been read and whose check character fits. */
export interface GoodsCode {
  readonly kind: GoodsClass;
  /** Without the variant: `C-MMTG-HW2R-9ET-W`. */
  readonly base: string;
  /** Four letters for stereo or isotopes, or null for the plain structure. */
  readonly variant: string | null;
  /** As Custody prints it: `C-ZXHM-0NBZ-RES-0.WCBM`. */
  readonly printed: string;
  /** True when look-alike characters (I, L, O) were read as digits. */
  readonly folded: boolean;
}

/** The longest text that is looked at; a printed code with its variant has 22 characters. */
export const GOODS_CODE_TEXT_MAX_CHARACTERS = 40;

const CODE_CHARACTERS = GOODS_CODE_HASH_CHARACTERS + 2;

/**
 * Reads a goods code however it was typed: with or without hyphens and spaces, in any case, with the look-alikes
 * I and L for 1 and O for 0. Verifies the check character. A refusal says which part is wrong; for a check
 * character that does not fit it does not offer the one that would: any of the thirteen characters may be the wrong one.
 */
export function checkGoodsCode(text: string): Outcome<GoodsCode> {
  if (text.length > GOODS_CODE_TEXT_MAX_CHARACTERS) {
    return wrong(
      'goods-code-form',
      `A goods code has ${CODE_CHARACTERS} characters; this text is far longer.`,
      {
        characters: text.length,
      },
    );
  }
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  const dot = typed.indexOf('.');
  const body = dot < 0 ? typed : typed.slice(0, dot);
  const variant = dot < 0 ? null : typed.slice(dot + 1);
  const read = readBody(body);
  if (!read.ok) return read;
  if (variant !== null && !/^[A-Z]{4}$/.test(variant)) {
    return wrong('goods-code-variant', 'After the point a goods code has four letters.', { variant });
  }
  const code = read.value;
  const expected = checkCharacter(code.slice(0, -1));
  if (code.at(-1) !== expected) {
    return wrong(
      'goods-code-check',
      `The check character ${code.at(-1)!} does not fit ${code.slice(0, -1)}: one of the characters is wrong.`,
      { found: code.at(-1)! },
    );
  }
  const kind = code[0] as GoodsClass;
  if (kind === 'E' && variant !== null) {
    return wrong('goods-code-variant', 'The code of a machine has no variant after a point.', { variant });
  }
  const base = `${kind}-${code.slice(1, 5)}-${code.slice(5, 9)}-${code.slice(9, 12)}-${expected}`;
  return accepted({
    kind,
    base,
    variant,
    printed: variant === null ? base : `${base}.${variant}`,
    folded: code !== body,
  });
}

/** True when `text` has the form of a goods code, whether or not its check character fits. */
export function looksLikeGoodsCode(text: string): boolean {
  if (text.length > GOODS_CODE_TEXT_MAX_CHARACTERS) return false;
  return /^[CE][\s\p{Pd}]?(?:[0-9A-Z]{4}[\s\p{Pd}]?){2}[0-9A-Z]{3}[\s\p{Pd}]?[0-9A-Z](?:\.[A-Z]{4})?$/u.test(
    text.trim().toUpperCase(),
  );
}

/** The thirteen characters with look-alikes folded, or which of them cannot stand there. */
function readBody(body: string): Outcome<string> {
  if (body.length !== CODE_CHARACTERS) {
    return wrong(
      'goods-code-form',
      `A goods code has ${CODE_CHARACTERS} characters beside hyphens; this one has ${body.length}.`,
      { characters: body.length },
    );
  }
  if (body[0] !== 'C' && body[0] !== 'E') {
    return wrong('goods-code-class', `A goods code starts with C or E, not with ${body[0]!}.`, {
      found: body[0]!,
    });
  }
  const folded = body.replace(/[IL]/g, '1').replace(/O/g, '0');
  for (let i = 0; i < folded.length; i++) {
    if (!CROCKFORD_ALPHABET.includes(folded[i]!)) {
      return wrong(
        'goods-code-character',
        `Character ${i + 1}, ${JSON.stringify(body[i]!)}, never stands in a goods code.`,
        { position: i + 1, found: body[i]! },
      );
    }
  }
  return accepted(folded);
}

function wrong(code: string, message: string, data: Record<string, string | number>) {
  return refused({ code, message, todo: 'Compare the code with its source, character by character.', data });
}
