import { type Chemist, readQuestion } from '@custody/core';
import { HttpProblem } from '../http/problem.ts';
import type { NodeParts } from '../node-parts.ts';

/** The chemistry toolkit where some question is a structure; null where none is. */
export async function chemistFor(words: readonly string[], parts: NodeParts): Promise<Chemist | null> {
  if (!words.some((text) => isStructure(text))) return null;
  if (parts.chemist !== null) return parts.chemist();
  throw new HttpProblem(
    'no-chemistry',
    'A question is a structure, and this node runs without the chemistry toolkit.',
    'ask by name or number.',
  );
}

function isStructure(text: string): boolean {
  const read = readQuestion(text);
  if (!read.ok) return false;
  return read.value.readings.some(
    (reading) => reading.kind === 'inchi' || (reading.kind === 'smiles' && !reading.plain),
  );
}
