import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importsFrom, isInstalled, whenStale } from './ready.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'custody-ready-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, content: string | object): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('isInstalled', () => {
  const lock = {
    packages: {
      '': { name: 'house' },
      'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' },
      'node_modules/for-another-machine': { version: '1.0.0', integrity: 'sha512-b', optional: true },
      'packages/cli': { version: '0.1.0', bin: { custody: 'bin/custody.mjs' } },
    },
  };
  const installed = {
    packages: {
      'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' },
      'packages/cli': { version: '0.1.0', bin: { custody: 'bin/custody.mjs' } },
    },
  };
  const command = process.platform === 'win32' ? 'custody.cmd' : 'custody';

  test('false without node_modules', () => {
    write('package-lock.json', lock);
    expect(isInstalled(root)).toBe(false);
  });

  test('true when every package stands at its version; packages for other machines may be missing', () => {
    write('package-lock.json', lock);
    write('node_modules/.package-lock.json', installed);
    write(`node_modules/.bin/${command}`, '');
    expect(isInstalled(root)).toBe(true);
  });

  test('false when the lock names another version', () => {
    write('package-lock.json', {
      packages: { ...lock.packages, 'node_modules/zod': { version: '4.0.1', integrity: 'sha512-c' } },
    });
    write('node_modules/.package-lock.json', installed);
    write(`node_modules/.bin/${command}`, '');
    expect(isInstalled(root)).toBe(false);
  });

  test('false when the command of a workspace is not linked', () => {
    write('package-lock.json', lock);
    write('node_modules/.package-lock.json', installed);
    expect(isInstalled(root)).toBe(false);
  });
});

describe('whenStale', () => {
  const make = (text: string) => () => write('out/law-1.json', text);
  const attempt = (sources: readonly string[], text = 'made'): boolean => {
    let made = false;
    const outputs = (): readonly string[] => (made || earlier ? ['out/law-1.json'] : []);
    whenStale(root, 'law', sources, outputs, () => {
      make(text)();
      made = true;
      earlier = true;
    });
    return made;
  };
  let earlier = false;

  beforeEach(() => {
    earlier = false;
    write('data/a.yaml', 'a: 1');
  });

  test('makes once, and again only when the content of a source changes', () => {
    expect(attempt(['data/a.yaml'])).toBe(true);
    expect(attempt(['data/a.yaml'])).toBe(false);
    write('data/a.yaml', 'a: 1');
    expect(attempt(['data/a.yaml']), 'written again with the same content').toBe(false);
    write('data/a.yaml', 'a: 2');
    expect(attempt(['data/a.yaml'])).toBe(true);
  });

  test('makes again when a source is added or the output is gone', () => {
    attempt(['data/a.yaml']);
    write('data/b.yaml', 'b: 1');
    expect(attempt(['data/a.yaml', 'data/b.yaml'])).toBe(true);
    earlier = false;
    expect(attempt(['data/a.yaml', 'data/b.yaml'])).toBe(true);
  });
});

test('importsFrom follows relative imports and the doors of core', () => {
  write('packages/core/package.json', { exports: { './compile': './src/compile/index.ts' } });
  write(
    'tools/law.ts',
    `import { compile } from '@custody/core/compile';\nimport { join } from 'node:path';\n`,
  );
  write('packages/core/src/compile/index.ts', `export * from './law.ts';\n`);
  write('packages/core/src/compile/law.ts', `import type { Day } from '../kernel/day.ts';\n`);
  write('packages/core/src/kernel/day.ts', '');
  write('packages/core/src/kernel/unused.ts', '');
  expect([...importsFrom(root, 'tools/law.ts')].sort()).toEqual([
    'packages/core/src/compile/index.ts',
    'packages/core/src/compile/law.ts',
    'packages/core/src/kernel/day.ts',
    'tools/law.ts',
  ]);
});
