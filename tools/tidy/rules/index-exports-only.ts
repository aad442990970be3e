import { posix } from 'node:path';
import ts from 'typescript';
import { roomOf } from '../house-plan.ts';
import { lineAt, type Rule } from '../source-tree.ts';

/** `index.ts` is the door of a room and holds exports only. */
export const indexExportsOnly: Rule = {
  name: 'index-exports-only',
  why: 'a door with furniture in it cannot be opened without moving the furniture',
  check: (tree) =>
    tree
      .filter((file) => posix.basename(file.path) === 'index.ts' && roomOf(file.path) !== null)
      .flatMap((file) => {
        const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest);
        return source.statements
          .filter((statement) => !ts.isExportDeclaration(statement))
          .map((statement) => ({
            path: file.path,
            line: lineAt(file.text, statement.getStart(source)),
            message: 'index.ts holds something other than an export declaration',
          }));
      }),
};
