import type { z } from 'zod';
import type { Control, Duty, Instrument, Law, Penalty, StructureRule } from '../controls/index.ts';
import { day } from '../kernel/index.ts';
import type { Jurisdiction } from '../kernel/index.ts';
import { JURISDICTIONS } from '../kernel/index.ts';
import { checkControls, checkTriggers, type PlacedControl } from './controls-checks.ts';
import { expandInstrument } from './controls-instrument.ts';
import { checkRule } from './controls-rule-checks.ts';
import { instrumentFile, sourcesFile, type Sources } from './controls-schema.ts';
import {
  citer,
  readConflicts,
  readCoverage,
  readDuties,
  readPenalties,
  readRule,
  type Cite,
} from './controls-tables.ts';
import {
  conflictsFile,
  coverageFile,
  dutiesFile,
  penaltiesFile,
  ruleFile,
} from './controls-tables-schema.ts';
import type { LawProblem } from './law-problem.ts';
import { readYaml, written, yamlFiles, type DataFile } from './yaml-file.ts';

/** Everything `data/controls` says. */
export type ControlsData = Pick<
  Law,
  'instruments' | 'controls' | 'rules' | 'coverage' | 'duties' | 'penalties' | 'conflicts'
>;

/** The day on which the tables without a day of their own were read. */
const TABLES_READ_ON = day('2026-11-22');

/**
 * Reads `data/controls`: instruments with their entries written out, rules, coverage, duties, penalties, conflicts.
 * All that is wrong is in `problems`, with file and line; what is wrong is left out of the data.
 */
export function readControls(dataDir: string): ControlsData & { readonly problems: LawProblem[] } {
  const problems: LawProblem[] = [];
  const sources = readYaml(dataDir, 'controls/sources.yaml', sourcesFile, problems)?.value.sources ?? {};
  const placed: PlacedControl[] = [];
  const instruments = JURISDICTIONS.flatMap((jurisdiction) =>
    readInstruments(dataDir, jurisdiction, sources, placed, problems),
  );
  checkControls(placed, problems);
  const controls = placed.map(({ control }) => control);
  const rules = readRules(dataDir, sources, problems);
  checkRulesUsed(rules, controls, problems);
  const coverage = readYaml(dataDir, 'controls/coverage.yaml', coverageFile, problems);
  const conflicts = readYaml(dataDir, 'controls/conflicts.yaml', conflictsFile, problems);
  return {
    instruments,
    controls,
    rules,
    coverage: coverage === null ? [] : readCoverage(coverage.value),
    duties: readTriggers(dataDir, 'duties', dutiesFile, readDuties, sources, controls, problems),
    penalties: readTriggers(dataDir, 'penalties', penaltiesFile, readPenalties, sources, controls, problems),
    conflicts:
      conflicts === null ? [] : readConflicts(conflicts.value, citerOf(conflicts, sources, problems)),
    problems,
  };
}

function readInstruments(
  dataDir: string,
  jurisdiction: Jurisdiction,
  sources: Sources,
  placed: PlacedControl[],
  problems: LawProblem[],
): readonly Instrument[] {
  return yamlFiles(dataDir, `controls/${jurisdiction}`).flatMap((file) => {
    const read = readYaml(dataDir, file, instrumentFile, problems);
    if (read === null) return [];
    const { instrument, controls, faults } = expandInstrument(read.value, sources);
    for (const { path, code, message, todo } of faults) {
      problems.push({ file, line: read.lineOf(path), path: written(path), code, message, todo });
    }
    const place = `controls/${instrument.jurisdiction}/${instrument.id}.yaml`;
    if (file !== place) {
      problems.push({
        file,
        line: read.lineOf(['instrument', 'id']),
        path: 'instrument.id',
        code: 'file-name',
        message: `The file of the instrument "${instrument.id}" of ${instrument.jurisdiction} is ${place}.`,
        todo: 'rename the file, or correct the id.',
      });
    }
    for (const { control, position } of controls) {
      placed.push({ control, file, line: read.lineOf(['entries', position]) });
    }
    return [instrument];
  });
}

function readRules(dataDir: string, sources: Sources, problems: LawProblem[]): readonly StructureRule[] {
  return yamlFiles(dataDir, 'controls/rules').flatMap((file) => {
    const read = readYaml(dataDir, file, ruleFile, problems);
    if (read === null) return [];
    const rule = readRule(read.value, citerOf(read, sources, problems));
    checkRule(rule, file, problems);
    return [rule];
  });
}

/** Rules that nothing points to are never asked: a left-over, or a control that forgot its rule. */
function checkRulesUsed(
  rules: readonly StructureRule[],
  controls: readonly Control[],
  problems: LawProblem[],
): void {
  const used = new Set(
    controls.flatMap(({ target, partGeneric }) =>
      'rule' in target ? [target.rule, ...partGeneric] : partGeneric,
    ),
  );
  for (const { id } of rules) {
    if (used.has(id)) continue;
    problems.push({
      file: `controls/rules/${id}.yaml`,
      line: null,
      path: 'rule.id',
      code: 'rule-unused',
      message: `No control points to the rule "${id}".`,
      todo: 'name it in a control (`rule` or `partGeneric`), or remove it.',
    });
  }
}

function readTriggers<F, T extends Duty | Penalty>(
  dataDir: string,
  folder: 'duties' | 'penalties',
  schema: z.ZodType<F>,
  make: (file: F, cite: Cite) => readonly T[],
  sources: Sources,
  controls: readonly Control[],
  problems: LawProblem[],
): readonly T[] {
  return yamlFiles(dataDir, `controls/${folder}`).flatMap((file) => {
    const read = readYaml(dataDir, file, schema, problems);
    if (read === null) return [];
    const made = make(read.value, citerOf(read, sources, problems));
    checkTriggers(made, controls, file, problems);
    return [...made];
  });
}

function citerOf(read: DataFile<unknown>, sources: Sources, problems: LawProblem[]): Cite {
  return citer(sources, TABLES_READ_ON, (key) => {
    problems.push({
      file: read.file,
      line: null,
      path: key,
      code: 'unknown-source',
      message: `There is no source "${key}".`,
      todo: 'correct the key, or add the source to controls/sources.yaml.',
    });
  });
}
