import type { ResolvedGoods, Substance } from '../goods/index.ts';
import type { Control } from './control.ts';
import { formReach, type FormReach } from './form-reach.ts';
import type { Law } from './law.ts';
import { controlsOf, type LawTables } from './law-tables.ts';
import { isOpenStereo, isSingleChemical, plainLink, SKELETON_LETTERS, type Link } from './link.ts';
import { stereoRelation } from './stereo-relation.ts';

/** The goods' own entries, held against the form asked about. */
export function ownLinks(law: Law, tables: LawTables, goods: ResolvedGoods): Link[] {
  const open = isOpenStereo(goods.named);
  return controlsOf(law, goods.id).map((control) => {
    if (goods.kind === 'equipment') return plainLink(control, 'named', true);
    const reach = formReach(control.scope, goods.form, open, tables.roles);
    return { ...plainLink(control, reach.basis, true), outcome: reach.outcome, reasons: reach.reasons };
  });
}

/** Entries for what the goods are a salt of, where a law names the salt apart and the goods are that salt. */
export function saltLinks(law: Law, tables: LawTables, goods: ResolvedGoods): Link[] {
  const { named } = goods;
  const base = named?.kind === 'chemical' ? named.saltOf : undefined;
  if (named === null || base === undefined) return [];
  const open = isOpenStereo(tables.goods.get(base) ?? null);
  const form = { ...goods.form, salt: goods.form.salt ?? named.name.en };
  return controlsOf(law, base).map((control) => {
    const reach = formReach(control.scope, form, open, tables.roles);
    return { ...plainLink(control, reach.basis, false), outcome: reach.outcome, reasons: reach.reasons };
  });
}

/** Entries for other substances with the same skeleton: isomers that a clause on isomers may reach. */
export function stereoLinks(law: Law, tables: LawTables, goods: ResolvedGoods): Link[] {
  if (goods.inchikey === null) return [];
  const skeleton = goods.inchikey.slice(0, SKELETON_LETTERS);
  const ids = Object.hasOwn(law.index.skeletons, skeleton) ? (law.index.skeletons[skeleton] ?? []) : [];
  return ids.flatMap((id) => {
    const other = tables.goods.get(id);
    if (id === goods.id || other?.kind !== 'chemical' || !isSingleChemical(other)) return [];
    return controlsOf(law, id).map((control) => stereoLink(control, tables, goods, other));
  });
}

function stereoLink(control: Control, tables: LawTables, goods: ResolvedGoods, other: Substance): Link {
  const inchi = goods.named?.kind === 'chemical' ? (goods.named.structure?.inchi ?? null) : null;
  const relation =
    inchi === null || other.structure === null ? 'other' : stereoRelation(inchi, other.structure.inchi);
  const asIsomer = (stereo: 'open' | 'other'): FormReach =>
    formReach(control.scope, { ...goods.form, stereo }, isOpenStereo(other), tables.roles);
  const base = plainLink(control, 'stereoisomer', false);
  const data = { goods: goods.id, of: other.id };
  if (control.scope.isomersExcept?.includes(goods.id) === true) {
    const text = `The entry for ${other.name.en} reaches isomers but specifically excepts these goods.`;
    return { ...base, outcome: 'excluded', reasons: [{ code: 'isomer-excepted', text, data }] };
  }
  const reach = asIsomer(relation === 'open' ? 'open' : 'other');
  // Clauses on optical isomers mean mirror images; whether they also mean diastereomers is left to a person,
  // unless the goods' stereochemistry was not compared at all.
  const diastereomer = relation === 'other' && inchi !== null && control.scope.isomers === 'optical';
  if (reach.outcome === 'applies' && diastereomer && !isOpenStereo(other)) {
    const text = `The goods are another stereoisomer of ${other.name.en}, not its mirror image; the entry reaches optical isomers.`;
    return { ...base, outcome: 'doubt', reasons: [{ code: 'diastereomer', text, data }] };
  }
  return { ...base, outcome: reach.outcome, reasons: reach.reasons };
}

/** Entries for what the goods are a curated ester or ether of. Never guessed from a structure. */
export function derivativeLinks(law: Law, tables: LawTables, goods: ResolvedGoods): Link[] {
  return (tables.derivatives.get(goods.id) ?? []).flatMap((derivative) =>
    controlsOf(law, derivative.of).map((control) => {
      const reaches = derivative.relation === 'ester' ? control.scope.esters : control.scope.ethers;
      const of = tables.goods.get(derivative.of)?.name.en ?? derivative.of;
      const what = `The goods are an ${derivative.relation} of ${of}`;
      const data = { of: derivative.of, relation: derivative.relation };
      const base = {
        ...plainLink(control, derivative.relation, false),
        notes: [
          `${derivative.relation} of ${of} by the curated list (${derivative.source}${derivative.confidence === 'verified' ? '' : ', unverified'})`,
        ],
      };
      if (reaches === 'no') {
        const code = `${derivative.relation}s-not-covered`;
        const text = `${what}; the entry does not reach ${derivative.relation}s.`;
        return { ...base, outcome: 'excluded' as const, reasons: [{ code, text, data }] };
      }
      const form = formReach(control.scope, goods.form, isOpenStereo(goods.named), tables.roles);
      if (reaches === 'yes') return { ...base, outcome: form.outcome, reasons: form.reasons };
      const code = `${derivative.relation}s-unread`;
      const text = `${what}; whether the entry reaches ${derivative.relation}s has not been read.`;
      const outcome = form.outcome === 'excluded' ? ('excluded' as const) : ('doubt' as const);
      return { ...base, outcome, reasons: [...form.reasons, { code, text, data }] };
    }),
  );
}
