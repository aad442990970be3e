import type { Activity, Law, Question } from '../controls/index.ts';
import type { Chemist } from '../goods/index.ts';
import type { Day, Jurisdiction, Problem } from '../kernel/index.ts';
import { KeptTexts } from './kept-texts.ts';
import { lintRow } from './lint-row.ts';
import { shareOfRow, withExemptions } from './mixture.ts';
import { goodsOfRow, type RowGoods } from './row-goods.ts';
import { readCasCell, readHsCell } from './row-number.ts';
import { quantityOfRow } from './row-quantity.ts';
import type { CellReading, ReadCell } from './row-reading.ts';
import { Standings } from './row-standing.ts';
import { isStructureText, structureReader, type StructureReader } from './row-structure.ts';
import { answerOver, answerWithout, opinions, type RowAnswer } from './row-verdict.ts';
import { readName, readText } from './row-words.ts';
import type { ColumnRoles, Role, RowProblem, ScreenedGoods, ScreenedRow, TableRow } from './screened-row.ts';
import { createStructureScreener } from './structure-screener.ts';
import { asFarAsRead } from './unread-row.ts';

/** The question that is asked of each row, as in `check`, and where in a row its words stand. */
export interface ScreeningOptions {
  readonly on: Day;
  /** Only what had been published by then; null: no limit. */
  readonly known: Day | null;
  /** Null: every jurisdiction; those with a full scope for the goods decide, the others stand beside. */
  readonly in: readonly Jurisdiction[] | null;
  readonly activity: Activity | null;
  /** ISO country of departure and of destination. */
  readonly from: string | null;
  readonly to: string | null;
  readonly roles: ColumnRoles;
  /** `all`: an InChIKey for each structure, also for those nothing in the law has to do with (a hundred times slower). */
  readonly keys: 'found' | 'all';
}

/** Screens rows one by one; holds what it has learnt of names and goods, in bounded memory. */
export interface Screener {
  /** Never throws for what stands in a row. The row's own answer does not depend on the rows before it. */
  screen(row: TableRow): ScreenedRow;
}

/** Cells of which the reading is kept: repeated names cost nothing. */
const MOST_KEPT_CELLS = 20_000;

/** Longer cells are read and not kept. */
const LONGEST_KEPT_CHARS = 400;

