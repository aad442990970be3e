import type { HanTable } from './name-fold.ts';

/**
 * Words that say in which form a chemical comes: its salt, hydrate, stereoisomer or isotopologue. A law names the
 * parent; papers name the form. Curated from the salt names of the INN modified list (INNM) and trade papers in
 * English, Spanish, Portuguese, French, German, Russian, Chinese and Japanese. From memory where no source is given.
 */
export interface FormWords {
  /** The salt in English: `hydrochloride`. Null where no counter-ion is named. */
  readonly salt: string | null;
  /** What was taken off, by the names of the published counter-ion list: `hydrochloride`, `water`. */
  readonly removed: readonly string[];
  /** `racemic`: the mixture of isomers; `isomer`: one isomer. */
  readonly stereo: 'racemic' | 'isomer' | null;
  readonly isotopes: boolean;
  /** Which side of the salt the parent must be: an anion needs a base, a metal an acid. */
  readonly needs: 'base' | 'acid' | null;
}

export const NO_FORM: FormWords = { salt: null, removed: [], stereo: null, isotopes: false, needs: null };

/** A name with its form words taken off, one layer after another. */
export interface FormLayer {
  readonly rest: string;
  readonly form: FormWords;
}

interface SaltWord {
  readonly salt: string | null;
  readonly removed: string;
  readonly needs: 'base' | 'acid' | null;
}

/** Salt -> its words: Latin script in lower case without accents, Han simplified. */
const ANIONS: Readonly<Record<string, string>> = {
  hydrochloride:
    'hydrochloride hcl monohydrochloride hydrochlorid chlorhydrate clorhidrato monoclorhidrato cloridrato chloridrato hydrochloridum гидрохлорид 盐酸 塩酸 hydrocloride hidrochloride',
  dihydrochloride:
    'dihydrochloride 2hcl dihydrochlorid dichlorhydrate diclorhidrato dicloridrato дигидрохлорид 二盐酸 双盐酸 二塩酸',
  hydrobromide: 'hydrobromide hbr hydrobromid bromhydrate bromhidrato bromidrato гидробромид 氢溴酸',
  hydroiodide: 'hydroiodide hydriodide yodhidrato iodhydrate 氢碘酸',
  sulfate: 'sulfate sulphate hemisulfate sulfat sulfato 硫酸',
  bisulfate: 'bisulfate bisulphate hydrogensulfate bisulfato 硫酸氢',
  phosphate: 'phosphate phosphat fosfato 磷酸',
  nitrate: 'nitrate nitrat nitrato 硝酸',
  citrate: 'citrate citrat citrato dihydrogencitrate цитрат 枸橼酸 柠檬酸 クエン酸',
  tartrate: 'tartrate tartrat tartrato 酒石酸',
  bitartrate: 'bitartrate hydrogentartrate hydrogentartrat bitartrato 重酒石酸 酒石酸氢',
  oxalate: 'oxalate oxalat oxalato оксалат 草酸',
  fumarate: 'fumarate fumarat fumarato 富马酸',
  maleate: 'maleate maleat maleato 马来酸 顺丁烯二酸',
  malate: 'malate malato 苹果酸',
  succinate: 'succinate succinat succinato 琥珀酸',
  lactate: 'lactate lactat lactato 乳酸',
  acetate: 'acetate acetat acetato 醋酸 乙酸',
  mesylate: 'mesylate mesilate methanesulfonate methanesulphonate mesilato 甲磺酸',
  tosylate: 'tosylate tosilate toluenesulfonate tosilato 对甲苯磺酸',
  besylate: 'besylate besilate benzenesulfonate besilato 苯磺酸',
  edisylate: 'edisylate edisilate',
  napsylate: 'napsylate napsilate',
  trifluoroacetate: 'trifluoroacetate tfa 三氟乙酸',
  perchlorate: 'perchlorate perclorato 高氯酸',
  pamoate: 'pamoate embonate pamoato 双羟萘酸',
  salicylate: 'salicylate salicilato 水杨酸',
  gluconate: 'gluconate gluconato',
};

