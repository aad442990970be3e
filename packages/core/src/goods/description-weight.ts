import type { Problem } from '../kernel/index.ts';
import type { CasSign, Signs } from './description-signs.ts';
import type { NameHit } from './description-names.ts';
import { isHan } from './description-neighbours.ts';
import { ambiguousWord } from './lint.ts';
import { foldName } from './name-fold.ts';
import type { PreparedLaw } from './resolve-law.ts';
import type { Equipment, GoodsName, Substance, WordWeight } from './substance.ts';

/** A name hit held against the rest of its line. */
export interface Weighed {
  readonly hit: NameHit;
  readonly level: WordWeight;
  /** The goods it stands for at that level; those a number agrees with, where one does. */
  readonly goods: readonly (Substance | Equipment)[];
  readonly agreeing: readonly CasSign[];
  /** Known CAS numbers of other goods that belong to this name, as they stand beside it. */
  readonly conflicting: readonly CasSign[];
  readonly problems: readonly Problem[];
}

/** What a name gives alone and beside a sign. */
interface Weight {
  readonly alone: WordWeight;
  readonly beside: WordWeight;
}

const STRONG: Weight = { alone: 'exact', beside: 'exact' };

/** Names up to this length are read as words that may mean anything. */
const SHORT_CHARACTERS = 5;
const VERY_SHORT_CHARACTERS = 3;
/** From this length on a name with one slip of the pen is still that name. */
const SURE_MISPRINT_CHARACTERS = 14;

/** Decides for each hit whether it is exact, a candidate or nothing. */
export function weighHits(prepared: PreparedLaw, signs: Signs): readonly Weighed[] {
  const hits = signs.hits.filter((hit) => !isSolvent(prepared, signs, hit));
  const agreed = new Map(hits.map((hit) => [hit, signs.cas.filter((cas) => agrees(cas, hit))]));
  const spokenFor = new Set([...agreed.values()].flat());
  const foreign = signs.cas.filter((cas) => !spokenFor.has(cas));
  const conflicts = conflictsOf(hits, foreign, agreed);
  return hits.map((hit) => weigh(signs, hit, agreed.get(hit)!, conflicts.get(hit) ?? [], foreign, hits));
}

function weigh(
  signs: Signs,
  hit: NameHit,
  agreeing: readonly CasSign[],
  conflicting: readonly CasSign[],
  foreign: readonly CasSign[],
  hits: readonly NameHit[],
): Weighed {
  const all = hit.bearers.map(({ goods }) => goods);
  const nothing: Weighed = { hit, level: 'nothing', goods: all, agreeing, conflicting: [], problems: [] };
  if (all.length === 0) return { ...nothing, agreeing: [] };
  if (agreeing.length > 0) {
    const goods = all.filter((one) => agreeing.some((cas) => isOf(cas, one)));
    return {
      hit,
      level: goods.length === 1 ? 'exact' : 'candidate',
      goods,
      agreeing,
      conflicting: [],
      problems: [],
    };
  }
  const weight = weightOf(hit, signs);
  const weak = weight.alone !== 'exact';
  const said = (level: WordWeight): readonly Problem[] =>
    weak &&
    all[0] !== undefined &&
    (isAmbiguous(hit) ? all[0].kind === 'chemical' || level !== 'exact' : level === 'candidate')
      ? [ambiguousWord(hit, all[0], level !== 'nothing')]
      : [];
  const numbers = numbersFor(signs, all, hits);
  if (weak && numbers.sure)
    return {
      hit,
      level: all.length === 1 ? 'exact' : 'candidate',
      goods: all,
      agreeing,
      conflicting: [],
      problems: said('exact'),
    };
  // A number of something else beside a word that may mean anything: the number is right and the word is another.
  if (weak && (foreign.length > 0 || numbers.unAgainst || speaksOfOther(signs, hit))) {
    return { ...nothing, problems: said('nothing') };
  }
  let level = signOf(signs, hit, hits) ? weight.beside : weight.alone;
  if (weak && numbers.basket && level === 'candidate' && !isAmbiguous(hit) && all.length === 1)
    level = 'exact';
  if (level === 'nothing') return { ...nothing, problems: said(level) };
  const doubt =
    hit.changedBy !== null ||
    conflicting.length > 0 ||
    all.length > 1 ||
    (numbers.unAgainst && signs.context.mixture) ||
    (weak && numbers.hsAgainst) ||
    besideLookAlike(hit, hits) ||
    (hit.misprint !== null && !hit.misprint.glyphs && hit.folded.length < SURE_MISPRINT_CHARACTERS);
  // A name changed by the word beside it, with a number that is not ours, is that other substance.
  if (hit.changedBy !== null && (numbers.unAgainst || foreign.some((cas) => cas.goods.length === 0)))
    return nothing;
  return {
    hit,
    level: doubt ? 'candidate' : level,
    goods: all,
    agreeing,
    conflicting,
    problems: said(level),
  };
}

