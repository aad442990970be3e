import { beforeAll, describe, expect, test } from 'vitest';
import { readSmiles, resolve, type Chemist } from '../goods/index.ts';
import { readCompilation } from '../goods/test/compilation.ts';
import { day, type Jurisdiction } from '../kernel/index.ts';
import { loadLaw, loadRdkit } from '../node/index.ts';
import type { JurisdictionStatus } from './answer.ts';
import { check } from './check.ts';
import { classOutcome, compileClass, type ClassOutcome } from './class-match.ts';
import type { Law } from './law.ts';

interface Reading {
  readonly rule: string;
  readonly jurisdiction: Jurisdiction;
  readonly file: string;
  readonly list: 'vectors' | 'cases';
  readonly finding: string;
  /** A day on which the class is law. */
  readonly on: string;
  /** Members of which the compilation says that it is arguable, or all: the drawing of the law was not read. */
  readonly arguable: readonly string[] | 'all';
}

/**
 * The class rules of the data against an independent reading of the same laws, made with RDKit and Python, in our
 * compilation beside the repository: every member, and every structure that looks like one and is none.
 */
const READINGS: readonly Reading[] = [
  {
    rule: 'us-fentanyl-related-substances',
    jurisdiction: 'US',
    file: 'class-cases.json',
    list: 'vectors',
    finding: 'us_frs_structural',
    on: '2026-06-01',
    arguable: [],
  },
  {
    rule: 'cn-fentanyl-substances',
    jurisdiction: 'CN',
    file: 'class-cases.json',
    list: 'vectors',
    finding: 'cn_2019_structural',
    on: '2026-06-01',
    arguable: [],
  },
  {
    rule: 'cn-nitazenes',
    jurisdiction: 'CN',
    file: 'class-cases-cn-nitazenes.json',
    list: 'vectors',
    finding: 'cn_2025_nitazene_structural',
    on: '2026-06-01',
    arguable: [],
  },
  {
    rule: 'gb-fentanyls',
    jurisdiction: 'GB',
    file: 'class-cases-intl.json',
    list: 'cases',
    finding: 'uk_1d',
    on: '2026-06-01',
    arguable: ['sub:fentanyl-carbamate'],
  },
  {
    rule: 'gb-nitazenes',
    jurisdiction: 'GB',
    file: 'class-cases-intl.json',
    list: 'cases',
    finding: 'uk_1ea',
    on: '2026-06-01',
    arguable: [],
  },
  {
    rule: 'de-npsg-benzimidazoles-2024',
    jurisdiction: 'DE',
    file: 'class-cases-intl.json',
    list: 'cases',
    finding: 'de_npsg7_2024',
    on: '2025-06-01',
    arguable: 'all',
  },
  {
    rule: 'de-npsg-benzimidazoles-2025',
    jurisdiction: 'DE',
    file: 'class-cases-intl.json',
    list: 'cases',
    finding: 'de_npsg7_2025',
    on: '2026-06-01',
    arguable: 'all',
  },
];

interface Vector {
  readonly id: string;
  readonly smiles: string;
  readonly [finding: string]: unknown;
}

/** Read when the tests are collected, so that each structure is a test of its own. */
function vectorsOf({ file, list }: Reading): readonly Vector[] {
  const read = readCompilation(file) as Readonly<Record<string, readonly Vector[]>> | null;
  return read?.[list] ?? [];
}

let law: Law;
let chemist: Chemist;
beforeAll(async () => {
  law = loadLaw();
  chemist = await loadRdkit();
});

function outcomeOf(ruleId: string, smiles: string): ClassOutcome {
  const definition = law.rules.find(({ id }) => id === ruleId)?.definition;
  if (definition === undefined) throw new Error(`${ruleId} has no definition`);
  const read = readSmiles(smiles);
  if (!read.ok) throw new Error(`${smiles}: ${read.problem.message}`);
  return classOutcome(compileClass(definition, ruleId), read.value);
}

function statusOf(smiles: string, on: string, where: Jurisdiction): JurisdictionStatus {
  const question = {
    what: [smiles],
    on: day(on),
    known: null,
    in: [where],
    activity: null,
    from: null,
    to: null,
    quantity: null,
  };
  const status = check(law, question, (text) => resolve(law, text, chemist)).results[0]?.statuses[0];
  if (status === undefined) throw new Error(`${smiles} was not resolved`);
  return status;
}

describe.skipIf(readCompilation('class-cases.json') === null)(
  'the classes against an independent reading',
  () => {
    describe.each(READINGS)('$rule ($finding)', (reading) => {
      const vectors = vectorsOf(reading);
      const { rule, finding, arguable, jurisdiction, on } = reading;
      const members = vectors.filter((one) => one[finding] === true);
      const others = vectors.filter((one) => one[finding] !== true);
      const isArguable = (id: string): boolean => arguable === 'all' || arguable.includes(id);

      test('speaks of enough members, and of others', () => {
        expect(members.length).toBeGreaterThan(15);
        expect(others.length).toBeGreaterThan(1);
      });

      test.each(members.map(({ id, smiles }) => [id, smiles] as const))('%s is a member', (id, smiles) => {
        const { verdict, doubts, proof } = outcomeOf(rule, smiles);
        expect(verdict).toBe(isArguable(id) ? 'review' : 'match');
        expect(doubts.length > 0).toBe(isArguable(id));
        expect(doubts.map(({ code }) => code)).not.toContain('close-to');
        expect(proof?.scaffold.length).toBeGreaterThan(0);
        expect(proof?.zones.every(({ clause, atoms }) => clause !== '' && atoms.length > 0)).toBe(true);
      });

      test.each(others.map(({ id, smiles }) => [id, smiles] as const))('%s is none', (_, smiles) => {
        expect(outcomeOf(rule, smiles).verdict).not.toBe('match');
      });

      test.each(members.map(({ id, smiles }) => [id, smiles] as const))(
        '%s: its own entry goes before the class, which else decides',
        (id, smiles) => {
          const { status, controls, excluded } = statusOf(smiles, on, jurisdiction);
          const own = controls.some(({ basis, doubt }) => basis === 'named' && doubt === null);
          if (own) {
            expect(status).toBe('controlled');
            expect(controls.map(({ basis }) => basis)).not.toContain('class');
            const yielding = excluded.filter(({ proof }) => proof?.rule === rule);
            expect(new Set(yielding.map(({ because }) => because.code))).toEqual(
              new Set(['listed-elsewhere']),
            );
          } else {
            expect(status).toBe(isArguable(id) ? 'review' : 'controlled');
            expect(controls.some(({ basis, proof }) => basis === 'class' && proof?.rule === rule)).toBe(true);
          }
        },
      );
    });
  },
);