/** What tables write where they have nothing to say. */
const BLANK =
  /^(?:[\s\-–—_.?/*#]*|n\/?a\.?|n\.a\.?|none|null|nil|nan|#n\/a|无|無|s\/d|sin datos|no aplica|ninguno)$/i;

/** Roles that say what the goods are. */
const IDENTIFYING = ['structure', 'cas', 'name', 'description', 'hs'] as const satisfies readonly Role[];

/**
 * A screener of rows for one law and one question. `chemist`: a chemistry toolkit for structures that the law has to
 * do with and for InChI and mol blocks; without one, those it is needed for are `unknown`.
 */
export function createScreener(law: Law, options: ScreeningOptions, chemist: Chemist | null): Screener {
  const question: Question = { ...options, what: [], quantity: null };
  const standings = new Standings(law, question);
  const { asked } = standings;
  const read = cellReader(law, options, chemist);
  // The answer of nearly every row of a file of structures: made once.
  let untouched: RowAnswer | null = null;
  const asOf = { on: options.on, known: options.known, law: law.digest };
  const columns = IDENTIFYING.flatMap((role) => {
    const column = options.roles[role];
    return column === null ? [] : [{ role, column }];
  });
  return {
    screen(row) {
      const cells = columns.flatMap(({ role, column }): ReadCell[] => {
        const text = textOf(own(row.cells, column) ?? '');
        return BLANK.test(text) ? [] : [{ role, column, text, reading: read(role, text) }];
      });
      const readings = cells.map(({ reading }) => reading);
      const problems = [...row.problems.map((one) => inColumn(one, null)), ...cellProblems(cells)];
      const base = { row: row.row, input: row.cells, asOf };
      if (cells.length === 0) problems.push(rowBlank(columns.map(({ column }) => column)));
      const goods = goodsOfRow(cells);
      if (goods.length === 0) {
        const answer = answerWithout(readings, asked);
        return { ...base, goods: [], ...answer, reasons: [], problems: distinct(problems) };
      }
      const noted = stillSaid(problems, cells, goods);
      if (
        row.problems.length === 0 &&
        isUntouched(goods) &&
        readings.every(({ state }) => state !== 'review')
      ) {
        untouched ??= answerOver(opinions(goods, standings), readings, asked);
        return { ...base, goods: goods.map(shown), ...untouched, reasons: [], problems: distinct(noted) };
      }
      noted.push(...lintRow(cells, goods));
      const share = shareOfRow(row, options.roles.concentration, wordsOf(cells, goods));
      const held = withExemptions(opinions(goods, standings), share, question);
      const amount = quantityOfRow(row, options.roles.quantity, held.opinions, question);
      return {
        ...base,
        goods: goods.map(shown),
        ...asFarAsRead(answerOver(held.opinions, readings, asked), row.problems),
        reasons: [...amount.reasons, ...held.reasons],
        problems: distinct([...noted, ...amount.problems, ...held.problems]),
      };
    },
  };
}

/** True where the goods are one structure that nothing in the law has to do with. */
function isUntouched([first, ...more]: readonly RowGoods[]): boolean {
  return (
    more.length === 0 && first?.found.goods === null && first.found.match === 'exact' && !first.wordsLeft
  );
}

/** Reads cells by their role, each text once. */
function cellReader(
  law: Law,
  options: ScreeningOptions,
  chemist: Chemist | null,
): (role: Role, text: string) => CellReading {
  const structures = structureReader(law, createStructureScreener(law, chemist), chemist, options.keys);
  const kept = new KeptTexts<CellReading>(MOST_KEPT_CELLS);
  const words = (text: string): CellReading =>
    kept.get(`words ${text}`, () => readWords(law, text, structures));
  const find = (role: Role, text: string): CellReading => {
    switch (role) {
      case 'cas':
        return readCasCell(law, text, words);
      case 'hs':
        return readHsCell(law, text);
      case 'description':
        return readDescription(law, text, words);
      default:
        return words(text);
    }
  };
  return (role, text) => {
    if (role === 'structure') return readStructure(text, structures, words);
    return text.length > LONGEST_KEPT_CHARS
      ? find(role, text)
      : kept.get(`${role} ${text}`, () => find(role, text));
  };
}

function readWords(law: Law, text: string, structures: StructureReader): CellReading {
  return isStructureText(text)
    ? structures.read(text)
    : readName(law, text, (structure) => structures.read(structure));
}

/** Free text names several goods; where it is one word and names none, it is read as a name. */
function readDescription(law: Law, text: string, words: (text: string) => CellReading): CellReading {
  const reading = readText(law, text);
  return reading.found.length > 0 || /\s/.test(text) ? reading : words(text);
}

/** A cell of a column of structures; what is none is read as words, so that a mixed column is read cell by cell. */
function readStructure(
  text: string,
  structures: StructureReader,
  words: (text: string) => CellReading,
): CellReading {
  const drawn = structures.read(text);
  if (drawn.state !== 'unreadable' || !/\p{L}{3}|\d-\d/u.test(text) || isStructureText(text)) return drawn;
  const named = words(text);
  return named.found.length > 0 ? named : { ...drawn, state: /\s/.test(text) ? named.state : 'unreadable' };
}

/** The words that name the only goods of a row: a share in them is a share of these. */
function wordsOf(cells: readonly ReadCell[], goods: readonly RowGoods[]): string | null {
  if (goods.length !== 1) return null;
  const [first, ...more] = cells.filter(({ role }) => role === 'name' || role === 'description');
  return first === undefined || more.length > 0 ? null : first.text;
}

function cellProblems(cells: readonly ReadCell[]): RowProblem[] {
  return cells.flatMap(({ column, reading }) => reading.problems.map((one) => inColumn(one, column)));
}

/** What only matters while nothing says what the goods are. */
const SETTLED_BY_GOODS: ReadonlySet<string> = new Set([
  'not-found',
  'cas-unknown',
  'hs-unknown',
  'basket-line',
  'vague-description',
]);

/** Problems of cells that other cells have settled are left out: a name nobody lists, beside a structure. */
function stillSaid(
  problems: readonly RowProblem[],
  cells: readonly ReadCell[],
  goods: readonly RowGoods[],
): RowProblem[] {
  const sure = goods.some(({ found }) => found.match === 'exact');
  const has = (role: Role): boolean => cells.some((cell) => cell.role === role);
  if (problems.length === 0) return [];
  return problems.filter(
    ({ code }) =>
      !(sure && SETTLED_BY_GOODS.has(code)) &&
      !(code === 'cas-missing' && has('cas')) &&
      !(code === 'name-missing' && has('name')),
  );
}

function inColumn(problem: Problem, column: string | null): RowProblem {
  return { ...problem, column };
}

function rowBlank(columns: readonly string[]): RowProblem {
  if (columns.length === 0) {
    return {
      code: 'no-columns',
      column: null,
      message: 'No column of the table says what the goods are: nothing of the row was read.',
      todo: 'Name the column of the structure, the name, the CAS number or the HS code.',
    };
  }
  return {
    code: 'row-blank',
    column: null,
    message: `The row says nothing of the goods: ${columns.map((one) => `“${one}”`).join(', ')} ${columns.length === 1 ? 'is' : 'are'} blank.`,
    todo: 'Give a structure, a name or a number, or take the row out.',
    data: { columns: columns.join(', ') },
  };
}

function shown({ found, column }: RowGoods): ScreenedGoods {
  const { goods, match, from } = found;
  return {
    id: goods?.id ?? null,
    inchikey: goods?.inchikey ?? null,
    name: goods?.named?.name.en ?? null,
    match,
    from,
    column,
  };
}

function distinct(problems: readonly RowProblem[]): readonly RowProblem[] {
  if (problems.length < 2) return problems;
  return [...new Map(problems.map((one) => [`${one.code} ${one.message}`, one])).values()];
}

/** A cell without the blanks around it; the first line of a mol block is its title, and may be blank. */
function textOf(cell: string): string {
  return cell.includes('\n') && isStructureText(cell) ? cell : cell.trim();
}

/** A record's own entry: `constructor` is a column somebody may have. */
function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
