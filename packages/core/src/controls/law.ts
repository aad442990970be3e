import type { Day } from '../kernel/index.ts';
import type { Equipment, GoodsLists, Substance } from '../goods/index.ts';
import type { Conflict, Control, Coverage, Duty, Instrument, Penalty, StructureRule } from './control.ts';

/**
 * The compiled law: everything `data/` says, checked and indexed, in one file named by its digest.
 * Plain JSON; programs load it and never change it.
 */
export interface Law {
  readonly format: 1;
  /** `sha256:` + 64 hex digits over the canonical JSON (RFC 8785) of everything but this field. */
  readonly digest: string;
  /** The newest day on which any of it was read. */
  readonly readOn: Day;
  readonly substances: readonly Substance[];
  readonly equipment: readonly Equipment[];
  readonly lists: GoodsLists;
  readonly instruments: readonly Instrument[];
  readonly controls: readonly Control[];
  readonly rules: readonly StructureRule[];
  readonly coverage: readonly Coverage[];
  readonly duties: readonly Duty[];
  readonly penalties: readonly Penalty[];
  readonly conflicts: readonly Conflict[];
  readonly index: LawIndex;
}

/** Look-up tables made when the law is compiled, so that a plain question needs no preparation. */
export interface LawIndex {
  /** Folded name -> `[goods id, position in its names]` of every goods that bears it. */
  readonly names: Readonly<Record<string, readonly (readonly [string, number])[]>>;
  /** CAS number -> `[goods id, position in its cas]`. */
  readonly cas: Readonly<Record<string, readonly (readonly [string, number])[]>>;
  /** Standard InChIKey of a parent, whole -> goods ids. */
  readonly inchikeys: Readonly<Record<string, readonly string[]>>;
  /** First block (14 letters) -> goods ids. */
  readonly skeletons: Readonly<Record<string, readonly string[]>>;
  /** Goods code without hyphens and suffix -> goods ids. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** HS code, digits only -> goods ids, most specific first. */
  readonly hs: Readonly<Record<string, readonly string[]>>;
  /** `UN1815` -> goods ids. */
  readonly un: Readonly<Record<string, readonly string[]>>;
  /** Goods id -> positions of its controls in `controls`. */
  readonly controls: Readonly<Record<string, readonly number[]>>;
  /** Rule id -> positions of its controls in `controls`. */
  readonly ruleControls: Readonly<Record<string, readonly number[]>>;
  /** Traditional -> simplified, for the Han characters that occur in names. */
  readonly han: Readonly<Record<string, string>>;
}
