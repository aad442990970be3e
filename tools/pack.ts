import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The packages that are published, lower floors first. `web` goes out inside `server`, as the desk it serves. */
export const PUBLISHED = ['core', 'server', 'cli'] as const;

type Published = (typeof PUBLISHED)[number];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const STAGE = join(ROOT, 'build/pack');

/**
 * Compiles and stages every published package in `build/pack/<name>` and packs it: JavaScript and declarations in
 * `dist/` (Node strips no types inside node_modules), doors that point there, the compiled law in core, the built
 * desk in server. Returns the tarballs' paths. Throws when the sources do not compile or the law is not compiled.
 */
export function packAll(): readonly string[] {
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b', ...PUBLISHED.map((name) => `packages/${name}`)],
    { cwd: ROOT, stdio: 'inherit' },
  );
  rmSync(STAGE, { recursive: true, force: true });
  return PUBLISHED.map((name) => pack(name));
}

function pack(name: Published): string {
  const from = join(ROOT, 'packages', name);
  const to = join(STAGE, name);
  mkdirSync(to, { recursive: true });
  copyCompiled(from, to);
  const extra = extras(name, from, to);
  const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Manifest;
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(published(manifest, extra), null, 2)}\n`);
  for (const file of ['LICENSE', 'NOTICE']) {
    if (existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(to, file));
  }
  cpSync(join(from, 'README.md'), join(to, 'README.md'));
  const report = execFileSync('npm', ['pack', '--json', '--pack-destination', STAGE], {
    cwd: to,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  return join(STAGE, tarballName(report));
}

/** npm tells the tarball's name in a list, or (from version 12) in a record by package. */
function tarballName(report: string): string {
  const packed = Object.values(JSON.parse(report) as Record<string, { readonly filename: string }>);
  const filename = packed[0]?.filename;
  if (filename === undefined) throw new Error(`npm pack named no tarball: ${report}`);
  return filename;
}

/** What `tsc` made of the sources that are there now, without the tests. */
function copyCompiled(from: string, to: string): void {
  for (const source of globSync('**/*.ts', { cwd: join(from, 'src') })) {
    if (source.endsWith('.d.ts') || /(^|[/\\])tests?[/\\]|\.test\.ts$/.test(source)) continue;
    for (const ending of ['.js', '.d.ts']) {
      const file = source.replace(/\.ts$/, ending);
      cpSync(join(from, 'dist', file), join(to, 'dist', file));
    }
  }
}

/** Folders beside `dist` that a package carries. */
function extras(name: Published, from: string, to: string): readonly string[] {
  if (name === 'cli') {
    cpSync(join(from, 'bin'), join(to, 'bin'), { recursive: true });
    return ['bin'];
  }
  if (name === 'core') {
    const law = existsSync(join(from, 'law')) ? readdirSync(join(from, 'law')) : [];
    if (!law.some((file) => file.endsWith('.json'))) {
      throw new Error('The law is not compiled, so there is nothing to publish. To do: npm run law.');
    }
    cpSync(join(from, 'law'), join(to, 'law'), { recursive: true });
    return ['law'];
  }
  const desk = join(ROOT, 'packages/web/dist');
  if (!existsSync(join(desk, 'index.html'))) {
    throw new Error('The desk is not built, so there is nothing to publish. To do: node tools/ready.mjs.');
  }
  cpSync(desk, join(to, 'desk'), { recursive: true });
  return ['desk'];
}

/** The manifest of a published package: doors that point to compiled files, nothing that only development needs. */
export function published(manifest: Manifest, extra: readonly string[]): object {
  const { exports, ...fields } = manifest;
  const kept = Object.entries(fields).filter(([field]) => field !== 'devDependencies' && field !== 'private');
  return {
    ...Object.fromEntries(kept),
    exports: Object.fromEntries(
      Object.entries(exports).map(([door, source]) => {
        const compiled = source.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, '');
        return [door, { types: `${compiled}.d.ts`, default: `${compiled}.js` }];
      }),
    ),
    files: ['dist', ...extra],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const tarball of packAll()) process.stdout.write(`${tarball}\n`);
}
