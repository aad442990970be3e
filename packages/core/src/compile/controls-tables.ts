import type { z } from 'zod';
import type { Conflict, Coverage, Duty, Penalty, StructureRule } from '../controls/index.ts';
import type { Day } from '../kernel/index.ts';
import { citationsOf, type Citations } from './controls-citation.ts';
import type { Read, Sources } from './controls-schema.ts';
import type {
  conflictsFile,
  coverageFile,
  dutiesFile,
  penaltiesFile,
  ruleFile,
} from './controls-tables-schema.ts';

/** Reads `read` as a citation of `title`; null: the title of the source itself. */
export type Cite = (read: Read, title: string | null) => Citations['citation'];

/** A `Cite` over a sources table; `missing` receives each unknown key. */
export function citer(sources: Sources, readOn: Day, missing: (key: string) => void): Cite {
  return (read, title) => {
    const [first] = read.sources;
    const fallback = (first === undefined ? undefined : sources[first]?.title) ?? read.note ?? 'from memory';
    const cited = citationsOf(read, title ?? fallback, sources, readOn);
    cited.missing.forEach(missing);
    const [second] = cited.further;
    const note =
      second === undefined ? undefined : `${cited.citation.note ?? ''} Also: ${second.title}`.trim();
    return note === undefined ? cited.citation : { ...cited.citation, note };
  };
}

export function readRule({ rule }: z.infer<typeof ruleFile>, cite: Cite): StructureRule {
  return {
    id: rule.id,
    kind: rule.kind,
    ...(rule.regime === undefined ? {} : { regime: rule.regime }),
    title: rule.title,
    words: rule.words,
    core: rule.core ?? [],
    ...(rule.definition === undefined ? {} : { definition: rule.definition }),
    scaffold: rule.scaffold ?? null,
    zones: (rule.zones ?? []).map((zone) => ({ ...zone, from: zone.from ?? null })),
    citation: cite(rule.read, rule.title),
    doubts: rule.doubts ?? [],
    examplesIn: rule.examplesIn ?? [],
    examplesOut: rule.examplesOut ?? [],
  };
}

export function readCoverage(file: z.infer<typeof coverageFile>): readonly Coverage[] {
  return file.coverage.map(({ jurisdiction, kind, state, words, ...row }) => ({
    jurisdiction,
    kind,
    families: row.families ?? [],
    state,
    checkedOn: row.checkedOn ?? null,
    ...(row.openClause === undefined ? {} : { openClause: row.openClause }),
    ...(row.pending === undefined ? {} : { pending: row.pending }),
    words,
    note: row.note ?? null,
  }));
}

export function readDuties(file: z.infer<typeof dutiesFile>, cite: Cite): readonly Duty[] {
  return file.duties.map((duty) => ({
    id: duty.id,
    jurisdiction: file.jurisdiction,
    lists: duty.lists ?? [],
    goods: duty.goods ?? [],
    activities: duty.activities ?? [],
    kind: duty.kind,
    what: duty.what,
    actor: duty.actor ?? null,
    authority: duty.authority ?? null,
    appliesTo: duty.appliesTo,
    deadline: duty.deadline ?? null,
    retention: duty.retention ?? null,
    article: duty.article,
    from: duty.from ?? null,
    to: duty.to ?? null,
    citation: cite(duty.read, duty.article),
    notes: duty.notes ?? [],
  }));
}

export function readPenalties(file: z.infer<typeof penaltiesFile>, cite: Cite): readonly Penalty[] {
  return file.penalties.map((penalty) => ({
    id: penalty.id,
    jurisdiction: file.jurisdiction,
    article: penalty.article,
    conduct: penalty.conduct,
    penalty: penalty.penalty,
    lists: penalty.lists ?? [],
    goods: penalty.goods ?? [],
    citation: cite(penalty.read, penalty.article),
    notes: penalty.notes ?? [],
  }));
}

export function readConflicts(file: z.infer<typeof conflictsFile>, cite: Cite): readonly Conflict[] {
  return file.conflicts.map(({ id, about, statements, treatedAs }) => ({
    id,
    about,
    statements: statements.map(({ says, read }) => ({ says, citation: cite(read, null) })),
    treatedAs,
  }));
}
