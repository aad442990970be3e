import type { Equipment, Substance } from '../goods/index.ts';
import type { Proof, Reason } from './answer.ts';
import type { Basis } from './bases.ts';
import type { Control } from './control.ts';

/** One way in which one control may reach the goods, whatever the day. */
export interface Link {
  /** The control; for part of a part-generic entry with a later start, with that start. */
  readonly control: Control;
  readonly basis: Basis;
  readonly outcome: 'applies' | 'doubt' | 'excluded';
  /** Why it does not apply, or not surely; the first is the one that counts. */
  readonly reasons: readonly Reason[];
  readonly proof: Proof | null;
  /** True where the entry is for these very goods, in whatever form. */
  readonly own: boolean;
  readonly notes: readonly string[];
}

/** A link that applies without doubt; what a basis knows better is laid over it. */
export function plainLink(control: Control, basis: Basis, own: boolean): Link {
  return { control, basis, outcome: 'applies', reasons: [], proof: null, own, notes: [] };
}

/** True where the scheduled name leaves stereocentres open: every stereoisomer is the substance named. */
export function isOpenStereo(named: Substance | Equipment | null): boolean {
  return named?.kind === 'chemical' && named.structure?.openStereo === true;
}

/** False for plants, extracts, preparations and the like, which carry the structure of what they contain. */
export function isSingleChemical(substance: Substance): boolean {
  return !/plant|extract|resin|preparation|mixture|combination|adduct/i.test(substance.nature);
}

/** Letters of the first block of an InChIKey, which stands for the skeleton. */
export const SKELETON_LETTERS = 14;
