import { readSmiles, type GoodsForm, type ResolvedGoods } from '../goods/index.ts';
import type { Law } from './law.ts';
import { tablesOf } from './law-tables.ts';

const ITSELF: GoodsForm = { removed: [], salt: null, stereo: 'named', isotopes: false };

/** Goods of the law by their id, as the thing itself and not a form of it; null where the law has none of this id. */
export function goodsOfLaw(law: Law, id: string): ResolvedGoods | null {
  const named = tablesOf(law).goods.get(id);
  if (named === undefined) return null;
  const substance = named.kind === 'chemical' ? named : null;
  const smiles = substance?.structure?.smiles ?? null;
  const read = smiles === null ? null : readSmiles(smiles);
  return {
    id,
    kind: named.kind,
    named,
    form: ITSELF,
    inchikey: substance?.structure?.inchikey ?? null,
    parent: read?.ok === true ? read.value : null,
    smiles,
    goodsCode: substance?.goodsCode ?? null,
    regimes: substance?.regimes ?? [],
  };
}
