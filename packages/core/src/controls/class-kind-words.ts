import type { BridgeKind, GroupKind, Words } from './class-definition.ts';

const say = (en: string, zh: string, es: string): Words => ({ en, zh, es });

/** The kinds of substituent in the languages of the product, as chemists say them. */
export const GROUP_WORDS: Readonly<Record<GroupKind, Words>> = {
  alkyl: say('alkyl', '烷基', 'alquilo'),
  cycloalkyl: say('cycloalkyl', '环烷基', 'cicloalquilo'),
  alkenyl: say('alkenyl', '烯基', 'alquenilo'),
  alkynyl: say('alkynyl', '炔基', 'alquinilo'),
  halo: say('halogen', '卤素', 'halógeno'),
  haloalkyl: say('haloalkyl', '卤代烷基', 'haloalquilo'),
  hydroxy: say('hydroxy', '羟基', 'hidroxi'),
  hydroxyalkyl: say('hydroxyalkyl', '羟烷基', 'hidroxialquilo'),
  alkoxy: say('alkoxy', '烷氧基', 'alcoxi'),
  alkenyloxy: say('alkenyloxy', '烯氧基', 'alqueniloxi'),
  haloalkoxy: say('haloalkoxy', '卤代烷氧基', 'haloalcoxi'),
  aryloxy: say('aryloxy', '芳氧基', 'ariloxi'),
  ether: say('ether', '醚基', 'éter'),
  alkoxyalkyl: say('alkoxyalkyl', '烷氧基烷基', 'alcoxialquilo'),
  ester: say('ester', '酯基', 'éster'),
  alkoxycarbonyl: say('alkoxycarbonyl', '烷氧羰基', 'alcoxicarbonilo'),
  acyloxy: say('acyloxy', '酰氧基', 'aciloxi'),
  acetoxy: say('acetoxy', '乙酰氧基', 'acetoxi'),
  acyl: say('acyl', '酰基', 'acilo'),
  alkylcarbonyl: say('alkylcarbonyl', '烷基羰基', 'alquilcarbonilo'),
  acetyl: say('acetyl', '乙酰基', 'acetilo'),
  formyl: say('formyl', '甲酰基', 'formilo'),
  carboxy: say('carboxy', '羧基', 'carboxi'),
  amino: say('amino', '氨基', 'amino'),
  'substituted-amino': say('substituted amino', '取代氨基', 'amino sustituido'),
  aminoalkyl: say('aminoalkyl', '氨基烷基', 'aminoalquilo'),
  amido: say('amido', '酰氨基', 'amido'),
  carbamoyl: say('carbamoyl', '氨基甲酰基', 'carbamoílo'),
  alkylcarbamoyl: say('alkylcarbamoyl', '烷基氨基甲酰基', 'alquilcarbamoílo'),
  nitro: say('nitro', '硝基', 'nitro'),
  cyano: say('cyano', '氰基', 'ciano'),
  cyanoalkyl: say('cyanoalkyl', '氰基烷基', 'cianoalquilo'),
  azido: say('azido', '叠氮基', 'azido'),
  thiol: say('thiol', '巯基', 'tiol'),
  alkylthio: say('alkylthio', '烷硫基', 'alquiltio'),
  alkylsulfonyl: say('alkylsulfonyl', '烷基磺酰基', 'alquilsulfonilo'),
  alkylthiocarbonyl: say('alkylthiocarbonyl', '烷硫羰基', 'alquiltiocarbonilo'),
  trialkylsilyl: say('trialkylsilyl', '三烷基硅基', 'trialquilsililo'),
  oxo: say('oxo', '氧代', 'oxo'),
  oxide: say('N-oxide', 'N-氧化物', 'N-óxido'),
  quaternary: say('quaternary base', '季铵碱', 'base cuaternaria'),
  aryl: say('aryl', '芳基', 'arilo'),
  benzyl: say('benzyl', '苄基', 'bencilo'),
  arylalkyl: say('arylalkyl', '芳基烷基', 'arilalquilo'),
  hydrocarbyl: say('hydrocarbyl', '烃基', 'hidrocarbilo'),
};

export const BRIDGE_WORDS: Readonly<Record<BridgeKind, Words>> = {
  methylenedioxy: say('methylenedioxy', '亚甲二氧基', 'metilendioxi'),
  ethylenedioxy: say('ethylenedioxy', '亚乙二氧基', 'etilendioxi'),
  alkylenedioxy: say('alkylenedioxy', '亚烷二氧基', 'alquilendioxi'),
  ethylenoxy: say('ethylenoxy', '亚乙氧基', 'etilenoxi'),
  vinylenoxy: say('vinylenoxy', '亚乙烯氧基', 'vinilenoxi'),
  propano: say('propano', '亚丙基', 'propano'),
  alkylene: say('alkylene', '亚烷基', 'alquileno'),
};

/** A ring of so many atoms, aromatic or not, with another element in it or not. */
export function ringWords(size: number, aromatic: boolean, hetero: boolean): Words {
  const n = String(size);
  return {
    en: `${aromatic ? 'aromatic ' : ''}${hetero ? 'heterocycle' : 'carbocycle'} of ${n} atoms`,
    zh: `${n} 元${aromatic ? '芳' : ''}${hetero ? '杂' : '碳'}环`,
    es: `${hetero ? 'heterociclo' : 'carbociclo'}${aromatic ? ' aromático' : ''} de ${n} átomos`,
  };
}

/** A kind with the carbons of the group, where it has any: `alkyl (C3)`. */
export function countedWords(words: Words, carbons: number): Words {
  if (carbons === 0) return words;
  const n = String(carbons);
  return { en: `${words.en} (C${n})`, zh: `${words.zh}（C${n}）`, es: `${words.es} (C${n})` };
}
