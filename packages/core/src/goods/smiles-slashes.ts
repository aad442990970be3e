import type { Bond, Molecule } from './molecule.ts';
import { graphOf } from './molecule-graph.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import { ringSetOf, smallestRingOfBond } from './ring-set.ts';
import { STEREO_RING_ATOMS_MIN } from './smiles-stereo.ts';
import type { SmilesWalk } from './smiles-walk.ts';

/** The slashes that say the stereo of a molecule's double bonds. */
export interface Slashes {
  /** Per bond: 1 when `to` lies above `from`, -1 below, 0 without a slash. */
  readonly rise: readonly number[];
  /** Atoms whose hydrogen must be written as an atom, and whether it lies above (1) or below (-1). */
  readonly hydrogenSide: ReadonlyMap<number, number>;
}

/** A bond, or the hydrogen (-1), beside a double bond that can carry its slash. */
interface Carrier {
  readonly bond: number;
  /** 1 for the neighbour the stereo names, -1 for the other one. */
  readonly sign: number;
}

interface StereoBond {
  readonly bond: number;
  /** The two ends in the order of the text, and their carriers. */
  readonly ends: readonly [number, number];
  readonly carriers: readonly [readonly Carrier[], readonly Carrier[]];
  /** 1 when the named neighbours lie together, -1 when opposite. */
  readonly relation: number;
}

/**
 * Finds slashes for every double bond with stereo. Neighbouring double bonds may share a bond that carries a slash;
 * where that would contradict itself, or say something about a double bond whose stereo is open, hydrogens are written
 * as atoms and carry the slash instead.
 */
export function slashesFor(molecule: Molecule, walk: SmilesWalk): Slashes {
  const graph = graphOf(molecule);
  const stereo = stereoBonds(molecule, graph, walk);
  const shared = new Placement(graph, walk, stereo, false);
  if (shared.place() && !saysTooMuch(molecule, graph, shared)) return shared;
  const apart = new Placement(graph, walk, stereo, true);
  apart.place();
  return apart;
}

class Placement implements Slashes {
  readonly rise: number[];
  readonly hydrogenSide = new Map<number, number>();
  private readonly graph: MoleculeGraph;
  private readonly walk: SmilesWalk;
  private readonly stereo: readonly StereoBond[];
  private readonly apart: boolean;
  /** The double bond with stereo that ends at an atom. */
  private readonly atEnd = new Map<number, { readonly stereo: StereoBond; readonly which: 0 | 1 }>();

  constructor(graph: MoleculeGraph, walk: SmilesWalk, stereo: readonly StereoBond[], apart: boolean) {
    this.graph = graph;
    this.walk = walk;
    this.stereo = stereo;
    this.apart = apart;
    this.rise = new Array<number>(graph.bondCount).fill(0);
    for (const each of stereo) {
      this.atEnd.set(each.ends[0], { stereo: each, which: 0 });
      this.atEnd.set(each.ends[1], { stereo: each, which: 1 });
    }
  }

  /** Places all slashes; false when two of them contradict each other. */
  place(): boolean {
    let consistent = true;
    const left = new Set(this.stereo);
    while (left.size > 0) {
      // A double bond that already has a slash at one end goes first: its other end follows from it.
      const next = [...left].find((each) => this.sideOf(each, 0) !== 0 || this.sideOf(each, 1) !== 0);
      const chosen = next ?? [...left][0]!;
      left.delete(chosen);
      if (!this.placeOne(chosen)) consistent = false;
    }
    return consistent;
  }

  private placeOne(stereo: StereoBond): boolean {
    const carriers = [this.carrierFor(stereo, 0), this.carrierFor(stereo, 1)] as const;
    const known = [this.knownSide(stereo, 0, carriers[0]), this.knownSide(stereo, 1, carriers[1])] as const;
    let first = known[0];
    if (first === 0 && known[1] !== 0) first = known[1] * stereo.relation;
    if (first === 0) first = this.firstSide(carriers[0], stereo.ends[0]);
    const second = first * stereo.relation;
    if (known[1] !== 0 && known[1] !== second) return false;
    if (this.sideOf(stereo, 0) === 0) this.mark(carriers[0], stereo.ends[0], first);
    if (this.sideOf(stereo, 1) === 0) this.mark(carriers[1], stereo.ends[1], second);
    return true;
  }

  /** The side a slash at this end has, or must have because of another double bond at the far end of its carrier. */
  private knownSide(stereo: StereoBond, which: 0 | 1, carrier: Carrier): number {
    const side = this.sideOf(stereo, which);
    if (side !== 0 || carrier.bond < 0) return side;
    const { graph } = this;
    const end = stereo.ends[which];
    const far = graph.from[carrier.bond] === end ? graph.to[carrier.bond]! : graph.from[carrier.bond]!;
    const other = this.atEnd.get(far);
    if (other === undefined) return 0;
    const farSide = this.sideOf(other.stereo, other.which);
    const farSign = other.stereo.carriers[other.which].find(({ bond }) => bond === carrier.bond)?.sign ?? 0;
    // Seen from `far`, `end` lies on farSide * farSign; seen from `end`, `far` lies on the other.
    return -farSide * farSign * carrier.sign;
  }

  /** Side of the named neighbour at one end, as slashes placed so far have it; 0 when none is there. */
  private sideOf(stereo: StereoBond, which: 0 | 1): number {
    const end = stereo.ends[which];
    for (const { bond, sign } of stereo.carriers[which]) {
      if (bond < 0) {
        const side = this.hydrogenSide.get(end) ?? 0;
        if (side !== 0) return side * sign;
      } else if (this.rise[bond] !== 0) {
        return (this.graph.from[bond] === end ? this.rise[bond]! : -this.rise[bond]!) * sign;
      }
    }
    return 0;
  }

