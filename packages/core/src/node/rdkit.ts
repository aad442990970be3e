import initRdkit from '@rdkit/rdkit';
import type { Chemist } from '../goods/index.ts';
import { rdkitChemist } from '../rdkit/rdkit-chemist.ts';

/**
 * Loads RDKit (WASM) from the installed package: about 0.1 s of processor time. Each call loads a toolkit of its own.
 * Nothing is printed. Throws when the package is missing or damaged.
 */
export async function loadRdkit(): Promise<Chemist> {
  return rdkitChemist(await initRdkit.default({ print: silent, printErr: silent }));
}

function silent(): void {
  // What the toolkit prints is for its developers; refusals carry what users need.
}
