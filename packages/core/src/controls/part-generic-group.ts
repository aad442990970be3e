import { graphOf, type Bond, type Molecule } from '../goods/index.ts';
import type { Reason } from './answer.ts';
import type { Zone } from './control.ts';

/** A group on a scaffold that one of its zones allows. */
export interface Found {
  readonly zone: Zone;
  readonly map: number;
  readonly what: string;
  readonly atoms: readonly number[];
  readonly doubt: Reason | null;
}

/** A piece of a molecule outside a scaffold laid on it. */
export interface Group {
  readonly atoms: readonly number[];
  /** Bonds from an atom of the scaffold to an atom of the group. */
  readonly links: readonly {
    readonly anchor: number;
    readonly root: number;
    readonly order: Bond['order'];
  }[];
}

/** The connected pieces of `molecule` outside the scaffold, with the bonds that hold them to it. */
export function groupsOutside(molecule: Molecule, inside: ReadonlyMap<number, number>): readonly Group[] {
  const seen = new Set<number>();
  const groups: Group[] = [];
  molecule.atoms.forEach((_, start) => {
    if (inside.has(start) || seen.has(start)) return;
    const atoms: number[] = [];
    const links: Group['links'][number][] = [];
    const waiting = [start];
    seen.add(start);
    for (let atom = waiting.pop(); atom !== undefined; atom = waiting.pop()) {
      atoms.push(atom);
      for (const next of neighbours(molecule, atom)) {
        if (inside.has(next.atom)) links.push({ anchor: next.atom, root: atom, order: next.bond.order });
        else if (!seen.has(next.atom)) {
          seen.add(next.atom);
          waiting.push(next.atom);
        }
      }
    }
    groups.push({ atoms: atoms.sort((a, b) => a - b), links });
  });
  return groups;
}

/** The zone that allows a group on the scaffold atom `anchor`, numbered `map`; null where none does. */
export function readGroup(
  zones: readonly Zone[],
  map: number,
  group: Group,
  anchor: number,
  molecule: Molecule,
): Found | null {
  const link = group.links[0];
  if (link === undefined || group.links.length !== 1 || link.order !== 1) return null;
  const allowed = zones.filter((zone) => zone.at.includes(map));
  const kind = kindOf(molecule, anchor, link.root);
  if (kind === null) return null;
  const zone = allowed.find((one) => one.allow === kind.kind);
  if (zone === undefined) return null;
  return { zone, map, what: kind.what, atoms: group.atoms, doubt: kind.doubt };
}

const HALOGENS: ReadonlySet<string> = new Set(['F', 'Cl', 'Br', 'I']);

interface Kind {
  readonly kind: Zone['allow'];
  readonly what: string;
  readonly doubt: Reason | null;
}

/** What the group rooted at `root` makes of the scaffold atom `anchor` it hangs on. */
function kindOf(molecule: Molecule, anchor: number, root: number): Kind | null {
  const at = molecule.atoms[anchor];
  const first = molecule.atoms[root];
  if (at === undefined || first === undefined) return null;
  if (at.element === 'C') {
    const lone = neighbours(molecule, root).length === 1;
    return HALOGENS.has(first.element) && lone && first.charge === 0
      ? { kind: 'halide', what: `${first.element} on the ring`, doubt: null }
      : null;
  }
  if (at.element === 'N') return kindOnNitrogen(molecule, anchor, root);
  if (at.element === 'O') return kindOnOxygen(molecule, anchor, root);
  return null;
}

