import { describe, expect, test } from 'vitest';
import { readSmiles, type Molecule } from '../goods/index.ts';
import type { RingShape, Shape } from './class-definition.ts';
import { textsOf } from './class-frame.ts';
import { groundOf, piecesWithin } from './class-piece.ts';
import { shapeFits } from './class-shape.ts';

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

/** Whether the group that the atom without a number, bonded to numbered ones, belongs to is of this shape. */
function fits(shape: Shape, smiles: string): boolean {
  const whole = molecule(smiles);
  const patterns = new Map(textsOf(shape).map((text) => [text, molecule(text)]));
  const ground = groundOf(whole, patterns);
  const frame = whole.atoms.flatMap((atom, index) => (atom.map === 0 ? [] : [index]));
  const [piece, ...more] = piecesWithin(ground.graph, [...whole.atoms.keys()], new Set(frame));
  if (piece === undefined || more.length > 0) throw new Error(`${smiles}: one group is needed`);
  return shapeFits(ground, shape, piece);
}

/** The numbered atoms are the frame; what hangs on them is the group. */
const told = (
  name: string,
  shape: Shape,
  cases: { readonly fits: readonly string[]; readonly not: readonly string[] },
): void => {
  describe(name, () => {
    test.each(cases.fits)('is %s', (smiles) => {
      expect(fits(shape, smiles)).toBe(true);
    });
    test.each(cases.not)('is not %s', (smiles) => {
      expect(fits(shape, smiles)).toBe(false);
    });
  });
};

const PHENYL = '[CH3:1]c1ccccc1';
const ring = (parts: Partial<RingShape>): Shape => ({
  ring: { system: 'monocycle', substituents: 'any', ...parts },
});

told(
  'any group',
  { any: true },
  {
    fits: ['[CH3:1]C', '[CH3:1]O', '[CH2:1]=O', PHENYL],
    not: ['[CH2:1]1CC1', '[CH2:1]1C[CH2:2]1'],
  },
);

told(
  'any group but an acyl',
  { any: true, except: [{ group: 'acyl' }, { group: 'formyl' }] },
  {
    fits: ['[NH2:1]C', '[NH2:1]C(=O)O', '[NH2:1]C(=O)OC'],
    not: ['[NH2:1]C=O', '[NH2:1]C(C)=O', '[NH2:1]C(=O)c1ccccc1'],
  },
);

told(
  'bonded by carbon or oxygen',
  { bondedBy: ['C', 'O'] },
  {
    fits: ['[CH3:1]C', '[CH3:1]OC', PHENYL, '[CH3:1]C#N'],
    not: ['[CH3:1]N', '[CH3:1]F', '[CH3:1]S(C)(=O)=O', '[CH3:1]n1cccc1'],
  },
);

told(
  'an alkyl of two to four carbons',
  { group: 'alkyl', carbonsMin: 2, carbonsMax: 4 },
  {
    fits: ['[CH3:1]CC', '[CH3:1]C(C)C', '[CH3:1]C(C)(C)C'],
    not: ['[CH3:1]C', '[CH3:1]CCCCC', '[CH3:1]C1CC1'],
  },
);

told(
  'exactly isopropoxy',
  { exactly: 'OC(C)C' },
  {
    fits: ['[CH3:1]OC(C)C', '[CH3:1]O[C@H](C)C', '[CH3:1]OC(C)C([2H])([2H])[2H]'],
    not: ['[CH3:1]OCCC', '[CH3:1]C(C)(C)O', '[CH3:1]C(O)C', '[CH3:1]OC(C)=C'],
  },
);

told(
  'exactly trifluoromethyl',
  { exactly: 'C(F)(F)F' },
  {
    fits: ['[CH3:1]C(F)(F)F', '[NH2:1]C(F)(F)F', '[O:1]([CH3:2])C(F)(F)F'],
    not: ['[CH3:1]C(F)F', '[CH3:1]C(Cl)(F)F', '[CH3:1]CC(F)(F)F'],
  },
);

