import type { Law } from '../controls/index.ts';
import type { Problem } from '../kernel/index.ts';
import { lookAt, type ColumnLook } from './column-cells.ts';
import { isOtherHead, keepsStereo, rolesOfHead } from './column-heads.ts';
import { isGross } from './row-quantity.ts';
import type { ColumnRoles, Role, TableRow } from './screened-row.ts';

/** What was found out of the columns of a table. */
export interface FoundColumns {
  readonly roles: ColumnRoles;
  /** What was named and is not there, what was chosen among several, and what could not be told. */
  readonly problems: readonly Problem[];
}

const NO_ROLES: ColumnRoles = {
  structure: null,
  name: null,
  cas: null,
  hs: null,
  quantity: null,
  concentration: null,
  description: null,
};

/** Rows of the sample that are looked at; more say nothing new. */
export const SAMPLE_ROWS = 200;

/** Roles in the order in which they take their columns: what is told by its form first. */
const ORDER: readonly Role[] = ['structure', 'cas', 'hs', 'concentration', 'quantity', 'name', 'description'];

/**
 * Which column of a table holds what: by what stands in the cells of `sample`, with the heads as a hint. Columns in
 * `given` win. The order of the columns changes nothing. A column that is half names and half CAS numbers has one of
 * the two roles, and is read cell by cell.
 *
 * Problems: `column-missing` (named, and not there; the role stays empty), `columns-alike` (several columns could have
 * the role; says which was taken), `columns-unclear` (no column says what the goods are).
 */
