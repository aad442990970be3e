import { posix } from 'node:path';
import { lineAt, type Rule } from '../source-tree.ts';

/** What the documents point to exists: relative links, and `npm run` scripts. */
export const documents: Rule = {
  name: 'documents',
  why: 'README, ARCHITECTURE and decisions tell the truth about what is there now',
  check: (tree) => {
    const paths = new Set(tree.map((file) => file.path));
    const folders = new Set([...paths].flatMap((path) => ancestors(path)));
    const manifest = tree.find((file) => file.path === 'package.json');
    const scripts =
      manifest === undefined
        ? []
        : Object.keys((JSON.parse(manifest.text) as { scripts?: object }).scripts ?? {});
    return tree
      .filter((file) => file.path.endsWith('.md'))
      .flatMap((file) => {
        const links = [...file.text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].flatMap((match) => {
          const link = match[1] ?? '';
          if (/^[a-z]+:/.test(link)) return [];
          const target = posix.normalize(posix.join(posix.dirname(file.path), link)).replace(/\/$/, '');
          // Pictures are not read as text; git lists them all the same only when they are tracked.
          if (paths.has(target) || folders.has(target) || /\.(png|jpg)$/.test(target)) return [];
          return [
            {
              path: file.path,
              line: lineAt(file.text, match.index),
              message: `points to ${link}, which is not there`,
            },
          ];
        });
        const commands = [...file.text.matchAll(/npm run (?:-s )?([\w:-]+)/g)]
          .filter((match) => !scripts.includes(match[1] ?? ''))
          .map((match) => ({
            path: file.path,
            line: lineAt(file.text, match.index),
            message: `names \`npm run ${match[1] ?? ''}\`, which package.json does not have`,
          }));
        return [...links, ...commands];
      });
  },
};

function ancestors(path: string): readonly string[] {
  const steps = path.split('/').slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}
