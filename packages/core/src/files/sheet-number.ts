/** How numbers of one style are shown. */
export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'date' }
  | {
      readonly kind: 'plain';
      readonly before: string;
      readonly after: string;
      readonly digits: number;
      readonly decimals: number;
      readonly percent: boolean;
    };

const GENERAL: NumberFormat = { kind: 'general' };
const DATE: NumberFormat = { kind: 'date' };

/** ECMA-376 part 1, 18.8.30: the formats that have a number and no code; 27-36 and 50-58 are dates in East Asia. */
const BUILT_IN: Readonly<Record<number, string>> = { 1: '0', 2: '0.00', 9: '0%', 10: '0.00%', 49: '@' };

export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
    return DATE;
  }
  return Object.hasOwn(BUILT_IN, id) ? readFormat(BUILT_IN[id]!) : GENERAL;
}

/**
 * Reads the code of a number format as far as it changes what a number means: dates, leading zeros (codes of the
 * tariff), a fixed number of decimals, per cent, and words before or after it (`0.0" kg"`). Separators of thousands,
 * colours and sections for negative numbers are not taken over. What is not understood shows the number as it is.
 */
export function readFormat(code: string): NumberFormat {
  const first = code.split(';')[0]!.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '');
  const tokens = first.match(/"[^"]*"|\\.|_.|\*.|[\s\S]/gu) ?? [];
  const has = (sign: RegExp): boolean => tokens.some((token) => sign.test(token));
  // Seconds may have decimals (`mm:ss.0`); a place for digits beside anything else is no date.
  if (has(/^[ymdhs]$/iu) && (has(/^[hs]$/iu) || !has(/^[0#?]$/u))) return DATE;
  let before = '';
  let pattern = '';
  let after = '';
  for (const token of tokens) {
    if (/^[0#?.,%]$/u.test(token)) {
      if (after.trim() !== '' && token !== '%') return GENERAL;
      pattern += token;
    } else {
      const words = literal(token);
      if (words === null) return GENERAL;
      if (pattern === '') before += words;
      else after += words;
    }
  }
  const shape = /^([#,?]*)([0,]*)(?:\.([0#?]*))?(%?)$/u.exec(pattern);
  if (shape === null || pattern === '') return GENERAL;
  const decimals = shape[3] ?? '';
  // Places that are shown only when they are there leave the number as it is.
  const fixed = /^0*$/u.test(decimals) ? decimals.length : -1;
  return {
    kind: 'plain',
    before,
    after,
    digits: shape[2]!.replaceAll(',', '').length,
    decimals: fixed,
    percent: shape[4] === '%',
  };
}

/** What a token that is no placeholder puts into the text; null where it is not plain. */
function literal(token: string): string | null {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\')) return token.slice(1);
  if (token.startsWith('_')) return ' ';
  if (token.startsWith('*')) return '';
  return /^[\s$€£¥+\-():/]$/u.test(token) ? token : null;
}

/** A number as it is shown under a format; `written` is its text in the file. */
export function shownNumber(written: string, format: NumberFormat, base1904: boolean): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  if (format.kind === 'date') return isoDate(value, base1904) ?? plainText(value);
  if (format.kind === 'general') return plainText(value);
  const scaled = format.percent ? Number((value * 100).toPrecision(15)) : value;
  let text = format.decimals >= 0 ? fixedText(scaled, format.decimals) : plainText(scaled);
  if (format.digits > 1) {
    const [whole, ...rest] = text.replace('-', '').split('.');
    text = [whole!.padStart(format.digits, '0'), ...rest].join('.');
    if (scaled < 0) text = `-${text}`;
  }
  return `${format.before}${text}${format.percent ? '%' : ''}${format.after}`.trim();
}

/**
 * With all its places where the format would round some away: 0.004 under `0.00` is no 0.00, when a threshold hangs on
 * it. Places that the format adds are kept, as an amount is written.
 */
function fixedText(value: number, decimals: number): string {
  const plain = plainText(value);
  const places = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  return places > decimals || Math.abs(value) >= 1e15 ? plain : value.toFixed(decimals);
}

/** The 15 digits that a spreadsheet keeps, without an exponent where the number has no more than 21. */
function plainText(value: number): string {
  const kept = Number(value.toPrecision(15));
  const text = String(kept);
  if (!text.includes('e')) return text;
  if (Math.abs(kept) < 1) return kept.toFixed(20).replace(/\.?0+$/u, '') || '0';
  return text;
}

const DAY_MS = 86_400_000;
/** Day 0 of the two calendars of spreadsheets; the first counts a 29 February 1900 that never was. */
const BASE_1900_MS = Date.UTC(1899, 11, 30);
const BASE_1904_MS = Date.UTC(1904, 0, 1);
/** 31 December 9999. */
const DATE_MAX_DAYS = 2_958_466;

function isoDate(serial: number, base1904: boolean): string | null {
  if (serial < 0 || serial >= DATE_MAX_DAYS) return null;
  const days = base1904 || serial >= 60 || serial < 1 ? serial : serial + 1;
  const ms = (base1904 ? BASE_1904_MS : BASE_1900_MS) + Math.round(days * 86_400) * 1_000;
  const text = new Date(ms).toISOString();
  if (serial < 1 && !base1904) return text.slice(11, 19);
  return ms % DAY_MS === 0 ? text.slice(0, 10) : text.slice(0, 19);
}
