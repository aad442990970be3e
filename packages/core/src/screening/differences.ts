import type { ControlStatus } from '../controls/index.ts';
import type { Jurisdiction } from '../kernel/index.ts';
import type { RowVerdict, ScreenedGoods, ScreenedRow } from './screened-row.ts';

/** What became of one row between two screenings. */
export interface RowDifference {
  /** `answer`: the same row is answered otherwise. `added`, `removed`: the row stands in one of the two only. */
  readonly kind: 'answer' | 'added' | 'removed';
  /** The number of the row in the later screening; null where it was removed. */
  readonly row: number | null;
  readonly earlierRow: number | null;
  readonly input: Readonly<Record<string, string>>;
  readonly verdict: { readonly from: RowVerdict | null; readonly to: RowVerdict | null };
  /** Jurisdictions whose status changed; null: not asked. */
  readonly jurisdictions: readonly {
    readonly jurisdiction: Jurisdiction;
    readonly from: ControlStatus | null;
    readonly to: ControlStatus | null;
  }[];
  readonly controls: Gained<string>;
  /** Goods by what they are called: their id, else the structure or words they were found in. */
  readonly goods: Gained<string>;
}

export interface Gained<T> {
  readonly gained: readonly T[];
  readonly lost: readonly T[];
}

/**
 * What changed of one row between two screenings, whatever changed it: the law, the day asked about, the program. Null
 * where the answer is the same; problems and reasons alone are no difference. Of a row that stands in one screening
 * only the other is null.
 */
export function differenceOf(earlier: ScreenedRow | null, later: ScreenedRow | null): RowDifference | null {
  const [from, to] = [earlier?.verdict ?? null, later?.verdict ?? null];
  const jurisdictions = changedStatuses(earlier, later);
  const controls = gained(earlier?.controls ?? [], later?.controls ?? []);
  const goods = gained((earlier?.goods ?? []).map(called), (later?.goods ?? []).map(called));
  const either = later ?? earlier;
  if (either === null) return null;
  const both = earlier !== null && later !== null;
  if (both && from === to && jurisdictions.length === 0 && same(controls) && same(goods)) return null;
  return {
    kind: both ? 'answer' : later === null ? 'removed' : 'added',
    row: later?.row ?? null,
    earlierRow: earlier?.row ?? null,
    input: either.input,
    verdict: { from, to },
    jurisdictions,
    controls,
    goods,
  };
}

function changedStatuses(
  earlier: ScreenedRow | null,
  later: ScreenedRow | null,
): RowDifference['jurisdictions'] {
  const [before, after] = [earlier?.jurisdictions ?? {}, later?.jurisdictions ?? {}];
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as Jurisdiction[]);
  return [...names].flatMap((jurisdiction) => {
    const [from, to] = [before[jurisdiction] ?? null, after[jurisdiction] ?? null];
    return from === to ? [] : [{ jurisdiction, from, to }];
  });
}

function gained(before: readonly string[], after: readonly string[]): Gained<string> {
  const [old, now] = [new Set(before), new Set(after)];
  return {
    gained: [...now].filter((one) => !old.has(one)),
    lost: [...old].filter((one) => !now.has(one)),
  };
}

function same({ gained: more, lost }: Gained<string>): boolean {
  return more.length === 0 && lost.length === 0;
}

/** A candidate that became exact, or the other way, is another find. */
function called({ id, from, match }: ScreenedGoods): string {
  return match === 'exact' ? (id ?? from) : `${id ?? from}?`;
}

/** True for two rows that were read with the same cells, in whatever order their columns stand. */
export function sameInput(one: ScreenedRow, other: ScreenedRow): boolean {
  const [a, b] = [Object.entries(one.input), Object.entries(other.input)];
  return (
    a.length === b.length &&
    a.every(([column, cell]) => Object.hasOwn(other.input, column) && other.input[column] === cell)
  );
}

/** Rows that are looked ahead for one that stands in both tables, where rows were added or taken out. */
export const ROWS_AHEAD = 1_000;

