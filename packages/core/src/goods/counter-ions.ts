import { canonicalSmiles } from './canonical-smiles.ts';
import { isMetal } from './element.ts';
import type { Molecule } from './molecule.ts';
import { hasIsotopes, hasStereo, withoutIsotopes, withoutStereo } from './molecule-form.ts';
import { graphOf, type MoleculeGraph } from './molecule-graph.ts';
import { neutralised } from './parent-charges.ts';
import { compositionOf } from './skeleton.ts';
import { readSmiles } from './smiles-reader.ts';
import { writeSmiles } from './smiles-writer.ts';
import type { CounterIon } from './substance.ts';

/** The published list, ready to be asked which of its entries a component is. */
export interface CounterIonIndex {
  /** The entry a component is, whatever its state of protonation, stereo and isotopes; null when it is none. */
  find(component: Molecule): CounterIon | null;
  /** False where a component is surely none; quick, for bulk. */
  mayFind(component: MoleculeGraph): boolean;
}

interface Entry {
  readonly counterIon: CounterIon;
  readonly molecule: Molecule;
  /** Canonical text as drawn, with stereo, isotopes and charges. */
  readonly drawn: string;
}

/** Hydrogens that may be atoms of their own in a component because they are isotopic. */
const ISOTOPIC_HYDROGENS_MAX = 40;

/** Components whose answer is kept, by their text: a catalogue has few counter-ions, drawn in few ways. */
const KNOWN_MAX = 2_000;

const INDEXES = new WeakMap<readonly CounterIon[], CounterIonIndex>();

/**
 * The index of a list; made once per list. Throws a RangeError for an entry that cannot be read: the list is compiled
 * and checked before it gets here.
 */
export function counterIonIndex(list: readonly CounterIon[]): CounterIonIndex {
  let index = INDEXES.get(list);
  if (index === undefined) {
    index = buildIndex(list);
    INDEXES.set(list, index);
  }
  return index;
}

function buildIndex(list: readonly CounterIon[]): CounterIonIndex {
  const compositions = new Set<number>();
  const known = new Map<string, CounterIon | null>();
  const byConstitution = new Map<string, Entry[]>();
  let mostAtoms = 0;
  for (const counterIon of list) {
    const read = readSmiles(counterIon.smiles);
    if (!read.ok) {
      throw new RangeError(`the counter-ion ${counterIon.name} cannot be read: ${read.problem.message}`);
    }
    const bare = bareConstitution(read.value);
    compositions.add(compositionOf(graphOf(bare)));
    mostAtoms = Math.max(mostAtoms, bare.atoms.length);
    const key = canonicalSmiles(bare, { isomeric: false });
    const entry: Entry = { counterIon, molecule: read.value, drawn: canonicalSmiles(read.value) };
    byConstitution.set(key, [...(byConstitution.get(key) ?? []), entry]);
  }
  const mayFind = (graph: MoleculeGraph): boolean =>
    graph.atomCount <= mostAtoms + ISOTOPIC_HYDROGENS_MAX &&
    (isLoneMetal(graph) || compositions.has(compositionOf(graph)));
  return {
    mayFind,
    find(component) {
      if (!mayFind(graphOf(component))) return null;
      const text = writeSmiles(component);
      let found = known.get(text);
      if (found === undefined) {
        const entries = byConstitution.get(canonicalSmiles(bareConstitution(component), { isomeric: false }));
        found = entries === undefined ? null : closest(entries, component).counterIon;
        if (known.size >= KNOWN_MAX) known.clear();
        known.set(text, found);
      }
      return found;
    },
  };
}

function isLoneMetal(graph: MoleculeGraph): boolean {
  return graph.atomCount === 1 && isMetal(graph.number[0]!);
}

/** What entries are compared by: neutralised, natural isotopes, no stereo; a lone metal without its charge. */
function bareConstitution(component: Molecule): Molecule {
  const bare = withoutStereo(withoutIsotopes(neutralised(component)));
  if (!isLoneMetal(graphOf(bare))) return bare;
  return { atoms: [{ ...bare.atoms[0]!, charge: 0, hydrogens: 0, radicals: 0 }], bonds: [] };
}

/**
 * Of several entries with one constitution the one drawn alike: maleate and fumarate, water and hydroxide, water and
 * heavy water. Failing that the one that says less about stereo and isotopes.
 */
function closest(entries: readonly Entry[], component: Molecule): Entry {
  if (entries.length === 1) return entries[0]!;
  const drawn = canonicalSmiles(component);
  const neutral = canonicalSmiles(neutralised(component));
  const says = ({ molecule }: Entry): number => Number(hasStereo(molecule)) + Number(hasIsotopes(molecule));
  return (
    entries.find((entry) => entry.drawn === drawn) ??
    entries.find((entry) => entry.drawn === neutral) ??
    [...entries].sort((a, b) => says(a) - says(b))[0]!
  );
}
