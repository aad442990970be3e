import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hillFormula } from './formula.ts';
import type { Molecule } from './molecule.ts';
import { readSmiles } from './smiles-reader.ts';
import { SMILES_ATOMS_MAX, SMILES_CHARACTERS_MAX } from './smiles-scan.ts';

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

function problem(smiles: string) {
  const read = readSmiles(smiles);
  if (read.ok) throw new Error(`${smiles} was read`);
  return read.problem;
}

/** `C H3 C H2 O H` as `CH3 CH2 OH`, with charges, isotopes and radicals where there are any. */
function atoms(smiles: string): string {
  return molecule(smiles)
    .atoms.map(({ element, hydrogens, charge, isotope, radicals, aromatic }) => {
      const symbol = aromatic ? element.toLowerCase() : element;
      const sign =
        charge === 0 ? '' : (charge > 0 ? '+' : '-') + (Math.abs(charge) > 1 ? Math.abs(charge) : '');
      return (
        (isotope === 0 ? '' : String(isotope)) +
        symbol +
        (hydrogens === 0 ? '' : hydrogens === 1 ? 'H' : `H${hydrogens}`) +
        sign +
        '.'.repeat(radicals)
      );
    })
    .join(' ');
}

describe('atoms', () => {
  test.each([
    ['C', 'CH4'],
    ['N', 'NH3'],
    ['O', 'OH2'],
    ['B', 'BH3'],
    ['P', 'PH3'],
    ['S', 'SH2'],
    ['F', 'FH'],
    ['Cl', 'ClH'],
    ['Br', 'BrH'],
    ['I', 'IH'],
    ['CS(=O)(=O)O', 'CH3 S O O OH'],
    ['CS(=O)C', 'CH3 S O CH3'],
    ['OP(=O)(O)O', 'OH P O OH OH'],
    ['CP(C)(C)(C)C', 'CH3 P CH3 CH3 CH3 CH3'],
    ['FS(F)(F)(F)(F)F', 'F S F F F F F'],
    ['CI(Cl)Cl', 'CH3 I Cl Cl'],
  ])('outside brackets the valence gives the hydrogens: %s is %s', (smiles, expected) => {
    expect(atoms(smiles)).toBe(expected);
  });

  test.each([
    ['[CH4]', 'CH4'],
    ['[NH4+]', 'NH4+'],
    ['[OH-]', 'OH-'],
    ['[Fe+2]', 'Fe+2'],
    ['[Fe++]', 'Fe+2'],
    ['[O--]', 'O-2'],
    ['[13CH4]', '13CH4'],
    ['[2H]C([2H])([2H])O', '2H C 2H 2H OH'],
    ['[3H]O[3H]', '3H O 3H'],
    ['[18F]CC', '18F CH2 CH3'],
    ['[U+6]', 'U+6'],
    ['[Og]', 'Og'],
    ['[H+]', 'H+'],
    ['[H-]', 'H-'],
    ['[H][H]', 'H H'],
    ['[CH3:7][OH:9]', 'CH3 OH'],
  ])('in brackets everything is said: %s is %s', (smiles, expected) => {
    expect(atoms(smiles)).toBe(expected);
  });

  test('atom maps are kept', () => {
    expect(molecule('[CH3:7][OH:9]').atoms.map((atom) => atom.map)).toEqual([7, 9]);
  });

  test.each([
    ['[CH3]', 'CH3.'],
    ['[CH2]', 'CH2..'],
    ['[C]', 'C....'],
    ['[NH2]', 'NH2.'],
    ['[O]', 'O..'],
    ['[O][O]', 'O. O.'],
    ['[Na]', 'Na.'],
    ['[Cl]', 'Cl.'],
    ['[Cu]', 'Cu.'],
    ['[Fe]', 'Fe'],
    ['C[S]', 'CH3 S.'],
    ['CC(C)(C)N([O])C', 'CH3 C CH3 CH3 N O. CH3'],
  ])('what brackets leave open are unpaired electrons: %s is %s', (smiles, expected) => {
    expect(atoms(smiles)).toBe(expected);
  });

  test.each([
    ['[H]C([H])([H])[H]', 'CH4'],
    ['[H]O[H]', 'OH2'],
    ['[H]Cl', 'ClH'],
    ['[H][C@](F)(Cl)Br', 'CH F Cl Br'],
    ['C[N+]([H])([H])[H]', 'CH3 NH3+'],
    ['[2H]C', '2H CH3'],
    ['[H+].[Cl-]', 'H+ Cl-'],
  ])('hydrogen atoms become counts unless isotopic, charged or alone: %s is %s', (smiles, expected) => {
    expect(atoms(smiles)).toBe(expected);
  });
});

