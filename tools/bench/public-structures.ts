import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** The file of 163,270 public structures beside the repository; null where it is not there. It is never copied. */
export function publicStructures(): string | null {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
  const path = join(root, '..', 'shared', 'bench', 'molecules.smi.gz');
  return existsSync(path) ? path : null;
}

/** The SMILES of a file of structures, without their titles. */
export function smilesOf(path: string): readonly string[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  return lines.map((line) => line.trim().split(/\s/, 1)[0] ?? '');
}
