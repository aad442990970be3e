import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { framesOf, linksOf, ruleSieve, structureMatches, tablesOf, type Law } from '../controls/index.ts';
import {
  bulkReader,
  compositionOf,
  counterIonIndex,
  findScaffold,
  graphOf,
  isOrganic,
  mayHold,
  parentOf,
  partOf,
  pathBits,
  readSmiles,
  resolveStructure,
  skeletonOf,
  type Chemist,
  type Molecule,
  type Resolution,
} from '../goods/index.ts';
import { benchStructures } from '../goods/test/bench-structures.ts';
import { readCompilation } from '../goods/test/compilation.ts';
import { loadLaw, loadRdkit } from '../node/index.ts';
import { mayBeNamedIn } from './structure-names.ts';
import { createStructureScreener, type StructureScreener } from './structure-screener.ts';
import { seeded, spellings } from './test/spellings.ts';

let law: Law;
let chemist: Chemist;
let screener: StructureScreener;

beforeAll(async () => {
  law = loadLaw();
  chemist = await loadRdkit();
  screener = createStructureScreener(law, chemist);
});

function molecule(smiles: string): Molecule {
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return read.value;
}

/** The long way: RDKit is asked for the key of every structure, and every rule is laid on it. */
function exhaustive(smiles: string): Resolution | null {
  const read = readSmiles(smiles);
  if (!read.ok) return null;
  const parts = parentOf(read.value, law.lists.counterIons.list);
  return resolveStructure(law, smiles, read.value, parts, chemist, () => true);
}

/** Whether the long way finds something in the law, or leaves something to a person. */
function concernsLaw({ goods, candidates }: Resolution): boolean {
  return goods === null || candidates.length > 0 || goods.named !== null || linksOf(law, goods).length > 0;
}

/** What of a resolution must be the same either way; our own spelling of a structure is not RDKit's. */
function inBrief({ goods, candidates, problems }: Resolution): unknown {
  return {
    id: goods?.id,
    inchikey: goods?.inchikey,
    code: goods?.goodsCode,
    form: goods?.form,
    candidates,
    problems: problems.map(({ code }) => code),
    links:
      goods === null ? [] : linksOf(law, goods).map(({ control, outcome }) => `${control.id} ${outcome}`),
  };
}

const COUNTER_IONS = [
  'Cl',
  'Br',
  'OC(=O)C(F)(F)F',
  'OC(=O)/C=C/C(O)=O',
  'OS(C)(=O)=O',
  'OC(=O)C(O)C(O)C(O)=O',
];

interface ClassCases {
  readonly vectors?: readonly { readonly smiles: string }[];
  readonly cases?: readonly { readonly smiles: string }[];
}

const CLASS_CASES = ['class-cases.json', 'class-cases-intl.json', 'class-cases-cn-nitazenes.json'].flatMap(
  (file) => {
    const compiled = readCompilation(file) as ClassCases | null;
    return [...(compiled?.vectors ?? []), ...(compiled?.cases ?? [])].map(({ smiles }) => smiles);
  },
);

