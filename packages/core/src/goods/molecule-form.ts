import { perceiveAromaticity } from './aromaticity.ts';
import type { Atom, Bond, Molecule } from './molecule.ts';
import { graphOf, moleculeOf } from './molecule-graph.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import { partOf } from './molecule-part.ts';
import { searchRings } from './ring-search.ts';
import { ringSetOf } from './ring-set.ts';

/** True when some atom or double bond has stereo. */
export function hasStereo(molecule: Molecule): boolean {
  return (
    molecule.atoms.some((atom) => atom.stereo !== null) || molecule.bonds.some((bond) => bond.stereo !== null)
  );
}

/** True when some atom is of a named isotope. */
export function hasIsotopes(molecule: Molecule): boolean {
  return molecule.atoms.some((atom) => atom.isotope !== 0);
}

/** The constitution alone: no stereo at atoms and double bonds. Isotopes stay. */
export function withoutStereo(molecule: Molecule): Molecule {
  if (!hasStereo(molecule)) return molecule;
  return moleculeOf(graphOf(molecule), [], []);
}

/** The molecule with every atom of its natural isotopes; deuterium and tritium become hydrogens like any other. */
export function withoutIsotopes(molecule: Molecule): Molecule {
  if (!hasIsotopes(molecule)) return molecule;
  const natural: Molecule = {
    atoms: molecule.atoms.map((atom) => (atom.isotope === 0 ? atom : { ...atom, isotope: 0 })),
    bonds: molecule.bonds,
  };
  return withHydrogensAsCounts(natural);
}

/** The molecule with every atom-map number removed. */
export function withoutMaps(molecule: Molecule): Molecule {
  if (molecule.atoms.every((atom) => atom.map === 0)) return molecule;
  return { atoms: molecule.atoms.map((atom) => ({ ...atom, map: 0 })), bonds: molecule.bonds };
}

/** Hydrogen atoms that are nothing but a hydrogen of one other atom become counts on it; stereo follows. */
function withHydrogensAsCounts(molecule: Molecule): Molecule {
  const graph = graphOf(molecule);
  const holder = new Map<number, number>();
  for (let atom = 0; atom < graph.atomCount; atom++) {
    const other = foldsInto(graph, atom);
    if (other >= 0) holder.set(atom, other);
  }
  if (holder.size === 0) return molecule;
  const more = new Array<number>(graph.atomCount).fill(0);
  for (const other of holder.values()) more[other]!++;
  const atoms = molecule.atoms.map((atom, i): Atom => {
    const hydrogens = atom.hydrogens + more[i]!;
    return { ...atom, hydrogens, stereo: foldedStereo(atom, holder, hydrogens) };
  });
  const bonds = molecule.bonds.map((bond): Bond => foldedBond(graph, bond, holder, more));
  const kept = molecule.atoms.map((_, i) => i).filter((i) => !holder.has(i));
  return partOf({ atoms, bonds }, kept);
}

/** The atom whose hydrogen this atom is, or -1. */
function foldsInto(graph: MoleculeGraph, atom: number): number {
  const plain =
    graph.number[atom] === 1 &&
    graph.isotope[atom] === 0 &&
    graph.charge[atom] === 0 &&
    graph.hydrogens[atom] === 0 &&
    graph.start[atom + 1]! - graph.start[atom]! === 1;
  if (!plain) return -1;
  const entry = graph.start[atom]!;
  const other = graph.near[entry]!;
  return graph.order[graph.via[entry]!] === 1 && graph.number[other] !== 1 ? other : -1;
}

/** A centre with two hydrogens that were told apart by their isotopes only is no centre any more. */
function foldedStereo(atom: Atom, holder: ReadonlyMap<number, number>, hydrogens: number): Atom['stereo'] {
  if (atom.stereo === null || hydrogens > 1) return null;
  return { turn: atom.stereo.turn, order: atom.stereo.order.map((each) => (holder.has(each) ? -1 : each)) };
}

function foldedBond(
  graph: MoleculeGraph,
  bond: Bond,
  holder: ReadonlyMap<number, number>,
  more: readonly number[],
): Bond {
  if (bond.stereo === null) return bond;
  const twoHydrogens = (end: number): boolean => graph.hydrogens[end]! + more[end]! > 1;
  if (twoHydrogens(bond.from) || twoHydrogens(bond.to)) return { ...bond, stereo: null };
  const named = (atom: number): number => (holder.has(atom) ? -1 : atom);
  return {
    ...bond,
    stereo: {
      side: bond.stereo.side,
      fromNeighbour: named(bond.stereo.fromNeighbour),
      toNeighbour: named(bond.stereo.toNeighbour),
    },
  };
}

/** Charges and hydrogens to change: of each atom, by how much. */
export interface ProtonMove {
  readonly atom: number;
  /** 1 adds a proton, -1 takes one away. */
  readonly by: 1 | -1;
}

/** The molecule after protons were added and taken away; aromaticity anew where a ring atom changed. */
export function withProtonsMoved(molecule: Molecule, moves: readonly ProtonMove[]): Molecule {
  if (moves.length === 0) return molecule;
  const stereo = molecule.atoms.map((atom) => atom.stereo);
  for (const { atom } of moves) stereo[atom] = null;
  ringSetOf(molecule);
  return moleculeOf(
    graphWithProtonsMoved(graphOf(molecule), moves),
    stereo,
    molecule.bonds.map((bond) => bond.stereo),
  );
}

/** The graph after protons were added and taken away; the graph itself where none was. */
export function graphWithProtonsMoved(graph: MoleculeGraph, moves: readonly ProtonMove[]): MoleculeGraph {
  if (moves.length === 0) return graph;
  const moved: MoleculeGraph = {
    ...graph,
    charge: [...graph.charge],
    hydrogens: [...graph.hydrogens],
    aromatic: [...graph.aromatic],
    bondAromatic: [...graph.bondAromatic],
    paths: null,
  };
  for (const { atom, by } of moves) {
    moved.charge[atom]! += by;
    moved.hydrogens[atom]! += by;
  }
  const rings = (moved.rings ??= searchRings(moved));
  if (moves.some(({ atom }) => rings.ringDegree[atom]! > 0)) perceiveAromaticity(moved, rings);
  return moved;
}
