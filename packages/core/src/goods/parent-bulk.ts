import type { Outcome } from '../kernel/index.ts';
import { counterIonIndex } from './counter-ions.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import { hasSaltMetal, neutralisedGraph } from './parent-charges.ts';
import { isOrganicGraph } from './parent-organic.ts';
import { hasLooseBonds } from './skeleton.ts';
import { moleculeRead, readSmilesGraph, type SmilesGraph } from './smiles-reader.ts';
import type { CounterIon } from './substance.ts';

/** What a SMILES of a bulk file came to. */
export interface BulkReading {
  /** The whole as read, or why it cannot be; null where only its parts were read. */
  readonly read: Outcome<SmilesGraph> | null;
  /**
   * The parent, as `parentOf` has it of the molecule; null where that must be asked: mixtures, inorganic salts, salts
   * of metals drawn with bonds, and what cannot be read.
   */
  readonly parent: MoleculeGraph | null;
}

/** Finds parents without making molecules: nineteen of twenty structures of a catalogue are as simple as that. */
export interface BulkReader {
  /** `smiles`: without blanks and title. */
  read(smiles: string): BulkReading;
}

/** Components whose answer is kept, by their text: a catalogue has few counter-ions, drawn in few ways. */
const KNOWN_MAX = 2_000;

/** Components of one structure that are looked up one by one. */
const COMPONENTS_MAX = 8;

const NOT_READ: BulkReading = { read: null, parent: null };

export function bulkReader(counterIons: readonly CounterIon[]): BulkReader {
  const index = counterIonIndex(counterIons);
  const known = new Map<string, boolean>();

  /** True for the text of one component that stands on the list. */
  const isListed = (text: string): boolean => {
    let listed = known.get(text);
    if (listed === undefined) {
      const read = readSmilesGraph(text);
      listed = read.ok && index.find(moleculeRead(read.value)) !== null;
      if (known.size >= KNOWN_MAX) known.clear();
      known.set(text, listed);
    }
    return listed;
  };

  /** A salt or solvate: the longest component, where all others stand on the list and it does not. */
  const readSalt = (smiles: string): BulkReading => {
    const parts = smiles.split('.');
    if (parts.length > COMPONENTS_MAX) return NOT_READ;
    const main = parts.reduce((longest, part) => (part.length > longest.length ? part : longest));
    // A component read by itself is what it is in the whole: a ring closure or a parenthesis that reaches over the dot
    // makes it unreadable by itself.
    if (!parts.every((part) => part === main || isListed(part))) return NOT_READ;
    const read = readSmilesGraph(main);
    if (!read.ok) return NOT_READ;
    const { graph } = read.value;
    const simple = isOrganicGraph(graph) && !hasLooseBonds(graph) && !index.mayFind(graph);
    return simple ? { read: null, parent: neutralisedGraph(graph) } : NOT_READ;
  };

  return {
    read(smiles) {
      if (smiles.includes('.')) return readSalt(smiles);
      const read = readSmilesGraph(smiles);
      if (!read.ok || hasSaltMetal(read.value.graph)) return { read, parent: null };
      return { read, parent: neutralisedGraph(read.value.graph) };
    },
  };
}