describe('nothing is missed', () => {
  test('every substance of the law is found in every spelling', () => {
    const alone = createStructureScreener(law, null);
    const ions = counterIonIndex(law.lists.counterIons.list);
    const random = seeded(1);
    const missed: string[] = [];
    for (const { id, structure } of law.substances) {
      if (structure === null) continue;
      for (const { how, smiles } of spellings(molecule(structure.smiles), COUNTER_IONS, random)) {
        if (alone.screen(smiles).kind === 'goods') continue;
        // A substance that is itself a counter-ion, a solvent or inorganic is not what a salt of it is known as (house
        // rule "Parent"): there the long way finds nothing either.
        const long = exhaustive(smiles);
        const itself =
          isOrganic(molecule(structure.smiles)) && ions.find(molecule(structure.smiles)) === null;
        if (itself || long === null || concernsLaw(long)) missed.push(`${id} ${how}: ${smiles}`);
      }
    }
    expect(missed).toEqual([]);
  });

  test('in every spelling it comes to what the long way comes to', () => {
    const random = seeded(2);
    const some = law.substances.flatMap(({ structure }, index) =>
      structure === null || index % 60 !== 0 ? [] : [structure.smiles],
    );
    for (const drawn of some) {
      for (const { smiles } of spellings(molecule(drawn), COUNTER_IONS, random)) {
        const screened = screener.screen(smiles);
        const long = exhaustive(smiles.trim().split(/\s/)[0] ?? '');
        if (screened.kind !== 'goods' || long === null) throw new Error(`${smiles}: ${screened.kind}`);
        expect(inBrief(screened.resolution), smiles).toEqual(inBrief(long));
      }
    }
  });

  test.skipIf(CLASS_CASES.length === 0)('the class cases come to what the long way comes to', () => {
    const random = seeded(3);
    for (const drawn of new Set(CLASS_CASES)) {
      const [other] = spellings(molecule(drawn), COUNTER_IONS, random);
      for (const smiles of [drawn, other?.smiles ?? drawn]) {
        const long = exhaustive(smiles);
        const screened = screener.screen(smiles);
        if (long === null) throw new Error(`${smiles} cannot be read`);
        if (screened.kind === 'goods') expect(inBrief(screened.resolution), smiles).toEqual(inBrief(long));
        else expect(concernsLaw(long), smiles).toBe(false);
      }
    }
  });

  const sample = benchStructures(400);
  test.skipIf(sample.length === 0)(
    'public structures: nothing is `nothing` that the long way finds something in',
    () => {
      let nothing = 0;
      for (const smiles of sample) {
        const screened = screener.screen(smiles);
        const long = exhaustive(smiles);
        if (screened.kind === 'unreadable' || long === null) {
          expect([screened.kind, long], smiles).toEqual(['unreadable', null]);
          continue;
        }
        if (screened.kind === 'goods') expect(inBrief(screened.resolution), smiles).toEqual(inBrief(long));
        else expect(concernsLaw(long), smiles).toBe(false);
        if (screened.kind === 'nothing') nothing++;
      }
      // A screener that sent everything the long way would miss nothing either.
      expect(nothing).toBeGreaterThan(0.9 * sample.length);
    },
  );
});

