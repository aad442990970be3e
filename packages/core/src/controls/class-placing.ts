import type { Day } from '../kernel/index.ts';
import type { Proof } from './answer.ts';
import type { Asked, Told } from './class-asked.ts';
import type { NamedDoubt } from './class-definition.ts';
import type { Expected, Frame, FrameZone } from './class-frame.ts';
import { isOxide, isQuaternaryNitrogen } from './class-group-nitrogen.ts';
import type { Ground, Piece } from './class-piece.ts';
import { allowsNothing } from './class-shape.ts';
import { CHARGED_FRAME, N_OXIDE, NO_GROUP, QUATERNARY, type Described } from './class-words.ts';

/** A frame laid on a molecule in one way, and what its zones then say. */
export interface Reading {
  readonly placed: readonly number[];
  /**
   * How many zones are not as the law has them. A group between two zones that no bridge allows makes two, and so does
   * a required zone: neither leaves the molecule close.
   */
  readonly outside: number;
  /** How many zones are changed under a clause. */
  readonly changed: number;
  readonly doubts: readonly NamedDoubt[];
  readonly findings: readonly Finding[];
  /** The latest day from which one of the clauses counts. */
  readonly from: Day | null;
}

export type Finding = Proof['zones'][number] & { readonly order: number };

/**
 * Reads the zones of a frame laid on a molecule: each group is given to a slot or to a zone of substituents in the way
 * that leaves the fewest zones outside, then the fewest doubts.
 */
export function readPlacing(asked: Asked, frame: Frame, placed: readonly number[]): Reading {
  const slots = frame.zones.filter(({ zone }) => zone.kind === 'slot');
  let best: Reading | null = null;
  const assign = (
    next: number,
    free: readonly Piece[],
    filled: readonly (Piece | null)[],
    lost: number,
  ): void => {
    if (best !== null && lost > best.outside) return;
    const slot = slots[next];
    if (slot === undefined) {
      const reading = new Tally(asked, frame, placed).read(slots, filled, free);
      if (best === null || compareReadings(reading, best) < 0) best = reading;
      return;
    }
    const fitting = free.filter((piece) => hangsWithin(slot, piece, placed));
    for (const piece of fitting) {
      const outside = fillSlot(asked, slot, piece).state === 'outside' ? weightOf(slot) : 0;
      const others = free.filter((one) => one !== piece);
      assign(next + 1, others, [...filled, piece], lost + outside);
    }
    if (fitting.length === 0 || sharesPosition(frame, slot)) assign(next + 1, free, [...filled, null], lost);
  };
  assign(0, asked.around(placed), [], 0);
  return best!;
}

/** What a slot says of the group in it: that of the reference needs no clause, at any position of the slot. */
function fillSlot(asked: Asked, { zone, expected }: FrameZone, piece: Piece): Told {
  return expected.some((group) => asked.isSame(group, piece))
    ? { state: 'unchanged' }
    : asked.tell(zone, piece);
}

/** A required zone that is outside counts for two: what lacks it is not even close. */
function weightOf({ zone }: FrameZone): number {
  return zone.required === true ? 2 : 1;
}

/** Fewer zones outside first, then fewer doubts, then the earlier day; then fewer findings and their text. */
export function compareReadings(a: Reading, b: Reading): number {
  return (
    a.outside - b.outside ||
    a.doubts.length - b.doubts.length ||
    compareTexts(a.from ?? '', b.from ?? '') ||
    a.findings.length - b.findings.length ||
    compareTexts(textOf(a), textOf(b))
  );
}

