import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Control } from '../controls/index.ts';
import { readControls } from './controls-files.ts';
import { readLawCases } from './law-cases.ts';

const ROOT = repositoryRoot();
const COMPILATION = join(ROOT, '../shared/law/controls.json');
const data = readControls(join(ROOT, 'data'));

describe('data/controls', () => {
  test('fits its schemas and itself', () => {
    expect(data.problems).toEqual([]);
  });

  test('has law of thirteen jurisdictions, and an instrument for each entry', () => {
    expect(new Set(data.controls.map((one) => one.jurisdiction)).size).toBe(13);
    const instruments = new Set(data.instruments.map((one) => one.id));
    expect(data.controls.filter((one) => !instruments.has(one.instrument))).toEqual([]);
  });

  test('nothing verified is without a source and a day, nothing unverified carries one', () => {
    const citations = [...data.controls, ...data.rules, ...data.duties, ...data.penalties].map(
      (one) => one.citation,
    );
    for (const citation of citations) {
      expect(citation.verifiedOn === null).toBe(citation.confidence === 'unverified');
      if (citation.confidence === 'verified') expect(citation.url ?? citation.note).toBeTruthy();
    }
  });

  test('temporary orders end, and no proposal is law', () => {
    for (const one of data.controls) {
      if (one.permanence === 'temporary' && one.stage !== 'proposed') expect(one.end, one.id).not.toBeNull();
      if (/proposed|advance notice/i.test(one.list)) expect(one.stage, one.id).toBe('proposed');
    }
  });

  test('deadlines keep the unit of the law', () => {
    const unit = (id: string): string | undefined => data.duties.find((one) => one.id === id)?.deadline?.unit;
    expect(unit('eu-export-auth')).toBe('working-day');
    expect(unit('us-1313-12')).toBe('day');
    expect(unit('mx-sisus')).toBe('hour');
  });

  test('coverage never claims more than one state for a kind and family', () => {
    const rows = data.coverage.map((row) => `${row.jurisdiction} ${row.kind} ${row.families.join(',')}`);
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('law cases: at least 60, at least as many refusals and doubts as controls', () => {
    const { cases, problems } = readLawCases(join(ROOT, 'data'));
    expect(problems).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(60);
    const controlled = cases.filter((one) => one.status === 'controlled').length;
    expect(cases.length - controlled).toBeGreaterThanOrEqual(controlled);
  });
});

interface Compiled {
  readonly id: string;
  readonly target: string;
  readonly jurisdiction: string;
  readonly list: string;
  readonly entry: string;
  readonly status: string;
  readonly confidence: string;
  readonly effective_from: string | null;
  readonly code?: string | null;
  readonly reached_by?: string;
}

describe.skipIf(!existsSync(COMPILATION))('against our compilation of the law', () => {
  const compiled = existsSync(COMPILATION)
    ? (JSON.parse(readFileSync(COMPILATION, 'utf8')) as { controls: Compiled[]; other_rules: Compiled[] })
    : { controls: [], other_rules: [] };
  const byTarget = new Map<string, Control[]>();
  for (const one of data.controls) {
    const key = `${one.jurisdiction} ${targetOf(one)}`;
    byTarget.set(key, [...(byTarget.get(key) ?? []), one]);
  }

  test('every control is here, but for those a part-generic rule reaches', () => {
    const missing = compiled.controls.filter((one) => one.reached_by === undefined && !match(one, byTarget));
    expect(missing.map((one) => one.id)).toEqual([]);
    expect(compiled.controls.filter((one) => one.reached_by !== undefined).map((one) => one.id)).toEqual([
      'ctl:us:1-boc-4-ap:1',
      'ctl:us:1-boc-4-piperidone:1',
    ]);
  });

  test('and nothing else, but for four the compilation gives in words and the kin of pethidine in para 1(a)', () => {
    const reached = compiled.controls.filter((one) => one.reached_by !== undefined).length;
    const all = compiled.controls.length + compiled.other_rules.length - reached;
    const added = [
      'us:us-controlled-substance-analogues:1',
      'gb:gb-pethidines:1',
      'mx:phenylacetic-acid:0',
      'cn:cn-synthetic-cannabinoids:1',
    ];
    const pethidines = data.controls.filter(
      ({ instrument, citation }) => instrument === 'gb-mda-1971' && citation.title.endsWith('para 1(a)'),
    );
    expect(pethidines).toHaveLength(25);
    // Schedule III of 1961 stands among the clauses of the compilation, not among its controls.
    const preparations = data.controls.filter(({ id }) => id.endsWith(':schedule-3'));
    expect(preparations).toHaveLength(15);
    expect(preparations.every((one) => one.preparationsOnly === true)).toBe(true);
    expect(data.controls.length).toBe(all + added.length + pethidines.length + preparations.length);
    for (const id of added) expect(data.controls.some((one) => one.id === id)).toBe(true);
  });

  test('a start day never came to be later than compiled, and what was memory is not verified', () => {
    for (const one of compiled.controls) {
      const control = one.reached_by === undefined ? match(one, byTarget) : undefined;
      if (control === undefined) continue;
      if (one.effective_from !== null && !one.effective_from.endsWith('-01-01')) {
        expect((control.start.latest ?? '9') <= one.effective_from, one.id).toBe(true);
      }
      if (one.confidence === 'memory') expect(control.citation.confidence, one.id).toBe('unverified');
    }
  });
});

/** The control a compiled one became: same target, same list; same drug code where it has one. */
/** Goods that go by another id here: one substance or plant is one entry, whatever each law calls it. */
const RENAMED: Readonly<Record<string, string>> = {
  '4-ap': '4-anilinopiperidine',
  'coca-leaves': 'coca-leaf',
  marihuana: 'cannabis',
};

function match(one: Compiled, byTarget: ReadonlyMap<string, Control[]>): Control | undefined {
  const bare = one.target.replace(/^[a-z]+:/, '');
  const name = RENAMED[bare] ?? bare;
  const suffix = one.id
    .split(':')
    .slice(3)
    .join(':')
    .replace(/^(gb|ni)$/, '1');
  const candidates =
    one.target.startsWith('sub:') || one.target.startsWith('eq:') ? [name] : ['rule', 'open'];
  return candidates
    .flatMap((target) => byTarget.get(`${one.jurisdiction} ${target}`) ?? [])
    .find(
      (control) =>
        control.list === one.list &&
        control.id.endsWith(`:${suffix}`) &&
        (candidates.length === 1 || control.entry === one.entry.replace(' (names not found)', '')) &&
        (one.jurisdiction !== 'US' ||
          one.code === undefined ||
          one.code === null ||
          control.codes.some(({ code }) => code === one.code)),
    );
}

function targetOf({ target }: Control): string {
  return 'goods' in target ? target.goods : 'rule' in target ? 'rule' : 'open';
}

function repositoryRoot(): string {
  let folder = import.meta.dirname;
  while (!isRoot(folder)) folder = dirname(folder);
  return folder;
}

function isRoot(folder: string): boolean {
  const file = join(folder, 'package.json');
  return existsSync(file) && readFileSync(file, 'utf8').includes('"custody-house"');
}
