import type { Problem } from '../kernel/index.ts';
import type { RowAnswer } from './row-verdict.ts';

/**
 * Problems of a row as a piece of its file after which its cells are not what the file was meant to say: a broken
 * quote may have swallowed the goods of three rows, a comma too many moves every cell after it, and a member that no
 * column holds is not looked at. Readers of files give these codes.
 */
export const UNREAD_ROW_CODES: ReadonlySet<string> = new Set([
  'file-truncated',
  'file-damaged',
  'file-bomb',
  'sheet-not-read',
  'columns-too-many',
  'cells-extra',
  'column-late',
  'quote-broken',
  'line-too-long',
  'cell-too-long',
  'record-too-long',
  'record-broken',
  'cell-formula-empty',
  'cell-error',
]);

/**
 * The answer of a row as far as it was read: what was found stands, and a row that was not read in full clears
 * nothing. `problems`: those of the row as a piece of its file.
 */
export function asFarAsRead(answer: RowAnswer, problems: readonly Problem[]): RowAnswer {
  if (problems.every(({ code }) => !UNREAD_ROW_CODES.has(code))) return answer;
  const { verdict, jurisdictions } = answer;
  return {
    ...answer,
    verdict: verdict === 'not-controlled' || verdict === 'outside' ? 'unreadable' : verdict,
    jurisdictions: Object.fromEntries(
      Object.entries(jurisdictions).map(([jurisdiction, status]) => [
        jurisdiction,
        status === 'not-controlled' || status === 'outside' ? 'unknown' : status,
      ]),
    ),
  };
}