describe('bonds and rings', () => {
  const orders = (smiles: string) => molecule(smiles).bonds.map((bond) => bond.order);

  test.each([
    ['CC', [1]],
    ['C-C', [1]],
    ['C=C', [2]],
    ['C#C', [3]],
    ['[C]$[C]', [4]],
    ['C.C', []],
    ['C1CC1', [1, 1, 1]],
    ['C=1CC1', [1, 1, 2]],
    ['C1CC=1', [1, 1, 2]],
    ['C=1CC=1', [1, 1, 2]],
    ['C%10CC%10', [1, 1, 1]],
    ['C%(123)CC%(123)', [1, 1, 1]],
    ['C1.C1', [1]],
    ['C12CC1C2', [1, 1, 1, 1, 1]],
  ])('%s', (smiles, expected) => {
    expect(orders(smiles).sort()).toEqual(expected);
  });

  test('a ring-closure number may be used again once it is closed', () => {
    expect(molecule('C1CC1C1CC1').bonds).toHaveLength(7);
    expect(molecule('C0CC0').bonds).toHaveLength(3);
  });

  test('branches nest and follow each other', () => {
    expect(hillFormula(molecule('CC(C)(C(C)(C)C)C(=O)O'))).toBe('C8H16O2');
    expect(molecule('C(C)(C)(C)C').bonds.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
    ]);
  });

  test('blanks around, and a name after a blank, are no part of the structure', () => {
    expect(atoms('  CCO \n')).toBe('CH3 CH2 OH');
    expect(atoms('CCO\tethanol 96 %')).toBe('CH3 CH2 OH');
  });

  test('a backslash doubled by a program is one', () => {
    expect(molecule('F/C=C\\\\F').bonds[1]!.stereo?.side).toBe('together');
  });
});

describe('aromatic text', () => {
  test.each([
    ['c1ccccc1', 'C6H6'],
    ['c1ccncc1', 'C5H5N'],
    ['c1cc[nH]c1', 'C4H5N'],
    ['c1ccoc1', 'C4H4O'],
    ['c1ccsc1', 'C4H4S'],
    ['c1cc[se]c1', 'C4H4Se'],
    ['c1cc[te]c1', 'C4H4Te'],
    ['c1c[nH]cn1', 'C3H4N2'],
    ['Cn1cccc1', 'C5H7N'],
    ['c1ccc2ccccc2c1', 'C10H8'],
    ['c1ccc2cccc-2cc1', 'C10H8'],
    ['c1ccc(cc1)-c1ccccc1', 'C12H10'],
    ['c1ccc(cc1)c1ccccc1', 'C12H10'],
    ['[O-][n+]1ccccc1', 'C5H5NO'],
    ['O=c1cc[nH]cc1', 'C5H5NO'],
    ['c1ccpcc1', 'C5H5P'],
    ['[cH-]1cccc1', 'C5H5-'],
    ['[cH+]1cccccc1', 'C7H7+'],
    ['o1cccc1.[Na+].[Cl-]', 'C4H4ClNaO'],
    ['c1ccc2c(c1)[nH]c1ccccc12', 'C12H9N'],
    ['Cn1c(=O)c2c(ncn2C)n(C)c1=O', 'C8H10N4O2'],
    ['C1:C:C:C:C:C:1', 'C6H6'],
    [
      'c12c3c4c5c1c1c6c7c2c2c8c3c3c9c4c4c%10c5c5c1c1c6c6c%11c7c2c2c7c8c3c3c8c9c4c4c9c%10c5c5c1c1c6c6c%11c2c2c7c3c3c8c4c4c9c5c1c1c6c2c3c41',
      'C60',
    ],
  ])('%s is %s', (smiles, formula) => {
    const read = molecule(smiles);
    expect(hillFormula(read)).toBe(formula);
    for (const [i, atom] of read.atoms.entries()) {
      const sum = read.bonds.reduce((n, b) => (b.from === i || b.to === i ? n + b.order : n), atom.hydrogens);
      expect(sum, `valence of atom ${i}`).toBeLessThanOrEqual(4);
    }
  });

  test.each([
    ['c1cccc1', 'smiles-kekule'],
    ['n1cccc1', 'smiles-kekule'],
    ['c1ccccc1=O', 'smiles-kekule'],
    ['c1ccc2c(c1)cccc2c', 'smiles-aromatic'],
    ['cc', 'smiles-aromatic'],
    ['c1=cc=cc=c1', 'smiles-aromatic'],
    ['C:C', 'smiles-aromatic'],
  ])('%s has no Kekulé form and is refused as %s', (smiles, code) => {
    expect(problem(smiles).code).toBe(code);
  });
});

