import { readSmiles } from '../goods/index.ts';
import type { Derivative, Equipment, Molecule, Substance } from '../goods/index.ts';
import { JURISDICTIONS, wider, type Jurisdiction } from '../kernel/index.ts';
import { compileClass, frameMolecules, type CompiledClass } from './class-match.ts';
import type { Control, Coverage, Duty, Instrument, Penalty, StructureRule } from './control.ts';
import type { CounterIonRoles } from './form-reach.ts';
import type { Law } from './law.ts';
import { readScaffold, type Scaffold } from './part-generic.ts';

/** A class rule with what it looks for read, and the controls that put it under a list. */
export interface ClassTable {
  readonly rule: StructureRule;
  /** Its definition, ready to be laid on molecules; null where the words are not compiled. */
  readonly definition: CompiledClass | null;
  /** What a molecule must have one of for the rule to speak of it: the frames of the definition, or the cores. */
  readonly cores: readonly Molecule[];
  /** Structures the rule itself gives as standing outside, though they may have its core. */
  readonly outside: readonly { readonly name: string; readonly molecule: Molecule }[];
  readonly controls: readonly Control[];
}

/** Look-ups of one law that are cheap to make and asked at every question. */
export interface LawTables {
  readonly goods: ReadonlyMap<string, Substance | Equipment>;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly rules: ReadonlyMap<string, StructureRule>;
  readonly scaffolds: readonly { readonly scaffold: Scaffold; readonly controls: readonly Control[] }[];
  readonly classes: readonly ClassTable[];
  /** Controls of rules without core and definition: analogue statutes and general clauses. */
  readonly analogues: readonly Control[];
  /** Controls that name goods without a compiled member list. */
  readonly open: readonly Control[];
  /** Goods id -> what it is a curated ester or ether of. */
  readonly derivatives: ReadonlyMap<string, readonly Derivative[]>;
  /** Hill formula -> substances with a structure. */
  readonly byFormula: ReadonlyMap<string, readonly Substance[]>;
  /** Hill formula -> substances with an entry that reaches positional isomers. */
  readonly positional: ReadonlyMap<string, readonly Substance[]>;
  readonly roles: CounterIonRoles;
  /** What speaks for each jurisdiction: its own, and that of the wider one whose law also holds in it. */
  readonly coverage: ReadonlyMap<Jurisdiction, readonly Coverage[]>;
  readonly duties: ReadonlyMap<Jurisdiction, readonly Duty[]>;
  readonly penalties: ReadonlyMap<Jurisdiction, readonly Penalty[]>;
}

/** The law is a value that never changes, so what is derived from it may be kept beside it. */
const KEPT = new WeakMap<Law, LawTables>();

export function tablesOf(law: Law): LawTables {
  const kept = KEPT.get(law);
  if (kept !== undefined) return kept;
  const made = makeTables(law);
  KEPT.set(law, made);
  return made;
}

/** Controls whose target is these goods, by the index of the compiled law. */
export function controlsOf(law: Law, goodsId: string): readonly Control[] {
  const positions = Object.hasOwn(law.index.controls, goodsId) ? law.index.controls[goodsId] : undefined;
  return (positions ?? []).flatMap((position) => law.controls[position] ?? []);
}

/** Coverage that speaks for a jurisdiction: its own, and that of the wider one whose law also holds in it. */
export function coverageOf(law: Law, jurisdiction: Jurisdiction): readonly Coverage[] {
  return tablesOf(law).coverage.get(jurisdiction) ?? [];
}

function makeTables(law: Law): LawTables {
  const goods = new Map<string, Substance | Equipment>();
  for (const one of [...law.substances, ...law.equipment]) goods.set(one.id, one);
  const rules = new Map(law.rules.map((rule) => [rule.id, rule]));
  const byRule = new Map<string, Control[]>();
  const open: Control[] = [];
  for (const control of law.controls) {
    const reached =
      'rule' in control.target ? [control.target.rule, ...control.partGeneric] : control.partGeneric;
    for (const rule of reached) byRule.set(rule, [...(byRule.get(rule) ?? []), control]);
    if ('open' in control.target) open.push(control);
  }
  const controlsFor = (rule: StructureRule): readonly Control[] => byRule.get(rule.id) ?? [];
  const classes = law.rules.filter((rule) => rule.kind === 'class');
  return {
    goods,
    instruments: new Map(law.instruments.map((instrument) => [instrument.id, instrument])),
    rules,
    scaffolds: law.rules
      .filter((rule) => rule.kind === 'part-generic' && rule.scaffold !== null)
      .map((rule) => ({
        scaffold: readScaffold(rule, patternOf(rule, rule.scaffold ?? '')),
        controls: controlsFor(rule),
      })),
    classes: classes
      .filter((rule) => !isWithoutStructure(rule))
      .map((rule) => ({ ...readClass(rule), controls: controlsFor(rule) })),
    analogues: classes.filter(isWithoutStructure).flatMap(controlsFor),
    open,
    derivatives: groupBy(law.lists.derivatives, (one) => one.substance),
    byFormula: groupBy(
      law.substances.filter((one) => one.structure !== null),
      (one) => one.structure?.formula ?? '',
    ),
    positional: positionalTable(law, goods),
    roles: new Map(law.lists.counterIons.list.map((ion) => [ion.name, ion.role])),
    coverage: byJurisdiction(law.coverage),
    duties: byJurisdiction(law.duties),
    penalties: byJurisdiction(law.penalties),
  };
}

function isWithoutStructure({ core, definition }: StructureRule): boolean {
  return core.length === 0 && definition === undefined;
}

function readClass(rule: StructureRule): Omit<ClassTable, 'controls'> {
  const definition = rule.definition === undefined ? null : compileClass(rule.definition, rule.id);
  return {
    rule,
    definition,
    cores: definition === null ? rule.core.map((core) => patternOf(rule, core)) : frameMolecules(definition),
    outside: rule.examplesOut.map(({ name, smiles }) => ({ name, molecule: patternOf(rule, smiles) })),
  };
}

/** The compiler has read every scaffold and core, so one that cannot be read is a fault of the program. */
function patternOf(rule: StructureRule, smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`rule ${rule.id}: ${smiles} cannot be read: ${read.problem.message}`);
  return read.value;
}

function positionalTable(
  law: Law,
  goods: ReadonlyMap<string, Substance | Equipment>,
): ReadonlyMap<string, readonly Substance[]> {
  const reached = new Set<string>();
  for (const control of law.controls) {
    if ('goods' in control.target && control.scope.isomers === 'positional')
      reached.add(control.target.goods);
  }
  const substances = [...reached].flatMap((id) => {
    const one = goods.get(id);
    return one?.kind === 'chemical' && one.structure !== null ? [one] : [];
  });
  return groupBy(substances, (one) => one.structure?.formula ?? '');
}

function byJurisdiction<T extends { readonly jurisdiction: Jurisdiction }>(
  rows: readonly T[],
): ReadonlyMap<Jurisdiction, readonly T[]> {
  return new Map(
    JURISDICTIONS.map((one) => {
      const above = wider(one);
      return [one, rows.filter((row) => row.jurisdiction === one || row.jurisdiction === above)];
    }),
  );
}

function groupBy<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return groups;
}
