import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListedRow } from './messages.ts';
import type { RowFilter } from './row-filter.ts';
import { askReading } from './workers.ts';

/** Rows brought before and after those in sight. */
const BESIDE = 60;

interface Brought {
  readonly key: string;
  readonly from: number;
  readonly rows: readonly ListedRow[];
  readonly total: number;
}

export interface Rows {
  /** How many rows the filter shows; null until it is known. */
  readonly total: number | null;
  readonly rowAt: (index: number) => ListedRow | undefined;
  readonly onWindow: (first: number, count: number) => void;
}

/**
 * The rows in sight, brought from the reading worker. `version` grows with the run: rows that are there stay as they
 * are, and new ones are asked for. One question at a time is on its way; of those in between only the last is asked.
 */
export function useRows(run: number, filter: RowFilter, version: number): Rows {
  const key = `${String(run)} ${JSON.stringify(filter)}`;
  const [brought, setBrought] = useState<Brought | null>(null);
  const sight = useRef({ first: 0, count: 30 });
  const asking = useRef(false);
  const due = useRef<(() => Promise<void>) | null>(null);
  const bring = useCallback(async (): Promise<void> => {
    const from = Math.max(0, sight.current.first - BESIDE);
    const count = sight.current.count + 2 * BESIDE;
    const { total, rows } = await askReading('rows', { filter, from, count });
    setBrought({ key, from, rows, total });
  }, [key]);
  const ask = useCallback((what: () => Promise<void>): void => {
    due.current = what;
    if (asking.current) return;
    asking.current = true;
    void (async () => {
      for (let one = due.current; one !== null; one = due.current) {
        due.current = null;
        await one().catch(() => undefined);
      }
      asking.current = false;
    })();
  }, []);
  useEffect(() => {
    ask(bring);
  }, [ask, bring, version]);
  const fresh = brought?.key === key ? brought : null;
  const onWindow = useCallback(
    (first: number, count: number): void => {
      sight.current = { first, count };
      ask(bring);
    },
    [ask, bring],
  );
  return {
    total: fresh?.total ?? null,
    rowAt: (index) => (fresh === null ? undefined : fresh.rows[index - fresh.from]),
    onWindow,
  };
}
