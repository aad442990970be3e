import type { Problem } from '../kernel/index.ts';
import type { Chemist } from './chemist.ts';
import { describeLine, type Description } from './description.ts';
import { quoted, readQuestion, type GoodsQuestion, type Reading } from './question.ts';
import type { Candidate, QuestionKind, Resolution, ResolvedGoods } from './resolution.ts';
import { bestCandidates, candidate, type Finding } from './resolve-goods.ts';
import { prepareLaw, type GoodsLaw, type PreparedLaw } from './resolve-law.ts';
import { MAX_NEAR_CANDIDATES, resolveFormName, resolveNearName, resolveWholeName } from './resolve-name.ts';
import { resolveCas, resolveHs, resolveRegistry, resolveUn } from './resolve-number.ts';
import { resolveGoodsCode, resolveInchi, resolveInchiKey, resolveSmiles } from './resolve-structure.ts';

/**
 * The goods a text means: a name in any language and spelling, a number, a code or a structure. Never throws.
 *
 * Exact names come first, then numbers by their form, then structures, then names in words of form, then near misses;
 * what is near and what has two meanings is offered to a person (`candidates`) and never decides.
 *
 * `chemist`: needed for structures only; without one a structure is refused with `toolkit-missing`.
 */
export function resolve(law: GoodsLaw, text: string, chemist: Chemist | null): Resolution {
  const read = readQuestion(text);
  if (!read.ok) return answer(text, null, null, [], [read.problem]);
  const prepared = prepareLaw(law);
  const { value: question } = read;
  const whole = resolveWholeName(prepared, question.text);
  if (whole !== null) return named(question, whole);
  const first = question.readings[0]!;
  const number = resolveReading(prepared, first, chemist);
  if (number !== null) return numbered(prepared, question, first, number);
  return resolveWords(prepared, question);
}

/** Refusals of a structure for its size: its letters are atoms all the same. */
const TOO_LARGE: ReadonlySet<string> = new Set(['smiles-too-many-atoms', 'smiles-too-long']);

/** Readings whose form says what they are. Null for a name, and for letters that make no structure. */
function resolveReading(prepared: PreparedLaw, reading: Reading, chemist: Chemist | null): Finding | null {
  switch (reading.kind) {
    case 'cas':
    case 'cas-truncated':
      return resolveCas(prepared, reading);
    case 'un':
      return resolveUn(prepared, reading.number);
    case 'hs':
      return resolveHs(prepared, reading.digits);
    case 'registry-code':
      return resolveRegistry(prepared, reading);
    case 'goods-code':
      return resolveGoodsCode(prepared, reading.text);
    case 'inchikey':
      return resolveInchiKey(prepared, reading.key, reading.whole);
    case 'inchi':
      return resolveInchi(prepared, reading.text, chemist);
    case 'smiles': {
      const found = resolveSmiles(prepared, reading.text, chemist);
      // Letters that our reader refuses are a word, and not a structure with a mistake; unless they are too many.
      const empty = found.goods === null && found.candidates.length === 0;
      const tooLarge = found.problems.some(({ code }) => TOO_LARGE.has(code));
      return reading.plain && empty && !tooLarge ? null : found;
    }
    case 'name':
      return null;
  }
}

function numbered(
  prepared: PreparedLaw,
  question: GoodsQuestion,
  reading: Reading,
  found: Finding,
): Resolution {
  const problems = [...question.problems, ...found.problems];
  let candidates = found.candidates;
  if (reading.kind === 'smiles' && reading.plain && found.goods !== null) {
    problems.push(readAsStructure(question.text));
    candidates = bestCandidates(
      [...candidates, ...resolveNearName(prepared, question.text).candidates],
      MAX_NEAR_CANDIDATES,
    );
  }
  return answer(question.input, kindOf(reading), found.goods, candidates, problems);
}

function kindOf(reading: Reading): QuestionKind {
  return reading.kind === 'cas-truncated' ? 'cas' : reading.kind;
}

/** Letters alone that are also a valid SMILES: the structure is what was read, and the doubt is said. */
function readAsStructure(text: string): Problem {
  return {
    code: 'read-as-structure',
    message: `${quoted(text)} is no name in the compiled data and was read as a structure (SMILES).`,
    todo: 'If an abbreviation was meant, give the full name or the CAS number.',
    data: { text },
  };
}

