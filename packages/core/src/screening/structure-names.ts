import {
  components,
  compositionOf,
  graphOf,
  readSmiles,
  skeletonOf,
  type GoodsLaw,
  type MoleculeGraph,
} from '../goods/index.ts';

/** Letters of the first block of an InChIKey, which stands for the skeleton. */
const SKELETON_LETTERS = 14;

/**
 * A quick test for bulk: false where a structure is surely none of the substances of the law, whatever its drawing,
 * stereo and isotopes. The test rests on the structures the keys of the law were made of; where a key has none that can
 * be read, nothing can be excluded, and it is never false.
 */
export function mayBeNamedIn(law: GoodsLaw): (graph: MoleculeGraph) => boolean {
  const compositions = new Set<number>();
  const skeletons = new Set<number>();
  const covered = new Set<string>();
  for (const { structure } of law.substances) {
    if (structure === null) continue;
    const read = readSmiles(structure.smiles);
    if (!read.ok) continue;
    // A salt with an entry of its own is also known by each of its parts: the bulk reader asks about the parent alone.
    for (const part of new Set([read.value, ...components(read.value)])) {
      const graph = graphOf(part);
      compositions.add(compositionOf(graph));
      skeletons.add(skeletonOf(graph));
    }
    covered.add(structure.inchikey.slice(0, SKELETON_LETTERS));
  }
  const keys = [...Object.keys(law.index.skeletons), ...Object.keys(law.index.inchikeys)];
  if (keys.some((key) => !covered.has(key.slice(0, SKELETON_LETTERS)))) return () => true;
  return (graph) => compositions.has(compositionOf(graph)) && skeletons.has(skeletonOf(graph));
}
