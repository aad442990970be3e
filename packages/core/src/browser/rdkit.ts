import initRdkit from '@rdkit/rdkit';
import type { Chemist } from '../goods/index.ts';
import { rdkitChemist } from '../rdkit/rdkit-chemist.ts';

/** Where the toolkit comes from. */
export type RdkitSource =
  | {
      /** Address of `RDKit_minimal.wasm`, as the bundler gives it. */
      readonly wasmUrl: string;
    }
  | {
      /**
       * Makes an instance (`WebAssembly.Instance`) of the toolkit with these imports: for workers that are handed the
       * compiled module by another one, so that it is fetched and compiled once.
       */
      readonly instantiate: (imports: object) => Promise<object>;
    };

/**
 * Loads RDKit (WASM) in a page or a web worker. Nothing is printed. Throws when the file cannot be fetched or the
 * browser has no WebAssembly.
 */
export async function loadRdkit(source: RdkitSource): Promise<Chemist> {
  const quiet = { print: silent, printErr: silent };
  if ('wasmUrl' in source) {
    return rdkitChemist(await initRdkit.default({ locateFile: () => source.wasmUrl, ...quiet }));
  }
  // The toolkit's own promise never settles when its instance cannot be made.
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports: object, receive: (instance: object) => void): object => {
      source.instantiate(imports).then(receive, reject);
      return {};
    };
    initRdkit.default({ instantiateWasm, ...quiet }).then((module) => resolve(rdkitChemist(module)), reject);
  });
}

function silent(): void {
  // What the toolkit prints is for its developers; refusals carry what users need.
}
