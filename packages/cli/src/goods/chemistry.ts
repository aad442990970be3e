import { type Chemist, readQuestion } from '@custody/core';

/** The chemistry toolkit where some question is a structure; null otherwise, because it takes its time to load. */
export async function chemistFor(words: readonly string[]): Promise<Chemist | null> {
  if (!words.some((text) => isStructure(text))) return null;
  const { loadRdkit } = await import('@custody/core/node');
  return loadRdkit();
}

/** True where the words can be read as a structure and as nothing but a structure or a name no law knows. */
function isStructure(text: string): boolean {
  const read = readQuestion(text);
  if (!read.ok) return false;
  return read.value.readings.some(
    (reading) => reading.kind === 'inchi' || (reading.kind === 'smiles' && !reading.plain),
  );
}
