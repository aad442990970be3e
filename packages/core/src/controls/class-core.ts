import { findScaffold, hillFormula, searchScaffold, withoutIsotopes } from '../goods/index.ts';
import type { Molecule } from '../goods/index.ts';
import { classOutcome, type ClassOutcome } from './class-match.ts';
import { NOT_DECIDED, SEARCH_GIVEN_UP } from './class-words.ts';
import type { ClassTable } from './law-tables.ts';

/** What a class rule says of a structure, and the example by which the rule itself puts it outside, if there is one. */
export interface ClassFound extends ClassOutcome {
  readonly table: ClassTable;
  readonly outside: string | null;
}

/**
 * What a class rule says of `molecule` (a parent, one component), or null where it says nothing of it. A rule with a
 * definition decides. One without looks for its core, which every member has: that sends the molecule to a person, it
 * never makes it controlled and never clears it. A structure that the rule itself gives as standing outside is `no`.
 */
export function classFound(table: ClassTable, molecule: Molecule): ClassFound | null {
  const outcome =
    table.definition === null ? coreOutcome(table, molecule) : classOutcome(table.definition, molecule);
  if (outcome.verdict === 'no' && outcome.proof === null) return null;
  const outside = exampleOutside(table, molecule);
  if (outside === null) return outcome.verdict === 'no' ? null : { ...outcome, table, outside };
  return { ...outcome, verdict: 'no', doubts: [], from: null, table, outside };
}

function coreOutcome({ cores, rule }: ClassTable, molecule: Molecule): ClassOutcome {
  let certain = true;
  for (const core of cores) {
    const { matches, complete } = searchScaffold(core, molecule, { matchesMax: 1 });
    const [placed] = matches;
    if (placed !== undefined) {
      const proof = { rule: rule.id, scaffold: [...placed], zones: [] };
      return { verdict: 'review', proof, doubts: [NOT_DECIDED], from: null };
    }
    certain &&= complete;
  }
  const verdict = certain ? 'no' : 'review';
  return { verdict, proof: null, doubts: certain ? [] : [SEARCH_GIVEN_UP], from: null };
}

/** The example by which the rule itself says that this very structure is no member, or null. */
function exampleOutside(table: ClassTable, molecule: Molecule): string | null {
  const plain = withoutIsotopes(molecule);
  const example = table.outside.find((one) => isSame(one.molecule, plain));
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
