import type { Day } from '../kernel/index.ts';

/**
 * The definition of a class of structures, as a law gives it: a frame that every member keeps, and zones of it where
 * the law allows changes, each under its clause. It stands as data beside the words of the law; a lawyer and a chemist
 * can review it without reading code. `class-match.ts` lays it on a molecule.
 */
export interface ClassDefinition {
  /**
   * The compound the law compares with ("structurally related to fentanyl by 1 or more ..."). It meets every zone
   * unchanged. Null for a formula without one.
   */
  readonly reference: { readonly name: string; readonly smiles: string } | null;
  /** How many zones must differ from the reference: 1 for "one or more", 0 where the unchanged compound is a member. */
  readonly changesMin: 0 | 1;
  /**
   * What every member keeps, as SMILES with atom-map numbers: the numbers are the positions zones speak of. More than
   * one where the law lets an atom of the frame itself be another; the clause that does is then named.
   */
  readonly scaffolds: readonly ClassScaffold[];
  /**
   * Smaller frames, with the same numbers, of what is close to the class: a molecule that has one, and whose zones on
   * it are all within the law, is near. Where a position has lost a neighbour that it has in the first scaffold,
   * anything or nothing may hang. (A full scaffold with exactly one zone outside is near too.)
   */
  readonly near: readonly string[];
  readonly zones: readonly ClassZone[];
  /** Average mass of the parent that a member does not exceed, in unified atomic mass units. */
  readonly massMax: { readonly dalton: number; readonly clause: string } | null;
  /** Doubts that hold for every member: the drawing was not read; the law asks for a judgement. All go to review. */
  readonly doubts: readonly NamedDoubt[];
}

export interface ClassScaffold {
  readonly smiles: string;
  /** The clause under which this frame differs from the first one; null for the frame of the reference. */
  readonly clause: string | null;
  readonly what: Words | null;
  /** Set where it is doubtful that the words reach this frame. */
  readonly doubt: NamedDoubt | null;
}

/** A doubt about the words of a law, with a stable name: `chain-length`, `amino`, `open-list` (等), `formyl-acyl`. */
export interface NamedDoubt {
  readonly code: string;
  readonly words: Words;
}

/** The same words in the languages of the product. */
export interface Words {
  readonly en: string;
  readonly zh: string;
  readonly es: string;
}

/** A place of the frame and what the law allows there. */
export interface ClassZone {
  /** `acyl`, `aniline`, `piperidine`, `phenethyl`; stands in proofs. */
  readonly zone: string;
  readonly title: Words;
  /** Atom-map numbers. */
  readonly at: readonly number[];
  /**
   * `slot`: one thing hangs here (the ring on the amide nitrogen); it is taken from the groups at the position that fit,
   * the others belong to the `substituents` zone of the same position, if there is one.
   * `substituents`: hydrogens, each of which may have been replaced.
   */
  readonly kind: 'slot' | 'substituents';
  /**
   * True: what hangs here is part of what makes the class. A molecule with nothing here, or with something
   * else, is not even near it (haloperidol has the piperidine of pethidine and no ester on it).
   */
  readonly required?: true;
  /**
   * What needs no clause. What the reference itself has in the zone never needs one and is found by laying the frame on
   * it; here stands what counts as the same beside that, or what a slot may hold where there is no reference. Where the
   * reference has groups in a zone of substituents and the molecule has none, `allow` or `doubts` must say `nothing`.
   */
  readonly unchanged: readonly Shape[];
  readonly allow: readonly Allowance[];
  /** What may or may not be meant; gives review with the doubt's name. Asked after `allow`. */
  readonly doubts: readonly (NamedDoubt & { readonly shapes: readonly Shape[] })[];
  /** How many substituents the law allows in the zone; null where it gives no number. */
  readonly countMax: number | null;
}

export interface Allowance {
  readonly clause: string;
  readonly shapes: readonly Shape[];
  /** The day from which the clause counts, where it came later than the class. */
  readonly from: Day | null;
}