export function findColumns(
  columns: readonly string[],
  sample: readonly TableRow[],
  given: Partial<Record<Role, string>>,
  law: Law,
): FoundColumns {
  const problems: Problem[] = [];
  const roles: Record<Role, string | null> = { ...NO_ROLES };
  const taken = new Set<string>();
  const decided = new Set<Role>();
  for (const role of ORDER) {
    const asked = given[role];
    if (asked === undefined) continue;
    decided.add(role);
    const column = namedColumn(columns, asked);
    if (column === null) problems.push(columnMissing(role, asked, columns));
    else taken.add((roles[role] = column));
  }
  const looks = [...columns]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((column): Seen => ({
      column,
      heads: rolesOfHead(column),
      look: lookAt(filled(sample, column), law),
    }));
  const alike: { readonly role: Role; readonly columns: readonly string[] }[] = [];
  for (const role of ORDER) {
    if (decided.has(role)) continue;
    const fitting = looks
      .filter(({ column }) => !taken.has(column))
      .map((seen) => ({ ...seen, fit: FIT[role](seen.look, seen.heads.includes(role), seen) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit);
    const [best] = fitting;
    if (best === undefined) continue;
    taken.add((roles[role] = best.column));
    if (IDENTIFYING.has(role)) {
      alike.push({ role, columns: fitting.filter(({ fit }) => fit > best.fit - ALIKE_WITHIN).map(columnOf) });
    }
  }
  for (const { role, columns: several } of alike) {
    const left = several.filter((column) => column === roles[role] || !taken.has(column));
    if (left.length > 1) problems.push(columnsAlike(role, roles[role]!, left));
  }
  const clear = [...IDENTIFYING].some((role) => roles[role] !== null);
  if (!clear && problems.every(({ code }) => code !== 'column-missing'))
    problems.push(columnsUnclear(columns));
  return { roles, problems };
}

function columnOf({ column }: Seen): string {
  return column;
}

interface Seen {
  readonly column: string;
  readonly heads: readonly Role[];
  readonly look: ColumnLook;
}

/** Two columns whose fit differs by less are alike: which was taken is said. */
const ALIKE_WITHIN = 0.15;

const IDENTIFYING: ReadonlySet<Role> = new Set<Role>(['structure', 'cas', 'name', 'description', 'hs']);

/** What a head that speaks of the role adds to what the cells say. */
const HEAD = 0.5;

/** A column that says nothing in the sample and whose head speaks of the role: further down it may. */
const BLANK_SO_FAR = 0.05;

/** How well a column fits a role, by its cells and its head; 0: not at all. */
const FIT: Readonly<Record<Role, (look: ColumnLook, head: boolean, seen: Seen) => number>> = {
  structure(look, head, { column }) {
    const drawn = look.structure + (head || look.structure > 0.3 ? look.plainStructure : 0);
    if (drawn >= 0.5 || (head && drawn >= 0.1))
      return drawn + (head ? HEAD : 0) + (keepsStereo(column) ? 0.1 : 0);
    // Keys cannot be read back to structures: they are taken where nothing better is there.
    return look.inchikey >= 0.5 ? 0.2 + (head ? 0.1 : 0) : head && look.filled === 0 ? BLANK_SO_FAR : 0;
  },
  cas(look, head, { heads }) {
    const numbers = look.cas + (head ? look.bareCas : 0);
    // Where the head speaks of nothing else, numbers that cannot be read are to be seen. `CAS name` is a name.
    if (head) return numbers > 0 || look.filled === 0 ? HEAD + numbers : heads.length === 1 ? 0.1 : 0;
    // Half names, half numbers: the names may weigh more, and the column is then read as names, cell by cell.
    return numbers >= 0.5 ? numbers : 0;
  },
  hs(look, head) {
    if (head) return look.hs + look.plainHs > 0 || look.filled === 0 ? HEAD + look.plainHs : 0;
    return look.hs >= 0.8 && look.filled >= 2 ? look.hs - 0.3 : 0;
  },
  concentration(look, head) {
    if (head && look.filled === 0) return BLANK_SO_FAR;
    if (look.share >= 0.5) return look.share + (head ? HEAD : 0);
    return head && look.number + look.share >= 0.5 ? HEAD : 0;
  },
  quantity(look, head, { heads, column }) {
    // `10 mg` under `Strength` is what one tablet holds.
    if (!head && heads.includes('concentration')) return 0;
    if (head && look.filled === 0) return BLANK_SO_FAR;
    // The law counts the goods: a column of net masses is taken before one of gross masses.
    const net = isGross(column) ? 0.4 : 0;
    if (look.quantity >= 0.5) return look.quantity + (head ? HEAD : 0) - net;
    return head && look.number + look.quantity >= 0.5 ? HEAD - net : 0;
  },
  name(look, head, { column, heads }) {
    const text = look.words + look.plainStructure + look.cas + (head ? look.code : 0);
    if (text < 0.3 && look.known < 0.2)
      return head && heads[0] === 'name' && look.filled === 0 ? BLANK_SO_FAR : 0;
    const other = isOtherHead(column) || (heads.length > 0 && heads.every((role) => MEASURES.has(role)));
    if (other && look.known < 0.5) return 0;
    const free = look.wordCount > FREE_TEXT_WORDS;
    // `Goods description` speaks of both: the length of what stands below decides.
    if (heads.includes('description') && (free || !head)) return look.known >= 0.5 ? look.known : 0;
    if (free && look.known < 0.3) return 0;
    const said = look.known + (head ? HEAD : 0);
    return said === 0 ? 0.1 * look.distinct * text : said + 0.2 * text - (free ? 0.3 : 0);
  },
  description(look, head, { column, heads }) {
    if (head && look.filled === 0) return BLANK_SO_FAR;
    if (look.words < 0.3 || (isOtherHead(column) && look.known < 0.5)) return 0;
    if (head) return HEAD + look.known;
    // A second column of names (the same goods in another language) is read too, as free text is.
    if (heads.includes('name') || look.known >= 0.3) return 0.2 + look.known;
    return look.wordCount > FREE_TEXT_WORDS ? 0.2 + look.known : 0;
  },
};

/** Roles of columns that measure the goods and do not say what they are. */
const MEASURES: ReadonlySet<Role> = new Set<Role>(['quantity', 'concentration']);

/** From this many words a cell on the mean is free text and no name. */
const FREE_TEXT_WORDS = 4;

function filled(sample: readonly TableRow[], column: string): readonly string[] {
  const cells: string[] = [];
  for (const { cells: row } of sample.slice(0, SAMPLE_ROWS)) {
    const text = Object.hasOwn(row, column) ? row[column] : undefined;
    if (text !== undefined && text.trim() !== '') cells.push(text);
  }
  return cells;
}

/** The column a user named: as it is written, else the only one that differs by case and blanks alone. */
function namedColumn(columns: readonly string[], asked: string): string | null {
  if (columns.includes(asked)) return asked;
  const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  const same = columns.filter((column) => plain(column) === plain(asked));
  return same.length === 1 ? same[0]! : null;
}

function listed(columns: readonly string[]): string {
  return columns.length === 0 ? 'none' : columns.map((column) => `“${column}”`).join(', ');
}

function columnMissing(role: Role, asked: string, columns: readonly string[]): Problem {
  return {
    code: 'column-missing',
    message: `There is no column “${asked}” to read the ${role} from; the columns are: ${listed(columns)}.`,
    todo: 'Name one of the columns, as its head is written.',
    data: { role, column: asked, columns: columns.join(', ') },
  };
}

function columnsAlike(role: Role, taken: string, alike: readonly string[]): Problem {
  return {
    code: 'columns-alike',
    message: `Several columns may hold the ${role}: ${listed(alike)}. “${taken}” was taken.`,
    todo: `If another is meant, name it: --${role} COLUMN.`,
    data: { role, column: taken, columns: alike.join(', ') },
  };
}

function columnsUnclear(columns: readonly string[]): Problem {
  return {
    code: 'columns-unclear',
    message: `No column says what the goods are; the columns are: ${listed(columns)}.`,
    todo: 'Name the column of the structure, the name, the CAS number or the HS code.',
    data: { columns: columns.join(', ') },
  };
}
