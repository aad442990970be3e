import { ruleSieve, structureMatches, tablesOf, type Law } from '../controls/index.ts';
import {
  bulkReader,
  graphOf,
  moleculeRead,
  parentOf,
  readSmilesGraph,
  resolveStructure,
  smilesOfLine,
  writeSmiles,
  type Chemist,
  type Molecule,
  type ParentOutcome,
  type Resolution,
} from '../goods/index.ts';
import type { Problem } from '../kernel/index.ts';
import { mayBeNamedIn } from './structure-names.ts';

/** What the screening of a structure comes to. */
export type StructureScreened =
  /**
   * The structure was read, and nothing in the compiled law has to do with it, on any day: it is no substance of the
   * law, no salt, isomer or isotopologue of one, and no rule over structures finds anything in it.
   */
  | { readonly kind: 'nothing' }
  /** Something may have to do with it. A mixture, or what has no parent, comes with a problem and without goods. */
  | { readonly kind: 'goods'; readonly resolution: Resolution }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

export interface StructureScreener {
  /** A SMILES, with or without a title after a blank. */
  screen(smiles: string): StructureScreened;
  /** A structure that was read already. */
  screenMolecule(molecule: Molecule): StructureScreened;
}

/** Structures of which the law has something to say, kept for when the file names them again. */
const KEPT_MAX = 5_000;

const NOTHING: StructureScreened = { kind: 'nothing' };

/**
 * Screens structures of a bulk file by exclusion: most structures are shown to have nothing to do with the law without
 * asking a toolkit (`mayBeNamedIn`, `ruleSieve`); the others are resolved in full. Decision 0012 says why nothing
 * is missed.
 *
 * `chemist`: null where there is no toolkit; then a structure that may be a substance of the law and is not drawn as
 * the law draws it comes without goods, with the problem `toolkit-missing`.
 */
export function createStructureScreener(law: Law, chemist: Chemist | null): StructureScreener {
  const tables = tablesOf(law);
  const maySpeak = ruleSieve(tables);
  const mayBe = mayBeNamedIn(law);
  const mayBeNamed = (molecule: Molecule): boolean => mayBe(graphOf(molecule));
  const counterIons = law.lists.counterIons.list;
  const bulk = bulkReader(counterIons);
  const kept = new Map<string, StructureScreened>();

  /** True where some rule finds something in a parent. */
  const rulesSpeak = (molecule: Molecule): boolean => {
    if (!maySpeak(graphOf(molecule))) return false;
    const { classes, partGeneric, hydrateOf, positional } = structureMatches(tables, molecule);
    return classes.length + partGeneric.length + hydrateOf.length + positional.length > 0;
  };

  /** False where the parts of a structure surely have nothing to do with the law. */
  const concerns = (whole: Molecule, parts: ParentOutcome): boolean => {
    switch (parts.kind) {
      case 'parent':
        if (parts.removed.length > 0 && mayBeNamed(whole)) return true;
        return mayBeNamed(parts.parent) || rulesSpeak(parts.parent);
      case 'inorganic':
        return mayBeNamed(parts.whole) || rulesSpeak(parts.whole);
      case 'mixture':
      case 'none':
        return true;
    }
  };

  const resolved = (input: string, molecule: Molecule, parts: ParentOutcome): StructureScreened => {
    const resolution = resolveStructure(law, input, molecule, parts, chemist, mayBeNamed);
    const screened: StructureScreened = { kind: 'goods', resolution };
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(input, screened);
    return screened;
  };

  const screenMolecule = (molecule: Molecule, input: string | null): StructureScreened => {
    const parts = parentOf(molecule, counterIons);
    return concerns(molecule, parts) ? resolved(input ?? writeSmiles(molecule), molecule, parts) : NOTHING;
  };

  return {
    screen(smiles) {
      const line = smilesOfLine(smiles);
      if (typeof line !== 'string') return { kind: 'unreadable', problem: line };
      const { read, parent } = bulk.read(line);
      if (parent !== null && !mayBe(parent) && !maySpeak(parent)) return NOTHING;
      const before = kept.get(smiles);
      if (before !== undefined) return before;
      const whole = read ?? readSmilesGraph(line);
      if (!whole.ok) return { kind: 'unreadable', problem: whole.problem };
      return screenMolecule(moleculeRead(whole.value), smiles);
    },
    screenMolecule: (molecule) => screenMolecule(molecule, null),
  };
}
