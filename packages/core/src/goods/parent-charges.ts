import type { Molecule } from './molecule.ts';
import { bondOrderSum, graphOf } from './molecule-graph.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import { graphWithProtonsMoved, withProtonsMoved } from './molecule-form.ts';
import type { ProtonMove } from './molecule-form.ts';

const CARBON = 6;
const NITROGEN = 7;
const OXYGEN = 8;
const PHOSPHORUS = 15;
const SULFUR = 16;

/** Anions that take up a proton, by atomic number, with the bonds and hydrogens they have as anions. */
const ANION_VALENCE: ReadonlyMap<number, number> = new Map([
  [NITROGEN, 2],
  [OXYGEN, 1],
  [SULFUR, 1],
  [34, 1],
  [52, 1],
  [9, 0],
  [17, 0],
  [35, 0],
  [53, 0],
]);

/** Cations that give off a proton when they have a hydrogen: N, O, P, S, As, Se. */
const ONIUM: ReadonlySet<number> = new Set([7, 8, 15, 16, 33, 34]);

/**
 * One component with its charges taken back as far as moving protons explains them: ammonium to amine, carboxylate,
 * phenolate, thiolate, sulfonate and phosphate to the acid, zwitterions of amino acids to the amino acid. Quaternary
 * nitrogen, N-oxides, nitro groups and other charges that no proton made stay. Inner salts (betaines) keep the anion
 * that balances a lasting cation, and a lasting cation with a free acid becomes one, so that a betaine and its
 * hydrochloride have the same parent.
 */
export function neutralised(molecule: Molecule): Molecule {
  const graph = graphOf(molecule);
  return isCharged(graph) ? withProtonsMoved(molecule, protonMoves(graph)) : molecule;
}

/** The graph of a component as `neutralised` has it: for bulk, where no molecule is made of it. */
export function neutralisedGraph(graph: MoleculeGraph): MoleculeGraph {
  return isCharged(graph) ? graphWithProtonsMoved(graph, protonMoves(graph)) : graph;
}

function isCharged(graph: MoleculeGraph): boolean {
  for (let atom = 0; atom < graph.atomCount; atom++) if (graph.charge[atom] !== 0) return true;
  return false;
}

function protonMoves(graph: MoleculeGraph): ProtonMove[] {
  const gives: number[] = [];
  const takes: number[] = [];
  let lasting = 0;
  for (const cluster of chargedClusters(graph)) {
    const net = cluster.reduce((sum, atom) => sum + graph.charge[atom]!, 0);
    let left = net;
    for (const atom of cluster) {
      if (net > 0) {
        for (let i = 0; i < protonsToGive(graph, atom) && left > 0; i++, left--) gives.push(atom);
      } else {
        for (let i = 0; i < protonsToTake(graph, atom) && left < 0; i++, left++) takes.push(atom);
      }
    }
    lasting += left;
  }
  // Where a lasting cation has to be balanced, the strongest acids stay anions.
  takes.sort((a, b) => acidity(graph, b) - acidity(graph, a) || a - b);
  if (lasting > 0) {
    const kept = Math.min(lasting, takes.length);
    const acids = freeAcids(graph).slice(0, lasting - kept);
    return [
      ...gives.map((atom): ProtonMove => ({ atom, by: -1 })),
      ...takes.slice(kept).map((atom): ProtonMove => ({ atom, by: 1 })),
      ...acids.map((atom): ProtonMove => ({ atom, by: -1 })),
    ];
  }
  const kept = Math.min(-lasting, gives.length);
  return [
    ...gives.slice(0, gives.length - kept).map((atom): ProtonMove => ({ atom, by: -1 })),
    ...takes.map((atom): ProtonMove => ({ atom, by: 1 })),
  ];
}

/** Charged atoms bonded to each other stand together: the two of an N-oxide cancel, and no proton made them. */
function chargedClusters(graph: MoleculeGraph): number[][] {
  const seen = new Set<number>();
  const clusters: number[][] = [];
  for (let first = 0; first < graph.atomCount; first++) {
    if (graph.charge[first] === 0 || seen.has(first)) continue;
    const cluster = [first];
    seen.add(first);
    for (let next = 0; next < cluster.length; next++) {
      const atom = cluster[next]!;
      for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
        const other = graph.near[i]!;
        if (graph.charge[other] === 0 || seen.has(other)) continue;
        seen.add(other);
        cluster.push(other);
      }
    }
    clusters.push(cluster.sort((a, b) => a - b));
  }
  return clusters;
}

function protonsToGive(graph: MoleculeGraph, atom: number): number {
  if (!ONIUM.has(graph.number[atom]!)) return 0;
  return Math.max(0, Math.min(graph.charge[atom]!, graph.hydrogens[atom]!));
}

function protonsToTake(graph: MoleculeGraph, atom: number): number {
  const charge = graph.charge[atom]!;
  if (charge >= 0 || graph.radicals[atom] !== 0) return 0;
  const bound = bondOrderSum(graph, atom) + graph.hydrogens[atom]!;
  const number = graph.number[atom]!;
  if (number === CARBON) return charge === -1 && isCyanide(graph, atom) ? 1 : 0;
  const expected = ANION_VALENCE.get(number);
  return expected !== undefined && bound === expected + 1 + charge ? -charge : 0;
}

