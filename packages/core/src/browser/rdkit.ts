import initRdkit from '@rdkit/rdkit';
import type { Chemist } from '../goods/index.ts';
import { rdkitChemist } from '../rdkit/rdkit-chemist.ts';

export interface RdkitSource {
  /** Address of `RDKit_minimal.wasm`, as the bundler gives it. */
  readonly wasmUrl: string;
}

/**
 * Loads RDKit (WASM) in a page or a web worker. Nothing is printed. Throws when the file cannot be fetched or the
 * browser has no WebAssembly.
 */
export async function loadRdkit({ wasmUrl }: RdkitSource): Promise<Chemist> {
  const module = await initRdkit.default({ locateFile: () => wasmUrl, print: silent, printErr: silent });
  return rdkitChemist(module);
}

function silent(): void {
  // What the toolkit prints is for its developers; refusals carry what users need.
}
