import type { Equipment, ResolvedGoods, Substance } from '../goods/index.ts';
import type { Basis, Proof, Reason } from './answer.ts';
import type { Control, StructureRule } from './control.ts';
import { formReach, type FormReach } from './form-reach.ts';
import type { Law } from './law.ts';
import { controlsOf, tablesOf, type LawTables } from './law-tables.ts';
import { startNotBefore } from './standing.ts';
import { stereoRelation } from './stereo-relation.ts';
import { structureMatches } from './structure-matches.ts';

/** One way in which one control may reach the goods, whatever the day. */
export interface Link {
  /** The control; for part of a part-generic entry with a later start, with that start. */
  readonly control: Control;
  readonly basis: Basis;
  readonly outcome: 'applies' | 'doubt' | 'excluded';
  /** Why it does not apply, or not surely; the first is the one that counts. */
  readonly reasons: readonly Reason[];
  readonly proof: Proof | null;
  /** True where the entry is for these very goods, in whatever form. */
  readonly own: boolean;
  readonly notes: readonly string[];
}

/** All bases in the order in which an answer asks them. */
export const BASES: readonly Basis[] = [
  'named',
  'salt',
  'stereoisomer',
  'positional-isomer',
  'isotopologue',
  'ester',
  'ether',
  'part-generic',
  'class',
  'analogue',
];

/** Goods are asked about in every jurisdiction in turn; what they meet is the same each time. */
const KEPT = new WeakMap<Law, WeakMap<ResolvedGoods, readonly Link[]>>();

/**
 * Every control of `law` that has to do with `goods`, on every basis, without regard to days: what applies, what a
 * person must decide, and what is excluded by the entry's own clause. A control stands here once, by its best way.
 */
export function linksOf(law: Law, goods: ResolvedGoods): readonly Link[] {
  let kept = KEPT.get(law);
  if (kept === undefined) KEPT.set(law, (kept = new WeakMap()));
  let links = kept.get(goods);
  if (links === undefined) kept.set(goods, (links = findLinks(law, goods)));
  return links;
}

function findLinks(law: Law, goods: ResolvedGoods): readonly Link[] {
  const tables = tablesOf(law);
  const all = [
    ...ownLinks(law, tables, goods),
    ...saltLinks(law, tables, goods),
    ...stereoLinks(law, tables, goods),
    ...positionalLinks(law, tables, goods),
    ...derivativeLinks(law, tables, goods),
    ...partGenericLinks(tables, goods),
    ...structureLinks(tables, goods),
  ];
  const best = new Map<string, Link>();
  for (const link of all) {
    const before = best.get(link.control.id);
    if (before === undefined || rank(link) < rank(before)) best.set(link.control.id, link);
  }
  return [...best.values()];
}

const OUTCOMES = ['applies', 'doubt', 'excluded'] as const;

function rank(link: Link): number {
  return (link.own ? 0 : 10) + OUTCOMES.indexOf(link.outcome);
}

/** The goods' own entries, held against the form asked about. */
function ownLinks(law: Law, tables: LawTables, goods: ResolvedGoods): Link[] {
  const open = isOpenStereo(goods.named);
  return controlsOf(law, goods.id).map((control) => {
    if (goods.kind === 'equipment') return plainLink(control, 'named', true);
    const reach = formReach(control.scope, goods.form, open, tables.roles);
    return { ...plainLink(control, reach.basis, true), outcome: reach.outcome, reasons: reach.reasons };
  });
}