/** True where the number is printed for one of the hit's goods, or for a salt of it. */
function agrees(cas: CasSign, hit: NameHit): boolean {
  return hit.bearers.some(({ goods }) => isOf(cas, goods));
}

function isOf(cas: CasSign, goods: Substance | Equipment): boolean {
  return cas.goods.some(
    ({ substance }) =>
      substance.id === goods.id ||
      substance.saltOf === goods.id ||
      (goods.kind === 'chemical' && goods.saltOf === substance.id),
  );
}

/** Known numbers of other goods go to the nearest name that has none of its own and decides by itself. */
function conflictsOf(
  hits: readonly NameHit[],
  foreign: readonly CasSign[],
  agreed: ReadonlyMap<NameHit, readonly CasSign[]>,
): ReadonlyMap<NameHit, readonly CasSign[]> {
  const found = new Map<NameHit, readonly CasSign[]>();
  const settled = new Set([...agreed].filter(([, cas]) => cas.length > 0).flatMap(([hit]) => idsOf(hit)));
  for (const cas of foreign) {
    if (cas.goods.length === 0 || !cas.right) continue;
    const open = hits.filter(
      (hit) =>
        hit.bearers.some(({ goods }) => goods.kind === 'chemical') &&
        !idsOf(hit).some((id) => settled.has(id)) &&
        weightOfName(hit).alone === 'exact',
    );
    const nearest = open.sort(
      (a, b) => Math.abs(a.end - cas.mark.start) - Math.abs(b.end - cas.mark.start),
    )[0];
    if (nearest !== undefined) found.set(nearest, [...(found.get(nearest) ?? []), cas]);
  }
  return found;
}

function idsOf(hit: NameHit): readonly string[] {
  return hit.bearers.map(({ goods }) => goods.id);
}

function weightOf(hit: NameHit, signs: Signs): Weight {
  const weight = weightOfName(hit);
  if (weight.alone === 'exact') return weight;
  // Mapa and mapa are words; the abbreviation is in capitals, unless nothing in the line is.
  const name = hit.bearers[0]?.name?.text ?? '';
  const lower = hit.words !== hit.words.toUpperCase() && /^[A-Z]{2,4}$/.test(name);
  return lower && /\p{Lu}/u.test(signs.line.text.normal) ? { alone: 'nothing', beside: 'nothing' } : weight;
}

/** What a name gives by itself: by the list of confusables, by its flag, by its length. */
function weightOfName(hit: NameHit): Weight {
  const { confusable, bearers, folded } = hit;
  if (confusable !== null) {
    return { alone: confusable.alone ?? 'nothing', beside: confusable.beside ?? 'candidate' };
  }
  const han = isHan(folded[0]);
  if (bearers.length > 1 || bearers.some(({ name }) => name?.ambiguous === true)) {
    const equipment = bearers.every(({ goods }) => goods.kind === 'equipment');
    const word = folded.length > SHORT_CHARACTERS || (han && folded.length > 1);
    if (equipment) return { alone: 'nothing', beside: 'exact' };
    return { alone: word ? 'candidate' : 'nothing', beside: 'candidate' };
  }
  const name = bearers[0]?.name ?? null;
  if (name?.kind === 'street') return { alone: 'nothing', beside: 'candidate' };
  if (han) return folded.length > 1 ? STRONG : { alone: 'nothing', beside: 'candidate' };
  if (folded.length > SHORT_CHARACTERS || /^(?=.*\d)(?=(?:\d*[a-z]){4})/.test(folded)) return STRONG;
  if (folded.length <= VERY_SHORT_CHARACTERS) return { alone: 'nothing', beside: 'candidate' };
  if (isAbbreviation(name)) return { alone: 'candidate', beside: 'candidate' };
  return { alone: name?.kind === 'law' || name?.kind === 'inn' ? 'candidate' : 'nothing', beside: 'exact' };
}

function isAbbreviation(name: GoodsName | null): boolean {
  return name === null || name.kind === 'abbreviation' || !/\p{Ll}{3}/u.test(name.text);
}

