import { adjacency } from './molecule-graph.ts';
import type { MoleculeGraph } from './molecule-graph.ts';
import {
  BOND_AROMATIC,
  BOND_DOWN,
  BOND_QUADRUPLE,
  BOND_SINGLE,
  BOND_UP,
  IMPLICIT_HYDROGEN,
} from './smiles-scan.ts';
import type { SmilesDraft } from './smiles-scan.ts';
import { zeros } from './zeros.ts';

/**
 * The atoms and bonds of a SMILES as a graph without hydrogen atoms that are only counts, beside what the text said
 * about them. Aromatic bonds have order 1 here; hydrogens are -1 where the valence decides.
 */
export interface SmilesLayout {
  readonly graph: MoleculeGraph;
  readonly anyAromatic: boolean;
  /** Per bond, one of the BOND constants, seen from `graph.from`. */
  readonly symbol: number[];
  readonly turn: number[];
  readonly around: readonly (number[] | undefined)[];
  /** 1-based place of each atom in the text. */
  readonly position: number[];
  readonly bracketed: boolean[];
  /** Hydrogens that were written as atoms of their own on each atom. */
  readonly hydrogenAtomsOn: number[];
  /** Where such a hydrogen lies by a slash: 1 above its atom, -1 below, 0 not said. */
  readonly hydrogenSide: number[];
  /** Total valence with aromatic bonds as `aromaticValence` has it; filled in by the reader. */
  readonly valence: number[];
}

/** Lays a draft out. */
export function layOut(draft: SmilesDraft): SmilesLayout {
  const atomCount = draft.number.length;
  const bondCount = draft.from.length;
  const order = zeros(bondCount);
  let anyAromatic = draft.aromatic.includes(1);
  for (let bond = 0; bond < bondCount; bond++) {
    const symbol = draft.symbol[bond]!;
    order[bond] = symbol > BOND_SINGLE && symbol <= BOND_QUADRUPLE ? symbol : 1;
    if (symbol === BOND_AROMATIC) anyAromatic = true;
  }
  const graph: MoleculeGraph = {
    atomCount,
    bondCount,
    number: draft.number,
    charge: draft.charge,
    isotope: draft.isotope,
    hydrogens: draft.hydrogens,
    radicals: zeros(atomCount),
    aromatic: draft.aromatic,
    map: draft.map,
    from: draft.from,
    to: draft.to,
    order,
    bondAromatic: zeros(bondCount),
    ...adjacency(atomCount, draft.from, draft.to),
    rings: null,
    paths: null,
  };
  const layout: SmilesLayout = {
    graph,
    anyAromatic,
    symbol: draft.symbol,
    turn: draft.turn,
    around: draft.around,
    position: draft.position,
    bracketed: draft.hydrogens.map((hydrogens) => hydrogens >= 0),
    hydrogenAtomsOn: zeros(atomCount),
    hydrogenSide: zeros(atomCount),
    valence: zeros(atomCount),
  };
  return draft.hydrogenAtoms ? foldHydrogens(layout) : layout;
}

/** True for a hydrogen atom that is nothing but a hydrogen of its only neighbour. */
function isFoldable({ graph, symbol }: SmilesLayout, atom: number): boolean {
  if (graph.number[atom] !== 1 || graph.isotope[atom] !== 0 || graph.charge[atom] !== 0) return false;
  if (graph.hydrogens[atom]! > 0 || graph.start[atom + 1]! - graph.start[atom]! !== 1) return false;
  const place = graph.start[atom]!;
  const written = symbol[graph.via[place]!]!;
  return (
    graph.number[graph.near[place]!] !== 1 &&
    graph.order[graph.via[place]!] === 1 &&
    written !== BOND_AROMATIC
  );
}

/** The layout without hydrogen atoms that are only counts. */
function foldHydrogens(layout: SmilesLayout): SmilesLayout {
  const { graph } = layout;
  const fold: boolean[] = [];
  for (let atom = 0; atom < graph.atomCount; atom++) fold.push(isFoldable(layout, atom));
  if (!fold.includes(true)) return layout;
  const place = new Array<number>(graph.atomCount).fill(IMPLICIT_HYDROGEN);
  const kept: number[] = [];
  for (let atom = 0; atom < graph.atomCount; atom++) if (!fold[atom]) place[atom] = kept.push(atom) - 1;
  const hydrogenAtomsOn = zeros(graph.atomCount);
  const hydrogenSide = zeros(graph.atomCount);
  const bonds: number[] = [];
  for (let bond = 0; bond < graph.bondCount; bond++) {
    const from = graph.from[bond]!;
    const to = graph.to[bond]!;
    if (!fold[from] && !fold[to]) {
      bonds.push(bond);
      continue;
    }
    const heavy = fold[from] ? to : from;
    hydrogenAtomsOn[heavy]!++;
    const rises = layout.symbol[bond] === BOND_UP ? 1 : layout.symbol[bond] === BOND_DOWN ? -1 : 0;
    if (rises !== 0) hydrogenSide[heavy] = fold[to] ? rises : -rises;
  }
  const pick = <T>(list: readonly T[], indices: readonly number[]): T[] => indices.map((i) => list[i]!);
  const from = bonds.map((bond) => place[graph.from[bond]!]!);
  const to = bonds.map((bond) => place[graph.to[bond]!]!);
  return {
    graph: {
      atomCount: kept.length,
      bondCount: bonds.length,
      number: pick(graph.number, kept),
      charge: pick(graph.charge, kept),
      isotope: pick(graph.isotope, kept),
      hydrogens: pick(graph.hydrogens, kept),
      radicals: pick(graph.radicals, kept),
      aromatic: pick(graph.aromatic, kept),
      map: pick(graph.map, kept),
      from,
      to,
      order: pick(graph.order, bonds),
      bondAromatic: pick(graph.bondAromatic, bonds),
      ...adjacency(kept.length, from, to),
      rings: null,
      paths: null,
    },
    anyAromatic: layout.anyAromatic,
    symbol: pick(layout.symbol, bonds),
    turn: pick(layout.turn, kept),
    around: kept.map((atom) =>
      layout.around[atom]?.map((other) => (other < 0 ? IMPLICIT_HYDROGEN : place[other]!)),
    ),
    position: pick(layout.position, kept),
    bracketed: pick(layout.bracketed, kept),
    hydrogenAtomsOn: pick(hydrogenAtomsOn, kept),
    hydrogenSide: pick(hydrogenSide, kept),
    valence: pick(layout.valence, kept),
  };
}