/** Carbon bonded only to a nitrogen, by a triple bond. */
function isCyanide(graph: MoleculeGraph, atom: number): boolean {
  const place = graph.start[atom]!;
  return (
    graph.start[atom + 1]! - place === 1 &&
    graph.order[graph.via[place]!] === 3 &&
    graph.number[graph.near[place]!] === NITROGEN
  );
}

/** How acid the proton on this atom is, roughly: higher stays an anion longer. */
function acidity(graph: MoleculeGraph, atom: number): number {
  const number = graph.number[atom]!;
  if (graph.start[atom + 1]! === graph.start[atom]!) return 9;
  if (number === OXYGEN || number === SULFUR) return acidityOfHydroxyl(graph, atom);
  return number === NITROGEN ? 3 : 2;
}

function acidityOfHydroxyl(graph: MoleculeGraph, atom: number): number {
  const holder = graph.near[graph.start[atom]!]!;
  const oxo = countOxo(graph, holder, atom);
  const number = graph.number[holder]!;
  if (number === SULFUR) return oxo >= 2 ? 8 : oxo === 1 ? 6 : 2;
  if (number === PHOSPHORUS) return oxo >= 1 ? 7 : 2;
  if (number === CARBON) return oxo >= 1 ? 5 : graph.aromatic[holder] === 1 ? 4 : 1;
  return oxo >= 1 ? 7 : 2;
}

/** Oxygens or sulfurs doubly bonded to `holder`. */
function countOxo(graph: MoleculeGraph, holder: number, except: number): number {
  let count = 0;
  for (let i = graph.start[holder]!; i < graph.start[holder + 1]!; i++) {
    const other = graph.near[i]!;
    const number = graph.number[other];
    if (other !== except && graph.order[graph.via[i]!] === 2 && (number === OXYGEN || number === SULFUR))
      count++;
  }
  return count;
}

/** Hydroxyls of sulfonic, phosphoric and carboxylic acids, the strongest first. */
function freeAcids(graph: MoleculeGraph): number[] {
  const acids: number[] = [];
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (graph.number[atom] !== OXYGEN || graph.charge[atom] !== 0 || graph.hydrogens[atom] !== 1) continue;
    if (graph.start[atom + 1]! - graph.start[atom]! === 1 && acidityOfHydroxyl(graph, atom) >= 5)
      acids.push(atom);
  }
  return acids.sort((a, b) => acidity(graph, b) - acidity(graph, a) || a - b);
}

/** Metals whose bonds to non-metals are those of a salt: Li Na K Rb Cs, Mg Ca Sr Ba. */
const SALT_METALS: ReadonlySet<number> = new Set([3, 11, 19, 37, 55, 12, 20, 38, 56]);
/** What they are bonded to in a salt: N, O, S, Se and the halogens; bonds to carbon stay. */
const SALT_PARTNERS: ReadonlySet<number> = new Set([7, 8, 9, 16, 17, 34, 35, 53]);

/** A metal with a bond to carbon keeps its other bonds too: a Grignard compound is no salt of its halide. */
function isOrganometallic(graph: MoleculeGraph, metal: number): boolean {
  for (let i = graph.start[metal]!; i < graph.start[metal + 1]!; i++) {
    if (graph.number[graph.near[i]!] === CARBON) return true;
  }
  return false;
}

/** True where there is a metal that may be drawn with the bonds of a salt. */
export function hasSaltMetal(graph: MoleculeGraph): boolean {
  for (let atom = 0; atom < graph.atomCount; atom++) {
    const number = graph.number[atom]!;
    if (number > 2 && number !== 6 && SALT_METALS.has(number)) return true;
  }
  return false;
}

/** The molecule with salts drawn with bonds (`CC(=O)O[Na]`) drawn as ions. */
export function withSaltsAsIons(molecule: Molecule): Molecule {
  const graph = graphOf(molecule);
  if (!hasSaltMetal(graph)) return molecule;
  const change = new Map<number, number>();
  const bonds = molecule.bonds.filter((bond) => {
    const metal = SALT_METALS.has(graph.number[bond.from]!) ? bond.from : bond.to;
    const other = metal === bond.from ? bond.to : bond.from;
    const isSalt =
      bond.order === 1 &&
      SALT_METALS.has(graph.number[metal]!) &&
      SALT_PARTNERS.has(graph.number[other]!) &&
      graph.charge[other]! <= 0 &&
      !isOrganometallic(graph, metal);
    if (!isSalt) return true;
    change.set(metal, (change.get(metal) ?? 0) + 1);
    change.set(other, (change.get(other) ?? 0) - 1);
    return false;
  });
  if (change.size === 0) return molecule;
  return {
    atoms: molecule.atoms.map((atom, i) => {
      const by = change.get(i);
      if (by === undefined) return atom;
      return { ...atom, charge: atom.charge + by, stereo: null };
    }),
    bonds,
  };
}
