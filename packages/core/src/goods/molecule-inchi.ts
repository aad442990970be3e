import { accepted } from '../kernel/index.ts';
import type { Outcome } from '../kernel/index.ts';
import { perceiveAromaticity } from './aromaticity.ts';
import { ELEMENTS } from './element.ts';
import type { Atom, Bond, Molecule } from './molecule.ts';
import { adjacency, moleculeOf } from './molecule-graph.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import { separateCharges } from './molecule-charges.ts';
import { inchiSolutions } from './molecule-inchi-bonds.ts';
import type { InchiSolution } from './molecule-inchi-bonds.ts';
import { readInchiLayers } from './molecule-inchi-layers.ts';
import type { InchiComponent, InchiLayers } from './molecule-inchi-layers.ts';
import { protonSites } from './molecule-inchi-protons.ts';
import { searchRings } from './ring-search.ts';

/** Structures that are made of one InChI, at most. */
export const INCHI_READINGS_MAX = 24;

/**
 * Structures a standard InChI may stand for, the likeliest first, made as they are asked for. An InChI has no bond
 * orders and only the sum of its charges; what is made here fits every layer but may, for unusual charges, be another
 * substance. Whoever uses one must have a toolkit make the InChI of it again and compare: `Chemist.read` does.
 *
 * Not read: non-standard InChI, isotopes of moving hydrogens, stereo that isotopes alone make, radicals, bridging
 * hydrogens.
 */
export function readInchi(text: string): Outcome<Iterable<Molecule>> {
  const layers = readInchiLayers(text.trim());
  return layers.ok ? accepted(readings(layers.value)) : layers;
}

function* readings({ components, protons }: InchiLayers): Generator<Molecule> {
  if (components.length === 0) {
    if (protons > 0) yield bareProtons(protons);
    return;
  }
  let left = INCHI_READINGS_MAX;
  for (const solutions of combinations(components.map((component) => inchiSolutions(component)))) {
    const molecule = assemble(components, solutions, protons);
    if (molecule === null) continue;
    yield molecule;
    if (--left === 0) return;
  }
}

function bareProtons(count: number): Molecule {
  const proton: Atom = {
    element: 'H',
    charge: 1,
    isotope: 0,
    hydrogens: 0,
    radicals: 0,
    aromatic: false,
    stereo: null,
    map: 0,
  };
  return { atoms: new Array<Atom>(count).fill(proton), bonds: [] };
}

/** One solution of each component: first the first of all, then others of one component at a time. */
function* combinations(sources: readonly Generator<InchiSolution>[]): Generator<readonly InchiSolution[]> {
  const first: InchiSolution[] = [];
  for (const source of sources) {
    const next = source.next();
    if (next.done === true) return;
    first.push(next.value);
  }
  yield first;
  for (const [i, source] of sources.entries()) {
    let left = INCHI_READINGS_MAX;
    for (const other of source) {
      yield first.map((each, j) => (j === i ? other : each));
      if (--left === 0) break;
    }
  }
}

/** The molecule of these solutions, or null when the protons find no place. */
function assemble(
  components: readonly InchiComponent[],
  solutions: readonly InchiSolution[],
  protons: number,
): Molecule | null {
  const draft = emptyDraft();
  components.forEach((component, i) => addComponent(draft, component, solutions[i]!));
  const graph: MoleculeGraph = {
    number: draft.number,
    charge: draft.charge,
    isotope: draft.isotope,
    hydrogens: draft.hydrogens,
    radicals: draft.radicals,
    from: draft.from,
    to: draft.to,
    order: draft.order,
    atomCount: draft.number.length,
    bondCount: draft.from.length,
    aromatic: new Array<number>(draft.number.length).fill(0),
    map: new Array<number>(draft.number.length).fill(0),
    bondAromatic: new Array<number>(draft.from.length).fill(0),
    ...adjacency(draft.number.length, draft.from, draft.to),
    rings: null,
    paths: null,
  };
  separateCharges(graph, new Array<number>(graph.atomCount).fill(0));
  const sites = protonSites(graph, protons, draft.keepsCharge);
  if (sites === null) return null;
  for (const site of sites) {
    graph.hydrogens[site]! += Math.sign(protons);
    graph.charge[site]! += Math.sign(protons);
  }
  const rings = searchRings(graph);
  graph.rings = rings;
  perceiveAromaticity(graph, rings);
  return moleculeOf(graph, draft.atomStereo, draft.bondStereo);
}

