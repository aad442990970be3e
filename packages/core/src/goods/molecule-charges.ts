import type { MoleculeGraph } from './molecule-graph.ts';

const NITROGEN = 7;
const OXYGEN = 8;
const PHOSPHORUS = 15;

/**
 * Writes groups drawn with more bonds than their central atom can have as charge-separated, the one form RDKit and
 * this reader know them in: `N(=O)=O` as `[N+](=O)[O-]`, `N=N#N` as `N=[N+]=[N-]`, `C=P(=O)` as `C=[P+][O-]`, and the
 * oxoacids of chlorine, bromine and iodine as `[Cl+3]([O-])([O-])([O-])O`.
 *
 * Works on a reader's graph, where aromatic bonds have order 1 and `bondAromatic` set, and `hydrogens` may be -1.
 * `hydrogenAtomsOn`: hydrogens written as atoms, which are no longer in the graph.
 */
export function separateCharges(graph: MoleculeGraph, hydrogenAtomsOn: readonly number[]): void {
  const { number, charge } = graph;
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (charge[atom] !== 0) continue;
    switch (number[atom]) {
      case NITROGEN:
        if (valenceOf(graph, hydrogenAtomsOn, atom) === 5) separateNitrogen(graph, atom);
        break;
      case PHOSPHORUS:
        if (
          graph.start[atom + 1]! - graph.start[atom]! === 3 &&
          valenceOf(graph, hydrogenAtomsOn, atom) === 5
        ) {
          separatePhosphorus(graph, atom);
        }
        break;
      case 17:
      case 35:
      case 53: {
        const valence = valenceOf(graph, hydrogenAtomsOn, atom);
        if (valence === 3 || valence === 5 || valence === 7) separateHalogen(graph, hydrogenAtomsOn, atom);
        break;
      }
      default:
    }
  }
}

/** Bond orders and hydrogens that were written; an aromatic bond counts one and a half, rounded up in the sum. */
function valenceOf(graph: MoleculeGraph, hydrogenAtomsOn: readonly number[], atom: number): number {
  let twice = 2 * (Math.max(graph.hydrogens[atom]!, 0) + hydrogenAtomsOn[atom]!);
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    const bond = graph.via[i]!;
    twice += 2 * graph.order[bond]! + graph.bondAromatic[bond]!;
  }
  return (twice + 1) >> 1;
}

/** One oxygen by a double bond, or else one nitrogen by a triple bond, takes the negative charge. */
function separateNitrogen(graph: MoleculeGraph, atom: number): void {
  for (const [element, order] of [
    [OXYGEN, 2],
    [NITROGEN, 3],
  ] as const) {
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      const other = graph.near[i]!;
      const bond = graph.via[i]!;
      if (graph.number[other] !== element || graph.charge[other] !== 0 || graph.order[bond] !== order)
        continue;
      graph.order[bond] = order - 1;
      graph.charge[atom] = 1;
      graph.charge[other] = -1;
      return;
    }
  }
}

function separatePhosphorus(graph: MoleculeGraph, atom: number): void {
  let oxygen = -1;
  let oxygenBond = -1;
  let carbonOrNitrogen = false;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    const other = graph.near[i]!;
    const bond = graph.via[i]!;
    if (graph.order[bond] !== 2) continue;
    const number = graph.number[other]!;
    if (number === OXYGEN && graph.charge[other] === 0) {
      oxygen = other;
      oxygenBond = bond;
    } else if ((number === 6 || number === NITROGEN) && graph.start[other + 1]! - graph.start[other]! >= 2) {
      carbonOrNitrogen = true;
    }
  }
  if (oxygen < 0 || !carbonOrNitrogen) return;
  graph.order[oxygenBond] = 1;
  graph.charge[atom] = 1;
  graph.charge[oxygen] = -1;
}

function separateHalogen(graph: MoleculeGraph, hydrogenAtomsOn: readonly number[], atom: number): void {
  if (graph.hydrogens[atom]! > 0 || hydrogenAtomsOn[atom]! > 0) return;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    if (graph.number[graph.near[i]!] !== OXYGEN) return;
  }
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    const bond = graph.via[i]!;
    if (graph.order[bond] !== 2) continue;
    graph.order[bond] = 1;
    graph.charge[atom]!++;
    graph.charge[graph.near[i]!] = -1;
  }
}