told('a monocycle', ring({}), {
  fits: [PHENYL, '[CH3:1]C1CCCCC1', '[CH3:1]c1ccsc1', '[CH3:1]c1ccc(cc1)-c1ccccc1', '[CH3:1]N1CCOCC1'],
  not: [
    '[CH3:1]c1cccc2ccccc12',
    '[CH3:1]C1CC2CCC1C2',
    '[CH3:1]C1CCC2(CC1)CC2',
    '[CH3:1]Cc1ccccc1',
    '[CH3:1]C',
  ],
});

told('an aromatic monocycle', ring({ aromatic: true }), {
  fits: [PHENYL, '[CH3:1]c1ccncc1', '[CH3:1]n1cccc1', '[CH3:1]c1ccc(C(C)(C)C)cc1'],
  not: ['[CH3:1]C1CCCCC1', '[CH3:1]C1CC=CCC1', '[CH3:1]c1ccc2[nH]ccc2c1'],
});

told('a heteromonocycle', ring({ hetero: true }), {
  fits: ['[CH3:1]c1cccs1', '[CH3:1]C1CCOC1', '[CH3:1]n1nnn(C)c1=O'],
  not: [PHENYL, '[CH3:1]c1ccc(N)cc1', '[CH3:1]c1ccc2occc2c1'],
});

told(
  'a benzene ring with halogens or methylenedioxy',
  ring({
    is: ['c1ccccc1'],
    substituents: [{ group: 'halo' }, { bridge: 'methylenedioxy' }],
  }),
  {
    fits: [PHENYL, '[CH3:1]c1ccc(F)cc1', '[CH3:1]c1c(Cl)cccc1Cl', '[CH3:1]c1ccc2OCOc2c1'],
    not: ['[CH3:1]c1ccc(C)cc1', '[CH3:1]c1ccncc1', '[CH3:1]c1ccc2OCCOc2c1', '[CH3:1]C1CCCCC1'],
  },
);

told('any monocycle but benzene', ring({ isNot: ['c1ccccc1'] }), {
  fits: ['[CH3:1]c1cccs1', '[CH3:1]C1CCCCC1', '[CH3:1]c1ccncc1'],
  not: [PHENYL, '[CH3:1]c1ccc(F)cc1', '[CH3:1]c1cccc2ccccc12'],
});

told('a bare ring', ring({ substituents: 'none' }), {
  fits: [PHENYL, '[CH3:1]C1CC1', '[CH3:1]c1ccco1'],
  not: ['[CH3:1]c1ccc(F)cc1', '[CH3:1]C1CC1C', '[CH3:1]C1CCCC1=O'],
});

told(
  'any aromatic ring system',
  { ring: { system: 'any', aromatic: true, substituents: 'any' } },
  {
    fits: [PHENYL, '[CH3:1]c1cccc2ccccc12', '[CH3:1]c1ccc2OCCc2c1', '[CH3:1]c1c[nH]c2ccccc12'],
    not: ['[CH3:1]C1CCCCC1', '[CH3:1]C1CCc2ccccc12', '[CH3:1]Cc1ccccc1'],
  },
);

told(
  'a chain of two carbons, bare, that ends in a monocycle',
  {
    chain: {
      atomsMin: 2,
      atomsMax: 2,
      substituents: 'none',
      ring: { system: 'monocycle', substituents: 'any' },
    },
  },
  {
    fits: ['[NH2:1]CCc1ccccc1', '[NH2:1]CCc1cccs1', '[NH2:1]CCC1CCCCC1', '[NH2:1]CCc1ccc(N)cc1'],
    not: [
      '[NH2:1]Cc1ccccc1',
      '[NH2:1]CCCc1ccccc1',
      '[NH2:1]CC(O)c1ccccc1',
      '[NH2:1]C=Cc1ccccc1',
      '[NH2:1]CCc1c[nH]c2ccccc12',
      '[NH2:1]CCOc1ccccc1',
      '[NH2:1]CC',
    ],
  },
);

told(
  'a chain of one to three carbons, substituted, saturated or not',
  {
    chain: {
      atomsMin: 1,
      atomsMax: 3,
      unsaturated: true,
      substituents: [{ group: 'alkyl' }, { group: 'hydroxy' }],
      ring: { system: 'any', substituents: 'any' },
    },
  },
  {
    fits: ['[NH2:1]Cc1ccccc1', '[NH2:1]C(C)C(O)c1ccccc1', '[NH2:1]CC=Cc1ccccc1', '[NH2:1]CCc1cccc2ccccc12'],
    not: ['[NH2:1]CCCCc1ccccc1', '[NH2:1]CC(N)c1ccccc1', '[NH2:1]C1Cc2ccccc2C1', '[NH2:1]c1ccccc1'],
  },
);

