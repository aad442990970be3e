import { createReadStream, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  day,
  parentOf,
  readSmiles,
  resolve,
  statusesOf,
  structureMatches,
  tablesOf,
  verdictOf,
  createStructureScreener,
  type ColumnRoles,
  type Question,
  type ScreeningOptions,
} from '@custody/core';
import { openTable } from '@custody/core/files';
import { loadLaw, loadRdkit, screenTable } from '@custody/core/node';
import { plantedLines } from './planted.ts';
import { smilesOf } from './public-structures.ts';

/**
 * One run of screening in a process of its own, so that its memory and processor time are its own. The way and the file
 * stand in the arguments; what was measured is printed as JSON.
 */

export interface ScreeningRun {
  readonly rows: number;
  readonly verdicts: Readonly<Record<string, number>>;
  /** From the first byte of the file to the last verdict; loading law and toolkit is not in it. */
  readonly seconds: number;
  readonly processorSeconds: number;
  /** Highest resident memory of the process, 10^6 bytes. */
  readonly peakMegabytes: number;
  /** `missed` only: structures that screening let go and in which the exhaustive way finds something. */
  readonly missed?: readonly string[];
}

const QUESTION: Question = {
  what: [],
  on: day('2026-11-22'),
  known: null,
  in: null,
  activity: null,
  from: null,
  to: null,
  quantity: null,
};

const NO_COLUMNS: ColumnRoles = {
  structure: null,
  name: null,
  cas: null,
  hs: null,
  quantity: null,
  concentration: null,
  description: null,
};

/** Rows of the sample that are done before measuring: compiled code and warm caches, as in a long run. */
const WARM_ROWS = 100;

const law = loadLaw();
const [way = '', path = '', count = '1'] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await run(way, path, Number(count)))}\n`);

function run(kind: string, file: string, number: number): Promise<ScreeningRun> {
  switch (kind) {
    case 'screen':
      return screenFile(file, number, 1);
    case 'repeat':
      return screenFile(file, 1, number);
    case 'toolkit':
      return everyRowThroughToolkit(file, number);
    case 'missed':
      return exhaustively(file, number);
    default:
      throw new Error(`no such run: ${kind}`);
  }
}

/** From the gzipped file to verdicts, as `custody screen` does it, but for the writing. */
async function screenFile(file: string, threads: number, times: number): Promise<ScreeningRun> {
  const bytes = times === 1 ? createReadStream(file) : repeated(gunzipSync(readFileSync(file)), times);
  const opened = await openTable({ name: times === 1 ? file : 'repeated.smi', bytes });
  if (!opened.ok) throw new Error(opened.problem.message);
  const { columns, rows } = opened.value;
  const options: ScreeningOptions = {
    ...QUESTION,
    roles: { ...NO_COLUMNS, structure: columns[0] ?? null },
    keys: 'found',
  };
  const verdicts: Record<string, number> = {};
  return measured(verdicts, async () => {
    let done = 0;
    for await (const batch of screenTable({ rows, options, law, threads })) {
      for (const { verdict } of batch) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
      done += batch.length;
    }
    return done;
  });
}

async function* repeated(text: Uint8Array, times: number): AsyncGenerator<Uint8Array, void, undefined> {
  const piece = 65_536;
  for (let time = 0; time < times; time++) {
    for (let from = 0; from < text.length; from += piece) {
      yield text.subarray(from, from + piece);
      await Promise.resolve();
    }
  }
}

/** The way without candidate selection: RDKit identifies every structure, and the same evaluator answers. */
async function everyRowThroughToolkit(file: string, rows: number): Promise<ScreeningRun> {
  const all = smilesOf(file);
  const step = Math.floor(all.length / (rows + WARM_ROWS));
  const sample = all.filter((_, index) => index % step === 0).slice(0, rows + WARM_ROWS);
  const chemist = await loadRdkit();
  const verdicts: Record<string, number> = {};
  const answer = (smiles: string): void => {
    const { goods } = resolve(law, smiles, chemist);
    const verdict = goods === null ? 'no goods' : verdictOf(statusesOf(law, goods, QUESTION));
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  };
  sample.slice(0, WARM_ROWS).forEach(answer);
  return measured(verdicts, () => {
    sample.slice(WARM_ROWS).forEach(answer);
    return Promise.resolve(sample.length - WARM_ROWS);
  });
}

/**
 * Every structure of the file, and planted ones, the long way: every rule of the law is laid on its parent with no
 * selection before it. (That no key of the law is missed is what `agreement.ts` looks at, with RDKit's keys.)
 */
async function exhaustively(file: string, every: number): Promise<ScreeningRun> {
  const tables = tablesOf(law);
  const screener = createStructureScreener(law, null);
  const counterIons = law.lists.counterIons.list;
  const missed: string[] = [];
  const concerns = (smiles: string): boolean => {
    const read = readSmiles(smiles);
    if (!read.ok) return false;
    const parts = parentOf(read.value, counterIons);
    if (parts.kind !== 'parent') return parts.kind !== 'inorganic';
    const { classes, partGeneric, hydrateOf, positional } = structureMatches(tables, parts.parent);
    return classes.length + partGeneric.length + hydrateOf.length + positional.length > 0;
  };
  const verdicts: Record<string, number> = {};
  const look = (smiles: string, expected: boolean): void => {
    const { kind } = screener.screen(smiles);
    verdicts[kind] = (verdicts[kind] ?? 0) + 1;
    if (kind === 'nothing' && expected) missed.push(smiles);
  };
  const lines = smilesOf(file).filter((_, index) => index % every === 0);
  const planted = plantedLines(law);
  const measures = await measured(verdicts, () => {
    for (const smiles of lines) look(smiles, concerns(smiles));
    for (const smiles of planted) look(smiles, true);
    return Promise.resolve(lines.length + planted.length);
  });
  return { ...measures, missed };
}

async function measured(
  verdicts: Readonly<Record<string, number>>,
  work: () => Promise<number>,
): Promise<ScreeningRun> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const rows = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    rows,
    verdicts,
    seconds,
    processorSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
  };
}
