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

  /** Rows by the code of a problem they have. */
  readonly problems = new Map<string, number>();

  count({ verdict, problems }: ScreenedRow): void {
    this.rows += 1;
    this.verdicts[verdict] += 1;
    if (problems.length === 0) return;
    this.withProblems += 1;
    for (const code of new Set(problems.map((problem) => problem.code))) {
      this.problems.set(code, (this.problems.get(code) ?? 0) + 1);
    }
  }

  /** The strongest code of all rows, written or not. */
  exitCode(): ExitCode {
    return VERDICTS.filter((verdict) => this.verdicts[verdict] > 0)
      .map(exitCodeOf)
      .reduce<ExitCode>(stronger, EXIT.clear);
  }
}
