import type { Molecule } from '../goods/index.ts';

/**
 * What positional isomers have in common: formula, ring systems, functional groups. Two structures that differ here
 * are no positional isomers; two that agree may be, and a person compares their core (21 CFR 1300.01, "positional
 * isomer": same formula and core structure, same functional groups at any position, none created and none lost).
 */
export function positionalSignature(molecule: Molecule): string {
  const near = adjacency(molecule);
  const ringBonds = bondsInRings(molecule, near);
  const inRing = new Set(
    [...ringBonds].flatMap((bond) => [molecule.bonds[bond]?.from, molecule.bonds[bond]?.to]),
  );
  const groups = molecule.atoms.flatMap((_, index) =>
    inRing.has(index) ? [] : functionalGroup(molecule, near, index),
  );
  const unsaturated = molecule.bonds.filter(
    (bond, index) =>
      !ringBonds.has(index) &&
      bond.order > 1 &&
      molecule.atoms[bond.from]?.element === 'C' &&
      molecule.atoms[bond.to]?.element === 'C',
  ).length;
  return [
    hillFormula(molecule),
    ringSystems(molecule, near, ringBonds).sort().join(' '),
    groups.sort().join(' '),
    `C=C ${String(unsaturated)}`,
  ].join(' | ');
}

/** Hill formula: carbon, hydrogen, then the rest by letter; all by letter where there is no carbon. */
export function hillFormula(molecule: Molecule): string {
  const counts = new Map<string, number>();
  const add = (element: string, count: number): void => {
    if (count > 0) counts.set(element, (counts.get(element) ?? 0) + count);
  };
  for (const atom of molecule.atoms) {
    add(atom.element, 1);
    add('H', atom.hydrogens);
  }
  const rank = (element: string): string =>
    counts.has('C') && element === 'C' ? '' : counts.has('C') && element === 'H' ? ' ' : element;
  return [...counts]
    .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([element, count]) => (count === 1 ? element : `${element}${String(count)}`))
    .join('');
}

interface Near {
  readonly atom: number;
  readonly bond: number;
}

function adjacency(molecule: Molecule): readonly (readonly Near[])[] {
  const near: Near[][] = molecule.atoms.map(() => []);
  molecule.bonds.forEach((bond, index) => {
    near[bond.from]?.push({ atom: bond.to, bond: index });
    near[bond.to]?.push({ atom: bond.from, bond: index });
  });
  return near;
}

/** Positions of the bonds that lie in a ring: all but the bridges (Tarjan 1974, by depth-first low points). */
function bondsInRings(molecule: Molecule, near: readonly (readonly Near[])[]): ReadonlySet<number> {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const ring = new Set<number>(molecule.bonds.keys());
  molecule.atoms.forEach((_, start) => {
    if (order.has(start)) return;
    const stack: { readonly atom: number; readonly by: number; next: number }[] = [];
    const enter = (atom: number, by: number): void => {
      order.set(atom, order.size);
      low.set(atom, order.get(atom) ?? 0);
      stack.push({ atom, by, next: 0 });
    };
    enter(start, -1);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const step = near[top.atom]?.[top.next];
      top.next += 1;
      if (step === undefined) {
        stack.pop();
        const above = stack.at(-1);
        if (above === undefined) continue;
        const reach = low.get(top.atom) ?? 0;
        low.set(above.atom, Math.min(low.get(above.atom) ?? 0, reach));
        if (reach > (order.get(above.atom) ?? 0)) ring.delete(top.by);
      } else if (step.bond !== top.by) {
        if (order.has(step.atom)) {
          low.set(top.atom, Math.min(low.get(top.atom) ?? 0, order.get(step.atom) ?? 0));
        } else enter(step.atom, step.bond);
      }
    }
  });
  return ring;
}

/** One word a ring system: its elements, how many of its atoms are aromatic, how many bonds close it. */
function ringSystems(
  molecule: Molecule,
  near: readonly (readonly Near[])[],
  ringBonds: ReadonlySet<number>,
): string[] {
  const seen = new Set<number>();
  const systems: string[] = [];
  for (const bond of ringBonds) {
    const start = molecule.bonds[bond]?.from;
    if (start === undefined || seen.has(start)) continue;
    const members: number[] = [];
    const bonds = new Set<number>();
    const waiting = [start];
    seen.add(start);
    for (let atom = waiting.pop(); atom !== undefined; atom = waiting.pop()) {
      members.push(atom);
      for (const next of near[atom] ?? []) {
        if (!ringBonds.has(next.bond)) continue;
        bonds.add(next.bond);
        if (!seen.has(next.atom)) {
          seen.add(next.atom);
          waiting.push(next.atom);
        }
      }
    }
    const elements = members.map((atom) => molecule.atoms[atom]?.element ?? '').sort();
    const aromatic = members.filter((atom) => molecule.atoms[atom]?.aromatic === true).length;
    systems.push(`${elements.join('')}/${String(aromatic)}/${String(bonds.size)}`);
  }
  return systems;
}

/** The functional group a hetero atom outside rings stands for; carbon stands for none. */
function functionalGroup(molecule: Molecule, near: readonly (readonly Near[])[], index: number): string[] {
  const atom = molecule.atoms[index];
  if (atom === undefined || atom.element === 'C' || atom.element === 'H') return [];
  const others = (near[index] ?? []).map((next) => ({
    element: molecule.atoms[next.atom]?.element ?? '',
    order: molecule.bonds[next.bond]?.order ?? 1,
    atom: next.atom,
  }));
  const carbonyl = (carbon: number): boolean =>
    (near[carbon] ?? []).some(
      (next) =>
        next.atom !== index &&
        molecule.bonds[next.bond]?.order === 2 &&
        molecule.atoms[next.atom]?.element === 'O',
    );
  const onlySingleCarbons = others.every((other) => other.element === 'C' && other.order === 1);
  const acyl = others.some((other) => other.element === 'C' && carbonyl(other.atom)) ? ' of acyl' : '';
  if (atom.element === 'N' && onlySingleCarbons && atom.charge === 0) return [`amine${acyl}`];
  if (atom.element === 'O' && onlySingleCarbons && atom.charge === 0) {
    return [`${atom.hydrogens > 0 ? 'hydroxy' : 'ether'}${acyl}`];
  }
  const around = others.map((other) => `${String(other.order)}${other.element}`).sort();
  const holder = others.find((other) => other.element === 'C' && other.order === 2);
  // Aldehyde and ketone are different groups: a carbonyl is told apart by what its carbon holds.
  const hydrogens = holder === undefined ? 0 : (molecule.atoms[holder.atom]?.hydrogens ?? 0);
  return [`${atom.element}${String(atom.charge)}(${around.join(',')})h${String(hydrogens)}`];
}
