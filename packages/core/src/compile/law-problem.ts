/** Something in `data/` that keeps the law from being compiled, for the person who edits the file. */
export interface LawProblem {
  /** Path of the file, relative to the data folder. */
  readonly file: string;
  /** Line in the file, counted from 1; null where the problem is between files. */
  readonly line: number | null;
  /** Where in the file: `names[3].confidence`. */
  readonly path: string;
  /** Stable, kebab-case: `cas-check-digit`. */
  readonly code: string;
  readonly message: string;
  readonly todo: string;
}

/** `goods/substances/npp.yaml:14 names[3].confidence: ... - ...` */
export function problemLine(problem: LawProblem): string {
  const line = problem.line === null ? '' : `:${problem.line}`;
  const path = problem.path === '' ? '' : ` ${problem.path}`;
  return `${problem.file}${line}${path}: ${problem.message} To do: ${problem.todo}`;
}
