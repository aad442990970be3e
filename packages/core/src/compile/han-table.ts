/** The block of unified ideographs and its first extension: what names of goods are written in. */
const BLOCKS: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
];

/** What the tables lack: the acyl of chemists in Taiwan, and the Japanese form of salt that trade papers mix in. */
const SUPPLEMENT: Readonly<Record<string, string>> = { 醯: '酰', 塩: '盐' };

/** The one door of `opencc-js` that is used; its own declarations do not resolve under NodeNext. */
interface OpenChineseConvert {
  readonly Converter: (way: { readonly from: 't'; readonly to: 'cn' }) => (text: string) => string;
}

/**
 * Traditional -> simplified, for every traditional character whose simplified form occurs in `texts` and for those
 * that occur in them themselves: a question in either script meets the same folded name. Character by character,
 * with the tables of Open Chinese Convert. They are loaded here and nowhere else: only compiling the law needs them.
 */
export async function hanTable(texts: Iterable<string>): Promise<Readonly<Record<string, string>>> {
  const { Converter } = (await import('opencc-js')) as OpenChineseConvert;
  const convert = Converter({ from: 't', to: 'cn' });
  const simplify = (char: string): string => SUPPLEMENT[char] ?? convert(char);
  const wanted = new Set<string>();
  for (const text of texts) {
    for (const char of text.match(/\p{Script=Han}/gu) ?? []) {
      wanted.add(char);
      wanted.add(simplify(char));
    }
  }
  const table: Record<string, string> = {};
  for (const [first, last] of BLOCKS) {
    for (let code = first; code <= last; code++) {
      const char = String.fromCodePoint(code);
      const plain = simplify(char);
      if (plain !== char && wanted.has(plain) && plain.length === 1) table[char] = plain;
    }
  }
  return table;
}
