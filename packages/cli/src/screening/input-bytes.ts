/** Reading ends when the person says so, also where the next byte never comes. */
export async function* untilStopped(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = bytes[Symbol.asyncIterator]();
  let stop: () => void = () => undefined;
  const stopping = new Promise<'stopped'>((resolve) => {
    stop = () => {
      resolve('stopped');
    };
  });
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      signal.throwIfAborted();
      const read = await Promise.race([source.next(), stopping]);
      if (read === 'stopped') continue;
      if (read.done === true) return;
      yield read.value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    if (!signal.aborted) await source.return?.();
  }
}

/** Bytes that can be read from their start once more, until their beginning is forgotten. */
export class Replayed {
  readonly #source: AsyncIterator<Uint8Array>;
  #kept: Uint8Array[] | null = [];

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#source = bytes[Symbol.asyncIterator]();
  }

  /** All bytes; those that were read before first. Only the last one asked for may be read on. */
  fromStart(): AsyncIterable<Uint8Array> {
    const before = [...(this.#kept ?? [])];
    return {
      [Symbol.asyncIterator]: () => ({
        next: async () => {
          const kept = before.shift();
          if (kept !== undefined) return { done: false, value: kept };
          const read = await this.#source.next();
          if (read.done !== true) this.#kept?.push(read.value);
          return read;
        },
        return: async () => {
          await this.#source.return?.();
          return { done: true, value: undefined };
        },
      }),
    };
  }

  /** From now on what is read is not kept. */
  forget(): void {
    this.#kept = null;
  }
}
