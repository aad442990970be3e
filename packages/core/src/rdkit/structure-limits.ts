import { refused } from '../kernel/index.ts';

/** Atoms of a structure that is handed to the toolkit: its InChI code overflows its stack somewhere above 600. */
export const TOOLKIT_ATOMS_MAX = 500;
/** Characters of a SMILES that is handed to the toolkit. */
export const TOOLKIT_SMILES_MAX_CHARACTERS = 10_000;
/** Open parentheses at one place of a SMILES: its reader overflows its stack somewhere above 300. */
export const TOOLKIT_BRANCH_DEPTH_MAX = 200;
/** Characters of a mol block: 500 atoms with their bonds and properties are below 100,000. */
export const TOOLKIT_MOL_MAX_CHARACTERS = 200_000;

type Refusal = ReturnType<typeof refused>;

export function structureProblem(code: string, message: string, todo?: string): Refusal {
  return refused({ code, message, todo: todo ?? 'Compare the structure with its source.' });
}

/** Why a text, or a number of atoms, is not handed to the toolkit; null when it may be. */
export function tooMuch(text: string, format: 'smiles' | 'mol'): Refusal | null;
export function tooMuch(atoms: number): Refusal | null;
export function tooMuch(given: string | number, format?: 'smiles' | 'mol'): Refusal | null {
  if (typeof given === 'number') return tooManyAtoms(given);
  if (given.trim() === '') return structureProblem('structure-blank', 'The structure is blank.');
  const most = format === 'mol' ? TOOLKIT_MOL_MAX_CHARACTERS : TOOLKIT_SMILES_MAX_CHARACTERS;
  if (given.length > most) {
    return refused({
      code: 'structure-too-large',
      message: `The structure has ${given.length} characters; the toolkit is given at most ${most}.`,
      todo: 'Ask about a smaller structure, or by name or CAS number.',
      data: { characters: given.length, limit: most },
    });
  }
  return format === 'mol' ? null : (tooDeep(given) ?? tooManyAtoms(symbolsIn(given)));
}

function tooManyAtoms(atoms: number): Refusal | null {
  if (atoms === 0) return structureProblem('structure-blank', 'The structure has no atom.');
  if (atoms <= TOOLKIT_ATOMS_MAX) return null;
  return refused({
    code: 'structure-too-large',
    message: `The structure has more than ${TOOLKIT_ATOMS_MAX} atoms, the most the toolkit is given.`,
    todo: 'Ask about a smaller structure, or by name or CAS number.',
    data: { limit: TOOLKIT_ATOMS_MAX },
  });
}

function tooDeep(smiles: string): Refusal | null {
  let depth = 0;
  for (const character of smiles) {
    if (character === ')') depth--;
    if (character !== '(' || ++depth <= TOOLKIT_BRANCH_DEPTH_MAX) continue;
    return refused({
      code: 'structure-too-deep',
      message: `The SMILES has more than ${TOOLKIT_BRANCH_DEPTH_MAX} parentheses inside one another.`,
      todo: 'Write the structure with fewer branches inside branches.',
      data: { limit: TOOLKIT_BRANCH_DEPTH_MAX },
    });
  }
  return null;
}

/** Atoms of a SMILES, counted as brackets and letters outside them: never too few by more than the two of Cl and Br. */
function symbolsIn(smiles: string): number {
  const bare = smiles.trim().split(/\s/, 1)[0] ?? '';
  return bare
    .replace(/\[[^\]]*\]/g, 'C')
    .replace(/Cl|Br/g, 'C')
    .replace(/[^A-Za-z*]/g, '').length;
}
