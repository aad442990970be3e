import type { Problem } from '../kernel/index.ts';
import { joinForms, NO_FORM, readForm, type FormWords } from './chemical-form.ts';
import { lineContext, type LineContext } from './description-context.ts';
import { numberMarks, type CasMark, type HsMark, type NumberMark, type UnMark } from './description-marks.ts';
import { findMisprints } from './description-misprints.ts';
import { findNames, layLine, type Line, type NameHit } from './description-names.ts';
import { weighHits, type Weighed } from './description-weight.ts';
import {
  casNameMismatch,
  casVariant,
  hitProblems,
  hsProblem,
  lineProblems,
  lookAlikeProblem,
  unMismatch,
} from './lint.ts';
import { lookAlikeCharacters } from './name-fold.ts';
import { homoglyphs } from './question.ts';
import type { QuestionKind, ResolvedGoods } from './resolution.ts';
import { inForm } from './resolve-goods.ts';
import { prepareLaw, type GoodsLaw, type PreparedLaw } from './resolve-law.ts';
import { casCheckDigitWrong, casTruncated, casUnknown } from './resolve-number.ts';
import type { Equipment, Substance } from './substance.ts';

/** The longest line that is read, in UTF-16 units; of a longer one the beginning, and it is said. */
export const MAX_DESCRIPTION_CHARACTERS = 4_000;

/** Goods found in a line of free text. `candidate`: a person must look. */
export interface DescribedGoods {
  readonly goods: ResolvedGoods;
  readonly match: 'exact' | 'candidate';
  /** The words or the number they were found in, as they stand. */
  readonly from: string;
  readonly by: readonly QuestionKind[];
}

/** What a line of free text was found to speak of: several goods, or none. */
export interface Description {
  readonly input: string;
  readonly goods: readonly DescribedGoods[];
  readonly problems: readonly Problem[];
  /** Letters of the line that belong to nothing that was understood. */
  readonly leftOver: number;
}

/** A CAS number of a line and our goods that have it. */
export interface CasSign {
  readonly mark: CasMark;
  /** Goods under the number, or under the one that would fit where the digit is wrong or missing. */
  readonly goods: readonly { readonly substance: Substance; readonly form: FormWords }[];
  readonly right: boolean;
}

/** What a line was read into, before names and numbers are held against each other. */
export interface Signs {
  readonly line: Line;
  readonly context: LineContext;
  readonly hits: readonly NameHit[];
  readonly cas: readonly CasSign[];
  readonly un: readonly UnMark[];
  readonly hs: readonly HsMark[];
}

/**
 * The goods a line of free text speaks of, as manifests, invoices and catalogues print it: names in any language and
 * place, CAS and UN numbers, HS lines, equipment. What agrees is exact; an ambiguous word without a second sign, a
 * name and a number that contradict each other, and one name of several goods are candidates; look-alikes are none.
 *
 * Never throws; time grows with the length of the line, of which `MAX_DESCRIPTION_CHARACTERS` are read.
 */
export function describe(law: GoodsLaw, text: string): Description {
  return describeLine(prepareLaw(law), text, true);
}

/** As `describe`; without `misprints` only names as they are known are found. */
export function describeLine(prepared: PreparedLaw, text: string, misprints: boolean): Description {
  const problems: Problem[] = [];
  const line = cleanLine(text, problems);
  const signs = readSigns(prepared, line, misprints);
  const weighed = weighHits(prepared, signs);
  const claims = new Map<string, Claim>();
  const claimed = new Set<CasSign>();
  for (const one of weighed) claimNames(prepared, one, claims, claimed, problems);
  claimCas(prepared, signs, weighed, claims, claimed, problems);
  if (claims.size === 0 && weighed.every(({ hit }) => hit.bearers.length === 0)) {
    claimUn(prepared, signs, claims);
  }
  mergeSalts(claims);
  lintNumbers(signs, claims, claimed, problems);
  const goods = [...claims.values()].map(({ level, resolved, from, by }) => ({
    goods: resolved,
    match: level,
    from,
    by: [...by],
  }));
  const alike = lookAlikeCharacters(signs.line.text.normal);
  if (alike.length > 0 && goods.length > 0) problems.push(homoglyphs(signs.line.text.normal, alike));
  const kinds = goods.map((one) => one.goods);
  problems.push(
    ...lineProblems(signs.line.text.normal, signs.context, {
      any: goods.length > 0,
      chemicals: kinds.some((one) => one.kind === 'chemical'),
      drugs: kinds.some((one) => one.regimes.includes('drug')),
      solvent: weighed.length < signs.hits.length,
    }),
  );
  return { input: text, goods, problems: distinct(problems), leftOver: leftOver(signs, weighed) };
}

