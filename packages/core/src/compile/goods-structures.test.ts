import initRDKitModule from '@rdkit/rdkit';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeSmiles } from '../goods/index.ts';
import { readGoodsFiles, type GoodsFiles } from './goods-files.ts';
import { codedPart } from './substance-code.ts';

/** What this test asks of the toolkit. */
interface Toolkit {
  get_mol(smiles: string): Mol | null;
  get_inchikey_for_inchi(inchi: string): string;
}
interface Mol {
  get_inchi(): string;
  get_descriptors(): string;
  get_stereo_tags(): string;
  delete(): void;
}

/** RDKit is the oracle: what the files say of a structure is held against what it computes from the SMILES. */
let rdkit: Toolkit;
let files: GoodsFiles;

beforeAll(async () => {
  rdkit = await (initRDKitModule as unknown as () => Promise<Toolkit>)();
  files = readGoodsFiles(dataFolder(), []);
});

/** Average masses are kept to a thousandth of a unit; the tables of atomic masses differ in the last digit. */
const MASS_TOLERANCE_U = 0.02;

describe('structures of the goods', () => {
  it('agree with RDKit: InChI, InChIKey, mass', () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const { value } of files.substances) {
      if (value.structure === undefined) continue;
      checked += 1;
      const { smiles, inchi, inchikey, mass } = value.structure;
      const mol = rdkit.get_mol(smiles);
      if (mol === null) {
        wrong.push(`${value.id}: ${smiles} cannot be read`);
        continue;
      }
      const found = mol.get_inchi();
      if (found !== inchi) wrong.push(`${value.id}: InChI ${found}`);
      if (rdkit.get_inchikey_for_inchi(found) !== inchikey) wrong.push(`${value.id}: InChIKey`);
      const { amw } = JSON.parse(mol.get_descriptors()) as { amw: number };
      if (Math.abs(amw - mass) > MASS_TOLERANCE_U) wrong.push(`${value.id}: mass ${amw}`);
      mol.delete();
    }
    expect(checked).toBeGreaterThan(850);
    expect(wrong).toEqual([]);
  });

  it('name the right parent where the substance is itself a salt', () => {
    const parents = files.substances.filter(({ value }) => value.structure?.parentInchikey !== undefined);
    expect(parents.map(({ value }) => value.id)).toEqual([
      'codeine-methylbromide',
      'morphine-methylbromide',
      'morphine-methylsulfonate',
    ]);
    for (const { value } of parents) {
      const coded = codedPart(value.structure!.smiles, files.counterIons.list);
      if (coded.kind !== 'parent') throw new Error(`${value.id} is coded as ${coded.kind}`);
      expect(keyOf(writeSmiles(coded.parent)), value.id).toBe(value.structure!.parentInchikey);
    }
  });

  it('leave stereocentres open only where the structure does', () => {
    for (const { value } of files.substances) {
      if (value.structure?.openStereo !== true) continue;
      const mol = rdkit.get_mol(value.structure.smiles)!;
      expect(mol.get_stereo_tags(), value.id).toContain('(?)');
      mol.delete();
    }
  });

  it('have counter-ions that can be read, each another one', () => {
    const keys = new Map<string, string>();
    for (const { name, smiles } of files.counterIons.list) {
      const key = keyOf(smiles);
      expect(keys.get(key), name).toBeUndefined();
      keys.set(key, name);
    }
  });
});

function keyOf(smiles: string): string {
  const mol = rdkit.get_mol(smiles);
  if (mol === null) throw new Error(`not a structure: ${smiles}`);
  const key = rdkit.get_inchikey_for_inchi(mol.get_inchi());
  mol.delete();
  return key;
}

function dataFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"custody-house"'))
      return join(folder, 'data');
    folder = dirname(folder);
  }
}
