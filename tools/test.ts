import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm test`: types, form and every test, once. The last line is `N passed, N failed`: tests and checks together.
 * Exit code 1 when anything failed.
 */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const REPORT = join(ROOT, 'build/test/vitest.json');

interface Check {
  readonly title: string;
  readonly command: readonly string[];
}

const CHECKS: readonly Check[] = [
  { title: 'types (tsc)', command: ['node_modules/typescript/bin/tsc', '-b'] },
  { title: 'lint (eslint)', command: ['node_modules/eslint/bin/eslint.js', '.'] },
  {
    title: 'format (prettier)',
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  },
];

/** What vitest writes to its JSON report, as far as it is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly name: string;
    readonly assertionResults: readonly object[];
  }[];
}

const started = Date.now();
let passed = 0;
let failed = 0;

for (const { title, command } of CHECKS) {
  const start = Date.now();
  const { code, output } = await run(command, false);
  if (code === 0) passed += 1;
  else failed += 1;
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${title} ${seconds(start)}\n`);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
}

rmSync(REPORT, { force: true });
mkdirSync(dirname(REPORT), { recursive: true });
const tests = await run(
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
  ],
  true,
);
const counts = read(tests.code);
passed += counts.passed;
failed += counts.failed;
process.stdout.write(
  `Types, form and tests in ${seconds(started)}${counts.skipped === 0 ? '' : `; ${counts.skipped} tests skipped`}.\n`,
);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** The counts of the report. A run that failed without a failed test (a file that does not load) counts as one. */
function read(code: number): { readonly passed: number; readonly failed: number; readonly skipped: number } {
  if (!existsSync(REPORT)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const found = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: found === 0 && code !== 0 ? 1 : found,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Runs a program of node_modules on this Node; `shown` passes its output on as it comes. */
function run(
  [script = '', ...args]: readonly string[],
  shown: boolean,
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], {
      cwd: ROOT,
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    });
    const pieces: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => pieces.push(text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: pieces.join('') }));
  });
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
