import type { GroupKind } from './class-definition.ts';
import * as carbon from './class-group-carbon.ts';
import * as nitrogen from './class-group-nitrogen.ts';
import * as oxygen from './class-group-oxygen.ts';
import { beyond, heavyDegree, hydrogensOn, isOnSingleBond, rootOf } from './class-piece.ts';
import type { Ground, Piece } from './class-piece.ts';

type Test = (ground: Ground, piece: Piece) => boolean;

const OXYGEN = 8;
const SILICON = 14;
const SULFUR = 16;
const HALOGENS: ReadonlySet<number> = new Set([9, 17, 35, 53]);

/**
 * What each kind of substituent means here. A group is what hangs on a frame by one bond, single unless said. "Open"
 * is without rings, "saturated" without double or triple bonds; a chain may be branched. Hydrogens may be deuterium.
 */
const KINDS: Readonly<Record<GroupKind, Test>> = {
  /** Carbon only, open, saturated: methyl, isopropyl, tert-butyl. Not cyclopropyl, not trifluoromethyl. */
  alkyl: carbon.isAlkyl,
  /** Carbon only, saturated, with a ring somewhere in it: cyclopropyl, cyclohexylmethyl, methylcyclopentyl. */
  cycloalkyl: carbon.isCycloalkyl,
  /** Carbon only, open, with a double and no triple bond: vinyl, allyl. The bond to the frame is single. */
  alkenyl: carbon.isAlkenyl,
  /** Carbon only, open, with a triple bond: ethynyl, propargyl. */
  alkynyl: carbon.isAlkynyl,
  /** Fluorine, chlorine, bromine or iodine. */
  halo: isHalo,
  /** An alkyl in which halogens stand for one or more hydrogens: trifluoromethyl, 2-fluoroethyl. */
  haloalkyl: carbon.isHaloalkyl,
  /** OH. */
  hydroxy: oxygen.isHydroxy,
  /** An alkyl with one or more OH: hydroxymethyl. */
  hydroxyalkyl: carbon.isHydroxyalkyl,
  /** O-alkyl. Not O-cycloalkyl, not a chain of ethers. */
  alkoxy: oxygen.isAlkoxy,
  /** O-alkenyl. */
  alkenyloxy: oxygen.isAlkenyloxy,
  /** O-haloalkyl: trifluoromethoxy. */
  haloalkoxy: oxygen.isHaloalkoxy,
  /** O-aryl. */
  aryloxy: oxygen.isAryloxy,
  /** Carbon, halogens and oxygen, every oxygen between two carbons of which none is C=O: alkoxy, aryloxy, methoxymethyl. */
  ether: oxygen.isEther,
  /** An alkyl chain from carbon with ether oxygens in it: methoxymethyl. Not alkoxy itself. */
  alkoxyalkyl: carbon.isAlkoxyalkyl,
  /** Carbon, halogens and oxygen, every oxygen of an ester or ether, one ester at least: C(=O)OCH3, OC(=O)CH3. */
  ester: oxygen.isEster,
  /** C(=O)-O-alkyl. */
  alkoxycarbonyl: oxygen.isAlkoxycarbonyl,
  /** O-C(=O)-R, R bonded by carbon, or hydrogen. */
  acyloxy: oxygen.isAcyloxy,
  /** O-C(=O)-CH3. */
  acetoxy: oxygen.isAcetoxy,
  /** C(=O)-R, R bonded by carbon, whatever follows. Not formyl, not carbamoyl, not alkoxycarbonyl. */
  acyl: oxygen.isAcyl,
  /** C(=O)-alkyl. */
  alkylcarbonyl: oxygen.isAlkylcarbonyl,
  /** C(=O)-CH3. */
  acetyl: oxygen.isAcetyl,
  /** C(=O)-H. */
  formyl: oxygen.isFormyl,
  /** C(=O)-OH. */
  carboxy: oxygen.isCarboxy,
  /** NH2 and nothing else. */
  amino: nitrogen.isAmino,
  /** A neutral amine nitrogen with one or two groups on carbon, none of them C=O, C=S, C=N or C#N: NHCH3, pyrrolidino. */
  'substituted-amino': nitrogen.isSubstitutedAmino,
  /** An alkyl with one or more NH2: aminomethyl. */
  aminoalkyl: carbon.isAminoalkyl,
  /** N-C(=O)-R, R bonded by carbon, or hydrogen: acetamido, a lactam bonded by its nitrogen. Not urea, not carbamate. */
  amido: nitrogen.isAmido,
  /** C(=O)-NH2. */
  carbamoyl: nitrogen.isCarbamoyl,
  /** C(=O)-NH-alkyl, C(=O)-N(alkyl)2. */
  alkylcarbamoyl: nitrogen.isAlkylcarbamoyl,
  /** NO2, however it is drawn. Not an O-nitrite or O-nitrate. */
  nitro: nitrogen.isNitro,
  /** CN bonded by carbon. */
  cyano: nitrogen.isCyano,
  /** An alkyl with one or more CN; the carbons of these count too. */
  cyanoalkyl: carbon.isCyanoalkyl,
  /** N3. */
  azido: nitrogen.isAzido,
  /** SH. */
  thiol: isThiol,
  /** S-alkyl. */
  alkylthio: isAlkylthio,
  /** SO2-alkyl bonded by sulfur. */
  alkylsulfonyl: isAlkylsulfonyl,
  /** C(=O)-S-alkyl. */
  alkylthiocarbonyl: oxygen.isAlkylthiocarbonyl,
  /** Si(alkyl)3. */
  trialkylsilyl: isTrialkylsilyl,
  /** =O on carbon of the frame. */
  oxo: isOxo,
  /** The oxygen of an N-oxide on a nitrogen of the frame. */
  oxide: nitrogen.isOxide,
  /** Any of the groups bonded by carbon to a nitrogen of the frame that carries four. */
  quaternary: nitrogen.isQuaternary,
  /** Bonded by a carbon of an aromatic ring of carbon, whatever the ring carries. Not thienyl, not pyridyl. */
  aryl: carbon.isAryl,
  /** CH2-C6H5. */
  benzyl: carbon.isBenzyl,
  /** Carbon only: aromatic rings on a saturated chain, in no other ring, bonded by the chain. */
  arylalkyl: carbon.isArylalkyl,
  /** Carbon only, whatever rings and bonds. */
  hydrocarbyl: carbon.isHydrocarbyl,
};