describe('groups drawn with more bonds than they can have become charge-separated', () => {
  test.each([
    ['CN(=O)=O', 'C[N+](=O)[O-]'],
    ['CN=N#N', 'CN=[N+]=[N-]'],
    ['c1ccn(=O)cc1', 'c1cc[n+]([O-])cc1'],
    ['OCl(=O)(=O)=O', 'O[Cl+3]([O-])([O-])[O-]'],
    ['OI(=O)=O', 'O[I+2]([O-])[O-]'],
    ['CC=P(=O)C', 'CC=[P+]([O-])C'],
  ])('%s as %s', (drawn, separated) => {
    const bare = ({ atoms, bonds }: Molecule) => ({
      atoms: atoms.map(({ element, charge, hydrogens }) => [element, charge, hydrogens]).sort(),
      orders: bonds.map((bond) => bond.order).sort(),
    });
    expect(bare(molecule(drawn))).toEqual(bare(molecule(separated)));
  });
});

describe('stereo', () => {
  const turnOf = (smiles: string) =>
    molecule(smiles)
      .atoms.map((atom) => atom.stereo)
      .find((each) => each !== null);

  test('a centre keeps its neighbours in the order of the text, the hydrogen as -1', () => {
    expect(turnOf('N[C@@H](C)C(=O)O')).toEqual({ turn: '@@', order: [0, -1, 2, 3] });
    expect(turnOf('[C@H](F)(Cl)Br')).toEqual({ turn: '@', order: [-1, 1, 2, 3] });
    expect(turnOf('C1C[C@]1(F)Cl')).toEqual({ turn: '@', order: [1, 0, 3, 4] });
    expect(turnOf('F[C@TH1](Cl)(Br)I')).toEqual({ turn: '@', order: [0, 2, 3, 4] });
    expect(turnOf('F[C@TH2](Cl)(Br)I')).toEqual({ turn: '@@', order: [0, 2, 3, 4] });
    expect(turnOf('C[S@](=O)CC')).toEqual({ turn: '@', order: [0, 2, 3] });
  });

  test.each(['NC(Br)=[C@]=C(O)C', 'CN([H])[C@@H2]C', 'C[N@](F)Cl'])(
    'a mark that can mean no tetrahedral centre is dropped: %s',
    (smiles) => {
      expect(turnOf(smiles)).toBeUndefined();
    },
  );

  test.each([
    ['F/C=C/F', 'opposite'],
    ['F\\C=C\\F', 'opposite'],
    ['F/C=C\\F', 'together'],
    ['C(\\F)=C/F', 'opposite'],
    ['F/C=C/1.Br1', 'opposite'],
    ['F/C=C1.Br/1', 'together'],
    ['[H]/C(F)=C/F', 'together'],
  ])('%s: the neighbours lie %s', (smiles, side) => {
    const [stereo] = molecule(smiles).bonds.flatMap((bond) => bond.stereo ?? []);
    expect(stereo?.side).toBe(side);
  });

  test('an imine whose only mark is its hydrogen names the hydrogen', () => {
    expect(molecule('[H]/N=C(/C)F').bonds.find((bond) => bond.order === 2)?.stereo).toEqual({
      side: 'opposite',
      fromNeighbour: -1,
      toNeighbour: 2,
    });
  });

  test.each(['FC=C/F', 'F/C(\\Cl)=C/F', 'C1/C=C/CCC1', 'F/C=C=C/F'])('%s says nothing', (smiles) => {
    expect(molecule(smiles).bonds.every((bond) => bond.stereo === null)).toBe(true);
  });

  test('a double bond in a ring of eight keeps its stereo', () => {
    expect(molecule('C1CCCCC/C=C/1').bonds.some((bond) => bond.stereo !== null)).toBe(true);
  });
});

