import type { Problem } from '../kernel/index.ts';
import type { FormWords } from './chemical-form.ts';
import type { LineContext } from './description-context.ts';
import type { CasMark, HsMark, UnMark } from './description-marks.ts';
import type { NameHit } from './description-names.ts';
import { foldName } from './name-fold.ts';
import { scannerForm } from './near-miss.ts';
import { quoted } from './question.ts';
import type { Equipment, Substance } from './substance.ts';

/**
 * What does not belong together in a line of papers, and what a reader should know about it. A problem never changes
 * what was found; it says why a person may want to look.
 */

/** The code belongs to another line than the goods, or to an edition that is over. Null where it fits. */
export function hsProblem(mark: HsMark, goods: Substance | Equipment): Problem | null {
  const line = mark.digits.slice(0, 6);
  const printed = `${line.slice(0, 4)}.${line.slice(4)}`;
  const known = goods.hs.map((hs) => ({ digits: hs.code.replace(/\D/g, ''), edition: hs.edition }));
  if (known.length === 0) return null;
  const newest = Math.max(...known.map(({ edition }) => edition));
  const fitting = known.filter(({ digits }) => digits === line);
  if (fitting.some(({ edition }) => edition === newest)) return null;
  const right = known.filter(({ edition }) => edition === newest).map(({ digits }) => digits);
  const data = { goods: goods.id, code: printed, expected: right.join(' ') };
  if (fitting.length > 0) {
    return {
      code: 'hs-obsolete-edition',
      message: `HS ${printed} was the line of ${goods.name.en} in the edition of ${fitting[0]!.edition}; since ${newest} it is ${right.join(' or ')}.`,
      data,
    };
  }
  return {
    code: 'hs-mismatch',
    message: `HS ${printed} is not the line of ${goods.name.en}; in the edition of ${newest} that is ${right.join(' or ')}.`,
    todo: 'Ask which of the two is right.',
    data,
  };
}

export function unMismatch(mark: UnMark, goods: Substance): Problem {
  const own = goods.un.map(({ number }) => number);
  return {
    code: 'un-mismatch',
    message: `${mark.number} is not a UN number of ${goods.name.en}${own.length > 0 ? ` (${own.join(', ')})` : ''}.`,
    todo: 'Ask which of the two is right.',
    data: { goods: goods.id, number: mark.number, expected: own.join(' ') },
  };
}

export function casNameMismatch(mark: CasMark, named: string, numbered: string): Problem {
  return {
    code: 'cas-name-mismatch',
    message: `The name says ${named}, the CAS number ${mark.number} is of ${numbered}.`,
    todo: 'Both are candidates; a sample or the structure decides.',
    data: { number: mark.number, named, numbered },
  };
}

/** A number of no goods of ours beside a name of ours. */
export function casVariant(mark: CasMark, named: string): Problem {
  return {
    code: 'cas-variant',
    message: `CAS ${mark.number} is not among the numbers compiled for ${named}: it may be another form of it, or another substance.`,
    todo: 'Look the number up.',
    data: { number: mark.number, named },
  };
}

export function lookAlikeProblem(hit: NameHit): Problem {
  return {
    code: 'look-alike',
    message: `${quoted(hit.words)} is ${hit.lookAlike ?? 'another thing'}; it only looks like goods on the lists.`,
    data: { words: hit.words, is: hit.lookAlike ?? '' },
  };
}

export function ambiguousWord(hit: NameHit, goods: Substance | Equipment, kept: boolean): Problem {
  const others = hit.confusable?.not.join('; ') ?? '';
  return {
    code: /^[\p{Lu}\d-]{1,6}$/u.test(hit.confusable?.term ?? hit.words)
      ? 'ambiguous-abbreviation'
      : 'ambiguous-name',
    message: `${quoted(hit.words)} may mean ${goods.name.en}${others === '' ? ' and other things' : `; it also stands for ${others}`}. ${
      kept ? 'A person must look.' : 'Nothing in the line speaks for the goods.'
    }`,
    data: { words: hit.words, goods: goods.id, others },
  };
}

