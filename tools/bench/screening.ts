import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { figure, ratio, reaches, type Figure } from './measure.ts';
import { publicStructures } from './public-structures.ts';
import type { ScreeningRun } from './screening-run.ts';

/** Rows that go through the toolkit, spread evenly over the file. */
const TOOLKIT_ROWS = 1_000;
/** 163,270 lines so often are more than a million. */
const TIMES_A_MILLION = 7;

const RUN = fileURLToPath(new URL('./screening-run.ts', import.meta.url));

/**
 * Screening of the public structures beside the repository against all compiled law, from the gzipped file to verdicts;
 * nothing where the file is not there.
 */
export function screening(): readonly Figure[] {
  const path = publicStructures();
  if (path === null) {
    process.stderr.write('The file of public structures is not there: screening is not measured.\n');
    return [];
  }
  const one = run('screen', path, 1);
  const toolkit = run('toolkit', path, TOOLKIT_ROWS);
  const two = run('screen', path, 2);
  const million = run('repeat', path, TIMES_A_MILLION);
  const missed = run('missed', path, 1).missed ?? [];
  const fast = figure(`structures screened from file to verdicts, one thread`, 'per second', [rate(one)]);
  const slow = figure('the same with RDKit for every structure', 'per second', [rate(toolkit)]);
  return [
    reaches(fast, 20_000),
    slow,
    reaches(ratio('screening to RDKit for every structure', fast, slow), 25),
    figure('highest memory of screening, one thread', 'MB', [one.peakMegabytes], 1_000),
    figure(`structures screened, ${million.rows} lines`, 'per second', [rate(million)]),
    figure(`highest memory, ${million.rows} lines`, 'MB', [million.peakMegabytes], 1_000),
    figure('time of one thread to that of two', 'times', [one.seconds / two.seconds]),
    figure('structures missed, of the file and planted', 'missed', [missed.length], 1),
  ];
}

/** Structures a second of processor time, which is what a core of one's own does in a second. */
function rate({ rows, processorSeconds }: ScreeningRun): number {
  return rows / processorSeconds;
}

function run(way: 'screen' | 'repeat' | 'toolkit' | 'missed', path: string, count: number): ScreeningRun {
  process.stderr.write(`screening: ${way} ${count}\n`);
  const done = spawnSync(process.execPath, [RUN, way, path, String(count)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) throw new Error(`the screening run "${way}" failed: ${done.stderr}`);
  return JSON.parse(done.stdout) as ScreeningRun;
}