type Rows = AsyncIterable<ScreenedRow> | Iterable<ScreenedRow>;

/**
 * The differences between two screenings in the order of the later one: rows with equal cells are held against each
 * other, and rows added to the table or taken out of it are said to be. Memory is constant: where the tables part, the
 * next `ROWS_AHEAD` rows of each are searched for where they meet again; if they do not, those rows count as removed
 * and added.
 */
export async function* differences(earlier: Rows, later: Rows): AsyncGenerator<RowDifference> {
  const [before, after] = [new Ahead(earlier), new Ahead(later)];
  try {
    for (;;) {
      const [one, other] = [await before.first(), await after.first()];
      if (one === null && other === null) return;
      if (one !== null && other !== null && sameInput(one, other)) {
        const difference = differenceOf(before.take(), after.take());
        if (difference !== null) yield difference;
        continue;
      }
      const [skipBefore, skipAfter] = await meeting(before, after);
      for (let i = 0; i < skipBefore; i++) yield differenceOf(before.take(), null)!;
      for (let i = 0; i < skipAfter; i++) yield differenceOf(null, after.take())!;
    }
  } finally {
    await Promise.all([before.close(), after.close()]);
  }
}

/** How many rows of each must be passed over until both stand at equal rows: as few together as can be. */
async function meeting(before: Ahead, after: Ahead): Promise<readonly [number, number]> {
  const [old, now] = [await before.fill(), await after.fill()];
  const places = new Map<string, number>();
  now.forEach((row, place) => {
    const key = keyOf(row);
    if (!places.has(key)) places.set(key, place);
  });
  let best: readonly [number, number] = [old.length, now.length];
  old.forEach((row, place) => {
    const other = places.get(keyOf(row));
    if (other !== undefined && place + other < best[0] + best[1]) best = [place, other];
  });
  return best;
}

function keyOf({ input }: ScreenedRow): string {
  return JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Rows of one screening, of which some can be seen before they are taken. */
class Ahead {
  readonly #rows: AsyncIterator<ScreenedRow> | Iterator<ScreenedRow>;
  readonly #seen: ScreenedRow[] = [];
  #ended = false;

  constructor(rows: Rows) {
    this.#rows = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  }

  async first(): Promise<ScreenedRow | null> {
    if (this.#seen.length === 0) await this.#more(1);
    return this.#seen[0] ?? null;
  }

  take(): ScreenedRow {
    const row = this.#seen.shift();
    if (row === undefined) throw new Error('no row was seen');
    return row;
  }

  async fill(): Promise<readonly ScreenedRow[]> {
    await this.#more(ROWS_AHEAD);
    return this.#seen;
  }

  async close(): Promise<void> {
    if (!this.#ended) await this.#rows.return?.();
  }

  async #more(count: number): Promise<void> {
    while (!this.#ended && this.#seen.length < count) {
      const next = await this.#rows.next();
      if (next.done === true) this.#ended = true;
      else this.#seen.push(next.value);
    }
  }
}

/** Counts of a comparison, for its summary. */
export interface DifferenceTally {
  readonly added: number;
  readonly removed: number;
  /** Rows with the same cells and another answer. */
  readonly answers: number;
  /** Verdicts that changed, `not-controlled > controlled`, and how often. */
  readonly verdicts: Readonly<Record<string, number>>;
}

/** Counts differences as they come. */
export function tallyDifferences(all: Iterable<RowDifference>): DifferenceTally {
  const counts = { added: 0, removed: 0, answer: 0 };
  const verdicts: Record<string, number> = {};
  for (const { kind, verdict } of all) {
    counts[kind]++;
    if (kind !== 'answer' || verdict.from === verdict.to) continue;
    const key = `${verdict.from ?? '-'} > ${verdict.to ?? '-'}`;
    verdicts[key] = (verdicts[key] ?? 0) + 1;
  }
  return { added: counts.added, removed: counts.removed, answers: counts.answer, verdicts };
}
