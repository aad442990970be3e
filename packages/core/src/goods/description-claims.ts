import type { Problem } from '../kernel/index.ts';
import { joinForms, NO_FORM, type FormWords } from './chemical-form.ts';
import type { CasSign, Signs } from './description-signs.ts';
import type { Weighed } from './description-weight.ts';
import { casNameMismatch, casVariant, hitProblems, lookAlikeProblem } from './lint.ts';
import type { QuestionKind, ResolvedGoods } from './resolution.ts';
import { inForm } from './resolve-goods.ts';
import type { PreparedLaw } from './resolve-law.ts';
import { casUnknown } from './resolve-number.ts';
import type { Equipment, Substance } from './substance.ts';

/** Goods found in a line, gathered from names and numbers. */
export interface Claim {
  level: 'exact' | 'candidate';
  readonly goods: Substance | Equipment;
  resolved: ResolvedGoods;
  from: string;
  readonly by: Set<QuestionKind>;
}

/** Goods of a line by id, and the CAS numbers some name has spoken for. What is noticed goes into `problems`. */
export function claimGoods(
  prepared: PreparedLaw,
  signs: Signs,
  weighed: readonly Weighed[],
  problems: Problem[],
): { readonly claims: ReadonlyMap<string, Claim>; readonly claimed: ReadonlySet<CasSign> } {
  const claims = new Map<string, Claim>();
  const claimed = new Set<CasSign>();
  for (const one of weighed) claimNames(prepared, one, claims, claimed, problems);
  claimCas(prepared, signs, weighed, claims, claimed, problems);
  if (claims.size === 0 && weighed.every(({ hit }) => hit.bearers.length === 0))
    claimUn(prepared, signs, claims);
  mergeSalts(claims);
  return { claims, claimed };
}

/** Puts down the goods of one name hit, with the numbers that agree with it. */
function claimNames(
  prepared: PreparedLaw,
  weighed: Weighed,
  claims: Map<string, Claim>,
  claimed: Set<CasSign>,
  problems: Problem[],
): void {
  const { hit, level, goods } = weighed;
  problems.push(...weighed.problems);
  if (hit.bearers.length === 0 && hit.lookAlike !== null) problems.push(lookAlikeProblem(hit));
  for (const cas of weighed.agreeing) claimed.add(cas);
  if (level === 'nothing') return;
  for (const one of goods) {
    const number = weighed.agreeing.find((cas) => cas.goods.some(({ substance }) => substance.id === one.id));
    const ofNumber = number?.goods.find(({ substance }) => substance.id === one.id)?.form ?? NO_FORM;
    const form = hit.form.salt === null ? joinForms(ofNumber, hit.form) : hit.form;
    put(
      claims,
      prepared,
      one,
      level,
      hit.words.trim(),
      one.kind === 'equipment' ? 'equipment' : 'name',
      form,
    );
    if (number !== undefined) claims.get(one.id)!.by.add('cas');
    problems.push(...hitProblems(hit, one, form));
  }
  for (const conflict of weighed.conflicting) {
    claimed.add(conflict);
    const named = goods.map((one) => one.name.en).join(', ');
    problems.push(
      casNameMismatch(
        conflict.mark,
        named,
        conflict.goods.map(({ substance }) => substance.name.en).join(', '),
      ),
    );
    for (const { substance, form } of conflict.goods) {
      put(claims, prepared, substance, 'candidate', conflict.mark.number, 'cas', form);
    }
  }
}

/** Numbers no name has spoken for. */
function claimCas(
  prepared: PreparedLaw,
  signs: Signs,
  weighed: readonly Weighed[],
  claims: Map<string, Claim>,
  claimed: Set<CasSign>,
  problems: Problem[],
): void {
  for (const cas of signs.cas) {
    if (claimed.has(cas)) continue;
    const level = cas.right && cas.goods.length === 1 ? 'exact' : 'candidate';
    for (const { substance, form } of cas.goods)
      put(claims, prepared, substance, level, cas.mark.number, 'cas', form);
    if (cas.goods.length > 1) {
      const names = cas.goods.map(({ substance }) => substance.name.en).join('; ');
      problems.push({
        code: 'cas-shared',
        message: `CAS ${cas.mark.number} is printed for more than one of the goods: ${names}.`,
        data: { number: cas.mark.number },
      });
    }
    if (cas.goods.length === 0) {
      const strong = weighed.find((one) => one.level === 'exact' && one.goods[0]?.kind === 'chemical');
      problems.push(
        strong === undefined ? casUnknown(cas.mark.number) : casVariant(cas.mark, strong.goods[0]!.name.en),
      );
    } else if (weighed.every((one) => one.level === 'nothing')) {
      problems.push({
        code: 'name-missing',
        message: `CAS ${cas.mark.number} stands without a name of the goods.`,
        data: { number: cas.mark.number },
      });
    }
  }
}

/** A UN number that only one of our goods travels under, in a line that names nothing. */
function claimUn(prepared: PreparedLaw, signs: Signs, claims: Map<string, Claim>): void {
  if (signs.cas.length > 0 || signs.hits.some((hit) => hit.lookAlike !== null)) return;
  for (const mark of signs.un) {
    for (const id of prepared.ids('un', mark.number)) {
      const goods = prepared.goods(id);
      if (goods !== null) put(claims, prepared, goods, 'candidate', mark.number, 'un', NO_FORM);
    }
  }
}

function put(
  claims: Map<string, Claim>,
  prepared: PreparedLaw,
  goods: Substance | Equipment,
  level: 'exact' | 'candidate',
  from: string,
  by: QuestionKind,
  form: FormWords,
): void {
  const known = claims.get(goods.id);
  if (known === undefined) {
    claims.set(goods.id, { level, goods, resolved: inForm(prepared, goods, form), from, by: new Set([by]) });
    return;
  }
  known.by.add(by);
  if (known.level === 'candidate' && level === 'exact') {
    known.level = 'exact';
    known.from = from;
  }
  if (known.resolved.form.salt === null && form.salt !== null) known.resolved = inForm(prepared, goods, form);
}

/** A salt with an entry of its own and its base are one find: the base is kept, in the form of the salt. */
function mergeSalts(claims: Map<string, Claim>): void {
  for (const [id, claim] of claims) {
    const base = claim.goods.kind === 'chemical' ? claims.get(claim.goods.saltOf ?? '') : undefined;
    if (base === undefined) continue;
    if (claim.level === 'exact') base.level = 'exact';
    base.resolved = claim.resolved;
    claims.delete(id);
  }
}
