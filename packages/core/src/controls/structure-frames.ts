import {
  canonicalSmiles,
  compositionOf,
  graphOf,
  mayHold,
  pathBits,
  readSmiles,
  searchGraph,
  type Molecule,
  type MoleculeGraph,
} from '../goods/index.ts';
import { hasGemDiol } from './hydrate.ts';
import type { LawTables } from './law-tables.ts';

/**
 * Everything the rules of a law look for in a structure: cores and frames of classes, scaffolds of part-generic
 * entries, and the same with the two oxygens of an acetal in place of a carbonyl's one. A rule speaks only of structures that hold one of its frames.
 */
export function framesOf(tables: LawTables): readonly Molecule[] {
  const frames = [
    ...tables.classes.flatMap(({ cores }) => cores),
    ...tables.scaffolds
      .filter(({ controls }) => controls.length > 0)
      .flatMap(({ scaffold: { pattern, open } }) =>
        open === null ? [pattern] : [pattern, withTwoOxygens(open.pattern, open.carbons)],
      ),
  ];
  const distinct = new Map(frames.map((frame) => [canonicalSmiles(frame, { isomeric: false }), frame]));
  return [...distinct.values()];
}

/** An acetal, hemiacetal or gem-diol of a ketone holds two oxygens by single bonds where the ketone has its one. */
function withTwoOxygens(open: Molecule, carbons: readonly number[]): Molecule {
  const atoms = [...open.atoms];
  const bonds = [...open.bonds];
  for (const carbon of carbons) {
    for (let each = 0; each < 2; each++) {
      bonds.push({ from: carbon, to: atoms.length, order: 1, aromatic: false, stereo: null });
      atoms.push(OXYGEN_ATOM);
    }
  }
  return { atoms, bonds };
}

const OXYGEN_ATOM: Molecule['atoms'][number] = {
  element: 'O',
  charge: 0,
  isotope: 0,
  hydrogens: 0,
  radicals: 0,
  aromatic: false,
  stereo: null,
  map: 0,
};

/**
 * A quick test for bulk: false where no rule of the law speaks of a structure, so that `structureMatches` would find
 * nothing in it. Never false where it would find something. `parent`: the graph of a parent, aromaticity settled.
 */
export type RuleSieve = (parent: MoleculeGraph) => boolean;

export function ruleSieve(tables: LawTables): RuleSieve {
  const frames = framesOf(tables).map((molecule) => ({ molecule, paths: pathBits(graphOf(molecule)) }));
  const positional = new Set(
    [...tables.positional.values()].flat().flatMap(({ structure }) => {
      const read = readSmiles(structure?.smiles ?? '');
      return read.ok ? [compositionOf(graphOf(read.value))] : [];
    }),
  );
  return (parent) => {
    const paths = (parent.paths ??= pathBits(parent));
    for (const frame of frames) {
      if (!mayHold(paths, frame.paths)) continue;
      const { matches, complete } = searchGraph(frame.molecule, parent, FIRST_ONLY);
      // Given up: whether the frame is there is not known, so the rules must be asked.
      if (matches.length > 0 || !complete) return true;
    }
    return positional.has(compositionOf(parent)) || hasGemDiol(parent);
  };
}

const FIRST_ONLY = { matchesMax: 1 };
