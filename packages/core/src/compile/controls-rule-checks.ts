import { checkDefinition, classOutcome, compileClass } from '../controls/index.ts';
import type { ClassDefinition, StructureRule } from '../controls/index.ts';
import { findScaffold, readSmiles } from '../goods/index.ts';
import type { Molecule } from '../goods/index.ts';
import type { LawProblem } from './law-problem.ts';

/** What must hold of a rule: it says what it looks for, every structure can be read, its zones are on the scaffold. */
export function checkRule(rule: StructureRule, file: string, problems: LawProblem[]): void {
  const report: Report = (path, code, message, todo) => {
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
  if (rule.definition !== undefined) checkClass(rule, report);
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

type Report = (path: string, code: string, message: string, todo: string) => void;

/**
 * A definition can be laid on molecules, and says of the rule's own examples what the rule says of them: a member meets
 * it, at least with a doubt, and what stands outside does not.
 */
function checkClass(rule: StructureRule, report: Report): void {
  const { definition } = rule;
  if (definition === undefined) return;
  if (rule.kind !== 'class') {
    report(
      'rule.definition',
      'definition-without-class',
      'Only a class rule has a definition.',
      'remove it.',
    );
    return;
  }
  if (rule.core.length > 0) {
    const message = 'The definition says what every member contains; the core is not asked.';
    report('rule.core', 'core-beside-definition', message, 'remove the core.');
  }
  for (const clause of clausesOf(definition)) {
    if (rule.words.some(({ text }) => text.includes(clause))) continue;
    const message = `The definition allows something under ${clause}, and the words of the law have no ${clause}.`;
    report('rule.definition', 'clause-not-in-words', message, 'correct the clause, or give its words.');
  }
  const problems = checkDefinition(definition);
  for (const { code, message, todo } of problems)
    report('rule.definition', code, message, todo ?? 'correct the definition.');
  if (problems.length > 0) return;
  const compiled = compileClass(definition, rule.id);
  const verdictOf = (smiles: string): string | null => {
    const read = readSmiles(smiles);
    return read.ok ? classOutcome(compiled, read.value).verdict : null;
  };
  for (const { name, smiles } of rule.examplesIn) {
    if (verdictOf(smiles) !== 'no') continue;
    const todo = 'widen the zone that does not allow it, or take it out of examplesIn.';
    report(
      'rule.examplesIn',
      'member-outside',
      `${name} is a member and does not meet the definition.`,
      todo,
    );
  }
  for (const { name, smiles } of rule.examplesOut) {
    if (verdictOf(smiles) !== 'match') continue;
    const todo = 'narrow the zone that allows it, or take it out of examplesOut.';
    report('rule.examplesOut', 'outside-member', `${name} stands outside and meets the definition.`, todo);
  }
}

/** The clauses a definition names as a law numbers them, in brackets: `(iv)`, `（三）`. Names of our own are not looked for. */
function clausesOf({ scaffolds, zones }: ClassDefinition): readonly string[] {
  const clauses = [
    ...scaffolds.flatMap(({ clause }) => clause ?? []),
    ...zones.flatMap(({ allow }) => allow.map(({ clause }) => clause)),
  ];
  return [...new Set(clauses)].filter((clause) => /^[(（].+[)）]$/.test(clause));
}
