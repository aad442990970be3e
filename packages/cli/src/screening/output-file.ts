import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Refusal } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Where a result goes: all of it, or nothing. */
export interface Output {
  /** As a person knows it; null for standard output. */
  readonly shown: string | null;
  readonly write: (data: string | Uint8Array) => Promise<void>;
  /** The result is whole: the file stands under its name from now on. */
  readonly finish: () => Promise<void>;
  /** The result will not be whole: nothing of it stays. May be called again, and after `finish`. */
  readonly discard: () => Promise<void>;
}

export function standardOutput(terminal: Terminal): Output {
  return {
    shown: null,
    write: (data) => (typeof data === 'string' ? terminal.write(data) : terminal.writeBytes(data)),
    finish: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

/**
 * A file that is written beside its place and moved there when it is whole, so that nobody reads half a result.
 * Refuses to take the place of a file that is read (`inputs`: their identities), a folder, and a place that cannot be
 * written to. An earlier result in the place stays until the new one is whole.
 */
export async function outputFile(path: string, inputs: readonly (string | null)[]): Promise<Output> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory() === true) {
    throw new Refusal(`--output ${path} is a folder.`, 'name a file in it.');
  }
  if (there !== null && inputs.includes(`${there.dev}:${there.ino}`)) {
    throw new Refusal(`--output ${path} is the file that is read.`, 'name another file for the result.');
  }
  if (there !== null && !there.isFile()) {
    throw new Refusal(`--output ${path} is not a file.`, 'send standard output there instead.');
  }
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.unfinished`);
  const handle = await open(beside, 'wx').catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Refusal(
      `--output ${path} cannot be written (${code}).`,
      'name a file in a folder you may write to.',
    );
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
  };
  let isThere = true;
  const orRefused = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new Refusal(
        `--output ${path} cannot be written (${code}).`,
        'make room there, or name another place.',
      );
    }
  };
  return {
    shown: path,
    write: (data) => orRefused(handle.appendFile(data)),
    finish: async () => {
      // On the disk before it has its name: a machine that stops now leaves the old result or the new one.
      await orRefused(handle.sync());
      await close();
      await orRefused(rename(beside, path));
      isThere = false;
    },
    discard: async () => {
      if (!isThere) return;
      isThere = false;
      await close();
      await rm(beside, { force: true });
    },
  };
}
