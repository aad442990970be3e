import { firstTie, ranksWithFirst, sideByRank, symmetryRanks, turnByRank } from './canonical-ranks.ts';
import type { RankOptions } from './canonical-ranks.ts';
import type { Molecule } from './molecule.ts';
import { hasStereo } from './molecule-form.ts';
import { graphOf, moleculeOf } from './molecule-graph.ts';
import { components } from './molecule-part.ts';
import { ringSetOf } from './ring-set.ts';
import { writeSmiles } from './smiles-writer.ts';

/**
 * Atoms that may be ranked anew, all in all, to prove that tied atoms are equivalent. Only structures of very high
 * symmetry need more; of them the text may depend on the numbering, so that two equal structures may look different,
 * never the other way round.
 */
export const CANONICAL_ATOMS_RANKED_MAX = 400_000;

/**
 * A SMILES that depends on the structure alone, not on how it was drawn or numbered: equal texts, equal structures.
 * Components in alphabetical order. Stereo marks that tell nothing apart (a centre with two equal branches) are left
 * out. `isomeric: false` gives the constitution: no stereo, no isotopes.
 */
export function canonicalSmiles(molecule: Molecule, options: RankOptions = { isomeric: true }): string {
  return components(molecule)
    .map((component) => new Canonical(component, options).text())
    .sort()
    .join('.');
}

/**
 * Atoms in the order of the canonical form: a rank of its own for every atom of one component, counted through the
 * components in the order of `canonicalSmiles`.
 */
export function canonicalRanks(molecule: Molecule): number[] {
  return new Canonical(molecule, { isomeric: true }).ranks();
}

class Canonical {
  private readonly molecule: Molecule;
  private readonly options: RankOptions;
  /** In a structure without rings, atoms of one rank are equivalent, and nothing has to be proved. */
  private readonly acyclic: boolean;
  private workLeft = CANONICAL_ATOMS_RANKED_MAX;

  constructor(molecule: Molecule, options: RankOptions) {
    this.options = options;
    this.molecule = options.isomeric ? withRealStereo(molecule) : molecule;
    this.acyclic = ringSetOf(molecule).rings.length === 0 && !hasStereo(this.molecule);
  }

  text(): string {
    return this.write(this.ranks());
  }

  ranks(): number[] {
    return this.best(symmetryRanks(this.molecule, this.options)).ranks;
  }

  private write(ranks: readonly number[]): string {
    return writeSmiles(this.molecule, { isomeric: this.options.isomeric, maps: true, ranks });
  }

  private withFirst(ranks: readonly number[], atom: number): number[] {
    this.workLeft -= ranks.length;
    return ranksWithFirst(this.molecule, ranks, atom, this.options);
  }

  /** The smallest text that breaking the ties of `ranks` can give, and the ranks behind it. */
  private best(given: number[]): { text: string; ranks: number[] } {
    let ranks = given;
    for (let tied = firstTie(ranks); tied !== null; tied = firstTie(ranks)) {
      if (this.acyclic || this.areTwins(tied) || this.workLeft < 0) {
        ranks = this.withFirst(ranks, tied[0]!);
        continue;
      }
      const before = ranks;
      const splits = tied.map((atom) => this.withFirst(before, atom));
      // One text for each choice: where all are equal the atoms are equivalent, and one choice stands for all.
      const texts = splits.map((split) => this.write(this.brokenAnyhow(split)));
      const different = splits.filter((_, i) => texts.indexOf(texts[i]!) === i);
      if (different.length > 1) return this.smallest(different);
      ranks = different[0]!;
    }
    return { text: this.write(ranks), ranks };
  }

  private smallest(choices: readonly number[][]): { text: string; ranks: number[] } {
    return choices
      .map((ranks) => this.best(ranks))
      .reduce((least, each) => (each.text < least.text ? each : least));
  }