/** Salts whose counter-ion stands in the published list under another name. */
const COUNTER_IONS: Readonly<Record<string, string>> = {
  dihydrochloride: 'hydrochloride',
  bisulfate: 'sulfate',
  bitartrate: 'tartrate',
};

const CATIONS: Readonly<Record<string, string>> = {
  sodium: 'sodium natrium sodico sodica sodique natriumsalz 钠',
  potassium: 'potassium kalium potasico potasica kaliumsalz 钾',
  lithium: 'lithium litio 锂',
  calcium: 'calcium calcio calcique 钙',
  ammonium: 'ammonium amonio 铵',
};

const WATERS =
  'hydrate monohydrate dihydrate trihydrate hemihydrate sesquihydrate hemipentahydrate hidrato monohidrato dihidrato hemihidrato hydrat monohydrat 一水合物 二水合物 半水合物 水合物 一水 二水';

/** Words that name the parent itself. */
const PARENT_WORDS = 'base freebase anhydrous anhydrate anhidro anhydre wasserfrei 游离碱 无水 碱基';

const LATIN = new Map<string, SaltWord>();
const HAN_BEFORE = new Map<string, SaltWord>();
const HAN_AFTER = new Map<string, SaltWord>();

function enter(words: string, entry: SaltWord): void {
  for (const word of words.split(' ')) {
    if (!/\p{Script=Han}|[ァ-ヶ]/u.test(word)) LATIN.set(word, entry);
    else if (entry.needs === null) {
      HAN_AFTER.set(word, entry);
      HAN_BEFORE.set(word, entry);
    } else {
      if (entry.needs === 'base') HAN_BEFORE.set(word, entry);
      HAN_AFTER.set(`${word}盐`, entry);
      HAN_AFTER.set(`${word}塩`, entry);
      if (entry.needs === 'acid') HAN_AFTER.set(word, entry);
    }
  }
}

for (const [salt, words] of Object.entries(ANIONS)) {
  enter(words, { salt, removed: COUNTER_IONS[salt] ?? salt, needs: 'base' });
}
for (const [salt, words] of Object.entries(CATIONS)) enter(words, { salt, removed: salt, needs: 'acid' });
enter(WATERS, { salt: null, removed: 'water', needs: null });
enter(PARENT_WORDS, { salt: null, removed: '', needs: null });

/** Words of two parts, written as one before the last word is looked at. */
const JOINED: readonly (readonly [RegExp, string])[] = [
  [/\bfree[\s-]+base\b/g, 'freebase'],
  [/\bbase\s+libre\b/g, 'freebase'],
  [/\b(?:acid|hydrogen)\s+(sulfate|sulphate|tartrate|tartrat)\b/g, 'hydrogen$1'],
  [/\b(?:di\s*)?hydrogen\s+citrate\b/g, 'dihydrogencitrate'],
  [/\bp(?:ara)?-?\s*toluenesul(?:f|ph)onate\b/g, 'tosylate'],
  [/\bmethane\s+sul(?:f|ph)onate\b/g, 'mesylate'],
  [/\b(sodium|potassium|lithium|calcium|ammonium)\s+salts?\b/g, '$1'],
  [/\b(?:2|di|bis)[\s-]?\(?hcl\)?/g, '2hcl'],
  [/\bsal(?:es)?\s+(?:de\s+)?(sodio|potasio)\b/g, '$1'],
  [/\b(?:de\s+)?sodio\b/g, 'sodico'],
  [/\b(?:de\s+)?potasio\b/g, 'potasico'],
];

/** German joins the salt to the name; these endings are long enough to be no part of another word. */
const JOINED_ENDINGS = ['dihydrochlorid', 'hydrochlorid', 'hydrobromid', 'citrat', 'hydrogentartrat'];

const MIN_REST_CHARACTERS = 2;
const MAX_LAYERS = 6;

/**
 * `text` with its form words taken off from the outside, one layer a step: salts and waters at the end, salts at the
 * head (`clorhidrato de`, 盐酸), then isotopes and stereo. Empty where there is nothing to take off.
 */
