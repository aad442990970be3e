import { readSmiles } from '../goods/index.ts';
import type { CounterIon, Equipment, GoodsLists, GoodsName, Substance } from '../goods/index.ts';
import type { GoodsFiles, EquipmentFile, SourcesFile, SubstanceFile } from './goods-files.ts';
import { substanceCode } from './substance-code.ts';

/** The goods as the compiled law carries them: sources written out, codes computed. */
export interface AssembledGoods {
  readonly substances: readonly Substance[];
  readonly equipment: readonly Equipment[];
  readonly lists: GoodsLists;
}

type Sources = SourcesFile['sources'];

/** Entries of the published list that can be read; the others are problems (`goods-checks.ts`). */
export function readableCounterIons(files: GoodsFiles): readonly CounterIon[] {
  return files.counterIons.list.filter((one) => readSmiles(one.smiles).ok);
}

export function assembleGoods(files: GoodsFiles): AssembledGoods {
  const byId = new Map(files.substances.map(({ value }) => [value.id, value]));
  const cite = citer(files.sources);
  const counterIons = readableCounterIons(files);
  return {
    substances: files.substances.map(({ value }) =>
      substanceOf(
        value,
        cite,
        substanceCode(value, counterIons, (id) => byId.get(id)),
      ),
    ),
    equipment: files.equipment.map(({ value }) => equipmentOf(value, cite)),
    lists: {
      counterIons: files.counterIons,
      confusables: files.confusables.map(present),
      derivatives: files.derivatives.map((one) => ({ ...one, source: cite(one).source ?? one.source })),
      lookAlikes: files.lookAlikes,
      contextWords: files.contextWords,
    },
  };
}

function substanceOf(file: SubstanceFile, cite: Citer, goodsCode: string | null): Substance {
  return {
    id: file.id,
    kind: 'chemical',
    name: present(file.name),
    family: file.family,
    regimes: file.regimes,
    ...(file.saltOf === undefined ? {} : { saltOf: file.saltOf }),
    structure: file.structure === undefined ? null : present(file.structure),
    nature: file.nature,
    names: namesOf(file, cite),
    cas: file.cas.map((one) => present({ ...one, ...cite(one) })),
    hs: file.hs.map((one) => present({ ...one, ...cite(one) })),
    national: file.national.map((one) => present({ ...one, ...cite(one) })),
    un: file.un.map((one) => present({ ...one, ...cite(one) })),
    registry: file.registry.map((one) => present({ ...one, ...cite(one) })),
    goodsCode,
    notes: file.notes,
  };
}

function equipmentOf(file: EquipmentFile, cite: Citer): Equipment {
  return {
    id: file.id,
    kind: 'equipment',
    name: present(file.name),
    definition: file.definition.text,
    definitionVerified: file.definition.confidence === 'verified',
    definitionSource: cite(file.definition).source,
    names: namesOf(file, cite),
    hs: file.hs.map((one) => present({ ...one, ...cite(one) })),
    national: file.national.map((one) => present({ ...one, ...cite(one) })),
    notes: file.notes,
  };
}

function namesOf(file: SubstanceFile | EquipmentFile, cite: Citer): readonly GoodsName[] {
  return file.names.map((one) => present({ ...one, ...cite(one) }));
}

type Citer = (fact: { readonly source?: string | undefined }) => { readonly source: string | null };

/** The source of a fact in words with its address; null where it was not looked up. */
function citer(sources: Sources): Citer {
  return ({ source }) => {
    const found = source === undefined ? undefined : sources[source];
    if (found === undefined) return { source: null };
    return { source: found.url === null ? found.title : `${found.title}, ${found.url}` };
  };
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The value without its absent members: JSON has no `undefined`. */
function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Present<T>;
}
