import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A JSON file of our own compilation, beside the repository (`../shared/law/`); null where it is not there. */
export function readCompilation(file: string): unknown {
  const path = join(repositoryRoot(), '..', 'shared', 'law', file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

export function repositoryRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"custody-house"')) return folder;
    if (dirname(folder) === folder) throw new Error('no package.json of the house above this file');
    folder = dirname(folder);
  }
}
