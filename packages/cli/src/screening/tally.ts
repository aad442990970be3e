import type { RowVerdict, ScreenedRow, ScreenTally } from '@custody/core';
import { EXIT, type ExitCode, exitCodeOf, stronger } from '../terminal/exit-code.ts';
import { VERDICTS } from './screen-options.ts';

/** Counts the rows of a run and what they come to. */
export class Tally implements ScreenTally {
  rows = 0;
  withProblems = 0;
  /** Rows that were written, which `--only` may make fewer. */
  written = 0;
  readonly verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<
    RowVerdict,
    number
  >;

  count({ verdict, problems }: ScreenedRow): void {
    this.rows += 1;
    this.verdicts[verdict] += 1;
    if (problems.length > 0) this.withProblems += 1;
  }

  /** The strongest code of all rows, written or not. */
  exitCode(): ExitCode {
    return VERDICTS.filter((verdict) => this.verdicts[verdict] > 0)
      .map(exitCodeOf)
      .reduce<ExitCode>(stronger, EXIT.clear);
  }
}
