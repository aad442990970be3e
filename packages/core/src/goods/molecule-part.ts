import type { Atom, Bond, Molecule } from './molecule.ts';
import { graphOf } from './molecule-graph.ts';

/** The connected parts of a molecule as lists of atom indices, each in ascending order. */
export function componentAtoms(molecule: Molecule): readonly (readonly number[])[] {
  const graph = graphOf(molecule);
  const component = new Array<number>(graph.atomCount).fill(-1);
  const parts: number[][] = [];
  const pending: number[] = [];
  for (let first = 0; first < graph.atomCount; first++) {
    if (component[first] !== -1) continue;
    const index = parts.push([]) - 1;
    component[first] = index;
    pending.push(first);
    while (pending.length > 0) {
      const atom = pending.pop()!;
      for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
        const other = graph.near[i]!;
        if (component[other] !== -1) continue;
        component[other] = index;
        pending.push(other);
      }
    }
  }
  for (let atom = 0; atom < graph.atomCount; atom++) parts[component[atom]!]!.push(atom);
  return parts;
}

/** The connected parts of a molecule, each as a molecule of its own; the molecule itself when it is one part. */
export function components(molecule: Molecule): readonly Molecule[] {
  const parts = componentAtoms(molecule);
  return parts.length === 1 ? [molecule] : parts.map((atoms) => partOf(molecule, atoms));
}

/**
 * The part of a molecule that these atoms make, in this order, with the bonds among them. Stereo stays where all
 * neighbours it names are in the part. Hydrogen counts stay as they are: cutting a bond adds none.
 */
export function partOf(molecule: Molecule, atomIndices: readonly number[]): Molecule {
  const place = new Array<number>(molecule.atoms.length).fill(GONE);
  atomIndices.forEach((atom, i) => (place[atom] = i));
  const at = (atom: number): number => (atom < 0 ? atom : place[atom]!);
  const atoms: Atom[] = atomIndices.map((index) => {
    const atom = molecule.atoms[index]!;
    if (atom.stereo === null) return atom;
    const order = atom.stereo.order.map(at);
    return { ...atom, stereo: order.includes(GONE) ? null : { turn: atom.stereo.turn, order } };
  });
  const bonds: Bond[] = [];
  for (const bond of molecule.bonds) {
    const from = at(bond.from);
    const to = at(bond.to);
    if (from === GONE || to === GONE) continue;
    const { order, aromatic } = bond;
    bonds.push({ from, to, order, aromatic, stereo: movedStereo(bond.stereo, at) });
  }
  return { atoms, bonds };
}

/** An atom that is not in the part; -1 is taken by the implicit hydrogen. */
const GONE = -2;

function movedStereo(stereo: Bond['stereo'], at: (atom: number) => number): Bond['stereo'] {
  if (stereo === null) return null;
  const fromNeighbour = at(stereo.fromNeighbour);
  const toNeighbour = at(stereo.toNeighbour);
  if (fromNeighbour === GONE || toNeighbour === GONE) return null;
  return { side: stereo.side, fromNeighbour, toNeighbour };
}
