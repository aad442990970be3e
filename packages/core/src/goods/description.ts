import type { Problem } from '../kernel/index.ts';
import { claimGoods, type Claim } from './description-claims.ts';
import { readSigns, type CasSign, type Signs } from './description-signs.ts';
import { weighHits, type Weighed } from './description-weight.ts';
import { hsProblem, lineProblems, unMismatch } from './lint.ts';
import { lookAlikeCharacters } from './name-fold.ts';
import { homoglyphs } from './question.ts';
import type { QuestionKind, ResolvedGoods } from './resolution.ts';
import { prepareLaw, type GoodsLaw, type PreparedLaw } from './resolve-law.ts';
import { casCheckDigitWrong, casTruncated } from './resolve-number.ts';

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

/** The line described last with a law, with and without its misprints: resolution asks for the same line thrice. */
interface DescribedLast {
  readonly text: string;
  spelled: Description | null;
  plain: Description | null;
}

const LAST = new WeakMap<PreparedLaw, DescribedLast>();

/** As `describe`; without `misprints` only names as they are known are found. */
export function describeLine(prepared: PreparedLaw, text: string, misprints: boolean): Description {
  let last = LAST.get(prepared);
  if (last?.text !== text) LAST.set(prepared, (last = { text, spelled: null, plain: null }));
  const known = misprints ? last.spelled : last.plain;
  if (known !== null) return known;
  const { description, respelled } = readLine(prepared, text, misprints);
  if (misprints) last.spelled = description;
  // Where no misprint was found, the line reads the same without them.
  if (!misprints || !respelled) last.plain = description;
  return description;
}

function readLine(
  prepared: PreparedLaw,
  text: string,
  misprints: boolean,
): { readonly description: Description; readonly respelled: boolean } {
  const problems: Problem[] = [];
  const line = cleanLine(text, problems);
  const signs = readSigns(prepared, line, misprints);
  const weighed = weighHits(prepared, signs);
  const { claims, claimed } = claimGoods(prepared, signs, weighed, problems);
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
  const description = {
    input: text,
    goods,
    problems: distinct(problems),
    leftOver: leftOver(signs, weighed),
  };
  return { description, respelled: signs.respelled };
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
