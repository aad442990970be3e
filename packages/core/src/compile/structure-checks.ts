import { canonicalSmiles, readSmiles, type CounterIon, type Molecule } from '../goods/index.ts';
import { checkCasNumber } from '../kernel/index.ts';
import type { SubstanceFile, Written } from './goods-files.ts';
import type { Report } from './goods-report.ts';
import { codedPart } from './substance-code.ts';

/** CAS numbers with their check digits, the structure and its parent. `find` gives the file of another substance. */
export function checkSubstance(
  substance: Written<SubstanceFile>,
  counterIons: readonly CounterIon[],
  find: (id: string) => SubstanceFile | undefined,
  report: Report,
): void {
  const { value } = substance;
  value.cas.forEach((cas, index) => {
    const checked = checkCasNumber(cas.number);
    if (!checked.ok) {
      report(
        substance,
        ['cas', index, 'number'],
        checked.problem.code,
        checked.problem.message,
        checked.problem.todo ?? 'correct it.',
      );
    }
  });
  const { structure } = value;
  if (structure === undefined) return;
  checkParent(substance, structure.smiles, counterIons, find, report);
  const layer = structure.inchi.split('/')[1] ?? '';
  if (
    !layer.includes('.') &&
    !structure.smiles.includes('.') &&
    !/\/[pq]/.test(structure.inchi) &&
    layer !== structure.formula
  ) {
    report(
      substance,
      ['structure', 'formula'],
      'formula-mismatch',
      `The InChI says ${layer}.`,
      'take formula, mass, InChI and InChIKey from one structure.',
    );
  }
}

/** A salt says what its parent is; what is no salt does not; and the parent is the right one. */
function checkParent(
  substance: Written<SubstanceFile>,
  smiles: string,
  counterIons: readonly CounterIon[],
  find: (id: string) => SubstanceFile | undefined,
  report: Report,
): void {
  const { nature, saltOf, structure } = substance.value;
  const at = ['structure', 'smiles'];
  const coded = codedPart(smiles, counterIons);
  const named = saltOf !== undefined || structure?.parentInchikey !== undefined;
  if (coded.kind === 'unreadable') {
    report(substance, at, 'smiles-unreadable', coded.why, 'correct the structure.');
  } else if (coded.kind === 'mixture' && nature === 'substance') {
    report(
      substance,
      at,
      'mixture-as-substance',
      'More than one component is left when counter-ions are taken off.',
      'set its nature to "combination", or add the counter-ion to the published list.',
    );
  } else if (coded.kind === 'parent' && !named && nature === 'substance') {
    report(
      substance,
      at,
      'salt-without-parent',
      'The structure is a salt and says nothing of its parent.',
      'name the compiled parent (saltOf), or the InChIKey of what is left (structure.parentInchikey).',
    );
  } else if (coded.kind === 'whole' && named) {
    report(
      substance,
      at,
      'parent-of-no-salt',
      'The structure has no counter-ion to take off, and names a parent.',
      'remove saltOf and structure.parentInchikey, or correct the structure.',
    );
  }
  const parent = saltOf === undefined ? undefined : find(saltOf)?.structure;
  if (coded.kind !== 'parent' || parent === undefined) return;
  const compiled = readSmiles(parent.smiles);
  // Sources draw stereo differently; that parent and salt are the same compound is seen on the constitution.
  if (compiled.ok && constitution(compiled.value) !== constitution(coded.parent)) {
    report(
      substance,
      ['saltOf'],
      'salt-of-another',
      `What is left of the structure is not "${saltOf ?? ''}".`,
      'name the right parent, or correct one of the structures.',
    );
  }
}

function constitution(molecule: Molecule): string {
  return canonicalSmiles(molecule, { isomeric: false });
}
