import { isMetal } from './element.ts';
import type { Molecule } from './molecule.ts';
import { graphOf } from './molecule-graph.ts';
import type { MoleculeGraph } from './molecule-graph.ts';

const CARBON = 6;
const NITROGEN = 7;
const OXYGEN = 8;
const SULFUR = 16;

/**
 * True when a component is organic: it has a carbon that is none of an oxide, carbonate, cyanide, cyanate,
 * thiocyanate, carbonyl or carbide, which chemists count among the inorganic.
 */
export function isOrganic(component: Molecule): boolean {
  return isOrganicGraph(graphOf(component));
}

export function isOrganicGraph(graph: MoleculeGraph): boolean {
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (graph.number[atom] === CARBON && !isInorganicCarbon(graph, atom)) return true;
  }
  return false;
}

function isInorganicCarbon(graph: MoleculeGraph, atom: number): boolean {
  let others = 0;
  let multiple = 0;
  let nitrogens = 0;
  let chalcogens = 0;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    const number = graph.number[graph.near[i]!]!;
    if (isMetal(number)) continue;
    others++;
    const order = graph.order[graph.via[i]!]!;
    if (order > 1) multiple += order - 1;
    if (number === NITROGEN && order > 1) nitrogens++;
    if (number === OXYGEN || number === SULFUR) chalcogens++;
  }
  if (nitrogens + chalcogens !== others) return false;
  const hydrogens = graph.hydrogens[atom]!;
  // Carbon dioxide, disulfide and monoxide, cyanide, cyanate, thiocyanate: linear, at most hydrogen cyanide's hydrogen.
  if (multiple >= 2) return hydrogens === 0 || (others === 1 && nitrogens === 1);
  // Carbonate and its acids: three chalcogens. Carbide: nothing but metals and no hydrogen.
  return hydrogens === 0 && (chalcogens === 3 || others === 0);
}
