import type { ClassDefinition, ClassZone, RingShape, Shape, Words } from '../class-definition.ts';

/** Definitions for tests, so that these stand when the data change. Words as in 21 U.S.C. 812(c) I (e) and 公告2025. */

const plain = (en: string): Words => ({ en, zh: en, es: en });
const groups = (...kinds: readonly Extract<Shape, { group: unknown }>['group'][]): readonly Shape[] =>
  kinds.map((group) => ({ group }));
export const zoneOf = (parts: Partial<ClassZone> & Pick<ClassZone, 'zone' | 'at' | 'kind'>): ClassZone => ({
  title: plain(parts.zone),
  unchanged: [],
  allow: [],
  doubts: [],
  countMax: null,
  ...parts,
});
export const scaffoldOf = (smiles: string): ClassDefinition['scaffolds'][number] => ({
  smiles,
  clause: null,
  what: null,
  doubt: null,
});

const ANY_MONOCYCLE: RingShape = { system: 'monocycle', substituents: 'any' };
const PIPERIDINE = groups(
  'alkyl',
  'alkenyl',
  'alkoxy',
  'ester',
  'ether',
  'hydroxy',
  'halo',
  'haloalkyl',
  'amino',
  'nitro',
);
const PHENETHYL = groups('alkyl', 'alkenyl', 'alkoxy', 'hydroxy', 'halo', 'haloalkyl', 'amino', 'nitro');

/** United States: fentanyl-related substances, clauses A to E. */
export const FENTANYLS_US: ClassDefinition = {
  reference: { name: 'fentanyl', smiles: 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1' },
  changesMin: 1,
  scaffolds: [scaffoldOf('O=[C:1][N:2][CH:3]1[CH2:4][CH2:5][N:6]([CH2:9][CH2:10])[CH2:7][CH2:8]1')],
  near: ['O=[C:1][N:2][CH:3]1[CH2:4][CH2:5][N:6][CH2:7][CH2:8]1'],
  zones: [
    zoneOf({
      zone: 'acyl',
      at: [1],
      kind: 'slot',
      allow: [{ clause: 'E', shapes: [{ bondedBy: ['C', 'O'] }], from: null }],
      doubts: [
        { code: 'formyl-acyl', words: plain('formyl'), shapes: [{ nothing: true }] },
        { code: 'urea-acyl', words: plain('urea'), shapes: [{ bondedBy: ['N'] }] },
      ],
    }),
    zoneOf({
      zone: 'aniline',
      at: [2],
      kind: 'slot',
      allow: [{ clause: 'D', shapes: [{ ring: { ...ANY_MONOCYCLE, aromatic: true } }], from: null }],
    }),
    zoneOf({
      zone: 'piperidine',
      at: [3, 4, 5, 7, 8],
      kind: 'substituents',
      allow: [{ clause: 'C', shapes: PIPERIDINE, from: null }],
      doubts: [{ code: 'amino', words: plain('amino'), shapes: groups('substituted-amino') }],
    }),
    zoneOf({
      zone: 'phenethyl-chain',
      at: [9, 10],
      kind: 'substituents',
      allow: [{ clause: 'B', shapes: PHENETHYL, from: null }],
    }),
    zoneOf({
      zone: 'phenyl',
      at: [10],
      kind: 'slot',
      allow: [
        {
          clause: 'B',
          shapes: [{ ring: { system: 'monocycle', is: ['c1ccccc1'], substituents: PHENETHYL } }],
          from: null,
        },
        { clause: 'A', shapes: [{ ring: ANY_MONOCYCLE }], from: null },
      ],
    }),
  ],
  massMax: null,
  doubts: [],
};

/** China: nitazenes, conditions (一) to (四). */
export const NITAZENES_CN: ClassDefinition = {
  reference: { name: 'etonitazene', smiles: 'CCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1' },
  changesMin: 1,
  scaffolds: [scaffoldOf('[C:1]c1nc2[cH:4][cH:5][cH:6][cH:7]c2n1[CH2:8][CH2:9][N:10]')],
  near: [],
  zones: [
    zoneOf({
      zone: 'benzimidazole',
      at: [4, 5, 6, 7],
      kind: 'substituents',
      allow: [{ clause: '（一）', shapes: [{ nothing: true }, { any: true }], from: null }],
    }),
    zoneOf({
      zone: 'link',
      at: [1],
      kind: 'substituents',
      allow: [{ clause: '（二）', shapes: [{ any: true }], from: null }],
    }),
    zoneOf({
      zone: 'aryl',
      at: [1],
      kind: 'slot',
      allow: [
        {
          clause: '（三）',
          shapes: [{ ring: { system: 'any', aromatic: true, substituents: 'any' } }],
          from: null,
        },
        {
          clause: '（二）',
          shapes: [
            {
              chain: {
                atomsMin: 1,
                atomsMax: 1,
                substituents: 'any',
                ring: { system: 'any', aromatic: true, substituents: 'any' },
              },
            },
          ],
          from: null,
        },
      ],
    }),
    zoneOf({
      zone: 'amino',
      at: [10],
      kind: 'substituents',
      allow: [
        {
          clause: '（四）',
          shapes: [
            { nothing: true },
            { bondedBy: ['C'], except: groups('acyl', 'formyl', 'alkoxycarbonyl') },
            { cycle: { ring: { system: 'any', substituents: 'any' } } },
          ],
          from: null,
        },
      ],
    }),
  ],
  massMax: null,
  doubts: [],
};