export function formLayers(text: string, han: HanTable): readonly FormLayer[] {
  const layers: FormLayer[] = [];
  let rest = plainForm(text, han);
  let form = NO_FORM;
  for (let i = 0; i < MAX_LAYERS; i++) {
    const step = withoutSuffix(rest) ?? withoutHan(rest) ?? withoutSaltHead(rest) ?? withoutPrefix(rest);
    if (step === null || step.rest.replace(/[^\p{L}\p{N}]/gu, '').length < MIN_REST_CHARACTERS) break;
    rest = step.rest;
    form = joinForms(form, step.form);
    layers.push({ rest, form });
  }
  return layers;
}

/** The form a data file names in words: `dihydrochloride`, `hydrochloride monohydrate`, `(S)`, `racemic base`. */
export function readForm(words: string): FormWords {
  let form = NO_FORM;
  let text = plainForm(words, {});
  if (/^(parent|base|acid|element|substance|)$/.test(text)) return NO_FORM;
  for (const [pattern, joined] of JOINED) text = text.replace(pattern, joined);
  for (const word of text.split(/[\s,;/()·]+/)) {
    const salt = LATIN.get(word);
    if (salt !== undefined) form = joinForms(form, saltForm(salt));
    else if (/^(?:dl|rac|racemic|racemate|rs)$/.test(word))
      form = joinForms(form, { ...NO_FORM, stereo: 'racemic' });
    else if (/^(?:\d?[rs]|[dl]|[+-]|dex.*|levo.*|cis|trans|[ez])$/.test(word)) {
      form = joinForms(form, { ...NO_FORM, stereo: 'isomer' });
    } else if (/^d\d{1,2}$|^deuterat/.test(word)) form = joinForms(form, { ...NO_FORM, isotopes: true });
  }
  return form;
}

/** The salt or water a single word names; null for any other word. `word`: Latin letters in any case, or Han. */
export function formWord(word: string): FormWords | null {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  const found = LATIN.get(plain) ?? HAN_AFTER.get(plain) ?? HAN_BEFORE.get(plain);
  return found === undefined ? null : saltForm(found);
}

/** Both forms together, the outer first. */
export function joinForms(outer: FormWords, inner: FormWords): FormWords {
  const salts = [...new Set([inner.salt, outer.salt].filter((salt) => salt !== null))];
  return {
    salt: salts.length === 0 ? null : salts.join(' '),
    removed: [...new Set([...outer.removed, ...inner.removed])],
    stereo: inner.stereo ?? outer.stereo,
    isotopes: inner.isotopes || outer.isotopes,
    needs: inner.needs ?? outer.needs,
  };
}

function plainForm(text: string, han: HanTable): string {
  return [...text.normalize('NFKC').toLowerCase()]
    .map((char) => han[char] ?? char)
    .join('')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function saltForm(word: SaltWord): FormWords {
  return {
    ...NO_FORM,
    salt: word.salt,
    removed: word.removed === '' ? [] : [word.removed],
    needs: word.needs,
  };
}

const LAST_WORD = /^(.*[\s,;/([\]·•.*x-])([\p{L}\p{N}]+)(?:\s*\(\s*\d\s*[:/]\s*\d\s*\))?[\s).\]]*$/su;
const ISOTOPE_END =
  /^(.*?)[\s-]+[[(]?(?:d\d{1,2}|(?:13|14)c\d{0,2}|15n\d?|2h\d{1,2}|3h)[\])]?(?:[\s-]+[[(]?(?:13c|15n)\d{0,2}[\])]?)?$/s;

function withoutSuffix(text: string): FormLayer | null {
  let joined = text;
  for (const [pattern, one] of JOINED) joined = joined.replace(pattern, one);
  const match = LAST_WORD.exec(joined);
  const word = match === null ? undefined : LATIN.get(match[2]!);
  if (match !== null && word !== undefined) return { rest: trimmed(match[1]!), form: saltForm(word) };
  const isotope = ISOTOPE_END.exec(text);
  if (isotope !== null) return { rest: trimmed(isotope[1]!), form: { ...NO_FORM, isotopes: true } };
  for (const ending of JOINED_ENDINGS) {
    const end = text.endsWith(`${ending}e`) ? `${ending}e` : ending;
    if (!text.endsWith(end) || text.length - end.length < 4 || /[\s-]$/.test(text.slice(0, -end.length)))
      continue;
    const known = LATIN.get(ending) ?? LATIN.get(`${ending}e`);
    if (known !== undefined) return { rest: text.slice(0, -end.length), form: saltForm(known) };
  }
  return null;
}