function emptyDraft() {
  return {
    number: [] as number[],
    charge: [] as number[],
    isotope: [] as number[],
    hydrogens: [] as number[],
    radicals: [] as number[],
    /** Negative atoms whose charge the InChI states as such: no proton goes there. */
    keepsCharge: new Set<number>(),
    from: [] as number[],
    to: [] as number[],
    order: [] as number[],
    atomStereo: [] as Atom['stereo'][],
    bondStereo: [] as Bond['stereo'][],
  };
}

type Draft = ReturnType<typeof emptyDraft>;

function addComponent(draft: Draft, component: InchiComponent, solution: InchiSolution): void {
  const shift = draft.number.length;
  component.number.forEach((number, atom) => {
    const shiftedBy = component.isotopes.get(atom)?.shift ?? null;
    draft.number.push(number);
    draft.charge.push(solution.charge[atom]!);
    draft.isotope.push(shiftedBy === null ? 0 : roundedMass(number) + shiftedBy);
    draft.hydrogens.push(solution.hydrogens[atom]!);
    draft.radicals.push(solution.radicals[atom]!);
    draft.atomStereo.push(null);
    if (solution.charge[atom]! < 0 && !solution.left.includes(atom)) draft.keepsCharge.add(atom + shift);
  });
  const firstBond = draft.from.length;
  component.bonds.forEach(([a, b], bond) => {
    draft.from.push(a + shift);
    draft.to.push(b + shift);
    draft.order.push(solution.order[bond]!);
    draft.bondStereo.push(null);
  });
  const heavyHydrogen = addHeavyHydrogens(draft, component, shift);
  for (const { atom, parity } of component.centres) {
    const order = neighboursInOrder(component, atom);
    // InChI counts a lone pair before all neighbours, a molecule after them: an odd exchange of four.
    const turn = (parity === '-') === (order.length !== 3) ? '@' : '@@';
    draft.atomStereo[atom + shift] = {
      turn,
      order: order.map((other) => (other < 0 ? (heavyHydrogen.get(atom) ?? -1) : other + shift)),
    };
  }
  for (const { a, b, parity } of component.doubleBonds) {
    const bond = component.bonds.findIndex(([x, y]) => (x === a && y === b) || (x === b && y === a));
    if (bond < 0 || solution.order[bond] !== 2) continue;
    const [from, to] = component.bonds[bond]!;
    const highest = (end: number, other: number): number => {
      const last = neighboursInOrder(component, end)
        .filter((each) => each !== other)
        .at(-1);
      return last === undefined || last < 0 ? (heavyHydrogen.get(end) ?? -1) : last + shift;
    };
    draft.bondStereo[firstBond + bond] = {
      side: parity === '-' ? 'together' : 'opposite',
      fromNeighbour: highest(from, to),
      toNeighbour: highest(to, from),
    };
  }
}

/** Deuterium and tritium as atoms of their own; gives the one that stands for an atom's only hydrogen. */
function addHeavyHydrogens(draft: Draft, component: InchiComponent, shift: number): Map<number, number> {
  const only = new Map<number, number>();
  for (const [atom, { deuterium, tritium }] of component.isotopes) {
    const heavy = [...new Array<number>(deuterium).fill(2), ...new Array<number>(tritium).fill(3)];
    const plain = draft.hydrogens[atom + shift]! - heavy.length;
    if (plain < 0) continue;
    draft.hydrogens[atom + shift] = plain;
    for (const isotope of heavy) {
      const hydrogen = draft.number.push(1) - 1;
      draft.charge.push(0);
      draft.isotope.push(isotope);
      draft.hydrogens.push(0);
      draft.radicals.push(0);
      draft.atomStereo.push(null);
      draft.from.push(atom + shift);
      draft.to.push(hydrogen);
      draft.order.push(1);
      draft.bondStereo.push(null);
      if (plain === 0 && heavy.length === 1) only.set(atom, hydrogen);
    }
  }
  return only;
}

/** Neighbours by their canonical numbers, the hydrogen (-1) first. */
function neighboursInOrder(component: InchiComponent, atom: number): number[] {
  const others = component.bonds.flatMap(([a, b]) => (a === atom ? [b] : b === atom ? [a] : []));
  others.sort((a, b) => a - b);
  return component.hydrogens[atom] === 1 ? [-1, ...others] : others;
}

/** The mass InChI counts isotopic shifts from: the average mass, rounded. */
function roundedMass(number: number): number {
  return Math.round(ELEMENTS[number - 1]!.weight);
}
