import {
  BROKEN_QUOTES_MAX_COUNT,
  COLUMNS_MAX_COUNT,
  LINE_MAX_CHARS,
  LONG_LINE_KEPT_CHARS,
  QUOTED_CELL_MAX_CHARS,
  RECORD_MAX_CHARS,
} from './limits.ts';

/** What was wrong with a record as it was cut into cells. */
export type RecordFlaw = 'quote-broken' | 'line-too-long' | 'columns-too-many';

/** Records of a delimited text: their cells, and the line each begins on (from 1). */
export interface RecordBlock {
  readonly records: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** By position in `records`; null where nothing was wrong. */
  readonly flaws: ReadonlyMap<number, RecordFlaw> | null;
}

const QUOTE = '"';

/**
 * Cuts delimited text into records and cells after RFC 4180, however the text is cut into pieces itself, with what
 * files in the world do beside it: a line may end with LF or CR alone, a quote inside an unquoted cell is a character,
 * blanks may stand between a closing quote and the delimiter, blank lines are no records.
 *
 * A quote that is not closed, or after whose end other characters stand, is broken: the record is then its line as it
 * stands, quotes and all, and reading goes on with the next line. So one wrong quote costs one row and not the file.
 */
export class RecordReader {
  private readonly delimiter: string | null;
  private text = '';
  private line = 1;
  private feed = -1;
  private carriage = -1;
  private quote = -1;
  private brokenQuotes = 0;
  private skipping: string | null = null;
  private last = false;
  private records: string[][] = [];
  private lines: number[] = [];
  private flaws: Map<number, RecordFlaw> | null = null;

  /** @param delimiter one character; null where each line is one cell */
  constructor(delimiter: string | null) {
    this.delimiter = delimiter;
  }

  push(text: string): RecordBlock {
    this.text += text;
    return this.cut();
  }

  end(): RecordBlock {
    this.last = true;
    return this.cut();
  }

  private cut(): RecordBlock {
    this.feed = -1;
    this.carriage = -1;
    this.quote = -1;
    let start = 0;
    for (let after = this.record(start); after !== null; after = this.record(start)) start = after;
    // Of a line that is too long nothing is kept but what may be half of its end.
    if (this.skipping !== null) start = this.text.endsWith('\r') ? this.text.length - 1 : this.text.length;
    this.text = this.text.slice(start);
    const block = { records: this.records, lines: this.lines, flaws: this.flaws };
    this.records = [];
    this.lines = [];
    this.flaws = null;
    return block;
  }

  /** Takes one record from `start`; where the next begins, or null when the text does not hold the whole of it. */
  private record(start: number): number | null {
    const end = this.lineEnd(start);
    if (this.skipping !== null || (end ?? this.text.length) - start > LINE_MAX_CHARS)
      return this.longLine(start, end);
    if (end !== null && this.quoteFrom(start) >= end) {
      const after = this.afterLine(end);
      if (after === null || start === this.text.length) return null;
      if (end > start) this.add(this.split(start, end), null);
      this.line += 1;
      return after;
    }
    if (this.quoteFrom(start) === this.text.length) return null;
    const after = this.quoted(start, end);
    return after === null && this.text.length - start > RECORD_MAX_CHARS
      ? this.brokenQuote(start, end)
      : after;
  }

  /** A record in which a quote stands: cell by cell. */
  private quoted(start: number, lineEnd: number | null): number | null {
    const cells: string[] = [];
    let at = start;
    let line = this.line;
    for (;;) {
      if (this.text[at] === QUOTE) {
        const cell = this.quotedCell(at);
        if (cell === 'more') return null;
        if (cell === 'broken') return this.brokenQuote(start, lineEnd);
        cells.push(cell.text);
        line += cell.lines;
        at = cell.end;
      } else {
        const end = this.cellEnd(at);
        if (end === null) return null;
        cells.push(this.text.slice(at, end));
        at = end;
      }
      if (this.text[at] !== this.delimiter || at === this.text.length) break;
      at += 1;
    }
    const after = this.afterLine(at);
    if (after === null) return null;
    if (at - start > RECORD_MAX_CHARS) return this.brokenQuote(start, lineEnd);
    this.add(cells, null);
    this.line = line + 1;
    return after;
  }