describe('refusals say what and where', () => {
  test.each([
    ['', 'smiles-blank', undefined],
    ['   \t', 'smiles-blank', undefined],
    ['C*', 'smiles-wildcard', 2],
    ['CC[*]', 'smiles-wildcard', 4],
    ['[R1]CC', 'smiles-r-group', 2],
    ['CCR', 'smiles-r-group', 3],
    ['CCX', 'smiles-r-group', 3],
    ['[#6]CC', 'smiles-query', 2],
    ['C~C', 'smiles-query', 2],
    ['[C,N]', 'smiles-query', 3],
    ['[!C]', 'smiles-query', 2],
    ['CC>>CO', 'smiles-reaction', 3],
    ['C->[Fe]', 'smiles-reaction', 3],
    ['CCO |^1:0|', 'smiles-extension', 5],
    ['CCé', 'smiles-character', 3],
    ['CC"', 'smiles-character', 3],
    ['C{C}', 'smiles-character', 2],
    ['[Xx]', 'smiles-element', 2],
    ['[D]C', 'smiles-element', 2],
    ['[C', 'smiles-bracket', 2],
    ['[', 'smiles-bracket', 1],
    ['C]', 'smiles-bracket', 2],
    ['[CH3+x]', 'smiles-bracket', 6],
    ['[C+16]', 'smiles-number', 3],
    ['[1000C]', 'smiles-element', 5],
    ['F[C@SP1](Cl)(Br)I', 'smiles-chirality-class', 4],
    ['C[C@H]C', 'smiles-chirality', 2],
    ['C(C', 'smiles-branch', 2],
    ['CC)', 'smiles-branch', 3],
    ['C()C', 'smiles-branch', 3],
    ['(C)C', 'smiles-branch', 1],
    ['C((C))C', 'smiles-branch', 3],
    ['C=', 'smiles-bond', 2],
    ['=C', 'smiles-bond', 1],
    ['C==C', 'smiles-bond', 3],
    ['C.', 'smiles-bond', 2],
    ['.C', 'smiles-bond', 1],
    ['C..C', 'smiles-bond', 3],
    ['C(=)C', 'smiles-bond', 4],
    ['C1CC', 'smiles-ring-open', 2],
    ['C11', 'smiles-ring-bond', 3],
    ['C1C1', 'smiles-ring-bond', 4],
    ['C12CC12', 'smiles-ring-bond', 7],
    ['C=1CC#1', 'smiles-ring-bond', 7],
    ['C%1CC%1', 'smiles-ring-bond', 2],
    ['C(1CC1)', 'smiles-ring-bond', 3],
    ['1CC1', 'smiles-ring-bond', 1],
    ['C(C)(C)(C)(C)C', 'smiles-valence', 1],
    ['CN(C)(C)C', 'smiles-valence', 2],
    ['C=O=C', 'smiles-valence', 3],
    ['[CH5]', 'smiles-valence', 1],
    ['FP(F)(F)(F)(F)F', 'smiles-valence', 2],
  ])('%j is refused as %s at %s', (smiles, code, position) => {
    const refused = problem(smiles);
    expect(refused.code).toBe(code);
    expect(refused.data?.['position']).toBe(position);
    expect(refused.message).not.toBe('');
    expect(refused.todo).not.toBe('');
    if (position !== undefined) expect(refused.message).toContain(`Character ${position}:`);
  });

  test('the most that can be read is read, and one more is refused', () => {
    expect(molecule('C'.repeat(SMILES_ATOMS_MAX)).atoms).toHaveLength(SMILES_ATOMS_MAX);
    expect(problem('C'.repeat(SMILES_ATOMS_MAX + 1)).code).toBe('smiles-too-many-atoms');
    expect(problem('C'.repeat(5_000)).code).toBe('smiles-too-many-atoms');
    expect(problem('-'.repeat(SMILES_CHARACTERS_MAX + 1)).code).toBe('smiles-too-long');
    expect(problem('C1'.repeat(700)).code).toMatch(/smiles-/);
  });
});

describe('bad input takes neither long nor deep', () => {
  test.each([
    ['100,000 parentheses', '('.repeat(100_000)],
    ['100,000 open branches', 'C('.repeat(50_000)],
    ['1,000 branches inside branches', `${'C('.repeat(1_000)}C${')'.repeat(1_000)}`],
    ['brackets', '['.repeat(10_000)],
    ['digits', `C${'1'.repeat(10_000)}`],
    ['percent signs', `C${'%'.repeat(10_000)}`],
    ['a ladder', `C1C${'2C1C'.repeat(1).repeat(250)}`],
    [
      'a sheet of rings',
      `C${Array.from({ length: 290 }, (_, i) => `%(${i})`).join('')}${Array.from({ length: 290 }, (_, i) => `C%(${i})C`).join('')}`,
    ],
    ['blanks', ' '.repeat(1_000_000)],
    ['a long name', `C ${'x'.repeat(1_000_000)}`],
  ])('%s', (_, smiles) => {
    // A reader that hung here would run into the time limit of the test.
    expect(typeof readSmiles(smiles).ok).toBe('boolean');
  });

  test('any text is read or refused, never thrown at', () => {
    const characters = [...'CNOSPFIBcnosp[]()=#$:/\\.-+@%0123456789HlraeR*>~ \n\té\u{1F600}'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 60 }), (picked) => {
        const read = readSmiles(picked.join(''));
        if (read.ok) expect(read.value.atoms.length).toBeGreaterThan(0);
        else expect(read.problem.code).toMatch(/^smiles-[a-z-]+$/);
      }),
      { numRuns: 3_000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        readSmiles(text);
      }),
      { numRuns: 1_000 },
    );
  });
});
