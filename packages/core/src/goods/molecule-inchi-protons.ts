import type { MoleculeGraph } from './molecule-graph.ts';

/**
 * Atoms that take up (`protons` > 0) or give off (< 0) the protons of an InChI's /p layer, one entry a proton; null
 * when there are too few. Which of several equal sites takes a proton makes no difference to the InChI.
 * `keepsCharge`: negative atoms that take none.
 */
export function protonSites(
  graph: MoleculeGraph,
  protons: number,
  keepsCharge: ReadonlySet<number>,
): readonly number[] | null {
  const sites: { readonly atom: number; readonly score: number }[] = [];
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (protons > 0 && keepsCharge.has(atom)) continue;
    const score = protons > 0 ? basicity(graph, atom) : acidity(graph, atom);
    const times = protons > 0 ? takes(graph, atom) : graph.hydrogens[atom]!;
    for (let i = 0; i < times && score > 0; i++) sites.push({ atom, score: score - i * 5 });
  }
  sites.sort((a, b) => b.score - a.score || a.atom - b.atom);
  const wanted = Math.abs(protons);
  return sites.length < wanted ? null : sites.slice(0, wanted).map((site) => site.atom);
}

function takes(graph: MoleculeGraph, atom: number): number {
  return graph.charge[atom]! < 0 ? -graph.charge[atom]! : 1;
}

/** Anions first, then amines, then other nitrogen, then oxygen. */
function basicity(graph: MoleculeGraph, atom: number): number {
  const number = graph.number[atom]!;
  const charge = graph.charge[atom]!;
  if (besideOppositeCharge(graph, atom)) return 0;
  if (charge < 0) return number === 7 ? 100 : number === 8 || number === 16 ? 95 : 90;
  if (charge > 0) return 0;
  const bonds = graph.start[atom + 1]! - graph.start[atom]!;
  if (number === 7) {
    const multiple = highestOrder(graph, atom);
    if (multiple === 1) return besideMultiple(graph, atom) ? 30 : 80;
    return multiple === 2 ? 60 : 20;
  }
  if (number === 15) return bonds <= 3 ? 50 : 0;
  if (number === 8) return 10;
  return 0;
}

/** Strong acids first, then carboxylic, then the hydrogen halides, thiols and hydroxyls, then N-H. */
function acidity(graph: MoleculeGraph, atom: number): number {
  if (graph.hydrogens[atom] === 0) return 0;
  const number = graph.number[atom]!;
  if (graph.charge[atom]! > 0) return 120;
  if (number === 17 || number === 35 || number === 53 || number === 9) return 110;
  const bonds = graph.start[atom + 1]! - graph.start[atom]!;
  if (number === 8) {
    if (bonds === 0) return 25;
    const holder = graph.near[graph.start[atom]!]!;
    const oxo = highestOrder(graph, holder) > 1 || graph.charge[holder]! > 0;
    if (graph.number[holder] === 6) return oxo ? (graph.aromatic[holder] === 1 ? 50 : 80) : 20;
    return oxo ? 100 : 40;
  }
  if (number === 16) return 70;
  if (number === 7) return besideMultiple(graph, atom) ? 45 : 15;
  if (number === 6) return highestOrder(graph, atom) === 3 ? 12 : 5;
  return 3;
}

function highestOrder(graph: MoleculeGraph, atom: number): number {
  let highest = 1;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    highest = Math.max(highest, graph.order[graph.via[i]!]!);
  }
  return highest;
}

/** True when a neighbour has a multiple bond: the lone pair is shared. */
function besideMultiple(graph: MoleculeGraph, atom: number): boolean {
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    if (highestOrder(graph, graph.near[i]!) > 1) return true;
  }
  return false;
}

function besideOppositeCharge(graph: MoleculeGraph, atom: number): boolean {
  const charge = graph.charge[atom]!;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    if (charge * graph.charge[graph.near[i]!]! < 0) return true;
  }
  return false;
}
