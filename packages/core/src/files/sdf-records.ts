import { RECORD_MAX_CHARS } from './limits.ts';
import type { LineBlock } from './line-reader.ts';

/** One record of an SDF. */
export interface SdfRecord {
  /** The mol block as it stands, up to and with `M  END`; lines joined with LF. */
  readonly molblock: string;
  /** First line of the mol block. */
  readonly title: string;
  /** Data items by name; lines of a value joined with LF. */
  readonly items: ReadonlyMap<string, string>;
  /** Line it begins on, from 1. */
  readonly line: number;
  readonly flaw: 'record-too-long' | 'record-broken' | null;
}

/** Names that the columns of a mol block have. */
const TAKEN: readonly string[] = ['structure', 'title', '__proto__'];

const END_OF_RECORD = /^\$\$\$\$\s*$/u;
const END_OF_MOLBLOCK = /^M {2}END\s*$/u;
const ITEM = /^>(.*)$/u;

/** Lines before the counts line; the item sign means nothing in them. */
const HEADER_LINES_COUNT = 4;

/** Puts lines together to records (CTfile formats, BIOVIA: SDfile). */
export class SdfRecords {
  private molblock: string[] = [];
  private inMolblock = true;
  private hasEnd = false;
  private items = new Map<string, string>();
  private item: string | null = null;
  private blanks = 0;
  private chars = 0;
  private flawed = false;
  private firstLine = 1;
  private filled = false;

  push(block: LineBlock): readonly SdfRecord[] {
    const records: SdfRecord[] = [];
    block.lines.forEach((line, at) => {
      if (END_OF_RECORD.test(line)) {
        if (this.filled) records.push(this.take());
        this.clear(block.firstLine + at + 1);
        return;
      }
      this.filled ||= line.trim() !== '';
      this.chars += line.length + 1;
      if (block.tooLong?.has(at) === true || this.chars > RECORD_MAX_CHARS) this.flawed = true;
      if (!this.flawed) this.add(line);
    });
    return records;
  }

  /** The last record may lack its `$$$$`, as in a mol file. */
  end(): readonly SdfRecord[] {
    return this.filled ? [this.take()] : [];
  }

  private add(line: string): void {
    if (this.inMolblock) {
      const isItem = this.molblock.length >= HEADER_LINES_COUNT && ITEM.test(line);
      if (!isItem) {
        this.molblock.push(line);
        this.hasEnd = END_OF_MOLBLOCK.test(line);
        this.inMolblock = !this.hasEnd;
        return;
      }
      this.inMolblock = false;
    }
    const item =
      this.item === null || this.blanks > 0 || this.items.get(this.item) === '' ? ITEM.exec(line) : null;
    if (item !== null) this.open(item[1]!);
    else if (line.trim() === '') this.blanks += 1;
    else this.value(line);
  }

  private open(header: string): void {
    const name = /<(.+)>/u.exec(header)?.[1]?.trim() ?? /\bDT\d+\b/u.exec(header)?.[0] ?? header.trim();
    const base = name === '' ? '(no name)' : name;
    let free = base;
    for (let copy = 2; this.items.has(free) || TAKEN.includes(free); copy += 1) free = `${base} (${copy})`;
    this.items.set(free, '');
    this.item = free;
    this.blanks = 0;
  }

  /** A value goes on after a blank line when no item follows; so nothing is lost of values that hold blank lines. */
  private value(line: string): void {
    if (this.item === null) this.open('<(no name)>');
    const before = this.items.get(this.item!) ?? '';
    const joined = before === '' ? line : `${before}${'\n'.repeat(this.blanks + 1)}${line}`;
    this.items.set(this.item!, joined);
    this.blanks = 0;
  }

  private take(): SdfRecord {
    return {
      molblock: this.molblock.join('\n'),
      title: this.molblock[0]?.trim() ?? '',
      items: this.items,
      line: this.firstLine,
      flaw: this.flawed ? 'record-too-long' : this.hasEnd ? null : 'record-broken',
    };
  }

  private clear(nextLine: number): void {
    this.molblock = [];
    this.inMolblock = true;
    this.hasEnd = false;
    this.items = new Map();
    this.item = null;
    this.blanks = 0;
    this.chars = 0;
    this.flawed = false;
    this.firstLine = nextLine;
    this.filled = false;
  }
}