  /**
   * The cell whose opening quote stands at `open`: its text, how many ends of lines are in it, and where its delimiter
   * or end of line stands. `more`: the text ends before it can be told.
   */
  private quotedCell(open: number): { text: string; lines: number; end: number } | 'more' | 'broken' {
    let at = open + 1;
    let doubled = false;
    const oneLine = this.brokenQuotes >= BROKEN_QUOTES_MAX_COUNT;
    const limit = oneLine ? this.lineEnd(open) : open + QUOTED_CELL_MAX_CHARS;
    if (limit === null) return 'more';
    for (;;) {
      const close = this.quoteFrom(at);
      if (close > limit) return 'broken';
      if (close === this.text.length) return this.last ? 'broken' : 'more';
      if (close + 1 === this.text.length && !this.last) return 'more';
      if (this.text[close + 1] === QUOTE) {
        doubled = true;
        at = close + 2;
        continue;
      }
      let end = close + 1;
      while (this.text[end] === ' ' && this.delimiter !== ' ') end += 1;
      if (end === this.text.length && !this.last) return 'more';
      if (end < this.text.length && this.text[end] !== this.delimiter && !this.isLineEnd(end))
        return 'broken';
      const raw = this.text.slice(open + 1, close);
      return { text: doubled ? raw.replaceAll('""', QUOTE) : raw, lines: endsOfLines(raw), end };
    }
  }

  private brokenQuote(start: number, lineEnd: number | null): number | null {
    const after = lineEnd === null ? null : this.afterLine(lineEnd);
    if (lineEnd === null || after === null) return null;
    this.brokenQuotes += 1;
    // The search went ahead; the next line is searched anew.
    this.feed = -1;
    this.carriage = -1;
    this.quote = -1;
    this.add(this.split(start, lineEnd), 'quote-broken');
    this.line += 1;
    return after;
  }

  private longLine(start: number, end: number | null): number | null {
    this.skipping ??= this.text.slice(start, start + LONG_LINE_KEPT_CHARS);
    const after = end === null ? null : this.afterLine(end);
    if (after === null) return null;
    this.add([this.skipping], 'line-too-long');
    this.skipping = null;
    this.line += 1;
    return after;
  }

  private add(cells: string[], flaw: RecordFlaw | null): void {
    const found = cells.length > COLUMNS_MAX_COUNT ? 'columns-too-many' : flaw;
    if (found !== null) (this.flaws ??= new Map()).set(this.records.length, found);
    this.records.push(cells.length > COLUMNS_MAX_COUNT ? cells.slice(0, COLUMNS_MAX_COUNT) : cells);
    this.lines.push(this.line);
  }

  private split(start: number, end: number): string[] {
    const line = this.text.slice(start, end);
    return this.delimiter === null ? [line] : line.split(this.delimiter, COLUMNS_MAX_COUNT + 1);
  }

  /** Where the line that `at` stands in ends; null when its end has not come yet. */
  private lineEnd(at: number): number | null {
    if (this.feed < at) this.feed = found(this.text.indexOf('\n', at), this.text);
    if (this.carriage < at) this.carriage = found(this.text.indexOf('\r', at), this.text);
    const end = Math.min(this.feed, this.carriage);
    return end < this.text.length || this.last ? end : null;
  }

  private cellEnd(at: number): number | null {
    const end = this.lineEnd(at);
    const delimiter = this.delimiter === null ? -1 : this.text.indexOf(this.delimiter, at);
    return delimiter !== -1 && delimiter < (end ?? this.text.length) ? delimiter : end;
  }

  /** Where the line after the one that ends at `end` begins; null when a CR may be the first half of CR LF. */
  private afterLine(end: number): number | null {
    if (end === this.text.length) return this.last ? end : null;
    if (this.text[end] === '\n') return end + 1;
    if (end + 1 === this.text.length && !this.last) return null;
    return this.text[end + 1] === '\n' ? end + 2 : end + 1;
  }

  private isLineEnd(at: number): boolean {
    return this.text[at] === '\n' || this.text[at] === '\r';
  }

  private quoteFrom(at: number): number {
    if (this.quote < at) this.quote = found(this.text.indexOf(QUOTE, at), this.text);
    return this.quote;
  }
}

function found(at: number, text: string): number {
  return at === -1 ? text.length : at;
}

function endsOfLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
    if (text[at + 1] !== '\n') count += 1;
  }
  return count;
}
