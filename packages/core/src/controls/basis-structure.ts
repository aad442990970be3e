import type { ResolvedGoods } from '../goods/index.ts';
import type { Reason } from './answer.ts';
import type { ClassFound } from './class-core.ts';
import type { Control, StructureRule } from './control.ts';
import { formReach } from './form-reach.ts';
import type { Law } from './law.ts';
import { controlsOf, type ClassTable, type LawTables } from './law-tables.ts';
import { plainLink, SKELETON_LETTERS, type Link } from './link.ts';
import { startNotBefore } from './standing.ts';
import { structureMatches } from './structure-matches.ts';

/** Entries for a ketone whose hydrate (gem-diol) the goods are drawn as: the same goods in trade, not in structure. */
export function hydrateLinks(law: Law, tables: LawTables, goods: ResolvedGoods): Link[] {
  const { parent } = goods;
  if (goods.named !== null || parent === null) return [];
  return structureMatches(tables, parent).hydrateOf.flatMap((ketone) => {
    const reason = {
      code: 'hydrate-of-the-ketone',
      text: `The structure is the hydrate (gem-diol) of ${ketone.name.en}; whether an entry for that substance means its hydrate too is for a person to say.`,
      data: { of: ketone.id },
    };
    return controlsOf(law, ketone.id).map((control) => {
      const reach = formReach(control.scope, goods.form, true, tables.roles);
      const doubt = reach.outcome === 'excluded' ? ('excluded' as const) : ('doubt' as const);
      return {
        ...plainLink(control, reach.basis, false),
        outcome: doubt,
        reasons: [...reach.reasons, reason],
      };
    });
  });
}

/** Entries whose instrument reaches positional isomers, for substances the goods could be such an isomer of. */
export function positionalLinks(law: Law, tables: LawTables, goods: ResolvedGoods): Link[] {
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

/** Part-generic entries whose scaffold the goods are, with allowed groups on it and nothing else. */
export function partGenericLinks(tables: LawTables, goods: ResolvedGoods): Link[] {
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

/**
 * Classes of which the goods are a member, or may be; and, where one of them is of drugs, the analogue statutes. Those
 * and all doubts are for a person.
 */
export function structureLinks(tables: LawTables, goods: ResolvedGoods): Link[] {
  const { parent } = goods;
  if (parent === null) return [];
  const met = structureMatches(tables, parent).classes;
  const classes = met.flatMap((found) => classLinks(tables, goods, found));
  const analogues = tables.analogues.flatMap((control) => {
    const near = met.find((found) => foundsAnalogue(tables, found, control));
    return near === undefined ? [] : [analogueLink(control, near.table.rule)];
  });
  return [...classes, ...analogues];
}

/** The doubt of a law that asks for a judgement of similarity instead of giving a formula. */
const JUDGEMENT = 'judgement-of-similarity';

/**
 * A law on analogues looks at what a decided class of drugs holds or is close to. A core without a definition is far too
 * wide to speak of similarity: half the indoles have one. A class that is itself a matter of similarity (Canada's
 * "derivatives and analogues") says nothing of similarity under a law that has classes of its own.
 */
function foundsAnalogue(tables: LawTables, { table, verdict }: ClassFound, analogue: Control): boolean {
  if (verdict === 'no' || !isDecidedClassOfDrugs(table.rule)) return false;
  const isJudgement = table.rule.definition?.doubts.some(({ code }) => code === JUDGEMENT) ?? false;
  const standsIn = ({ controls }: ClassTable): boolean =>
    controls.some(({ jurisdiction }) => jurisdiction === analogue.jurisdiction);
  if (!isJudgement || standsIn(table)) return true;
  return !tables.classes.some((one) => isDecidedClassOfDrugs(one.rule) && standsIn(one));
}

function isDecidedClassOfDrugs({ regime, definition }: StructureRule): boolean {
  return (regime ?? 'drug') === 'drug' && definition !== undefined;
}

function analogueLink(control: Control, { id, title }: StructureRule): Link {
  const reason = {
    code: 'analogue-statute',
    text: `The structure belongs to a controlled class of drugs or is close to one ("${title}"); a law on analogues may reach it, by facts a structure does not show.`,
    data: { rule: id },
  };
  return { ...plainLink(control, 'analogue', false), outcome: 'doubt', reasons: [reason] };
}

/** The controls of one class. A member in the form of a salt or isotopologue is reached as the clause of each says. */
function classLinks(tables: LawTables, goods: ResolvedGoods, found: ClassFound): Link[] {
  const { table, verdict, proof, from } = found;
  const doubts = classReasons(found);
  return table.controls.map((control) => {
    const dated = from === null ? control : startingOn(control, from);
    const link = { ...plainLink(dated, 'class', false), proof };
    if (verdict === 'no') return { ...link, outcome: 'excluded' as const, reasons: doubts };
    // The words of a class leave stereo open: every stereoisomer of a member is one.
    const form = formReach(control.scope, goods.form, true, tables.roles);
    if (form.outcome === 'excluded') return { ...link, outcome: form.outcome, reasons: form.reasons };
    const reasons = [...doubts, ...form.reasons];
    return { ...link, outcome: reasons.length === 0 ? ('applies' as const) : ('doubt' as const), reasons };
  });
}

/** Why it is for a person, or no member. The sentence in other languages stands in `data`, by its language. */
function classReasons({ table: { rule }, outside, doubts }: ClassFound): readonly Reason[] {
  if (outside !== null) {
    const text = `The structure has the core of the class "${rule.title}", and its words do not reach it (${outside}).`;
    return [{ code: 'not-a-member', text, data: { rule: rule.id, example: outside } }];
  }
  return doubts.map(({ code, words: { en, zh, es } }) => ({
    code,
    text: `${rule.title}: ${en}`,
    data: {
      rule: rule.id,
      class: rule.title,
      'text.zh': `${rule.title}：${zh}`,
      'text.es': `${rule.title}: ${es}`,
    },
  }));
}
