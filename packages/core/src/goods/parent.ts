import { canonicalSmiles } from './canonical-smiles.ts';
import { counterIonIndex } from './counter-ions.ts';
import { hillFormula } from './formula.ts';
import type { Molecule } from './molecule.ts';
import { graphOf } from './molecule-graph.ts';
import { componentAtoms, components } from './molecule-part.ts';
import { neutralised, withSaltsAsIons } from './parent-charges.ts';
import { isOrganic } from './parent-organic.ts';
import { hydrateWords, saltWords } from './parent-words.ts';
import type { CounterIon } from './substance.ts';

/** What was taken off, by its name in the published list, and how often. */
export interface RemovedPart {
  readonly name: string;
  readonly role: CounterIon['role'];
  readonly count: number;
}

interface Removed {
  /** The names alone, in the order of the structure. */
  readonly removed: readonly string[];
  readonly parts: readonly RemovedPart[];
}

/** What is left of a structure when counter-ions, solvents and water are taken off. */
export type ParentOutcome =
  | (Removed & {
      readonly kind: 'parent';
      /** Neutralised as far as protons explain the charges; stereo and isotopes kept. */
      readonly parent: Molecule;
      /** How many of the parent there are: 2 in a sulfate of two amines. */
      readonly copies: number;
      /** The salt in words, per parent: `dihydrochloride`, `hemisulfate`, `disodium`; null for none. */
      readonly salt: string | null;
      /** The water in words, per parent: `monohydrate`; null for none. */
      readonly hydrate: string | null;
    })
  /** More than one different component is left: no code is made up. */
  | (Removed & { readonly kind: 'mixture'; readonly components: readonly Molecule[] })
  /** A salt with nothing organic in it is taken whole, as drawn, without its water or solvents. */
  | (Removed & { readonly kind: 'inorganic'; readonly whole: Molecule })
  /** Nothing is left. */
  | { readonly kind: 'none' };

/** A component, what it is on the list, and whether it is organic. */
interface Part {
  readonly molecule: Molecule;
  readonly counterIon: CounterIon | null;
  readonly organic: boolean;
}

/**
 * The parent of a structure (house rule "Parent"), by a published list of counter-ions, solvents and water.
 *
 * - Water comes off first. A structure that is then one component, or copies of one, is its own parent, also when it
 *   stands on the list: acetic acid, toluene, hydrochloric acid in water.
 * - An organic component that is not on the list makes everything that is on the list come off.
 * - Where all organic components are on the list, inorganic ions and solvents come off: sodium acetate is a salt of
 *   acetic acid, potassium permanganate from acetone is potassium permanganate.
 * - Different components that are left are a mixture. Nothing organic at all: inorganic, taken whole.
 *
 * Components are compared neutralised (`neutralised`); bare protons count as protonation. Salts drawn with bonds to
 * an alkali or alkaline-earth metal are taken as ions.
 */
export function parentOf(molecule: Molecule, counterIons: readonly CounterIon[]): ParentOutcome {
  const graph = graphOf(molecule);
  if (graph.atomCount === 0) return { kind: 'none' };
  const ions = withSaltsAsIons(molecule);
  if (ions === molecule && componentAtoms(molecule).length === 1) {
    return onlyParent(neutralised(molecule), 1, []);
  }
  const drawn = components(ions).filter((each) => !isProton(each));
  if (drawn.length === 0) return onlyParent(molecule, 1, []);
  const index = counterIonIndex(counterIons);
  const parts = drawn.map((each): Part => ({
    molecule: each,
    counterIon: index.find(each),
    organic: isOrganic(each),
  }));
  const dry = parts.filter((part) => part.counterIon?.role !== 'water');
  const kept = dry.length === 0 ? parts : dry;
  const distinct = distinctParents(kept);
  if (distinct.length === 1) return onlyParent(distinct[0]!, kept.length, without(parts, kept));
  if (!kept.some((part) => part.organic)) return inorganic(ions === molecule ? molecule : null, parts, kept);
  return organicLeft(parts, kept);
}

