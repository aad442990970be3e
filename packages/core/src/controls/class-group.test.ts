import { describe, expect, test } from 'vitest';
import { readSmiles } from '../goods/index.ts';
import { GROUP_KINDS, type GroupKind } from './class-definition.ts';
import { isGroup } from './class-group.ts';
import { groundOf, piecesWithin, type Ground, type Piece } from './class-piece.ts';

/** The group on the first atom of a SMILES: the one that the second atom belongs to. */
function groupOn(smiles: string): { readonly ground: Ground; readonly piece: Piece } {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  const ground = groundOf(read.value, new Map());
  const pieces = piecesWithin(ground.graph, [...read.value.atoms.keys()], new Set([0]));
  const piece = pieces.find((one) => one.has.has(1));
  if (piece === undefined) throw new Error(`${smiles}: nothing hangs on its first atom`);
  return { ground, piece };
}

const is = (smiles: string, kind: GroupKind): boolean => {
  const { ground, piece } = groupOn(smiles);
  return isGroup(ground, piece, kind);
};

/** Each kind with groups that are of it and groups that are not; the first atom stands for the frame. */
const CASES: Readonly<Record<GroupKind, readonly [readonly string[], readonly string[]]>> = {
  alkyl: [
    ['CC', 'CC(C)C', 'CCCCCCCC', 'CC([2H])([2H])[2H]', 'NC', 'c1(C)ccccc1'],
    ['CC1CC1', 'CC=C', 'CCF', 'CCO', 'C=C', 'CCc1ccccc1', 'C[CH2-]'],
  ],
  cycloalkyl: [
    ['CC1CC1', 'CCC1CCCCC1', 'CC1CCC(C)C1', 'CC12CC(C1)C2'],
    ['CCC', 'CC1C=CCC1', 'Cc1ccccc1', 'CC1CCOCC1'],
  ],
  alkenyl: [
    ['CC=C', 'CCC=C', 'CC(C)=C(C)C', 'CC=CC=C'],
    ['CCC', 'C=C', 'CC1C=CCC1', 'CC#C', 'CC=CF'],
  ],
  alkynyl: [
    ['CC#C', 'CCC#C', 'CC#CC=C'],
    ['CC=C', 'CC#N', 'CC1CC1C#C'],
  ],
  halo: [
    ['CF', 'CCl', 'CBr', 'CI', 'c1(Cl)ccccc1'],
    ['CC', 'CO', 'CCF', 'C[At]'],
  ],
  haloalkyl: [
    ['CC(F)(F)F', 'CCCF', 'CC(Cl)CBr'],
    ['CF', 'CCC', 'COC(F)(F)F', 'CC=CF', 'CC1CC1F'],
  ],
  hydroxy: [
    ['CO', 'c1(O)ccccc1', 'CO[2H]'],
    ['COC', 'C=O', 'CCO', 'CS'],
  ],
  hydroxyalkyl: [
    ['CCO', 'CC(O)C', 'CC(O)CO'],
    ['CO', 'CCOC', 'CC=O', 'CC(O)=C', 'CC1CC1O'],
  ],
  alkoxy: [
    ['COC', 'COC(C)C', 'COCCCCC'],
    ['CO', 'COC1CC1', 'COC=C', 'COC(F)(F)F', 'COCOC', 'COC(C)=O', 'CCOC'],
  ],
  alkenyloxy: [
    ['COC=C', 'COCC=C', 'COC(C)=C'],
    ['COC', 'COC#C', 'CCOC=C'],
  ],
  haloalkoxy: [
    ['COC(F)(F)F', 'COCCF', 'COC(Cl)C'],
    ['COC', 'CC(F)(F)F', 'COC=CF'],
  ],
  aryloxy: [
    ['COc1ccccc1', 'COc1ccc(Cl)cc1', 'COc1cccc2ccccc12'],
    ['COC', 'COCc1ccccc1', 'COc1ccccn1', 'Cc1ccccc1'],
  ],
  ether: [
    ['COC', 'COc1ccccc1', 'CCOC', 'CC1CCOC1', 'COCC(F)(F)F', 'COCCOC'],
    ['CO', 'COC(C)=O', 'CCCO', 'COCCO', 'COCCN', 'Cc1ccco1', 'COO'],
  ],
  alkoxyalkyl: [
    ['CCOC', 'CCCOCC', 'CC(OC)OC'],
    ['COC', 'CCO', 'CCOC=C', 'CCOc1ccccc1'],
  ],
  ester: [
    ['CC(=O)OC', 'COC(C)=O', 'COC(=O)c1ccccc1', 'CCC(=O)OCC', 'CC(=O)OCCOC'],
    ['CC(C)=O', 'CC(=O)O', 'COC', 'CC(=O)N', 'CC(=O)OCCN', 'CC(=O)OC(C)=O'],
  ],
  alkoxycarbonyl: [
    ['CC(=O)OC', 'CC(=O)OCC', 'CC(=O)OC(C)(C)C'],
    ['COC(C)=O', 'CC(=O)O', 'CC(=O)Oc1ccccc1', 'CC(=O)SC', 'CC(=S)OC'],
  ],
  acyloxy: [
    ['COC(C)=O', 'COC=O', 'COC(=O)c1ccccc1', 'COC(=O)CCC'],
    ['COC(=O)OC', 'COC(=O)N', 'CC(=O)OC', 'COC'],
  ],
  acetoxy: [
    ['COC(C)=O', 'c1(OC(C)=O)ccccc1', 'NOC(C)=O'],
    ['COC(=O)CC', 'COC=O', 'CC(C)=O'],
  ],
  acyl: [
    ['CC(C)=O', 'CC(=O)c1ccccc1', 'CC(=O)C=CC', 'CC(=O)CN', 'CC(=O)C(F)(F)F'],
    ['CC=O', 'CC(=O)O', 'CC(=O)OC', 'CC(=O)N', 'CC(C)=S', 'CCC(C)=O'],
  ],
  alkylcarbonyl: [
    ['CC(C)=O', 'CC(=O)CC', 'CC(=O)C(C)C'],
    ['CC=O', 'CC(=O)C1CC1', 'CC(=O)c1ccccc1', 'CC(=O)CF'],
  ],
  acetyl: [
    ['CC(C)=O', 'c1(C(C)=O)ccccc1', 'NC(C)=O'],
    ['CC=O', 'CC(=O)CC', 'CC(=O)N', 'CCC=O'],
  ],
  formyl: [
    ['CC=O', 'NC=O', 'c1(C=O)ccccc1'],
    ['CC(C)=O', 'CCC=O', 'CC=S', 'CC(F)=O'],
  ],
  carboxy: [
    ['CC(=O)O', 'c1(C(=O)O)ccccc1', 'NC(=O)O'],
    ['CC(=O)OC', 'CCC(=O)O', 'CC=O', 'CC(=O)S'],
  ],
  amino: [
    ['CN', 'c1(N)ccccc1', 'CN([2H])[2H]'],
    ['CNC', 'C=N', 'CNO', 'C[NH3+]', 'CNN'],
  ],
  'substituted-amino': [
    ['CNC', 'CN(C)C', 'CN1CCCC1', 'CNc1ccccc1', 'CN1CCOCC1'],
    ['CN', 'CNC(C)=O', 'CNO', 'C[N+](C)(C)C', 'CN=C', 'Cn1cccc1', 'CNC#N', 'CNS(C)(=O)=O'],
  ],
  aminoalkyl: [
    ['CCN', 'CCC(C)N', 'CC(N)CN'],
    ['CN', 'CCNC', 'CC(N)=O', 'CCN=C'],
  ],
  amido: [
    ['CNC(C)=O', 'CNC=O', 'CN(C)C(C)=O', 'CN1CCCC1=O'],
    ['CNC(=O)OC', 'CNC(N)=O', 'CNC', 'CC(N)=O', 'CNS(C)(=O)=O', 'CNC(C)=S'],
  ],
  carbamoyl: [
    ['CC(N)=O', 'NC(N)=O', 'c1(C(N)=O)ccccc1'],
    ['CC(=O)NC', 'CNC=O', 'CC(C)=O', 'CC(N)=S'],
  ],
  alkylcarbamoyl: [
    ['CC(=O)NC', 'CC(=O)N(C)CC', 'NC(=O)NCC'],
    ['CC(N)=O', 'CC(=O)Nc1ccccc1', 'CC(=O)N1CCCC1', 'CNC(C)=O', 'CC(=O)NO'],
  ],
  nitro: [
    ['C[N+](=O)[O-]', 'CN(=O)=O', 'c1([N+](=O)[O-])ccccc1'],
    ['CON=O', 'CN=O', 'CO[N+](=O)[O-]', 'CN(O)O', 'CC[N+](=O)[O-]'],
  ],
  cyano: [
    ['CC#N', 'c1(C#N)ccccc1', 'NC#N'],
    ['C[N+]#[C-]', 'CC#C', 'CCC#N', 'CC=N', 'CSC#N'],
  ],
  cyanoalkyl: [
    ['CCC#N', 'CCCC#N', 'CC(C)(C)C#N', 'CC(C#N)C#N'],
    ['CC#N', 'CCC#C', 'CC=CC#N', 'COCC#N', 'CC1CC1C#N'],
  ],
  azido: [
    ['CN=[N+]=[N-]', 'CN=N#N', 'c1(N=[N+]=[N-])ccccc1'],
    ['CNN=N', 'Cn1ccnn1', 'CCN=[N+]=[N-]', 'CN=NN'],
  ],
  thiol: [
    ['CS', 'c1(S)ccccc1', 'NS'],
    ['CSC', 'C=S', 'CO', 'CCS'],
  ],
  alkylthio: [
    ['CSC', 'CSCC', 'CSC(C)C'],
    ['CS', 'CSc1ccccc1', 'COC', 'CS(C)=O', 'CSC(F)(F)F'],
  ],
  alkylsulfonyl: [
    ['CS(C)(=O)=O', 'CS(=O)(=O)CC', 'NS(C)(=O)=O'],
    ['CS(C)=O', 'CS(N)(=O)=O', 'CS(=O)(=O)c1ccccc1', 'CS(=O)(=O)O', 'COS(C)(=O)=O'],
  ],
  alkylthiocarbonyl: [
    ['CC(=O)SC', 'NC(=O)SCC', 'CC(=O)SC(C)C'],
    ['CC(=O)OC', 'CC(=S)OC', 'CSC(C)=O', 'CC(=O)S'],
  ],
  trialkylsilyl: [
    ['C[Si](C)(C)C', 'C[Si](CC)(CC)CC', 'C[Si](C)(C)C(C)(C)C'],
    ['C[SiH](C)C', 'CC(C)(C)C', 'C[Si](C)(C)O', 'CO[Si](C)(C)C'],
  ],
  oxo: [
    ['C=O', 'C1(=O)CCCCC1', 'C(=O)(C)C'],
    ['CO', 'C=N', 'C=C', 'S(=O)C', 'N=O'],
  ],
  oxide: [
    ['[N+]([O-])(C)(C)C', 'N(=O)(C)(C)C', '[n+]1([O-])ccccc1'],
    ['[NH+](O)(C)C', 'N(O)(C)C', 'S(=O)(C)C', 'C=O'],
  ],
  quaternary: [
    ['[N+](C)(C)(C)C', '[N+](Cc1ccccc1)(C)(C)C', '[n+]1(C)ccccc1'],
    ['N(C)(C)C', '[NH+](C)(C)C', '[N+](C)(C)(C)[O-]', '[P+](C)(C)(C)C'],
  ],
  aryl: [
    ['Cc1ccccc1', 'Cc1ccc(O)cc1', 'Cc1cccc2ccccc12', 'Cc1ccc2[nH]ccc2c1'],
    ['CC1CCCCC1', 'Cc1ccccn1', 'Cc1cccs1', 'CCc1ccccc1', 'Cc1cc2ccccc2[nH]1'],
  ],
  benzyl: [
    ['CCc1ccccc1', 'NCc1ccccc1', 'OCc1ccccc1'],
    ['CCCc1ccccc1', 'CCc1ccc(Cl)cc1', 'Cc1ccccc1', 'CC(C)c1ccccc1', 'CCc1ccccn1'],
  ],
  arylalkyl: [
    ['CCc1ccccc1', 'CCCc1ccccc1', 'CC(c1ccccc1)c1ccccc1'],
    ['Cc1ccccc1', 'CCc1ccc(O)cc1', 'CC=Cc1ccccc1', 'CC1Cc2ccccc2C1', 'CCC1CCCCC1'],
  ],
  hydrocarbyl: [
    ['CC', 'CC=C', 'CC1CC1', 'Cc1ccccc1', 'CCc1ccccc1'],
    ['CF', 'CCO', 'CC#N', 'Cc1ccccn1', 'C=C'],
  ],
};

describe.each(GROUP_KINDS)('%s', (kind) => {
  const [of, not] = CASES[kind];
  test.each(of)('is %s', (smiles) => {
    expect(is(smiles, kind)).toBe(true);
  });
  test.each(not)('is not %s', (smiles) => {
    expect(is(smiles, kind)).toBe(false);
  });
  test('is told by three cases on either side at least', () => {
    expect(Math.min(of.length, not.length)).toBeGreaterThanOrEqual(3);
  });
});

test('a group bonded twice is of no kind', () => {
  const { ground, piece } = groupOn('C1CCCC1');
  expect(piece.links).toHaveLength(2);
  expect(GROUP_KINDS.filter((kind) => isGroup(ground, piece, kind))).toEqual([]);
});
