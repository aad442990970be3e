import { BASES, type Answer, type Basis, type ControlStatus, type Reason } from '../controls/index.ts';
import {
  accepted,
  isDay,
  isJurisdiction,
  refused,
  type Jurisdiction,
  type Outcome,
  type Problem,
} from '../kernel/index.ts';
import type { ScreenedGoods, ScreenedRow, RowProblem, RowVerdict } from './screened-row.ts';

const VERDICTS: readonly RowVerdict[] = [
  'controlled',
  'review',
  'unknown',
  'not-controlled',
  'outside',
  'unreadable',
];

type Fields = Readonly<Record<string, unknown>>;

/**
 * A row of a result somebody kept, from its JSON. What an older program did not write is taken as empty; what is there
 * must have its shape.
 *
 * Refusals: `kept-row-form`, with the field that is wrong.
 */
export function readKeptRow(value: unknown): Outcome<ScreenedRow> {
  if (!isFields(value)) return wrong('row', 'it is no object');
  const { row, input, verdict, jurisdictions } = value;
  if (typeof row !== 'number' || !Number.isSafeInteger(row) || row < 0) return wrong('row', 'no row number');
  if (!isFields(input) || !Object.values(input).every((cell) => typeof cell === 'string')) {
    return wrong('input', 'no cells as text');
  }
  if (!VERDICTS.includes(verdict as RowVerdict)) return wrong('verdict', 'no verdict known here');
  if (!isFields(jurisdictions) || !Object.entries(jurisdictions).every(isStatus)) {
    return wrong('jurisdictions', 'not jurisdictions with a status each');
  }
  const controls = textsOf(value['controls']);
  const goods = listOf(value['goods'], readGoods);
  const problems = listOf(value['problems'], readProblem);
  const asOf = readAsOf(value['asOf']);
  if (asOf === null) return wrong('asOf', 'not the day and the law it was answered by');
  if (controls === null) return wrong('controls', 'no list of ids');
  if (goods === null) return wrong('goods', 'no list of goods');
  if (problems === null) return wrong('problems', 'no list of problems');
  return accepted({
    row,
    input: input as Readonly<Record<string, string>>,
    goods,
    verdict: verdict as RowVerdict,
    jurisdictions: jurisdictions,
    controls,
    bases: (textsOf(value['bases']) ?? []).filter((one): one is Basis =>
      (BASES as readonly string[]).includes(one),
    ),
    deciding: (textsOf(value['deciding']) ?? []).filter((one): one is Jurisdiction => isJurisdiction(one)),
    reasons: listOf(value['reasons'], readReason) ?? [],
    problems,
    asOf,
  });
}

/** Which law answered which day; null where the row does not say. */
function readAsOf(value: unknown): Answer['asOf'] | null {
  if (!isFields(value)) return null;
  const { on, known, law } = value;
  if (typeof law !== 'string' || typeof on !== 'string' || !isDay(on)) return null;
  return { on, known: typeof known === 'string' && isDay(known) ? known : null, law };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStatus([jurisdiction, status]: readonly [string, unknown]): boolean {
  return (
    isJurisdiction(jurisdiction) && status !== 'unreadable' && VERDICTS.includes(status as ControlStatus)
  );
}

/** Null for what is no list of texts; an absent list is empty. */
function textsOf(value: unknown): readonly string[] | null {
  return listOf(value, (one) => (typeof one === 'string' ? one : null));
}

function listOf<T>(value: unknown, read: (one: unknown) => T | null): readonly T[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const all = value.map(read);
  return all.some((one) => one === null) ? null : (all as readonly T[]);
}

function readGoods(value: unknown): ScreenedGoods | null {
  if (!isFields(value)) return null;
  const { id, inchikey, name, match, from, column } = value;
  if (match !== 'exact' && match !== 'candidate') return null;
  return {
    id: textOrNull(id),
    inchikey: textOrNull(inchikey),
    name: textOrNull(name),
    match,
    from: textOrNull(from) ?? '',
    column: textOrNull(column) ?? '',
  };
}

function readProblem(value: unknown): RowProblem | null {
  if (!isFields(value) || typeof value['code'] !== 'string') return null;
  const { code, message, todo, column, data } = value;
  return {
    code,
    message: textOrNull(message) ?? '',
    ...(typeof todo === 'string' ? { todo } : {}),
    ...figures(data),
    column: textOrNull(column),
  };
}

function readReason(value: unknown): Reason | null {
  if (!isFields(value) || typeof value['code'] !== 'string') return null;
  return { code: value['code'], text: textOrNull(value['text']) ?? '', ...figures(value['data']) };
}

/** The figures of a message, where they are plain values. */
function figures(data: unknown): Pick<RowProblem, 'data'> {
  const plain = isFields(data) && Object.values(data).every((one) => one === null || typeof one !== 'object');
  return plain ? { data: data as Exclude<RowProblem['data'], undefined> } : {};
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function wrong(field: string, what: string): Outcome<ScreenedRow> {
  const problem: Problem = {
    code: 'kept-row-form',
    message: `This is no row of a screening: ${field}: ${what}.`,
    todo: 'Give a result that custody screen wrote, as NDJSON or JSON.',
    data: { field },
  };
  return refused(problem);
}
