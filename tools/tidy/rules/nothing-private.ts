import { lineAt, type Rule } from '../source-tree.ts';

/** Words that belong to one workplace and not to the product. Split so that this file does not name them itself. */
const PRIVATE: readonly RegExp[] = [
  new RegExp(`/${'work'}/(main|shared|\\.library)`, 'g'),
  new RegExp(`/${'root'}/`, 'g'),
  /https?:\/\/(?:localhost|127\.0\.0\.1):\d+\/(?:npm|debian)/g,
];

/** No path of a developer's machine stands in anything committed. */
export const nothingPrivate: Rule = {
  name: 'nothing-private',
  why: 'a path of one machine is a step that works on one machine',
  check: (tree) =>
    tree.flatMap((file) =>
      PRIVATE.flatMap((pattern) =>
        [...file.text.matchAll(pattern)].map((match) => ({
          path: file.path,
          line: lineAt(file.text, match.index),
          message: `names "${match[0]}", a place of one machine`,
        })),
      ),
    ),
};
