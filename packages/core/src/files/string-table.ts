import type { Problem } from '../kernel/index.ts';
import { fileProblem } from './file-problem.ts';
import { SHARED_STRINGS_MAX_CHARS, SHEET_CELL_MAX_CHARS } from './limits.ts';
import type { StreamEnd } from './stream-end.ts';
import type { ZipEntry } from './zip-archive.ts';
import { XmlPart } from './xml-part.ts';
import { entryBytes } from './zip-entry.ts';

/** The texts that the cells of a workbook share, by number; and why there are no more of them, if there should be. */
export interface SharedStrings {
  readonly texts: readonly string[];
  readonly problem: Problem | null;
}

/** ECMA-376 part 1, 18.4: runs of a text are joined; how it is pronounced (`rPh`) is no part of it. */
export function readSharedStrings(bytes: Uint8Array, entry: ZipEntry | null): SharedStrings {
  const texts: string[] = [];
  if (entry === null) return { texts, problem: null };
  const end: StreamEnd = { problem: null };
  let chars = 0;
  const collect = textCollector();
  const xml = new XmlPart({
    open(name) {
      if (name === 'si') collect.begin();
      collect.open(name);
    },
    text: (text) => collect.text(text),
    close(name) {
      collect.close(name);
      if (name !== 'si') return;
      const text = unescaped(collect.take());
      chars += text.length;
      texts.push(text);
    },
  });
  for (const piece of entryBytes(bytes, entry, end)) {
    xml.push(piece);
    if (chars > SHARED_STRINGS_MAX_CHARS) return { texts, problem: tooMany() };
  }
  xml.end();
  return { texts, problem: end.problem ?? (xml.error === null ? null : broken(xml.error)) };
}

/** Collects the text of `t` elements, of a shared string or of a cell that holds its own. */
export function textCollector(): {
  begin(): void;
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  take(): string;
} {
  let collected = '';
  let inText = false;
  let phonetic = 0;
  return {
    begin() {
      collected = '';
      inText = false;
      phonetic = 0;
    },
    open(name) {
      if (name === 'rPh') phonetic += 1;
      if (name === 't') inText = true;
    },
    text(text) {
      // What is too long is cut later; it need not all be kept for that.
      if (inText && phonetic === 0 && collected.length <= SHEET_CELL_MAX_CHARS) collected += text;
    },
    close(name) {
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') inText = false;
    },
    take: () => collected,
  };
}

/** ECMA-376 part 1, 22.9.2.19: what XML cannot hold stands as `_x0007_`; an underscore that would read so as `_x005F_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_all, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

function tooMany(): Problem {
  return fileProblem(
    'file-too-large',
    `The workbook has more than ${SHARED_STRINGS_MAX_CHARS} characters of text in its table of shared texts.`,
    'Save the sheet as CSV.',
    { limit: SHARED_STRINGS_MAX_CHARS },
  );
}

function broken(detail: string): Problem {
  return fileProblem(
    'file-damaged',
    `The table of shared texts of the workbook is not well-formed XML: ${detail}`,
    'Open the workbook in a spreadsheet program and save it anew.',
    { detail },
  );
}
