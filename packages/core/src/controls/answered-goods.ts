import { averageMass, hillFormula } from '../goods/index.ts';
import type { Equipment, GoodsForm, ResolvedGoods, Substance } from '../goods/index.ts';
import type { AnsweredGoods } from './answer.ts';

/** Goods as an answer shows them, with the whole bundle of codes they travel under. */
export function answeredGoods(goods: ResolvedGoods): AnsweredGoods {
  const { named } = goods;
  const substance = named?.kind === 'chemical' ? named : null;
  const structure = substance?.structure ?? null;
  return {
    id: goods.id,
    kind: goods.kind,
    name: named?.name.en ?? goods.smiles ?? goods.id,
    names: namesOf(named),
    family: substance?.family ?? null,
    form: goods.kind === 'equipment' ? null : formOf(goods.form),
    formula: structure?.formula ?? (goods.parent === null ? null : hillFormula(goods.parent)),
    mass: structure?.mass ?? (goods.parent === null ? null : rounded(averageMass(goods.parent))),
    smiles: goods.smiles ?? structure?.smiles ?? null,
    codes: {
      goods: goods.goodsCode ?? substance?.goodsCode ?? null,
      inchikey: goods.inchikey ?? structure?.inchikey ?? null,
      inchi: structure?.inchi ?? null,
      cas: [...new Set((substance?.cas ?? []).map(({ number }) => number))],
      hs: named?.hs ?? [],
      un: (substance?.un ?? []).map(({ number }) => number),
      national: (named?.national ?? []).map(({ country, code }) => ({ country, code })),
      registry: (substance?.registry ?? []).map(({ registry, code }) => ({ registry, code })),
    },
  };
}

/** Three decimals: atomic weights are no better known. */
function rounded(mass: number): number {
  return Math.round(mass * 1000) / 1000;
}

function namesOf(named: Substance | Equipment | null): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const [lang, text] of Object.entries(named?.name ?? {})) names[lang] = text;
  return names;
}

function formOf(form: GoodsForm): GoodsForm {
  return { removed: form.removed, salt: form.salt, stereo: form.stereo, isotopes: form.isotopes };
}
