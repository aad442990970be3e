import type { Palette } from './marks.ts';
import { printable, wrap } from './width.ts';

/** How an answer is laid out for a person. */
export interface SheetStyle {
  readonly palette: Palette;
  /** Width of the terminal in columns. */
  readonly columns: number;
  /** Sources, duties, penalties, exclusions and the tree of reasons as well. */
  readonly explain: boolean;
}

const INDENT = '  ';
/** Narrower than this nothing can be laid out; lines are then longer than the terminal. */
const NARROWEST_COLUMNS = 48;
/** Deeper levels of a tree are set no further in, or their lines would have no room. */
const DEEPEST_INDENT = 8;

/** Columns for a table that is set in by one step. */
export function room(style: SheetStyle): number {
  return Math.max(NARROWEST_COLUMNS, style.columns) - INDENT.length;
}

/** `text` broken into lines and set in by `depth` steps. */
export function paragraph(
  text: string,
  style: SheetStyle,
  paint: (line: string) => string = (line) => line,
  depth = 1,
): string {
  const steps = INDENT.repeat(Math.min(depth, DEEPEST_INDENT));
  return wrap(printable(text), room(style) + INDENT.length - steps.length)
    .map((line) => steps + paint(line))
    .join('\n');
}

/** Text that is laid out already, set in by `depth` steps. */
export function indented(text: string, depth = 1): string {
  return text
    .split('\n')
    .map((line) => INDENT.repeat(depth) + line)
    .join('\n');
}
