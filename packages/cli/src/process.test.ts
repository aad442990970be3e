import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** Real processes on a machine that runs other tests at the same time. */
const PROCESS_MS = 60_000;
const LAUNCHER = fileURLToPath(new URL('../bin/custody.mjs', import.meta.url));
const PRODUCT_NODE_MAJOR = 24;

/** A Node on this machine that is older than the product's, as a person may have; null where there is none. */
function olderNode(): string | null {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const older = [...places, '/usr/bin/node', '/usr/local/bin/node'].filter((path) => {
    if (!existsSync(path)) return false;
    const major = Number(
      spawnSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }).stdout,
    );
    return major >= 20 && major < PRODUCT_NODE_MAJOR;
  });
  return older[0] ?? null;
}

const older = olderNode();

describe('the custody command as a process', { timeout: PROCESS_MS }, () => {
  test('prints JSON into a pipe, and its exit code is the answer', () => {
    const done = spawnSync(process.execPath, [LAUNCHER, 'check', 'NPP', '--on', '2022-09-01'], {
      encoding: 'utf8',
    });
    expect(done.status).toBe(1);
    expect(JSON.parse(done.stdout)).toMatchObject({
      results: [{ goods: { id: 'npp' } }],
    });
  });

  test.skipIf(older === null)('runs from an older Node: input, output and exit code pass through', () => {
    const done = spawnSync(older ?? '', [LAUNCHER, 'check', '-', '--in', 'US'], {
      encoding: 'utf8',
      input: 'no such goods at all\n',
    });
    expect(done.stderr).toBe('');
    expect(JSON.parse(done.stdout)).toMatchObject({ results: [{ goods: null }] });
    expect(done.status).toBe(3);
  });

  test('a reader that leaves early is no fault, and never reads as clear', async () => {
    const child = spawn(process.execPath, [LAUNCHER, 'check', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const errors: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
    child.stdin.on('error', () => undefined);
    child.stdin.end('aspirin\n'.repeat(5_000));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(errors.join('')).toBe('');
    expect(code).toBe(3);
  });

  test('a law that is not there is told with what to do', () => {
    const done = spawnSync(process.execPath, [LAUNCHER, 'check', 'NPP'], {
      encoding: 'utf8',
      env: { ...process.env, CUSTODY_LAW: join(fileURLToPath(import.meta.url), '..', 'nowhere.json') },
    });
    expect(done.status).toBe(70);
    expect(done.stderr).toContain('To do:');
    expect(done.stderr).not.toContain('    at ');
  });
});
