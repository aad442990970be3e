import { ELEMENTS } from './element.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import type { Ring, RingSet } from './ring-search.ts';

/**
 * Aromaticity in RDKit's model, on the Kekulé form: a ring, or a fused set of up to six rings, is aromatic when each
 * of its atoms can give 0, 1 or 2 electrons and they sum to 4n + 2. Electrons of a double bond to a more
 * electronegative atom outside the rings do not count. ("The RDKit Book", section "Aromaticity"; behaviour of RDKit
 * 2026.09.) The same flags follow from an aromatic and from a Kekulé form of the same structure.
 */

/** Rings larger than this are not looked at together with others: one more than the outer ring of a porphyrin. */
const FUSED_RING_ATOMS_MAX = 24;
/** Rings that are looked at together. */
const FUSED_RINGS_MAX = 6;
/** Above this many rings in one system only single rings and pairs are looked at. */
const LARGE_SYSTEM_RINGS = 300;
/** Sets of rings tried in one system; cages and sheets have more, and what was found by then stands. */
const RING_SETS_MAX = 100_000;

/** Electrons an atom gives, or NOT_AROMATIC when it can be in no aromatic ring. */
const NOT_AROMATIC = -1;

/**
 * Sets `aromatic` and `bondAromatic` of the graph anew. `order` must hold a Kekulé form, `hydrogens` and `radicals`
 * must be final.
 */
export function perceiveAromaticity(graph: MoleculeGraph, { rings, ringBond, ringDegree }: RingSet): void {
  graph.aromatic.fill(0);
  graph.bondAromatic.fill(0);
  if (rings.length === 0) return;
  const electrons = new Array<number>(graph.atomCount).fill(NOT_AROMATIC);
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (ringDegree[atom]! > 0) electrons[atom] = electronsGiven(graph, ringBond, atom);
  }
  const candidates = rings.filter((ring) => ring.atoms.every((atom) => electrons[atom] !== NOT_AROMATIC));
  if (candidates.length === 0) return;
  if (candidates.length === 1) return markRing(graph, electrons, candidates[0]!);
  const fused = fusedNeighbours(candidates);
  const done = new Array<boolean>(candidates.length).fill(false);
  for (let first = 0; first < candidates.length; first++) {
    if (done[first]) continue;
    const system = [first];
    done[first] = true;
    if (fused[first]!.length === 0) {
      markRing(graph, electrons, candidates[first]!);
      continue;
    }
    for (let next = 0; next < system.length; next++) {
      for (const other of fused[system[next]!]!) {
        if (done[other]) continue;
        done[other] = true;
        system.push(other);
      }
    }
    perceiveSystem(graph, electrons, candidates, fused, system);
  }
}

/** One fused system: single rings first, then connected sets of two to six until every bond is aromatic. */
function perceiveSystem(
  graph: MoleculeGraph,
  electrons: readonly number[],
  rings: readonly Ring[],
  fused: readonly (readonly number[])[],
  system: readonly number[],
): void {
  for (const ring of system) markRing(graph, electrons, rings[ring]!);
  let sets: readonly (readonly number[])[] = system.map((ring) => [ring]);
  let tried = system.length;
  for (let size = 2; size <= Math.min(system.length, FUSED_RINGS_MAX); size++) {
    if (size > 2 && system.length > LARGE_SYSTEM_RINGS) return;
    if (system.every((ring) => rings[ring]!.bonds.every((bond) => graph.bondAromatic[bond] === 1))) return;
    sets = largerSets(sets, fused, RING_SETS_MAX - tried);
    tried += sets.length;
    for (const set of sets) {
      markIfAromatic(
        graph,
        electrons,
        set.map((ring) => rings[ring]!),
      );
    }
    if (tried >= RING_SETS_MAX) return;
  }
}

/** Every connected set with one ring more than the given ones; each once, at most `most`. */
function largerSets(
  sets: readonly (readonly number[])[],
  fused: readonly (readonly number[])[],
  most: number,
): (readonly number[])[] {
  const found = new Map<string, readonly number[]>();
  for (const set of sets) {
    for (const ring of set) {
      for (const other of fused[ring]!) {
        if (set.includes(other)) continue;
        const larger = [...set, other].sort((a, b) => a - b);
        found.set(larger.join(), larger);
        if (found.size >= most) return [...found.values()];
      }
    }
  }
  return [...found.values()];
}

/** With no more rings than this, looking through their bonds is quicker than making sets of them. */
const FEW_RINGS = 8;

