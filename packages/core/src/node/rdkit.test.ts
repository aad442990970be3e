import { beforeAll, describe, expect, test } from 'vitest';
import { loadRdkit as loadInBrowser } from '../browser/rdkit.ts';
import { chemicalCode, hillFormula, parentOf, readSmiles, rings, writeSmiles } from '../goods/index.ts';
import type { Chemist, Molecule } from '../goods/index.ts';
import { benchStructures } from '../goods/test/bench-structures.ts';
import { COUNTER_IONS } from '../goods/test/counter-ion-list.ts';
import { EVERYDAY } from '../goods/test/everyday.ts';
import { loadRdkit } from './rdkit.ts';
import { createRequire } from 'node:module';

let chemist: Chemist;
beforeAll(async () => {
  chemist = await loadRdkit();
});

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

function keyOf(smiles: string): string {
  const identity = chemist.identify(smiles);
  if (!identity.ok) throw new Error(`${smiles}: ${identity.problem.message}`);
  return identity.value.inchikey;
}

describe('identity', () => {
  test('fentanyl', () => {
    const identity = chemist.identify('CCC(=O)N(c1ccccc1)C3CCN(CCc2ccccc2)CC3');
    expect(identity).toMatchObject({
      ok: true,
      value: {
        smiles: 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1',
        inchikey: 'PJMPHNIQZUBGLI-UHFFFAOYSA-N',
        formula: 'C22H28N2O',
      },
    });
    expect(identity.ok && identity.value.mass).toBeCloseTo(336.479, 3);
    expect(chemist.name).toMatch(/^RDKit \d{4}\.\d\d/);
  });

  test('the dihydrochloride of 4-anilinopiperidine has the code of its parent', () => {
    const outcome = parentOf(molecule('Cl.Cl.c1ccc(NC2CCNCC2)cc1'), COUNTER_IONS);
    if (outcome.kind !== 'parent') throw new Error(outcome.kind);
    expect(chemicalCode(keyOf(writeSmiles(outcome.parent)))).toBe('C-MMTG-HW2R-9ET-W');
  });

  test.each([
    ['', 'structure-blank'],
    ['  \n', 'structure-blank'],
    ['this is not a structure', 'structure-unreadable'],
    ['C(C)(C)(C)(C)C', 'structure-unreadable'],
    ['C*', 'structure-no-inchi'],
    ['C'.repeat(501), 'structure-too-large'],
    ['C'.repeat(100_000), 'structure-too-large'],
    [`${'C('.repeat(1_000)}C${')'.repeat(1_000)}`, 'structure-too-deep'],
  ])('%# is refused as %s', (smiles, code) => {
    const identity = chemist.identify(smiles);
    expect(identity.ok).toBe(false);
    if (!identity.ok) expect(identity.problem.code).toBe(code);
  });

  test('the largest structures it is given do not bring it down', () => {
    for (const smiles of ['C'.repeat(500), `${'C('.repeat(200)}C${')'.repeat(200)}`, 'c1ccccc1'.repeat(83)]) {
      expect(chemist.identify(smiles).ok).toBe(true);
    }
    expect(chemist.identify('C').ok).toBe(true);
  }, 60_000);
});

