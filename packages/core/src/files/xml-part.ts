import { XmlReader, type XmlListener } from './xml-reader.ts';

/** A part of a workbook, read as its bytes come. */
export class XmlPart {
  private readonly reader: XmlReader;
  private decoder: InstanceType<typeof TextDecoder> | null = null;

  constructor(listener: XmlListener) {
    this.reader = new XmlReader(listener);
  }

  /** Null, or what is wrong with the XML; nothing is told after that. */
  get error(): string | null {
    return this.reader.error;
  }

  push(bytes: Uint8Array): void {
    this.decoder ??= new TextDecoder(encodingOf(bytes));
    this.reader.push(this.decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.reader.push(this.decoder?.decode() ?? '');
    this.reader.end();
  }
}

/** Parts of a workbook are UTF-8 or UTF-16 (ECMA-376 part 2, 9.1.7). */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
