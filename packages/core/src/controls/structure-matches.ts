import { hillFormula, readSmiles, type Molecule, type Substance } from '../goods/index.ts';
import { classFound, isSame, type ClassFound } from './class-core.ts';
import type { Control } from './control.ts';
import { dehydrated } from './hydrate.ts';
import type { LawTables } from './law-tables.ts';
import { partGenericMatch, type PartGenericMatch } from './part-generic.ts';
import { positionalSignature } from './positional-isomer.ts';

/** What the rules of a law find in a structure, whatever goods, form and day. */
export interface StructureMatches {
  /** Classes it is a member of, may be, or is said by the rule itself to stand outside of. */
  readonly classes: readonly ClassFound[];
  readonly partGeneric: readonly {
    readonly match: PartGenericMatch;
    readonly controls: readonly Control[];
  }[];
  /** Substances of the law of which it is the hydrate at a carbonyl group. */
  readonly hydrateOf: readonly Substance[];
  /** Substances with an entry that reaches positional isomers, and of which it could be one. */
  readonly positional: readonly Substance[];
}

/** A law's molecules are asked about again and again; searching them is the dear part of an answer. */
const KEPT = new WeakMap<LawTables, WeakMap<Molecule, StructureMatches>>();

/** Searches `molecule` (a parent, one component) for everything the rules of the law speak of. */
export function structureMatches(tables: LawTables, molecule: Molecule): StructureMatches {
  let kept = KEPT.get(tables);
  if (kept === undefined) KEPT.set(tables, (kept = new WeakMap()));
  let matches = kept.get(molecule);
  if (matches === undefined) kept.set(molecule, (matches = search(tables, molecule)));
  return matches;
}

function search(tables: LawTables, molecule: Molecule): StructureMatches {
  return {
    classes: tables.classes.flatMap((table) => classFound(table, molecule) ?? []),
    partGeneric: tables.scaffolds.flatMap(({ scaffold, controls }) => {
      const match = controls.length === 0 ? null : partGenericMatch(scaffold, molecule);
      return match === null ? [] : [{ match, controls }];
    }),
    hydrateOf: dehydrated(molecule).flatMap((ketone) => same(tables, ketone)),
    positional: positionalKin(tables, molecule),
  };
}

/** Substances of the law with this very structure, stereo aside. */
function same(tables: LawTables, molecule: Molecule): readonly Substance[] {
  return (tables.byFormula.get(hillFormula(molecule)) ?? []).filter((one) => {
    const drawn = drawnAs(one);
    return drawn !== null && isSame(drawn.molecule, molecule);
  });
}

function positionalKin(tables: LawTables, molecule: Molecule): readonly Substance[] {
  const near = tables.positional.get(hillFormula(molecule)) ?? [];
  if (near.length === 0) return [];
  const signature = positionalSignature(molecule);
  return near.filter((one) => {
    const drawn = drawnAs(one);
    if (drawn === null) return false;
    drawn.signature ??= positionalSignature(drawn.molecule);
    return drawn.signature === signature;
  });
}

interface Drawn {
  readonly molecule: Molecule;
  /** `positionalSignature` of it, once somebody asked. */
  signature: string | null;
}

/** The substances of a law never change: each is read once. */
const DRAWN = new WeakMap<Substance, Drawn | null>();

function drawnAs(substance: Substance): Drawn | null {
  let drawn = DRAWN.get(substance);
  if (drawn === undefined) {
    const read = readSmiles(substance.structure?.smiles ?? '');
    drawn = read.ok ? { molecule: read.value, signature: null } : null;
    DRAWN.set(substance, drawn);
  }
  return drawn;
}