function textOf({ doubts, findings }: Reading): string {
  return [...doubts.map(({ code }) => code), ...findings.map((one) => one.zone + one.clause + one.what)].join(
    '|',
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function hangsWithin({ at }: FrameZone, piece: Piece, placed: readonly number[]): boolean {
  return piece.links.length > 0 && piece.links.every(({ anchor }) => at.includes(placed.indexOf(anchor)));
}

/** True where a group at the slot's position may belong to another zone there, so that the slot may stay empty. */
function sharesPosition(frame: Frame, slot: FrameZone): boolean {
  return frame.zones.some((other) => other !== slot && other.at.some((one) => slot.at.includes(one)));
}

/** The reading of one placing with one filling of its slots, as it is added up. */
class Tally {
  private readonly asked: Asked;
  private readonly ground: Ground;
  private readonly frame: Frame;
  private readonly placed: readonly number[];
  private outside = 0;
  private readonly changed = new Set<number>();
  private readonly doubts = new Map<string, NamedDoubt>();
  private readonly findings: Finding[] = [];
  private from: Day | null = null;
  /** Positions whose fourth group a clause on quaternary bases allows. */
  private readonly quaternary = new Set<number>();

  constructor(asked: Asked, frame: Frame, placed: readonly number[]) {
    this.asked = asked;
    this.ground = asked.ground;
    this.frame = frame;
    this.placed = placed;
  }

  read(slots: readonly FrameZone[], filled: readonly (Piece | null)[], free: readonly Piece[]): Reading {
    slots.forEach((slot, index) => {
      this.readSlot(slot, filled[index] ?? null);
    });
    const spread = this.spread(free);
    for (const one of this.frame.zones)
      if (one.zone.kind === 'substituents') this.readSubstituents(one, spread.get(one) ?? []);
    this.outside += 2 * this.bondsAcross();
    this.readCharges();
    return {
      placed: this.placed,
      outside: this.outside,
      changed: this.changed.size,
      doubts: [...this.doubts.values()].sort((a, b) => compareTexts(a.code, b.code)),
      findings: this.findings.sort(
        (a, b) => a.order - b.order || compareTexts(a.clause + a.what, b.clause + b.what),
      ),
      from: this.from,
    };
  }

  private readSlot(slot: FrameZone, piece: Piece | null): void {
    if (piece === null) this.readNothing(slot);
    else if (!this.keep(slot, piece, fillSlot(this.asked, slot, piece))) this.leave(slot);
  }

  /** No group where a slot is, or where the reference has substituents. */
  private readNothing(one: FrameZone): void {
    const { zone, expected, at } = one;
    if (expected.length === 0 && (zone.kind === 'substituents' || this.isOpen(at))) return;
    if (allowsNothing(zone.unchanged)) return;
    const atoms = at.map((position) => this.placed[position]!);
    const allowed = zone.allow.find(({ shapes }) => allowsNothing(shapes));
    if (allowed !== undefined) {
      this.change(one, allowed.clause, allowed.from, NO_GROUP, atoms);
      return;
    }
    const doubt = zone.doubts.find(({ shapes }) => allowsNothing(shapes));
    if (doubt !== undefined) this.doubt(one, doubt, NO_GROUP, atoms);
    else this.leave(one);
  }

  private leave(one: FrameZone): void {
    this.outside += weightOf(one);
  }

  private isOpen(at: readonly number[]): boolean {
    return at.some((position) => this.frame.open[position] === true);
  }

  /** Gives each group that fills no slot to a zone; what belongs to none is counted here. */
  private spread(free: readonly Piece[]): ReadonlyMap<FrameZone, readonly Piece[]> {
    const spread = new Map<FrameZone, Piece[]>();
    for (const piece of free) {
      const positions = new Set(piece.links.map(({ anchor }) => this.placed.indexOf(anchor)));
      const zones = this.frame.zones.filter(
        ({ zone, at }) =>
          positions.size > 0 &&
          zone.kind === 'substituents' &&
          [...positions].every((one) => at.includes(one)),
      );
      const zone =
        zones.find((one) => this.takes(one, piece)) ??
        (this.isIgnored(positions, piece) ? undefined : zones[0]);
      if (zone !== undefined) spread.set(zone, [...(spread.get(zone) ?? []), piece]);
      else if (!this.isIgnored(positions, piece)) this.outside += positions.size === 1 ? 1 : 2;
    }
    return spread;
  }

  /** What a near frame leaves open, and what makes a nitrogen an N-oxide or quaternary, which is a doubt of its own. */
  private isIgnored(positions: ReadonlySet<number>, piece: Piece): boolean {
    if (positions.size === 0) return false;
    if ([...positions].every((one) => this.frame.open[one] === true)) return true;
    if (isOxide(this.ground, piece)) {
      this.doubts.set(N_OXIDE.code, N_OXIDE);
      return true;
    }
    const [anchor] = piece.links;
    return piece.links.length === 1 && isQuaternaryNitrogen(this.ground.graph, anchor!.anchor);
  }

  private readSubstituents(one: FrameZone, pieces: readonly Piece[]): void {
    const { zone, expected } = one;
    const unused = [...expected];
    let [outside, spoken] = [zone.countMax !== null && pieces.length > zone.countMax, false];
    for (const piece of pieces) {
      const same = unused.findIndex((group) => this.isExpected(group, piece));
      if (same !== -1) {
        unused.splice(same, 1);
        continue;
      }
      const told = this.asked.tell(zone, piece);
      if (!this.keep(one, piece, told)) outside = true;
      if (told.state !== 'unchanged') spoken = true;
    }
    if (outside) this.leave(one);
    else if (unused.length > 0 && !spoken) this.readNothing(one);
  }

  private takes({ zone, expected }: FrameZone, piece: Piece): boolean {
    return (
      expected.some((group) => this.isExpected(group, piece)) ||
      this.asked.tell(zone, piece).state !== 'outside'
    );
  }

  /** True where the very same group hangs where the reference has it. */
  private isExpected(expected: Expected, piece: Piece): boolean {
    return this.placed[expected.at] === piece.links[0]?.anchor && this.asked.isSame(expected, piece);
  }

  /** Writes down what was told of a group. False where it is outside. */
  private keep(one: FrameZone, piece: Piece, told: Told): boolean {
    if (told.state === 'outside') return false;
    if (told.state === 'unchanged') return true;
    const described = this.asked.describe(told.shape, piece);
    if ('group' in told.shape && told.shape.group === 'quaternary')
      this.quaternary.add(this.placed.indexOf(piece.links[0]!.anchor));
    if (told.state === 'changed') this.change(one, told.clause, told.from, described, piece.atoms);
    else this.doubt(one, told.doubt, described, piece.atoms);
    return true;
  }

  private change(
    { zone, order }: FrameZone,
    clause: string,
    from: Day | null,
    described: Described,
    atoms: readonly number[],
  ): void {
    this.changed.add(order);
    if (from !== null && (this.from === null || from > this.from)) this.from = from;
    const sorted = [...atoms].sort((a, b) => a - b);
    const finding = { zone: zone.zone, title: zone.title, clause, ...described, outcome: 'changed' as const };
    this.findings.push({ ...finding, atoms: sorted, order });
  }

  private doubt(
    { zone, order }: FrameZone,
    { code, words }: NamedDoubt,
    described: Described,
    atoms: readonly number[],
  ): void {
    this.doubts.set(code, { code, words });
    const sorted = [...atoms].sort((a, b) => a - b);
    const named = { zone: zone.zone, title: zone.title, clause: code };
    const finding = { ...named, ...described, outcome: 'doubt' as const };
    this.findings.push({ ...finding, atoms: sorted, order });
  }

  /** Bonds between atoms of the frame that the frame itself has not. */
  private bondsAcross(): number {
    const inside = new Set(this.placed);
    const { graph } = this.ground;
    let bonds = 0;
    for (const atom of this.placed)
      for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++)
        if (graph.near[i]! > atom && inside.has(graph.near[i]!)) bonds++;
    return bonds - this.frame.pattern.bonds.length;
  }

  private readCharges(): void {
    const { graph } = this.ground;
    this.frame.pattern.atoms.forEach(({ charge }, position) => {
      const atom = this.placed[position]!;
      if (charge !== 0 || graph.charge[atom] === 0 || this.quaternary.has(position)) return;
      if (isQuaternaryNitrogen(graph, atom)) this.doubts.set(QUATERNARY.code, QUATERNARY);
      else if (graph.number[atom] !== 7) this.doubts.set(CHARGED_FRAME.code, CHARGED_FRAME);
    });
  }
}
