/** Browsers hand out megabytes at once; in smaller pieces, what has been read tells how far a run is. */
const PIECE_BYTES = 65_536;

/** The bytes of a file as they are asked for; not every browser iterates a stream itself. */
export async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (let from = 0; from < value.length; from += PIECE_BYTES)
        yield value.subarray(from, from + PIECE_BYTES);
    }
  } finally {
    reader.releaseLock();
  }
}