describe('drawings', () => {
  const drawn = (highlight?: number[]) =>
    chemist.draw('CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', { width: 300, height: 200 }, highlight);

  test('ink only, on nothing, in the colour of the text around', () => {
    const svg = drawn();
    if (!svg.ok) throw new Error(svg.problem.message);
    expect(svg.value).toMatch(/^<svg /);
    expect(svg.value).toContain('currentColor');
    expect(svg.value).not.toMatch(/#(?!FFFFFF)[0-9A-F]{6}/i);
    expect(svg.value).not.toContain('<rect');
    expect(svg.value).not.toContain('<?xml');
    expect(svg.value).toContain("viewBox='0 0 300 200'");
  });

  test('highlighted atoms are tinted', () => {
    const plain = drawn();
    const tinted = drawn([0, 1, 2]);
    if (!plain.ok || !tinted.ok) throw new Error('not drawn');
    const colours = (svg: string) => new Set(svg.match(/#[0-9A-F]{6}/gi));
    expect(colours(tinted.value).size).toBe(colours(plain.value).size + 1);
  });

  test.each([
    [{ width: 3, height: 200 }, [], 'drawing-size'],
    [{ width: 300, height: Number.NaN }, [], 'drawing-size'],
    [{ width: 300, height: 200 }, [99], 'drawing-highlight'],
    [{ width: 300, height: 200 }, [-1], 'drawing-highlight'],
  ])('%j with %j is refused as %s', (size, highlight, code) => {
    const svg = chemist.draw('CCO', size, highlight);
    expect(svg.ok).toBe(false);
    if (!svg.ok) expect(svg.problem.code).toBe(code);
  });
});

describe('mol blocks and InChI', () => {
  const ETHANOL = `
  by hand

  3  2  0  0  0  0  0  0  0  0999 V2000
    0.0000    0.0000    0.0000 C   0  0
    1.5000    0.0000    0.0000 C   0  0
    2.2500    1.3000    0.0000 O   0  0
  1  2  1  0
  2  3  1  0
M  END
`;

  test('a mol block', () => {
    expect(chemist.read(ETHANOL, 'mol')).toEqual({ ok: true, value: 'CCO' });
    expect(chemist.read(ETHANOL.replace('M  END', ''), 'mol')).toMatchObject({
      ok: false,
      problem: { code: 'mol-incomplete' },
    });
    expect(chemist.read(ETHANOL.replace('  3  2', '  9  9'), 'mol')).toMatchObject({ ok: false });
    expect(chemist.read('', 'mol')).toMatchObject({ ok: false, problem: { code: 'structure-blank' } });
  });

  test.each(EVERYDAY.filter(([name]) => !/benzyne/.test(name)))(
    'the InChI of %s gives the substance back',
    (_, smiles) => {
      const identity = chemist.identify(smiles);
      if (!identity.ok) throw new Error(identity.problem.message);
      const read = chemist.read(identity.value.inchi, 'inchi');
      if (!read.ok) throw new Error(read.problem.message);
      expect(keyOf(read.value)).toBe(identity.value.inchikey);
    },
  );

  test('an InChI of which the toolkit makes another is refused', () => {
    expect(chemist.read('InChI=1S/C2H6O/c2-1-3/h3H,1H2,2H3', 'inchi')).toMatchObject({
      ok: false,
      problem: { code: 'inchi-not-rebuilt' },
    });
    expect(chemist.read('nonsense', 'inchi')).toMatchObject({ ok: false, problem: { code: 'inchi-form' } });
  });
});

test('the browser’s loader gives the same toolkit', async () => {
  const wasmUrl = createRequire(import.meta.url).resolve('@rdkit/rdkit/RDKit_minimal.wasm');
  const other = await loadInBrowser({ wasmUrl });
  expect(other.identify('CCO')).toEqual(chemist.identify('CCO'));
});

test('nothing is printed', async () => {
  const written: unknown[] = [];
  const out = process.stdout.write.bind(process.stdout);
  const err = process.stderr.write.bind(process.stderr);
  process.stdout.write = (chunk: unknown) => written.push(chunk) > 0;
  process.stderr.write = (chunk: unknown) => written.push(chunk) > 0;
  try {
    const other = await loadRdkit();
    other.identify('not a structure');
    other.identify('C(C)(C)(C)(C)C');
    other.identify('CCO');
  } finally {
    process.stdout.write = out;
    process.stderr.write = err;
  }
  expect(written).toEqual([]);
});

interface RdkitJson {
  readonly molecules: readonly {
    readonly atoms: readonly unknown[];
    readonly extensions: readonly {
      readonly aromaticAtoms?: readonly number[];
      readonly atomRings?: readonly unknown[];
    }[];
  }[];
}

interface RdkitModule {
  get_mol(smiles: string): { get_json(): string; delete(): void } | null;
  disable_logging(): void;
}

const structures = benchStructures(2_000);

describe.skipIf(structures.length === 0)('our readers against RDKit, on public structures', () => {
  test('what RDKit reads we read, with the same atoms, aromatic atoms and rings', async () => {
    const load = createRequire(import.meta.url)('@rdkit/rdkit') as () => Promise<RdkitModule>;
    const rdkit = await load();
    rdkit.disable_logging();
    for (const smiles of structures) {
      const mol = rdkit.get_mol(smiles);
      const ours = readSmiles(smiles);
      expect(ours.ok, smiles).toBe(mol !== null);
      if (mol === null || !ours.ok) continue;
      const [theirs] = (JSON.parse(mol.get_json()) as RdkitJson).molecules;
      mol.delete();
      const known = theirs!.extensions[0]!;
      expect(ours.value.atoms, smiles).toHaveLength(theirs!.atoms.length);
      const aromatic = ours.value.atoms.flatMap((atom, i) => (atom.aromatic ? [i] : []));
      expect(aromatic, smiles).toEqual([...(known.aromaticAtoms ?? [])]);
      expect(rings(ours.value), smiles).toHaveLength((known.atomRings ?? []).length);
    }
  }, 120_000);

  test('what we write RDKit reads as the same substance', () => {
    for (const smiles of structures) {
      const ours = molecule(smiles);
      const theirs = chemist.identify(smiles);
      if (!theirs.ok) continue;
      expect(hillFormula(ours), smiles).toBe(theirs.value.formula);
      expect(keyOf(writeSmiles(ours)), smiles).toBe(theirs.value.inchikey);
    }
  }, 240_000);

  test('a parent is one of the components, as far as RDKit’s InChI tells, whatever its protons', () => {
    const skeleton = (smiles: string): string => keyOf(smiles).slice(0, 14);
    const salts = benchStructures(40_000).filter((smiles) => /\./.test(smiles) && !/\d.*\..*%/.test(smiles));
    expect(salts.length).toBeGreaterThan(500);
    for (const smiles of salts.slice(0, 500)) {
      const outcome = parentOf(molecule(smiles), COUNTER_IONS);
      if (outcome.kind !== 'parent') continue;
      const parts = smiles.split('.').filter((part) => readSmiles(part).ok);
      expect(parts.map(skeleton), smiles).toContain(skeleton(writeSmiles(outcome.parent)));
    }
  }, 120_000);
});
