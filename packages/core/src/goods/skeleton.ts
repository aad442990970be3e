import type { MoleculeGraph } from './molecule-graph.ts';

/**
 * What two drawings of one substance have in common, however they are drawn: numbers that are equal wherever the first
 * blocks of two standard InChIKeys are equal. So a structure whose numbers no entry of a law has is no entry of it, and
 * no toolkit need be asked; equal numbers say nothing and the key must be made.
 *
 * The first block stands for formula, connections, hydrogens without the mobile ones' places, and the charge that no
 * proton explains (InChI Technical Manual, sections II and IV). From that follow, and are used here:
 * - the heavy atoms and the connections between them are equal, whatever the bond orders, charges and hydrogens on
 *   them: tautomers, resonance forms and Kekulé forms coincide;
 * - hydrogens less charge are equal for the whole: a proton more is a charge more;
 * - InChI takes bonds to metals apart. Here bonds to anything but the elements it surely leaves alone are left out, so
 *   that a salt drawn with a bond and one drawn as ions coincide.
 * Stereo, isotopes and radicals are not looked at. A hydrogen that is an atom of its own counts as a hydrogen only.
 */

/** H, B, C, N, O, F, Si, P, S, Cl, Se, Br, I: bonds between these stay in an InChI. */
const KEEPS_BONDS: readonly number[] = keepsBonds();

function keepsBonds(): number[] {
  const table = new Array<number>(128).fill(0);
  for (const number of [1, 5, 6, 7, 8, 9, 14, 15, 16, 17, 34, 35, 53]) table[number] = 1;
  return table;
}

/** True where an InChI may take some bond apart, so that one component as drawn is several there. */
export function hasLooseBonds({ atomCount, number }: MoleculeGraph): boolean {
  for (let atom = 0; atom < atomCount; atom++) if (KEEPS_BONDS[number[atom]!] === 0) return true;
  return false;
}

const HYDROGEN = 1;

/** Rounds of looking at the neighbours: enough to tell most skeletons of the law from all others. */
const ROUNDS = 4;

/** Spreads a 32-bit integer over all its bits (finaliser of MurmurHash3, public domain). */
function spread(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** A number for each element, so that sums of them tell compositions apart. */
const WEIGHT: readonly number[] = Array.from({ length: 128 }, (_, number) => spread(number * 0x9e3779b1));

/** Composition as one 32-bit number: heavy atoms, and hydrogens less charge. Cheap, and alone tells most apart. */
export function compositionOf(graph: MoleculeGraph): number {
  const { atomCount, number, hydrogens, charge } = graph;
  let sum = 0;
  let protons = 0;
  for (let atom = 0; atom < atomCount; atom++) {
    protons += hydrogens[atom]! - charge[atom]!;
    if (number[atom] === HYDROGEN) protons++;
    else sum = (sum + WEIGHT[number[atom]!]!) | 0;
  }
  return spread(sum + Math.imul(protons, 0x27d4eb2f));
}

/** The composition with the connections of the heavy atoms, as one 32-bit number. */
export function skeletonOf(graph: MoleculeGraph): number {
  const { atomCount, number, start, near } = graph;
  let now = new Array<number>(atomCount);
  let next = new Array<number>(atomCount);
  for (let atom = 0; atom < atomCount; atom++) now[atom] = WEIGHT[number[atom]!]!;
  for (let round = 0; round < ROUNDS; round++) {
    for (let atom = 0; atom < atomCount; atom++) {
      let sum = 0;
      if (KEEPS_BONDS[number[atom]!] === 1) {
        for (let i = start[atom]!; i < start[atom + 1]!; i++) {
          const other = near[i]!;
          if (KEEPS_BONDS[number[other]!] === 1 && number[other] !== HYDROGEN) {
            sum = (sum + spread(now[other]! + 0x165667b1)) | 0;
          }
        }
      }
      next[atom] = spread(Math.imul(now[atom]!, 31) + sum);
    }
    [now, next] = [next, now];
  }
  let sum = compositionOf(graph);
  for (let atom = 0; atom < atomCount; atom++) if (number[atom] !== HYDROGEN) sum = (sum + now[atom]!) | 0;
  return spread(sum);
}
