import type { Molecule, MoleculeGraph, RingSet } from '../goods/index.ts';
import { graphOf, ringSetOf } from '../goods/index.ts';

/** A molecule laid out for reading the groups on a frame, with the patterns the shapes of a definition speak of. */
export interface Ground {
  readonly molecule: Molecule;
  readonly graph: MoleculeGraph;
  readonly rings: RingSet;
  /** SMILES of a shape -> the molecule it stands for; read when the definition was compiled. */
  readonly patterns: ReadonlyMap<string, Molecule>;
}

export function groundOf(molecule: Molecule, patterns: ReadonlyMap<string, Molecule>): Ground {
  return { molecule, graph: graphOf(molecule), rings: ringSetOf(molecule), patterns };
}

/**
 * A connected piece of a molecule outside a core (a frame, a ring, a chain) with the bonds that hold it. Hydrogens are
 * never atoms of a piece, not even deuterium: an isotopologue has the groups of the plain substance.
 */
export interface Piece {
  readonly atoms: readonly number[];
  readonly has: ReadonlySet<number>;
  /** From an atom of the core to an atom of the piece. */
  readonly links: readonly PieceLink[];
}

export interface PieceLink {
  readonly anchor: number;
  readonly root: number;
  /** Index of the bond. */
  readonly bond: number;
}

const HYDROGEN = 1;
const CARBON = 6;
const NITROGEN = 7;
const OXYGEN = 8;
const HALOGENS: ReadonlySet<number> = new Set([9, 17, 35, 53]);

/** The pieces that `atoms` without `core` fall into. Bonds to atoms that are in neither are not looked at. */
export function piecesWithin(
  graph: MoleculeGraph,
  atoms: readonly number[],
  core: ReadonlySet<number>,
): readonly Piece[] {
  const left = new Set<number>();
  for (const atom of atoms) if (!core.has(atom) && graph.number[atom] !== HYDROGEN) left.add(atom);
  const pieces: Piece[] = [];
  for (const first of atoms) {
    if (!left.delete(first)) continue;
    const own = [first];
    const links: PieceLink[] = [];
    for (let next = 0; next < own.length; next++) {
      const atom = own[next]!;
      for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
        const other = graph.near[i]!;
        if (core.has(other)) links.push({ anchor: other, root: atom, bond: graph.via[i]! });
        else if (left.delete(other)) own.push(other);
      }
    }
    pieces.push({ atoms: own, has: new Set(own), links });
  }
  return pieces;
}

/** What is left of a piece bonded once when its root and `more` of its atoms are taken as the core. */
export function beyond(graph: MoleculeGraph, piece: Piece, ...more: readonly number[]): readonly Piece[] {
  return piecesWithin(graph, piece.atoms, new Set([rootOf(piece), ...more]));
}

/** The atom by which a piece bonded once is bonded. */
export function rootOf(piece: Piece): number {
  return piece.links[0]!.root;
}

/** True for a piece held by one single bond that is not part of an aromatic ring. */
export function isOnSingleBond({ graph }: Ground, piece: Piece): boolean {
  const [link] = piece.links;
  return piece.links.length === 1 && graph.order[link!.bond] === 1 && graph.bondAromatic[link!.bond] === 0;
}

/** Atoms and bonds of a piece, counted. Orders of aromatic bonds are not. */
export interface Make {
  readonly size: number;
  readonly carbons: number;
  readonly nitrogens: number;
  readonly oxygens: number;
  readonly halogens: number;
  readonly aromatic: number;
  readonly charged: number;
  readonly doubles: number;
  readonly triples: number;
  /** Rings of the piece: bonds over those of a tree. */
  readonly rings: number;
}

export function makeOf({ graph }: Ground, piece: Piece): Make {
  const count = { carbons: 0, nitrogens: 0, oxygens: 0, halogens: 0, aromatic: 0, charged: 0 };
  let [bonds, doubles, triples] = [0, 0, 0];
  for (const atom of piece.atoms) {
    const number = graph.number[atom]!;
    if (number === CARBON) count.carbons++;
    else if (number === NITROGEN) count.nitrogens++;
    else if (number === OXYGEN) count.oxygens++;
    else if (HALOGENS.has(number)) count.halogens++;
    if (graph.aromatic[atom] === 1) count.aromatic++;
    if (graph.charge[atom] !== 0) count.charged++;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      if (graph.near[i]! < atom || !piece.has.has(graph.near[i]!)) continue;
      const bond = graph.via[i]!;
      bonds++;
      if (graph.bondAromatic[bond] === 1) continue;
      if (graph.order[bond] === 2) doubles++;
      else if (graph.order[bond]! > 2) triples++;
    }
  }
  return { ...count, size: piece.atoms.length, doubles, triples, rings: bonds - piece.atoms.length + 1 };
}

/** Bonds of an atom to atoms heavier than hydrogen. */
export function heavyDegree(graph: MoleculeGraph, atom: number): number {
  let count = 0;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++)
    if (graph.number[graph.near[i]!] !== HYDROGEN) count++;
  return count;
}

/** Hydrogens on an atom, isotopes among them. */
export function hydrogensOn(graph: MoleculeGraph, atom: number): number {
  const bonds = graph.start[atom + 1]! - graph.start[atom]!;
  return graph.hydrogens[atom]! + bonds - heavyDegree(graph, atom);
}

/** The oxygen doubly bonded to `atom` and to nothing else, or -1. */
export function oxoOn(graph: MoleculeGraph, atom: number): number {
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    const other = graph.near[i]!;
    if (graph.number[other] === OXYGEN && graph.order[graph.via[i]!] === 2 && heavyDegree(graph, other) === 1)
      return other;
  }
  return -1;
}

/** True for a carbon of a piece or frame that carries a doubly bonded oxygen. */
export function isCarbonyl(graph: MoleculeGraph, atom: number): boolean {
  return graph.number[atom] === CARBON && oxoOn(graph, atom) !== -1;
}
