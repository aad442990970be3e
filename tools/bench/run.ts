import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { day, type Law, type Question, readSmiles, resolve, statusesOf } from '@custody/core';
import { compileLaw } from '@custody/core/compile';
import { loadLaw, loadRdkit } from '@custody/core/node';
import { agreement } from './agreement.ts';
import { browserScreening } from './browser-screening.ts';
import { machine, type Machine } from './machine.ts';
import { cpuSeconds, type Figure, figure, milliseconds, ratio } from './measure.ts';
import { screening } from './screening.ts';

/**
 * `npm run bench`: this project's own figures, medians of several runs, with the machine they were measured on. Two
 * ways of doing the same are compared in one run. Prints a table and writes `build/bench/figures.json`; `--json`
 * prints that instead. `--screening`, `--browser`: that part alone. `--agreement`: our functions over molecules against RDKit
 * (`agreement.ts`).
 */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const REPORT = join(ROOT, 'build/bench/figures.json');
const CUSTODY = join(ROOT, 'packages/cli/bin/custody.mjs');
const FENTANYL = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1';

const PROCESS_RUNS = 9;
const LONG_RUNS = 3;
const INNER_RUNS = 7;
const NAMES_ASKED = 10_000;
const STRUCTURES_READ = 2_000;

/** Exit codes of a check that was answered, whatever the answer. */
const ANSWERED = [0, 1, 3] as const;

const law = loadLaw();
if (process.argv.includes('--agreement')) await agreement(Number(optionOf('--every') ?? 1));
else if (process.argv.includes('--screening'))
  report([...screening(), ...(await browserScreening())], machine());
else if (process.argv.includes('--browser')) report(await browserScreening(), machine());
else report(await all(), machine());

async function all(): Promise<readonly Figure[]> {
  return [
    ...command(),
    ...(await engine(law)),
    ...(await structures(law)),
    ...screening(),
    ...(await browserScreening()),
    ...(await compiling()),
  ];
}

function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** The command as a user starts it: processor time with the start of Node. */
function command(): readonly Figure[] {
  const check = (args: readonly string[], input?: string) => ({
    args: [CUSTODY, 'check', ...args],
    expected: ANSWERED,
    ...(input === undefined ? {} : { input }),
  });
  const name = figure(
    'custody check NPP --json',
    's',
    cpuSeconds(check(['NPP', '--json']), PROCESS_RUNS),
    0.5,
  );
  const uncached = figure(
    'the same without the compile cache',
    's',
    cpuSeconds({ ...check(['NPP', '--json']), env: { NODE_DISABLE_COMPILE_CACHE: '1' } }, PROCESS_RUNS),
  );
  return [
    name,
    uncached,
    ratio('what the compile cache saves', uncached, name),
    figure('custody check SMILES --json', 's', cpuSeconds(check([FENTANYL, '--json']), PROCESS_RUNS), 1.5),
    figure(
      `custody check - --json, ${NAMES_ASKED} names`,
      's',
      cpuSeconds(check(['-', '--json'], someNames(NAMES_ASKED).join('\n')), LONG_RUNS),
      5,
    ),
  ];
}

/** As many names as asked for: those of the law in turn, every tenth with its ending cut off, as people type. */
function someNames(count: number): readonly string[] {
  const names = law.substances.flatMap((substance) => substance.names.map(({ text }) => text));
  return Array.from({ length: count }, (_, index) => {
    const name = names[(index * 7) % names.length] ?? '';
    return index % 10 === 9 ? name.slice(0, Math.max(3, name.length - 2)) : name;
  });
}

/** The engine inside one process, without start and output. */
async function engine(own: Law): Promise<readonly Figure[]> {
  const question: Question = {
    what: [],
    on: day('2026-11-22'),
    known: null,
    in: null,
    activity: null,
    from: null,
    to: null,
    quantity: null,
  };
  const names = someNames(1_000);
  const resolving = await milliseconds(() => names.map((text) => resolve(own, text, null)), INNER_RUNS);
  const goods = names.flatMap((text) => resolve(own, text, null).goods ?? []);
  const judging = await milliseconds(() => goods.map((one) => statusesOf(own, one, question)), INNER_RUNS);
  const perSecond = (count: number, taken: readonly number[]): readonly number[] =>
    taken.map((ms) => (count / ms) * 1000);
  return [
    figure('loading the compiled law', 'ms', await milliseconds(() => loadLaw(), INNER_RUNS)),
    figure('names resolved', 'per second', perSecond(names.length, resolving)),
    figure('goods judged in all jurisdictions', 'per second', perSecond(goods.length, judging)),
  ];
}

/** The light reader of structures against the toolkit, over the structures of the law. */
async function structures(own: Law): Promise<readonly Figure[]> {
  const known = own.substances.flatMap(({ structure }) => structure?.smiles ?? []);
  const smiles = Array.from({ length: STRUCTURES_READ }, (_, index) => known[index % known.length] ?? '');
  const chemist = await loadRdkit();
  const light = await milliseconds(() => smiles.map((text) => readSmiles(text)), INNER_RUNS);
  const toolkit = await milliseconds(() => smiles.map((text) => chemist.identify(text)), LONG_RUNS);
  const reads = figure('structures read, light reader', 'per second', rate(light));
  const identifies = figure('structures identified, RDKit (with InChIKey)', 'per second', rate(toolkit));
  return [reads, identifies, ratio('light reader to RDKit', reads, identifies)];
}

function rate(taken: readonly number[]): readonly number[] {
  return taken.map((ms) => (STRUCTURES_READ / ms) * 1000);
}

async function compiling(): Promise<readonly Figure[]> {
  const taken = await milliseconds(() => compileLaw(join(ROOT, 'data')), LONG_RUNS);
  return [
    figure(
      'compiling the law',
      's',
      taken.map((ms) => ms / 1000),
    ),
  ];
}

function report(all: readonly Figure[], measuredOn: Machine): void {
  const json = `${JSON.stringify({ machine: measuredOn, law: law.digest, figures: all }, null, 2)}\n`;
  mkdirSync(dirname(REPORT), { recursive: true });
  writeFileSync(REPORT, json);
  if (process.argv.includes('--json')) {
    process.stdout.write(json);
    return;
  }
  const rows = all.map(({ name, unit, median, lowest, highest, runs, promised }) => [
    name,
    rounded(median),
    unit,
    runs > 1 ? `${rounded(lowest)} to ${rounded(highest)} in ${runs} runs` : '',
    promised === undefined ? '' : `${promised.kept ? 'kept' : 'NOT KEPT'}: ${promised.words}`,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const { processor, cores, memoryGiB, system, node, commit, at } = measuredOn;
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(
    `${lines.join('\n')}\n\nMedians; seconds of the command are processor time, user and system, start of Node included.\n` +
      `${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}, commit ${commit ?? 'unknown'}, ${at}\n` +
      `Law ${law.digest}\n`,
  );
}

function rounded(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
