import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packAll, published } from './pack.ts';

/** Compiling, packing and installing from a registry. */
const PACKING_MS = 300_000;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'custody-installed-'));
  const tarballs = packAll();
  writeFileSync(join(folder, 'package.json'), '{ "name": "somebody", "private": true }\n');
  execFileSync(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...tarballs],
    {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  );
}, PACKING_MS);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `custody` as installed in the empty folder, on the Node that runs the tests. */
function custody(...args: readonly string[]): { readonly code: number; readonly out: string } {
  try {
    const command = join(folder, 'node_modules/custody/bin/custody.mjs');
    const out = execFileSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
    return { code: 0, out };
  } catch (error) {
    const { status, stdout } = error as { readonly status: number; readonly stdout: string };
    return { code: status, out: stdout };
  }
}

interface Checked {
  readonly asOf: { readonly law: string };
  readonly results: readonly {
    readonly goods: { readonly id: string } | null;
    readonly statuses: readonly { readonly jurisdiction: string; readonly status: string }[];
  }[];
}

describe('the packed packages, installed in an empty folder', () => {
  test('custody check NPP names the goods and says that the United States control them', () => {
    const { code, out } = custody('check', 'NPP', '--on', '2022-09-01', '--in', 'US', '--json');
    const answer = JSON.parse(out) as Checked;
    expect(code).toBe(1);
    expect(answer.asOf.law).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(answer.results[0]?.goods?.id).toMatch(/^[a-z0-9-]+$/);
    expect(answer.results[0]?.statuses).toMatchObject([{ jurisdiction: 'US', status: 'controlled' }]);
  });

  test('a structure that no list names is identified with the toolkit that was installed beside it', () => {
    const { out } = custody('check', 'CCCCCCCCCCCCCC(=O)OCC', '--on', '2022-09-01', '--json');
    const answer = JSON.parse(out) as Checked;
    expect(answer.results[0]?.goods?.id).toMatch(/^[A-Z]{14}-UHFFFAOYSA-N$/);
  });

  test('custody screen answers a file in threads, which load the compiled worker', () => {
    const path = join(folder, 'catalogue.csv');
    writeFileSync(path, `Product\n${'NPP\n'.repeat(3_000)}`);
    const result = join(folder, 'result.ndjson');
    const { code } = custody('screen', path, '--in', 'US', '--threads', '2', '--output', result);
    const lines = readFileSync(result, 'utf8').trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines).toHaveLength(3_000);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ row: 3_000, verdict: 'controlled' });
  });

  test('the node that was installed serves its API and the desk it carries', () => {
    const program = `
      import { serveNode } from '@custody/server';
      const node = await serveNode({ port: 0, host: '127.0.0.1' });
      const ready = await fetch(node.url + '/readyz');
      const page = await fetch(node.url + '/check');
      console.log(ready.status, page.status, (await page.text()).includes('<script'));
      await node.stop();`;
    const out = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(out.trim()).toBe('200 200 true');
  });

  test('carries no sources, no tests and no development dependency', () => {
    for (const name of ['custody', '@custody/core', '@custody/server']) {
      const manifest = JSON.parse(
        readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'),
      ) as Record<string, unknown>;
      expect(manifest['devDependencies'], name).toBeUndefined();
      expect(JSON.stringify(manifest['exports']), name).not.toContain('/src/');
      const files = globSync('**/*.test.*', { cwd: join(folder, 'node_modules', name) });
      expect(files, name).toEqual([]);
    }
  });
});

test('published doors point to what was compiled', () => {
  const manifest = {
    name: 'x',
    version: '1.0.0',
    exports: { './node': './src/node/index.ts' },
    devDependencies: {},
  };
  expect(published(manifest, ['law'])).toEqual({
    name: 'x',
    version: '1.0.0',
    exports: { './node': { types: './dist/node/index.d.ts', default: './dist/node/index.js' } },
    files: ['dist', 'law'],
  });
});
