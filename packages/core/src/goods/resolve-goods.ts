import type { Problem } from '../kernel/index.ts';
import type { FormWords } from './chemical-form.ts';
import { foldName } from './name-fold.ts';
import type { Candidate, GoodsForm, ResolvedGoods } from './resolution.ts';
import type { PreparedLaw } from './resolve-law.ts';
import type { Equipment, Substance } from './substance.ts';

/** The form of the parent itself, as its entry has it. */
export const PARENT_FORM: GoodsForm = { removed: [], salt: null, stereo: 'named', isotopes: false };

/** What one reading of a question came to. */
export interface Finding {
  readonly goods: ResolvedGoods | null;
  readonly candidates: readonly Candidate[];
  readonly problems: readonly Problem[];
}

export const NOTHING: Finding = { goods: null, candidates: [], problems: [] };

/** Second block of the InChIKey of a structure without stereo and isotopes. */
export const PLAIN_BLOCK = 'UHFFFAOYSA';

/** A goods of the compiled law in the form the question spoke of. */
export function namedGoods(
  prepared: PreparedLaw,
  goods: Substance | Equipment,
  form = PARENT_FORM,
): ResolvedGoods {
  const structure = goods.kind === 'chemical' ? goods.structure : null;
  return {
    id: goods.id,
    kind: goods.kind,
    named: goods,
    form,
    inchikey: structure?.inchikey ?? null,
    parent: structure === null ? null : prepared.molecule(structure.smiles),
    smiles: structure?.smiles ?? null,
    goodsCode: goods.kind === 'chemical' ? goods.goodsCode : null,
    regimes: goods.kind === 'chemical' ? goods.regimes : [],
  };
}

/** What words of form (`dihydrochloride`, `(S)-`, `-d5`) mean for this substance. */
export function formOf(words: FormWords, goods: Substance | Equipment): GoodsForm {
  const structure = goods.kind === 'chemical' ? goods.structure : null;
  const drawn = structure !== null && !structure.inchikey.includes(`-${PLAIN_BLOCK}-`);
  const open = structure?.openStereo ?? false;
  let stereo: GoodsForm['stereo'] = 'named';
  // A racemate is what an open name means; an entry drawn as one isomer does not speak of it.
  if (words.stereo === 'racemic') stereo = drawn && !open ? 'open' : 'named';
  // Without a toolkit nobody can say whether the isomer named is the one the entry draws.
  if (words.stereo === 'isomer') stereo = structure === null || drawn || open ? 'other' : 'named';
  return { removed: words.removed, salt: words.salt, stereo, isotopes: words.isotopes };
}

/**
 * False where the words cannot be a salt of the substance: an anion needs a base (testosterone propionate is an
 * ester), a metal an acid. Substances without a structure are not doubted.
 */
export function formIsPossible(words: FormWords, goods: Substance | Equipment): boolean {
  if (goods.kind === 'equipment') return false;
  if (words.needs === null || goods.structure === null) return true;
  const smiles = goods.structure.smiles;
  return words.needs === 'base' ? /[Nn]/.test(smiles) : /O|\[nH\]|[Nn]/.test(smiles);
}

/** The entry some law makes of the salt by itself (etorphine hydrochloride), where there is one. */
export function saltEntry(prepared: PreparedLaw, goods: Substance, words: FormWords): Substance | null {
  if (words.salt === null) return null;
  for (const salt of prepared.saltsOf(goods.id)) {
    const wanted = foldName(`${goods.name.en} ${words.salt}`);
    if (salt.names.some((name) => foldName(name.text) === wanted)) return salt;
    if (foldName(salt.name.en) === wanted) return salt;
  }
  return null;
}

/** The goods in the form of `words`, or the salt's own entry. */
export function inForm(prepared: PreparedLaw, goods: Substance | Equipment, words: FormWords): ResolvedGoods {
  const salt = goods.kind === 'chemical' ? saltEntry(prepared, goods, words) : null;
  if (salt !== null) return namedGoods(prepared, salt, formOf({ ...words, salt: null, removed: [] }, salt));
  return namedGoods(prepared, goods, formOf(words, goods));
}

export function candidate(
  goods: Substance | Equipment,
  matched: string,
  why: Candidate['why'],
  score: number,
): Candidate {
  return { id: goods.id, name: goods.name.en, matched, why, score: Math.round(score * 1000) / 1000 };
}

/** Each goods once, with its best score; best first. */
export function bestCandidates(all: readonly Candidate[], limit: number): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const one of all) {
    const known = best.get(one.id);
    if (known === undefined || one.score > known.score) best.set(one.id, one);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit);
}