/** True when what hangs on the frame is of this kind. A group bonded more than once is of no kind. */
export function isGroup(ground: Ground, piece: Piece, kind: GroupKind): boolean {
  return piece.links.length === 1 && KINDS[kind](ground, piece);
}

function isHalo(ground: Ground, piece: Piece): boolean {
  const { graph } = ground;
  const root = rootOf(piece);
  return piece.atoms.length === 1 && HALOGENS.has(graph.number[root]!) && graph.charge[root] === 0;
}

function isThiol({ graph }: Ground, piece: Piece): boolean {
  const root = rootOf(piece);
  return piece.atoms.length === 1 && graph.number[root] === SULFUR && hydrogensOn(graph, root) === 1;
}

function isAlkylthio(ground: Ground, piece: Piece): boolean {
  const on = oxygen.onChalcogen(ground, piece, SULFUR);
  return on !== null && carbon.isAlkyl(ground, on);
}

function isAlkylsulfonyl(ground: Ground, piece: Piece): boolean {
  const { graph } = ground;
  const root = rootOf(piece);
  if (!isOnSingleBond(ground, piece) || graph.number[root] !== SULFUR) return false;
  const on = beyond(graph, piece);
  const oxo = on.filter(
    ({ atoms, links }) =>
      atoms.length === 1 && graph.number[atoms[0]!] === OXYGEN && hydrogensOn(graph, links[0]!.root) === 0,
  );
  const rest = on.filter((one) => !oxo.includes(one));
  return oxo.length === 2 && rest.length === 1 && carbon.isAlkyl(ground, rest[0]!);
}

function isTrialkylsilyl(ground: Ground, piece: Piece): boolean {
  if (!isOnSingleBond(ground, piece) || ground.graph.number[rootOf(piece)] !== SILICON) return false;
  const on = beyond(ground.graph, piece);
  return on.length === 3 && on.every((one) => carbon.isAlkyl(ground, one));
}

function isOxo({ graph }: Ground, piece: Piece): boolean {
  const [link] = piece.links;
  if (piece.atoms.length !== 1 || link === undefined) return false;
  const { anchor, root, bond } = link;
  return (
    graph.number[root] === OXYGEN &&
    graph.number[anchor] === 6 &&
    graph.order[bond] === 2 &&
    heavyDegree(graph, root) === 1
  );
}
