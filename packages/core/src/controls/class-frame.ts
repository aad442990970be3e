import { findScaffold, graphOf, partOf, pathBitsOf, readSmiles, type Molecule } from '../goods/index.ts';
import type { ClassDefinition, ClassScaffold, ClassZone, RingShape, Shape } from './class-definition.ts';
import { groundOf, piecesWithin, rootOf, type Ground, type Piece } from './class-piece.ts';
import { fitsAny } from './class-shape.ts';

/** A frame of a class, ready to be laid on molecules. Positions are atoms of its pattern. */
export interface Frame {
  readonly pattern: Molecule;
  /** A quick test: a molecule without these bits does not have the frame. */
  readonly paths: Int32Array;
  /** The scaffold it is; null for a frame of what is near. */
  readonly scaffold: ClassScaffold | null;
  /** The zones of the definition that are on this frame, slots first. */
  readonly zones: readonly FrameZone[];
  /** Positions where a near frame was cut out of the scaffold: anything or nothing may hang there. */
  readonly open: readonly boolean[];
}

export interface FrameZone {
  readonly zone: ClassZone;
  /** Its place in the definition, for the order of a proof. */
  readonly order: number;
  readonly at: readonly number[];
  /** What the reference has there. */
  readonly expected: readonly Expected[];
}

/** A group of the reference: what hangs at a position, as a molecule of its own bonded by the atom `root`. */
export interface Expected {
  readonly at: number;
  readonly part: Molecule;
  readonly root: number;
}

/** A SMILES of a definition that `checkDefinition` has read; one that cannot be read is a fault of the program. */
export function patternOf(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`class definition: ${smiles} cannot be read: ${read.problem.message}`);
  return read.value;
}

export function framesOf(
  definition: ClassDefinition,
  patterns: ReadonlyMap<string, Molecule>,
): {
  readonly scaffolds: readonly Frame[];
  readonly near: readonly Frame[];
  readonly reference: Molecule | null;
} {
  const reference = definition.reference === null ? null : patternOf(definition.reference.smiles);
  const ground = reference === null ? null : groundOf(reference, patterns);
  const bare = definition.scaffolds.map((scaffold) => bareFrame(definition, scaffold.smiles, scaffold));
  const [first] = bare;
  const near = definition.near.map((smiles) => {
    const frame = bareFrame(definition, smiles, null);
    return { ...frame, open: openPositions(frame.pattern, first?.pattern ?? frame.pattern) };
  });
  const withReference = (frame: Frame): Frame => (ground === null ? frame : expecting(frame, ground));
  return { scaffolds: bare.map(withReference), near: near.map(withReference), reference };
}

function bareFrame(definition: ClassDefinition, smiles: string, scaffold: ClassScaffold | null): Frame {
  const pattern = patternOf(smiles);
  const zones = definition.zones.flatMap((zone, order): FrameZone[] => {
    const at = pattern.atoms.flatMap((atom, index) => (zone.at.includes(atom.map) ? [index] : []));
    return at.length === 0 ? [] : [{ zone, order, at, expected: [] }];
  });
  return {
    pattern,
    paths: pathBitsOf(pattern),
    scaffold,
    zones: [
      ...zones.filter(({ zone }) => zone.kind === 'slot'),
      ...zones.filter(({ zone }) => zone.kind !== 'slot'),
    ],
    open: pattern.atoms.map(() => false),
  };
}

/** Positions with fewer bonds within the near frame than the atom of the same number has within the scaffold. */
function openPositions(near: Molecule, scaffold: Molecule): readonly boolean[] {
  const degrees = degreesByMap(scaffold);
  return near.atoms.map(({ map }, atom) => map !== 0 && bondsOf(near, atom) < (degrees.get(map) ?? 0));
}

function degreesByMap(pattern: Molecule): ReadonlyMap<number, number> {
  return new Map(pattern.atoms.map(({ map }, atom) => [map, bondsOf(pattern, atom)]));
}

function bondsOf(pattern: Molecule, atom: number): number {
  return pattern.bonds.filter(({ from, to }) => from === atom || to === atom).length;
}

/** The frame with what the reference has at each zone: a slot takes what fits it, the rest are substituents. */
function expecting(frame: Frame, ground: Ground): Frame {
  const [placed] = findScaffold(frame.pattern, ground.molecule, { matchesMax: 1 });
  if (placed === undefined) return frame;
  const left = new Set(piecesAround(ground, placed));
  const zones = frame.zones.map((one): FrameZone => {
    const here = [...left].filter((piece) => {
      const at = placed.indexOf(piece.links[0]?.anchor ?? -1);
      return piece.links.length === 1 && one.at.includes(at);
    });
    const taken = one.zone.kind === 'slot' ? oneOf(ground, one, here) : here;
    for (const piece of taken) left.delete(piece);
    return { ...one, expected: taken.map((piece) => expectedOf(ground, placed, piece)) };
  });
  return { ...frame, zones };
}

/** Which of the reference's groups fills a slot: one that the slot's own shapes know, before any other. */
function oneOf(ground: Ground, { zone }: FrameZone, pieces: readonly Piece[]): readonly Piece[] {
  const known = [zone.unchanged, ...zone.allow.map(({ shapes }) => shapes)];
  const fitting = known.flatMap((shapes) => pieces.find((piece) => fitsAny(ground, shapes, piece)) ?? []);
  const taken = fitting[0] ?? pieces[0];
  return taken === undefined ? [] : [taken];
}

function expectedOf(ground: Ground, placed: readonly number[], piece: Piece): Expected {
  return {
    at: placed.indexOf(piece.links[0]!.anchor),
    part: partOf(ground.molecule, piece.atoms),
    root: piece.atoms.indexOf(rootOf(piece)),
  };
}

/** The pieces of a molecule around a frame laid on it. */
function piecesAround({ molecule, graph }: Ground, placed: readonly number[]): readonly Piece[] {
  return piecesWithin(graph, [...molecule.atoms.keys()], new Set(placed));
}

/** Every SMILES that the shapes of a definition speak of, read. */
export function patternsOf(definition: ClassDefinition): ReadonlyMap<string, Molecule> {
  const texts = new Set<string>();
  for (const { unchanged, allow, doubts } of definition.zones) {
    for (const shape of [...unchanged, ...[...allow, ...doubts].flatMap(({ shapes }) => shapes)])
      for (const text of textsOf(shape)) texts.add(text);
  }
  return new Map(
    [...texts].map((text) => {
      const pattern = patternOf(text);
      graphOf(pattern);
      return [text, pattern];
    }),
  );
}

/** The SMILES within a shape. */
export function textsOf(shape: Shape): readonly string[] {
  if ('exactly' in shape) return [shape.exactly];
  if ('ring' in shape) return textsOfRing(shape.ring);
  if ('cycle' in shape) return textsOfRing(shape.cycle.ring);
  if ('chain' in shape) return [...textsOfRing(shape.chain.ring), ...textsOfList(shape.chain.substituents)];
  if ('any' in shape || 'bondedBy' in shape) return textsOfList(shape.except ?? []);
  return [];
}

function textsOfRing({ is, isNot, substituents }: RingShape): readonly string[] {
  return [...(is ?? []), ...(isNot ?? []), ...textsOfList(substituents)];
}

function textsOfList(shapes: 'any' | 'none' | readonly Shape[]): readonly string[] {
  return typeof shapes === 'string' ? [] : shapes.flatMap(textsOf);
}
