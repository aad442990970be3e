import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Real processes on a machine that runs other tests at the same time. */
const PROCESS_MS = 60_000;
const LAUNCHER = fileURLToPath(new URL('../../bin/custody.mjs', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'custody-screen-process-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Starts `custody screen`; `onOut` is told when the first of its output comes. */
function start(args: readonly string[], onOut: (child: ChildProcess) => void = () => undefined) {
  const child = spawn(process.execPath, [LAUNCHER, 'screen', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (out === '') onOut(child);
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined);
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      resolve({ code, signal, out, err });
    });
  });
  return { child, ended };
}

describe('custody screen as a process', { timeout: PROCESS_MS }, () => {
  test.each([
    ['1', 'SIGINT', 130],
    ['2', 'SIGINT', 130],
    ['2', 'SIGTERM', 143],
  ] as const)(
    'with %s threads, ended by %s while more is to come: says how far it was, and the code is %i',
    async (threads, signal, code) => {
      const { child, ended } = start(['-', '--threads', threads, '--in', 'EU'], (running) =>
        running.kill(signal),
      );
      // Standard input stays open, as from a program that is not done.
      child.stdin.write(`Product\n${'fentanyl\n'.repeat(80_000)}`);
      const done = await ended;
      expect([done.code, done.signal]).toEqual([code, null]);
      expect(done.err).toMatch(/custody: stopped after [\d,]+ rows of -; the rest is not screened/);
      expect(done.err).not.toContain('    at ');
    },
  );

  test('Ctrl-C leaves nothing of an unfinished output', async () => {
    const place = mkdtempSync(join(folder, 'out-'));
    const { child, ended } = start(['-', '--output', join(place, 'r.csv')]);
    child.stdin.write(`Product\n${'fentanyl\n'.repeat(80_000)}`);
    // The file beside its place is there once the screening has begun.
    while (readdirSync(place).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expect(readdirSync(place)).toEqual([]);
  });

  test('a reader that leaves early is no fault, and never reads as clear', async () => {
    const path = join(folder, 'long.csv');
    writeFileSync(path, `Product\n${'fentanyl\n'.repeat(20_000)}`);
    const { child, ended } = start([path, '--in', 'EU', '--threads', '2'], (running) =>
      running.stdout?.destroy(),
    );
    child.stdin.end();
    const done = await ended;
    expect([done.code, done.err]).toEqual([3, '']);
  });

  test('custody screen FILE && ship releases what is clear, and nothing unknown, unread, cut off or not there', () => {
    const clear = 'Product\nfentanyl\n';
    const cut = gzipSync(clear.repeat(2_000)).subarray(0, -9);
    const files: readonly (readonly [string, string | Uint8Array, boolean])[] = [
      ['clear.csv', clear, true],
      ['unknown.csv', `${clear}no such goods at all\n`, false],
      ['unread.smi', 'CCO a\nC1CC( b\n', false],
      ['cut.csv.gz', cut, false],
      ['empty.csv', '', false],
      ['heading.csv', 'Product\n', false],
      ['broken.csv', 'Product,Note\nfentanyl,"never closed\n', false],
    ];
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    const shipped = (path: string): boolean =>
      spawnSync(
        'sh',
        ['-c', '"$0" "$1" screen "$2" --in EU && echo SHIPPED', process.execPath, LAUNCHER, path],
        {
          encoding: 'utf8',
        },
      ).stdout.includes('SHIPPED');
    for (const [name, , isClear] of files)
      expect([name, shipped(join(folder, name))]).toEqual([name, isClear]);
    expect(shipped(join(folder, 'nowhere.csv'))).toBe(false);
    expect(shipped(folder)).toBe(false);
  });
});
