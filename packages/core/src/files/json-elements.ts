import { RECORD_MAX_CHARS } from './limits.ts';

/** One element of a list: its text, or null where it was too long to keep; and the line it begins on, from 1. */
export interface JsonElement {
  readonly text: string | null;
  readonly line: number;
}

/** What stands at this place of the text. */
type Place = 'between' | 'value' | 'rest';

const LINE_FEED = 10;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/**
 * Takes the elements of a JSON list out of the text as it comes, so that neither the list nor the text is ever whole in
 * memory, and one wrong element costs one element. The list is the text, or stands under `rows` in an object; objects
 * that follow one another without a list are elements too. The text of an element is checked when it is parsed.
 */
export class JsonElements {
  private text = '';
  private at = 0;
  private place: Place = 'between';
  private listDepth = 0;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private start = 0;
  private startLine = 1;
  private tooLong = false;
  private line = 1;
  private stringStart = 0;
  private lastString = '';
  private key = '';
  private elements: JsonElement[] = [];

  push(piece: string): readonly JsonElement[] {
    this.text += piece;
    this.scan();
    this.forget();
    return this.take();
  }

  /** Whether the text ended where it may: `unfinished` when a list or an element is still open. */
  end(): { readonly elements: readonly JsonElement[]; readonly unfinished: boolean } {
    // A number or word that nothing closed: it ends with the text.
    const bare = this.place === 'value' && this.depth === 0 && !this.inString;
    if (bare) this.finish(this.text.length);
    return { elements: this.take(), unfinished: this.place !== 'between' || this.listDepth > 0 };
  }

  private take(): readonly JsonElement[] {
    const taken = this.elements;
    this.elements = [];
    return taken;
  }

  /** Drops what was dealt with. */
  private forget(): void {
    if (this.place === 'value' && this.text.length - this.start > RECORD_MAX_CHARS) this.tooLong = true;
    const from = this.place === 'value' && !this.tooLong ? this.start : this.at;
    this.text = this.text.slice(from);
    this.at -= from;
    this.start -= from;
    this.stringStart -= from;
  }

  private scan(): void {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (code === LINE_FEED) this.line += 1;
      if (this.inString) this.inside(code);
      else if (this.place === 'between') this.between(code);
      else this.within(code);
      this.at += 1;
    }
  }

  /** Between elements, or before the list. */
  private between(code: number): void {
    if (code === COMMA || code <= 32 || code === 0xfeff) return;
    if (code === OPEN_BRACKET && this.listDepth === 0) {
      this.listDepth = 1;
    } else if (code === CLOSE_BRACKET && this.listDepth > 0) {
      // The list of an object is over: what is left of the object is passed over.
      this.place = this.listDepth === 2 ? 'rest' : 'between';
      this.depth = this.listDepth === 2 ? 1 : 0;
      this.listDepth = 0;
    } else {
      this.place = 'value';
      this.start = this.at;
      this.startLine = this.line;
      this.tooLong = false;
      this.depth = 0;
      this.key = '';
      this.within(code);
    }
  }

  /** Within an element, or within the rest of an object whose list was read. */
  private within(code: number): void {
    if (code === QUOTE) {
      this.inString = true;
      this.stringStart = this.at;
    } else if (code === COLON) {
      if (this.depth === 1) this.key = this.lastString;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (code === OPEN_BRACKET && this.isRows()) this.enterRows();
      else this.depth += 1;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      this.close(code);
    } else if (code === COMMA) {
      if (this.depth === 0) this.finish(this.at);
      this.key = '';
    } else if (code <= 32 && this.depth === 0) {
      this.finish(this.at);
    }
  }

  private inside(code: number): void {
    if (this.escaped) {
      this.escaped = false;
    } else if (code === BACKSLASH) {
      this.escaped = true;
    } else if (code === QUOTE || code === LINE_FEED) {
      // A line does not end inside a string of JSON: the string is broken, and with it only this element.
      this.inString = false;
      // Of an element that is too long to keep, a name may be cut; it is then no name.
      const whole = this.stringStart >= 0;
      if (this.depth === 1) this.lastString = whole ? this.text.slice(this.stringStart + 1, this.at) : '';
      if (this.depth === 0 && this.place === 'value') this.finish(this.at + 1);
    }
  }

  private close(code: number): void {
    if (this.depth === 0) {
      // A bare word at the end of the list: the bracket closes the list. Any other bracket here closes nothing.
      const closesList = code === CLOSE_BRACKET && this.listDepth > 0;
      this.finish(closesList ? this.at : this.at + 1);
      if (closesList) this.between(code);
      return;
    }
    this.depth -= 1;
    if (this.depth > 0) return;
    if (this.place === 'rest') this.place = 'between';
    else this.finish(this.at + 1);
  }

  /** The list of rows of an object that is not itself an element of a list. */
  private isRows(): boolean {
    return this.place === 'value' && this.listDepth === 0 && this.depth === 1 && this.key === 'rows';
  }

  private enterRows(): void {
    this.place = 'between';
    this.listDepth = 2;
    this.depth = 0;
  }

  private finish(end: number): void {
    const text = this.text.slice(this.start, end);
    const kept = this.tooLong || text.length > RECORD_MAX_CHARS ? null : text;
    this.place = 'between';
    this.depth = 0;
    this.inString = false;
    this.escaped = false;
    if (text !== '' || this.tooLong) this.elements.push({ text: kept, line: this.startLine });
  }
}
