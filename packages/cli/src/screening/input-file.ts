import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem } from '@custody/core';
import { Refusal } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Bytes read from the disk at a time. */
const READ_AT_ONCE_BYTES = 256 * 1024;

/** A file, or standard input, that is read from its beginning to its end. */
export interface InputFile {
  /** Its name without its folders; null for standard input. */
  readonly name: string | null;
  /** As a person knows it: the path as given, or `standard input`. */
  readonly shown: string;
  /** Null for standard input and other streams whose end nobody knows. */
  readonly size: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Device and inode, to tell the same file by another path; null for standard input. */
  readonly identity: string | null;
  /** What happened to the file while it was read; null when it stands as it stood. */
  readonly changed: () => Promise<Problem | null>;
  readonly close: () => Promise<void>;
}

/** Opens the file at `path`, `-` for standard input. Refuses what is missing, a folder, or not to be read. */
export async function openInput(path: string, terminal: Terminal): Promise<InputFile> {
  if (path === '-') {
    return {
      name: null,
      shown: 'standard input',
      size: null,
      bytes: terminal.inputBytes(),
      identity: null,
      changed: () => Promise.resolve(null),
      close: () => Promise.resolve(),
    };
  }
  const handle = await opened(path);
  const before = await handle.stat();
  if (before.isDirectory()) {
    await handle.close();
    throw new Refusal(`${path} is a folder.`, 'name a file in it; one file is screened at a time.');
  }
  const isWhole = before.isFile();
  if (isWhole && before.size === 0) {
    await handle.close();
    throw new Refusal(`${path} is empty.`, 'check how it was made; an empty file is not a cleared one.');
  }
  let count = 0;
  return {
    name: basename(path),
    shown: path,
    size: isWhole ? before.size : null,
    identity: `${before.dev}:${before.ino}`,
    bytes: piecesOf(handle, path, (read) => {
      count += read;
    }),
    changed: async () => {
      if (!isWhole) return null;
      const after = await handle.stat();
      const same = after.size === before.size && after.mtimeMs === before.mtimeMs && count <= before.size;
      return same ? null : changedProblem(path, before.size, after.size);
    },
    close: () => handle.close(),
  };
}

/** Device and inode of the file at `path`; null where there is none, and for standard input. */
export async function identityOf(path: string | null): Promise<string | null> {
  if (path === null || path === '-') return null;
  const there = await stat(path).catch(() => null);
  return there === null ? null : `${there.dev}:${there.ino}`;
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new Refusal(`There is no file ${path}.`, 'check the path; - reads standard input.');
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new Refusal(`${path} may not be read by you.`, 'have its owner let you read it, or copy it.');
    }
    throw new Refusal(`${path} cannot be opened (${code ?? String(error)}).`, 'check the path and the disk.');
  }
}

async function* piecesOf(
  handle: FileHandle,
  path: string,
  count: (read: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    // A buffer of its own each time: whoever reads may keep it.
    const piece = Buffer.allocUnsafeSlow(READ_AT_ONCE_BYTES);
    const { bytesRead } = await handle.read(piece, 0, READ_AT_ONCE_BYTES, null).catch((error: unknown) => {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new Refusal(
        `${path} cannot be read further (${code}): what was answered is not all of it.`,
        'check the disk or the connection, and screen it again.',
      );
    });
    if (bytesRead === 0) return;
    count(bytesRead);
    yield piece.subarray(0, bytesRead);
  }
}

function changedProblem(path: string, before: number, after: number): Problem {
  return {
    code: 'file-changed',
    message: `${path} changed while it was read: ${
      before === after ? 'it was written to' : `it had ${before} bytes and now has ${after}`
    }. The rows may be of two states of it.`,
    todo: 'Screen it again once nobody writes to it.',
    data: { before, after },
  };
}
