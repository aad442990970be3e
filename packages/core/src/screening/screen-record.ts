import type { Activity, Law } from '../controls/index.ts';
import type { Day, Jurisdiction } from '../kernel/index.ts';
import type { ColumnRoles } from './screened-row.ts';
import type { ScreeningOptions } from './screener.ts';

/**
 * What must be known of a screening to run it again: which law answered which question, of which columns. It heads the
 * envelope of `--format json` (`record`). A line of NDJSON stands by itself and has `asOf` alone, which is enough to
 * compare it; its columns are found again by their content.
 */
export interface ScreenRecord {
  /** Digest of the compiled law, `sha256:...`. */
  readonly law: string;
  readonly on: Day;
  readonly known: Day | null;
  readonly in: readonly Jurisdiction[] | null;
  readonly activity: Activity | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Which column was read as what. */
  readonly columns: ColumnRoles;
  /** Name and version of the program. */
  readonly madeBy: string;
}

/** The record of a screening of `law` with `options` by the program `madeBy` (`custody 0.3.0`). */
export function recordOf(law: Pick<Law, 'digest'>, options: ScreeningOptions, madeBy: string): ScreenRecord {
  const { on, known, activity, from, to, roles } = options;
  return { law: law.digest, on, known, in: options.in, activity, from, to, columns: roles, madeBy };
}
