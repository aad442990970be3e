import type { Activity, Basis, ControlStatus } from '../controls/index.ts';
import type { Confidence, Day, Jurisdiction } from '../kernel/index.ts';
import { casesFile } from './controls-tables-schema.ts';
import type { LawProblem } from './law-problem.ts';
import { readYaml, yamlFiles } from './yaml-file.ts';

/** A question with the answer a lawyer expects, and the text it rests on. */
export interface LawCase {
  readonly id: string;
  readonly file: string;
  readonly input: string;
  readonly on: Day;
  readonly known: Day | null;
  readonly jurisdiction: Jurisdiction;
  readonly activity: Activity | null;
  readonly to: string | null;
  readonly status: ControlStatus;
  /** Set where the answer must rest on a control of this basis. */
  readonly basis: Basis | null;
  /** Set where a control under this list must apply. */
  readonly list: string | null;
  /** Set where the applying control must have started on this day. */
  readonly since: Day | null;
  /** Set where a class must be met by exactly these clauses of its words, as its proof has them. */
  readonly clauses: readonly string[] | null;
  /** Set where a control must stay for a person, with this doubt. */
  readonly doubt: string | null;
  /** True where a control must be shown as announced. */
  readonly announced: boolean;
  readonly citation: { readonly title: string; readonly url: string | null; readonly confidence: Confidence };
  readonly why: string;
}

/** Reads `data/controls/cases`: law cases a lawyer can review, as many refusals as acceptances. */
export function readLawCases(dataDir: string): {
  readonly cases: readonly LawCase[];
  readonly problems: readonly LawProblem[];
} {
  const problems: LawProblem[] = [];
  const seen = new Set<string>();
  const cases = yamlFiles(dataDir, 'controls/cases').flatMap((file) => {
    const read = readYaml(dataDir, file, casesFile, problems);
    return (read?.value.cases ?? []).map((one, position): LawCase => {
      if (seen.has(one.id)) {
        problems.push({
          file,
          line: read?.lineOf(['cases', position]) ?? null,
          path: `cases[${String(position)}].id`,
          code: 'id-twice',
          message: `The case "${one.id}" stands twice.`,
          todo: 'give it an id of its own.',
        });
      }
      seen.add(one.id);
      const { citation, ...rest } = one;
      return {
        ...rest,
        file,
        known: one.known ?? null,
        activity: one.activity ?? null,
        to: one.to ?? null,
        basis: one.basis ?? null,
        list: one.list ?? null,
        since: one.since ?? null,
        clauses: one.clauses ?? null,
        doubt: one.doubt ?? null,
        announced: one.announced ?? false,
        citation: { ...citation, confidence: citation.confidence ?? 'verified' },
      };
    });
  });
  return { cases, problems };
}
