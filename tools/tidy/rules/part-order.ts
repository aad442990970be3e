import { PLAN, roomOf } from '../house-plan.ts';
import { importsOf, type Rule } from '../source-tree.ts';

/** A part imports only the parts above it in the table. */
export const partOrder: Rule = {
  name: 'part-order',
  why: 'data flows one way: what a lower part must learn from a higher one goes by the log or comes in as facts',
  check: (tree) =>
    importsOf(tree).flatMap(({ from, target, line }) => {
      const here = roomOf(from);
      const there = target === null ? null : roomOf(target);
      if (here === null || there === null || here.pkg !== there.pkg) return [];
      if (here.kind !== 'part' || here.name === there.name) return [];
      if (there.kind === 'part') {
        if (PLAN.parts.indexOf(there.name) < PLAN.parts.indexOf(here.name)) return [];
        const message = `part "${here.name}" imports "${there.name}", which stands below it in parts.yaml`;
        return [{ path: from, line, message }];
      }
      // Faces may stand on their design and engine rooms; core's parts may not reach an edge.
      if (here.pkg !== 'core' || from.includes('.test.')) return [];
      return [{ path: from, line, message: `part "${here.name}" imports the edge "${there.name}" of core` }];
    }),
};
