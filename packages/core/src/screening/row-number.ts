import type { Law } from '../controls/index.ts';
import { readQuestion, resolve } from '../goods/index.ts';
import { checkHsCode, type Problem } from '../kernel/index.ts';
import { restoreCas, withoutHyphens } from './lint-spreadsheet.ts';
import { joined, readingOf, UNREAD, type CellReading } from './row-reading.ts';

/** Numbers that are read of one cell; a cell with more is no list of numbers of one row's goods. */
const MOST_NUMBERS = 20;

/**
 * A cell of CAS numbers: one, or several with a mark between them. `words` reads what is no number: a column that is
 * half names and half numbers is read cell by cell.
 */
export function readCasCell(law: Law, text: string, words: (text: string) => CellReading): CellReading {
  const parts = partsOf(text, / \/ |\/(?=\d{2,7}-\d{2}-\d)/);
  const numbers = parts.length > 1 && parts.every((part) => /\d/.test(part) && !/\p{L}{4}/u.test(part));
  if (!numbers) return readCas(law, text, words);
  const read = joined(parts.slice(0, MOST_NUMBERS).map((part) => readCas(law, part, words)));
  return parts.length > MOST_NUMBERS
    ? { ...read, wordsLeft: true, problems: [...read.problems, tooMany(parts.length)] }
    : read;
}

function readCas(law: Law, text: string, words: (text: string) => CellReading): CellReading {
  const restored = restoredReading(law, text);
  if (restored !== null) return restored;
  const bare = withoutHyphens(text.trim());
  const asked = bare ?? text;
  const read = readQuestion(asked);
  const number = read.ok ? read.value.readings.find(({ kind }) => kind.startsWith('cas')) : undefined;
  if (number === undefined) return /\p{L}/u.test(text) ? words(text) : noCas(text);
  const reading = readingOf(law, resolve(law, asked, null), text, 'unknown');
  const right = number.kind === 'cas' && number.number === number.fits;
  const problems = bare === null ? reading.problems : [withHyphens(text, bare), ...reading.problems];
  if (right) return { ...reading, problems, numbers: [number.number] };
  return { ...reading, problems, state: reading.found.length > 0 ? 'found' : 'unreadable' };
}

/** The parts of a cell between commas, semicolons, bars and line ends, and where `also` stands. */
function partsOf(text: string, also: RegExp): readonly string[] {
  const plain = text.replace(/[^\S\n]+/g, ' ');
  return plain
    .split(/[;,、；，|\n]/)
    .flatMap((part) => part.split(also))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The likely CAS number of a cell that a spreadsheet has changed, its goods as candidates; null for any other cell. */
export function restoredReading(law: Law, text: string): CellReading | null {
  const restored = restoreCas(text);
  if (restored === null) return null;
  const likely = readingOf(law, resolve(law, restored.number, null), text, 'unknown');
  const found = likely.found.map((one) => ({
    ...one,
    match: 'candidate' as const,
    why: 'near-number' as const,
    score: LIKELY_NUMBER,
  }));
  return { ...likely, found, problems: [restored.problem] };
}

/** A likely reading stands as high as a number whose check digit alone is wrong. */
const LIKELY_NUMBER = 0.9;

function noCas(text: string): CellReading {
  return {
    ...UNREAD,
    problems: [
      {
        code: 'cas-form',
        message: `“${cut(text)}” has not the form of a CAS number: two to seven digits, two digits and a check digit, as in 7732-18-5.`,
        todo: 'Compare the number with its source.',
        data: { given: cut(text) },
      },
    ],
  };
}

function withHyphens(given: string, number: string): Problem {
  return {
    code: 'cas-hyphens',
    message: `${given} was read as CAS ${number}: the hyphens are missing.`,
    todo: `Write ${number}.`,
    data: { given, hyphenated: number },
  };
}

function tooMany(count: number): Problem {
  return {
    code: 'cas-too-many',
    message: `The cell has ${count} numbers; the first ${MOST_NUMBERS} were read.`,
    todo: 'Give each of the goods its own row.',
    data: { count, limit: MOST_NUMBERS },
  };
}

/** A cell with a code of the Harmonized System. What stands on the line are candidates, but for lines of one of the goods. */
export function readHsCell(law: Law, text: string): CellReading {
  const parts = partsOf(text, / \/ /);
  return joined(
    (parts.length === 0 ? [text] : parts.slice(0, MOST_NUMBERS)).map((part) => readHs(law, part)),
  );
}

function readHs(law: Law, text: string): CellReading {
  const { asked, problems } = withLostZero(text);
  const code = checkHsCode(asked);
  if (!code.ok) return { ...UNREAD, problems: [...problems, code.problem] };
  const resolution = resolve(law, `HS ${code.value.digits}`, null);
  const reading = readingOf(law, resolution, text, 'unknown');
  return { ...reading, problems: [...problems, ...reading.problems], numbers: [code.value.digits] };
}

/** `2933.3` was 2933.30: a spreadsheet takes the code for an amount and drops the zero at its end. */
function withLostZero(text: string): { readonly asked: string; readonly problems: readonly Problem[] } {
  const given = text.trim();
  if (!/^\d{4}\.\d(?:\d\.\d)?$/.test(given)) return { asked: given, problems: [] };
  const asked = `${given}0`;
  return {
    asked,
    problems: [
      {
        code: 'hs-lost-zero',
        message: `${given} has an odd number of digits; it was read as ${asked}, with the zero a spreadsheet drops.`,
        todo: 'Compare the code with its source, and keep the column as text.',
        data: { given, code: asked },
      },
    ],
  };
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
