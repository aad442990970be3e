import type { Outcome } from '../kernel/index.ts';

/**
 * What only a chemistry toolkit can do. Core works without one; an edge (`core/node`, `core/browser`) hands one in
 * when a question needs it. Every method refuses what it cannot read and never throws.
 */
export interface Chemist {
  /** Name and version of the toolkit, for the record of an answer. */
  readonly name: string;
  /** Standard InChI and InChIKey of one structure given as SMILES. */
  identify(smiles: string): Outcome<ChemicalIdentity>;
  /** The standard InChIKey alone: a fifth of the work of `identify`. */
  key(smiles: string): Outcome<string>;
  /** Canonical SMILES of a structure given as InChI or as a mol block. */
  read(text: string, format: 'inchi' | 'mol'): Outcome<string>;
  /** SVG drawing of a structure: ink only, atoms in `highlight` tinted. */
  draw(
    smiles: string,
    size: { readonly width: number; readonly height: number },
    highlight?: readonly number[],
  ): Outcome<string>;
}

export interface ChemicalIdentity {
  /** Canonical SMILES by the toolkit. */
  readonly smiles: string;
  readonly inchi: string;
  readonly inchikey: string;
  /** Hill formula. */
  readonly formula: string;
  /** Average mass, unified atomic mass units. */
  readonly mass: number;
}
