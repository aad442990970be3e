/** What is told of an XML text while it is read. Names come without their prefix, references are resolved. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text between two marks may come in pieces. */
  text(text: string): void;
  close(name: string): void;
}

/** A mark (`<...>`) longer than this is no part of a workbook. */
const MARK_MAX_CHARS = 1_048_576;
/** Elements deeper than this are no part of a workbook. */
const DEPTH_MAX_COUNT = 256;
/** A reference: `&amp;`, `&#x10FFFF;`. */
const REFERENCE_MAX_CHARS = 10;

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/**
 * Reads XML 1.0 as it comes, as far as workbooks use it: elements, attributes, text, CDATA, the five entities of XML and
 * character references; comments and instructions are passed over, a document type is an error (a workbook has none,
 * and bombs are made of them). Our own, because a sheet is nothing but millions of small elements: decisions/0013.
 */
export class XmlReader {
  private readonly listener: XmlListener;
  private text = '';
  private at = 0;
  private readonly open: string[] = [];
  private wrong: string | null = null;
  private hasRoot = false;

  constructor(listener: XmlListener) {
    this.listener = listener;
  }

  /** Null, or what is wrong with the XML; nothing is told after that. */
  get error(): string | null {
    return this.wrong;
  }

  push(piece: string): void {
    if (this.wrong !== null) return;
    this.text += piece;
    let more = true;
    while (more) more = this.step();
    if (this.text.length - this.at > MARK_MAX_CHARS) this.fail('a mark is too long');
    this.text = this.text.slice(this.at);
    this.at = 0;
  }

  end(): void {
    if (this.wrong !== null) return;
    if (this.text.trim() !== '') this.fail('the text ends inside a mark');
    else if (this.open.length > 0) this.fail(`the text ends before <${this.open.at(-1)!}> does`);
    else if (!this.hasRoot) this.fail('there is no element');
  }

  /** Reads text and the mark after it; false when the text holds no more whole ones. */
  private step(): boolean {
    if (this.wrong !== null) return false;
    const mark = this.text.indexOf('<', this.at);
    if (mark === -1) {
      this.tail();
      return false;
    }
    if (mark > this.at) {
      if (!this.tell(this.text.slice(this.at, mark))) return false;
      this.at = mark;
    }
    switch (this.text.charCodeAt(mark + 1)) {
      case 47 /* / */:
        return this.closeMark();
      case 33 /* ! */:
        return this.bangMark();
      case 63 /* ? */:
        return this.skipTo('?>');
      default:
        return this.openMark();
    }
  }

  /** Text without a mark after it: all but what may be half of a reference. */
  private tail(): void {
    const last = this.text.lastIndexOf('&');
    const cut =
      last >= this.at && last > this.text.length - REFERENCE_MAX_CHARS && !this.text.includes(';', last);
    const end = cut ? last : this.text.length;
    if (end > this.at) this.tell(this.text.slice(this.at, end));
    this.at = end;
  }

  /** False where text may not stand. */
  private tell(text: string): boolean {
    const inside = this.open.length > 0;
    if (inside) this.listener.text(resolved(text));
    const allowed = inside || text.trim() === '';
    if (!allowed) this.fail('there is text outside the root element');
    return allowed;
  }

  private closeMark(): boolean {
    const end = this.text.indexOf('>', this.at);
    if (end === -1) return false;
    const name = this.text.slice(this.at + 2, end).trimEnd();
    if (this.open.pop() !== name) {
      this.fail(`</${name.slice(0, 40)}> closes nothing`);
      return false;
    }
    this.at = end + 1;
    this.listener.close(localName(name));
    return true;
  }

  private bangMark(): boolean {
    const { text, at } = this;
    if (text.startsWith('<!--', at)) return this.skipTo('-->');
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9);
      if (end === -1) return false;
      if (this.open.length > 0) this.listener.text(text.slice(at + 9, end));
      this.at = end + 3;
      return true;
    }
    if (text.length - at < 9) return false;
    this.fail('there is a document type declaration');
    return false;
  }

  private skipTo(closing: string): boolean {
    const end = this.text.indexOf(closing, this.at + 2);
    if (end === -1) return false;
    this.at = end + closing.length;
    return true;
  }

  private openMark(): boolean {
    const { text } = this;
    const start = this.at + 1;
    let end = start;
    while (end < text.length && !isNameEnd(text.charCodeAt(end))) end += 1;
    if (end === text.length) return false;
    if (end === start) {
      this.fail('there is a < that opens nothing');
      return false;
    }
    const name = text.slice(start, end);
    const read =
      text.charCodeAt(end) === 62 /* > */ ? { attributes: NO_ATTRIBUTES, end } : this.attributes(end);
    if (read === null) return false;
    const empty = text.charCodeAt(read.end) === 47; /* / */
    if (empty && read.end + 1 === text.length) return false;
    if (empty && text.charCodeAt(read.end + 1) !== 62) {
      this.fail(`<${name.slice(0, 40)}> is broken`);
      return false;
    }
    this.at = read.end + (empty ? 2 : 1);
    this.begin(name, read.attributes, empty);
    return true;
  }

  private begin(name: string, attributes: Readonly<Record<string, string>>, empty: boolean): void {
    if (this.open.length === 0 && this.hasRoot) {
      this.fail('there is a second root element');
      return;
    }
    this.hasRoot = true;
    const local = localName(name);
    this.listener.open(local, attributes);
    if (empty) this.listener.close(local);
    else if (this.open.push(name) > DEPTH_MAX_COUNT)
      this.fail(`elements are nested deeper than ${DEPTH_MAX_COUNT}`);
  }

  /** Attributes from `from` to the `>` or `/` after them; null when the text ends before, or is broken. */
  private attributes(
    from: number,
  ): { readonly attributes: Record<string, string>; readonly end: number } | null {
    const { text } = this;
    const attributes: Record<string, string> = {};
    let at = from;
    for (;;) {
      while (isBlank(text.charCodeAt(at))) at += 1;
      const code = text.charCodeAt(at);
      if (Number.isNaN(code)) return null;
      if (code === 62 /* > */ || code === 47 /* / */) return { attributes, end: at };
      let end = at;
      while (end < text.length && isInName(text.charCodeAt(end))) end += 1;
      let equals = end;
      while (isBlank(text.charCodeAt(equals))) equals += 1;
      let quote = equals + 1;
      while (isBlank(text.charCodeAt(quote))) quote += 1;
      if (quote >= text.length) return null;
      const sign = text[quote]!;
      if (end === at || text.charCodeAt(equals) !== 61 /* = */ || (sign !== '"' && sign !== "'")) {
        this.fail('an attribute is broken');
        return null;
      }
      const close = text.indexOf(sign, quote + 1);
      if (close === -1) return null;
      attributes[text.slice(at, end)] = resolved(text.slice(quote + 1, close));
      at = close + 1;
    }
  }

  private fail(why: string): void {
    this.wrong ??= why;
  }
}

/** An attribute by its name without a prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const prefixed = Object.keys(attributes).find((each) => each.includes(':') && localName(each) === name);
  return prefixed === undefined ? undefined : attributes[prefixed];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its references resolved; what is no reference stays as it stands, so that nothing is lost. */
function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|([a-z]{2,4}));/gu,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : all;
      const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

/** Of the name of an attribute: anything but blanks and `= > / < " '`. */
function isInName(code: number): boolean {
  return (
    code > 62 ||
    (code > 32 && code !== 61 && code !== 62 && code !== 60 && code !== 47 && code !== 34 && code !== 39)
  );
}

function isNameEnd(code: number): boolean {
  return code === 62 || code === 47 || isBlank(code);
}
