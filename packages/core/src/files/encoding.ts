import { LOST_CHARACTER } from './decode-text.ts';

/**
 * In what encoding a text is, found by its first bytes: a byte order mark; zero bytes (UTF-16 without a mark); strict
 * UTF-8, or UTF-8 with few wrong bytes; and otherwise a choice between the two that catalogues come in beside it, GB18030 (China) and Windows-1252
 * (which is what files called Latin-1 are). Anything else has to be named.
 *
 * @param look the first bytes of the text
 * @param whole whether these are all of it; otherwise the last character may be cut
 */
export function findEncoding(look: Uint8Array, whole: boolean): string {
  return (
    markOf(look) ??
    wideOf(look) ??
    (isUtf8(look, whole) || isMostlyUtf8(look, whole) ? 'utf-8' : narrowOf(look, whole))
  );
}

/** The name by which the decoder knows an encoding, or null where it knows none. */
export function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function markOf(look: Uint8Array): string | null {
  if (look[0] === 0xef && look[1] === 0xbb && look[2] === 0xbf) return 'utf-8';
  if (look[0] === 0xff && look[1] === 0xfe) return 'utf-16le';
  if (look[0] === 0xfe && look[1] === 0xff) return 'utf-16be';
  if (look[0] === 0x84 && look[1] === 0x31 && look[2] === 0x95 && look[3] === 0x33) return 'gb18030';
  return null;
}

/** Of a text in Latin letters and digits, at least this share of one half of each pair of bytes is zero in UTF-16. */
const WIDE_MIN_SHARE = 0.2;
/** And at most this share of the other half. */
const WIDE_MAX_OTHER_SHARE = 0.01;

function wideOf(look: Uint8Array): string | null {
  const pairs = Math.floor(look.length / 2);
  if (pairs === 0) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (look[at] === 0) even += 1;
    if (look[at + 1] === 0) odd += 1;
  }
  if (odd / pairs >= WIDE_MIN_SHARE && even / pairs <= WIDE_MAX_OTHER_SHARE) return 'utf-16le';
  if (even / pairs >= WIDE_MIN_SHARE && odd / pairs <= WIDE_MAX_OTHER_SHARE) return 'utf-16be';
  return null;
}

function isUtf8(look: Uint8Array, whole: boolean): boolean {
  return decodes('utf-8', look, whole);
}

/** Of the characters that are not ASCII, at most this share are lost when a text that is UTF-8 but for a few is read so. */
const LOST_MAX_SHARE = 0.1;

/**
 * A text in UTF-8 with a wrong byte here and there: text in other encodings hardly ever makes a valid sequence. Taken
 * for another encoding, every name in it would be wrong; so only the rows with the wrong bytes are.
 */
function isMostlyUtf8(look: Uint8Array, whole: boolean): boolean {
  const text = new TextDecoder().decode(look, { stream: !whole });
  let beyond = 0;
  let lost = 0;
  for (const sign of text) {
    if (sign === LOST_CHARACTER) lost += 1;
    else if (sign > '\u007f') beyond += 1;
  }
  return lost <= (beyond + lost) * LOST_MAX_SHARE;
}

function decodes(encoding: string, look: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(look, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** Of the characters that are not ASCII, this share must be ordinary Chinese for a text to be taken as Chinese. */
const CHINESE_MIN_SHARE = 0.5;

/**
 * GB18030 or Windows-1252. In GB 2312, which holds the ordinary characters, both bytes of a pair are from A1; in the
 * languages of Windows-1252 an accented letter mostly stands alone between ASCII letters.
 */
function narrowOf(look: Uint8Array, whole: boolean): string {
  let pairs = 0;
  let alone = 0;
  let odd = 0;
  for (let at = 0; at < look.length; at += 1) {
    const first = look[at]!;
    if (first < 0x80) continue;
    const second = look[at + 1] ?? 0;
    if (isOrdinaryLead(first) && second >= 0xa1 && second <= 0xfe) {
      pairs += 1;
      at += 1;
    } else if (isChineseTail(look, at)) {
      odd += 1;
      at += second < 0x40 ? 3 : 1;
    } else {
      alone += 1;
    }
  }
  const chinese = pairs / Math.max(1, pairs + alone + odd);
  if (chinese >= CHINESE_MIN_SHARE && (alone === 0 || decodes('gb18030', look, whole))) return 'gb18030';
  if (chinese >= CHINESE_MIN_SHARE && alone * 20 < pairs) return 'gb18030';
  return 'windows-1252';
}

/** Rows of GB 2312 in use: signs and full-width forms (A1-A9), Chinese characters (B0-F7). */
function isOrdinaryLead(byte: number): boolean {
  return (byte >= 0xa1 && byte <= 0xa9) || (byte >= 0xb0 && byte <= 0xf7);
}

/** The longer and rarer forms of GB18030: a second byte from 40, or four bytes with digits in the second and fourth. */
function isChineseTail(look: Uint8Array, at: number): boolean {
  const second = look[at + 1] ?? 0;
  if (look[at] === 0x80 || look[at] === 0xff) return false;
  if (second >= 0x40 && second !== 0x7f && second !== 0xff) return true;
  const third = look[at + 2] ?? 0;
  const fourth = look[at + 3] ?? 0;
  return isDigit(second) && third >= 0x81 && third <= 0xfe && isDigit(fourth);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
