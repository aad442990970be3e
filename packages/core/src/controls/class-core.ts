import { findScaffold } from '../goods/index.ts';
import type { Molecule } from '../goods/index.ts';
import type { Proof } from './answer.ts';
import type { ClassTable } from './law-tables.ts';

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
