import { findScaffold, partOf, type Molecule } from '../goods/index.ts';
import type { RingShape, Shape } from './class-definition.ts';
import { piecesWithin, type Ground, type Piece } from './class-piece.ts';

const CARBON = 6;

/** Says whether what hangs on a ring is of one of these shapes; `class-shape.ts` does. */
export type FitsAny = (ground: Ground, shapes: readonly Shape[], piece: Piece) => boolean;

/**
 * True when the ring that `first` lies in, within `atoms`, is of this shape. For a ring that hangs on a frame `atoms`
 * are those of the group; for one the frame's own atom is part of, that atom stands among them.
 *
 * A monocycle is one ring that shares no atom with another, but for the bridges its `substituents` name: with
 * `{ bridge: 'methylenedioxy' }` among them a benzodioxole is a benzene ring with a substituent.
 */
export function ringFits(
  ground: Ground,
  shape: RingShape,
  first: number,
  atoms: readonly number[],
  fitsAny: FitsAny,
): boolean {
  const cores = shape.system === 'any' ? [systemOf(ground, first, atoms)] : ringsOf(ground, first, atoms);
  return cores.some(
    (core) =>
      core.length > 0 &&
      isSuchRing(ground, shape, first, core) &&
      carriesOnly(ground, shape, core, atoms, fitsAny),
  );
}

/** The atoms reached from `first` by ring bonds within `atoms`; none when it lies in no ring there. */
function systemOf({ graph, rings }: Ground, first: number, atoms: readonly number[]): readonly number[] {
  const left = new Set(atoms);
  if (rings.ringDegree[first] === 0 || !left.delete(first)) return [];
  const system = [first];
  for (let next = 0; next < system.length; next++) {
    const atom = system[next]!;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      const other = graph.near[i]!;
      if (rings.ringBond[graph.via[i]!] === 1 && left.delete(other)) system.push(other);
    }
  }
  return system.length > 2 ? system : [];
}

/** The small rings that `first` lies in, wholly within `atoms`. */
function ringsOf({ rings }: Ground, first: number, atoms: readonly number[]): readonly (readonly number[])[] {
  if (rings.ringDegree[first] === 0) return [];
  const within = new Set(atoms);
  return rings.rings.flatMap((ring) =>
    ring.atoms.includes(first) && ring.atoms.every((atom) => within.has(atom)) ? [ring.atoms] : [],
  );
}

function isSuchRing(ground: Ground, shape: RingShape, first: number, core: readonly number[]): boolean {
  const { graph, patterns } = ground;
  if (shape.aromatic !== undefined) {
    const whole = shape.system === 'any' ? [first] : core;
    if (whole.every((atom) => graph.aromatic[atom] === 1) !== shape.aromatic) return false;
  }
  if (shape.hetero !== undefined && core.some((atom) => graph.number[atom] !== CARBON) !== shape.hetero)
    return false;
  if (shape.is === undefined && shape.isNot === undefined) return true;
  const skeleton = partOf(ground.molecule, core);
  const isOne = (smiles: string): boolean => isSkeleton(patterns.get(smiles), skeleton);
  return (shape.is?.some(isOne) ?? true) && !(shape.isNot?.some(isOne) ?? false);
}

function isSkeleton(pattern: Molecule | undefined, skeleton: Molecule): boolean {
  return (
    pattern !== undefined &&
    pattern.atoms.length === skeleton.atoms.length &&
    pattern.bonds.length === skeleton.bonds.length &&
    findScaffold(pattern, skeleton, { matchesMax: 1 }).length > 0
  );
}

function carriesOnly(
  ground: Ground,
  shape: RingShape,
  core: readonly number[],
  atoms: readonly number[],
  fitsAny: FitsAny,
): boolean {
  const { substituents } = shape;
  const pieces = piecesWithin(ground.graph, atoms, new Set(core));
  if (substituents === 'none') return pieces.length === 0;
  if (substituents === 'any') return pieces.every((piece) => piece.links.length === 1);
  return pieces.every((piece) => fitsAny(ground, substituents, piece));
}
