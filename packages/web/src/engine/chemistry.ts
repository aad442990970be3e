import { loadRdkit } from '@custody/core/browser';
import { readQuestion, type Chemist } from '@custody/core';
import rdkitWasm from '@rdkit/rdkit/RDKit_minimal.wasm?url';

let compiling: Promise<WebAssembly.Module> | null = null;
let loading: Promise<Chemist | null> | null = null;

/** The toolkit as it was compiled, once for this page: other workers are handed it and fetch nothing. */
export function toolkit(): Promise<WebAssembly.Module> {
  return (compiling ??= WebAssembly.compileStreaming(fetch(rdkitWasm)));
}

/** The chemistry toolkit, loaded once; null where this browser cannot run it. */
export function chemist(): Promise<Chemist | null> {
  return (loading ??= toolkit()
    .then(chemistFrom)
    .catch(() => null));
}

export function chemistFrom(module: WebAssembly.Module): Promise<Chemist> {
  return loadRdkit({
    instantiate: (imports) => WebAssembly.instantiate(module, imports as WebAssembly.Imports),
  });
}

/** The toolkit where some question is a structure; null otherwise, so that a name is answered without waiting for it. */
export async function chemistFor(what: readonly string[]): Promise<Chemist | null> {
  return what.some(isStructure) ? chemist() : null;
}

function isStructure(text: string): boolean {
  const read = readQuestion(text);
  if (!read.ok) return false;
  return read.value.readings.some((reading) => reading.kind === 'inchi' || reading.kind === 'smiles');
}
