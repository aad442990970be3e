import type { StructureRule } from '../controls/index.ts';
import { findScaffold, readSmiles } from '../goods/index.ts';
import type { Molecule } from '../goods/index.ts';
import type { LawProblem } from './law-problem.ts';

/** What must hold of a rule: it says what it looks for, every structure can be read, its zones are on the scaffold. */
export function checkRule(rule: StructureRule, file: string, problems: LawProblem[]): void {
  const report = (path: string, code: string, message: string, todo: string): void => {
    problems.push({ file, line: null, path, code, message, todo });
  };
  if (file !== `controls/rules/${rule.id}.yaml`) {
    report('rule.id', 'file-name', `The file of the rule "${rule.id}" bears its name.`, 'rename the file.');
  }
  const readable = (path: string, smiles: string): Molecule | null => {
    const read = readSmiles(smiles);
    if (read.ok) return read.value;
    report(path, 'smiles', `"${smiles}" cannot be read: ${read.problem.message}`, 'correct the SMILES.');
    return null;
  };
  const cores = rule.core.flatMap((core, index) => readable(`rule.core[${String(index)}]`, core) ?? []);
  for (const { smiles } of rule.examplesOut) readable('rule.examplesOut', smiles);
  for (const { name, smiles } of rule.examplesIn) {
    const member = readable('rule.examplesIn', smiles);
    if (member === null || cores.length === 0) continue;
    if (cores.some((core) => findScaffold(core, member).length > 0)) continue;
    report(
      'rule.examplesIn',
      'member-without-core',
      `${name} is a member without the core.`,
      'widen the core.',
    );
  }
  if (rule.kind === 'class') {
    if (rule.scaffold !== null || rule.zones.length > 0) {
      report(
        'rule.scaffold',
        'class-with-zones',
        'A class rule has a core and no zones.',
        'move it to `core`.',
      );
    }
    return;
  }
  const scaffold = rule.scaffold === null ? null : readable('rule.scaffold', rule.scaffold);
  if (rule.scaffold === null || rule.zones.length === 0) {
    report('rule', 'no-scaffold', 'A part-generic rule has a scaffold and zones.', 'give both.');
  }
  const maps = new Set(scaffold?.atoms.map((atom) => atom.map) ?? []);
  rule.zones.forEach((zone, index) => {
    for (const at of zone.at) {
      if (scaffold === null || maps.has(at)) continue;
      const path = `rule.zones[${String(index)}]`;
      report(
        path,
        'zone-off-scaffold',
        `No atom of the scaffold bears the number ${String(at)}.`,
        'number the atom.',
      );
    }
  });
}
