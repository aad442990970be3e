import { readSmiles } from '../goods/index.ts';
import type { Problem } from '../kernel/index.ts';
import { fileProblem } from './file-problem.ts';
import { isHeadingWord } from './heading-words.ts';

/** Where the heading of a table stands, and what its columns are called. */
export interface Heading {
  /** Rows before the data, the heading among them. */
  readonly skip: number;
  readonly columns: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Finds the heading among the first rows of a table. Rows above it, a title or an address, are passed over and said. A
 * row is a heading when its cells are words that columns are called by, or when it has none of the figures, numbers and
 * structures that the rows below it have. In doubt there is none: goods taken for a heading would go unscreened.
 */
export function findHeading(
  rows: readonly (readonly string[])[],
  mode: 'found' | 'first-row' | 'none',
): Heading {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  if (mode === 'none' || rows.length === 0) return { skip: 0, columns: numbered(width), problems: [] };
  if (mode === 'first-row') return headingAt(rows, 0);
  const at = headingRow(rows);
  if (at !== null) return headingAt(rows, at);
  const columns = numbered(width);
  return { skip: 0, columns, problems: [noHeading(columns)] };
}

function headingRow(rows: readonly (readonly string[])[]): number | null {
  const usual = usualWidth(rows);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    const filled = row.filter((cell) => cell.trim() !== '');
    if (filled.length * 2 <= usual && usual > 1) continue;
    if (filled.length === 0) continue;
    const words = filled.filter(isHeadingWord).length;
    const data = filled.filter(looksLikeData).length;
    if (words * 2 >= filled.length && data === 0) return at;
    return data === 0 && differsBelow(row, rows.slice(at + 1)) ? at : null;
  }
  return null;
}

/** The number of filled cells that most of the rows have, of those with the most. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = rows.map((row) => row.filter((cell) => cell.trim() !== '').length).sort((a, b) => a - b);
  return counts[Math.floor(counts.length * 0.75)] ?? 1;
}

/** Whether at least one column holds data in nearly all rows below a cell that is none itself. */
function differsBelow(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (below.length === 0) return false;
  return row.some((cell, column) => {
    if (cell.trim() === '' || NOT_KNOWN.test(cell)) return false;
    const cells = below.map((each) => each[column] ?? '').filter((each) => each.trim() !== '');
    if (cells.length === 0 || cells.filter(looksLikeData).length < cells.length * 0.8) return false;
    // `CCO` over `c1ccccc1` is the first structure of a list, not its name.
    return !(cells.every(isStructure) && isStructure(cell));
  });
}

/** What people write where they have nothing to write: goods without a number are no heading. */
const NOT_KNOWN =
  /^\s*(?:n\/?a|none|nil|unknown|tbd|pending|[-–—?*.x]+|无|未知|ninguno|desconocido|keine?|unbekannt)\s*$/iu;

function isStructure(cell: string): boolean {
  return readSmiles(cell.trim()).ok;
}

const NUMBER = /^[-+]?[\d.,\s]*\d[\d.,\s]*(?:\s?(?:%|[a-zA-Zµμ]{1,3}))?$/u;
const CAS = /^\d{2,7}-\d{2}-\d$/u;
const INCHI = /^(?:InChI=1|[A-Z]{14}-[A-Z]{10}-[A-Z]$)/u;
/** Signs that stand in structures and not in headings: bonds, ring closures after a bracket or an aromatic atom. */
const SMILES_SIGNS = /^[A-Za-z0-9@+\-[\]()=#$:/\\.%*]+$/u;
const SMILES_MARKS = /[=#@\\[\]]|\)[A-Zcnos]|[cnosCNOS]\d[cnosCNOS(]|[cC]{3}/u;

/** Whether a cell is a figure, an identifier or a structure: something that heads no column. */
export function looksLikeData(cell: string): boolean {
  const text = cell.trim();
  if (NUMBER.test(text) || CAS.test(text) || INCHI.test(text)) return true;
  return SMILES_SIGNS.test(text) && SMILES_MARKS.test(text) && !isHeadingWord(text);
}

function headingAt(rows: readonly (readonly string[])[], at: number): Heading {
  const width = Math.max(1, endOf(rows[at]!), usualEnd(rows.slice(at + 1)));
  const written = Array.from({ length: width }, (_, column) => rows[at]![column] ?? '');
  const { columns, problems } = uniqueColumns(written);
  return {
    skip: at + 1,
    columns,
    problems: [...(at > 0 ? [rowsAbove(rows.slice(0, at))] : []), ...problems],
  };
}

/** How far most of the rows reach: a single row that is too long does not make a column. */
function usualEnd(rows: readonly (readonly string[])[]): number {
  const ends = rows.map(endOf).sort((a, b) => a - b);
  return ends[Math.floor(ends.length / 2)] ?? 0;
}

function endOf(row: readonly string[]): number {
  let end = row.length;
  while (end > 0 && row[end - 1]!.trim() === '') end -= 1;
  return end;
}

/**
 * Names of columns, each there once: blanks around them are taken off, an empty one is called by its number, and one
 * that was there already gets a number.
 */
export function uniqueColumns(written: readonly string[]): {
  readonly columns: readonly string[];
  readonly problems: readonly Problem[];
} {
  const columns: string[] = [];
  const problems: Problem[] = [];
  const taken = new Set<string>(RESERVED);
  written.forEach((cell, index) => {
    const base = cell.trim().replace(/\s+/gu, ' ') || columnName(index);
    let name = base;
    for (let copy = 2; taken.has(name); copy += 1) name = `${base} (${copy})`;
    taken.add(name);
    columns.push(name);
    if (name !== base || cell.trim() === '') problems.push(renamed(index, cell.trim(), name));
  });
  return { columns, problems };
}

/** A key that JavaScript would not keep as one. */
const RESERVED = ['__proto__'];

/** What a column without a name is called: `column 1` is the first. */
export function columnName(index: number): string {
  return `column ${index + 1}`;
}

function numbered(width: number): readonly string[] {
  return Array.from({ length: width }, (_, index) => columnName(index));
}

function renamed(index: number, was: string, name: string): Problem {
  const message =
    was === ''
      ? `Column ${index + 1} has no name; it is called "${name}".`
      : `Column ${index + 1} has a name that another column has, "${was}"; it is called "${name}".`;
  return fileProblem('column-renamed', message, 'Give each column a name of its own.', {
    column: name,
    number: index + 1,
    was,
  });
}

function noHeading(columns: readonly string[]): Problem {
  return fileProblem(
    'heading-none',
    `No row that names the columns was found: the first row is taken as goods, and the columns are called "${columns[0]!}" and so on.`,
    'If the first row names the columns, say so when the file is opened.',
    { columns: columns.length },
  );
}

/** What stands above a heading is a title or an address; more of it than this is not kept. */
const WORDS_ABOVE_MAX_CHARACTERS = 2_000;

function rowsAbove(rows: readonly (readonly string[])[]): Problem {
  const words = rows
    .map((row) => row.filter((cell) => cell.trim() !== '').join(' '))
    .filter((line) => line !== '')
    .join(' / ');
  return fileProblem(
    'heading-above',
    `Rows above the names of the columns were passed over (${rows.length}): ${words.slice(0, 300)}`,
    'If one of them holds goods, take the rows above the table off, or move them into it.',
    { rows: rows.length, words: words.slice(0, WORDS_ABOVE_MAX_CHARACTERS) },
  );
}
