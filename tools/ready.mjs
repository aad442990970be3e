// Makes a clone ready: installs the packages, compiles the law, builds the desk; each only when it is not current.
// Plain JavaScript on node: modules alone, because it runs before anything is installed and on any Node >= 20.
// The script that calls it hands over with `npm run`, so that what follows runs on the Node 24 just installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE_MAJOR = 20;
const PRODUCT_NODE_MAJOR = 24;
/** Lines of a failed command's output that are shown again as the reason. */
const REASON_LINES = 25;
const LOCK_POLL_MS = 500;

/** What, why and what to do, for a person: printed without a stack. */
class Unready extends Error {
  /** @param {string} what @param {string} why @param {string} todo */
  constructor(what, why, todo) {
    super(`${what}\n${indent(why)}\n  To do: ${todo}`);
  }
}

/** @param {string} root */
export function makeReady(root) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE_MAJOR) {
    throw new Unready(
      `This is Node.js ${process.versions.node}, which is too old to set Custody up.`,
      `Setting up needs Node.js ${OLDEST_NODE_MAJOR} or later; it then installs the Node.js 24 that Custody runs on.`,
      'install a current Node.js from https://nodejs.org and run the same command again.',
    );
  }
  const release = lock(root);
  try {
    installPackages(root);
    compileLaw(root);
    buildDesk(root);
  } finally {
    release();
  }
}

/** @param {string} root */
function installPackages(root) {
  if (isInstalled(root)) return;
  const npm = process.env['npm_execpath'];
  const command = npm === undefined ? ['npm'] : [process.execPath, npm];
  step('Installing packages (npm ci)', () =>
    run(root, [...command, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      what: 'The packages could not be installed.',
      todo: 'check that the npm registry can be reached (npm ping), then run the same command again.',
    }),
  );
  if (!isInstalled(root)) {
    throw new Unready(
      'npm ci finished, but not every package of package-lock.json is in node_modules.',
      'A workspace or its command is missing.',
      'remove node_modules and run the same command again.',
    );
  }
}

/** @param {string} root */
function compileLaw(root) {
  const sources = [...filesUnder(root, 'data'), ...importsFrom(root, 'tools/law.ts'), 'package-lock.json'];
  const compiled = () =>
    filesUnder(root, 'packages/core/law').filter((path) => /\/law-[0-9a-f]+\.json$/.test(path));
  whenStale(root, 'law', sources, compiled, () =>
    step('Compiling the law (npm run law)', () =>
      run(root, [node24(root), 'tools/law.ts'], {
        what: 'The law could not be compiled.',
        todo: 'correct the file named above (data/ is checked as it is compiled), then run the same command again.',
      }),
    ),
  );
}

