import { canonicalSmiles } from './canonical-smiles.ts';
import type { Molecule } from './molecule.ts';
import { nearMissIndex, type NearMissIndex } from './near-miss.ts';
import { foldName } from './name-fold.ts';
import { nationalForm } from './name-fold-national.ts';
import { hasVariants, systematicForm } from './name-fold-systematic.ts';
import type { Registry } from './question.ts';
import { readSmiles } from './smiles.ts';
import type { Confusable, Equipment, GoodsLists, GoodsName, Substance } from './substance.ts';

/** Look-up tables of the compiled law that resolution needs; `LawIndex` of controls adds its own. */
export interface GoodsIndex {
  /** Folded name -> `[goods id, position in its names]` of every goods that bears it. */
  readonly names: Readonly<Record<string, readonly (readonly [string, number])[]>>;
  /** CAS number -> `[goods id, position in its cas]`. */
  readonly cas: Readonly<Record<string, readonly (readonly [string, number])[]>>;
  /** Standard InChIKey of a parent, whole -> goods ids. */
  readonly inchikeys: Readonly<Record<string, readonly string[]>>;
  /** First block (14 letters) -> goods ids. */
  readonly skeletons: Readonly<Record<string, readonly string[]>>;
  /** Goods code without hyphens and suffix -> goods ids. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** HS code, digits only -> goods ids, most specific first. */
  readonly hs: Readonly<Record<string, readonly string[]>>;
  /** `UN1815` -> goods ids. */
  readonly un: Readonly<Record<string, readonly string[]>>;
  /** Traditional -> simplified, for the Han characters that occur in names. */
  readonly han: Readonly<Record<string, string>>;
}

/** What resolution needs of the compiled law. `Law` of controls adds the rest; goods know nothing of controls. */
export interface GoodsLaw {
  readonly substances: readonly Substance[];
  readonly equipment: readonly Equipment[];
  readonly lists: GoodsLists;
  readonly index: GoodsIndex;
}

/** One of the goods that bears a name, and the name as the data has it (null where the index points nowhere). */
export interface Bearer {
  readonly goods: Substance | Equipment;
  readonly name: GoodsName | null;
}

/** The compiled law laid out for resolution. Made once per law, each part when it is first needed. */
export class PreparedLaw {
  readonly law: GoodsLaw;
  readonly #byId = new Map<string, Substance | Equipment>();
  #systematic: Map<string, string> | null = null;
  #canonical: Map<string, Substance | null> | null = null;
  #near: NearMissIndex | null = null;
  #registry: Map<string, Substance[]> | null = null;
  #national: Map<string, string | null> | null = null;
  #nationalLines: Map<string, Set<string>> | null = null;
  #salts: Map<string, Substance[]> | null = null;
  #confusables: Map<string, Confusable> | null = null;
  #known: Set<string> | null = null;
  #lookAlikes: Map<string, string> | null = null;
  #firstWords: Set<string> | null = null;
  #cover: readonly string[] | null = null;
  #vocabulary: { readonly words: ReadonlySet<string>; readonly near: NearMissIndex } | null = null;
  #solvents: Set<string> | null = null;
  readonly #corrections = new Map<string, readonly string[]>();
  readonly #folded = new Map<string, string>();
  readonly #molecules = new Map<string, Molecule | null>();

  constructor(law: GoodsLaw) {
    this.law = law;
    for (const goods of law.substances) this.#byId.set(goods.id, goods);
    for (const goods of law.equipment) this.#byId.set(goods.id, goods);
  }

  goods(id: string): Substance | Equipment | null {
    return this.#byId.get(id) ?? null;
  }

  /** Goods that bear a folded name, each once, in the order of the index. */
  bearers(folded: string): readonly Bearer[] {
    const found: Bearer[] = [];
    for (const [id, place] of own(this.law.index.names, folded) ?? []) {
      const goods = this.goods(id);
      if (goods === null || found.some((one) => one.goods === goods)) continue;
      found.push({ goods, name: goods.names[place] ?? null });
    }
    return found;
  }

