import { isAlkyl } from './class-group-carbon.ts';
import { carbonylGroup } from './class-group-oxygen.ts';
import { beyond, heavyDegree, hydrogensOn, isCarbonyl, isOnSingleBond, rootOf } from './class-piece.ts';
import type { Ground, Piece } from './class-piece.ts';

const CARBON = 6;
const NITROGEN = 7;
const OXYGEN = 8;

export function isAmino({ graph }: Ground, piece: Piece): boolean {
  const root = rootOf(piece);
  const alone = piece.atoms.length === 1 && graph.number[root] === NITROGEN && graph.charge[root] === 0;
  return alone && hydrogensOn(graph, root) === 2;
}

/**
 * The carbons on a nitrogen by which a group is bonded (the frame's own atom not among them), where it is neutral, not
 * aromatic, on single bonds only, and carries nothing but carbon and hydrogen; else null.
 */
function carbonsOnNitrogen(ground: Ground, piece: Piece): readonly number[] | null {
  const { graph } = ground;
  const root = rootOf(piece);
  if (!isOnSingleBond(ground, piece) || graph.number[root] !== NITROGEN) return null;
  if (graph.charge[root] !== 0 || graph.aromatic[root] === 1) return null;
  const carbons: number[] = [];
  for (let i = graph.start[root]!; i < graph.start[root + 1]!; i++) {
    const other = graph.near[i]!;
    if (!piece.has.has(other)) continue;
    if (graph.number[other] !== CARBON || graph.order[graph.via[i]!] !== 1) return null;
    carbons.push(other);
  }
  return carbons;
}

/** True for a carbon with a double or triple bond to another element: C=O, C=S, C=N, C#N. */
function isActivated({ graph }: Ground, carbon: number): boolean {
  for (let i = graph.start[carbon]!; i < graph.start[carbon + 1]!; i++) {
    const bond = graph.via[i]!;
    if (graph.bondAromatic[bond] === 0 && graph.order[bond]! > 1 && graph.number[graph.near[i]!] !== CARBON)
      return true;
  }
  return false;
}

export function isSubstitutedAmino(ground: Ground, piece: Piece): boolean {
  const carbons = carbonsOnNitrogen(ground, piece);
  return carbons !== null && carbons.length > 0 && !carbons.some((carbon) => isActivated(ground, carbon));
}

export function isAmido(ground: Ground, piece: Piece): boolean {
  const carbons = carbonsOnNitrogen(ground, piece);
  const root = rootOf(piece);
  return carbons !== null && carbons.some((carbon) => isAcylCarbon(ground, carbon, root));
}

/** A carbonyl carbon that carries, beside `from`, carbon or hydrogen. */
function isAcylCarbon({ graph }: Ground, carbon: number, from: number): boolean {
  if (!isCarbonyl(graph, carbon)) return false;
  for (let i = graph.start[carbon]!; i < graph.start[carbon + 1]!; i++) {
    const other = graph.near[i]!;
    const number = graph.number[other]!;
    if (other !== from && graph.order[graph.via[i]!] === 1 && number !== CARBON && number !== 1) return false;
  }
  return true;
}

export function isCarbamoyl(ground: Ground, piece: Piece): boolean {
  const on = carbonylGroup(ground, piece);
  return on !== null && isAmino(ground, on);
}

export function isAlkylcarbamoyl(ground: Ground, piece: Piece): boolean {
  const on = carbonylGroup(ground, piece);
  if (on === null || carbonsOnNitrogen(ground, on) === null) return false;
  const groups = beyond(ground.graph, on);
  return groups.length > 0 && groups.every((group) => isAlkyl(ground, group));
}

/** Both ways of drawing it: `[N+](=O)[O-]` and `N(=O)=O`. */
export function isNitro({ graph }: Ground, piece: Piece): boolean {
  const root = rootOf(piece);
  if (piece.atoms.length !== 3 || graph.number[root] !== NITROGEN || piece.links.length !== 1) return false;
  return piece.atoms.every(
    (atom) =>
      atom === root ||
      (graph.number[atom] === OXYGEN && heavyDegree(graph, atom) === 1 && hydrogensOn(graph, atom) === 0),
  );
}

export function isCyano({ graph }: Ground, piece: Piece): boolean {
  const root = rootOf(piece);
  const nitrogen = piece.atoms.find((atom) => atom !== root) ?? -1;
  return (
    piece.atoms.length === 2 &&
    graph.number[root] === CARBON &&
    graph.number[nitrogen] === NITROGEN &&
    hydrogensOn(graph, root) + hydrogensOn(graph, nitrogen) === 0
  );
}

/** Both ways of drawing it: `N=[N+]=[N-]` and `N=N#N`. */
export function isAzido({ graph }: Ground, piece: Piece): boolean {
  if (piece.atoms.length !== 3 || piece.links.length !== 1) return false;
  const plain = piece.atoms.every(
    (atom) => graph.number[atom] === NITROGEN && hydrogensOn(graph, atom) === 0 && graph.aromatic[atom] === 0,
  );
  return plain && heavyDegree(graph, rootOf(piece)) === 2;
}

/** The oxygen of an N-oxide on the frame's own nitrogen. */
export function isOxide({ graph }: Ground, piece: Piece): boolean {
  const root = rootOf(piece);
  const [link] = piece.links;
  if (piece.atoms.length !== 1 || graph.number[root] !== OXYGEN || hydrogensOn(graph, root) > 0) return false;
  return link !== undefined && piece.links.length === 1 && graph.number[link.anchor] === NITROGEN;
}

/** A group bonded by carbon to a nitrogen of the frame that carries four: one of the groups of a quaternary base. */
export function isQuaternary({ graph }: Ground, piece: Piece): boolean {
  const [link] = piece.links;
  if (link === undefined || graph.number[link.root] !== CARBON) return false;
  return isQuaternaryNitrogen(graph, link.anchor);
}

/** A nitrogen with a lasting charge and neither hydrogen nor oxygen on it. */
export function isQuaternaryNitrogen(graph: Ground['graph'], atom: number): boolean {
  if (graph.number[atom] !== NITROGEN || graph.charge[atom]! < 1 || hydrogensOn(graph, atom) > 0)
    return false;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++)
    if (graph.number[graph.near[i]!] === OXYGEN) return false;
  return true;
}
