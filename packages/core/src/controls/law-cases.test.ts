import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { resolve, type Chemist } from '../goods/index.ts';
import { day, type Jurisdiction } from '../kernel/index.ts';
import { loadLaw, loadRdkit } from '../node/index.ts';
import type { GoodsAnswer, JurisdictionStatus, Proof, Question } from './answer.ts';
import { check } from './check.ts';
import type { Activity } from './control.ts';
import type { Law } from './law.ts';

/** A case a lawyer can review, as `data/controls/cases/*.yaml` has it. */
interface LawCase {
  readonly id: string;
  readonly input: string;
  readonly on: string;
  readonly known?: string;
  readonly jurisdiction: Jurisdiction;
  readonly activity?: Activity;
  readonly to?: string;
  readonly status: JurisdictionStatus['status'];
  readonly basis?: string;
  readonly list?: string;
  readonly since?: string;
  readonly clauses?: readonly string[];
  readonly doubt?: string;
  readonly announced?: boolean;
  readonly why: string;
}

const CASES = join(houseRoot(), 'data/controls/cases');

function houseRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && readFileSync(file, 'utf8').includes('"custody-house"')) return folder;
    if (folder === dirname(folder)) throw new Error('the root of the house was not found');
  }
}

const files = readdirSync(CASES).filter((name) => name.endsWith('.yaml'));
const cases = files.map((name) => ({
  name,
  cases: (parse(readFileSync(join(CASES, name), 'utf8')) as { cases: readonly LawCase[] }).cases,
}));

let law: Law;
let chemist: Chemist;
beforeAll(async () => {
  law = loadLaw();
  chemist = await loadRdkit();
});

function ask(input: string, parts: Partial<Question> & Pick<Question, 'on'>): GoodsAnswer {
  const question: Question = {
    what: [input],
    known: null,
    in: null,
    activity: null,
    from: null,
    to: null,
    quantity: null,
    ...parts,
  };
  const [result] = check(law, question, (text) => resolve(law, text, chemist)).results;
  if (result === undefined) throw new Error('one text, one result');
  return result;
}

function statusIn(input: string, on: string, where: Jurisdiction): JurisdictionStatus {
  const result = ask(input, { on: day(on) });
  const status = result.statuses.find(({ jurisdiction }) => jurisdiction === where);
  if (status === undefined) throw new Error(`${input} was not resolved: ${JSON.stringify(result)}`);
  return status;
}

/** The clauses by which a class is met, each once. */
function clausesOf(proof: Proof | null): readonly string[] {
  const changed = proof?.zones.filter(({ outcome }) => outcome === 'changed') ?? [];
  return [...new Set(changed.map(({ clause }) => clause))].sort();
}

describe.each(cases)('law cases: $name', ({ cases: all }) => {
  test.each(all.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const result = ask(one.input, {
      on: day(one.on),
      known: one.known === undefined ? null : day(one.known),
      in: [one.jurisdiction],
      activity: one.activity ?? null,
      to: one.to ?? null,
    });
    const [status] = result.statuses;
    const told = `${one.why}\n${JSON.stringify({ status, problems: result.problems }, null, 1)}`;
    expect(status?.status, told).toBe(one.status);
    if (one.announced !== undefined) expect((status?.announced.length ?? 0) > 0, told).toBe(one.announced);
    const shown = status?.controls ?? [];
    if (one.basis !== undefined)
      expect(
        shown.map(({ basis }) => basis),
        told,
      ).toContain(one.basis);
    if (one.list !== undefined)
      expect(
        shown.map(({ list }) => list),
        told,
      ).toContain(one.list);
    if (one.since !== undefined)
      expect(
        shown.map((each) => each.effectiveFrom),
        told,
      ).toContain(one.since);
    if (one.clauses !== undefined)
      expect(
        shown.filter(({ basis }) => basis === 'class').map(({ proof }) => clausesOf(proof)),
        told,
      ).toContainEqual([...one.clauses].sort());
    if (one.doubt !== undefined)
      expect(
        shown.map(({ doubt }) => doubt?.code),
        told,
      ).toContain(one.doubt);
  });
});

describe('the dated answers the first answer must give', () => {
  test('4-AP on 2022-09-01: US controlled; China, EU, UN not-controlled', () => {
    for (const [where, status] of [
      ['US', 'controlled'],
      ['CN', 'not-controlled'],
      ['EU', 'not-controlled'],
      ['UN', 'not-controlled'],
    ] as const) {
      expect(statusIn('4-AP', '2022-09-01', where).status, where).toBe(status);
    }
  });

  test('1-boc-4-AP in the US from 2020-05-15, as part-generic, with a proof that can be drawn', () => {
    const status = statusIn('1-boc-4-AP', '2020-05-15', 'US');
    expect(status).toMatchObject({
      status: 'controlled',
      controls: [{ basis: 'part-generic', list: 'List I' }],
    });
    const proof = status.controls[0]?.proof;
    expect(proof?.scaffold).toHaveLength(13);
    expect(proof?.zones).toMatchObject([{ what: 'carbamate' }]);
    expect(statusIn('1-boc-4-AP', '2020-05-14', 'US').status).toBe('not-controlled');
  });

  test('norfentanyl in China from 2024-09-01', () => {
    expect(statusIn('norfentanyl', '2024-08-31', 'CN').status).toBe('not-controlled');
    expect(statusIn('norfentanyl', '2024-09-01', 'CN').status).toBe('controlled');
  });

  test('propionyl chloride in the US: announced, then controlled in 2026', () => {
    expect(statusIn('propionyl chloride', '2026-03-20', 'US')).toMatchObject({
      status: 'not-controlled',
      announced: [{ list: 'List I' }],
    });
    expect(statusIn('propionyl chloride', '2026-06-01', 'US').status).toBe('controlled');
  });

  test('fentanyl in the EU: outside', () => {
    expect(statusIn('fentanyl', '2026-11-22', 'EU').status).toBe('outside');
  });

  test('a jurisdiction compiled in part: unknown, saying what is missing', () => {
    const status = statusIn('heroin', '2026-11-22', 'CA');
    expect(status).toMatchObject({ status: 'unknown', deciding: false });
    expect(status.reasons.map(({ code }) => code)).toContain('scope-incomplete');
    expect(status.reasons.find(({ code }) => code === 'scope-incomplete')?.text).toContain('fentanyl');
  });

  test('aspirin, which no list names: not controlled where all is compiled, unknown where it is not', () => {
    const result = ask('CC(=O)Oc1ccccc1C(=O)O', { on: day('2026-11-22') });
    const row = (where: Jurisdiction): unknown => {
      const status = result.statuses.find(({ jurisdiction }) => jurisdiction === where);
      return [status?.status, status?.deciding];
    };
    expect(row('US')).toEqual(['not-controlled', true]);
    expect(row('CN')).toEqual(['not-controlled', true]);
    expect(row('CA')).toEqual(['unknown', false]);
    expect(row('MX')).toEqual(['unknown', false]);
    expect(result.verdict).toBe('not-controlled');
  });
});
