import { importsOf, isCode, isTest, type Rule, type SourceTree } from '../source-tree.ts';

/** Every source file is reached from a door, a command, a page or a tool; what only tests reach is dead too. */
export const deadFiles: Rule = {
  name: 'dead-files',
  why: 'a file nobody opens lies to whoever finds it',
  check: (tree) => {
    const reached = reach(tree, entries(tree));
    return tree
      .filter((file) => /^(packages\/[^/]+\/src|tools)\//.test(file.path))
      .filter((file) => isCode(file.path) && !isTest(file.path) && !reached.has(file.path))
      .map((file) => ({ path: file.path, line: 1, message: 'is imported by nothing that runs' }));
  },
};

/** Where running starts: doors and commands named in package.json files, scripts, pages, workers, configuration. */
function entries(tree: SourceTree): readonly string[] {
  const named = tree
    .filter((file) => file.path.endsWith('package.json') || file.path === '.ci/run')
    .flatMap((file) => {
      const folder = file.path.replace(/[^/]+$/, '');
      const inScripts = [...file.text.matchAll(/(?:\.\/)?([\w./-]+\.(?:ts|tsx|mjs))/g)].map(
        (match) => match[1] ?? '',
      );
      return inScripts.map((path) => (file.path === '.ci/run' ? path : `${folder}${path}`));
    });
  const pages = tree
    .filter((file) => file.path.endsWith('.html'))
    .flatMap((file) =>
      [...file.text.matchAll(/src="\/?([^"]+\.tsx?)"/g)].map(
        (match) => `${file.path.replace(/[^/]+$/, '')}${match[1] ?? ''}`,
      ),
    );
  // Files started by name rather than imported: workers (`new URL('./worker.ts', import.meta.url)`), launchers in .mjs.
  const byName = tree
    .filter((file) => isCode(file.path) && !isTest(file.path))
    .flatMap((file) => {
      const folder = file.path.replace(/[^/]+$/, '');
      const pattern = file.path.endsWith('.mjs')
        ? /['"](\.{1,2}\/[\w./-]+\.(?:ts|tsx|mjs))['"]/g
        : /new URL\(\s*['"](\.{1,2}\/[\w./-]+\.(?:ts|tsx|mjs))['"]/g;
      return [...file.text.matchAll(pattern)].map((match) => `${folder}${match[1] ?? ''}`);
    });
  const rootNamed = tree
    .filter((file) => isCode(file.path) && !isTest(file.path))
    .flatMap((file) =>
      [...file.text.matchAll(/['"]((?:tools|packages)\/[\w./-]+\.(?:ts|mjs))['"]/g)].map(
        (match) => match[1] ?? '',
      ),
    );
  const configuration = tree
    .filter((file) => /(\.config\.(ts|mjs|js)|\.d\.ts)$/.test(file.path))
    .map((file) => file.path);
  return [
    ...named,
    ...pages,
    ...byName,
    ...rootNamed,
    ...configuration,
    'tools/tidy/tidy.ts',
    'tools/tidy/planted.ts',
  ].map(normalise);
}

function reach(tree: SourceTree, starts: readonly string[]): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { from, target } of importsOf(tree)) {
    if (target !== null && !isTest(from)) next.set(from, [...(next.get(from) ?? []), target]);
  }
  const paths = new Set(tree.map((file) => file.path));
  const seen = new Set<string>();
  const waiting = starts.filter((path) => paths.has(path));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    waiting.push(...(next.get(path) ?? []));
  }
  return seen;
}

function normalise(path: string): string {
  const out: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') out.pop();
    else if (step !== '.' && step !== '') out.push(step);
  }
  return out.join('/');
}