describe('the tests that exclude', () => {
  test.each([
    ['a salt with a bond and one of ions', 'CC(=O)O[Na]', 'CC(=O)[O-].[Na+]'],
    ['lactam and lactim', 'O=c1cccc[nH]1', 'Oc1ccccn1'],
    ['an amidine either way', 'CC(=N)NC', 'CC(N)=NC'],
    ['an amino acid and its zwitterion', 'NCC(=O)O', '[NH3+]CC(=O)[O-]'],
    ['an amine and its cation', 'CCN', 'CC[NH3+]'],
    ['nitro groups', 'CN(=O)=O', 'C[N+](=O)[O-]'],
    ['a hydrogen that is an atom', 'OC([2H])([2H])C', 'OCC'],
    ['a Grignard compound', 'C[Mg]Br', '[CH3-].[Mg+2].[Br-]'],
    ['mirror images', 'C[C@H](N)O', 'C[C@@H](N)O'],
  ])('%s have the same skeleton', (_, one, other) => {
    expect(skeletonOf(graphOf(molecule(one)))).toBe(skeletonOf(graphOf(molecule(other))));
    expect(compositionOf(graphOf(molecule(one)))).toBe(compositionOf(graphOf(molecule(other))));
  });

  test('of structures with the same first block of their keys the skeletons are the same', () => {
    const byBlock = new Map<string, number>();
    let compared = 0;
    const random = seeded(4);
    for (const { structure } of law.substances.filter((_, index) => index % 20 === 0)) {
      if (structure === null) continue;
      for (const { smiles } of spellings(molecule(structure.smiles), ['Cl'], random)) {
        const read = molecule(smiles);
        const key = chemist.key(smiles.trim().split(/\s/)[0] ?? '');
        if (!key.ok) continue;
        const block = key.value.slice(0, 14);
        const skeleton = skeletonOf(graphOf(read));
        const before = byBlock.get(block);
        if (before !== undefined) compared++;
        expect(before ?? skeleton, smiles).toBe(skeleton);
        byBlock.set(block, skeleton);
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  test.each([
    ['CCO', 'CCN'],
    ['CCCO', 'CC(C)O'],
    ['c1ccccc1', 'C1CCCCC1'],
    ['CC(=O)O', 'CC(=O)OC'],
  ])('%s and %s are told apart', (one, other) => {
    expect(skeletonOf(graphOf(molecule(one)))).not.toBe(skeletonOf(graphOf(molecule(other))));
  });

  test('with a key in the law whose structure is not there, nothing is excluded', () => {
    const ethane = graphOf(molecule('CC'));
    expect(mayBeNamedIn(law)(ethane)).toBe(false);
    const strange = { ...law.index.skeletons, AAAAAAAAAAAAAA: ['somebody'] };
    expect(mayBeNamedIn({ ...law, index: { ...law.index, skeletons: strange } })(ethane)).toBe(true);
  });

  const some = benchStructures(1_500);
  test.skipIf(some.length === 0)('a pattern that can be laid has no path the molecule lacks', () => {
    const frames = framesOf(tablesOf(law));
    let laid = 0;
    for (const smiles of some) {
      const read = readSmiles(smiles);
      if (!read.ok) continue;
      const bits = pathBits(graphOf(read.value));
      for (const frame of frames) {
        // Searched before anybody made the paths of the molecule, so that they cannot have helped.
        if (findScaffold(frame, read.value, { matchesMax: 1 }).length === 0) continue;
        laid++;
        expect(mayHold(bits, pathBits(graphOf(frame))), smiles).toBe(true);
      }
    }
    expect(laid).toBeGreaterThan(20);
  });

  test.skipIf(some.length === 0)('a connected part of a molecule has no path the molecule lacks', () => {
    fc.assert(
      fc.property(fc.nat(some.length - 1), fc.nat(), fc.integer({ min: 2, max: 20 }), (place, seed, size) => {
        const read = readSmiles(some[place]!);
        if (!read.ok) return;
        const part = connectedPart(read.value, seed % read.value.atoms.length, size);
        expect(mayHold(pathBits(graphOf(read.value)), pathBits(graphOf(part)))).toBe(true);
      }),
    );
  });

  test.skipIf(some.length === 0)('the quick parent is the parent', () => {
    const bulk = bulkReader(law.lists.counterIons.list);
    let quick = 0;
    for (const smiles of [...some, ...some.slice(0, 200).map((one) => `Cl.${one}.O`)]) {
      const { parent } = bulk.read(smiles);
      if (parent === null) continue;
      quick++;
      const parts = parentOf(molecule(smiles), law.lists.counterIons.list);
      if (parts.kind !== 'parent') throw new Error(`${smiles} is a ${parts.kind}`);
      const { number, charge, hydrogens, aromatic, order, isotope, from, to } = graphOf(parts.parent);
      expect(parent, smiles).toMatchObject({ number, charge, hydrogens, aromatic, order, isotope, from, to });
    }
    expect(quick).toBeGreaterThan(0.9 * some.length);
  });

  test.skipIf(some.length === 0)('where the rules may not speak, they find nothing', () => {
    const tables = tablesOf(law);
    const sieve = ruleSieve(tables);
    let silent = 0;
    for (const smiles of some) {
      const read = readSmiles(smiles);
      if (!read.ok || sieve(graphOf(molecule(smiles)))) continue;
      silent++;
      // A molecule of its own, whose paths nobody has made.
      const { classes, partGeneric, hydrateOf, positional } = structureMatches(tables, read.value);
      expect([classes, partGeneric, hydrateOf, positional], smiles).toEqual([[], [], [], []]);
    }
    expect(silent).toBeGreaterThan(0.8 * some.length);
  });
});

function connectedPart(whole: Molecule, first: number, size: number): Molecule {
  const { start, near } = graphOf(whole);
  const taken = new Set([first]);
  for (const atom of taken) {
    for (let i = start[atom]!; i < start[atom + 1]! && taken.size < size; i++) taken.add(near[i]!);
  }
  return partOf(
    whole,
    [...taken].sort((a, b) => a - b),
  );
}

describe('what a structure comes to', () => {
  test('one that nothing has to do with', () => {
    expect(screener.screen('CCCCc1ccc(C)nc1 butylpicoline')).toEqual({ kind: 'nothing' });
    expect(screener.screenMolecule(molecule('CCCCc1ccc(C)nc1'))).toEqual({ kind: 'nothing' });
    expect(screener.screen('CCCCc1ccc(C)nc1.Cl')).toEqual({ kind: 'nothing' });
  });

  test('a salt of a substance of the law', () => {
    const screened = screener.screen('Cl.CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1');
    expect(screened).toMatchObject({
      kind: 'goods',
      resolution: { exact: true, goods: { id: 'fentanyl', form: { salt: 'hydrochloride' } } },
    });
    expect(screener.screenMolecule(molecule('CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'))).toMatchObject({
      kind: 'goods',
      resolution: { goods: { id: 'fentanyl' } },
    });
  });

  test.each([
    ['C1CC', 'smiles-ring-open'],
    ['*CC', 'smiles-wildcard'],
    ['   ', 'smiles-blank'],
    ['CC |$R1$|', 'smiles-extension'],
    ['F(C)C', 'smiles-valence'],
    ['C.C1', 'smiles-ring-open'],
  ])('%j cannot be read', (smiles, code) => {
    expect(screener.screen(smiles)).toMatchObject({ kind: 'unreadable', problem: { code } });
  });

  test('a mixture is for a person, and no key is made of parts that are surely not in the law', () => {
    const asked: string[] = [];
    const counting: Chemist = {
      ...asChemist(chemist),
      key: (smiles) => (asked.push(smiles), chemist.key(smiles)),
    };
    const mixed = createStructureScreener(law, counting).screen('CCCCc1ccc(C)nc1.CCCCCCc1ccncc1C');
    expect(mixed).toMatchObject({
      kind: 'goods',
      resolution: { goods: null, problems: [{ code: 'mixture' }] },
    });
    expect(asked).toEqual([]);
    const known = screener.screen('CCCCc1ccc(C)nc1.CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1');
    expect(known).toMatchObject({ resolution: { goods: null, candidates: [{ id: 'fentanyl' }] } });
  });

  test('a ring closure over a dot joins what it joins', () => {
    // Two halves that are bonded: one molecule, and not a mixture.
    expect(screener.screen('c1ccccc1CC1.N1CC')).toEqual(screener.screen('c1ccccc1CCNCC'));
  });

  test('without a toolkit what is drawn as in the law is known, and what may be it is not cleared', () => {
    const alone = createStructureScreener(law, null);
    expect(alone.screen('CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1')).toMatchObject({
      resolution: { goods: { id: 'fentanyl' } },
    });
    // The enol of a substance of the law: the same key, drawn otherwise.
    expect(alone.screen('CC(O)=Cc1ccccc1')).toMatchObject({ kind: 'goods' });
    expect(alone.screen('CCCCc1ccc(C)nc1')).toEqual({ kind: 'nothing' });
    // A mixture is for a person, toolkit or not.
    expect(alone.screen('CCCCc1ccc(C)nc1.CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1')).toMatchObject({
      resolution: { goods: null, candidates: [{ id: 'fentanyl' }], problems: [{ code: 'mixture' }] },
    });
  });

  test('asked again, it is answered alike and worked out once', () => {
    let keys = 0;
    const counting: Chemist = { ...asChemist(chemist), key: (smiles) => (keys++, chemist.key(smiles)) };
    const own = createStructureScreener(law, counting);
    const first = own.screen('OC(=O)Cc1ccccc1');
    const after = keys;
    expect(own.screen('OC(=O)Cc1ccccc1')).toEqual(first);
    expect(keys).toBe(after);
  });
});

function asChemist(one: Chemist): Chemist {
  return {
    name: one.name,
    identify: (smiles) => one.identify(smiles),
    key: (smiles) => one.key(smiles),
    read: (text, format) => one.read(text, format),
    draw: (smiles, size, highlight) => one.draw(smiles, size, highlight),
  };
}
