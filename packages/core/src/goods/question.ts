import { accepted, casCheckDigit, refused } from '../kernel/index.ts';
import type { Outcome, Problem } from '../kernel/index.ts';
import { looksLikeGoodsCode } from './goods-code-check.ts';
import { lookAlikeCharacters } from './name-fold.ts';

/** The longest question that is read, in UTF-16 units. A structure of a thousand atoms fits. */
export const MAX_QUESTION_CHARACTERS = 10_000;

/** One way in which the words of a question can be read. Which of them fits, only the law can tell. */
export type Reading =
  /** `fits`: the number with the check digit that would fit; equal to `number` where the digit is right. */
  | { readonly kind: 'cas'; readonly number: string; readonly fits: string }
  /** The registry number up to its second hyphen, the check digit missing. */
  | { readonly kind: 'cas-truncated'; readonly body: string; readonly fits: string }
  | { readonly kind: 'inchi'; readonly text: string }
  /** `block`: only the first block, or the first two, of a key. */
  | { readonly kind: 'inchikey'; readonly key: string; readonly whole: boolean }
  | { readonly kind: 'goods-code'; readonly text: string }
  /** Digits only, 4 to 12 of them. */
  | { readonly kind: 'hs'; readonly digits: string; readonly labelled: boolean }
  | { readonly kind: 'un'; readonly number: string }
  | { readonly kind: 'registry-code'; readonly registry: Registry; readonly code: string }
  | { readonly kind: 'smiles'; readonly text: string; readonly plain: boolean }
  | { readonly kind: 'name'; readonly text: string };

export type Registry = 'dea' | 'ec' | 'unii' | 'pubchem' | 'drugbank';

/** A question as it was read: its text cleaned, the ways to read it (most specific first), what was noticed. */
export interface GoodsQuestion {
  readonly input: string;
  readonly text: string;
  readonly readings: readonly Reading[];
  readonly problems: readonly Problem[];
}

/**
 * Reads what a person typed or a program sent. Refused: nothing but blanks and controls (`question-blank`), more than
 * `MAX_QUESTION_CHARACTERS` (`question-too-long`), no letter and no digit (`question-without-letters`).
 */
export function readQuestion(input: string): Outcome<GoodsQuestion> {
  if (input.length > MAX_QUESTION_CHARACTERS) return refused(tooLong(input.length));
  const problems: Problem[] = [];
  const text = clean(input, problems);
  if (text === '') {
    return refused({
      code: 'question-blank',
      message: 'Nothing was asked: the text is empty or blank.',
      todo: 'Give a name, a CAS number, a structure, a goods code, an HS code or a term for equipment.',
    });
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return refused({
      code: 'question-without-letters',
      message: `The text ${quoted(text)} has no letter and no digit.`,
      todo: 'Give a name, a number or a structure.',
    });
  }
  const readings = readingsOf(text);
  if (!readings.some((reading) => reading.kind === 'smiles' || reading.kind === 'inchi')) {
    const alike = lookAlikeCharacters(text);
    if (alike.length > 0) problems.push(homoglyphs(text, alike));
  }
  return accepted({ input, text, readings, problems });
}

/** `text` in quotation marks, cut where it is long, fit for a message. */
export function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 57)}...` : text}”`;
}

function tooLong(length: number): Problem {
  return {
    code: 'question-too-long',
    message: `The text has ${length} characters; at most ${MAX_QUESTION_CHARACTERS} are read as one question.`,
    todo: 'Ask one thing at a time, or screen a file.',
    data: { length, limit: MAX_QUESTION_CHARACTERS },
  };
}

/** Characters that look Latin and are not, said in a way a person can check. */
export function homoglyphs(text: string, alike: readonly string[]): Problem {
  const named = alike.map(
    (char) => `${char} (U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`,
  );
  return {
    code: 'homoglyph',
    message: `${quoted(text)} has letters of another script that look Latin: ${named.join(', ')}. They were read as Latin.`,
    todo: 'Ask where the text comes from: look-alike letters hide words from a search.',
    data: { characters: alike.join('') },
  };
}

