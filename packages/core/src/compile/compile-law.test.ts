import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Law } from '../controls/index.ts';
import { foldName, type Substance } from '../goods/index.ts';
import { compileLaw, digestOf } from './compile-law.ts';
import { readLintCases } from './goods-files.ts';
import { problemLine, type LawProblem } from './law-problem.ts';
import { lawIsCurrent, writeLaw } from './written-law.ts';

const ROOT = repositoryRoot();
const DATA = join(ROOT, 'data');
/** Our own compilation the data was re-keyed from; absent on a clone, where these comparisons are skipped. */
const COMPILATION = join(ROOT, '../shared/law');
const hasCompilation = existsSync(COMPILATION);

let law: Law;
let problems: readonly LawProblem[];
let substances: ReadonlyMap<string, Substance>;

beforeAll(async () => {
  ({ law, problems } = await compileLaw(DATA));
  substances = new Map(law.substances.map((one) => [one.id, one]));
});

function substance(id: string): Substance {
  const found = substances.get(id);
  if (found === undefined) throw new Error(`no substance ${id}`);
  return found;
}

/** Goods a name leads to. */
function named(text: string): readonly string[] {
  return (law.index.names[foldName(text, law.index.han)] ?? []).map(([id]) => id);
}

describe('data/', () => {
  it('compiles without a problem', () => {
    expect(problems.map(problemLine)).toEqual([]);
  });

  it('holds the goods of our compilation', () => {
    expect(law.substances.length).toBeGreaterThanOrEqual(887);
    expect(law.equipment.map((one) => one.id)).toEqual([
      'die',
      'encapsulating-machine',
      'mould',
      'punch',
      'tableting-machine',
    ]);
  });

  it('says of each fentanyl, precursor and substance between which lists it is looked for in', () => {
    expect(substance('fentanyl').regimes).toEqual(['drug']);
    for (const id of [
      '4-anilinopiperidine',
      '1-boc-4-ap',
      'propionyl-chloride',
      'norfentanyl',
      'npp',
      'p2p',
    ]) {
      expect(substance(id).regimes, id).toEqual(['precursor']);
    }
    for (const id of ['4-anpp', 'lysergic-acid', 'norpseudoephedrine']) {
      expect(substance(id).regimes, id).toEqual(['drug', 'precursor']);
    }
    expect(substance('styrene').regimes).toEqual(['watched']);
  });

  it('keeps conflicts in sight', () => {
    expect(substance('u-47700').cas.map((cas) => cas.number)).toEqual(['82657-23-6', '121348-98-9']);
    expect(substance('u-47700').cas.every((cas) => cas.note?.includes('conflict'))).toBe(true);
    expect(law.equipment.find((one) => one.id === 'die')!.hs.map((hs) => hs.code)).toEqual([
      '8207.30',
      '8479.90',
    ]);
    expect(substance('apaan').hs.map((hs) => [hs.edition, hs.code])).toEqual([
      [2022, '2926.40'],
      [2017, '2926.40'],
      [2012, '2926.90'],
    ]);
    expect(
      substance('furanylfentanyl')
        .hs.filter((hs) => hs.edition === 2022)
        .map((hs) => hs.code),
    ).toEqual(['2934.92', '2933.34']);
    expect(substance('etorphine').structure!.conflict).toContain('stereocentres');
    expect(law.index.cas['7723-14-0']!.map(([id]) => id)).toEqual(['red-phosphorus', 'white-phosphorus']);
  });

  it('shows memory as unverified and never verifies without a source', () => {
    const facts = law.substances.flatMap((one) => [
      ...one.names,
      ...one.cas,
      ...one.hs,
      ...one.national,
      ...one.un,
    ]);
    expect(facts.filter((fact) => fact.confidence === 'verified' && fact.source === null)).toEqual([]);
    expect(facts.some((fact) => fact.confidence === 'unverified')).toBe(true);
    const memory = substance('4-anilinopiperidine').cas.find((cas) => cas.number === '99918-43-1')!;
    expect([memory.confidence, memory.source]).toEqual(['unverified', null]);
  });

  it('codes no plant, extract, preparation or combination, and every single structure', () => {
    for (const one of law.substances) {
      const single =
        one.nature === 'substance' &&
        (one.structure !== null || one.cas.some((cas) => cas.form === 'parent'));
      expect(one.goodsCode === null, one.id).toBe(!single);
    }
  });

  it('has lint cases whose goods exist', () => {
    const found: LawProblem[] = [];
    const cases = readLintCases(DATA, found);
    expect(found).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(13);
    const ids = new Set([...law.substances, ...law.equipment].map((one) => one.id));
    for (const one of cases) for (const id of one.goods) expect(ids, one.id).toContain(id);
  });
});

