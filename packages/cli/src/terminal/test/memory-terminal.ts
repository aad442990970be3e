import { day } from '@custody/core';
import { run } from '../../run.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

/** What a command did to the world of a test. */
export interface Done {
  readonly code: ExitCode;
  readonly out: string;
  readonly bytes: Uint8Array;
  readonly err: string;
}

/** The world a command is run in; by default a pipe on both sides, without a person. */
export interface World {
  readonly person?: boolean;
  readonly watched?: boolean;
  readonly input?: string | Uint8Array;
  readonly columns?: number;
  readonly colour?: boolean;
  readonly stop?: AbortSignal;
  /** Told of all that is written to standard output, as it is written. */
  readonly onWrite?: (text: string) => void;
}

/** Runs a command in a world of its own. */
export async function custody(args: readonly string[], world: World = {}): Promise<Done> {
  const pieces: Uint8Array[] = [];
  let err = '';
  const put = (bytes: Uint8Array): Promise<void> => {
    pieces.push(bytes);
    world.onWrite?.(new TextDecoder().decode(bytes));
    return Promise.resolve();
  };
  const terminal: Terminal = {
    write: (text) => put(new TextEncoder().encode(text)),
    writeBytes: put,
    tell: (text) => {
      err += text;
    },
    input: () => textPieces(world.input ?? ''),
    inputBytes: () => bytePieces(world.input ?? ''),
    isPerson: world.person ?? false,
    isWatched: world.watched ?? false,
    colour: world.colour ?? false,
    columns: world.columns ?? 100,
    today: () => day('2026-11-22'),
    clock: () => performance.now(),
    stopping: () => world.stop ?? new AbortController().signal,
  };
  const code = await run(args, terminal);
  const bytes = new Uint8Array(Buffer.concat(pieces));
  return { code, bytes, out: new TextDecoder().decode(bytes), err };
}

/** In pieces that break lines and characters' neighbours apart, as a pipe may. */
async function* textPieces(input: string | Uint8Array): AsyncGenerator<string> {
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
  for (const piece of text.match(/[\s\S]{1,7}/g) ?? []) yield await Promise.resolve(piece);
}

const PIECE_BYTES = 1_013;

async function* bytePieces(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield await Promise.resolve(bytes.subarray(at, at + PIECE_BYTES));
  }
}