/** Of several components of which some are organic, what stays. */
function organicLeft(parts: readonly Part[], kept: readonly Part[]): ParentOutcome {
  const unlisted = kept.filter((part) => part.counterIon === null);
  if (unlisted.some((part) => part.organic)) return parentOrMixture(parts, unlisted);
  const withoutSolvents = kept.filter((part) => part.counterIon?.role !== 'solvent');
  if (withoutSolvents.some((part) => part.organic)) {
    const left = withoutSolvents.filter((part) => part.organic || part.counterIon === null);
    return parentOrMixture(parts, left);
  }
  if (withoutSolvents.length === 0) return parentOrMixture(parts, kept);
  const distinct = distinctParents(withoutSolvents);
  return distinct.length === 1
    ? onlyParent(distinct[0]!, withoutSolvents.length, without(parts, withoutSolvents))
    : inorganic(null, parts, withoutSolvents);
}

function parentOrMixture(parts: readonly Part[], left: readonly Part[]): ParentOutcome {
  const off = without(parts, left);
  const distinct = distinctParents(left);
  return distinct.length === 1
    ? onlyParent(distinct[0]!, left.length, off)
    : { kind: 'mixture', components: distinct, ...told(off) };
}

/** The whole of an inorganic salt: as drawn where nothing came off it. */
function inorganic(drawn: Molecule | null, parts: readonly Part[], kept: readonly Part[]): ParentOutcome {
  const off = without(parts, kept);
  const whole = drawn !== null && off.length === 0 ? drawn : joined(kept.map((part) => part.molecule));
  return { kind: 'inorganic', whole, ...told(off) };
}

function without(parts: readonly Part[], left: readonly Part[]): readonly Part[] {
  return parts.filter((part) => !left.includes(part));
}

function onlyParent(parent: Molecule, copies: number, off: readonly Part[]): ParentOutcome {
  const removed = told(off);
  return {
    kind: 'parent',
    parent,
    copies,
    ...removed,
    salt: saltWords(removed.parts, copies, totalCharge(parent) > 0),
    hydrate: hydrateWords(removed.parts, copies),
  };
}

function totalCharge(molecule: Molecule): number {
  return molecule.atoms.reduce((sum, atom) => sum + atom.charge, 0);
}

/** The neutralised components, each kind once, in the order they were drawn. */
function distinctParents(parts: readonly Part[]): readonly Molecule[] {
  const parents = parts.map((part) => neutralised(part.molecule));
  const formulas = parents.map(hillFormula);
  const seen = new Set<string>();
  return parents.filter((parent, i) => {
    // Most formulas stand alone; only where one comes twice are the structures themselves compared.
    const alone = formulas.indexOf(formulas[i]!) === formulas.lastIndexOf(formulas[i]!);
    const text = alone ? formulas[i]! : canonicalSmiles(parent);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function told(off: readonly Part[]): Removed {
  const parts = new Map<string, RemovedPart>();
  for (const { counterIon } of off) {
    if (counterIon === null) continue;
    const { name, role } = counterIon;
    parts.set(name, { name, role, count: (parts.get(name)?.count ?? 0) + 1 });
  }
  return { removed: [...parts.keys()], parts: [...parts.values()] };
}

/** Components as one molecule. */
function joined(parts: readonly Molecule[]): Molecule {
  const atoms: Molecule['atoms'][number][] = [];
  const bonds: Molecule['bonds'][number][] = [];
  for (const part of parts) {
    const shift = atoms.length;
    const moved = (atom: number): number => (atom < 0 ? atom : atom + shift);
    for (const atom of part.atoms) {
      atoms.push(
        atom.stereo === null
          ? atom
          : { ...atom, stereo: { turn: atom.stereo.turn, order: atom.stereo.order.map(moved) } },
      );
    }
    for (const bond of part.bonds) {
      const stereo =
        bond.stereo === null
          ? null
          : {
              side: bond.stereo.side,
              fromNeighbour: moved(bond.stereo.fromNeighbour),
              toNeighbour: moved(bond.stereo.toNeighbour),
            };
      bonds.push({ ...bond, from: moved(bond.from), to: moved(bond.to), stereo });
    }
  }
  return { atoms, bonds };
}

function isProton(component: Molecule): boolean {
  const atom = component.atoms[0]!;
  return component.atoms.length === 1 && atom.element === 'H' && atom.charge === 1;
}