/** What is left may end in the mark that joined it to the salt: a hyphen, a bracket, a dot, `x`. */
function trimmed(rest: string): string {
  return rest
    .replace(/[\s,;/([·•.*-]+$/u, '')
    .replace(/[\s·]+x$/u, '')
    .trim();
}

function withoutHan(text: string): FormLayer | null {
  for (let length = 5; length >= 1; length--) {
    const tail = text.slice(-length);
    const after = HAN_AFTER.get(tail);
    if (after !== undefined && text.length > length) {
      return { rest: trimmed(text.slice(0, -length)), form: saltForm(after) };
    }
    const before = HAN_BEFORE.get(text.slice(0, length));
    if (before !== undefined && text.length > length) {
      return { rest: text.slice(length).trim(), form: saltForm(before) };
    }
  }
  if (text.startsWith('氘代')) return { rest: text.slice(2).trim(), form: { ...NO_FORM, isotopes: true } };
  const racemic = /^(?:消旋|外消旋)(.+)$/.exec(text);
  if (racemic !== null) return { rest: racemic[1]!.trim(), form: { ...NO_FORM, stereo: 'racemic' } };
  const isomer = /^(?:左旋|右旋)(.+)$/.exec(text);
  return isomer === null ? null : { rest: isomer[1]!.trim(), form: { ...NO_FORM, stereo: 'isomer' } };
}

/** `clorhidrato de fentanilo`, `chlorhydrate d'éphédrine`, `hydrochloride salt of`. */
const SALT_HEAD =
  /^([\p{L}]+)\s+(?:salt\s+)?(?:de\s+la\s+|de\s+l['’]\s*|de\s+|do\s+|da\s+|del\s+|of\s+|d['’]\s*)(.+)$/su;

function withoutSaltHead(text: string): FormLayer | null {
  const match = SALT_HEAD.exec(text);
  if (match === null) return null;
  const word = LATIN.get(match[1]!);
  return word === undefined ? null : { rest: match[2]!.trim(), form: saltForm(word) };
}

const RACEMIC_HEAD =
  /^(?:\(\s*(?:±|\+\s*\/\s*-|\+-)\s*\)|±|dl|rac|racemic|racemico|racemique|\(\s*rs\s*\)|\(\s*r\s*,\s*s\s*\))[\s-]+(.+)$/s;
const ISOMER_HEAD =
  /^(?:\(\s*[+-]\s*\)|[dl]|levo|dextro|\(\s*(?:\d*[rs])(?:\s*,\s*\d*[rs])*\s*\)|[rs]|\(\s*[+-]\s*\)\s*-\s*\(\s*[rs]\s*\))[\s-]+(.+)$/s;
const ISOTOPE_HEAD =
  /^(?:[[(]\s*(?:\d{0,2}-?)?(?:2h|3h|13c|14c|15n|d)\d{0,2}\s*[\])][\s-]*|(?:d\d{1,2}|13c\d{0,2}|15n\d?)[\s-]+|deuterated\s+|deuterio-|deutero-|(?:isotopically\s+)?label{1,2}ed\s+|tritiated\s+)(.+)$/s;

function withoutPrefix(text: string): FormLayer | null {
  const isotope = ISOTOPE_HEAD.exec(text);
  if (isotope !== null) return { rest: isotope[1]!, form: { ...NO_FORM, isotopes: true } };
  const racemic = RACEMIC_HEAD.exec(text);
  if (racemic !== null) return { rest: racemic[1]!, form: { ...NO_FORM, stereo: 'racemic' } };
  const isomer = ISOMER_HEAD.exec(text);
  return isomer === null ? null : { rest: isomer[1]!, form: { ...NO_FORM, stereo: 'isomer' } };
}
