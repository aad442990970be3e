import { bondBetween } from '../goods/index.ts';
import type { BridgeKind } from './class-definition.ts';
import { heavyDegree, hydrogensOn, makeOf, type Ground, type Piece } from './class-piece.ts';

const CARBON = 6;
const OXYGEN = 8;

/**
 * What each kind of bridge means: a group bonded to two atoms of a frame or ring. Those with oxygen close a ring with
 * two atoms that are bonded to each other.
 */
const KINDS: Readonly<Record<BridgeKind, (ground: Ground, piece: Piece) => boolean>> = {
  /** O-CH2-O. */
  methylenedioxy: (ground, piece) => isFused(ground, piece) && isPlain(ground, piece, 'OCO'),
  /** O-CH2-CH2-O. */
  ethylenedioxy: (ground, piece) => isFused(ground, piece) && isPlain(ground, piece, 'OCCO'),
  /** O-(saturated open carbons)-O: both of the above, isopropylidenedioxy. */
  alkylenedioxy: isAlkylenedioxy,
  /** CH2-CH2-O: the other ring of a dihydrobenzofuran. */
  ethylenoxy: (ground, piece) => isFused(ground, piece) && isPlain(ground, piece, 'CCO'),
  /** CH=CH-O: the other ring of a benzofuran. */
  vinylenoxy: isVinylenoxy,
  /** CH2-CH2-CH2. */
  propano: (ground, piece) => isPlain(ground, piece, 'CCC'),
  /** Carbon only, open, saturated, of one carbon or more. */
  alkylene: isAlkylene,
};

export function bridgeIs(ground: Ground, kind: BridgeKind, piece: Piece): boolean {
  const [a, b, ...more] = piece.links;
  const bridges = a !== undefined && b !== undefined && more.length === 0 && a.anchor !== b.anchor;
  return bridges && KINDS[kind](ground, piece);
}

/** True when the two atoms it is bonded to are bonded to each other. */
function isFused({ graph }: Ground, { links: [a, b] }: Piece): boolean {
  return bondBetween(graph, a!.anchor, b!.anchor) !== -1;
}

/** Saturated, no charge, and no ring of its own. */
function isOpenSaturated(ground: Ground, piece: Piece): boolean {
  const { rings, doubles, triples, aromatic, charged } = makeOf(ground, piece);
  return rings + doubles + triples + aromatic + charged === 0;
}

/** The elements along the way from one end to the other, the ends in alphabetical order; null where it branches. */
function elementsAlong({ graph }: Ground, piece: Piece): string | null {
  const [a, b] = piece.links;
  let text = '';
  for (let last = -1, atom = a!.root; ;) {
    text += graph.number[atom] === CARBON ? 'C' : graph.number[atom] === OXYGEN ? 'O' : '?';
    if (atom === b!.root) break;
    const next = graph.near
      .slice(graph.start[atom], graph.start[atom + 1])
      .filter((other) => other !== last && piece.has.has(other));
    if (next.length !== 1) return null;
    last = atom;
    atom = next[0]!;
  }
  if (text.length !== piece.atoms.length) return null;
  const back = [...text].reverse().join('');
  return back < text ? back : text;
}

/** Exactly this row of atoms with hydrogens and nothing else on it. */
function isPlain(ground: Ground, piece: Piece, row: string): boolean {
  return isOpenSaturated(ground, piece) && elementsAlong(ground, piece) === row;
}

function isAlkylenedioxy(ground: Ground, piece: Piece): boolean {
  const { graph } = ground;
  const [a, b] = piece.links;
  const make = makeOf(ground, piece);
  return (
    isFused(ground, piece) &&
    isOpenSaturated(ground, piece) &&
    make.oxygens === 2 &&
    make.carbons > 0 &&
    make.carbons + 2 === make.size &&
    graph.number[a!.root] === OXYGEN &&
    graph.number[b!.root] === OXYGEN
  );
}

/** Drawn with a double bond or as an aromatic ring. */
function isVinylenoxy(ground: Ground, piece: Piece): boolean {
  const { graph } = ground;
  if (!isFused(ground, piece) || elementsAlong(ground, piece) !== 'CCO') return false;
  const [a, b] = piece.atoms.filter((atom) => graph.number[atom] === CARBON);
  const bond = bondBetween(graph, a!, b!);
  const bare = [a!, b!].every((atom) => heavyDegree(graph, atom) === 2 && hydrogensOn(graph, atom) === 1);
  return bare && (graph.order[bond] === 2 || graph.bondAromatic[bond] === 1);
}

function isAlkylene(ground: Ground, piece: Piece): boolean {
  const { carbons, size } = makeOf(ground, piece);
  return carbons === size && isOpenSaturated(ground, piece);
}
