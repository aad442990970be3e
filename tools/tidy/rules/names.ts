import { posix } from 'node:path';
import { roomOf } from '../house-plan.ts';
import { isCode, type Rule } from '../source-tree.ts';

const BANNED = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'manager',
  'service',
  'misc',
  'shared',
]);
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|browser\.test|config))*\.(ts|tsx|mjs|d\.ts)$/;
const COMPONENT = /^[A-Z][A-Za-z0-9]*(\.test|\.browser\.test)?\.tsx$/;

/** Files are named for nouns and verbs in kebab-case (React components as they are called); rooms stand in the plan. */
export const names: Rule = {
  name: 'names',
  why: 'a reader guesses the file from the domain word',
  check: (tree) =>
    tree
      .filter((file) => isCode(file.path))
      .flatMap((file) => {
        const base = posix.basename(file.path);
        const found: string[] = [];
        if (!KEBAB.test(base) && !COMPONENT.test(base)) found.push(`"${base}" is not kebab-case`);
        for (const word of file.path.replace(/\.[a-z.]+$/, '').split(/[/.-]/)) {
          if (BANNED.has(word)) found.push(`"${word}" says nothing about what is inside`);
        }
        const room = roomOf(file.path);
        if (room?.kind === 'unknown') {
          found.push(`room "${room.name}" of package "${room.pkg}" is not in tools/tidy/parts.yaml`);
        }
        return found.map((message) => ({ path: file.path, line: 1, message }));
      }),
};
