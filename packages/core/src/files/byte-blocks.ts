import { BLOCK_BYTES } from './limits.ts';

/**
 * Bytes cut anew into blocks of `BLOCK_BYTES`, with a look ahead. Where the source cut them is gone after this, so
 * nothing that is read later can depend on it. What the source throws (a disk, a connection) goes through.
 */
export class ByteBlocks {
  private readonly source: AsyncIterator<Uint8Array>;
  private readonly blockBytes: number;
  private readonly waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private ended = false;
  private taken = 0;

  constructor(source: AsyncIterable<Uint8Array>, blockBytes: number = BLOCK_BYTES) {
    this.source = source[Symbol.asyncIterator]();
    this.blockBytes = blockBytes;
  }

  /** Bytes that came from the source so far. */
  get bytesRead(): number {
    return this.taken;
  }

  /** The next bytes without taking them: `count` of them, fewer only at the end. */
  async peek(count: number): Promise<Uint8Array> {
    await this.fill(count);
    const seen = this.join(Math.min(count, this.waitingBytes));
    return seen;
  }

  /** The next block; null at the end. */
  async next(): Promise<Uint8Array | null> {
    await this.fill(this.blockBytes);
    const count = Math.min(this.blockBytes, this.waitingBytes);
    if (count === 0) return null;
    const block = this.join(count);
    this.drop(count);
    return block;
  }

  /** Puts bytes back in front. */
  unread(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.waiting.unshift(bytes);
    this.waitingBytes += bytes.length;
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    this.ended = true;
    this.waiting.length = 0;
    this.waitingBytes = 0;
    await this.source.return?.();
  }

  async *blocks(): AsyncGenerator<Uint8Array> {
    for (let block = await this.next(); block !== null; block = await this.next()) yield block;
  }

  private async fill(count: number): Promise<void> {
    while (!this.ended && this.waitingBytes < count) {
      const step = await this.source.next();
      if (step.done === true) {
        this.ended = true;
      } else if (step.value.length > 0) {
        this.waiting.push(step.value);
        this.waitingBytes += step.value.length;
        this.taken += step.value.length;
      }
    }
  }

  private join(count: number): Uint8Array {
    const first = this.waiting[0];
    if (first !== undefined && first.length >= count) return first.subarray(0, count);
    const joined = new Uint8Array(count);
    let at = 0;
    for (const piece of this.waiting) {
      if (at === count) break;
      const part = piece.subarray(0, count - at);
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  }

  private drop(count: number): void {
    let left = count;
    this.waitingBytes -= count;
    let whole = 0;
    while (left > 0) {
      const piece = this.waiting[whole]!;
      if (piece.length > left) {
        this.waiting[whole] = piece.subarray(left);
        break;
      }
      left -= piece.length;
      whole += 1;
    }
    this.waiting.splice(0, whole);
  }
}