const CONTROLS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Blanks joined, controls taken out and reported, lone surrogates replaced, one pair of quotation marks taken off. */
function clean(input: string, problems: Problem[]): string {
  const whole = input.toWellFormed();
  const controls = new Set(whole.match(CONTROLS) ?? []);
  if (controls.size > 0) {
    const codes = [...controls].map(
      (char) => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
    problems.push({
      code: 'control-characters',
      message: `The text contains control characters (${codes.slice(0, 8).join(', ')}); they were left out.`,
      todo: 'Check that the text was copied whole.',
      data: { characters: codes.join(' ') },
    });
  }
  const text = whole
    .replace(CONTROLS, '')
    .replace(/[\s\ufeff]+/gu, ' ')
    .trim();
  const inner = /^(["'`«“‘「『])(.+)(["'`»”’」』])$/su.exec(text);
  return inner === null || inner[2]!.includes(inner[1]!) ? text : inner[2]!.trim();
}

function readingsOf(text: string): Reading[] {
  const plain = text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-');
  const readings: Reading[] = [];
  if (/^inchi=/i.test(plain)) return [{ kind: 'inchi', text: plain.replace(/^inchi=/i, 'InChI=') }];
  for (const read of [readKey, readCas, readGoodsCode, readUn, readRegistry, readHs]) {
    const reading = read(plain);
    if (reading !== null) readings.push(reading);
  }
  const smiles = readSmilesText(text);
  if (smiles !== null) readings.push(smiles);
  readings.push({ kind: 'name', text });
  return readings;
}

function readKey(text: string): Reading | null {
  const match = /^(?:inchikey\s*[=:]\s*)?([A-Z]{14}(?:-[A-Z]{10}(?:-[A-Z])?)?)$/i.exec(text);
  if (match === null) return null;
  const key = match[1]!.toUpperCase();
  // Fourteen letters may be a name; they are read as a block only where they are capitals and say what they are.
  if (key.length === 14 && !/inchikey/i.test(text)) return null;
  return { kind: 'inchikey', key, whole: key.length === 27 };
}

const CAS_LABEL = String.raw`(?:cas(?:[\s-]*(?:rn|no|nr|number|reg(?:istry)?|num(?:ero)?|n[ºo°]|号|登记号|番号|登録番号))*[\s.:#：-]*)`;
const CAS = new RegExp(String.raw`^\[?${CAS_LABEL}?(\d{2,7})\s?-\s?(\d{2})\s?-\s?(\d)\]?$`, 'i');
const CAS_BARE = new RegExp(String.raw`^${CAS_LABEL}(\d{2,7})(\d{2})(\d)$`, 'i');
const CAS_TRUNCATED = new RegExp(String.raw`^${CAS_LABEL}?(\d{2,7})\s?-\s?(\d{2})\s?-?$`, 'i');

function readCas(text: string): Reading | null {
  const match = CAS.exec(text) ?? CAS_BARE.exec(text);
  if (match !== null) {
    const first = match[1]!.replace(/^0+(?=\d{2})/, '');
    const body = `${first}-${match[2]!}`;
    return { kind: 'cas', number: `${body}-${match[3]!}`, fits: withCheckDigit(body) };
  }
  const cut = CAS_TRUNCATED.exec(text);
  // Without a label and without the hyphen at its end, `25-30` is no cut CAS number.
  if (cut === null || (cut[1]!.length < 4 && !/cas/i.test(text))) return null;
  const body = `${cut[1]!}-${cut[2]!}`;
  return { kind: 'cas-truncated', body, fits: withCheckDigit(body) };
}

/** `437-38` -> `437-38-7`. */
export function withCheckDigit(body: string): string {
  return `${body}-${casCheckDigit(body)}`;
}

function readGoodsCode(text: string): Reading | null {
  return looksLikeGoodsCode(text) && /[-\d]/.test(text) ? { kind: 'goods-code', text } : null;
}

function readUn(text: string): Reading | null {
  const match =
    /^(?:UN|ONU|联合国编号|国連番号)[\s-]*(?:ID|No|Nr|number|num|n[ºo°]|编号|号)?[\s.:#：-]*(\d{4})$/i.exec(
      text,
    );
  return match === null ? null : { kind: 'un', number: `UN${match[1]!}` };
}

const REGISTRIES: readonly (readonly [Registry, RegExp])[] = [
  ['dea', /^(?:DEA|CSCN|DEA\s*CSCN)[\s-]*(?:(?:drug\s*)?code|no|number|schedule)?[\s.:#-]*(\d{4})$/i],
  ['ec', /^(?:(?:EC|EINECS|ELINCS)[\s-]*(?:no|number|nr)?[\s.:#-]*)?(\d{3}-\d{3}-\d)$/i],
  ['unii', /^UNII[\s.:#-]*([0-9A-Z]{10})$/i],
  ['pubchem', /^(?:PubChem[\s-]*)?CID[\s.:#-]*(\d{1,10})$/i],
  ['drugbank', /^(?:DrugBank[\s.:#-]*)?(DB\d{5})$/i],
];

function readRegistry(text: string): Reading | null {
  for (const [registry, pattern] of REGISTRIES) {
    const match = pattern.exec(text);
    if (match !== null) return { kind: 'registry-code', registry, code: match[1]!.toUpperCase() };
  }
  return null;
}

const HS_LABEL =
  /^(?:HS|HSN|H\.S\.|HTS|HTSUS|NCM|NICO|TARIC|CN|TIGIE|harmoni[sz]ed\s+(?:system|code)|tariff|fracci[oó]n(?:\s+arancelaria)?|partida(?:\s+arancelaria)?|税号|税则号列|商品编号|商品編號|海关编码|稅號)(?:[\s-]*(?:code|no|number|line|item|c[oó]digo|编码|号))*[\s.:#：-]*(?=\d)/i;
const HS_DIGITS = /^\d{4}(?:[.\s]?\d{2}(?:[.\s]?\d{2,4}){0,3})?$/;

function readHs(text: string): Reading | null {
  const label = HS_LABEL.exec(text);
  const number = label === null ? text : text.slice(label[0].length);
  if (!HS_DIGITS.test(number)) return null;
  const digits = number.replace(/\D/g, '');
  const chapter = Number(digits.slice(0, 2));
  if (digits.length > 12 || chapter < 1 || chapter > 97) return null;
  // Four bare digits are a heading, a DEA code or a UN number: the label decides.
  if (label === null && (digits.length < 6 || digits.length % 2 === 1)) return null;
  return { kind: 'hs', digits, labelled: label !== null };
}

const SMILES_ONLY = /^(?:\[[^\][\s]{1,32}\]|Br|Cl|[BCNOPSFIbcnops*]|[-=#$:/\\.()%~]|\d)+$/;
/** What stands in structures and not in names. */
const SMILES_SIGNS = /\(=|=[A-Z(]|#[A-Z]|[A-Za-z\]]@|\[[A-Za-z0-9]*@+|\[\d*[A-Z][a-z]?H?\d*[+-]\d*\]/;

function readSmilesText(text: string): Reading | null {
  if (/\s/.test(text)) return null;
  if (!/[A-Za-z*]/.test(text)) return null;
  const shaped = SMILES_ONLY.test(text);
  if (!shaped && !SMILES_SIGNS.test(text)) return null;
  // Letters alone may be an abbreviation (NPP, PCP); signs, digits and brackets make it a structure.
  return { kind: 'smiles', text, plain: /^[A-Za-z]+$/.test(text) };
}
