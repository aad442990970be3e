/**
 * Answers kept by their question in bounded memory. Two generations stand in for an exact order of use: when the young
 * one is full it becomes the old one, and what is asked again moves to the young. At most twice `most` are held.
 */
export class KeptTexts<T> {
  readonly #most: number;
  #young = new Map<string, T>();
  #old = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The answer kept for `text`, else what `find` gives, kept from now on. */
  get(text: string, find: () => T): T {
    const young = this.#young.get(text);
    if (young !== undefined) return young;
    const known = this.#old.get(text) ?? find();
    if (this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(text, known);
    return known;
  }

  /** How many answers are held. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }
}
