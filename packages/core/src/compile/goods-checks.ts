import { canonicalSmiles, foldName, readSmiles, type CounterIon, type Molecule } from '../goods/index.ts';
import { checkCasNumber } from '../kernel/index.ts';
import { readableCounterIons } from './assemble-goods.ts';
import type { GoodsFiles, SubstanceFile, EquipmentFile, Written } from './goods-files.ts';
import type { LawProblem } from './law-problem.ts';
import { codedPart } from './substance-code.ts';
import { written } from './yaml-file.ts';

type AnyGoods = Written<SubstanceFile> | Written<EquipmentFile>;
type Place = readonly (string | number)[];
type Report = (goods: AnyGoods, place: Place, code: string, message: string, todo: string) => void;

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

/** A salt says what its parent is; what is no salt does not; and the parent is the right one. */
function checkParent(
  substance: Written<SubstanceFile>,
  smiles: string,
  counterIons: readonly CounterIon[],
  find: (id: string) => SubstanceFile | undefined,
  report: Report,
): void {
  const { nature, saltOf, structure } = substance.value;
  const at = ['structure', 'smiles'];
  const coded = codedPart(smiles, counterIons);
  const named = saltOf !== undefined || structure?.parentInchikey !== undefined;
  if (coded.kind === 'unreadable') {
    report(substance, at, 'smiles-unreadable', coded.why, 'correct the structure.');
  } else if (coded.kind === 'mixture' && nature === 'substance') {
    report(
      substance,
      at,
      'mixture-as-substance',
      'More than one component is left when counter-ions are taken off.',
      'set its nature to "combination", or add the counter-ion to the published list.',
    );
  } else if (coded.kind === 'parent' && !named && nature === 'substance') {
    report(
      substance,
      at,
      'salt-without-parent',
      'The structure is a salt and says nothing of its parent.',
      'name the compiled parent (saltOf), or the InChIKey of what is left (structure.parentInchikey).',
    );
  } else if (coded.kind === 'whole' && named) {
    report(
      substance,
      at,
      'parent-of-no-salt',
      'The structure has no counter-ion to take off, and names a parent.',
      'remove saltOf and structure.parentInchikey, or correct the structure.',
    );
  }
  const parent = saltOf === undefined ? undefined : find(saltOf)?.structure;
  if (coded.kind !== 'parent' || parent === undefined) return;
  const compiled = readSmiles(parent.smiles);
  // Sources draw stereo differently; that parent and salt are the same compound is seen on the constitution.
  if (compiled.ok && constitution(compiled.value) !== constitution(coded.parent)) {
    report(
      substance,
      ['saltOf'],
      'salt-of-another',
      `What is left of the structure is not "${saltOf ?? ''}".`,
      'name the right parent, or correct one of the structures.',
    );
  }
}

function constitution(molecule: Molecule): string {
  return canonicalSmiles(molecule, { isomeric: false });
}

function checkSubstance(
  substance: Written<SubstanceFile>,
  counterIons: readonly CounterIon[],
  find: (id: string) => SubstanceFile | undefined,
  report: Report,
): void {
  const { value } = substance;
  value.cas.forEach((cas, index) => {
    const checked = checkCasNumber(cas.number);
    if (!checked.ok) {
      report(
        substance,
        ['cas', index, 'number'],
        checked.problem.code,
        checked.problem.message,
        checked.problem.todo ?? 'correct it.',
      );
    }
  });
  const { structure } = value;
  if (structure === undefined) return;
  checkParent(substance, structure.smiles, counterIons, find, report);
  const layer = structure.inchi.split('/')[1] ?? '';
  if (
    !layer.includes('.') &&
    !structure.smiles.includes('.') &&
    !/\/[pq]/.test(structure.inchi) &&
    layer !== structure.formula
  ) {
    report(
      substance,
      ['structure', 'formula'],
      'formula-mismatch',
      `The InChI says ${layer}.`,
      'take formula, mass, InChI and InChIKey from one structure.',
    );
  }
}

/** A folded name borne by two goods decides for neither: both say so. Within one goods each name stands once. */
function checkNames(all: readonly AnyGoods[], fold: (text: string) => string, report: Report): void {
  const bearers = new Map<string, { readonly goods: AnyGoods; readonly index: number }[]>();
  for (const goods of all) {
    const seen = new Set<string>();
    goods.value.names.forEach((name, index) => {
      const folded = fold(name.text);
      if (folded === '') {
        report(
          goods,
          ['names', index, 'text'],
          'empty-name',
          'Nothing is left of the name when it is compared.',
          'write letters or digits.',
        );
      }
      const same = `${name.lang} ${name.text}`;
      if (seen.has(same)) {
        report(
          goods,
          ['names', index],
          'name-twice',
          `"${name.text}" stands here already.`,
          'remove one of the two.',
        );
      }
      seen.add(same);
      bearers.set(folded, [...(bearers.get(folded) ?? []), { goods, index }]);
    });
  }
  for (const named of bearers.values()) {
    const ids = [...new Set(named.map(({ goods }) => goods.value.id))];
    if (ids.length < 2) continue;
    for (const { goods, index } of named) {
      const name = goods.value.names[index];
      if (name === undefined || name.ambiguous === true) continue;
      const others = ids.filter((id) => id !== goods.value.id).join(', ');
      report(
        goods,
        ['names', index],
        'name-shared',
        `"${name.text}" is also a name of ${others}.`,
        'mark it "ambiguous: true" in each, or remove it where it is wrong.',
      );
    }
  }
  for (const goods of all) {
    if ('saltOf' in goods.value && goods.value.saltOf !== undefined) continue;
    const own = new Set(goods.value.names.map((name) => fold(name.text)));
    if (!own.has(fold(goods.value.name.en))) {
      report(
        goods,
        ['name', 'en'],
        'display-name',
        'The English display name is not among the names.',
        'add it to names with its source.',
      );
    }
  }
}

/** Numbers and structures that two goods share must say so, or are wrong. */
function checkNumbers(files: GoodsFiles, report: Report): void {
  const cas = new Map<string, { readonly substance: Written<SubstanceFile>; readonly index: number }[]>();
  const keys = new Map<string, string>();
  for (const substance of files.substances) {
    substance.value.cas.forEach((one, index) => {
      cas.set(one.number, [...(cas.get(one.number) ?? []), { substance, index }]);
    });
    const { structure, id } = substance.value;
    for (const key of structure === undefined ? [] : [structure.inchikey, ...structure.inchikeysAlso]) {
      const other = keys.get(key);
      if (other !== undefined) {
        report(
          substance,
          ['structure', 'inchikey'],
          'structure-twice',
          `"${other}" has the same structure.`,
          'merge the two, or correct one structure.',
        );
      }
      keys.set(key, id);
    }
  }
  for (const [number, borne] of cas) {
    if (borne.length < 2) continue;
    for (const { substance, index } of borne) {
      if (substance.value.cas[index]?.shared === true) continue;
      const others = borne.filter((one) => one.substance !== substance).map((one) => one.substance.value.id);
      report(
        substance,
        ['cas', index],
        'cas-shared',
        `${number} is also printed for ${others.join(', ') || 'the same goods'}.`,
        'mark it "shared: true" in each, or remove it where it is wrong.',
      );
    }
  }
}

/** The lists beside the goods point to goods that exist and do not contradict their names. */
function checkLists(
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
