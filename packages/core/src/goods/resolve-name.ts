import type { Problem } from '../kernel/index.ts';
import { formLayers, joinForms, NO_FORM, readForm, type FormWords } from './chemical-form.ts';
import { foldName } from './name-fold.ts';
import { nearMisses } from './near-miss.ts';
import { quoted } from './question.ts';
import type { Candidate } from './resolution.ts';
import { bestCandidates, candidate, formIsPossible, inForm, NOTHING, type Finding } from './resolve-goods.ts';
import type { Bearer, PreparedLaw } from './resolve-law.ts';

/** Near misses that are offered for one question. */
export const MAX_NEAR_CANDIDATES = 8;

/** Goods that bear exactly this name, in whatever spelling; nothing where none does. */
export function resolveWholeName(prepared: PreparedLaw, text: string): Finding | null {
  const folded = foldName(text, prepared.law.index.han);
  const bearers = bearersOf(prepared, text, folded);
  if (bearers.length > 0) return decide(prepared, text, folded, bearers, NO_FORM);
  return confusedWord(prepared, text, folded) ?? lookAlikeWord(prepared, text, folded);
}

/** A word that is no name of goods and may mean some (`speed press`): a candidate. */
function confusedWord(prepared: PreparedLaw, text: string, folded: string): Finding | null {
  const confusable = prepared.confusable(folded);
  const goods = confusable?.means == null ? null : prepared.goods(confusable.means);
  if (confusable === null || goods === null) return null;
  return {
    goods: null,
    candidates: [candidate(goods, confusable.term, 'ambiguous-name', 0.5)],
    problems: [sharedName(text, [{ goods, name: null }], confusable.not)],
  };
}

/** A word that only looks like goods of ours. */
function lookAlikeWord(prepared: PreparedLaw, text: string, folded: string): Finding | null {
  const is = prepared.lookAlike(folded);
  if (is === null) return null;
  return {
    ...NOTHING,
    problems: [
      {
        code: 'look-alike',
        message: `${quoted(text)} is ${is}. It is no goods of the compiled data; its name only looks like one of them.`,
        todo: 'If other goods are meant, give the CAS number or the structure.',
        data: { words: text, is },
      },
    ],
  };
}

/** Bearers of a name as it stands, in another convention of systematic names, or in another language's spelling. */
function bearersOf(prepared: PreparedLaw, text: string, folded: string): readonly Bearer[] {
  const bearers = prepared.bearers(folded);
  if (bearers.length > 0) return bearers;
  const same =
    prepared.sameSystematic(folded) ?? (prepared.isKnownWord(folded) ? null : prepared.sameNational(text));
  return same === null ? [] : prepared.bearers(same);
}

/** Goods whose name is left when words of salt, water, isomer and isotope are taken off. */
export function resolveFormName(prepared: PreparedLaw, text: string): Finding | null {
  const { han } = prepared.law.index;
  for (const spelling of [text, ...respelled(text)]) {
    if (spelling !== text) {
      const whole = resolveWholeName(prepared, spelling);
      if (whole !== null) return whole;
    }
    for (const { rest, form } of formLayers(spelling, han)) {
      const folded = foldName(rest, han);
      const bearers = bearersOf(prepared, rest, folded).filter(({ goods }) => formIsPossible(form, goods));
      if (bearers.length > 0) return decide(prepared, text, folded, bearers, form);
      // The data may know the salt by its English name only: X hydrochloride for X HCl.
      const salt = form.salt === null ? '' : foldName(`${rest} ${form.salt}`, han);
      const salts = salt === '' ? [] : bearersOf(prepared, salt, salt);
      if (salts.length > 0) return decide(prepared, text, salt, salts, form);
    }
  }
  return null;
}

