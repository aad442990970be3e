import { accepted, refused, type Outcome, type Problem } from './outcome.ts';
import { quoted } from './typed-text.ts';

/**
 * Units by their common codes in UN/ECE Recommendation 20 (Revision 17); packages by their codes in Recommendation 21
 * with X before them, as Recommendation 20 prescribes. The codes are also EPCIS's `uom`.
 *
 * `base` is the unit to which `factor` of them are reduced, exactly; units with the same base can be compared and
 * added. Pound and ounce by the international agreement of 1959, gallons by NIST Handbook 44 (231 cubic inches) and
 * the UK Weights and Measures Act 1985. A package, tablet or capsule is its own base: how much is in it, nobody knows
 * unless it is said.
 */
export const UNITS = {
  MC: { name: 'microgram', symbol: 'µg', base: 'KGM', factor: '0.000000001' },
  MGM: { name: 'milligram', symbol: 'mg', base: 'KGM', factor: '0.000001' },
  GRM: { name: 'gram', symbol: 'g', base: 'KGM', factor: '0.001' },
  KGM: { name: 'kilogram', symbol: 'kg', base: 'KGM', factor: '1' },
  DTN: { name: 'decitonne', symbol: 'dt', base: 'KGM', factor: '100' },
  TNE: { name: 'tonne', symbol: 't', base: 'KGM', factor: '1000' },
  GRN: { name: 'grain', symbol: 'grain', base: 'KGM', factor: '0.00006479891' },
  ONZ: { name: 'ounce (avoirdupois)', symbol: 'oz', base: 'KGM', factor: '0.028349523125' },
  APZ: { name: 'troy ounce', symbol: 'ozt', base: 'KGM', factor: '0.0311034768' },
  LBR: { name: 'pound', symbol: 'lb', base: 'KGM', factor: '0.45359237' },
  CWA: { name: 'hundredweight (US)', symbol: 'US cwt', base: 'KGM', factor: '45.359237' },
  CWI: { name: 'hundredweight (UK)', symbol: 'UK cwt', base: 'KGM', factor: '50.80234544' },
  STN: { name: 'short ton', symbol: 'short ton', base: 'KGM', factor: '907.18474' },
  LTN: { name: 'long ton', symbol: 'long ton', base: 'KGM', factor: '1016.0469088' },

  '4G': { name: 'microlitre', symbol: 'µL', base: 'LTR', factor: '0.000001' },
  MLT: { name: 'millilitre', symbol: 'mL', base: 'LTR', factor: '0.001' },
  CMQ: { name: 'cubic centimetre', symbol: 'cm3', base: 'LTR', factor: '0.001' },
  CLT: { name: 'centilitre', symbol: 'cL', base: 'LTR', factor: '0.01' },
  DLT: { name: 'decilitre', symbol: 'dL', base: 'LTR', factor: '0.1' },
  LTR: { name: 'litre', symbol: 'L', base: 'LTR', factor: '1' },
  HLT: { name: 'hectolitre', symbol: 'hL', base: 'LTR', factor: '100' },
  K6: { name: 'kilolitre', symbol: 'kL', base: 'LTR', factor: '1000' },
  MTQ: { name: 'cubic metre', symbol: 'm3', base: 'LTR', factor: '1000' },
  OZA: { name: 'fluid ounce (US)', symbol: 'US fl oz', base: 'LTR', factor: '0.0295735295625' },
  OZI: { name: 'fluid ounce (UK)', symbol: 'UK fl oz', base: 'LTR', factor: '0.0284130625' },
  GLL: { name: 'gallon (US)', symbol: 'US gal', base: 'LTR', factor: '3.785411784' },
  GLI: { name: 'gallon (UK)', symbol: 'UK gal', base: 'LTR', factor: '4.54609' },
  BLL: { name: 'barrel (US), petroleum', symbol: 'bbl', base: 'LTR', factor: '158.987294928' },

  H87: { name: 'piece', symbol: 'pcs', base: 'H87', factor: '1' },
  EA: { name: 'each', symbol: 'EA', base: 'H87', factor: '1' },
  C62: { name: 'one', symbol: 'C62', base: 'H87', factor: '1' },
  DZN: { name: 'dozen', symbol: 'dozen', base: 'H87', factor: '12' },
  CEN: { name: 'hundred', symbol: 'CEN', base: 'H87', factor: '100' },
  MIL: { name: 'thousand', symbol: 'MIL', base: 'H87', factor: '1000' },
  U2: { name: 'tablet', symbol: 'tablets', base: 'U2', factor: '1' },
  XAV: { name: 'capsule', symbol: 'capsules', base: 'XAV', factor: '1' },

  XAM: { name: 'ampoule', symbol: 'ampoules', base: 'XAM', factor: '1' },
  XBA: { name: 'barrel (package)', symbol: 'XBA', base: 'XBA', factor: '1' },
  XBG: { name: 'bag', symbol: 'bags', base: 'XBG', factor: '1' },
  X5H: { name: 'bag, woven plastic', symbol: 'woven bags', base: 'XBG', factor: '1' },
  X5M: { name: 'bag, paper', symbol: 'paper bags', base: 'XBG', factor: '1' },
  XEC: { name: 'bag, plastic', symbol: 'plastic bags', base: 'XBG', factor: '1' },
  XBJ: { name: 'bucket', symbol: 'buckets', base: 'XBJ', factor: '1' },
  XBO: { name: 'bottle', symbol: 'bottles', base: 'XBO', factor: '1' },
  XBX: { name: 'box', symbol: 'boxes', base: 'XBX', factor: '1' },
  XCI: { name: 'canister', symbol: 'canisters', base: 'XCI', factor: '1' },
  XCS: { name: 'case', symbol: 'cases', base: 'XCS', factor: '1' },
  XCT: { name: 'carton', symbol: 'cartons', base: 'XCT', factor: '1' },
  XCY: { name: 'cylinder', symbol: 'cylinders', base: 'XCY', factor: '1' },
  XDR: { name: 'drum', symbol: 'drums', base: 'XDR', factor: '1' },
  X1A: { name: 'drum, steel', symbol: 'steel drums', base: 'XDR', factor: '1' },
  X1G: { name: 'drum, fibre', symbol: 'fibre drums', base: 'XDR', factor: '1' },
  XIH: { name: 'drum, plastic', symbol: 'plastic drums', base: 'XDR', factor: '1' },
  XJC: { name: 'jerrican', symbol: 'jerricans', base: 'XJC', factor: '1' },
  XJR: { name: 'jar', symbol: 'jars', base: 'XJR', factor: '1' },
  XKG: { name: 'keg', symbol: 'kegs', base: 'XKG', factor: '1' },
  XPA: { name: 'packet', symbol: 'packets', base: 'XPA', factor: '1' },
  XPK: { name: 'package', symbol: 'packages', base: 'XPK', factor: '1' },
  XPL: { name: 'pail', symbol: 'pails', base: 'XPL', factor: '1' },
  XPX: { name: 'pallet', symbol: 'pallets', base: 'XPX', factor: '1' },
  XSA: { name: 'sack', symbol: 'sacks', base: 'XSA', factor: '1' },
  XSH: { name: 'sachet', symbol: 'sachets', base: 'XSH', factor: '1' },
  XTN: { name: 'tin', symbol: 'tins', base: 'XTN', factor: '1' },
  XVI: { name: 'vial', symbol: 'vials', base: 'XVI', factor: '1' },
  XWA: { name: 'intermediate bulk container', symbol: 'IBC', base: 'XWA', factor: '1' },
} as const;

