import { LINE_MAX_CHARS, LONG_LINE_KEPT_CHARS } from './limits.ts';

/** Lines in a row of the text, without their ends. */
export interface LineBlock {
  readonly lines: readonly string[];
  /** Number of the first of them in the file, from 1. */
  readonly firstLine: number;
  /** Positions in `lines` of those that were longer than `LINE_MAX_CHARS`; only their beginning is there. */
  readonly tooLong: ReadonlySet<number> | null;
}

/**
 * Cuts text into lines, however it is cut into pieces itself. A line ends with LF, CR LF or CR; blank lines are lines.
 */
export class LineReader {
  private rest = '';
  /** Beginning of a line that is too long and whose end has not come yet. */
  private long: string | null = null;
  private next = 1;

  push(text: string): LineBlock {
    return this.cut(this.rest + text, false);
  }

  /** What stands after the last end of a line. */
  end(): LineBlock {
    return this.cut(this.rest, true);
  }

  private cut(text: string, last: boolean): LineBlock {
    const lines: string[] = [];
    const tooLong = new Set<number>();
    const add = (line: string): void => {
      if (this.long !== null || line.length > LINE_MAX_CHARS) tooLong.add(lines.length);
      lines.push(this.long ?? (line.length > LINE_MAX_CHARS ? line.slice(0, LONG_LINE_KEPT_CHARS) : line));
      this.long = null;
    };
    let start = 0;
    let carriage = text.indexOf('\r');
    for (;;) {
      let feed = text.indexOf('\n', start);
      while (carriage !== -1 && (feed === -1 || carriage < feed)) {
        // A CR at the very end may be the first half of CR LF.
        if (carriage === text.length - 1 && !last) break;
        add(text.slice(start, carriage));
        start = carriage + 1;
        if (feed === start) {
          start += 1;
          feed = text.indexOf('\n', start);
        }
        carriage = text.indexOf('\r', start);
      }
      if (feed === -1) break;
      add(text.slice(start, feed));
      start = feed + 1;
    }
    this.keep(text.slice(start), last, add);
    const firstLine = this.next;
    this.next += lines.length;
    return { lines, firstLine, tooLong: tooLong.size === 0 ? null : tooLong };
  }

  private keep(rest: string, last: boolean, add: (line: string) => void): void {
    this.rest = rest;
    if (last) {
      if (rest !== '' || this.long !== null) add(rest);
      this.rest = '';
    } else if (this.long !== null || rest.length > LINE_MAX_CHARS + 1) {
      this.long ??= rest.slice(0, LONG_LINE_KEPT_CHARS);
      this.rest = rest.endsWith('\r') ? '\r' : '';
    }
  }
}