/** Entries for what the goods are a salt of, where a law names the salt apart and the goods are that salt. */
function saltLinks(law: Law, tables: LawTables, goods: ResolvedGoods): Link[] {
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
function stereoLinks(law: Law, tables: LawTables, goods: ResolvedGoods): Link[] {
  if (goods.inchikey === null) return [];
  const skeleton = goods.inchikey.slice(0, SKELETON_LETTERS);
  const ids = Object.hasOwn(law.index.skeletons, skeleton) ? (law.index.skeletons[skeleton] ?? []) : [];
  return ids.flatMap((id) => {
    const other = tables.goods.get(id);
    if (id === goods.id || other?.kind !== 'chemical' || !isSingleChemical(other)) return [];
    return controlsOf(law, id).map((control) => stereoLink(control, tables, goods, other));
  });
}

/** Letters of the first block of an InChIKey, which stands for the skeleton. */
const SKELETON_LETTERS = 14;

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

/** Entries whose instrument reaches positional isomers, for substances the goods could be such an isomer of. */
function positionalLinks(law: Law, tables: LawTables, goods: ResolvedGoods): Link[] {
  const { parent } = goods;
  if (parent === null) return [];
  const near = structureMatches(tables, parent).positional.filter(
    ({ id, structure }) =>
      id !== goods.id &&
      structure?.inchikey.slice(0, SKELETON_LETTERS) !== goods.inchikey?.slice(0, SKELETON_LETTERS),
  );
  return near.flatMap((one) => {
    const reason = {
      code: 'positional-isomer',
      text: `The goods have the formula, rings and functional groups of ${one.name.en}, and the entry reaches its positional isomers; a person must compare the core structure.`,
      data: { of: one.id },
    };
    return controlsOf(law, one.id)
      .filter((control) => control.scope.isomers === 'positional')
      .map((control) => ({
        ...plainLink(control, 'positional-isomer', false),
        outcome: 'doubt' as const,
        reasons: [reason],
      }));
  });
}

/** Entries for what the goods are a curated ester or ether of. Never guessed from a structure. */
function derivativeLinks(law: Law, tables: LawTables, goods: ResolvedGoods): Link[] {
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

/** Part-generic entries whose scaffold the goods are, with allowed groups on it and nothing else. */
function partGenericLinks(tables: LawTables, goods: ResolvedGoods): Link[] {
  const { parent } = goods;
  if (parent === null) return [];
  return structureMatches(tables, parent).partGeneric.flatMap(({ match, controls }) => {
    const others = controls.filter(
      (control) => !('goods' in control.target) || control.target.goods !== goods.id,
    );
    return others.map((control) => {
      const form = formReach(control.scope, goods.form, true, tables.roles);
      const doubts = match.doubt === null ? [] : [match.doubt];
      return {
        ...plainLink(match.from === null ? control : startingOn(control, match.from), 'part-generic', false),
        outcome: form.outcome === 'applies' && doubts.length > 0 ? ('doubt' as const) : form.outcome,
        reasons: [...form.reasons, ...doubts],
        proof: match.proof,
      };
    });
  });
}

/** An entry some of whose words came later: those words have their own start, and their own, unread, publication. */
function startingOn(control: Control, from: NonNullable<Control['published']>): Control {
  const before = control.start.earliest !== null && control.start.earliest >= from;
  return before ? control : { ...control, start: startNotBefore(control.start, from), published: null };
}

/** Classes whose core the goods have; and, with the core of one of drugs, the analogue statutes. For a person. */
function structureLinks(tables: LawTables, goods: ResolvedGoods): Link[] {
  const { parent } = goods;
  if (parent === null) return [];
  const met = structureMatches(tables, parent).classes;
  const classes = met.flatMap(({ table, core, outside }) => {
    const outcome = outside === null ? ('doubt' as const) : ('excluded' as const);
    const reason = classReason(table.rule, core.certain, outside);
    const proof = core.certain ? core.proof : null;
    return table.controls.map((control) => ({
      ...plainLink(control, 'class', false),
      outcome,
      reasons: [reason],
      proof,
    }));
  });
  const drug = met.find(({ table, outside }) => (table.rule.regime ?? 'drug') === 'drug' && outside === null);
  if (drug === undefined) return classes;
  const reason = {
    code: 'analogue-statute',
    text: `The structure has the core of a controlled class ("${drug.table.rule.title}"); a law on analogues may reach it, by facts a structure does not show.`,
    data: { rule: drug.table.rule.id },
  };
  const analogues = tables.analogues.map((control) => ({
    ...plainLink(control, 'analogue', false),
    outcome: 'doubt' as const,
    reasons: [reason],
  }));
  return [...classes, ...analogues];
}

function classReason({ id, title }: StructureRule, certain: boolean, outside: string | null): Reason {
  if (outside !== null) {
    const text = `The structure has the core of the class "${title}", and its words do not reach it (${outside}).`;
    return { code: 'not-a-member', text, data: { rule: id, example: outside } };
  }
  if (!certain) {
    const text = `The structure is too large to be searched for the core of the class "${title}"; a person must look.`;
    return { code: 'search-given-up', text, data: { rule: id } };
  }
  const text = `The structure has the core of the class "${title}"; whether it is a member has not been decided here.`;
  return { code: 'class-membership-not-decided', text, data: { rule: id } };
}

function plainLink(control: Control, basis: Basis, own: boolean): Link {
  return { control, basis, outcome: 'applies', reasons: [], proof: null, own, notes: [] };
}

function isOpenStereo(named: Substance | Equipment | null): boolean {
  return named?.kind === 'chemical' && named.structure?.openStereo === true;
}

/** False for plants, extracts, preparations and the like, which carry the structure of what they contain. */
export function isSingleChemical(substance: Substance): boolean {
  return !/plant|extract|resin|preparation|mixture|combination|adduct/i.test(substance.nature);
}
