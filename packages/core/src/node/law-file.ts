import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Law } from '../controls/index.ts';

/** Names the law file, or the folder that holds it, for a program that brings its own law. */
export const LAW_VARIABLE = 'CUSTODY_LAW';

/** The format this program reads; another one needs another program. */
const FORMAT: Law['format'] = 1;

const LAW_FILE = /^law-[0-9a-f]{16}\.json$/;

/** Beside `src/` in the source tree and beside `dist/` in an installed package: two folders up from this file. */
const OWN_FOLDER = fileURLToPath(new URL('../../law', import.meta.url));

/** The compiled law cannot be loaded; the message says what is wrong, where, and what to do. */
export class LawFileError extends Error {
  override readonly name = 'LawFileError';
  /** `law-missing`, `law-several`, `law-unreadable`, `law-format`. */
  readonly code: string;
  readonly path: string;
  readonly todo: string;

  constructor(code: string, path: string, message: string, todo: string) {
    super(`${message} (${path}). To do: ${todo}`);
    this.code = code;
    this.path = path;
    this.todo = todo;
  }
}

/**
 * Loads the compiled law: from `path` (a file, or a folder with one law file), else from CUSTODY_LAW, else from the
 * package's own `law/` folder. Its digest is trusted as written: `digestOf` of the compiler recomputes it.
 * Throws a LawFileError: a program without its law cannot answer anything.
 */
export function loadLaw(path?: string): Law {
  const file = findLaw(path);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new LawFileError('law-unreadable', file, `The law file cannot be read: ${words(error)}`, AGAIN);
  }
  let law: unknown;
  try {
    law = JSON.parse(text);
  } catch (error) {
    throw new LawFileError('law-unreadable', file, `The law file is damaged: ${words(error)}`, AGAIN);
  }
  const format = typeof law === 'object' && law !== null ? (law as { format?: unknown }).format : undefined;
  if (format !== FORMAT) {
    throw new LawFileError(
      'law-format',
      file,
      `The law file has format ${JSON.stringify(format ?? null)}; this program reads format ${FORMAT}`,
      AGAIN,
    );
  }
  return law as Law;
}

/** Where `loadLaw` would read from. Throws a LawFileError when there is no law file, or more than one. */
export function findLaw(path?: string): string {
  const named = path ?? process.env[LAW_VARIABLE];
  const place = named === undefined || named === '' ? OWN_FOLDER : named;
  if (!existsSync(place)) {
    throw new LawFileError('law-missing', place, 'There is no compiled law', AGAIN);
  }
  if (!statSync(place).isDirectory()) return place;
  const found = readdirSync(place).filter((name) => LAW_FILE.test(name));
  const [first] = found;
  if (first === undefined) throw new LawFileError('law-missing', place, 'There is no compiled law', AGAIN);
  if (found.length > 1) {
    throw new LawFileError(
      'law-several',
      place,
      `There are ${found.length} law files, and one must be meant: ${found
        .sort()
        .map((name) => basename(name))
        .join(', ')}`,
      `name one in ${LAW_VARIABLE}, or remove the others.`,
    );
  }
  return join(place, first);
}

const AGAIN = `run "npm run law" in the source tree, install the package again, or name a law file in ${LAW_VARIABLE}.`;

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
