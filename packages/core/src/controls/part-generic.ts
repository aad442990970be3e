import { findScaffold } from '../goods/index.ts';
import type { Molecule } from '../goods/index.ts';
import type { Day } from '../kernel/index.ts';
import type { Proof, Reason } from './answer.ts';
import type { StructureRule } from './control.ts';
import { groupsOutside, neighbours, readAcetal, readGroup, type Found } from './part-generic-group.ts';

/**
 * A named entry that also reaches its amides, carbamates, halides, acetals, esters "and any combination thereof":
 * the goods are the scaffold with a group of the allowed kind at one or more of its places, and nothing else.
 */
export interface PartGenericMatch {
  readonly proof: Proof;
  /** The day from which the widest zone used counts; null: as long as the entry. */
  readonly from: Day | null;
  /** Set where a group is of an allowed kind only in a wider sense of the word. */
  readonly doubt: Reason | null;
}

/** A scaffold as a pattern, ready to be looked for; made once a law by `readScaffold`. */
export interface Scaffold {
  readonly rule: StructureRule;
  readonly pattern: Molecule;
  /** The pattern without its carbonyl oxygens, for the acetals; null when no zone speaks of acetals. */
  readonly open: { readonly pattern: Molecule; readonly carbons: readonly number[] } | null;
}

/** Prepares `rule` with its scaffold already read as a molecule. */
export function readScaffold(rule: StructureRule, pattern: Molecule): Scaffold {
  const places = new Set(rule.zones.filter((zone) => zone.allow === 'acetal').flatMap((zone) => zone.at));
  const carbonyls = pattern.atoms.flatMap((atom, index) => {
    if (!places.has(atom.map)) return [];
    const oxygen = neighbours(pattern, index).find(
      ({ atom: other, bond }) => bond.order === 2 && pattern.atoms[other]?.element === 'O',
    );
    return oxygen === undefined ? [] : [{ carbon: index, oxygen: oxygen.atom }];
  });
  if (carbonyls.length === 0) return { rule, pattern, open: null };
  const gone = new Set(carbonyls.map((one) => one.oxygen));
  const kept = pattern.atoms.map((_, index) => index).filter((index) => !gone.has(index));
  const renumbered = new Map(kept.map((old, now) => [old, now]));
  return {
    rule,
    pattern,
    open: {
      pattern: {
        atoms: kept.flatMap((old) => pattern.atoms[old] ?? []),
        bonds: pattern.bonds.flatMap((bond) => {
          const from = renumbered.get(bond.from);
          const to = renumbered.get(bond.to);
          return from === undefined || to === undefined ? [] : [{ ...bond, from, to, stereo: null }];
        }),
      },
      carbons: carbonyls.flatMap((one) => renumbered.get(one.carbon) ?? []),
    },
  };
}

/**
 * How `molecule` (a parent, one component) meets a part-generic rule, or null. Of several ways to lay the scaffold
 * on it, the one without doubt and with the earliest start is taken.
 */
export function partGenericMatch(scaffold: Scaffold, molecule: Molecule): PartGenericMatch | null {
  const whole = findScaffold(scaffold.pattern, molecule).map((atoms) =>
    readPlacing(scaffold.rule, scaffold.pattern, [], atoms, molecule),
  );
  const opened =
    scaffold.open === null
      ? []
      : findScaffold(scaffold.open.pattern, molecule).map((atoms) =>
          readPlacing(
            scaffold.rule,
            scaffold.open?.pattern ?? scaffold.pattern,
            scaffold.open?.carbons ?? [],
            atoms,
            molecule,
          ),
        );
  const found = [...whole, ...opened].filter((match) => match !== null);
  return found.sort(bestFirst)[0] ?? null;
}

function bestFirst(a: PartGenericMatch, b: PartGenericMatch): number {
  const doubt = Number(a.doubt !== null) - Number(b.doubt !== null);
  if (doubt !== 0) return doubt;
  const [fromA, fromB] = [a.from ?? '', b.from ?? ''];
  return fromA < fromB ? -1 : fromA > fromB ? 1 : 0;
}

/** One way of laying the scaffold: every atom outside it must belong to a group its zone allows. */
function readPlacing(
  rule: StructureRule,
  pattern: Molecule,
  opened: readonly number[],
  placed: readonly number[],
  molecule: Molecule,
): PartGenericMatch | null {
  const inside = new Map(placed.map((atom, position) => [atom, position]));
  if (!isWhole(pattern, placed, inside, molecule)) return null;
  const groups = groupsOutside(molecule, inside);
  const found: Found[] = [];
  for (const group of groups) {
    const anchors = new Set(group.links.map((link) => link.anchor));
    const anchor = group.links[0]?.anchor;
    // A group that hangs on two places of the scaffold closes a ring the entry does not speak of.
    if (anchor === undefined || anchors.size !== 1) return null;
    const position = inside.get(anchor) ?? -1;
    if (opened.includes(position)) continue;
    const map = pattern.atoms[position]?.map ?? 0;
    const one = readGroup(rule.zones, map, group, anchor, molecule);
    if (one === null) return null;
    found.push(one);
  }
  for (const position of opened) {
    const carbon = placed[position];
    const acetal =
      carbon === undefined
        ? null
        : readAcetal(
            rule.zones,
            pattern.atoms[position]?.map ?? 0,
            groups.filter((group) => group.links[0]?.anchor === carbon),
            carbon,
            molecule,
          );
    if (acetal === null) return null;
    found.push(acetal);
  }
  if (found.length === 0) return null;
  const from = found.reduce<Day | null>((latest, one) => {
    const day = one.zone.from;
    return day !== null && (latest === null || day > latest) ? day : latest;
  }, null);
  return {
    proof: {
      rule: rule.id,
      scaffold: [...placed],
      zones: found.map((one) => ({
        zone: `${one.zone.allow}@${String(one.map)}`,
        clause: one.zone.clause,
        what: one.what,
        atoms: one.atoms,
      })),
    },
    from,
    doubt: found.find((one) => one.doubt !== null)?.doubt ?? null,
  };
}

/** No bond inside the placed scaffold but the pattern's own, and no charge the pattern has not. */
function isWhole(
  pattern: Molecule,
  placed: readonly number[],
  inside: ReadonlyMap<number, number>,
  molecule: Molecule,
): boolean {
  const bonds = molecule.bonds.filter((bond) => inside.has(bond.from) && inside.has(bond.to));
  return (
    bonds.length === pattern.bonds.length &&
    placed.every((atom, position) => molecule.atoms[atom]?.charge === pattern.atoms[position]?.charge)
  );
}
