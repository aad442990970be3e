import type { Control, LawIndex } from '../controls/index.ts';
import { foldName, type Equipment, type HsCode, type Substance } from '../goods/index.ts';
import { compareText } from './goods-files.ts';
import type { AssembledGoods } from './assemble-goods.ts';

type Goods = Substance | Equipment;

/** The look-up tables of a law, in an order that does not depend on the order of the files. */
export function lawIndex(
  { substances, equipment }: AssembledGoods,
  controls: readonly Control[],
  han: LawIndex['han'],
): LawIndex {
  const goods: readonly Goods[] = [...substances, ...equipment];
  return {
    names: nameIndex(goods, han),
    cas: casIndex(substances),
    inchikeys: gathered(
      substances.flatMap((one) => {
        if (one.structure === null) return [];
        return [one.structure.inchikey, ...one.structure.inchikeysAlso].map((key) => [key, one.id] as const);
      }),
    ),
    skeletons: gathered(
      substances.flatMap((one) =>
        one.structure === null
          ? []
          : [one.structure.inchikey, ...one.structure.inchikeysAlso].map(
              (key) => [key.slice(0, 14), one.id] as const,
            ),
      ),
    ),
    codes: codeIndex(substances),
    hs: hsIndex(goods),
    un: gathered(
      [...substances]
        .flatMap((one) => one.un.map((un) => ({ id: one.id, un })))
        .sort((a, b) => Number(b.un.primary) - Number(a.un.primary) || compareText(a.id, b.id))
        .map(({ id, un }) => [un.number, id] as const),
    ),
    controls: positions(controls, (control) => ('goods' in control.target ? [control.target.goods] : [])),
    ruleControls: positions(controls, (control) => [
      ...('rule' in control.target ? [control.target.rule] : []),
      ...control.partGeneric,
    ]),
    han,
  };
}

/** A goods stands once under a folded name, with the position of its best-known spelling. */
function nameIndex(goods: readonly Goods[], han: Readonly<Record<string, string>>): LawIndex['names'] {
  const index: Record<string, [string, number][]> = Object.create(null) as Record<string, [string, number][]>;
  for (const one of goods) {
    const best = new Map<string, number>();
    one.names.forEach((name, position) => {
      const folded = foldName(name.text, han);
      const held = best.get(folded);
      if (held === undefined || weight(one, position) < weight(one, held)) best.set(folded, position);
    });
    for (const [folded, position] of best) (index[folded] ??= []).push([one.id, position]);
  }
  return ordered(index);
}

/** A verified spelling speaks before an unverified one, one without a form before one with, else the first. */
function weight(goods: Goods, position: number): number {
  const name = goods.names[position];
  if (name === undefined) return Number.MAX_SAFE_INTEGER;
  const doubt = name.confidence === 'verified' ? 0 : 1;
  const slip = name.kind === 'misspelling' ? 1 : 0;
  return slip * 1e6 + doubt * 1e5 + position;
}

function casIndex(substances: readonly Substance[]): LawIndex['cas'] {
  const index: Record<string, [string, number][]> = {};
  for (const one of substances) {
    one.cas.forEach((cas, position) => (index[cas.number] ??= []).push([one.id, position]));
  }
  return ordered(index);
}

/** The named parent stands before salts that share its code. */
function codeIndex(substances: readonly Substance[]): LawIndex['codes'] {
  const rank = (one: Substance): number => (one.saltOf === undefined ? 0 : 1);
  return gathered(
    [...substances]
      .sort((a, b) => rank(a) - rank(b) || compareText(a.id, b.id))
      .flatMap((one) => (one.goodsCode === null ? [] : [[codeKey(one.goodsCode), one.id] as const])),
  );
}

/** A printed goods code as the index holds it: without hyphens and suffix. */
export function codeKey(goodsCode: string): string {
  return goodsCode.replace(/\..*$/, '').replaceAll('-', '');
}

/** Lines that name the goods alone before baskets, the newest edition first. */
function hsIndex(goods: readonly Goods[]): LawIndex['hs'] {
  const rows = goods.flatMap((one) => one.hs.map((hs) => ({ id: one.id, hs })));
  const order = (hs: HsCode): number =>
    (hs.basket ? 1e4 : 0) + (2100 - hs.edition) * 2 + (hs.confidence === 'verified' ? 0 : 1);
  rows.sort((a, b) => order(a.hs) - order(b.hs) || compareText(a.id, b.id));
  return gathered(rows.map(({ id, hs }) => [hs.code.replace('.', ''), id] as const));
}

function gathered(
  pairs: readonly (readonly [string, string])[],
): Readonly<Record<string, readonly string[]>> {
  const index: Record<string, string[]> = {};
  for (const [key, id] of pairs) {
    const held = (index[key] ??= []);
    if (!held.includes(id)) held.push(id);
  }
  return ordered(index);
}

function positions(
  controls: readonly Control[],
  keysOf: (control: Control) => readonly string[],
): Readonly<Record<string, readonly number[]>> {
  const index: Record<string, number[]> = {};
  controls.forEach((control, position) => {
    for (const key of new Set(keysOf(control))) (index[key] ??= []).push(position);
  });
  return ordered(index);
}

function ordered<T>(index: Record<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(index).sort(([a], [b]) => compareText(a, b)));
}
