import { readSmiles } from '../goods/index.ts';
import type { GoodsFiles } from './goods-files.ts';
import type { AnyGoods } from './goods-report.ts';
import type { LawProblem } from './law-problem.ts';

/** The lists beside the goods point to goods that exist and do not contradict their names. */
export function checkLists(
  files: GoodsFiles,
  all: readonly AnyGoods[],
  fold: (text: string) => string,
  problems: LawProblem[],
): void {
  const ids = new Set(all.map((goods) => goods.value.id));
  const names = new Map(
    all.flatMap((goods) => goods.value.names.map((name) => [fold(name.text), goods.value.id] as const)),
  );
  const list = (file: string, path: string, code: string, message: string, todo: string): void => {
    problems.push({ file: `goods/${file}`, line: null, path, code, message, todo });
  };
  const known = (file: string, path: string, id: string): void => {
    if (!ids.has(id)) list(file, path, 'unknown-goods', `There are no goods "${id}".`, 'correct the id.');
  };
  files.confusables.forEach((one, index) => {
    if (one.means !== null) known('confusables.yaml', `confusables[${index}].means`, one.means);
  });
  files.derivatives.forEach((one, index) => {
    known('derivatives.yaml', `derivatives[${index}].of`, one.of);
    known('derivatives.yaml', `derivatives[${index}].substance`, one.substance);
    if (!Object.hasOwn(files.sources, one.source)) {
      list(
        'derivatives.yaml',
        `derivatives[${index}].source`,
        'unknown-source',
        `There is no source "${one.source}".`,
        'add it to goods/sources.yaml, or correct the key.',
      );
    }
  });
  files.lookAlikes.forEach((one, index) => {
    const borne = names.get(fold(one.text));
    if (borne !== undefined) {
      list(
        'look-alikes.yaml',
        `lookAlikes[${index}].text`,
        'look-alike-is-goods',
        `"${one.text}" is a name of ${borne}.`,
        'remove it here, or there.',
      );
    }
  });
  files.counterIons.list.forEach((one, index) => {
    const read = readSmiles(one.smiles);
    if (!read.ok) {
      list(
        'counter-ions.yaml',
        `list[${index}].smiles`,
        'smiles-unreadable',
        read.problem.message,
        'correct it.',
      );
    }
  });
  for (const member of ['name', 'smiles'] as const) {
    const seen = new Set<string>();
    files.counterIons.list.forEach((one, index) => {
      if (seen.has(one[member])) {
        list(
          'counter-ions.yaml',
          `list[${index}].${member}`,
          'counter-ion-twice',
          `"${one[member]}" stands here already.`,
          'remove one of the two.',
        );
      }
      seen.add(one[member]);
    });
  }
}
