import {
  canonicalSmiles,
  compositionOf,
  graphOf,
  mayHold,
  pathBits,
  readSmiles,
  type Molecule,
  type MoleculeGraph,
} from '../goods/index.ts';
import type { LawTables } from './law-tables.ts';

/**
 * Everything the rules of a law look for in a structure: cores and frames of classes, scaffolds of part-generic
 * entries with and without their carbonyl oxygens. A rule speaks only of structures that hold one of its frames.
 */
export function framesOf(tables: LawTables): readonly Molecule[] {
  const frames = [
    ...tables.classes.flatMap(({ cores }) => cores),
    ...tables.scaffolds
      .filter(({ controls }) => controls.length > 0)
      .flatMap(({ scaffold: { pattern, open } }) => (open === null ? [pattern] : [pattern, open.pattern])),
  ];
  const distinct = new Map(frames.map((frame) => [canonicalSmiles(frame, { isomeric: false }), frame]));
  return [...distinct.values()];
}

/**
 * A quick test for bulk: false where no rule of the law can speak of a structure, so that `structureMatches` would find
 * nothing in it. Never false where it would find something.
 */
export function rulesMaySpeak(tables: LawTables): (graph: MoleculeGraph) => boolean {
  const frames = framesOf(tables).map((frame) => pathBits(graphOf(frame)));
  const positional = new Set(
    [...tables.positional.values()].flat().flatMap(({ structure }) => {
      const read = readSmiles(structure?.smiles ?? '');
      return read.ok ? [compositionOf(graphOf(read.value))] : [];
    }),
  );
  return (graph) => {
    const paths = (graph.paths ??= pathBits(graph));
    for (const frame of frames) if (mayHold(paths, frame)) return true;
    return positional.has(compositionOf(graph)) || hasGemDiol(graph);
  };
}

const CARBON = 6;
const OXYGEN = 8;

/** Two hydroxyls on one carbon: the hydrate of a carbonyl compound, which may be a substance of the law. */
function hasGemDiol(graph: MoleculeGraph): boolean {
  for (let atom = 0; atom < graph.atomCount; atom++) {
    if (graph.number[atom] !== CARBON) continue;
    let hydroxyls = 0;
    for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
      const other = graph.near[i]!;
      if (graph.number[other] === OXYGEN && graph.hydrogens[other] === 1) hydroxyls++;
    }
    if (hydroxyls >= 2) return true;
  }
  return false;
}
