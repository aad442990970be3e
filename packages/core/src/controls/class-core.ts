import { findScaffold } from '../goods/index.ts';
import type { Molecule } from '../goods/index.ts';
import type { Proof } from './answer.ts';
import type { ClassTable } from './law-tables.ts';
import { hillFormula } from './positional-isomer.ts';

/**
 * The part of `molecule` that every member of a class has, or null when it has none. Containing the core is necessary
 * and not sufficient: it sends the molecule to a person, it never makes it controlled and never clears it.
 */
export function coreOf(table: ClassTable, molecule: Molecule): Proof | null {
  for (const core of table.cores) {
    const [placed] = findScaffold(core, molecule);
    if (placed !== undefined) return { rule: table.rule.id, scaffold: [...placed], zones: [] };
  }
  return null;
}

/** The example by which the rule itself says that this very structure is no member, or null. */
export function exampleOutside(table: ClassTable, molecule: Molecule): string | null {
  const example = table.outside.find((one) => isSame(one.molecule, molecule));
  return example === undefined ? null : example.name;
}

/** The same atoms bonded in the same way; stereo is not compared. */
function isSame(a: Molecule, b: Molecule): boolean {
  return (
    a.atoms.length === b.atoms.length &&
    a.bonds.length === b.bonds.length &&
    hillFormula(a) === hillFormula(b) &&
    findScaffold(a, b).length > 0
  );
}
