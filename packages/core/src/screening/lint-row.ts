import { hsProblem, type ResolvedGoods } from '../goods/index.ts';
import { baseOf, type RowGoods } from './row-goods.ts';
import type { ReadCell } from './row-reading.ts';
import type { RowProblem } from './screened-row.ts';

/**
 * What does not belong together in a row: a name, a number, a structure and a tariff line that are not of the same
 * goods or not of the same form of them. A problem changes no verdict; it says why a person may want to look.
 */
export function lintRow(cells: readonly ReadCell[], goods: readonly RowGoods[]): readonly RowProblem[] {
  const structure = cells.find(({ role }) => role === 'structure');
  const cas = cells.find(({ role }) => role === 'cas');
  const name = cells.find(({ role }) => role === 'name');
  return [
    ...pair(name, cas, 'cas-name-mismatch'),
    ...pair(name, structure, 'name-structure-mismatch'),
    ...pair(cas, structure, 'cas-structure-mismatch'),
    ...unknownNumber(cas, name ?? structure),
    ...unknownNumber(cas, structure),
    ...unknownName(name, structure, cas),
    ...tariffLines(cells, goods),
  ];
}

/** The goods a cell is sure of; null where it is sure of none, and for one with candidates only. */
function sure(cell: ReadCell | undefined): readonly (ResolvedGoods | null)[] | null {
  const exact = cell?.reading.found.filter(({ match }) => match === 'exact') ?? [];
  return exact.length === 0 ? null : exact.map(({ goods }) => goods);
}

function named(goods: ResolvedGoods | null): string {
  return goods?.named?.name.en ?? 'goods that no list names';
}

/** Two cells that are each sure, of other goods or of another form. */
function pair(one: ReadCell | undefined, other: ReadCell | undefined, code: string): readonly RowProblem[] {
  const [a, b] = [sure(one), sure(other)];
  if (one === undefined || other === undefined || a === null || b === null) return [];
  const same = a.flatMap((left) =>
    b.flatMap((right) => (isSame(left, right) ? [[left, right] as const] : [])),
  );
  const [first] = same;
  if (first !== undefined) return formMismatch(one, other, first);
  // Plants, preparations and what has no structure are never what a structure is compared with.
  if (
    other.role === 'structure' &&
    a.some((left) => left !== null && left.named !== null && left.parent === null)
  )
    return [];
  return [
    {
      code,
      column: other.column,
      message: `“${cut(one.text)}” in “${one.column}” is ${a.map(named).join(', ')}; “${cut(other.text)}” in “${other.column}” is ${b.map(named).join(', ')}.`,
      todo: 'Ask which of the two is right; the stronger of the two statuses was taken.',
      data: {
        columns: `${one.column}, ${other.column}`,
        first: a.map(idOf).join(' '),
        second: b.map(idOf).join(' '),
        // Words for faces that say it in another language.
        number: cut(other.text),
        named: a.map(named).join(', '),
        numbered: b.map(named).join(', '),
      },
    },
  ];
}

function isSame(one: ResolvedGoods | null, other: ResolvedGoods | null): boolean {
  return one !== null && other !== null && baseOf(one) === baseOf(other);
}

function idOf(goods: ResolvedGoods | null): string {
  return goods?.id ?? '-';
}

/** The same goods once as a salt and once as the base, or as two salts. */
function formMismatch(
  one: ReadCell,
  other: ReadCell,
  [left, right]: readonly [ResolvedGoods | null, ResolvedGoods | null],
): readonly RowProblem[] {
  if (left === null || right === null) return [];
  const [a, b] = [formOf(left), formOf(right)];
  // A number or a name may stand for the goods in any form; two salts that differ do not.
  if (a === b) return [];
  const say = (form: string): string => (form === '' ? 'the base itself' : form);
  return [
    {
      code: 'salt-base-mismatch',
      column: other.column,
      message: `“${cut(one.text)}” in “${one.column}” says ${say(a)} of ${named(left)}, “${cut(other.text)}” in “${other.column}” says ${say(b)}.`,
      todo: 'Ask which form the goods are: thresholds count the base.',
      data: { goods: left.id, named: named(left), first: say(a), second: say(b) },
    },
  ];
}

function formOf({ form, named: entry, id }: ResolvedGoods): string {
  if (form.salt !== null) return form.salt;
  return entry?.kind === 'chemical' && entry.saltOf !== undefined ? id : '';
}

/** A right number of no goods of ours beside a name or a structure of some. */
function unknownNumber(cas: ReadCell | undefined, other: ReadCell | undefined): readonly RowProblem[] {
  const [number] = cas?.reading.numbers ?? [];
  const [goods] = sure(other) ?? [];
  if (cas === undefined || number === undefined || cas.reading.found.length > 0 || goods?.named == null)
    return [];
  return [
    {
      code: 'cas-variant',
      column: cas.column,
      message: `CAS ${number} is not among the numbers compiled for ${goods.named.name.en}: it may be another form of it, or another substance.`,
      todo: 'Look the number up.',
      data: { number, goods: goods.id, named: goods.named.name.en },
    },
  ];
}

/** A name nobody knows beside a number or structure of goods of the law. */
function unknownName(
  name: ReadCell | undefined,
  structure: ReadCell | undefined,
  cas: ReadCell | undefined,
): readonly RowProblem[] {
  if (name === undefined || name.reading.state !== 'unknown') return [];
  const [goods] = [...(sure(structure) ?? []), ...(sure(cas) ?? [])].filter((one) => one?.named != null);
  if (goods?.named == null) return [];
  return [
    {
      code: 'name-variant',
      column: name.column,
      message: `“${cut(name.text)}” is not among the names compiled for ${goods.named.name.en}, which the row is by its ${sure(structure) === null ? 'CAS number' : 'structure'}.`,
      todo: 'Compare the name: it may be a trade name, or cover other goods.',
      data: { goods: goods.id, name: cut(name.text), named: goods.named.name.en },
    },
  ];
}

/** Tariff lines that are not those of the goods a row is sure of, else of its candidates, or of an edition that is over. */
function tariffLines(cells: readonly ReadCell[], goods: readonly RowGoods[]): readonly RowProblem[] {
  const sureOf = goods.filter(({ found }) => found.match === 'exact');
  const spoken = sureOf.length > 0 ? sureOf : goods.filter(({ found }) => found.why !== 'basket-line');
  const meant = spoken.map(({ found }) => found.goods);
  return cells
    .filter(({ role }) => role === 'hs')
    .flatMap(({ column, reading }) =>
      reading.numbers
        .filter((digits) => digits.length >= 6)
        .flatMap((digits): readonly RowProblem[] => {
          const named = meant.flatMap((one) => one?.named ?? []);
          const mark = { kind: 'hs' as const, digits, start: 0, end: 0, labelled: true };
          const found = named.map((one) => hsProblem(mark, one));
          const [first] = found;
          const none = found.length === 0 || found.includes(null);
          if (!none && first != null) return [{ ...first, column }];
          const [own] = reading.found.filter(({ match }) => match === 'exact');
          if (named.length > 0 || own?.goods?.named == null || meant.length === 0) return [];
          return [
            {
              code: 'hs-mismatch',
              column,
              message: `HS ${own.from} is the line of ${own.goods.named.name.en} alone, and the row is of other goods.`,
              todo: 'Ask which of the two is right.',
              data: { code: own.from, goods: own.goods.id, expected: null },
            },
          ];
        }),
    );
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
