#!/usr/bin/env node
// Starts the `custody` command on a Node.js it can run on. Plain JavaScript, so that an older Node can read it:
// in the source tree the program is src/main.ts, which Node 24 runs itself; in an installed package dist/main.js.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
// As a whole: Node 20 has no enableCompileCache, and a missing named import would stop it before it could say so.
import module from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_MAJOR = 24;
/** Exit code for "cannot be used here", as for options that cannot be used. */
const EXIT_UNUSABLE = 2;
const EXIT_SIGNAL_BASE = 128;
const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) {
  module.enableCompileCache(cacheFolder());
  await import(existsSync(new URL('../src/main.ts', import.meta.url)) ? '../src/main.ts' : '../dist/main.js');
} else {
  handOver(findNode());
}

/** Node 24 beside us: the npm package `node`, in this package's reach or the caller's folder. */
function findNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const places = [import.meta.url, join(process.cwd(), 'package.json')].flatMap((from) => {
    try {
      return [join(dirname(module.createRequire(from).resolve('node/package.json')), 'bin', file)];
    } catch {
      return [];
    }
  });
  return places.find((path) => existsSync(path));
}

function handOver(node) {
  if (node === undefined) {
    process.stderr.write(
      `custody: cannot run on Node.js ${process.versions.node}; it needs Node.js ${NODE_MAJOR} or later.\n` +
        `  To do: install Node.js ${NODE_MAJOR} from https://nodejs.org, or put it beside custody with` +
        ` npm install node@${NODE_MAJOR}, and run the same command again.\n`,
    );
    process.exitCode = EXIT_UNUSABLE;
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; a signal sent to us alone is passed on. We end when the child has ended.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? EXIT_SIGNAL_BASE + (SIGNAL_NUMBERS[signal] ?? 0);
  });
  child.on('error', (error) => {
    process.stderr.write(`custody: Node.js at ${node} did not start (${error.message}).\n`);
    process.exitCode = EXIT_UNUSABLE;
  });
}

/** Where compiled code is kept between runs: the user's own cache, never a folder others can write to. */
function cacheFolder() {
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'custody', 'compiled');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'custody');
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'custody');
}
