import { formLayers, formWord, joinForms, NO_FORM, type FormWords } from './chemical-form.ts';
import type { PreparedLaw } from './resolve-law.ts';

/**
 * What stands beside a name in a line of text. Words of salt, water, isomer and isotope belong to it; other words of
 * chemistry make another substance of it; and a name joined to more of a name is only part of one.
 */

export function isHan(char: string | undefined): boolean {
  return char !== undefined && /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]/u.test(char);
}

/** What stands beside a name. */
export interface Side {
  /** Characters of the line that belong to the name as words of its form. */
  readonly taken: number;
  readonly form: FormWords;
  readonly changedBy: string | null;
}

const NO_SIDE: Side = { taken: 0, form: NO_FORM, changedBy: null };

const DASH = '[-\\u2010-\\u2015\\u2212]';
const FORM_BEFORE = new RegExp(
  String.raw`(?:^|[\s,;:/(])((?:(?:\(\s*[±+${DASH.slice(1, -1)}]\s*\)|\(\s*\d*[RS](?:\s*,\s*\d*[RS])*\s*\)|dl|[dl]|rac|[RS]|d\d{1,2}|\[(?:2H|13C)\d*\])${DASH})+)$`,
  'iu',
);
const SUBSTITUENT_BEFORE =
  /(?:^|[\s,;:/])([\p{L}\d',()[\]-]*(?:yl|oxy|chloro|bromo|fluoro|iodo|nitro|amino|hydroxy|cyano|nor|iso|bis|glycol|petroleum|des|dihydro|deoxy|oxo))\s+$/iu;
/** `acetone free`, `free of acetone`, `sin acetona`: the line says that it is not in. */
const DENIED_BEFORE =
  /(?:^|[\s,;(])(?:non?|without|free\s+(?:of|from)|sin|sem|sans|ohne)[\s-]+$|(?:不含|无)$/iu;
const DERIVED_BEFORE =
  /(?:^|[\s,;])([ée]sters?|[ée]ter(?:es)?|ethers?|derivatives?|derivados?)\s+(?:\p{L}+\s+)?(?:de|del|of|du|d['’])\s*$/iu;
const STEREO_BEFORE = /(?:^|[\s,;:/])(racemic|rac|dl|deuterated|dextro|levo)\s+$/iu;
const SALT_BEFORE =
  /(?:^|[\s,;:/])([\p{L}]{5,24})\s+(?:salt\s+)?(?:de\s+la\s+|de\s+|do\s+|da\s+|del\s+|of\s+|d['’]\s?)$/iu;

/** What stands left of a name: null where the name is the tail of a longer one. */
export function leftOf(
  prepared: PreparedLaw,
  normal: string,
  from: number,
  to: number,
  equipment: boolean,
): Side | null {
  if (equipment || from === 0) return NO_SIDE;
  const before = normal.slice(Math.max(0, from - 60), from);
  const char = before.at(-1)!;
  if (isHan(normal[from]) && isHan(char)) return leftOfHan(prepared, before);
  if (DENIED_BEFORE.test(before)) return null;
  const form = FORM_BEFORE.exec(before);
  if (form !== null) return formSide(form[1]!, `${form[1]!}x`);
  if (new RegExp(`[\\p{L}\\p{N})\\]}']${DASH}$`, 'u').test(before)) return null;
  // `N,N-`, `2,4-`: a comma without a blank joins locants; a bracket that closes behind the name only sets it off.
  if (/[\p{L}\p{N}],$/u.test(before) && !isHan(char)) return null;
  if (/(?:poly|mono|bis|tris|[NOS]-)\($/iu.test(before)) return null;
  if (/[)\]}]$/.test(before)) return null;
  if (/[\p{L}\p{N})\]][([{]$/u.test(before) && !/^[)\]}](?![\p{L}\p{N}-])/u.test(normal.slice(to, to + 2)))
    return null;
  const stereo = STEREO_BEFORE.exec(before);
  if (stereo !== null)
    return formSide(before.slice(stereo.index + stereo[0].indexOf(stereo[1]!)), `${stereo[1]!} x`);
  const salt = SALT_BEFORE.exec(before);
  const words = salt === null ? null : formWord(salt[1]!);
  if (salt !== null && words !== null) {
    return { taken: salt[0].trimStart().length, form: words, changedBy: null };
  }
  const substituent = DERIVED_BEFORE.exec(before) ?? SUBSTITUENT_BEFORE.exec(before);
  return substituent === null ? NO_SIDE : { ...NO_SIDE, changedBy: substituent[1]! };
}

/** Reads words of form set before a name with the help of a stand-in for the name. */
function formSide(words: string, withName: string): Side {
  const layers = formLayers(withName.replace(/x$/, 'xx'), {});
  return { taken: words.length, form: layers.at(-1)?.form ?? NO_FORM, changedBy: null };
}

/** Characters that make the Han characters after them part of one chemical name. */
const HAN_BEFORE = new Set(
  '基代酰酸甲乙丙丁戊己庚辛壬癸苯苄氟氯溴碘硝羟氧氨环异叔仲伯邻间对二三四五双去脱多聚偶联萘呋噻吡醋硫磷亚次过高重氢氰酯醚酮哌嗪啶胺羰巯烯炔烷',
);
/** Characters that make the Han characters before them part of one chemical name. */
const HAN_AFTER = new Set(
  '基酸酯酮醇胺醛腈烷烯炔醚酰碱氧硫氮苷脲肼肟酐酚并啶嗪唑啉环代磺膦异叔单二三甲乙丙丁戊己庚辛钠钾锂钙镁铵铝铁铜锌银化缩烃黑蓝紫',
);
/** What may stand right behind the name of an acid; anything else is what it is the salt of (盐酸二甲双胍). */
const AFTER_ACID = new Set('溶桶罐瓶浓含纯级试工分吨公千升和及与等、');

function leftOfHan(prepared: PreparedLaw, before: string): Side | null {
  const simple = prepared.simplified(before);
  for (let length = 4; length >= 2; length--) {
    const words = formWord(simple.slice(-length));
    if (words !== null && !HAN_BEFORE.has(simple.at(-length - 1) ?? '')) {
      return { taken: length, form: words, changedBy: null };
    }
  }
  return HAN_BEFORE.has(simple.at(-1)!) ? null : NO_SIDE;
}

const WORD_AFTER = /^([\s-]*)([(·.*x]?\s?)([\p{L}\p{N}]+)(\)?)/u;
const ORDINARY_AFTER =
  /^(?:powder|oil|base|free|grade|solution|liquid|based|derived|type|pure|crystal\w*|citrate)$/i;
/** Endings of names of chemicals: a word with one, right after a name, makes it another substance. */
const CHEMICAL_ENDING =
  /(?:[^aeiouy](?:ide|ite|ate)|[^aeiou]one|ane|ene|yne|oxide|imide|amide|ester|ether|oxime|hydrazone|nitrile|anhydride|hydrin|[íi]lic[oa]|ylique)$/iu;
const ORDINARY_WORDS = new Set(
  'grade certificate candidate climate state plate private date rate concentrate intermediate substrate separate corporate estimate duplicate phone zone stone alone cone drone clone hormone none one done gone tone bone side wide guide inside outside provide include site website white suite opposite composite unite write quite mate gate late invite favorite definite plane crane lane membrane scene gene hygiene online insecticide pesticide herbicide fungicide'.split(
    ' ',
  ),
);

/** What stands right of a name: null where the name is the head of a longer one. */
export function rightOf(
  prepared: PreparedLaw,
  normal: string,
  from: number,
  to: number,
  equipment: boolean,
): Side | null {
  if (equipment) return NO_SIDE;
  const after = normal.slice(to, to + 60);
  if (/^[\s-]*free\b(?!\s*-?base)/i.test(after)) return null;
  if (isHan(after[0]))
    return isHan(normal[to - 1])
      ? rightOfHan(prepared, after, normal.slice(from, to))
      : hanForm(prepared, after, 0);
  const isotopes = /^[\s-]*[[(]?(?:d\d{1,2}|(?:13|14)c\d{0,2}|15n\d?)[\])]?(?![\p{L}\p{N}])/iu.exec(after);
  if (isotopes !== null)
    return { taken: isotopes[0].length, form: { ...NO_FORM, isotopes: true }, changedBy: null };
  const side = wordsOfForm(after);
  if (side.taken > 0) return { ...side, changedBy: changing(prepared, after.slice(side.taken)) };
  if (new RegExp(`^${DASH}`, 'u').test(after)) {
    const joined = new RegExp(`^${DASH}([\\p{L}\\p{N}]+)(.?)`, 'u').exec(after);
    if (joined !== null && !isApart(joined[1]!, joined[2]!)) return null;
  }
  if (/^[[({][\p{L}\p{N}]+[\])}]-/u.test(after) || /^\[/.test(after)) return null;
  // `Piperidine, 4-anilino-`: an inverted name goes on behind its comma.
  if (/^,\s*[\dN([][^\s,]*(?:-|yl|oxy|chloro|bromo|fluoro|nitro|amino|methyl)(?=[\s,;)]|$)/u.test(after))
    return null;
  if (isHan(after.trimStart()[0])) return hanForm(prepared, after, after.length - after.trimStart().length);
  return { ...NO_SIDE, changedBy: changing(prepared, after) };
}

/** Words joined by a hyphen that do not make another name: a figure with its unit, powder, oil. */
function isApart(word: string, next: string): boolean {
  return ORDINARY_AFTER.test(word) || (/^\d+[a-z%]{0,3}$/i.test(word) && !/[-,(]/.test(next));
}

/** Salts and waters that follow a name, one after another. */
function wordsOfForm(after: string): Side {
  let taken = 0;
  let form = NO_FORM;
  for (let i = 0; i < 4; i++) {
    const match = WORD_AFTER.exec(after.slice(taken));
    if (match === null) break;
    const words = saltWord(match[3]!, after.slice(taken + match[0].length));
    if (words === null) break;
    form = joinForms(words.form, form);
    taken += match[0].length + words.more;
  }
  return { taken, form, changedBy: null };
}

function saltWord(word: string, rest: string): { form: FormWords; more: number } | null {
  const two = /^(\s+)([\p{L}]+)/u.exec(rest);
  if (two !== null && /^(?:free|hydrogen|acid|base|sodium|potassium|di|sal)$/i.test(word)) {
    const layers = formLayers(`xx ${word} ${two[2]!}`, {});
    if (layers[0]?.rest === 'xx') return { form: layers[0].form, more: two[0].length };
  }
  const form = formWord(word);
  return form === null ? null : { form, more: 0 };
}

/** Goods that are named after a chemical and are something else. */
const ABOUT_IT =
  /^[\s-]+((?:rapid\s+)?tests?|(?:test\s+)?strips?|kits?|detect(?:or|ion)|antibod(?:y|ies)|elisa|immunoassay|sensors?|analy[sz]ers?|resins?|flavou?rs?|fragrance|perfume|parfum|eau|scented|analogues?|analogs?|derivatives?|substitutes?|inhibitors?|receptors?|agonists?|antagonists?|dyes?|(?:blue|black|yellow|violet|purple|orange|green)(?=\s+(?:dyes?|pigment|\d)|$))(?![\p{L}])/iu;

/** The word behind a name that makes another substance of it, unless it begins a name of its own. */
function changing(prepared: PreparedLaw, after: string): string | null {
  const ester = /^\s+((?:\p{L}+yl\s+)?(?:[ée]ster(?:es)?|ether)s?)(?![\p{L}])/iu.exec(after);
  if (ester !== null) return ester[1]!;
  const about = ABOUT_IT.exec(after);
  if (about !== null) return about[1]!;
  const ofAcid = /^\s+(\p{L}+yl\s+\p{L}{3,}(?:ate|oate|ide))(?!\p{L})/iu.exec(after);
  if (ofAcid !== null) return ofAcid[1]!;
  const next = /^\s+([\p{L}]{4,})/u.exec(after);
  if (next === null) return null;
  const word = next[1]!.toLowerCase();
  if (ORDINARY_WORDS.has(word) || !CHEMICAL_ENDING.test(word)) return null;
  return prepared.beginsName(word) ? null : next[1]!;
}

function rightOfHan(prepared: PreparedLaw, after: string, name: string): Side | null {
  const side = hanForm(prepared, after, 0);
  if (side.taken > 0) return side;
  const next = prepared.simplified(after.slice(0, 1));
  if (HAN_AFTER.has(next)) return null;
  return formWord(prepared.simplified(name)) !== null && !AFTER_ACID.has(next) ? null : NO_SIDE;
}

/** Salts and waters written in Han characters behind a name, one after another. */
function hanForm(prepared: PreparedLaw, after: string, blanks: number): Side {
  const simple = prepared.simplified(after.slice(blanks));
  let taken = 0;
  let form = NO_FORM;
  for (let i = 0; i < 3; i++) {
    const length = [5, 4, 3, 2, 1].find((many) => {
      const words = formWord(simple.slice(taken, taken + many));
      return words !== null && (words.needs === null || simple.slice(taken, taken + many).endsWith('盐'));
    });
    if (length === undefined) break;
    form = joinForms(formWord(simple.slice(taken, taken + length))!, form);
    taken += length;
  }
  return taken === 0 ? NO_SIDE : { taken: blanks + taken, form, changedBy: null };
}