  /** Ranks with every tie broken by its first atom. */
  private brokenAnyhow(ranks: number[]): number[] {
    let current = ranks;
    for (let tied = firstTie(current); tied !== null; tied = firstTie(current)) {
      current = this.withFirst(current, tied[0]!);
    }
    return current;
  }

  /** True for atoms that hang on the same one atom and nothing else: the methyls of a tert-butyl group. */
  private areTwins(atoms: readonly number[]): boolean {
    const graph = graphOf(this.molecule);
    const holder = graph.near[graph.start[atoms[0]!]!];
    return atoms.every(
      (atom) =>
        graph.start[atom + 1]! - graph.start[atom]! === 1 && graph.near[graph.start[atom]!] === holder,
    );
  }
}

/**
 * The molecule without stereo marks that tell nothing apart: a centre or an end of a double bond with two equal
 * branches outside rings, or with two equal ways round a ring that has no other such mark.
 */
export function withRealStereo(molecule: Molecule): Molecule {
  let current = molecule;
  for (;;) {
    const ranks = symmetryRanks(current, { isomeric: true });
    const atoms = current.atoms.map((atom, i) => (isRealCentre(current, i, ranks) ? atom.stereo : null));
    const bonds = current.bonds.map((bond, i) => (isRealDoubleBond(current, i, ranks) ? bond.stereo : null));
    const changed =
      atoms.some((stereo, i) => stereo !== current.atoms[i]!.stereo) ||
      bonds.some((stereo, i) => stereo !== current.bonds[i]!.stereo);
    if (!changed) return current;
    current = moleculeOf(graphOf(current), atoms, bonds);
  }
}

function isRealCentre(molecule: Molecule, atom: number, ranks: readonly number[]): boolean {
  const { stereo } = molecule.atoms[atom]!;
  if (stereo === null) return false;
  if (turnByRank(stereo, ranks) !== 0) return true;
  return tiesAreRing(molecule, atom, stereo.order, ranks);
}

function isRealDoubleBond(molecule: Molecule, index: number, ranks: readonly number[]): boolean {
  const bond = molecule.bonds[index]!;
  if (bond.stereo === null) return false;
  if (sideByRank(molecule, bond, ranks) !== 0) return true;
  const graph = graphOf(molecule);
  const others = (end: number, far: number): number[] =>
    graph.near.slice(graph.start[end], graph.start[end + 1]).filter((each) => each !== far);
  return (
    tiesAreRing(molecule, bond.from, others(bond.from, bond.to), ranks) &&
    tiesAreRing(molecule, bond.to, others(bond.to, bond.from), ranks)
  );
}

/**
 * True when every two equal neighbours are reached through ring bonds and another stereo mark stands in the rings:
 * then the marks may say something together (the two methyls of 1,4-dimethylcyclohexane).
 */
function tiesAreRing(
  molecule: Molecule,
  atom: number,
  neighbours: readonly number[],
  ranks: readonly number[],
): boolean {
  const graph = graphOf(molecule);
  const { ringBond, rings } = ringSetOf(molecule);
  const tied = neighbours.filter((a) =>
    neighbours.some((b) => a !== b && a >= 0 && b >= 0 && ranks[a] === ranks[b]),
  );
  if (tied.length === 0) return true;
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    if (tied.includes(graph.near[i]!) && ringBond[graph.via[i]!] === 0) return false;
  }
  const marked = (each: number): boolean => each !== atom && hasMark(molecule, each);
  return rings.some((ring) => ring.atoms.includes(atom)) && molecule.atoms.some((_, each) => marked(each));
}

/** True when the atom is a centre with stereo or an end of a double bond with stereo. */
function hasMark(molecule: Molecule, atom: number): boolean {
  if (molecule.atoms[atom]!.stereo !== null) return true;
  const graph = graphOf(molecule);
  for (let i = graph.start[atom]!; i < graph.start[atom + 1]!; i++) {
    if (molecule.bonds[graph.via[i]!]!.stereo !== null) return true;
  }
  return false;
}
