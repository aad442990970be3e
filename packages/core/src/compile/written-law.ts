import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Law } from '../controls/index.ts';
import { canonicalJson } from '../kernel/index.ts';

const LAW_FILE = /^law-[0-9a-f]{16}\.json$/;

/** Beside the law: the digest of the data files it was compiled from. */
const STAMP = 'compiled-from.json';

export interface WrittenLaw {
  readonly file: string;
  readonly bytes: number;
}

/** Writes the law as `law-<first 16 hex of its digest>.json` and removes the one that stood there. */
export function writeLaw(law: Law, outDir: string, dataDir?: string): WrittenLaw {
  mkdirSync(outDir, { recursive: true });
  const name = `law-${law.digest.slice('sha256:'.length, 'sha256:'.length + 16)}.json`;
  const text = `${canonicalJson(law)}\n`;
  writeWhole(join(outDir, name), text);
  for (const other of readdirSync(outDir)) {
    if (LAW_FILE.test(other) && other !== name) rmSync(join(outDir, other));
  }
  if (dataDir !== undefined) {
    writeWhole(join(outDir, STAMP), `${JSON.stringify({ law: law.digest, data: dataDigest(dataDir) })}\n`);
  }
  return { file: join(outDir, name), bytes: Buffer.byteLength(text) };
}

/** True when the law in `outDir` was compiled from the data as it stands: by content, not by time. */
export function lawIsCurrent(dataDir: string, outDir: string): boolean {
  const stamp = join(outDir, STAMP);
  if (!existsSync(stamp)) return false;
  const { law, data } = JSON.parse(readFileSync(stamp, 'utf8')) as { law: string; data: string };
  const file = join(outDir, `law-${law.slice('sha256:'.length, 'sha256:'.length + 16)}.json`);
  return existsSync(file) && data === dataDigest(dataDir);
}

/** A reader never meets half a file: it is written beside and moved into place. */
function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.part`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}

function dataDigest(dataDir: string): string {
  const hash = createHash('sha256');
  const walk = (folder: string): void => {
    const entries = readdirSync(join(dataDir, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith('.yaml')) {
        const content = readFileSync(join(dataDir, path));
        hash.update(`${path}\0${content.byteLength}\0`).update(content);
      }
    }
  };
  walk('');
  return `sha256:${hash.digest('hex')}`;
}
