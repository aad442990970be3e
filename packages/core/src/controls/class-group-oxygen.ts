import { isAlkenyl, isAlkyl, isAryl, isHaloalkyl, neighbourNumbers } from './class-group-carbon.ts';
import {
  beyond,
  heavyDegree,
  hydrogensOn,
  isCarbonyl,
  isOnSingleBond,
  makeOf,
  oxoOn,
  rootOf,
  type Ground,
  type Piece,
} from './class-piece.ts';

const CARBON = 6;
const OXYGEN = 8;
const SULFUR = 16;

/** What hangs on the oxygen or sulfur by which a group is bonded, when that is one thing on a single bond. */
export function onChalcogen(ground: Ground, piece: Piece, number: number): Piece | null {
  const root = rootOf(piece);
  const { graph } = ground;
  if (!isOnSingleBond(ground, piece) || graph.number[root] !== number || graph.charge[root] !== 0)
    return null;
  if (graph.aromatic[root] === 1) return null;
  const [only, ...more] = beyond(graph, piece);
  return only !== undefined && more.length === 0 && isOnSingleBond(ground, only) ? only : null;
}

/** What hangs on the carbonyl carbon by which a group is bonded: null when it is bonded otherwise, `none` for H. */
function onCarbonyl(ground: Ground, piece: Piece): Piece | 'none' | null {
  const root = rootOf(piece);
  const { graph } = ground;
  if (!isOnSingleBond(ground, piece) || graph.number[root] !== CARBON) return null;
  const oxo = oxoOn(graph, root);
  if (oxo === -1 || !piece.has.has(oxo)) return null;
  const [only, ...more] = beyond(graph, piece, oxo);
  if (more.length > 0) return null;
  if (only === undefined) return hydrogensOn(graph, root) === 1 ? 'none' : null;
  return isOnSingleBond(ground, only) ? only : null;
}

/** The group on the carbonyl carbon, where one is bonded there. */
export function carbonylGroup(ground: Ground, piece: Piece): Piece | null {
  const on = onCarbonyl(ground, piece);
  return on === 'none' ? null : on;
}

export function isHydroxy({ graph }: Ground, piece: Piece): boolean {
  const root = rootOf(piece);
  return piece.atoms.length === 1 && graph.number[root] === OXYGEN && hydrogensOn(graph, root) === 1;
}

function oxyIs(test: (ground: Ground, piece: Piece) => boolean): (ground: Ground, piece: Piece) => boolean {
  return (ground, piece) => {
    const on = onChalcogen(ground, piece, OXYGEN);
    return on !== null && test(ground, on);
  };
}

export const isAlkoxy = oxyIs(isAlkyl);
export const isAlkenyloxy = oxyIs(isAlkenyl);
export const isHaloalkoxy = oxyIs(isHaloalkyl);
export const isAryloxy = oxyIs(isAryl);
export const isAcyloxy = oxyIs((ground, on) => isAcyl(ground, on) || isFormyl(ground, on));
export const isAcetoxy = oxyIs(isAcetyl);

export function isFormyl(ground: Ground, piece: Piece): boolean {
  return onCarbonyl(ground, piece) === 'none';
}

export function isAcyl(ground: Ground, piece: Piece): boolean {
  const on = carbonylGroup(ground, piece);
  return on !== null && ground.graph.number[rootOf(on)] === CARBON;
}

export function isAlkylcarbonyl(ground: Ground, piece: Piece): boolean {
  const on = carbonylGroup(ground, piece);
  return on !== null && isAlkyl(ground, on);
}

export function isAcetyl(ground: Ground, piece: Piece): boolean {
  return piece.atoms.length === 3 && isAlkylcarbonyl(ground, piece);
}

export function isCarboxy(ground: Ground, piece: Piece): boolean {
  const on = carbonylGroup(ground, piece);
  return on !== null && isHydroxy(ground, on);
}

export function isAlkoxycarbonyl(ground: Ground, piece: Piece): boolean {
  const on = carbonylGroup(ground, piece);
  return on !== null && isAlkoxy(ground, on);
}

export function isAlkylthiocarbonyl(ground: Ground, piece: Piece): boolean {
  const on = carbonylGroup(ground, piece);
  const carbon = on === null ? null : onChalcogen(ground, on, SULFUR);
  return carbon !== null && isAlkyl(ground, carbon);
}

/** What an oxygen of a piece is part of. The atom the piece hangs on counts as its neighbour. */
function oxygenKind(ground: Ground, atom: number): 'ether' | 'ester' | 'oxo' | 'other' {
  const { graph } = ground;
  if (graph.charge[atom] !== 0 || graph.aromatic[atom] === 1 || hydrogensOn(graph, atom) > 0) return 'other';
  const numbers = neighbourNumbers(ground, atom);
  if (numbers.join() === '6') return isOxoOfEster(ground, graph.near[graph.start[atom]!]!) ? 'oxo' : 'other';
  if (numbers.join() !== '6,6') return 'other';
  let carbonyls = 0;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++)
    if (isCarbonyl(graph, graph.near[i]!)) carbonyls++;
  return carbonyls === 0 ? 'ether' : carbonyls === 1 ? 'ester' : 'other';
}

/** True for a carbonyl carbon with an oxygen on a single bond that leads on to another carbon. */
function isOxoOfEster({ graph }: Ground, carbon: number): boolean {
  if (!isCarbonyl(graph, carbon)) return false;
  for (let i = graph.start[carbon]!; i < graph.start[carbon + 1]!; i++) {
    const other = graph.near[i]!;
    if (graph.number[other] === OXYGEN && graph.order[graph.via[i]!] === 1 && heavyDegree(graph, other) === 2)
      return true;
  }
  return false;
}

/** The kinds of its oxygens, where a group is of carbon, oxygen and halogens alone and bonded singly; else none. */
function oxygenKinds(ground: Ground, piece: Piece): readonly string[] {
  if (!isOnSingleBond(ground, piece)) return [];
  const make = makeOf(ground, piece);
  if (make.carbons + make.oxygens + make.halogens !== make.size || make.charged > 0) return [];
  return piece.atoms
    .filter((atom) => ground.graph.number[atom] === OXYGEN)
    .map((atom) => oxygenKind(ground, atom));
}

export function isEther(ground: Ground, piece: Piece): boolean {
  const kinds = oxygenKinds(ground, piece);
  return kinds.length > 0 && kinds.every((kind) => kind === 'ether');
}

export function isEster(ground: Ground, piece: Piece): boolean {
  const kinds = oxygenKinds(ground, piece);
  return kinds.includes('ester') && !kinds.includes('other');
}
