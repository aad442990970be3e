import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A published structure with what the classes say of it by structure alone, the listing precedence left out. */
export interface ClassCase {
  readonly id: string;
  readonly smiles: string;
  readonly usFentanyl?: boolean;
  readonly cnNitazene?: boolean;
}

interface Vectors {
  readonly vectors: readonly {
    readonly id: string;
    readonly smiles: string;
    readonly us_frs_structural?: boolean;
    readonly cn_2025_nitazene_structural?: boolean;
  }[];
}

/** The cases compiled beside the repository; empty where they are absent. */
export function classCases(): readonly ClassCase[] {
  return ['class-cases.json', 'class-cases-cn-nitazenes.json'].flatMap((name) => {
    const path = join(houseRoot(), '..', 'shared', 'law', name);
    if (!existsSync(path)) return [];
    const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as Vectors;
    return vectors.map(({ id, smiles, us_frs_structural: us, cn_2025_nitazene_structural: cn }) => ({
      id,
      smiles,
      ...(us === undefined ? {} : { usFentanyl: us }),
      ...(cn === undefined ? {} : { cnNitazene: cn }),
    }));
  });
}

function houseRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"custody-house"')) return folder;
    if (folder === dirname(folder)) throw new Error('the root of the house was not found');
  }
}
