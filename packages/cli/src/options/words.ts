import { Refusal } from '../terminal/refusal.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Longest question that is read, UTF-16 units; the longest systematic name or structure met is under 2,000. */
export const LONGEST_QUESTION_LENGTH = 20_000;
/** Most that is read from standard input in one call, UTF-16 units. */
export const LONGEST_INPUT_LENGTH = 64 * 1024 * 1024;

/**
 * The questions of a command: its arguments, where `-` stands for the lines of standard input (blank ones left out).
 * Refuses blank and overlong ones, because a question that was lost must not read as one that was cleared.
 */
export async function readWords(args: readonly string[], terminal: Terminal): Promise<readonly string[]> {
  const words: string[] = [];
  for (const arg of args) {
    if (arg === '-') words.push(...(await readLines(terminal)));
    else words.push(arg);
  }
  for (const [index, word] of words.entries()) {
    if (word.trim() === '') {
      throw new Refusal(
        words.length === 1 ? 'The question is blank.' : `Question ${index + 1} of ${words.length} is blank.`,
        'ask for a name, CAS number, structure (SMILES, InChI, InChIKey), goods code, HS code or equipment term.',
      );
    }
    if (word.length > LONGEST_QUESTION_LENGTH) {
      throw new Refusal(
        `Question ${index + 1} has ${word.length} characters; at most ${LONGEST_QUESTION_LENGTH} are read.`,
        'ask one name, number or structure at a time.',
      );
    }
  }
  return words;
}

async function readLines(terminal: Terminal): Promise<readonly string[]> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of terminal.input()) {
    pieces.push(piece);
    length += piece.length;
    if (length > LONGEST_INPUT_LENGTH) {
      throw new Refusal(
        `Standard input is longer than ${LONGEST_INPUT_LENGTH} characters.`,
        'split it and ask in several calls.',
      );
    }
  }
  const lines = pieces
    .join('')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
  if (lines.length > 0) return lines;
  throw new Refusal('Standard input is blank.', 'give one question a line.');
}
