import type { AssembledGoods } from './assemble-goods.ts';
import type { ControlsData } from './controls-files.ts';
import type { LawProblem } from './law-problem.ts';

/** What controls, duties and penalties point to exists: goods, instruments, rules. */
export function checkControlsAgainstGoods(
  data: ControlsData,
  goods: AssembledGoods,
  problems: LawProblem[],
): void {
  const ids = new Set([...goods.substances, ...goods.equipment].map((one) => one.id));
  const instruments = new Set(data.instruments.map((one) => one.id));
  const rules = new Set(data.rules.map((one) => one.id));
  const report = (path: string, code: string, message: string): void => {
    problems.push({
      file: 'controls',
      line: null,
      path,
      code,
      message,
      todo: 'correct the id, or add what it names.',
    });
  };
  const knownGoods = (path: string, id: string): void => {
    if (!ids.has(id)) report(path, 'unknown-goods', `There are no goods "${id}".`);
  };
  for (const control of data.controls) {
    const { target, id } = control;
    if ('goods' in target) knownGoods(id, target.goods);
    if ('rule' in target && !rules.has(target.rule))
      report(id, 'unknown-rule', `There is no rule "${target.rule}".`);
    if (!instruments.has(control.instrument)) {
      report(id, 'unknown-instrument', `There is no instrument "${control.instrument}".`);
    }
    for (const rule of control.partGeneric) {
      if (!rules.has(rule)) report(id, 'unknown-rule', `There is no rule "${rule}".`);
    }
    for (const excepted of control.scope.isomersExcept ?? [])
      knownGoods(`${id} scope.isomersExcept`, excepted);
  }
  for (const one of [...data.duties, ...data.penalties]) {
    for (const named of one.goods) knownGoods(one.id, named);
  }
  for (const row of data.coverage) {
    for (const pending of row.pending ?? [])
      knownGoods(`coverage ${row.jurisdiction} ${row.kind} pending`, pending);
  }
  for (const list of [
    data.controls,
    data.instruments,
    data.rules,
    data.duties,
    data.penalties,
    data.conflicts,
  ]) {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) report(id, 'id-twice', `"${id}" is used twice.`);
      seen.add(id);
    }
  }
}
