import { foldName } from './name-fold.ts';
import type { NumberMark } from './description-marks.ts';
import type { PreparedLaw } from './resolve-law.ts';

/** What a line says beside names and numbers. */
export interface LineContext {
  /** A sign that chemicals are spoken of: a mass or volume, a purity, a form, a packing, a chapter of chemicals. */
  readonly chemical: boolean;
  /** A sign that tablets or capsules are made. */
  readonly tablets: boolean;
  readonly mixture: boolean;
  readonly solution: boolean;
  readonly dosageForm: boolean;
  readonly referenceStandard: boolean;
  /** True where traditional Han characters were read as simplified ones. */
  readonly traditional: boolean;
  /** Words under which chemicals have been hidden: pigment, cosmetic raw material. */
  readonly cover: readonly string[];
}

const QUANTITY =
  /\d\s?(?:[kmµμ]?g|kgs?|kilos?|mcg|mt|tons?|tonnes?|toneladas?|ml|l|lts?|lit(?:er|re|ro)s?|gal(?:lons?)?|lbs?)(?![\p{L}])|\d\s?(?:公斤|千克|克|毫克|吨|噸|升|毫升)/iu;
const PURITY = /\d\s?%|\bpurity\b|\bassay\b|\bpureza\b|含量|纯度|純度/iu;
const SUBSTANCE_WORDS =
  /\b(?:powder|crystals?|crystalline|flakes?|granul\w*|liquid|reagent|intermediates?|chemicals?|solvent|raw material|API|tech(?:nical)? grade|drums?|isotank|iso tank|carboys?|polvo|tambor(?:es)?|reactivo|disolvente|solvente|cristal(?:es)?|pulver|poudre|f[uû]ts?)\b|粉末?|晶体|结晶|原料|试剂|中间体|桶|溶剂|化工|液体/iu;
const TABLETS =
  /\b(?:tablet\w*|tableting|pills?|comprimid\w*|tablet(?:as?|eadora)|comprim[eé]s?|capsul(?:e filling|es? filler|ing)|c[aá]psulas|gelcaps?)\b|压片|壓片|片剂|药片|胶囊|膠囊|冲压药/iu;
const MIXTURE =
  /\b(?:mixture|mix|blend|mezcla|m[ée]lange|mischung|mistura)\b|混合|\d{1,2}\s?[:/]\s?\d{1,2}(?!\d)(?=\s|$|,|;)/iu;
const SOLUTION =
  /\b(?:solution|soluci[oó]n|sol\.|aqueous|in water|en agua|em água|l[oö]sung|dissolved)\b|溶液|水溶/iu;
const DOSAGE =
  /\b(?:injection|injectable|inyectables?|ampoules?|ampollas?|amps?|vials?|viales|transdermal|patch(?:es)?|parches?|tablets?|capsules?|lozenges?|nasal spray|syrup|jarabe|suppositor\w+|for solution|blotters?|pills?|mg\/ml|mcg\/h)\b|\biny\.|注射液|注射剂|片剂|贴剂|安瓿/iu;
const STANDARD =
  /\b(?:reference (?:standard|material)|CRM|certified reference|analytical standard|patr[oó]n de referencia|estándar)\b|对照品|標準品|标准品|对照/iu;

/** Chapters of the Harmonized System in which chemicals travel by themselves. */
const CHEMICAL_CHAPTERS = new Set(['28', '29', '30', '38']);

/** Goods of a purity below this are sold as a solution or a mixture. */
const DILUTE_BELOW_PERCENT = 90;

function isDilute(line: string): boolean {
  const shares = [...line.matchAll(/(?<![\d.,])(\d{1,2}(?:[.,]\d+)?)\s?%/g)];
  return shares.some((match) => Number(match[1]!.replace(',', '.')) < DILUTE_BELOW_PERCENT);
}

/** Reads the signs of a line. `marks` are the numbers found in it. */
export function lineContext(prepared: PreparedLaw, line: string, marks: readonly NumberMark[]): LineContext {
  const folded = foldName(line, prepared.law.index.han);
  const points = prepared.law.lists.contextWords.filter((word) =>
    folded.includes(prepared.folded(word.text)),
  );
  return {
    chemical:
      DOSAGE.test(line) ||
      QUANTITY.test(line) ||
      PURITY.test(line) ||
      SUBSTANCE_WORDS.test(line) ||
      marks.some((mark) => mark.kind === 'hs' && CHEMICAL_CHAPTERS.has(mark.digits.slice(0, 2))) ||
      marks.some((mark) => mark.kind !== 'hs'),
    tablets: TABLETS.test(line) || points.some((word) => word.points === 'tablet-making'),
    mixture: MIXTURE.test(line),
    solution: SOLUTION.test(line) || isDilute(line),
    dosageForm: DOSAGE.test(line),
    referenceStandard: STANDARD.test(line),
    traditional: prepared.simplified(line) !== line,
    cover: prepared.coverWords().filter((word) => folded.includes(word)),
  };
}
