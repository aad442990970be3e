import type { Problem } from '../kernel/index.ts';

/**
 * Why a SMILES was refused. Every problem of the reader carries the place: `position`, counted from 1 in the text
 * after leading blanks, and the `found` characters there.
 */
export type SmilesProblemCode =
  | 'smiles-blank'
  | 'smiles-too-long'
  | 'smiles-too-many-atoms'
  | 'smiles-too-many-rings'
  | 'smiles-character'
  | 'smiles-wildcard'
  | 'smiles-query'
  | 'smiles-r-group'
  | 'smiles-reaction'
  | 'smiles-extension'
  | 'smiles-bracket'
  | 'smiles-element'
  | 'smiles-number'
  | 'smiles-chirality'
  | 'smiles-chirality-class'
  | 'smiles-branch'
  | 'smiles-bond'
  | 'smiles-ring-open'
  | 'smiles-ring-bond'
  | 'smiles-valence'
  | 'smiles-aromatic'
  | 'smiles-kekule';

const TODO: Readonly<Partial<Record<SmilesProblemCode, string>>> = {
  'smiles-blank': 'Give a SMILES, such as CCO.',
  'smiles-wildcard': 'Give one definite structure: a wildcard stands for many.',
  'smiles-query': 'Give one definite structure: this is the language of searches (SMARTS).',
  'smiles-r-group': 'Give one definite structure: an R group stands for many.',
  'smiles-reaction': 'Give one structure at a time, without an arrow.',
  'smiles-extension': 'Remove what follows the blank, or have the toolkit read the structure.',
  'smiles-chirality-class': 'Only tetrahedral centres are read (@, @@, @TH1, @TH2): remove the mark.',
  'smiles-ring-open': 'Write each ring-closure digit twice.',
  'smiles-kekule':
    'Check the hydrogens on aromatic nitrogen ([nH]) and the charges, or write the double bonds.',
};

const CHECK = 'Compare the structure with its source.';

/** A problem of the reader. `position` is 1-based; `found` is cut to a dozen characters. */
export function smilesProblem(
  code: SmilesProblemCode,
  message: string,
  position?: number,
  found?: string,
  more?: Readonly<Record<string, string | number>>,
): Problem {
  return {
    code,
    message: position === undefined ? message : `Character ${position}: ${message}`,
    todo: TODO[code] ?? CHECK,
    data: {
      ...(position === undefined ? {} : { position }),
      ...(found === undefined ? {} : { found: found.slice(0, FOUND_MAX_CHARACTERS) }),
      ...more,
    },
  };
}

const FOUND_MAX_CHARACTERS = 12;

/** True for what a step of the reader gives when it refuses. */
export function isProblem(result: object): result is Problem {
  return 'code' in result && 'message' in result;
}
