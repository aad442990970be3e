/**
 * Chemists write one systematic name in several conventions: piperidin-4-one and 4-piperidone, 2-phenylethyl and
 * phenethyl, anilino and phenylamino. This brings a folded name to one of them. Only rewritings under which the name
 * means the same structure stand here; two names with the same systematic form are the same chemical.
 */
export function systematicForm(folded: string): string {
  if (!HAS_VARIANTS.test(folded)) return folded;
  let form = folded;
  for (const [pattern, kept] of VARIANTS) form = form.replace(pattern, kept);
  // A gap between digits that lost one of them is no gap any more.
  return form.replace(/-(?!\d)|(?<![\d'])-/g, '');
}

/** True where `folded` holds a part that is written in several ways. */
export function hasVariants(folded: string): boolean {
  return HAS_VARIANTS.test(folded);
}

const HAS_VARIANTS =
  /phenylethyl|phenethyl|piperidi?n|piperidone|phenylamino|anilino|anamide|anoyl|an\d+(?:one|ol|amine)|butoxycarbonyl|boc/;

const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/(?:2|beta)-?phenylethyl/g, 'phenethyl'],
  [/tertbutoxycarbonyl|tertbutyloxycarbonyl/g, 'boc'],
  [/(?<![a-z])t(?:ert)?boc/g, 'boc'],
  [/phenylamino/g, 'anilino'],
  [/piperidinone/g, 'piperidone'],
  [/piperidin(\d)one/g, '$1piperidone'],
  [/piperidin(\d)yl/g, '$1piperidyl'],
  [/piperidinyl/g, 'piperidyl'],
  [/piperidin(\d)amine/g, '$1piperidinamine'],
  [/(meth|eth|prop|but|pent)an(\d)(one|ol|amine)/g, '$2$1an$3'],
  [/propanamide/g, 'propionamide'],
  [/butanamide/g, 'butyramide'],
  [/ethanamide/g, 'acetamide'],
  [/propanoyl/g, 'propionyl'],
  [/butanoyl/g, 'butyryl'],
  // On the ring nitrogen N and 1 are the same place; N-phenylpiperidin-4-amine is not meant.
  [/(?<![a-z])n(boc|phenethyl|benzyl|methyl|ethyl)(?=4piperidone)/g, '1$1'],
  [/(?<![a-z])n(boc|phenethyl|benzyl|methyl|ethyl)(?=piperidine$)/g, '1$1'],
  [/^1?n?boc(?=4)/, '1boc'],
];
