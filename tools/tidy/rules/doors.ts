import { posix } from 'node:path';
import { PLAN, roomOf } from '../house-plan.ts';
import { importsOf, isTest, type Rule } from '../source-tree.ts';

/** Between parts one goes through the door (`index.ts`), between packages through the package's name. */
export const doors: Rule = {
  name: 'doors',
  why: 'what a room does not show at its door it may change without asking',
  check: (tree) =>
    importsOf(tree).flatMap(({ from, specifier, target, line }) => {
      const here = roomOf(from);
      if (here === null) return [];
      const named = /^@custody\/([^/]+)/.exec(specifier)?.[1];
      if (named !== undefined && !isTest(from) && !(PLAN.packages[here.pkg]?.uses ?? []).includes(named)) {
        return [
          { path: from, line, message: `package "${here.pkg}" may not use "${named}" (parts.yaml, uses)` },
        ];
      }
      const there = target === null ? null : roomOf(target);
      if (target === null || there === null) return [];
      if (there.pkg !== here.pkg) {
        return [
          { path: from, line, message: `goes through the wall into ${target}: import @custody/${there.pkg}` },
        ];
      }
      // Core is where rooms are many; the faces' rooms show components file by file.
      const inside = here.pkg !== 'core' || here.name === there.name || here.kind === 'edge' || isTest(from);
      if (inside || posix.basename(target) === 'index.ts') return [];
      return [
        { path: from, line, message: `imports ${target} past the door of "${there.name}": use its index.ts` },
      ];
    }),
};
