import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A file of the repository as the rules see it. Paths are relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every file under version control or about to be: rules are functions over this value, so tests can plant one. */
export type SourceTree = readonly SourceFile[];

export interface Import {
  readonly from: string;
  /** As written: `../kernel/index.ts`, `node:fs`, `@custody/core`. */
  readonly specifier: string;
  /** Path in the tree for a relative import that resolves; null otherwise. */
  readonly target: string | null;
  readonly line: number;
}

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export interface Rule {
  readonly name: string;
  /** Why the house has it, in one sentence. */
  readonly why: string;
  check(tree: SourceTree): readonly Violation[];
}

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const BINARY = /\.(png|jpg|woff2?|ico|wasm|gz|pdf)$/;

/** The tree as git sees it: tracked files and new ones that are not ignored. */
export function readTree(root: string = ROOT): SourceTree {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split('\0'))]
    .filter((path) => path !== '' && !BINARY.test(path) && existsSync(join(root, path)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts');
}

export function isTest(path: string): boolean {
  return /(\.|\/)(browser\.)?test\.tsx?$/.test(path) || /\/tests?\//.test(path);
}

/** All imports of the code in `tree`, re-exports and dynamic `import()` included. */
export function importsOf(tree: SourceTree): readonly Import[] {
  const paths = new Set(tree.map((file) => file.path));
  return tree
    .filter((file) => isCode(file.path))
    .flatMap((file) =>
      ts.preProcessFile(file.text, true, true).importedFiles.map((found) => ({
        from: file.path,
        specifier: found.fileName,
        target: resolveRelative(file.path, found.fileName, paths),
        line: lineAt(file.text, found.pos),
      })),
    );
}

export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

function resolveRelative(from: string, specifier: string, paths: ReadonlySet<string>): string | null {
  if (!specifier.startsWith('.')) return null;
  const bare = specifier.replace(/\?.*$/, '');
  const joined = posix.normalize(posix.join(posix.dirname(from), bare));
  return [joined, `${joined}.ts`, `${joined}.tsx`].find((path) => paths.has(path)) ?? null;
}
