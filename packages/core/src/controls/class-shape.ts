import { findScaffold, partOf } from '../goods/index.ts';
import { bridgeIs } from './class-bridge.ts';
import type { RingShape, Shape, Substituents } from './class-definition.ts';
import { isGroup } from './class-group.ts';
import { isOnSingleBond, makeOf, piecesWithin, rootOf, type Ground, type Piece } from './class-piece.ts';
import { ringFits } from './class-ring.ts';

const CARBON = 6;
/** Ways in which a group may be laid on one written out (`exactly`) that are looked at. */
const EXACT_MATCHES_MAX = 200;

/** True when what hangs on a position is of this shape. `nothing` is asked of the position, not of a piece. */
export function shapeFits(ground: Ground, shape: Shape, piece: Piece): boolean {
  const { links } = piece;
  if ('bridge' in shape) return bridgeIs(ground, shape.bridge, piece);
  if ('cycle' in shape) return isCycle(ground, shape.cycle.ring, piece);
  if (links.length !== 1 || 'nothing' in shape) return false;
  if ('any' in shape) return !fitsAny(ground, shape.except ?? [], piece);
  if ('bondedBy' in shape) {
    const { element } = ground.molecule.atoms[rootOf(piece)]!;
    return shape.bondedBy.includes(element) && !fitsAny(ground, shape.except ?? [], piece);
  }
  if ('group' in shape) {
    return isGroup(ground, piece, shape.group) && hasCarbons(ground, piece, shape);
  }
  if ('exactly' in shape) return isExactly(ground, shape.exactly, piece);
  if ('ring' in shape) {
    return isOnSingleBond(ground, piece) && ringFits(ground, shape.ring, rootOf(piece), piece.atoms, fitsAny);
  }
  return chainFits(ground, shape.chain, piece);
}

export function fitsAny(ground: Ground, shapes: readonly Shape[], piece: Piece): boolean {
  return shapes.some((shape) => shapeFits(ground, shape, piece));
}

/** True when one of the shapes says that hydrogens alone may stand there. */
export function allowsNothing(shapes: readonly Shape[]): boolean {
  return shapes.some((shape) => 'nothing' in shape);
}

function hasCarbons(
  ground: Ground,
  piece: Piece,
  { carbonsMin, carbonsMax }: { readonly carbonsMin?: number; readonly carbonsMax?: number },
): boolean {
  if (carbonsMin === undefined && carbonsMax === undefined) return true;
  const { carbons } = makeOf(ground, piece);
  return carbons >= (carbonsMin ?? 0) && carbons <= (carbonsMax ?? Number.POSITIVE_INFINITY);
}

/** The very group written out, bonded by the first atom of its SMILES. Stereo and isotopes are not compared. */
function isExactly(ground: Ground, smiles: string, piece: Piece): boolean {
  const pattern = ground.patterns.get(smiles);
  if (pattern?.atoms.length !== piece.atoms.length || !isOnSingleBond(ground, piece)) return false;
  const part = partOf(ground.molecule, piece.atoms);
  if (part.bonds.length !== pattern.bonds.length) return false;
  const root = piece.atoms.indexOf(rootOf(piece));
  const placings = findScaffold(pattern, part, { neutralIsNeutral: true, matchesMax: EXACT_MATCHES_MAX });
  return placings.some(([first]) => first === root);
}

/** A group bonded twice to one atom, with a ring through that atom. */
function isCycle(ground: Ground, ring: RingShape, piece: Piece): boolean {
  const [a, b, ...more] = piece.links;
  if (a === undefined || b === undefined || more.length > 0 || a.anchor !== b.anchor) return false;
  return ringFits(ground, ring, a.anchor, [a.anchor, ...piece.atoms], fitsAny);
}

type ChainShape = Extract<Shape, { readonly chain: unknown }>['chain'];

/** A carbon chain from the root to a ring: every way of walking it is tried. */
function chainFits(ground: Ground, shape: ChainShape, piece: Piece): boolean {
  if (!isOnSingleBond(ground, piece)) return false;
  const { graph, rings } = ground;
  const isChainAtom = (atom: number): boolean =>
    graph.number[atom] === CARBON && rings.ringDegree[atom] === 0 && graph.charge[atom] === 0;
  const walk = (path: readonly number[]): boolean => {
    const last = path[path.length - 1]!;
    for (let i = graph.start[last]!; i < graph.start[last + 1]!; i++) {
      const next = graph.near[i]!;
      if (!piece.has.has(next) || path.includes(next)) continue;
      const order = graph.order[graph.via[i]!]!;
      if (rings.ringDegree[next]! > 0) {
        const ends = path.length >= shape.atomsMin && order === 1;
        if (ends && chainCarries(ground, shape, piece, path, next)) return true;
      } else if (path.length < shape.atomsMax && isChainAtom(next)) {
        if ((order === 1 || shape.unsaturated === true) && walk([...path, next])) return true;
      }
    }
    return false;
  };
  const root = rootOf(piece);
  return isChainAtom(root) && walk([root]);
}

/** True when the ring at the end of a chain, and all else on the chain, is as the shape says. */
function chainCarries(
  ground: Ground,
  shape: ChainShape,
  piece: Piece,
  path: readonly number[],
  ringAtom: number,
): boolean {
  const pieces = piecesWithin(ground.graph, piece.atoms, new Set(path));
  return pieces.every((one) => {
    if (!one.has.has(ringAtom)) return carried(ground, shape.substituents, one);
    return one.links.length === 1 && ringFits(ground, shape.ring, ringAtom, one.atoms, fitsAny);
  });
}

function carried(ground: Ground, substituents: Substituents, piece: Piece): boolean {
  if (substituents === 'none') return false;
  return substituents === 'any' ? piece.links.length === 1 : fitsAny(ground, substituents, piece);
}
