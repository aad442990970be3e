import type { Problem } from '../kernel/index.ts';
import type { TableRow } from '../screening/index.ts';

/** A format of text, opened: its columns are known from its beginning, its rows are made from the whole text. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly problems: readonly Problem[];
  /** @param text the whole text from its beginning, in pieces cut anywhere */
  rows(text: AsyncIterable<string>): AsyncGenerator<readonly TableRow[]>;
}

/** The beginning of a text, by which a table is opened. */
export interface TextLook {
  readonly text: string;
  /** Whether that is all of it. */
  readonly whole: boolean;
}