/**
 * The form of what hangs on a position. Carbon limits count the carbons of the group itself.
 * - `nothing`: hydrogens only. `any`: any group at all, hydrogens excepted. `bondedBy`: any group bonded by an atom of
 *   one of these elements. Both may except shapes: `{ bondedBy: ['C'], except: [{ group: 'acyl' }] }`.
 * - `group`: a kind of substituent. `exactly`: this very group, as SMILES, bonded by its first atom.
 * - `ring`: a ring bonded directly. `chain`: a carbon chain of so many atoms, in no ring, that ends in a ring; single
 *   bonds between them unless `unsaturated`.
 * - `cycle`: a group bonded twice to the same position, so that the position is a ring atom (pyrrolidino); the position
 *   is an atom of the ring the shape speaks of (`is: ['C1CCNC1']`).
 * - `bridge`: a group bonded to two positions of one zone, or to two atoms of a ring (methylenedioxy).
 */
export type Shape =
  | { readonly nothing: true }
  | { readonly any: true; readonly except?: readonly Shape[] }
  | { readonly bondedBy: readonly string[]; readonly except?: readonly Shape[] }
  | { readonly group: GroupKind; readonly carbonsMax?: number; readonly carbonsMin?: number }
  | { readonly exactly: string }
  | { readonly ring: RingShape }
  | {
      readonly chain: {
        readonly atomsMin: number;
        readonly atomsMax: number;
        readonly unsaturated?: boolean;
        readonly substituents: Substituents;
        readonly ring: RingShape;
      };
    }
  | { readonly cycle: { readonly ring: RingShape } }
  | { readonly bridge: BridgeKind };

/** What stands on a ring or chain: anything, nothing, or groups of these shapes. */
export type Substituents = 'any' | 'none' | readonly Shape[];

export interface RingShape {
  /** `monocycle`: one ring, not fused, bridged or spiro. `any`: every ring system. */
  readonly system: 'monocycle' | 'any';
  /** True: the ring bonded to the frame is aromatic. */
  readonly aromatic?: boolean;
  /** True: a heterocycle; false: carbon only. */
  readonly hetero?: boolean;
  /** The skeleton is this one (`c1ccccc1`), substituents aside; or is not this one. */
  readonly is?: readonly string[];
  readonly isNot?: readonly string[];
  readonly substituents: Substituents;
}

export const BRIDGE_KINDS = [
  'methylenedioxy',
  'ethylenedioxy',
  'alkylenedioxy',
  'ethylenoxy',
  'vinylenoxy',
  'propano',
  'alkylene',
] as const;

export type BridgeKind = (typeof BRIDGE_KINDS)[number];

/**
 * Kinds of substituent, in the terms chemists and the laws use. `class-group.ts` says exactly what each means; a kind
 * whose edge a law leaves open (substituted amino, cycloalkyl as alkyl) is put under `doubts` by the rule, never here.
 */
export const GROUP_KINDS = [
  'alkyl',
  'cycloalkyl',
  'alkenyl',
  'alkynyl',
  'halo',
  'haloalkyl',
  'hydroxy',
  'hydroxyalkyl',
  'alkoxy',
  'alkenyloxy',
  'haloalkoxy',
  'aryloxy',
  'ether',
  'alkoxyalkyl',
  'ester',
  'alkoxycarbonyl',
  'acyloxy',
  'acetoxy',
  'acyl',
  'alkylcarbonyl',
  'acetyl',
  'formyl',
  'carboxy',
  'amino',
  'substituted-amino',
  'aminoalkyl',
  'amido',
  'carbamoyl',
  'alkylcarbamoyl',
  'nitro',
  'cyano',
  'cyanoalkyl',
  'azido',
  'thiol',
  'alkylthio',
  'alkylsulfonyl',
  'alkylthiocarbonyl',
  'trialkylsilyl',
  'oxo',
  'oxide',
  'quaternary',
  'aryl',
  'benzyl',
  'arylalkyl',
  'hydrocarbyl',
] as const;

export type GroupKind = (typeof GROUP_KINDS)[number];
