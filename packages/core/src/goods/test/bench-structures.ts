import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/**
 * `count` structures spread evenly over the file of 163,270 public ones beside the repository, without those that have
 * a wildcard; empty where the file is not there.
 */
export function benchStructures(count: number): readonly string[] {
  const path = join(repositoryRoot(), '..', 'shared', 'bench', 'molecules.smi.gz');
  if (!existsSync(path)) return [];
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  const step = Math.max(1, Math.floor(lines.length / count));
  return lines.filter((line, i) => i % step === 0 && !line.includes('*')).slice(0, count);
}

function repositoryRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"custody-house"')) return folder;
    if (dirname(folder) === folder) throw new Error('no package.json of the house above this file');
    folder = dirname(folder);
  }
}