function isAmbiguous(hit: NameHit): boolean {
  return (
    (hit.confusable !== null && hit.confusable.alone !== 'exact') ||
    hit.bearers.length > 1 ||
    hit.bearers.some(({ name }) => name?.ambiguous === true)
  );
}

interface Numbers {
  /** A UN number or an unshared tariff line of the goods. */
  readonly sure: boolean;
  /** A shared tariff line of the goods. */
  readonly basket: boolean;
  readonly unAgainst: boolean;
  readonly hsAgainst: boolean;
}

function numbersFor(
  signs: Signs,
  goods: readonly (Substance | Equipment)[],
  hits: readonly NameHit[],
): Numbers {
  const un = new Set(
    goods.flatMap((one) => (one.kind === 'chemical' ? one.un.map(({ number }) => number) : [])),
  );
  const lines = goods.flatMap((one) =>
    one.hs.map((hs) => ({ digits: hs.code.replace(/\D/g, ''), basket: hs.basket })),
  );
  const given = signs.hs.map((mark) => mark.digits.slice(0, 6));
  const others = new Set(
    hits
      .flatMap((hit) =>
        hit.bearers.flatMap((bearer) => (bearer.goods.kind === 'chemical' ? bearer.goods.un : [])),
      )
      .map(({ number }) => number),
  );
  return {
    sure:
      signs.un.some((mark) => un.has(mark.number)) ||
      lines.some((line) => !line.basket && given.includes(line.digits)),
    basket: lines.some((line) => given.includes(line.digits)),
    unAgainst: signs.un.some((mark) => !un.has(mark.number) && !others.has(mark.number)),
    hsAgainst: given.length > 0 && !lines.some((line) => given.includes(line.digits)),
  };
}

/** A second sign: of tablet making for equipment, of chemistry for chemicals. */
function signOf(signs: Signs, hit: NameHit, hits: readonly NameHit[]): boolean {
  const sure = (kind: 'chemical' | 'equipment'): boolean =>
    hits.some(
      (other) =>
        weightOfName(other).alone === 'exact' && other.bearers.some((one) => one.goods.kind === kind),
    );
  if (hit.bearers.some(({ goods }) => goods.kind === 'chemical'))
    return signs.context.chemical || sure('chemical');
  if (sure('equipment')) return true;
  // Vitamin tablets come in many forms: beside the tablets a machine or a tool must be spoken of.
  const { normal } = signs.line.text;
  const rest = `${normal.slice(0, hit.start)} ${normal.slice(hit.end)}`;
  return hit.folded.length >= 3 && hit.folded !== 'form' && signs.context.tablets && MACHINE.test(rest);
}

const MACHINE = /machine|press|tooling|m[aá]quina|prensa|maschine|presse|[机機模冲沖]/iu;

/** True where the line uses a word of what else the term means: `MEK ... inhibitor`. */
function speaksOfOther(signs: Signs, hit: NameHit): boolean {
  const line = signs.line.text.folded;
  return (hit.confusable?.not ?? []).some((other) => {
    const words = other.match(/\p{Script=Latin}{6,}/gu) ?? [];
    return words.some((word) => {
      const folded = foldName(word);
      return line.includes(folded) && !hit.folded.includes(folded) && !COMMON_WORDS.has(folded);
    });
  });
}

/** Words of the explanations that say nothing about which meaning it is. */
const COMMON_WORDS = new Set(['called', 'another', 'really', 'several', 'chemical', 'powder', 'without']);

/** The name of something it must not be confused with stands in the same line. */
function besideLookAlike(hit: NameHit, hits: readonly NameHit[]): boolean {
  if (hit.confusable === null) return false;
  const others = new Set(
    hit.confusable.not.flatMap((other) => other.split(/[\s/()]+/)).map((word) => foldName(word)),
  );
  return hits.some(
    (other) => other.bearers.length === 0 && other.lookAlike !== null && others.has(other.folded),
  );
}

/** `1 mg/mL in methanol`: the solvent is not what the line is about. */
function isSolvent(prepared: PreparedLaw, signs: Signs, hit: NameHit): boolean {
  const { normal } = signs.line.text;
  if (!/(?:^|[\s,])(?:in|en|em|dans|in der)\s+$/iu.test(normal.slice(Math.max(0, hit.start - 12), hit.start)))
    return false;
  if (
    !signs.hits.some((other) => other !== hit && other.start < hit.start && other.bearers.length > 0) &&
    signs.cas.length === 0
  )
    return false;
  return hit.bearers.some(({ goods }) => goods.kind === 'chemical' && prepared.isSolvent(goods));
}
