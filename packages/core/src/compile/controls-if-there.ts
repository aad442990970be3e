import { existsSync } from 'node:fs';
import type {
  Conflict,
  Control,
  Coverage,
  Duty,
  Instrument,
  Penalty,
  StructureRule,
} from '../controls/index.ts';
import type { LawProblem } from './law-problem.ts';

export interface ControlsData {
  readonly instruments: readonly Instrument[];
  readonly controls: readonly Control[];
  readonly rules: readonly StructureRule[];
  readonly coverage: readonly Coverage[];
  readonly duties: readonly Duty[];
  readonly penalties: readonly Penalty[];
  readonly conflicts: readonly Conflict[];
}

const EMPTY: ControlsData = {
  instruments: [],
  controls: [],
  rules: [],
  coverage: [],
  duties: [],
  penalties: [],
  conflicts: [],
};

export async function readControlsIfThere(dataDir: string, problems: LawProblem[]): Promise<ControlsData> {
  const file = new URL('./controls-files.ts', import.meta.url);
  if (!existsSync(file)) return EMPTY;
  const module = (await import(file.href)) as {
    readControls: (dir: string) => ControlsData & { problems?: LawProblem[] };
  };
  const read = module.readControls(dataDir);
  problems.push(...(read.problems ?? []));
  const { instruments, controls, rules, coverage, duties, penalties, conflicts } = read;
  return { instruments, controls, rules, coverage, duties, penalties, conflicts };
}
