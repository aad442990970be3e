import { graphOf, type Molecule, type MoleculeGraph } from '../goods/index.ts';

const CARBON = 6;
const OXYGEN = 8;

/**
 * What a gem-diol is the hydrate of: each C(OH)2 of `molecule` made C=O, one at a time. Ketones such as 4-piperidone
 * are mostly sold as this hydrate, which has another structure, another name and another CAS number.
 */
export function dehydrated(molecule: Molecule): readonly Molecule[] {
  if (!hasGemDiol(graphOf(molecule))) return [];
  return molecule.atoms.flatMap((atom, carbon) => {
    if (atom.element !== 'C' || atom.aromatic) return [];
    const hydroxyls = molecule.bonds.flatMap((bond, index) => {
      if (bond.order !== 1 || (bond.from !== carbon && bond.to !== carbon)) return [];
      const oxygen = bond.from === carbon ? bond.to : bond.from;
      return isHydroxyl(molecule, oxygen) ? [{ oxygen, bond: index }] : [];
    });
    const [kept, gone] = hydroxyls;
    if (kept === undefined || gone === undefined || hydroxyls.length !== 2) return [];
    return [withCarbonyl(molecule, kept, gone.oxygen)];
  });
}

function isHydroxyl(molecule: Molecule, index: number): boolean {
  const atom = molecule.atoms[index];
  return (
    atom?.element === 'O' &&
    atom.charge === 0 &&
    atom.hydrogens === 1 &&
    molecule.bonds.filter(({ from, to }) => from === index || to === index).length === 1
  );
}

function withCarbonyl(
  molecule: Molecule,
  kept: { readonly oxygen: number; readonly bond: number },
  gone: number,
): Molecule {
  const renumbered = (index: number): number => (index > gone ? index - 1 : index);
  return {
    atoms: molecule.atoms.flatMap((atom, index) => {
      if (index === gone) return [];
      return [{ ...atom, stereo: null, hydrogens: index === kept.oxygen ? 0 : atom.hydrogens }];
    }),
    bonds: molecule.bonds.flatMap((bond, index) => {
      if (bond.from === gone || bond.to === gone) return [];
      const order = index === kept.bond ? (2 as const) : bond.order;
      return [{ ...bond, from: renumbered(bond.from), to: renumbered(bond.to), order, stereo: null }];
    }),
  };
}

/** Two hydroxyls on one carbon: the hydrate of a carbonyl compound. */
export function hasGemDiol(graph: MoleculeGraph): boolean {
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