/** Names one or two differences away, for a person to confirm. */
export function resolveNearName(prepared: PreparedLaw, text: string): Finding {
  const { han } = prepared.law.index;
  const found: Candidate[] = [];
  const rests = [text, ...formLayers(text, han).map((layer) => layer.rest)];
  for (const folded of new Set(rests.map((rest) => foldName(rest, han)))) {
    for (const miss of nearMisses(prepared.near(), folded, MAX_NEAR_CANDIDATES * 2)) {
      for (const { goods, name } of prepared.bearers(miss.name)) {
        found.push(candidate(goods, name?.text ?? goods.name.en, 'near-name', miss.score));
      }
    }
  }
  const candidates = bestCandidates(found, MAX_NEAR_CANDIDATES);
  return candidates.length === 0 ? NOTHING : { ...NOTHING, candidates };
}

function decide(
  prepared: PreparedLaw,
  text: string,
  folded: string,
  bearers: readonly Bearer[],
  words: FormWords,
): Finding {
  const told = withoutParents(bearers);
  const confusable = prepared.confusable(folded);
  if (told.length > 1 || confusable?.means === null) {
    return {
      goods: null,
      candidates: told.map(({ goods, name }) =>
        candidate(goods, name?.text ?? goods.name.en, 'ambiguous-name', 0.9),
      ),
      problems: [sharedName(text, told, confusable?.not ?? [])],
    };
  }
  const { goods, name } = told[0]!;
  const form = joinForms(words, name?.form === undefined ? NO_FORM : readForm(name.form));
  const problems: Problem[] = [];
  if ((confusable !== null && confusable.alone !== 'exact') || name?.ambiguous === true) {
    problems.push(ambiguousName(text, goods.name.en, confusable?.not ?? []));
  }
  if (name?.kind === 'misspelling') problems.push(misspelling(text, goods.name.en));
  return { goods: inForm(prepared, goods, form), candidates: [], problems };
}

/** Where a salt has an entry of its own and shares its name with the parent, the entry of the salt is meant. */
function withoutParents(bearers: readonly Bearer[]): readonly Bearer[] {
  const parents = new Set(bearers.map(({ goods }) => (goods.kind === 'chemical' ? goods.saltOf : undefined)));
  return bearers.filter(({ goods }) => !parents.has(goods.id));
}

/** Spellings that are the same name in another convention: o- for ortho-, alfa for alpha. */
function respelled(text: string): readonly string[] {
  const other = text
    .replace(/(^|[\s\-–([,])([omp])(?=[\s-]\p{L})/giu, (_, before: string, letter: string) => {
      return before + POSITIONS[letter.toLowerCase()]!;
    })
    .replace(/(^|[\s\-–([])alfa(?=[\s\-–])/gi, '$1alpha');
  return other === text ? [] : [other];
}

const POSITIONS: Readonly<Record<string, string>> = { o: 'ortho', m: 'meta', p: 'para' };

/** One name, several goods: a person must say which is meant. */
export function sharedName(text: string, bearers: readonly Bearer[], not: readonly string[]): Problem {
  const meanings = [...bearers.map(({ goods }) => goods.name.en), ...not];
  return {
    code: 'ambiguous-name',
    message: `${quoted(text)} means more than one thing: ${meanings.join('; ')}.`,
    todo: 'Give the CAS number or the structure.',
    data: { meanings: meanings.join('; '), goods: bearers.map(({ goods }) => goods.id).join(' ') },
  };
}

/** The name was read as goods and has other meanings. */
export function ambiguousName(text: string, means: string, not: readonly string[]): Problem {
  const others = not.length === 0 ? 'other things' : not.join('; ');
  return {
    code: 'ambiguous-name',
    message: `${quoted(text)} was read as ${means}; it also stands for ${others}.`,
    todo: 'Compare a CAS number or the structure before relying on it.',
    data: { means, others: not.join('; ') },
  };
}

export function misspelling(text: string, means: string): Problem {
  return {
    code: 'misspelling',
    message: `${quoted(text)} is a known misprint; it was read as ${means}.`,
    data: { means },
  };
}
