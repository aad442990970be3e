import { findScaffold, hillFormula, searchScaffold } from '../goods/index.ts';
import type { Molecule } from '../goods/index.ts';
import type { Proof } from './answer.ts';
import type { ClassTable } from './law-tables.ts';

/** The core of a class laid on a molecule. */
export interface CoreFound {
  readonly proof: Proof;
  /** False when the search was given up before it was through: whether the core is there is not known. */
  readonly certain: boolean;
}

/**
 * The part of `molecule` that every member of a class has, or null when it has none. Containing the core is necessary
 * and not sufficient: it sends the molecule to a person, it never makes it controlled and never clears it.
 */
export function coreOf(table: ClassTable, molecule: Molecule): CoreFound | null {
  let certain = true;
  for (const core of table.cores) {
    const { matches, complete } = searchScaffold(core, molecule, { matchesMax: 1 });
    const [placed] = matches;
    if (placed !== undefined) {
      return { proof: { rule: table.rule.id, scaffold: [...placed], zones: [] }, certain: true };
    }
    certain &&= complete;
  }
  return certain ? null : { proof: { rule: table.rule.id, scaffold: [], zones: [] }, certain };
}

/** The example by which the rule itself says that this very structure is no member, or null. */
export function exampleOutside(table: ClassTable, molecule: Molecule): string | null {
  const example = table.outside.find((one) => isSame(one.molecule, molecule));
  return example === undefined ? null : example.name;
}

/** The same atoms bonded in the same way; stereo is not compared. */
export function isSame(a: Molecule, b: Molecule): boolean {
  return (
    a.atoms.length === b.atoms.length &&
    a.bonds.length === b.bonds.length &&
    hillFormula(a) === hillFormula(b) &&
    findScaffold(a, b, { matchesMax: 1 }).length > 0
  );
}
