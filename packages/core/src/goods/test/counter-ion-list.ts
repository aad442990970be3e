import type { CounterIon } from '../substance.ts';

/** A short list of counter-ions for tests; the published one is data. */
export const COUNTER_IONS: readonly CounterIon[] = [
  { name: 'hydrochloride', smiles: 'Cl', role: 'acid' },
  { name: 'hydrobromide', smiles: 'Br', role: 'acid' },
  { name: 'sulfate', smiles: 'OS(=O)(=O)O', role: 'acid' },
  { name: 'nitrate', smiles: 'O[N+](=O)[O-]', role: 'acid' },
  { name: 'phosphate', smiles: 'OP(=O)(O)O', role: 'acid' },
  { name: 'acetate', smiles: 'CC(=O)O', role: 'acid' },
  { name: 'benzoate', smiles: 'OC(=O)c1ccccc1', role: 'acid' },
  { name: 'oxalate', smiles: 'OC(=O)C(=O)O', role: 'acid' },
  { name: 'fumarate', smiles: 'OC(=O)/C=C/C(=O)O', role: 'acid' },
  { name: 'maleate', smiles: 'OC(=O)/C=C\\C(=O)O', role: 'acid' },
  { name: 'butenedioate', smiles: 'OC(=O)C=CC(=O)O', role: 'acid' },
  { name: 'tartrate', smiles: 'OC(=O)C(O)C(O)C(=O)O', role: 'acid' },
  { name: 'citrate', smiles: 'OC(=O)CC(O)(CC(=O)O)C(=O)O', role: 'acid' },
  { name: 'tosylate', smiles: 'Cc1ccc(S(=O)(=O)O)cc1', role: 'acid' },
  { name: 'methyl sulfate', smiles: 'COS(=O)(=O)O', role: 'acid' },
  { name: 'hexafluorophosphate', smiles: 'F[P-](F)(F)(F)(F)F', role: 'acid' },
  { name: 'sodium', smiles: '[Na+]', role: 'base' },
  { name: 'potassium', smiles: '[K+]', role: 'base' },
  { name: 'ammonium', smiles: 'N', role: 'base' },
  { name: 'hydroxide', smiles: '[OH-]', role: 'base' },
  { name: 'water', smiles: 'O', role: 'water' },
  { name: 'heavy water', smiles: '[2H]O[2H]', role: 'water' },
  { name: 'ethanol', smiles: 'CCO', role: 'solvent' },
  { name: 'toluene', smiles: 'Cc1ccccc1', role: 'solvent' },
];