/** For each ring the others that share exactly one bond with it. */
function fusedNeighbours(rings: readonly Ring[]): number[][] {
  const neighbours: number[][] = rings.map(() => []);
  const bondSets = rings.length > FEW_RINGS ? rings.map((ring) => new Set(ring.bonds)) : null;
  for (let a = 0; a < rings.length; a++) {
    if (rings[a]!.bonds.length > FUSED_RING_ATOMS_MAX) continue;
    for (let b = a + 1; b < rings.length; b++) {
      if (rings[b]!.bonds.length > FUSED_RING_ATOMS_MAX) continue;
      let shared = 0;
      for (const bond of rings[b]!.bonds) {
        if (bondSets === null ? rings[a]!.bonds.includes(bond) : bondSets[a]!.has(bond)) shared++;
      }
      if (shared !== 1) continue;
      neighbours[a]!.push(b);
      neighbours[b]!.push(a);
    }
  }
  return neighbours;
}

/**
 * Hückel's rule over the atoms that lie in one or two of the rings; on success the bonds that lie in one of them, and
 * the atoms at those, are aromatic: the bond between the rings of azulene is not.
 */
function markIfAromatic(graph: MoleculeGraph, electrons: readonly number[], rings: readonly Ring[]): void {
  if (rings.length === 1) return markRing(graph, electrons, rings[0]!);
  let sum = 0;
  const bondCount = new Map<number, number>();
  const atomCount = new Map<number, number>();
  for (const ring of rings) {
    for (const atom of ring.atoms) atomCount.set(atom, (atomCount.get(atom) ?? 0) + 1);
    for (const bond of ring.bonds) bondCount.set(bond, (bondCount.get(bond) ?? 0) + 1);
  }
  for (const [atom, times] of atomCount) if (times <= 2) sum += electrons[atom]!;
  if (!isHueckel(sum)) return;
  for (const [bond, times] of bondCount) if (times === 1) markBond(graph, bond);
}

/** The same of one ring. */
function markRing(graph: MoleculeGraph, electrons: readonly number[], { atoms, bonds }: Ring): void {
  let sum = 0;
  for (const atom of atoms) sum += electrons[atom]!;
  if (isHueckel(sum)) for (const bond of bonds) markBond(graph, bond);
}

function isHueckel(electrons: number): boolean {
  return electrons === 2 || (electrons >= 6 && electrons % 4 === 2);
}

function markBond(graph: MoleculeGraph, bond: number): void {
  graph.bondAromatic[bond] = 1;
  if (graph.order[bond]! > 2) return;
  graph.aromatic[graph.from[bond]!] = 1;
  graph.aromatic[graph.to[bond]!] = 1;
}

/** Electrons an atom of a ring gives to it: 0, 1 or 2, or NOT_AROMATIC. */
function electronsGiven(graph: MoleculeGraph, ringBond: readonly number[], atom: number): number {
  const number = graph.number[atom]!;
  if (number > 18 && number !== 34 && number !== 52) return NOT_AROMATIC;
  const element = ELEMENTS[number - 1]!;
  const usual = element.valences[0] ?? -1;
  if (usual <= 1) return NOT_AROMATIC;
  const charge = graph.charge[atom]!;
  const hydrogens = graph.hydrogens[atom]!;
  const radicals = graph.radicals[atom]!;
  if (radicals > 0 && (number !== 6 || charge !== 0)) return NOT_AROMATIC;
  const first = graph.start[atom]!;
  const last = graph.start[atom + 1]!;
  const bonds = last - first;
  if (bonds + hydrogens > 3) return NOT_AROMATIC;
  let sum = 0;
  let multiple = 0;
  let outside = -1;
  let inside = false;
  for (let i = first; i < last; i++) {
    const order = graph.order[graph.via[i]!]!;
    sum += order;
    if (order < 2) continue;
    multiple++;
    if (ringBond[graph.via[i]!] === 1) inside = true;
    else if (outside < 0) outside = graph.near[i]!;
  }
  const isoelectronic = ELEMENTS[number - charge - 1]?.valences[0];
  if (sum + hydrogens > (isoelectronic ?? -1)) return NOT_AROMATIC;
  if (multiple > 1 && sum - bonds > 1) return NOT_AROMATIC;
  const lonePairElectrons = Math.max(element.outerElectrons - usual - charge, 0);
  let available = usual - (bonds + hydrogens) + lonePairElectrons - radicals;
  if (available > 1 && sum - bonds > 1) available = 1;
  if (available < 0) return NOT_AROMATIC;
  const stolen = outside >= 0 && moreElectronegative(graph.number[outside]!, number);
  if (available === 0) return outside >= 0 ? 0 : inside ? 1 : NOT_AROMATIC;
  if (available === 1) {
    if (outside >= 0) return stolen ? 0 : 1;
    if (multiple > 0) return 1;
    return charge === 1 ? 0 : NOT_AROMATIC;
  }
  return (stolen ? available - 1 : available) % 2 === 1 ? 1 : 2;
}

/** More outer electrons, or as many and a lighter atom. */
function moreElectronegative(number: number, than: number): boolean {
  const mine = ELEMENTS[number - 1]!.outerElectrons;
  const theirs = ELEMENTS[than - 1]!.outerElectrons;
  return mine > theirs || (mine === theirs && number < than);
}
