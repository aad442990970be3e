import { foldName } from '../goods/index.ts';
import { readableCounterIons } from './assemble-goods.ts';
import { checkNames, checkNumbers } from './bearer-checks.ts';
import type { EquipmentFile, GoodsFiles, SubstanceFile } from './goods-files.ts';
import { checkLists } from './goods-lists-checks.ts';
import type { AnyGoods, Place, Report } from './goods-report.ts';
import type { LawProblem } from './law-problem.ts';
import { checkSubstance } from './structure-checks.ts';
import { written } from './yaml-file.ts';

/** What the schemas cannot see: between the values of one goods, and between goods. */
export function checkGoods(
  files: GoodsFiles,
  han: Readonly<Record<string, string>>,
  problems: LawProblem[],
): void {
  const report: Report = (goods, place, code, message, todo) => {
    const path = [...goods.at, ...place];
    problems.push({ file: goods.file, line: goods.lineOf(path), path: written(path), code, message, todo });
  };
  const fold = (text: string): string => foldName(text, han);
  const all: readonly AnyGoods[] = [...files.substances, ...files.equipment];
  checkIds(files, all, report);
  checkSources(files, all, report, problems);
  const counterIons = readableCounterIons(files);
  const byId = new Map(files.substances.map(({ value }) => [value.id, value]));
  for (const substance of files.substances) {
    checkSubstance(substance, counterIons, (id) => byId.get(id), report);
  }
  checkNames(all, fold, report);
  checkNumbers(files, report);
  checkLists(files, all, fold, problems);
}

function checkIds(files: GoodsFiles, all: readonly AnyGoods[], report: Report): void {
  const first = new Map<string, AnyGoods>();
  for (const goods of all) {
    const { id } = goods.value;
    const other = first.get(id);
    if (other !== undefined) {
      report(
        goods,
        ['id'],
        'id-twice',
        `"${id}" is also in ${other.file}.`,
        'give one of them another id, or merge the two.',
      );
    }
    first.set(id, goods);
    if (goods.at.length === 0 && !goods.file.endsWith(`/${id}.yaml`)) {
      report(goods, ['id'], 'id-not-file', `The file of "${id}" has another name.`, `name it ${id}.yaml.`);
    }
  }
  for (const substance of files.substances) {
    const { saltOf } = substance.value;
    if (saltOf !== undefined && !first.has(saltOf)) {
      report(
        substance,
        ['saltOf'],
        'unknown-goods',
        `There are no goods "${saltOf}".`,
        'name the id of the compiled parent.',
      );
    }
  }
}

/** A verified value names where it was read; a source that is named exists; one that is not used goes. */
function checkSources(
  files: GoodsFiles,
  all: readonly AnyGoods[],
  report: Report,
  problems: LawProblem[],
): void {
  const used = new Set(files.derivatives.map((one) => one.source));
  for (const goods of all) {
    for (const [place, fact] of factsOf(goods.value)) {
      if (fact.source === undefined) {
        if (fact.confidence === 'verified') {
          report(
            goods,
            place,
            'verified-without-source',
            'A verified value names no source.',
            'name the source, or make it unverified.',
          );
        }
        continue;
      }
      used.add(fact.source);
      if (!Object.hasOwn(files.sources, fact.source)) {
        report(
          goods,
          place,
          'unknown-source',
          `There is no source "${fact.source}".`,
          'add it to goods/sources.yaml, or correct the key.',
        );
      }
    }
  }
  for (const key of Object.keys(files.sources)) {
    if (used.has(key)) continue;
    problems.push({
      file: 'goods/sources.yaml',
      line: null,
      path: `sources.${key}`,
      code: 'unused-source',
      message: `Nothing points to the source "${key}".`,
      todo: 'remove it.',
    });
  }
}

interface Fact {
  readonly source?: string | undefined;
  readonly confidence: 'verified' | 'unverified';
}

function factsOf(goods: SubstanceFile | EquipmentFile): readonly (readonly [Place, Fact])[] {
  const lists: Readonly<Record<string, readonly Fact[]>> =
    'definition' in goods
      ? { names: goods.names, hs: goods.hs, national: goods.national }
      : {
          names: goods.names,
          cas: goods.cas,
          hs: goods.hs,
          national: goods.national,
          un: goods.un,
          registry: goods.registry,
        };
  const facts = Object.entries(lists).flatMap(([list, values]) =>
    values.map((fact, index) => [[list, index], fact] as const),
  );
  return 'definition' in goods ? [[['definition'], goods.definition], ...facts] : facts;
}
