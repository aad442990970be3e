import type { GroupKind, NamedDoubt, Shape, Words } from './class-definition.ts';
import { isGroup } from './class-group.ts';
import { BRIDGE_WORDS, countedWords, GROUP_WORDS, ringWords } from './class-kind-words.ts';
import { makeOf, rootOf, type Ground, type Piece } from './class-piece.ts';

/** What was found at a zone: a code with its figures, for programs, and the same in words. */
export interface Described {
  /** `group`, `exactly`, `ring`, `chain`, `cycle`, `bridge`, `other`, `hydrogen`. */
  readonly code: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
  readonly what: string;
  readonly words: Words;
}

function described(code: string, data: Described['data'], words: Words): Described {
  return { code, data, what: words.en, words };
}

/** Kinds by which a group is named where the law names none, the narrower first. */
const NAMED: readonly GroupKind[] = [
  ...(['oxide', 'oxo', 'alkyl', 'cycloalkyl', 'alkenyl', 'alkynyl', 'halo', 'haloalkyl', 'hydroxy'] as const),
  ...(['alkoxy', 'alkenyloxy', 'haloalkoxy', 'aryloxy', 'acetoxy', 'acyloxy', 'nitro', 'cyano'] as const),
  ...(['azido', 'amino', 'amido', 'substituted-amino', 'acetyl', 'alkylcarbonyl', 'acyl', 'formyl'] as const),
  ...(['carboxy', 'alkoxycarbonyl', 'carbamoyl', 'alkylcarbamoyl', 'alkylthiocarbonyl', 'thiol'] as const),
  ...(['alkylthio', 'alkylsulfonyl', 'trialkylsilyl', 'hydroxyalkyl', 'alkoxyalkyl', 'aminoalkyl'] as const),
  ...(['cyanoalkyl', 'benzyl', 'arylalkyl', 'aryl', 'ether', 'ester', 'hydrocarbyl'] as const),
];

/** What `piece` is, said by the shape it fits, or by what it is where the shape leaves that open. */
export function describePiece(ground: Ground, shape: Shape, piece: Piece): Described {
  if ('group' in shape) return describeGroup(ground, shape.group, piece);
  if ('exactly' in shape) return describeExactly(shape.exactly);
  if ('bridge' in shape) {
    const { en, zh, es } = BRIDGE_WORDS[shape.bridge];
    const words = { en: `${en} bridge`, zh: `${zh}桥`, es: `puente ${es}` };
    return described('bridge', { kind: shape.bridge }, words);
  }
  if ('cycle' in shape) return describeRing(ground, 'cycle', piece.links[0]!.anchor);
  if ('chain' in shape) {
    const { carbons } = makeOf(ground, piece);
    return described('chain', { carbons }, CHAIN_WORDS);
  }
  if ('ring' in shape) return describeRing(ground, 'ring', rootOf(piece));
  const kind = NAMED.find((one) => isGroup(ground, piece, one));
  if (kind !== undefined) return describeGroup(ground, kind, piece);
  if (ground.rings.ringDegree[rootOf(piece)]! > 0) return describeRing(ground, 'ring', rootOf(piece));
  const { carbons } = makeOf(ground, piece);
  return described('other', { carbons }, { en: 'another group', zh: '其他基团', es: 'otro grupo' });
}

export const NO_GROUP = described('hydrogen', {}, { en: 'hydrogen', zh: '氢', es: 'hidrógeno' });

/** The zone of a proof that stands for the frame itself. */
export const FRAME_TITLE: Words = { en: 'frame', zh: '骨架', es: 'armazón' };

const CHAIN_WORDS: Words = {
  en: 'carbon chain that ends in a ring',
  zh: '末端为环的碳链',
  es: 'cadena de carbonos que termina en un anillo',
};

function describeExactly(smiles: string): Described {
  const words = { en: `the group ${smiles}`, zh: `基团 ${smiles}`, es: `el grupo ${smiles}` };
  return described('exactly', { smiles }, words);
}

function describeGroup(ground: Ground, kind: GroupKind, piece: Piece): Described {
  const { carbons } = makeOf(ground, piece);
  return described('group', { kind, carbons }, countedWords(GROUP_WORDS[kind], carbons));
}

function describeRing({ graph, rings }: Ground, code: 'ring' | 'cycle', atom: number): Described {
  const own = rings.rings.filter((ring) => ring.atoms.includes(atom));
  const [ring] = [...own].sort((a, b) => a.atoms.length - b.atoms.length);
  const size = ring?.atoms.length ?? 0;
  const aromatic = graph.aromatic[atom] === 1;
  const hetero = ring?.atoms.some((one) => graph.number[one] !== 6) ?? false;
  const words = ringWords(size, aromatic, hetero);
  const closed = { en: `closed to a ${words.en}`, zh: `成环：${words.zh}`, es: `cerrado en un ${words.es}` };
  return described(code, { size, aromatic, hetero }, code === 'cycle' ? closed : words);
}

/** Exactly one zone is not as the law has it, or only a smaller frame is there. Which zone is never said. */
export const CLOSE_TO: NamedDoubt = {
  code: 'close-to',
  words: {
    en: 'The structure is close to the class and not plainly within its words; a person must decide.',
    zh: '该结构接近该类别，但并不明显落在其文字之内；须由人判断。',
    es: 'La estructura es próxima a la clase y no cae claramente dentro de sus palabras; debe decidir una persona.',
  },
};

export const N_OXIDE: NamedDoubt = {
  code: 'n-oxide',
  words: {
    en: 'A nitrogen of the frame is an N-oxide; the words of the class do not say whether they reach it.',
    zh: '骨架上的一个氮为 N-氧化物；该类别的文字未说明是否及于它。',
    es: 'Un nitrógeno del armazón es un N-óxido; las palabras de la clase no dicen si lo alcanzan.',
  },
};

export const QUATERNARY: NamedDoubt = {
  code: 'quaternary',
  words: {
    en: 'A nitrogen of the frame is quaternary; the words of the class do not say whether they reach it.',
    zh: '骨架上的一个氮为季铵氮；该类别的文字未说明是否及于它。',
    es: 'Un nitrógeno del armazón es cuaternario; las palabras de la clase no dicen si lo alcanzan.',
  },
};

export const CHARGED_FRAME: NamedDoubt = {
  code: 'charged-frame',
  words: {
    en: 'An atom of the frame carries a charge that no salt explains; a person must decide.',
    zh: '骨架上的一个原子带有非成盐所致的电荷；须由人判断。',
    es: 'Un átomo del armazón lleva una carga que ninguna sal explica; debe decidir una persona.',
  },
};

/** A rule whose definition is not compiled. */
export const NOT_DECIDED: NamedDoubt = {
  code: 'class-membership-not-decided',
  words: {
    en: 'The structure has the core of the class; whether it is a member has not been decided here.',
    zh: '该结构具有该类别的母核；是否属于该类别，这里未作判断。',
    es: 'La estructura tiene el núcleo de la clase; aquí no se ha decidido si pertenece a ella.',
  },
};

export const SEARCH_GIVEN_UP: NamedDoubt = {
  code: 'search-given-up',
  words: {
    en: 'The structure is too large to be searched for the frame of the class; a person must look.',
    zh: '该结构过大，无法检索该类别的骨架；须由人查看。',
    es: 'La estructura es demasiado grande para buscar en ella el armazón de la clase; debe mirarla una persona.',
  },
};
