import type { Problem } from '../kernel/index.ts';
import { builtInFormat, readFormat, type NumberFormat } from './sheet-number.ts';
import type { StreamEnd } from './stream-end.ts';
import type { ZipArchive, ZipEntry } from './zip-archive.ts';
import { XmlPart } from './xml-part.ts';
import { attribute, type XmlListener } from './xml-reader.ts';
import { entryBytes } from './zip-entry.ts';

export interface SheetOfWorkbook {
  readonly name: string;
  /** Where it stands in the archive. */
  readonly entry: ZipEntry;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetOfWorkbook[];
  /** Days count from 1904 and not from 1900. */
  readonly base1904: boolean;
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[];
  readonly sharedStrings: ZipEntry | null;
  /** Parts that are damaged or missing. */
  readonly problem: Problem | null;
}

const WORKSHEET = /\/worksheet$/u;
const DOCUMENT = /\/officeDocument$/u;
const STYLES = /\/styles$/u;
const STRINGS = /\/sharedStrings$/u;

/**
 * The list of sheets, the styles and the place of the shared strings of a workbook (ECMA-376 part 1, 12 and 18). Null:
 * the archive holds no workbook. Of an archive that is cut, sheets are found by their usual names where the list is gone.
 */
export function readWorkbook(bytes: Uint8Array, archive: ZipArchive): Workbook | null {
  const end: StreamEnd = { problem: null };
  const read = (path: string, listener: XmlListener): boolean =>
    readPart(bytes, archive, path, listener, end);
  const root = relations(read, '_rels/.rels', '');
  const path = [...root.values()].find((each) => DOCUMENT.test(each.type))?.target ?? 'xl/workbook.xml';
  const parts = relations(read, relationsOf(path), folderOf(path));
  const list = sheetList(read, path);
  const entryOf = (type: RegExp): ZipEntry | null => {
    const target = [...parts.values()].find((each) => type.test(each.type))?.target;
    return target === undefined ? null : (archive.entries.get(target) ?? null);
  };
  const sheets = list.sheets.flatMap((sheet): readonly SheetOfWorkbook[] => {
    const part = parts.get(sheet.id);
    const entry =
      part !== undefined && WORKSHEET.test(part.type) ? archive.entries.get(part.target) : undefined;
    return entry === undefined ? [] : [{ name: sheet.name, entry, hidden: sheet.hidden }];
  });
  const found = sheets.length > 0 ? sheets : sheetsByName(archive);
  if (found.length === 0) return null;
  const styles = entryOf(STYLES)?.name ?? 'xl/styles.xml';
  return {
    sheets: found,
    base1904: list.base1904,
    formats: numberFormats(read, styles),
    sharedStrings: entryOf(STRINGS) ?? archive.entries.get('xl/sharedStrings.xml') ?? null,
    problem: end.problem,
  };
}

type Read = (path: string, listener: XmlListener) => boolean;

function readPart(
  bytes: Uint8Array,
  archive: ZipArchive,
  path: string,
  listener: XmlListener,
  end: StreamEnd,
): boolean {
  const entry = archive.entries.get(path);
  if (entry === undefined) return false;
  const xml = new XmlPart(listener);
  for (const piece of entryBytes(bytes, entry, end)) xml.push(piece);
  xml.end();
  return xml.error === null;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

function relations(read: Read, path: string, folder: string): ReadonlyMap<string, Relation> {
  const found = new Map<string, Relation>();
  read(path, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      found.set(attribute(attributes, 'Id') ?? '', {
        type: attribute(attributes, 'Type') ?? '',
        target: target.startsWith('/') ? target.slice(1) : joined(folder, target),
      });
    },
    text: ignore,
    close: ignore,
  });
  return found;
}

function sheetList(
  read: Read,
  path: string,
): { readonly sheets: readonly { name: string; id: string; hidden: boolean }[]; readonly base1904: boolean } {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let base1904 = false;
  read(path, {
    open(name, attributes) {
      if (name === 'workbookPr') base1904 = /^(?:1|true|on)$/u.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        // The identifier of the relation, not the number `sheetId`.
        id: Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? attributes['id'] ?? '',
        hidden: /hidden/iu.test(attribute(attributes, 'state') ?? ''),
      });
    },
    text: ignore,
    close: ignore,
  });
  return { sheets, base1904 };
}

function sheetsByName(archive: ZipArchive): readonly SheetOfWorkbook[] {
  return [...archive.entries.values()]
    .filter((entry) => /^xl\/worksheets\/[^/]+\.xml$/u.test(entry.name))
    .map((entry) => ({ name: entry.name.replace(/^.*\/|\.xml$/gu, ''), entry, hidden: false }));
}

/** Number formats by the number of a cell's style (`cellXfs`). */
function numberFormats(read: Read, path: string): readonly NumberFormat[] {
  const codes = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCellStyles = false;
  read(path, {
    open(name, attributes) {
      if (name === 'numFmt') {
        codes.set(
          Number(attribute(attributes, 'numFmtId')),
          readFormat(attribute(attributes, 'formatCode') ?? ''),
        );
      }
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) {
        const id = Number(attribute(attributes, 'numFmtId') ?? '0');
        formats.push(codes.get(id) ?? builtInFormat(id));
      }
    },
    text: ignore,
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}

function relationsOf(path: string): string {
  return `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function joined(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function ignore(): void {
  // Text and ends of elements say nothing in these parts.
}