describe('the index', () => {
  it.each([
    ['NPP', 'npp'],
    ['n-phenethyl 4-piperidone', 'npp'],
    ['4-AP', '4-anilinopiperidine'],
    ['α-Methylfentanyl', 'alpha-methylfentanyl'],
    ['РМК ethyl glycidate', '3-4-mdp-2-p-methyl-glycidic-acid-ethyl-ester'],
    ['異丙托尼秦', 'isotonitazene'],
    ['壓片機', 'tableting-machine'],
    ['鹽酸瑞芬太尼', 'remifentanil'],
    ['anhidrido acetico', 'acetic-anhydride'],
    ['Durogesic®', 'fentanyl'],
    ['máquina tableteadora', 'tableting-machine'],
  ])('finds %s', (text, id) => {
    expect(named(text)).toContain(id);
  });

  it('lists every bearer of a shared name, and marks it', () => {
    expect(named('苯丙酮')).toEqual(['p2p', 'propiophenone']);
    for (const [id, position] of law.index.names['苯丙酮']!) {
      expect(substance(id).names[position]!.ambiguous).toBe(true);
    }
  });

  it('points at the very name', () => {
    for (const [folded, bearers] of Object.entries(law.index.names)) {
      for (const [id, position] of bearers) {
        const goods = substances.get(id) ?? law.equipment.find((one) => one.id === id)!;
        expect(foldName(goods.names[position]!.text, law.index.han)).toBe(folded);
      }
    }
  });

  it('finds numbers, keys, codes and lines', () => {
    expect(law.index.cas['23056-29-3']).toEqual([['4-anilinopiperidine', 0]]);
    expect(law.index.inchikeys['PJMPHNIQZUBGLI-UHFFFAOYSA-N']).toEqual(['fentanyl']);
    expect(law.index.skeletons['KWGRBVOPPLSCSI']).toEqual(['ephedrine', 'pseudoephedrine', 'racephedrine']);
    expect(law.index.codes['CMMTGHW2R9ETW'], 'the parent before its salt').toEqual([
      '4-anilinopiperidine',
      '4-ap-dihydrochloride',
    ]);
    expect(law.index.hs['293336']).toEqual(['4-anpp']);
    expect(law.index.hs['293333']![0], 'a line that names the goods before those where it is a basket').toBe(
      'alfentanil',
    );
    expect(law.index.un['UN1815']).toEqual(['propionyl-chloride']);
    expect(law.index.un['UN1338']).toContain('red-phosphorus');
  });

  it('has simplified Han characters for those that occur in names, and no chains', () => {
    expect(law.index.han['異']).toBe('异');
    expect(law.index.han['龜'], 'a character no name uses').toBeUndefined();
    for (const plain of Object.values(law.index.han)) expect(law.index.han[plain]).toBeUndefined();
  });

  it('leads from goods and rules to their controls', () => {
    for (const [id, positions] of Object.entries(law.index.controls)) {
      for (const position of positions) expect(law.controls[position]!.target).toEqual({ goods: id });
    }
    const reached = new Set(Object.values(law.index.controls).flat());
    law.controls.forEach((control, position) => {
      expect(reached.has(position), control.id).toBe('goods' in control.target);
    });
  });
});