/** A name with words of form, a whole phrase, or a near miss. */
function resolveWords(prepared: PreparedLaw, question: GoodsQuestion): Resolution {
  const formed = resolveFormName(prepared, question.text);
  if (formed !== null) return named(question, formed);
  // With misprints first: where there are none, the line without them is the same and is not read again.
  const spelled = describeLine(prepared, question.text, true);
  const description = describeLine(prepared, question.text, false);
  const phrase = wholePhrase(description);
  if (phrase !== null) {
    const problems = [...question.problems, ...description.problems];
    return answer(question.input, kindOfGoods(phrase), phrase, [], problems);
  }
  const bare = resolveBareCode(prepared, question.text);
  if (bare !== null) {
    return answer(question.input, bare.by, null, bare.candidates, [...question.problems, bare.problem]);
  }
  const near = [...resolveNearName(prepared, question.text).candidates, ...inText(description)];
  const found = near.length > 0 ? near : inText(spelled);
  const candidates = bestCandidates(found, MAX_NEAR_CANDIDATES);
  const problems = [...question.problems, ...(candidates.length === 0 ? [notFound(question.text)] : [])];
  return answer(question.input, 'name', null, candidates, problems);
}

/** Goods named somewhere in a phrase, for a person to confirm. */
function inText(description: Description): readonly Candidate[] {
  return description.goods.flatMap(({ goods, match, from }) =>
    goods.named === null
      ? []
      : [candidate(goods.named, from, 'found-in-text', match === 'exact' ? 0.75 : 0.5)],
  );
}

/** Digits or capitals that would be a code if they said of what: a DEA code, the first block of an InChIKey. */
function resolveBareCode(
  prepared: PreparedLaw,
  text: string,
): { by: QuestionKind; candidates: readonly Candidate[]; problem: Problem } | null {
  if (/^[A-Z]{14}$/.test(text)) {
    const { candidates, problems } = resolveInchiKey(prepared, text, false);
    const problem = problems[0];
    return candidates.length === 0 || problem === undefined ? null : { by: 'inchikey', candidates, problem };
  }
  if (!/^\d{4}$/.test(text)) return null;
  const found = prepared
    .inRegistry('dea', text)
    .map((one) => candidate(one, `DEA ${text}`, 'near-number', 0.5));
  const un = prepared.ids('un', `UN${text}`).flatMap((id) => prepared.goods(id) ?? []);
  const candidates = bestCandidates(
    [...found, ...un.map((one) => candidate(one, `UN${text}`, 'near-number', 0.5))],
    MAX_NEAR_CANDIDATES,
  );
  return {
    by: 'registry-code',
    candidates,
    problem: {
      code: 'number-without-label',
      message: `${text} may be a DEA code, a UN number or an HS heading: the number does not say which.`,
      todo: `Write DEA ${text}, UN ${text} or HS ${text}.`,
      data: { number: text },
    },
  };
}

/** The one goods a phrase names twice over, where nothing else stands in it: `NPP (N-phenethyl-4-piperidone)`. */
function wholePhrase(description: Description): ResolvedGoods | null {
  const [only, ...more] = description.goods;
  if (only === undefined || more.length > 0 || only.match !== 'exact' || description.leftOver > 0)
    return null;
  return only.goods;
}

function named(question: GoodsQuestion, found: Finding): Resolution {
  const problems = [...question.problems, ...found.problems];
  const by = found.goods === null ? 'name' : kindOfGoods(found.goods);
  return answer(question.input, by, found.goods, found.candidates, problems);
}

function kindOfGoods(goods: ResolvedGoods): QuestionKind {
  return goods.kind === 'equipment' ? 'equipment' : 'name';
}

function notFound(text: string): Problem {
  return {
    code: 'not-found',
    message: `${quoted(text)} is no name in the compiled data, and none is close to it.`,
    todo: 'Give the CAS number or the structure: a name we do not know may still be a controlled substance.',
    data: { text },
  };
}

function answer(
  input: string,
  by: QuestionKind | null,
  goods: ResolvedGoods | null,
  candidates: readonly Candidate[],
  problems: readonly Problem[],
): Resolution {
  return { input, by, exact: goods !== null, goods, candidates, problems };
}
