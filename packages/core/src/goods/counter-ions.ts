import { canonicalSmiles } from './canonical-smiles.ts';
import { isMetal } from './element.ts';
import { hillFormula } from './formula.ts';
import type { Molecule } from './molecule.ts';
import { hasIsotopes, hasStereo, withoutIsotopes, withoutStereo } from './molecule-form.ts';
import { graphOf } from './molecule-graph.ts';
import { neutralised } from './parent-charges.ts';
import { readSmiles } from './smiles-reader.ts';
import type { CounterIon } from './substance.ts';

/** The published list, ready to be asked which of its entries a component is. */
export interface CounterIonIndex {
  /** The entry a component is, whatever its state of protonation, stereo and isotopes; null when it is none. */
  find(component: Molecule): CounterIon | null;
}

interface Entry {
  readonly counterIon: CounterIon;
  readonly molecule: Molecule;
  /** Canonical text as drawn, with stereo, isotopes and charges. */
  readonly drawn: string;
}

/** Hydrogens that may be atoms of their own in a component because they are isotopic. */
const ISOTOPIC_HYDROGENS_MAX = 40;

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
  const formulas = new Set<string>();
  const byConstitution = new Map<string, Entry[]>();
  let mostAtoms = 0;
  for (const counterIon of list) {
    const read = readSmiles(counterIon.smiles);
    if (!read.ok) {
      throw new RangeError(`the counter-ion ${counterIon.name} cannot be read: ${read.problem.message}`);
    }
    const bare = bareConstitution(read.value);
    formulas.add(hillFormula(bare));
    mostAtoms = Math.max(mostAtoms, bare.atoms.length);
    const key = canonicalSmiles(bare, { isomeric: false });
    const entry: Entry = { counterIon, molecule: read.value, drawn: canonicalSmiles(read.value) };
    byConstitution.set(key, [...(byConstitution.get(key) ?? []), entry]);
  }
  return {
    find(component) {
      if (component.atoms.length > mostAtoms + ISOTOPIC_HYDROGENS_MAX) return null;
      const bare = bareConstitution(component);
      if (!formulas.has(hillFormula(bare))) return null;
      const entries = byConstitution.get(canonicalSmiles(bare, { isomeric: false }));
      return entries === undefined ? null : closest(entries, component).counterIon;
    },
  };
}

/** What entries are compared by: neutralised, natural isotopes, no stereo; a lone metal without its charge. */
function bareConstitution(component: Molecule): Molecule {
  const bare = withoutStereo(withoutIsotopes(neutralised(component)));
  const graph = graphOf(bare);
  if (graph.atomCount !== 1 || !isMetal(graph.number[0]!)) return bare;
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
