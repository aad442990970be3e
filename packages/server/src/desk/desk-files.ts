import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { content, type Content, FOREVER, REVALIDATE } from '../http/content.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const UNKNOWN_TYPE = 'application/octet-stream';

export interface DeskFiles {
  /** The file at a path of the address, such as `/assets/index-1a2b.js`; null when the desk has none there. */
  readonly file: (path: string) => Content | null;
  /** The page that every address of the desk opens; null when the desk is not built. */
  readonly page: Content | null;
}

/**
 * The built desk in `folder`. Its files are listed once and read when first asked for, so that only what was built
 * can be reached, however an address is written. Files under `assets/` carry a digest in their name.
 */
export function deskFiles(folder: string | null): DeskFiles {
  const paths = new Map<string, string>();
  for (const path of folder === null ? [] : listed(folder)) {
    paths.set(
      `/${relative(folder ?? '', path)
        .split(sep)
        .join('/')}`,
      path,
    );
  }
  const read = new Map<string, Content>();
  const file = (path: string): Content | null => {
    const place = paths.get(path);
    if (place === undefined) return null;
    const found =
      read.get(path) ??
      content(
        new Uint8Array(readFileSync(place)),
        TYPES[extname(place)] ?? UNKNOWN_TYPE,
        path.startsWith('/assets/') ? FOREVER : REVALIDATE,
      );
    read.set(path, found);
    return found;
  };
  return { file, page: file('/index.html') };
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