  /** The bond that will carry the slash: one that no other double bond sees, else a shared one or the hydrogen. */
  private carrierFor(stereo: StereoBond, which: 0 | 1): Carrier {
    const carriers = stereo.carriers[which];
    const bonds = carriers.filter(({ bond }) => bond >= 0);
    const own = bonds.filter(({ bond }) => !this.touchesDoubleBond(bond, stereo.ends[which]));
    const hydrogen = carriers.find(({ bond }) => bond < 0);
    const inTree = (list: readonly Carrier[]): Carrier | undefined =>
      list.find(({ bond }) => !this.isClosure(bond)) ?? list[0];
    return (
      inTree(own) ?? (this.apart ? (hydrogen ?? inTree(bonds)) : (inTree(bonds) ?? hydrogen)) ?? carriers[0]!
    );
  }

  private isClosure(bond: number): boolean {
    const { parent } = this.walk;
    const from = this.graph.from[bond]!;
    const to = this.graph.to[bond]!;
    return parent[from] !== to && parent[to] !== from;
  }

  /** True when the far end of `bond` is itself an end of a double bond. */
  private touchesDoubleBond(bond: number, end: number): boolean {
    const { graph } = this;
    const far = graph.from[bond] === end ? graph.to[bond]! : graph.from[bond]!;
    for (let i = graph.start[far]!; i < graph.start[far + 1]!; i++) {
      const each = graph.via[i]!;
      if (graph.order[each] === 2 && graph.bondAromatic[each] === 0) return true;
    }
    return false;
  }

  /** The side that makes the first slash of a group of double bonds a `/`. */
  private firstSide(carrier: Carrier, end: number): number {
    if (carrier.bond < 0) return carrier.sign;
    const { graph, walk } = this;
    const far = graph.from[carrier.bond] === end ? graph.to[carrier.bond]! : graph.from[carrier.bond]!;
    // Written far/end, far lies below; written end/far, far lies above.
    return (walk.place[far]! < walk.place[end]! ? -1 : 1) * carrier.sign;
  }

  /** Puts the slash so that the named neighbour lies on `side` of `end`. */
  private mark(carrier: Carrier, end: number, side: number): void {
    const position = side * carrier.sign;
    if (carrier.bond < 0) this.hydrogenSide.set(end, position);
    else this.rise[carrier.bond] = this.graph.from[carrier.bond] === end ? position : -position;
  }
}

/** The double bonds with stereo in the order of the text. */
function stereoBonds(molecule: Molecule, graph: MoleculeGraph, walk: SmilesWalk): StereoBond[] {
  const found: StereoBond[] = [];
  for (let bond = 0; bond < graph.bondCount; bond++) {
    const { stereo } = molecule.bonds[bond]!;
    if (stereo === null || graph.order[bond] !== 2) continue;
    const from = graph.from[bond]!;
    const to = graph.to[bond]!;
    const atFrom = carriersAt(graph, walk, from, bond, stereo.fromNeighbour);
    const atTo = carriersAt(graph, walk, to, bond, stereo.toNeighbour);
    if (atFrom.length === 0 || atTo.length === 0) continue;
    const relation = stereo.side === 'together' ? 1 : -1;
    const inOrder = walk.place[from]! < walk.place[to]!;
    found.push({
      bond,
      ends: inOrder ? [from, to] : [to, from],
      carriers: inOrder ? [atFrom, atTo] : [atTo, atFrom],
      relation,
    });
  }
  return found.sort((a, b) => walk.place[a.ends[0]]! - walk.place[b.ends[0]]!);
}

/** What can carry a slash at one end, in the order of the text, the hydrogen last. */
function carriersAt(
  graph: MoleculeGraph,
  walk: SmilesWalk,
  atom: number,
  bond: number,
  named: number,
): readonly Carrier[] {
  const found: { readonly carrier: Carrier; readonly place: number }[] = [];
  let seen = named < 0;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    const each = graph.via[i]!;
    if (each === bond) continue;
    const other = graph.near[i]!;
    if (other === named) seen = true;
    if (graph.order[each] !== 1 && graph.bondAromatic[each] === 0) continue;
    found.push({ carrier: { bond: each, sign: other === named ? 1 : -1 }, place: walk.place[other]! });
  }
  if (!seen) return [];
  const carriers = found.sort((a, b) => a.place - b.place).map(({ carrier }) => carrier);
  if (graph.hydrogens[atom] === 1) carriers.push({ bond: -1, sign: named < 0 ? 1 : -1 });
  return carriers;
}

/** True when the slashes say something about a double bond whose stereo is open. */
function saysTooMuch(molecule: Molecule, graph: MoleculeGraph, slashes: Slashes): boolean {
  const rings = ringSetOf(molecule);
  return molecule.bonds.some((bond: Bond, i) => {
    if (bond.order !== 2 || bond.aromatic || bond.stereo !== null) return false;
    if (!hasSlash(graph, slashes, bond.from, i) || !hasSlash(graph, slashes, bond.to, i)) return false;
    const ring = smallestRingOfBond(rings, i);
    return ring === 0 || ring >= STEREO_RING_ATOMS_MIN;
  });
}

function hasSlash(graph: MoleculeGraph, slashes: Slashes, atom: number, except: number): boolean {
  if (slashes.hydrogenSide.has(atom)) return true;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    if (graph.via[i] !== except && slashes.rise[graph.via[i]!] !== 0) return true;
  }
  return false;
}
