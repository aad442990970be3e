import type { Atom, Bond } from './molecule.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import { smallestRingOfBond } from './ring-set.ts';
import type { RingSet } from './ring-search.ts';
import { BOND_UP, IMPLICIT_HYDROGEN } from './smiles-scan.ts';
import type { SmilesLayout } from './smiles-layout.ts';

/** Double bonds in smaller rings have only one geometry. */
export const STEREO_RING_ATOMS_MIN = 8;

/** Elements whose three-bonded atoms keep their shape: P, S, As, Se, Sb, Te; the lone pair is the fourth neighbour. */
const PYRAMIDAL: ReadonlySet<number> = new Set([15, 16, 33, 34, 51, 52]);

export interface Stereo {
  readonly atoms: readonly (Atom['stereo'] | undefined)[];
  readonly bonds: readonly (Bond['stereo'] | undefined)[];
}

/** Stereo of the atoms and double bonds, from the marks in the text. Aromaticity must be settled. */
export function readStereo(layout: SmilesLayout, rings: RingSet): Stereo {
  const atoms: (Atom['stereo'] | undefined)[] = [];
  for (let atom = 0; atom < layout.graph.atomCount; atom++) {
    if (layout.turn[atom] !== 0) atoms[atom] = tetrahedral(layout, rings, atom);
  }
  const bonds: (Bond['stereo'] | undefined)[] = [];
  if (layout.symbol.some((symbol) => symbol >= BOND_UP) || layout.hydrogenSide.some((side) => side !== 0)) {
    for (let bond = 0; bond < layout.graph.bondCount; bond++) bonds[bond] = doubleBond(layout, rings, bond);
  }
  return { atoms, bonds };
}

function tetrahedral(layout: SmilesLayout, rings: RingSet, atom: number): Atom['stereo'] {
  const { graph } = layout;
  const order = layout.around[atom]!;
  const hydrogens = order.filter((each) => each === IMPLICIT_HYDROGEN).length;
  if (hydrogens > 1) return null;
  if (order.length === 3) {
    const pyramidal = PYRAMIDAL.has(graph.number[atom]!) && hydrogens === 0;
    if (!pyramidal && !(hydrogens === 0 && isRigidNitrogen(graph, rings, atom))) return null;
  } else if (order.length !== 4) {
    return null;
  }
  return { turn: layout.turn[atom] === 1 ? '@' : '@@', order };
}

/** A three-bonded nitrogen that cannot turn over: in a ring of three, or a bridgehead. */
export function isRigidNitrogen(graph: MoleculeGraph, rings: RingSet, atom: number): boolean {
  if (graph.number[atom] !== 7 || graph.start[atom + 1]! - graph.start[atom]! !== 3) return false;
  return (
    rings.ringDegree[atom] === 3 ||
    rings.rings.some((ring) => ring.atoms.length === 3 && ring.atoms.includes(atom))
  );
}

function doubleBond(layout: SmilesLayout, rings: RingSet, bond: number): Bond['stereo'] {
  const { graph } = layout;
  if (graph.order[bond] !== 2 || graph.bondAromatic[bond] === 1) return null;
  const from = endSide(layout, graph.from[bond]!, bond);
  if (from === null) return null;
  const to = endSide(layout, graph.to[bond]!, bond);
  if (to === null) return null;
  const ring = smallestRingOfBond(rings, bond);
  if (ring !== 0 && ring < STEREO_RING_ATOMS_MIN) return null;
  return {
    side: from.side === to.side ? 'together' : 'opposite',
    fromNeighbour: from.neighbour,
    toNeighbour: to.neighbour,
  };
}

/**
 * A neighbour of one end of a double bond and the side it lies on: 1 above, -1 below. Null when the text does not
 * say, says two things, or the end has two hydrogens. A neighbour that is an atom is preferred to the hydrogen.
 */
function endSide(
  layout: SmilesLayout,
  atom: number,
  bond: number,
): { neighbour: number; side: number } | null {
  const { graph, symbol } = layout;
  let neighbour = IMPLICIT_HYDROGEN;
  let side = 0;
  let unmarked = -1;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    const each = graph.via[i]!;
    if (each === bond) continue;
    const other = graph.near[i]!;
    const written = symbol[each]!;
    if (written < BOND_UP) {
      unmarked = other;
      continue;
    }
    const rises = (written === BOND_UP) === (graph.from[each] === atom) ? 1 : -1;
    if (side !== 0 && side !== -rises) return null;
    if (side === 0) {
      side = rises;
      neighbour = other;
    }
  }
  const hydrogens = graph.hydrogens[atom]!;
  if (hydrogens > 1 || graph.start[atom + 1]! - graph.start[atom]! > 3) return null;
  const hydrogenSide = layout.hydrogenSide[atom]!;
  if (side !== 0) return hydrogenSide === side ? null : { neighbour, side };
  if (hydrogenSide === 0) return null;
  return unmarked >= 0
    ? { neighbour: unmarked, side: -hydrogenSide }
    : { neighbour: IMPLICIT_HYDROGEN, side: hydrogenSide };
}
