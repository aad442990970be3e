/** Zeros to copy from; a copy of a part is the quickest way to an array of its length. */
const STORE: number[] = [];

/** A new array of `count` zeros. */
export function zeros(count: number): number[] {
  while (STORE.length < count) STORE.push(0);
  return STORE.slice(0, count);
}
