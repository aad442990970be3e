/**
 * A molecule as a plain, immutable value: atoms and bonds, no toolkit behind it. Class rules, salts, isotopes and
 * skeletons are functions over it. Hydrogens are counts on their atom unless an isotope or a charge makes them atoms.
 */
export interface Molecule {
  readonly atoms: readonly Atom[];
  readonly bonds: readonly Bond[];
}

export interface Atom {
  /** Element symbol; never a wildcard. */
  readonly element: string;
  readonly charge: number;
  /** Mass number, or 0 for the natural mixture. */
  readonly isotope: number;
  /** Hydrogens on the atom, implicit and explicit together. */
  readonly hydrogens: number;
  /** Unpaired electrons. */
  readonly radicals: number;
  readonly aromatic: boolean;
  /**
   * Tetrahedral stereo: looking from the first neighbour of `order`, the others run anticlockwise (`@`) or
   * clockwise (`@@`). `order` holds atom indices; -1 stands for the implicit hydrogen. Three neighbours of a sulfur,
   * phosphorus and the like have their lone pair as the fourth, after them.
   */
  readonly stereo: { readonly turn: '@' | '@@'; readonly order: readonly number[] } | null;
  /** Atom-map number, 0 if none: the number of a position in a rule's scaffold. */
  readonly map: number;
}

export interface Bond {
  readonly from: number;
  readonly to: number;
  /** Kekulé order; aromatic bonds carry the order of one valid Kekulé form and `aromatic`. */
  readonly order: 1 | 2 | 3 | 4;
  readonly aromatic: boolean;
  /**
   * Double-bond stereo: the named neighbours of `from` and `to` lie on the same or on opposite sides; -1 stands for the
   * implicit hydrogen where an end has no other neighbour (an imine).
   */
  readonly stereo: {
    readonly side: 'together' | 'opposite';
    readonly fromNeighbour: number;
    readonly toNeighbour: number;
  } | null;
}
