import type { Day } from '../kernel/index.ts';
import type { GoodsIndex, GoodsLaw } from '../goods/index.ts';
import type { Conflict, Control, Coverage, Duty, Instrument, Penalty, StructureRule } from './control.ts';

/**
 * The compiled law: everything `data/` says, checked and indexed, in one file named by its digest.
 * Plain JSON; programs load it and never change it.
 */
export interface Law extends GoodsLaw {
  readonly format: 1;
  /** `sha256:` + 64 hex digits over the canonical JSON (RFC 8785) of everything but this field. */
  readonly digest: string;
  /** The newest day on which any of it was read. */
  readonly readOn: Day;
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
export interface LawIndex extends GoodsIndex {
  /** Goods id -> positions of its controls in `controls`. */
  readonly controls: Readonly<Record<string, readonly number[]>>;
  /** Rule id -> positions of its controls in `controls`. */
  readonly ruleControls: Readonly<Record<string, readonly number[]>>;
}