describe('the digest', () => {
  it('is that of the law without it', () => {
    expect(law.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(digestOf(law)).toBe(law.digest);
  });

  it('does not depend on the order of members', () => {
    expect(digestOf(reversed(law) as Law)).toBe(law.digest);
  });

  it('does not depend on the run', async () => {
    expect((await compileLaw(DATA)).law.digest).toBe(law.digest);
  });

  it('changes with any value', () => {
    const other = {
      ...law,
      substances: law.substances.map((one) => (one.id === 'npp' ? { ...one, notes: ['x'] } : one)),
    };
    expect(digestOf(other)).not.toBe(law.digest);
  });
});

describe('the written law', () => {
  it('is one file named by the digest, replaces the former one, and knows when the data changed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'custody-law-'));
    try {
      const data = join(folder, 'data');
      const out = join(folder, 'law');
      cpSync(DATA, data, { recursive: true });
      expect(lawIsCurrent(data, out)).toBe(false);
      writeLaw({ ...law, digest: `sha256:${'0'.repeat(64)}` }, out);
      const { file, bytes } = writeLaw(law, out, data);
      expect(readdirSync(out).filter((name) => name.startsWith('law-'))).toEqual([
        `law-${law.digest.slice(7, 23)}.json`,
      ]);
      const text = readFileSync(file, 'utf8');
      expect(Buffer.byteLength(text)).toBe(bytes);
      expect(digestOf(JSON.parse(text) as Law), 'nothing is lost in writing').toBe(law.digest);
      expect(lawIsCurrent(data, out)).toBe(true);
      const changed = join(data, 'goods/look-alikes.yaml');
      writeFileSync(changed, `${readFileSync(changed, 'utf8')}# a remark\n`);
      expect(lawIsCurrent(data, out)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.skipIf(!hasCompilation)('our compilation, re-keyed', () => {
  /**
   * The compilation lists the racemate of ephedrine twice, among the names of ephedrine and as goods of its own; here
   * its names and numbers stand with the goods of its own.
   */
  const MOVED = new Set(['racephedrine', '消旋麻黄素', '消旋麻黃素', '90-81-3', '134-71-4']);
  /** Two names in one value; each stands by itself here. */
  const SPLIT = new Set(['wheel cleaner / alloy cleaner']);

  it('lost no name, number or code of the 190', () => {
    const lost: string[] = [];
    for (const [key, entry] of Object.entries(compilation('names.json') as Record<string, NamedEntry>)) {
      const id = idOf(key);
      const one = substance(id);
      for (const name of entry.names) {
        if (!named(name.text).includes(id) && !MOVED.has(name.text) && !SPLIT.has(name.text))
          lost.push(`${id} ${name.text}`);
      }
      for (const { number } of entry.cas) {
        if (!one.cas.some((cas) => cas.number === number) && !MOVED.has(number)) lost.push(`${id} ${number}`);
      }
      const { codes } = entry;
      for (const line of codes.national ?? []) {
        if (
          !one.national.some((national) => national.country === line.country && national.code === line.code)
        ) {
          lost.push(`${id} ${line.country} ${line.code}`);
        }
      }
      for (const un of codes.un ?? [])
        if (!one.un.some((held) => held.number === un.number)) lost.push(`${id} ${un.number}`);
      const registered = [
        codes.dea?.code,
        codes.ec?.number,
        codes.unii?.code,
        codes.drugbank,
        codes.pubchem_cid?.cid,
      ];
      for (const code of registered) {
        if (code !== undefined && !one.registry.some((held) => held.code === String(code)))
          lost.push(`${id} ${code}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('lost no substance, structure or number of the 889', () => {
    const lost: string[] = [];
    for (const source of (compilation('substances.json') as { substances: readonly SourceSubstance[] })
      .substances) {
      const one = substances.get(idOf(source.id));
      if (one === undefined) {
        lost.push(source.id);
        continue;
      }
      // A plant has no structure, and the salt's names and number stand with its parent.
      if (one.id === 'kratom' || one.id === '4-ap-dihydrochloride') continue;
      if (source.smiles !== null && one.structure?.inchikey !== source.inchikey)
        lost.push(`${one.id} structure`);
      if (source.cas !== null && !one.cas.some((cas) => cas.number === source.cas))
        lost.push(`${one.id} ${source.cas}`);
      if (!named(source.name).includes(one.id)) lost.push(`${one.id} ${source.name}`);
      for (const code of [source.hs2022, source.hs2017]) {
        if (typeof code === 'string' && !one.hs.some((hs) => hs.code === code))
          lost.push(`${one.id} ${code}`);
      }
      if (
        typeof source.dea_code === 'string' &&
        !one.registry.some((held) => held.code === source.dea_code)
      ) {
        lost.push(`${one.id} ${source.dea_code}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('computes the published goods codes', () => {
    const { vectors } = compilation('goods-code-vectors.json') as {
      vectors: readonly { id: string; code: string }[];
    };
    expect(vectors.length).toBeGreaterThan(60);
    for (const { id, code } of vectors) expect(substance(idOf(id)).goodsCode, id).toBe(code);
  });
});

interface NamedEntry {
  readonly names: readonly { readonly text: string }[];
  readonly cas: readonly { readonly number: string }[];
  readonly codes: {
    readonly national?: readonly { readonly country: string; readonly code: string }[];
    readonly un?: readonly { readonly number: string }[];
    readonly dea?: { readonly code: string };
    readonly ec?: { readonly number: string };
    readonly unii?: { readonly code: string };
    readonly drugbank?: string;
    readonly pubchem_cid?: { readonly cid: number };
  };
}

interface SourceSubstance {
  readonly id: string;
  readonly name: string;
  readonly smiles: string | null;
  readonly inchikey?: string | null;
  readonly cas: string | null;
  readonly hs2022?: string | null;
  readonly hs2017?: string | null;
  readonly dea_code?: string | null;
}

function compilation(file: string): unknown {
  return JSON.parse(readFileSync(join(COMPILATION, file), 'utf8'));
}

/** Goods that go by another id here: one substance or plant is one entry, whatever each law calls it. */
const RENAMED: Readonly<Record<string, string>> = {
  '4-ap': '4-anilinopiperidine',
  'coca-leaves': 'coca-leaf',
  marihuana: 'cannabis',
};

function idOf(key: string): string {
  const id = key.replace(/^(sub|eq):/, '');
  return RENAMED[id] ?? id;
}

/** The same value with the members of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

function repositoryRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"custody-house"')) return folder;
    folder = dirname(folder);
  }
}