/** N-C(=O)-C and N-C(=O)-H are amides, N-C(=O)-O-C is a carbamate; their kin only in a wider sense. */
function kindOnNitrogen(molecule: Molecule, anchor: number, root: number): Kind | null {
  const first = molecule.atoms[root];
  const others = neighbours(molecule, root).filter((next) => next.atom !== anchor);
  const element = (index: number): string => molecule.atoms[index]?.element ?? '';
  const doubles = others.filter((next) => next.bond.order === 2);
  const singles = others.filter((next) => next.bond.order === 1);
  if (first?.element === 'C' && doubles.length === 1) {
    const oxo = element(doubles[0]?.atom ?? -1);
    if (oxo !== 'O' && oxo !== 'S') return null;
    const rest = singles[0] === undefined ? 'H' : element(singles[0].atom);
    const plain = oxo === 'O';
    if (rest === 'C' || rest === 'H') {
      return { kind: 'amide', what: plain ? 'amide' : 'thioamide', doubt: plain ? null : wider('amide') };
    }
    if (rest === 'O' || rest === 'S') {
      const ester = neighbours(molecule, singles[0]?.atom ?? -1).some(
        (next) => next.atom !== root && element(next.atom) === 'C',
      );
      const sure = plain && rest === 'O' && ester;
      return {
        kind: 'carbamate',
        what: sure ? 'carbamate' : 'carbamic or thiocarbamic acid derivative',
        doubt: sure ? null : wider('carbamate'),
      };
    }
    // A urea is the amide of a carbamic acid: an amide in the wider sense of the IUPAC Gold Book only.
    return rest === 'N' ? { kind: 'amide', what: 'urea', doubt: wider('amide') } : null;
  }
  const oxygens = doubles.filter((next) => element(next.atom) === 'O').length;
  if ((first?.element === 'S' || first?.element === 'P') && oxygens > 0) {
    return { kind: 'amide', what: `amide of an acid of ${first.element}`, doubt: wider('amide') };
  }
  return null;
}

/** On an alcohol's oxygen an acyl group makes an ester; on an acid's oxygen, an alkyl or aryl group. */
function kindOnOxygen(molecule: Molecule, anchor: number, root: number): Kind | null {
  if (molecule.atoms[root]?.element !== 'C') return null;
  const holder = neighbours(molecule, anchor).find((next) => next.atom !== root);
  const acid = holder !== undefined && isCarbonyl(molecule, holder.atom);
  const acyl = isCarbonyl(molecule, root);
  return acid !== acyl ? { kind: 'ester', what: 'ester', doubt: null } : null;
}

/** C(OR)2 in place of C=O. A hemiacetal or a gem-diol (the ketone's hydrate) stands between: a person decides. */
export function readAcetal(
  zones: readonly Zone[],
  map: number,
  groups: readonly Group[],
  carbon: number,
  molecule: Molecule,
): Found | null {
  const zone = zones.find((one) => one.allow === 'acetal' && one.at.includes(map));
  const links = groups.flatMap((group) => group.links);
  if (zone === undefined || links.length !== 2) return null;
  const oxygens = links.filter((link) => link.order === 1 && molecule.atoms[link.root]?.element === 'O');
  if (oxygens.length !== 2) return null;
  const carbons = oxygens.filter((link) =>
    neighbours(molecule, link.root).some(
      (next) => next.atom !== carbon && molecule.atoms[next.atom]?.element === 'C',
    ),
  ).length;
  // An oxygen that carries anything but carbon or hydrogen (a peroxide, a silyl ether) is no acetal.
  const strange = oxygens.some((link) =>
    neighbours(molecule, link.root).some(
      (next) => next.atom !== carbon && molecule.atoms[next.atom]?.element !== 'C',
    ),
  );
  if (strange) return null;
  const what = carbons === 2 ? 'acetal' : carbons === 1 ? 'hemiacetal' : 'hydrate of the ketone (gem-diol)';
  return {
    zone,
    map,
    what,
    atoms: groups.flatMap((group) => group.atoms),
    doubt:
      carbons === 2
        ? null
        : {
            code: 'hydrate-of-the-ketone',
            text: `The goods are a ${what} of the substance named; whether the entry takes it for the substance or for an acetal is not settled here.`,
            data: { what },
          },
  };
}

function wider(kind: Zone['allow']): Reason {
  return {
    code: 'wider-sense',
    text: `The group is ${kind === 'amide' ? 'an amide' : `a ${kind}`} only in a wider sense of the word; a person must decide whether the entry means it.`,
    data: { kind },
  };
}

function isCarbonyl(molecule: Molecule, atom: number): boolean {
  return (
    molecule.atoms[atom]?.element === 'C' &&
    neighbours(molecule, atom).some(
      (next) => next.bond.order === 2 && molecule.atoms[next.atom]?.element === 'O',
    )
  );
}

/** Atoms bonded to `atom`, each with the bond. */
export function neighbours(
  molecule: Molecule,
  atom: number,
): readonly { readonly atom: number; readonly bond: Bond }[] {
  const { start, near, via } = graphOf(molecule);
  const found: { atom: number; bond: Bond }[] = [];
  for (let i = start[atom] ?? 0; i < (start[atom + 1] ?? 0); i++) {
    found.push({ atom: near[i]!, bond: molecule.bonds[via[i]!]! });
  }
  return found;
}