export type UnitCode = keyof typeof UNITS;

export function isUnitCode(text: string): text is UnitCode {
  return Object.hasOwn(UNITS, text);
}

/** What is counted or measured: `mass`, `volume`, or single things. */
export function dimensionOf(unit: UnitCode): 'mass' | 'volume' | 'count' {
  const { base } = UNITS[unit];
  return base === 'KGM' ? 'mass' : base === 'LTR' ? 'volume' : 'count';
}

/**
 * The unit a word, symbol or code names, in English, Chinese or Spanish. Refused: words that name several units
 * (`unit-ambiguous`: ton, gallon, gr, 斤, Mg) and words that name none (`unit-unknown`).
 */
export function readUnit(text: string): Outcome<UnitCode> {
  const code = text.toUpperCase();
  if (text === code && isUnitCode(code)) return accepted(code);
  const cased = text.normalize('NFKC').replace(/[.\s]/g, '');
  const word = cased.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  const doubtful = AMBIGUOUS.get(cased) ?? AMBIGUOUS.get(word);
  if (doubtful !== undefined) return refused(ambiguous(text, doubtful));
  const unit = WORDS.get(word);
  return unit === undefined ? refused(unknown(text)) : accepted(unit);
}

/** What a word may mean that no reader can tell apart. By the word itself, or (`Mg`) by its letters' case. */
const AMBIGUOUS = new Map<string, string>([
  ...entries('ton tons', 'a tonne of 1000 kg, a short ton of 907.18474 kg or a long ton of 1016.0469088 kg'),
  ...entries(
    'gal gals gallon gallons galon galones 加仑',
    'a US gallon of 3.785411784 L or a UK gallon of 4.54609 L',
  ),
  ...entries(
    'floz fluidounce fluidounces 液盎司',
    'a US fluid ounce of 29.57 mL or a UK fluid ounce of 28.41 mL',
  ),
  ...entries(
    'cwt hundredweight',
    'a US hundredweight of 45.359237 kg or a UK hundredweight of 50.80234544 kg',
  ),
  ...entries('gr grs', 'a gram or a grain of 64.79891 mg'),
  ...entries('barrel barrels barril barriles', 'a barrel as a package or a barrel of 158.987294928 L'),
  ...entries('斤 市斤', '500 g in mainland China, 600 g in Taiwan or 604.78982 g in Hong Kong'),
  ...entries('两 兩', '50 g in mainland China or 37.5 g in Taiwan and nearly that in Hong Kong'),
  ...entries('Mg', 'a milligram or a megagram, a thousand million times as much'),
  ...entries('Ml', 'a millilitre or a megalitre, a thousand million times as much'),
]);

