/** By what an entry of the law reaches goods, in the order in which an answer asks. */
export const BASES = [
  'named',
  'salt',
  'stereoisomer',
  /** Same formula, core and functional groups as an entry whose instrument reaches positional isomers; always to review. */
  'positional-isomer',
  'isotopologue',
  'ester',
  'ether',
  'part-generic',
  'class',
  'analogue',
] as const;

export type Basis = (typeof BASES)[number];