told(
  'a ring through the nitrogen of the frame',
  {
    cycle: { ring: { system: 'monocycle', is: ['C1CCNC1', 'C1COCCN1'], substituents: [{ group: 'alkyl' }] } },
  },
  {
    fits: ['[NH:1]1CCCC1', '[NH:1]1CCOCC1', '[NH:1]1CCC(C)C1'],
    not: ['[NH:1]1CCCCC1', '[NH:1]1CCC(O)C1', '[NH2:1]C', '[NH:1]1CC2CCC1C2'],
  },
);

const BENZENE = (bridge: string): string => `[cH:1]1[cH:2][cH:3][c:4]2${bridge}[c:5]2[cH:6]1`;
told(
  'methylenedioxy',
  { bridge: 'methylenedioxy' },
  {
    fits: [BENZENE('OCO'), '[CH2:1]1OCO[CH2:2]1', BENZENE('OC([2H])([2H])O')],
    not: [BENZENE('OCCO'), BENZENE('OC(C)O'), BENZENE('CCO'), BENZENE('SCO'), '[CH3:1]OCO'],
  },
);
told(
  'ethylenedioxy',
  { bridge: 'ethylenedioxy' },
  {
    fits: [BENZENE('OCCO'), '[CH2:1]1OCCO[CH2:2]1', BENZENE('OC([2H])CO')],
    not: [BENZENE('OCO'), BENZENE('OC=CO'), BENZENE('OCC(C)O')],
  },
);
told(
  'alkylenedioxy',
  { bridge: 'alkylenedioxy' },
  {
    fits: [BENZENE('OCO'), BENZENE('OCCO'), BENZENE('OC(C)(C)O'), BENZENE('OCCCO')],
    not: [BENZENE('CCO'), BENZENE('OC(=O)O'), BENZENE('OC(F)(F)O'), BENZENE('OO')],
  },
);
told(
  'ethylenoxy',
  { bridge: 'ethylenoxy' },
  {
    fits: [BENZENE('CCO'), BENZENE('OCC'), '[CH2:1]1CCO[CH2:2]1'],
    not: [BENZENE('C=CO'), BENZENE('CCCO'), BENZENE('COC'), BENZENE('CC(C)O')],
  },
);
told(
  'vinylenoxy',
  { bridge: 'vinylenoxy' },
  {
    fits: [
      '[cH:1]1[cH:2][cH:3][c:4]2occ[c:5]2[cH:6]1',
      '[cH:1]1[cH:2][cH:3][c:4]2cco[c:5]2[cH:6]1',
      '[CH2:1]1C=CO[CH2:2]1',
    ],
    not: [
      BENZENE('CCO'),
      '[cH:1]1[cH:2][cH:3][c:4]2oc(C)c[c:5]2[cH:6]1',
      '[cH:1]1[cH:2][cH:3][c:4]2[nH]cc[c:5]2[cH:6]1',
    ],
  },
);
told(
  'propano',
  { bridge: 'propano' },
  {
    fits: ['[CH:1]12[CH2:3][NH:4][CH2:5][CH:2](CCC1)[CH2:6]2', BENZENE('CCC'), '[CH2:1]1CCC[CH2:2]1'],
    not: [
      '[CH:1]12[CH2:3][NH:4][CH2:5][CH:2](CC1)[CH2:6]2',
      BENZENE('CC(C)C'),
      BENZENE('COC'),
      BENZENE('C=CC'),
    ],
  },
);
told(
  'alkylene',
  { bridge: 'alkylene' },
  {
    fits: [BENZENE('CCC'), BENZENE('CC(C)C'), '[CH2:1]1C[CH2:2]1', '[CH2:1]1CC[CH2:2]1'],
    not: [BENZENE('CCO'), BENZENE('CC=C'), BENZENE('CC(O)C'), '[CH2:1]1C2CC2[CH2:2]1'],
  },
);