/** Words without points, blanks and diacritics, in lower case. */
const WORDS = new Map<string, UnitCode>([
  ...entries('\u03bcg ug mcg microgram micrograms microgramo microgramos 微克', 'MC' as const),
  ...entries('mg mgs milligram milligrams milligramme miligramo miligramos 毫克', 'MGM' as const),
  ...entries('g gm gms gram grams gramme grammes gramo gramos 克', 'GRM' as const),
  ...entries(
    'kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramo kilogramos',
    'KGM' as const,
  ),
  ...entries('公斤 千克', 'KGM' as const),
  ...entries('dt quintal quintales 公担', 'DTN' as const),
  ...entries('t mt mts tm tonne tonnes metricton metrictons metrictonne metrictonnes', 'TNE' as const),
  ...entries('tonelada toneladas toneladametrica toneladasmetricas 吨 噸 公吨 公噸', 'TNE' as const),
  ...entries('grain grains', 'GRN' as const),
  ...entries('oz ounce ounces onza onzas 盎司', 'ONZ' as const),
  ...entries('ozt troyoz troyounce troyounces', 'APZ' as const),
  ...entries('lb lbs pound pounds libra libras 磅', 'LBR' as const),
  ...entries('uscwt', 'CWA' as const),
  ...entries('ukcwt', 'CWI' as const),
  ...entries('shortton shorttons uston ustons 短吨', 'STN' as const),
  ...entries('longton longtons ukton uktons 长吨', 'LTN' as const),
  ...entries('\u03bcl ul microlitre microlitres microliter microliters 微升', '4G' as const),
  ...entries(
    'ml mls millilitre millilitres milliliter milliliters mililitro mililitros 毫升',
    'MLT' as const,
  ),
  ...entries('cc ccm cm3 立方厘米', 'CMQ' as const),
  ...entries('cl centilitre centilitres centiliter centiliters centilitro centilitros', 'CLT' as const),
  ...entries('dl decilitre decilitres deciliter deciliters decilitro decilitros', 'DLT' as const),
  ...entries('l lt lts ltr ltrs litre litres liter liters litro litros 升 公升', 'LTR' as const),
  ...entries('hl hectolitre hectolitres hectoliter hectoliters hectolitro hectolitros', 'HLT' as const),
  ...entries('kl kilolitre kilolitres kiloliter kiloliters kilolitro kilolitros 千升', 'K6' as const),
  ...entries(
    'm3 cbm cubicmetre cubicmetres cubicmeter cubicmeters metrocubico metroscubicos 立方米',
    'MTQ' as const,
  ),
  ...entries('usfloz usfluidounce usfluidounces', 'OZA' as const),
  ...entries('ukfloz ukfluidounce ukfluidounces impfloz', 'OZI' as const),
  ...entries('usgal usgals usgallon usgallons 美加仑 美制加仑', 'GLL' as const),
  ...entries(
    'ukgal ukgals ukgallon ukgallons impgal imperialgallon imperialgallons 英加仑 英制加仑',
    'GLI' as const,
  ),
  ...entries('bbl bbls', 'BLL' as const),
  ...entries(
    'pc pcs pce pces piece pieces unit units ea pz pza pzas pieza piezas unidad unidades',
    'H87' as const,
  ),
  ...entries('个 個 件 台 臺 支 只', 'H87' as const),
  ...entries('dozen dozens docena docenas 打', 'DZN' as const),
  ...entries(
    'tab tabs tablet tablets tableta tabletas comprimido comprimidos pastilla pastillas 片',
    'U2' as const,
  ),
  ...entries('cap caps capsule capsules capsula capsulas 胶囊 粒胶囊', 'XAV' as const),
  ...entries(
    'amp amps ampoule ampoules ampul ampule ampules ampolla ampolletas ampollas 安瓿',
    'XAM' as const,
  ),
  ...entries('bag bags bolsa bolsas 袋 包', 'XBG' as const),
  ...entries('wovenbag wovenbags 编织袋', 'X5H' as const),
  ...entries('paperbag paperbags 纸袋', 'X5M' as const),
  ...entries('plasticbag plasticbags polybag polybags 塑料袋', 'XEC' as const),
  ...entries('bucket buckets cubeta cubetas', 'XBJ' as const),
  ...entries('bottle bottles btl btls botella botellas frasco frascos 瓶', 'XBO' as const),
  ...entries('box boxes 盒', 'XBX' as const),
  ...entries('canister canisters', 'XCI' as const),
  ...entries('case cases', 'XCS' as const),
  ...entries('carton cartons ctn ctns caja cajas 箱 纸箱', 'XCT' as const),
  ...entries('cylinder cylinders cilindro cilindros 钢瓶', 'XCY' as const),
  ...entries('drum drums tambor tambores 桶', 'XDR' as const),
  ...entries('steeldrum steeldrums irondrum irondrums metaldrum metaldrums 铁桶 钢桶', 'X1A' as const),
  ...entries('fibredrum fibredrums fiberdrum fiberdrums cunete cunetes 纸板桶 纸桶', 'X1G' as const),
  ...entries('plasticdrum plasticdrums hdpedrum hdpedrums polydrum polydrums 塑料桶', 'XIH' as const),
  ...entries('jerrican jerricans jerrycan jerrycans bidon bidones', 'XJC' as const),
  ...entries('jar jars tarro tarros 罐', 'XJR' as const),
  ...entries('keg kegs', 'XKG' as const),
  ...entries('packet packets paquete paquetes', 'XPA' as const),
  ...entries('package packages pkg pkgs bulto bultos', 'XPK' as const),
  ...entries('pail pails', 'XPL' as const),
  ...entries('pallet pallets tarima tarimas palet palets 托盘 托', 'XPX' as const),
  ...entries('sack sacks saco sacos costal costales', 'XSA' as const),
  ...entries('sachet sachets sobre sobres 小袋', 'XSH' as const),
  ...entries('tin tins lata latas', 'XTN' as const),
  ...entries('vial vials viales 西林瓶', 'XVI' as const),
  ...entries('ibc ibcs 吨桶', 'XWA' as const),
]);

function entries<T>(words: string, value: T): readonly (readonly [string, T])[] {
  return words.split(' ').map((word) => [word, value] as const);
}

function ambiguous(text: string, meanings: string): Problem {
  return {
    code: 'unit-ambiguous',
    message: `${quoted(text)} may be ${meanings}.`,
    todo: 'Name the unit in full, or give kilograms or litres.',
    data: { given: text, meanings },
  };
}

function unknown(text: string): Problem {
  return {
    code: 'unit-unknown',
    message: `${quoted(text)} is no unit known here.`,
    todo: 'Give kg, g, mg, t, L, mL, lb, oz, pieces, tablets, a kind of package, or a code of UN/ECE Recommendation 20.',
    data: { given: text },
  };
}
