import type { ResolvedGoods } from '../goods/index.ts';
import type { FoundGoods, ReadCell } from './row-reading.ts';
import type { Role } from './screened-row.ts';

/** Goods of a row: each once, with the forms its cells give it. */
export interface RowGoods {
  readonly found: FoundGoods;
  readonly column: string;
  /** The goods in each form some cell speaks of; null: a structure nothing in the law has to do with. */
  readonly forms: readonly (ResolvedGoods | null)[];
  /** True where the goods were found only beside words that were not understood: then they clear nothing. */
  readonly wordsLeft: boolean;
}

/** A structure says most, a number more than a name, free text less; a tariff line only what all its goods share. */
const AUTHORITY: readonly Role[] = ['structure', 'cas', 'name', 'description', 'hs'];

/** Cells in the order in which they are believed, wherever their columns stand. */
export function byAuthority(cells: readonly ReadCell[]): readonly ReadCell[] {
  return [...cells].sort((a, b) => AUTHORITY.indexOf(a.role) - AUTHORITY.indexOf(b.role));
}

/** The goods and the one it is a salt of are one find: what a row means by both is one thing. */
export function baseOf(goods: ResolvedGoods): string {
  return (goods.named?.kind === 'chemical' ? goods.named.saltOf : undefined) ?? goods.id;
}

/** Where some cell is sure of goods, a candidate of another cell with less than this is a chance likeness. */
const CHANCE_BELOW = 0.85;

/**
 * The goods of a row: what cells are sure of, each once, from the cell that is believed most; then candidates, but for
 * those that what is sure has settled.
 */
export function goodsOfRow(cells: readonly ReadCell[]): readonly RowGoods[] {
  const [cell, ...others] = cells;
  if (cell === undefined) return [];
  const [found, ...more] = cell.reading.found;
  if (others.length === 0 && more.length === 0) {
    const { column, reading } = cell;
    return found === undefined ? [] : [{ found, column, forms: [found.goods], wordsLeft: reading.wordsLeft }];
  }
  const ordered = byAuthority(withTariffLines(cells));
  const sure = new Map<string, Gathered>();
  for (const cell of ordered) {
    for (const found of cell.reading.found) {
      if (found.match === 'exact' && !saysOther(ordered, cell, found)) gather(sure, cell, found);
    }
  }
  const doubtful = new Map<string, Gathered>();
  for (const cell of ordered) {
    if (settled(cell, sure)) continue;
    for (const found of cell.reading.found) {
      const key = keyOf(found);
      if (sure.has(key) || (found.score < CHANCE_BELOW && sure.size > 0)) continue;
      gather(doubtful, cell, { ...found, match: 'candidate' });
    }
  }
  return [...sure.values(), ...doubtful.values()].map((one) => ({
    ...one,
    wordsLeft: one.wordsLeft || (named(one, ordered) && numberedOtherwise(ordered)),
  }));
}

/**
 * What tariff lines give: by themselves all they have; beside other cells only goods that have a line to themselves,
 * as candidates, where those cells name no goods of the law.
 */
function withTariffLines(cells: readonly ReadCell[]): readonly ReadCell[] {
  const others = cells.filter(({ role }) => role !== 'hs');
  if (others.length === 0) return cells;
  const named = others.some(({ reading }) =>
    reading.found.some(({ goods }) => (goods?.named ?? null) !== null),
  );
  return cells.map((cell) => {
    if (cell.role !== 'hs') return cell;
    const own = named ? [] : cell.reading.found.filter(({ match }) => match === 'exact');
    const found = own.map((one): FoundGoods => ({
      ...one,
      match: 'candidate',
      why: 'basket-line',
      score: 0.9,
    }));
    return { ...cell, reading: { ...cell.reading, found } };
  });
}

/** True for goods that words alone speak of. */
function named({ column }: Gathered, cells: readonly ReadCell[]): boolean {
  return cells.some(
    (cell) => cell.column === column && (cell.role === 'name' || cell.role === 'description'),
  );
}

/** True where a right CAS number stands in the row and belongs to no goods of the law: it may be of something else. */
function numberedOtherwise(cells: readonly ReadCell[]): boolean {
  return cells.some(
    ({ role, reading }) => role === 'cas' && reading.numbers.length > 0 && reading.found.length === 0,
  );
}

interface Gathered {
  found: FoundGoods;
  column: string;
  forms: (ResolvedGoods | null)[];
  wordsLeft: boolean;
}

function gather(into: Map<string, Gathered>, { column, reading }: ReadCell, found: FoundGoods): void {
  const key = keyOf(found);
  const known = into.get(key);
  if (known === undefined) {
    into.set(key, { found, column, forms: [found.goods], wordsLeft: reading.wordsLeft });
    return;
  }
  known.wordsLeft &&= reading.wordsLeft;
  known.forms.push(found.goods);
}

/** Goods of one base are one; structures that nothing touches differ by how they are written. */
function keyOf({ goods, from }: FoundGoods): string {
  return goods === null ? `structure ${from}` : baseOf(goods);
}

/**
 * True for a name that has other meanings where a structure or a number of the row says that one of those is meant:
 * 4-AP beside the CAS number of 4-aminopyridine.
 */
function saysOther(cells: readonly ReadCell[], cell: ReadCell, found: FoundGoods): boolean {
  if (cell.role !== 'name' && cell.role !== 'description') return false;
  if (!cell.reading.problems.some(({ code }) => AMBIGUOUS.has(code))) return false;
  const signs = cells.filter(({ role }) => role === 'structure' || role === 'cas');
  const agrees = signs.some(({ reading }) => reading.found.some((one) => keyOf(one) === keyOf(found)));
  const speaks = signs.some(
    ({ reading }) => reading.numbers.length > 0 || reading.found.some(({ match }) => match === 'exact'),
  );
  return speaks && !agrees;
}

const AMBIGUOUS: ReadonlySet<string> = new Set([
  'ambiguous-name',
  'ambiguous-abbreviation',
  'read-as-structure',
]);

/** True for a cell of candidates among which what other cells are sure of decides. */
function settled({ role, reading }: ReadCell, sure: ReadonlyMap<string, Gathered>): boolean {
  return (
    role !== 'hs' &&
    reading.found.every(({ match }) => match === 'candidate') &&
    reading.found.some((found) => sure.has(keyOf(found)))
  );
}