interface Claim {
  level: 'exact' | 'candidate';
  readonly goods: Substance | Equipment;
  resolved: ResolvedGoods;
  from: string;
  readonly by: Set<QuestionKind>;
}

function cleanLine(text: string, problems: Problem[]): string {
  let line = text.toWellFormed();
  if (line.length > MAX_DESCRIPTION_CHARACTERS) {
    problems.push({
      code: 'description-too-long',
      message: `The line has ${line.length} characters; the first ${MAX_DESCRIPTION_CHARACTERS} were read.`,
      todo: 'Split the line: goods named further on were not looked for.',
      data: { length: line.length, limit: MAX_DESCRIPTION_CHARACTERS },
    });
    line = line.slice(0, MAX_DESCRIPTION_CHARACTERS).toWellFormed();
  }
  const plain = line.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ');
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(line)) {
    problems.push({
      code: 'control-characters',
      message: 'The line contains control characters; they were read as blanks.',
    });
  }
  return plain;
}

function readSigns(prepared: PreparedLaw, text: string, withMisprints: boolean): Signs {
  const line = layLine(prepared, text);
  const { normal } = line.text;
  const marks = numberMarks(normal);
  const found = findNames(prepared, line, marks);
  const misprints = withMisprints ? findMisprints(prepared, line, marks, found) : [];
  // A longer name read from a misprint takes the place of the shorter ones inside it.
  const hits = [
    ...found.filter((hit) => !misprints.some((one) => one.start <= hit.start && one.end >= hit.end)),
    ...misprints,
  ];
  return {
    line,
    context: lineContext(prepared, normal, marks),
    hits: hits.sort((a, b) => a.start - b.start),
    cas: casSigns(prepared, marks),
    un: marks.filter((mark) => mark.kind === 'un'),
    hs: marks.filter((mark) => mark.kind === 'hs'),
  };
}

/** CAS numbers of the line. Without a label a number that is not ours and does not check is no CAS number at all. */
function casSigns(prepared: PreparedLaw, marks: readonly NumberMark[]): readonly CasSign[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== 'cas') return [];
    const right = !mark.cut && mark.number === mark.fits;
    const goods = prepared.withCas(mark.fits).map(({ substance, place }) => ({
      substance,
      form: readForm(substance.cas[place]?.form ?? 'parent'),
    }));
    if (!mark.labelled && !right && goods.length === 0) return [];
    return [{ mark, goods, right }];
  });
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

/** Check digits, tariff lines and UN numbers that do not fit what was found. */
function lintNumbers(
  signs: Signs,
  claims: ReadonlyMap<string, Claim>,
  claimed: ReadonlySet<CasSign>,
  problems: Problem[],
): void {
  for (const { mark, right } of signs.cas) {
    if (mark.cut) problems.push(casTruncated({ body: mark.number, fits: mark.fits }));
    else if (!right) problems.push(casCheckDigitWrong(mark.number, mark.fits));
  }
  const goods = [...claims.values()].map((claim) => claim.goods);
  for (const mark of signs.hs) {
    const found = goods.map((one) => hsProblem(mark, one));
    if (found.length > 0 && found.every((problem) => problem !== null)) problems.push(found[0]!);
  }
  const substances = goods.filter((one) => one.kind === 'chemical');
  for (const mark of signs.un) {
    const fits = substances.some((one) => one.un.some(({ number }) => number === mark.number));
    if (substances.length > 0 && !fits) problems.push(unMismatch(mark, substances[0]!));
  }
  if (
    claimed.size === 0 &&
    signs.cas.length === 0 &&
    substances.length > 0 &&
    [...claims.values()].some((one) => one.level === 'candidate')
  ) {
    problems.push({ code: 'cas-missing', message: 'No CAS number stands in the line; it would decide.' });
  }
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.message}`, problem])).values()];
}

/** Letters outside names, numbers and their labels. */
function leftOver(signs: Signs, weighed: readonly Weighed[]): number {
  const { normal } = signs.line.text;
  const marks = [...signs.cas.map((cas) => cas.mark), ...signs.un, ...signs.hs];
  const covered = [...weighed.filter((one) => one.level !== 'nothing').map((one) => one.hit), ...marks];
  let letters = 0;
  for (let i = 0; i < normal.length; i++) {
    if (/[\p{L}\p{N}]/u.test(normal[i]!) && !covered.some((mark) => i >= mark.start && i < mark.end))
      letters++;
  }
  return letters;
}