/** What the words of a hit say about the form, the spelling and the trade. */
export function hitProblems(hit: NameHit, goods: Substance | Equipment, form: FormWords): readonly Problem[] {
  const problems: Problem[] = [];
  const data = { goods: goods.id, words: hit.words };
  if (form.salt !== null) {
    const message = `The goods are a salt (${form.salt}) of ${goods.name.en}.`;
    problems.push({ code: 'salt-form', message, data: { ...data, salt: form.salt } });
  }
  if (form.removed.includes('water')) {
    problems.push({ code: 'hydrate-form', message: `The goods are a hydrate of ${goods.name.en}.`, data });
  }
  if (form.stereo !== null) {
    const message = `The words name ${form.stereo === 'isomer' ? 'one isomer' : 'the racemate'} of ${goods.name.en}.`;
    problems.push({ code: 'stereo-form', message, data });
  }
  if (form.isotopes) {
    problems.push({ code: 'isotope-form', message: `The goods are ${goods.name.en} with isotopes.`, data });
  }
  const name = hit.bearers.find((bearer) => bearer.goods.id === goods.id)?.name;
  if (hit.misprint !== null) {
    problems.push({
      code: hit.misprint.glyphs ? 'ocr-1-l' : 'misspelling',
      message: `${quoted(hit.words)} was read as ${quoted(name?.text ?? hit.misprint.of)}.`,
      data: { ...data, readAs: name?.text ?? hit.misprint.of },
    });
  } else if (name?.kind === 'misspelling') {
    const form = scannerForm(hit.folded);
    const glyphs = goods.names.some(
      (other) => other.kind !== 'misspelling' && scannerForm(foldName(other.text)) === form,
    );
    const message = `${quoted(hit.words)} is a known misprint of ${goods.name.en}.`;
    problems.push({ code: glyphs ? 'ocr-1-l' : 'misspelling', message, data });
  }
  if (name?.kind === 'trade' && goods.kind === 'chemical' && goods.regimes.includes('drug')) {
    problems.push({
      code: 'brand-or-medicine',
      message: `${quoted(hit.words)} is a trade name of ${goods.name.en}.`,
      data,
    });
  }
  if (hit.changedBy !== null) {
    problems.push({
      code: 'near-structure',
      message: `${quoted(hit.words)} stands beside ${quoted(hit.changedBy)}, which may make another substance of it.`,
      todo: 'Give the CAS number or the structure.',
      data: { ...data, beside: hit.changedBy },
    });
  }
  if (goods.kind === 'equipment') {
    problems.push({
      code: 'equipment',
      message: `${quoted(hit.words)} is equipment that some laws name.`,
      data,
    });
  }
  return problems;
}

/** What was found in a line, as far as the line as a whole is judged by it. */
export interface LineFinds {
  readonly any: boolean;
  readonly chemicals: boolean;
  readonly drugs: boolean;
  /** The goods stand in a solvent that is named and is not what the line is about. */
  readonly solvent: boolean;
}

/** What the line as a whole says. */
export function lineProblems(line: string, context: LineContext, finds: LineFinds): readonly Problem[] {
  const said: readonly (readonly [boolean, string, string])[] = [
    [
      context.solution,
      'mixture-solution',
      'The goods are a solution: what a law says of it may depend on the share.',
    ],
    [
      context.mixture || finds.solvent,
      'mixture',
      'The line speaks of a mixture: what a law says of it may depend on the shares.',
    ],
    [context.dosageForm, 'dosage-form', 'The line speaks of a medicine in dosage form.'],
    [context.dosageForm && finds.drugs, 'brand-or-medicine', 'The line speaks of a medicine.'],
    [context.referenceStandard, 'reference-standard', 'The line speaks of a reference standard.'],
    [
      context.cover.length > 0,
      'cover-description',
      `The line also uses words under which chemicals have been hidden: ${context.cover.join(', ')}.`,
    ],
  ];
  const problems: Problem[] = said
    .filter(([holds]) => holds && finds.chemicals)
    .map(([, code, message]) => ({ code, message }));
  if (!finds.any && VAGUE.test(line) && line.length <= MAX_VAGUE_CHARACTERS) {
    const message = 'The line does not say what the goods are: no name, number or structure.';
    problems.push({ code: 'vague-description', message });
  }
  if (context.traditional) {
    const message = 'The line is written in traditional characters; they were read as simplified ones.';
    problems.push({ code: 'traditional-characters', message });
  }
  return problems;
}

const MAX_VAGUE_CHARACTERS = 200;
const VAGUE =
  /\b(?:chemical (?:sample|product|powder)|raw material|white powder|sample|cosmetic raw material|food additive|non[- ]hazardous|general (?:goods|cargo)|powder)\b|化工原料|样品|白色粉末/i;
