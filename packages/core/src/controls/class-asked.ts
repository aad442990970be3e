import { findScaffold, partOf, type Molecule } from '../goods/index.ts';
import type { Day } from '../kernel/index.ts';
import type { ClassZone, NamedDoubt, Shape } from './class-definition.ts';
import type { Expected } from './class-frame.ts';
import { groundOf, piecesWithin, rootOf, type Ground, type Piece } from './class-piece.ts';
import { shapeFits } from './class-shape.ts';
import { describePiece, type Described } from './class-words.ts';

/** Ways in which a group may be laid on that of the reference that are looked at. */
const SAME_MATCHES_MAX = 200;

/** What a zone says of one group. */
export type Told =
  | { readonly state: 'unchanged' }
  | { readonly state: 'outside' }
  | { readonly state: 'changed'; readonly clause: string; readonly from: Day | null; readonly shape: Shape }
  | { readonly state: 'doubt'; readonly doubt: NamedDoubt; readonly shape: Shape };

/**
 * What the zones of a class say of the groups of one molecule. The same groups come back in every way of laying a
 * symmetric frame and of filling its slots, so each question is put once and the answer kept.
 */
export class Asked {
  readonly ground: Ground;
  private readonly pieces = new Map<string, readonly Piece[]>();
  private readonly tellings = new Map<ClassZone, Map<Piece, Told>>();
  private readonly sameness = new Map<Expected, Map<Piece, boolean>>();
  private readonly descriptions = new Map<Shape, Map<Piece, Described>>();

  constructor(molecule: Molecule, patterns: ReadonlyMap<string, Molecule>) {
    this.ground = groundOf(molecule, patterns);
  }

  /** The pieces of the molecule around a frame laid on it; the very same ones where it covers the same atoms. */
  around(placed: readonly number[]): readonly Piece[] {
    const { molecule, graph } = this.ground;
    const key = [...placed].sort((a, b) => a - b).join();
    const kept = this.pieces.get(key);
    if (kept !== undefined) return kept;
    const made = piecesWithin(graph, [...molecule.atoms.keys()], new Set(placed));
    this.pieces.set(key, made);
    return made;
  }

  /** What the zone says of a group, the reference left out of account. */
  tell(zone: ClassZone, piece: Piece): Told {
    return once(this.tellings, zone, piece, () => told(this.ground, zone, piece));
  }

  /** True where a group is the very one that the reference has, wherever it hangs. */
  isSame(expected: Expected, piece: Piece): boolean {
    return once(this.sameness, expected, piece, () => isSameGroup(this.ground, expected, piece));
  }

  describe(shape: Shape, piece: Piece): Described {
    return once(this.descriptions, shape, piece, () => describePiece(this.ground, shape, piece));
  }
}

/** The answer kept for a question and a piece, or the one made now. */
function once<Question, Answer>(
  kept: Map<Question, Map<Piece, Answer>>,
  question: Question,
  piece: Piece,
  make: () => Answer,
): Answer {
  let answers = kept.get(question);
  if (answers === undefined) kept.set(question, (answers = new Map<Piece, Answer>()));
  let answer = answers.get(piece);
  if (answer === undefined) answers.set(piece, (answer = make()));
  return answer;
}

function told(ground: Ground, zone: ClassZone, piece: Piece): Told {
  const fits = (shape: Shape): boolean => shapeFits(ground, shape, piece);
  if (zone.unchanged.some(fits)) return { state: 'unchanged' };
  for (const { clause, from, shapes } of zone.allow) {
    const shape = shapes.find(fits);
    if (shape !== undefined) return { state: 'changed', clause, from, shape };
  }
  for (const { code, words, shapes } of zone.doubts) {
    const shape = shapes.find(fits);
    if (shape !== undefined) return { state: 'doubt', doubt: { code, words }, shape };
  }
  return { state: 'outside' };
}

function isSameGroup({ molecule }: Ground, { part, root }: Expected, piece: Piece): boolean {
  if (piece.links.length !== 1 || part.atoms.length !== piece.atoms.length) return false;
  const own = partOf(molecule, piece.atoms);
  if (own.bonds.length !== part.bonds.length) return false;
  const rootOfOwn = piece.atoms.indexOf(rootOf(piece));
  const options = { neutralIsNeutral: true, matchesMax: SAME_MATCHES_MAX };
  return findScaffold(part, own, options).some((match) => match[root] === rootOfOwn);
}