/** @param {string} root */
function buildDesk(root) {
  const own = filesUnder(root, 'packages/web').filter((path) => !/^packages\/web\/(dist|build)\//.test(path));
  const core = filesUnder(root, 'packages/core/src').filter((path) => !/\/src\/(node|compile)\//.test(path));
  const sources = [...own, ...core, 'package-lock.json'].filter((path) => !/\.test\.tsx?$/.test(path));
  const built = () => filesUnder(root, 'packages/web/dist').filter((path) => path.endsWith('/index.html'));
  whenStale(root, 'desk', sources, built, () =>
    step('Building the desk (vite build)', () =>
      run(
        root,
        [
          node24(root),
          join(root, 'node_modules/vite/bin/vite.js'),
          'build',
          'packages/web',
          '--logLevel',
          'warn',
        ],
        {
          what: 'The desk could not be built.',
          todo: 'correct the file named above, then run the same command again.',
        },
      ),
    ),
  );
}

/**
 * True when node_modules holds every package of package-lock.json at its version, and the commands of the workspaces.
 * Compared by content with the record npm keeps of what it installed: file times say nothing after a checkout.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const present = readJson(join(root, 'node_modules/.package-lock.json'))?.packages;
  if (wanted === undefined || present === undefined) return false;
  const complete = Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional === true || entry.devOptional === true) return true;
    const found = present[path];
    return found !== undefined && found.version === entry.version && found.integrity === entry.integrity;
  });
  const commands = Object.values(wanted).flatMap((entry) =>
    entry.bin !== undefined && entry.integrity === undefined ? Object.keys(entry.bin) : [],
  );
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  return complete && commands.every((name) => existsSync(join(root, 'node_modules/.bin', name + suffix)));
}

/**
 * Runs `make` unless `outputs` exist and were made from sources of the same content as now.
 * @param {string} root @param {string} name @param {readonly string[]} sources
 * @param {() => readonly string[]} outputs @param {() => void} make
 */
export function whenStale(root, name, sources, outputs, make) {
  const stampPath = join(root, 'build/ready', `${name}.json`);
  const now = digestOf(root, sources);
  const made = outputs();
  const stamp = readJson(stampPath);
  if (stamp?.sources === now && made.length > 0 && stamp.outputs === made.join('\n')) return;
  make();
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, `${JSON.stringify({ sources: now, outputs: outputs().join('\n') })}\n`);
}

/** SHA-256 over names and contents. @param {string} root @param {readonly string[]} paths */
function digestOf(root, paths) {
  const hash = createHash('sha256');
  for (const path of [...new Set(paths)].sort()) {
    hash.update(`${path}\0`);
    hash.update(existsSync(join(root, path)) ? readFileSync(join(root, path)) : '');
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** Files below `folder`, relative to the root with forward slashes. @param {string} root @param {string} folder */
function filesUnder(root, folder) {
  const top = join(root, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.split(sep).includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * The source files `entry` is made of: itself and what it imports, through the doors of core.
 * @param {string} root @param {string} entry
 */
export function importsFrom(root, entry) {
  const doors = readJson(join(root, 'packages/core/package.json'))?.exports ?? {};
  /** @type {Set<string>} */
  const seen = new Set();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || !existsSync(join(root, path))) continue;
    seen.add(path);
    for (const match of readFileSync(join(root, path), 'utf8').matchAll(
      /(?:from|import)\s*\(?\s*'([^']+)'/g,
    )) {
      const specifier = match[1] ?? '';
      const door = /^@custody\/core(\/.*)?$/.exec(specifier);
      if (specifier.startsWith('.')) {
        waiting.push(
          relative(root, resolve(root, dirname(path), specifier))
            .split(sep)
            .join('/'),
        );
      } else if (door !== null) {
        const target = doors[`.${door[1] ?? ''}`];
        if (typeof target === 'string') waiting.push(`packages/core/${target.replace(/^\.\//, '')}`);
      }
    }
  }
  return [...seen];
}

/** The Node 24 the lock file pins; the running one where it is new enough. @param {string} root */
function node24(root) {
  const pinned = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= PRODUCT_NODE_MAJOR) return process.execPath;
  throw new Unready(
    'The Node.js 24 that Custody runs on was not installed.',
    `The npm package "node" brings it by an install script; ${relative(root, pinned)} is not there.`,
    'allow install scripts (npm config set ignore-scripts false), remove node_modules and run the same command again.',
  );
}

/**
 * One set-up at a time: `npm ci` of a second one would take the folder away from under the first.
 * @param {string} root @returns {() => void}
 */
function lock(root) {
  const path = join(root, 'build/ready/lock');
  mkdirSync(dirname(path), { recursive: true });
  for (let told = false; ;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const holder = Number(existsSync(path) ? readFileSync(path, 'utf8') : NaN);
    if (holder > 0 && !isRunning(holder)) rmSync(path, { force: true });
    else {
      if (!told) process.stderr.write('Waiting for another set-up of this folder to finish.\n');
      told = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_POLL_MS);
    }
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** Says what is being done and how long it took, on standard error. @param {string} title @param {() => void} work */
function step(title, work) {
  process.stderr.write(`${title} ... `);
  const start = Date.now();
  try {
    work();
  } catch (error) {
    process.stderr.write('failed\n');
    throw error;
  }
  process.stderr.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`);
}

/** @param {string} root @param {readonly string[]} command @param {{ what: string, todo: string }} failure */
function run(root, [program = '', ...args], { what, todo }) {
  const done = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 64 * 1024 * 1024,
    // npm is a command script on Windows, which only a shell starts.
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (done.status === 0) return;
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`
    .trimEnd()
    .split('\n')
    .slice(-REASON_LINES)
    .join('\n');
  const ended = done.signal === null ? `exit code ${done.status}` : `signal ${done.signal}`;
  throw new Unready(what, done.error === undefined ? `${said}\n(${ended})` : done.error.message, todo);
}

/** @param {string} text */
function indent(text) {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** The parsed file, or undefined when it is absent or no JSON. @param {string} path @returns {any} */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    makeReady(ROOT);
  } catch (error) {
    process.stderr.write(`${error instanceof Unready ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
