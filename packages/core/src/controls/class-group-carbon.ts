import {
  beyond,
  heavyDegree,
  isOnSingleBond,
  makeOf,
  rootOf,
  type Ground,
  type Make,
  type Piece,
} from './class-piece.ts';

const CARBON = 6;
const NITROGEN = 7;
const OXYGEN = 8;

/** A group bonded by a carbon: open, saturated, without charge or aromatic ring; its make, else null. */
function saturatedChain(ground: Ground, piece: Piece): Make | null {
  if (!isOnSingleBond(ground, piece) || ground.graph.number[rootOf(piece)] !== CARBON) return null;
  const make = makeOf(ground, piece);
  const plain = make.rings + make.doubles + make.triples + make.aromatic + make.charged === 0;
  return plain ? make : null;
}

/** Carbon only, one single bond to the frame, no charge; its make, else null. */
function carbonOnly(ground: Ground, piece: Piece): Make | null {
  if (!isOnSingleBond(ground, piece)) return null;
  const make = makeOf(ground, piece);
  return make.carbons === make.size && make.charged === 0 ? make : null;
}

export function isAlkyl(ground: Ground, piece: Piece): boolean {
  const make = saturatedChain(ground, piece);
  return make !== null && make.carbons === make.size;
}

export function isCycloalkyl(ground: Ground, piece: Piece): boolean {
  const make = carbonOnly(ground, piece);
  return make !== null && make.rings > 0 && make.doubles + make.triples + make.aromatic === 0;
}

export function isAlkenyl(ground: Ground, piece: Piece): boolean {
  const make = carbonOnly(ground, piece);
  return make !== null && make.rings + make.triples + make.aromatic === 0 && make.doubles > 0;
}

export function isAlkynyl(ground: Ground, piece: Piece): boolean {
  const make = carbonOnly(ground, piece);
  return make !== null && make.rings + make.aromatic === 0 && make.triples > 0;
}

export function isHydrocarbyl(ground: Ground, piece: Piece): boolean {
  return carbonOnly(ground, piece) !== null;
}

export function isHaloalkyl(ground: Ground, piece: Piece): boolean {
  const make = saturatedChain(ground, piece);
  return make !== null && make.halogens > 0 && make.carbons + make.halogens === make.size;
}

export function isHydroxyalkyl(ground: Ground, piece: Piece): boolean {
  const make = saturatedChain(ground, piece);
  if (make === null || make.oxygens === 0 || make.carbons + make.oxygens !== make.size) return false;
  return every(ground, piece, OXYGEN, (oxygen) => heavyDegree(ground.graph, oxygen) === 1);
}

export function isAlkoxyalkyl(ground: Ground, piece: Piece): boolean {
  const make = saturatedChain(ground, piece);
  if (make === null || make.oxygens === 0 || make.carbons + make.oxygens !== make.size) return false;
  return every(ground, piece, OXYGEN, (oxygen) => neighbourNumbers(ground, oxygen).join() === '6,6');
}

export function isAminoalkyl(ground: Ground, piece: Piece): boolean {
  const make = saturatedChain(ground, piece);
  if (make === null || make.nitrogens === 0 || make.carbons + make.nitrogens !== make.size) return false;
  return every(ground, piece, NITROGEN, (nitrogen) => heavyDegree(ground.graph, nitrogen) === 1);
}

export function isCyanoalkyl(ground: Ground, piece: Piece): boolean {
  const root = rootOf(piece);
  if (!isOnSingleBond(ground, piece) || ground.graph.number[root] !== CARBON) return false;
  const make = makeOf(ground, piece);
  const plain = make.rings + make.doubles + make.aromatic + make.charged === 0;
  if (!plain || make.nitrogens === 0 || make.triples !== make.nitrogens) return false;
  // A nitrile carbon bonded to the frame itself is cyano: it has no room for more.
  if (make.carbons + make.nitrogens !== make.size || make.size === 2) return false;
  return every(ground, piece, NITROGEN, (nitrogen) => heavyDegree(ground.graph, nitrogen) === 1);
}

export function isAryl(ground: Ground, piece: Piece): boolean {
  const root = rootOf(piece);
  const { graph, rings } = ground;
  if (!isOnSingleBond(ground, piece) || graph.aromatic[root] !== 1) return false;
  const isBenzenoid = (atom: number): boolean => graph.number[atom] === CARBON && graph.aromatic[atom] === 1;
  return rings.rings.some(({ atoms }) => atoms.includes(root) && atoms.every(isBenzenoid));
}

export function isBenzyl(ground: Ground, piece: Piece): boolean {
  const make = carbonOnly(ground, piece);
  if (make === null || make.size !== 7 || make.aromatic !== 6) return false;
  const [ring] = beyond(ground.graph, piece);
  return ring !== undefined && isAryl(ground, ring);
}

export function isArylalkyl(ground: Ground, piece: Piece): boolean {
  const make = carbonOnly(ground, piece);
  const { graph, rings } = ground;
  if (make === null || make.aromatic === 0 || make.doubles + make.triples > 0) return false;
  if (graph.aromatic[rootOf(piece)] === 1) return false;
  return piece.atoms.every((atom) => graph.aromatic[atom] === 1 || rings.ringDegree[atom] === 0);
}

/** True when every atom of this element in the piece is so. */
function every(ground: Ground, piece: Piece, number: number, so: (atom: number) => boolean): boolean {
  return piece.atoms.every((atom) => ground.graph.number[atom] !== number || so(atom));
}

/** Atomic numbers of the neighbours heavier than hydrogen, ascending. */
export function neighbourNumbers({ graph }: Ground, atom: number): readonly number[] {
  return graph.near
    .slice(graph.start[atom], graph.start[atom + 1])
    .map((other) => graph.number[other]!)
    .filter((number) => number > 1)
    .sort((a, b) => a - b);
}