  /** A name of ours that is the same systematic name in another convention; null where there is none. */
  sameSystematic(folded: string): string | null {
    if (!hasVariants(folded)) return null;
    if (this.#systematic === null) {
      this.#systematic = new Map();
      for (const name of Object.keys(this.law.index.names)) {
        if (!hasVariants(name)) continue;
        const form = systematicForm(name);
        if (!this.#systematic.has(form)) this.#systematic.set(form, name);
      }
    }
    return this.#systematic.get(systematicForm(folded)) ?? null;
  }

  /** A one-word name of ours that is this word in another language's spelling; null where there is none, or several. */
  sameNational(word: string): string | null {
    if (this.#national === null) {
      this.#national = new Map();
      for (const goods of this.law.substances) {
        for (const { text, kind } of goods.names) {
          const form = kind === 'misspelling' || !/^\p{L}+$/u.test(text) ? null : nationalForm(text);
          if (form === null) continue;
          const known = this.#national.get(form);
          const clash = known !== undefined && (known === null || this.bearers(known)[0]?.goods !== goods);
          this.#national.set(form, clash ? null : (known ?? this.folded(text)));
        }
      }
    }
    const form = nationalForm(word);
    return form === null ? null : (this.#national.get(form) ?? null);
  }

  /** Ids of goods in a table of the index; empty where the key is not in it. */
  ids(table: 'inchikeys' | 'skeletons' | 'codes' | 'hs' | 'un', key: string): readonly string[] {
    return own(this.law.index[table], key) ?? [];
  }

  /** Substances with a CAS number and the place of it in their list. */
  withCas(number: string): readonly { readonly substance: Substance; readonly place: number }[] {
    const found: { substance: Substance; place: number }[] = [];
    for (const [id, place] of own(this.law.index.cas, number) ?? []) {
      const goods = this.goods(id);
      if (goods?.kind === 'chemical' && !found.some((one) => one.substance === goods)) {
        found.push({ substance: goods, place });
      }
    }
    return found;
  }

  /** Salts of a substance that some law names apart. */
  saltsOf(id: string): readonly Substance[] {
    if (this.#salts === null) {
      this.#salts = new Map();
      for (const substance of this.law.substances) {
        if (substance.saltOf === undefined) continue;
        this.#salts.set(substance.saltOf, [...(this.#salts.get(substance.saltOf) ?? []), substance]);
      }
    }
    return this.#salts.get(id) ?? [];
  }

  /** What else a folded name means, where that is on the list of confusables. */
  confusable(folded: string): Confusable | null {
    if (this.#confusables === null) {
      this.#confusables = new Map();
      for (const one of this.law.lists.confusables) {
        this.#confusables.set(this.folded(one.term), one);
      }
    }
    return this.#confusables.get(folded) ?? null;
  }

  /** True for a folded text that is a name, a look-alike or a word of the confusables. */
  isKnownWord(folded: string): boolean {
    if (this.#known === null) {
      const { confusables, lookAlikes } = this.law.lists;
      this.#known = new Set(Object.keys(this.law.index.names));
      for (const one of confusables) this.#known.add(this.folded(one.term));
      for (const one of lookAlikes) this.#known.add(this.folded(one.text));
    }
    return this.#known.has(folded);
  }

  /** What a folded text is, where it only looks like goods of ours. */
  lookAlike(folded: string): string | null {
    if (this.#lookAlikes === null) {
      this.#lookAlikes = new Map();
      for (const one of this.law.lists.lookAlikes) this.#lookAlikes.set(this.folded(one.text), one.is);
    }
    return this.#lookAlikes.get(folded) ?? null;
  }

  /** The folded form of a text, kept for the next time: for texts of the law itself. */
  folded(text: string): string {
    let folded = this.#folded.get(text);
    if (folded === undefined) {
      folded = foldName(text, this.law.index.han);
      this.#folded.set(text, folded);
    }
    return folded;
  }

  /** `text` with its traditional Han characters simplified, of the same length. */
  simplified(text: string): string {
    return text.replace(/\p{Script=Han}/gu, (char) => own(this.law.index.han, char) ?? char);
  }

  /** True where some name of ours begins with this word: then it is no tail of the name before it. */
  beginsName(word: string): boolean {
    if (this.#firstWords === null) {
      this.#firstWords = new Set();
      for (const goods of this.#byId.values()) {
        for (const { text } of goods.names) {
          const first = /^\p{L}{4,}/u.exec(text.toLowerCase());
          if (first !== null) this.#firstWords.add(first[0]);
        }
      }
    }
    return this.#firstWords.has(word);
  }

  /** The words our names are made of, letters only, folded. */
  vocabulary(): { readonly words: ReadonlySet<string>; readonly near: NearMissIndex } {
    if (this.#vocabulary === null) {
      const words = new Set<string>();
      for (const goods of this.#byId.values()) {
        for (const name of goods.names) {
          if (name.kind === 'misspelling') continue;
          for (const word of name.text.match(/\p{Script=Latin}{4,40}/gu) ?? []) words.add(this.folded(word));
        }
      }
      this.#vocabulary = { words, near: nearMissIndex([...words].filter((word) => word.length >= 6)) };
    }
    return this.#vocabulary;
  }

  /** What `find` gives for a word, kept for the next line; the memory is bounded. */
  corrections(word: string, find: () => readonly string[]): readonly string[] {
    let known = this.#corrections.get(word);
    if (known === undefined) {
      known = find();
      if (this.#corrections.size >= MAX_KEPT_WORDS) this.#corrections.clear();
      this.#corrections.set(word, known);
    }
    return known;
  }

  /** True for a substance that the published list also knows as a solvent. */
  isSolvent(substance: Substance): boolean {
    this.#solvents ??= new Set(
      this.law.lists.counterIons.list
        .filter((ion) => ion.role === 'solvent')
        .map((ion) => this.folded(ion.name)),
    );
    return substance.names.some((name) => this.#solvents!.has(this.folded(name.text)));
  }

  /** Folded words under which chemicals have been hidden in papers. */
  coverWords(): readonly string[] {
    this.#cover ??= this.law.lists.confusables
      .filter((one) => one.cover === true)
      .map((one) => this.folded(one.term));
    return this.#cover;
  }

  /** The substance with this InChI, as printed. */
  withInchi(inchi: string): Substance | null {
    const found = this.law.substances.filter((one) => one.structure?.inchi === inchi);
    return found.find((one) => one.saltOf === undefined) ?? found[0] ?? null;
  }

  /** The one substance drawn with this canonical SMILES; null where there is none or more than one. */
  withStructure(canonical: string): Substance | null {
    if (this.#canonical === null) {
      this.#canonical = new Map();
      for (const substance of this.law.substances) {
        if (substance.structure === null) continue;
        const molecule = this.molecule(substance.structure.smiles);
        if (molecule === null) continue;
        const key = canonicalSmiles(molecule);
        this.#canonical.set(key, this.#canonical.has(key) ? null : substance);
      }
    }
    return this.#canonical.get(canonical) ?? null;
  }

  /** The structure of one of our substances as a value; null where our reader refuses it. */
  molecule(smiles: string): Molecule | null {
    let molecule = this.#molecules.get(smiles);
    if (molecule === undefined) {
      const read = readSmiles(smiles);
      molecule = read.ok ? read.value : null;
      this.#molecules.set(smiles, molecule);
    }
    return molecule;
  }

  near(): NearMissIndex {
    this.#near ??= nearMissIndex(Object.keys(this.law.index.names));
    return this.#near;
  }

  inRegistry(registry: Registry, code: string): readonly Substance[] {
    if (this.#registry === null) {
      this.#registry = new Map();
      for (const substance of this.law.substances) {
        for (const entry of substance.registry) {
          const key = `${entry.registry}:${entry.code.toUpperCase()}`;
          this.#registry.set(key, [...(this.#registry.get(key) ?? []), substance]);
        }
      }
    }
    return this.#registry.get(`${registry}:${code}`) ?? [];
  }

  /** Ids of goods some country's tariff line of these digits, or a longer one that begins with them, was read for. */
  onNationalLine(digits: string): readonly string[] {
    if (this.#nationalLines === null) {
      this.#nationalLines = new Map();
      for (const goods of this.#byId.values()) {
        for (const line of goods.national) {
          const all = line.code.replace(/\D/g, '');
          for (let length = 8; length <= all.length; length += 2) {
            const key = all.slice(0, length);
            const ids = this.#nationalLines.get(key) ?? new Set();
            this.#nationalLines.set(key, ids.add(goods.id));
          }
        }
      }
    }
    return [...(this.#nationalLines.get(digits) ?? [])];
  }
}

/** Words of screened lines whose corrections are kept in memory. */
const MAX_KEPT_WORDS = 50_000;

const prepared = new WeakMap<GoodsLaw, PreparedLaw>();

/** The law laid out for resolution; the same law always gives the same. */
export function prepareLaw(law: GoodsLaw): PreparedLaw {
  let made = prepared.get(law);
  if (made === undefined) {
    made = new PreparedLaw(law);
    prepared.set(law, made);
  }
  return made;
}

/** A record's own entry: `constructor` is a word somebody may ask for. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
