import { readSmiles, resolve, type Resolution } from '@custody/core';
import { HttpProblem } from '../http/problem.ts';
import type { NodeParts } from '../node-parts.ts';

/** Core's word for "this is a structure, and there is no toolkit to identify it with". */
const NEEDS_TOOLKIT = 'toolkit-missing';

/** Resolves one text, with the chemistry toolkit where only that can. */
export async function resolveText(text: string, { law, chemist }: NodeParts): Promise<Resolution> {
  const found = resolve(law, text, null);
  if (!needsToolkit(text, found)) return found;
  if (chemist !== null) return resolve(law, text, await chemist());
  throw new HttpProblem(
    'no-chemistry',
    'A question is a structure, and this node runs without the chemistry toolkit.',
    'ask by name or number.',
  );
}

/** Letters alone (`CCO`) are first read as a name; where they are none and make a structure, that is what they are. */
function needsToolkit(text: string, { goods, problems }: Resolution): boolean {
  if (problems.some(({ code }) => code === NEEDS_TOOLKIT)) return true;
  return goods === null && readSmiles(text.trim()).ok;
}
