import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A measured figure: the median and the spread of its runs. */
export interface Figure {
  readonly name: string;
  readonly unit: 's' | 'ms' | 'per second' | 'MB' | 'times' | 'missed';
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly runs: number;
  /** What the figure must reach, where something was promised. */
  readonly promised?: { readonly words: string; readonly kept: boolean };
}

const HOOK = pathToFileURL(fileURLToPath(new URL('./cpu-at-exit.mjs', import.meta.url))).href;

export function figure(
  name: string,
  unit: Figure['unit'],
  values: readonly number[],
  atMost?: number,
): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const median = medianOf(sorted);
  return {
    name,
    unit,
    median,
    lowest: sorted[0] ?? NaN,
    highest: sorted.at(-1) ?? NaN,
    runs: sorted.length,
    ...(atMost === undefined
      ? {}
      : { promised: { words: `under ${atMost} ${unit}`, kept: median < atMost } }),
  };
}

/** The figure with the promise that it is no less. */
export function reaches(measured: Figure, least: number): Figure {
  const words = `at least ${least.toLocaleString('en')} ${measured.unit}`;
  return { ...measured, promised: { words, kept: measured.median >= least } };
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** How many times `slower` takes what `faster` takes. */
export function ratio(name: string, slower: Figure, faster: Figure): Figure {
  return figure(name, 'times', [slower.median / faster.median]);
}

export interface Run {
  readonly args: readonly string[];
  readonly input?: string;
  /** Exit codes that mean the run did its work. */
  readonly expected: readonly number[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Processor time, user and system together and start of Node included, of `runs` processes in seconds. One run before
 * them is not counted. Throws when a run ends with another exit code: a figure of a failure is none.
 */
export function cpuSeconds({ args, input, expected, env }: Run, runs: number): readonly number[] {
  const folder = mkdtempSync(join(tmpdir(), 'custody-bench-'));
  const file = join(folder, 'cpu.json');
  try {
    return Array.from({ length: runs + 1 }, () => {
      const done = spawnSync(process.execPath, ['--import', HOOK, ...args], {
        encoding: 'utf8',
        maxBuffer: 1024 * 1024 * 1024,
        env: { ...process.env, ...env, CUSTODY_BENCH_CPU: file },
        ...(input === undefined ? {} : { input }),
      });
      if (!expected.includes(done.status ?? -1)) {
        throw new Error(`${args.join(' ')} ended with ${done.status ?? done.signal ?? '?'}: ${done.stderr}`);
      }
      const used = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.CpuUsage;
      return (used.user + used.system) / 1e6;
    }).slice(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that `work` takes in this process, `runs` times after one that is not counted. */
export async function milliseconds(work: () => unknown, runs: number): Promise<readonly number[]> {
  await work();
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken;
}
