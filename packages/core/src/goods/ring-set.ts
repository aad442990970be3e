import type { Molecule } from './molecule.ts';
import { graphOf } from './molecule-graph.ts';
import { searchRings } from './ring-search.ts';
import type { Ring, RingSet } from './ring-search.ts';

export type { Ring, RingSet } from './ring-search.ts';

/** The rings of a molecule (`searchRings`) with what lies in them. Found once per molecule. */
export function ringSetOf(molecule: Molecule): RingSet {
  const graph = graphOf(molecule);
  return (graph.rings ??= searchRings(graph));
}

/** The small rings of a molecule: a smallest set of smallest rings, and those equal to them by symmetry. */
export function rings(molecule: Molecule): readonly Ring[] {
  return ringSetOf(molecule).rings;
}

/** Atoms joined by ring bonds, as groups of atom indices: fused, bridged and spiro rings stand together. */
export function ringSystems(molecule: Molecule): readonly (readonly number[])[] {
  const graph = graphOf(molecule);
  const { ringBond, ringDegree } = ringSetOf(molecule);
  const seen = new Array<boolean>(graph.atomCount).fill(false);
  const systems: number[][] = [];
  for (let first = 0; first < graph.atomCount; first++) {
    if (ringDegree[first] === 0 || seen[first]) continue;
    const system = [first];
    seen[first] = true;
    for (let next = 0; next < system.length; next++) {
      const atom = system[next]!;
      for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
        const other = graph.near[i]!;
        if (ringBond[graph.via[i]!] === 0 || seen[other]) continue;
        seen[other] = true;
        system.push(other);
      }
    }
    systems.push(system);
  }
  return systems;
}

/** Number of atoms in the smallest ring that holds the bond; 0 for a bond in no ring. */
export function smallestRingOfBond(set: RingSet, bond: number): number {
  if (set.ringBond[bond] === 0) return 0;
  let smallest = Number.MAX_SAFE_INTEGER;
  for (const ring of set.rings) {
    if (ring.bonds.length < smallest && ring.bonds.includes(bond)) smallest = ring.bonds.length;
  }
  return smallest;
}
