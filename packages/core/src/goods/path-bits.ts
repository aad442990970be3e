import type { Molecule } from './molecule.ts';
import { graphOf } from './molecule-graph.ts';
import type { MoleculeGraph } from './molecule-graph.ts';

/**
 * Which short paths and forks a molecule has, as bits: a test that is quick and never wrong in one direction. Where a
 * pattern can be laid on a molecule (`searchScaffold`), every walk of the pattern is a walk of the molecule through
 * atoms of the same element and aromaticity over bonds of the same kind; so every bit of the pattern is set in the
 * molecule too. A pattern with a bit that the molecule lacks is not there, and need not be looked for. (The idea of
 * Daylight's and RDKit's pattern fingerprints.)
 *
 * Bits stand for: an atom with two of its bonds, with three, and with two walks of two bonds each.
 */

/** 32-bit words of bits. */
export const PATH_WORDS = 16;
const BITS = PATH_WORDS * 32;

/** The bits of a molecule; made once and kept with its graph. */
export function pathBitsOf(molecule: Molecule): Int32Array {
  const graph = graphOf(molecule);
  return (graph.paths ??= pathBits(graph));
}

/** True where all bits of the pattern are set: only then can the pattern be there. */
export function mayHold(molecule: Int32Array, pattern: Int32Array): boolean {
  for (let word = 0; word < PATH_WORDS; word++) {
    if ((pattern[word]! & ~molecule[word]!) !== 0) return false;
  }
  return true;
}

function mix(a: number, b: number): number {
  let x = Math.imul(a ^ (b + 0x9e3779b1), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** The bits of a graph whose aromaticity is settled. */
export function pathBits(graph: MoleculeGraph): Int32Array {
  const { atomCount, number, aromatic, order, bondAromatic, start, near, via } = graph;
  const bits = new Int32Array(PATH_WORDS);
  const places = start[atomCount]!;
  /** Per atom: element and aromaticity. */
  const label = new Array<number>(atomCount);
  for (let atom = 0; atom < atomCount; atom++) label[atom] = number[atom]! * 2 + aromatic[atom]!;
  /** Per entry of the neighbour lists: the bond and the atom it leads to. */
  const arm = new Array<number>(places);
  for (let i = 0; i < places; i++) {
    const bond = via[i]!;
    arm[i] = mix(bondAromatic[bond] === 1 ? 9 : order[bond]!, label[near[i]!]!);
  }
  for (let atom = 0; atom < atomCount; atom++) {
    const first = start[atom]!;
    const end = start[atom + 1]!;
    const own = Math.imul(label[atom]!, 0x27d4eb2f);
    for (let i = first; i < end; i++) {
      for (let j = i + 1; j < end; j++) {
        set(bits, own ^ (arm[i]! + arm[j]!));
        for (let k = j + 1; k < end; k++) set(bits, mix(own, arm[i]! + arm[j]! + arm[k]!));
        longWalks(graph, bits, arm, own, atom, i, j);
      }
    }
  }
  return bits;
}

/** Walks of two bonds each to both sides of an atom, over the entries `i` and `j` of its neighbours. */
function longWalks(
  { start, near }: MoleculeGraph,
  bits: Int32Array,
  arm: readonly number[],
  own: number,
  atom: number,
  i: number,
  j: number,
): void {
  const left = near[i]!;
  const right = near[j]!;
  for (let a = start[left]!; a < start[left + 1]!; a++) {
    if (near[a] === atom) continue;
    const one = mix(arm[i]!, arm[a]!);
    for (let b = start[right]!; b < start[right + 1]!; b++) {
      if (near[b] !== atom) set(bits, mix(own, one + mix(arm[j]!, arm[b]!)));
    }
  }
}

function set(bits: Int32Array, hash: number): void {
  const bit = (hash ^ (hash >>> 15)) & (BITS - 1);
  bits[bit >> 5]! |= 1 << (bit & 31);
}
