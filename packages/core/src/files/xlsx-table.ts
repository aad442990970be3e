import { accepted, refused, type Problem } from '../kernel/index.ts';
import type { TableRow } from '../screening/index.ts';
import type { ByteBlocks } from './byte-blocks.ts';
import { fileProblem, type FileProblemCode } from './file-problem.ts';
import { HEADING_LOOK_ROWS_COUNT, WORKBOOK_MAX_BYTES } from './limits.ts';
import { MergedFill, readMergedCells, type MergedCells } from './merged-cells.ts';
import { inBatches, withEnd } from './row-batches.ts';
import { RowMaker } from './row-maker.ts';
import { readSharedStrings } from './string-table.ts';
import type { SheetContext } from './sheet-cell.ts';
import { cellProblem } from './sheet-cell-problem.ts';
import { sheetHeading } from './sheet-heading.ts';
import { SheetRows, type SheetRow } from './sheet-rows.ts';
import type { StreamEnd } from './stream-end.ts';
import type { OpenOutcome, TableSource } from './table.ts';
import { readWorkbook, type SheetOfWorkbook, type Workbook } from './workbook.ts';
import { readZip, type ZipArchive } from './zip-archive.ts';
import { entryBytes } from './zip-entry.ts';

/** How the bytes came, for what is said of the opened table. */
export interface WorkbookSource {
  readonly compressed: boolean;
  readonly end: StreamEnd;
  bytesRead(): number;
}

/**
 * Opens a workbook (XLSX, ECMA-376). Its packed bytes and shared texts are kept; the sheet is read as it is unpacked.
 * The sheet is the one asked for, or the first that has rows: then every other sheet with rows that is not hidden gives
 * a last row without cells that says it was not read, so that a file is never taken as read in full when it was not.
 */
export async function openXlsx(
  source: TableSource,
  content: ByteBlocks,
  said: WorkbookSource,
): Promise<OpenOutcome> {
  const bytes = await allBytes(content);
  if (bytes === null) return refused(tooLarge());
  const archive = readZip(bytes);
  if (archive === null) return refused(said.end.problem ?? corrupt());
  if (!archive.cut && [...archive.entries.values()].some((entry) => entry.encrypted))
    return refused(encrypted());
  const workbook = readWorkbook(bytes, archive);
  if (workbook === null) return refused(noWorkbook(archive));
  const strings = readSharedStrings(bytes, workbook.sharedStrings);
  if (strings.problem?.code === 'file-too-large') return refused(strings.problem);
  const context: SheetContext = { ...workbook, sharedStrings: strings.texts };
  const book: Book = { bytes, context };
  const sheet = chooseSheet(book, workbook, source.sheet);
  if (sheet === null) return refused(unknownSheet(source.sheet ?? '', workbook));
  const merged = readMergedCells(entryBytes(bytes, sheet.entry, { problem: null }));
  const heading = sheetHeading(firstRows(book, sheet), merged, source.header ?? 'found');
  const damage = workbook.problem ?? strings.problem ?? (archive.cut ? cutArchive() : null);
  const others = source.sheet === undefined ? otherSheets(book, workbook, sheet) : [];
  const end: StreamEnd = said.end;
  const rows = sheetRows(book, sheet, { merged, columns: heading.columns, lastRow: heading.lastRow }, end);
  return accepted({
    format: 'xlsx',
    encoding: null,
    compressed: said.compressed,
    columns: heading.columns,
    sheet: sheet.name,
    problems: heading.problems,
    rows: withOthers(withEnd(inBatches(ended(rows, end, damage)), end), others),
    bytesRead: () => said.bytesRead(),
  });
}

interface Book {
  readonly bytes: Uint8Array;
  readonly context: SheetContext;
}

async function allBytes(content: ByteBlocks): Promise<Uint8Array | null> {
  const blocks: Uint8Array[] = [];
  let total = 0;
  for await (const block of content.blocks()) {
    blocks.push(block);
    total += block.length;
    if (total > WORKBOOK_MAX_BYTES) return null;
  }
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}

function chooseSheet(book: Book, workbook: Workbook, asked: string | undefined): SheetOfWorkbook | null {
  const { sheets } = workbook;
  if (asked !== undefined) {
    const byName = sheets.find((sheet) => sheet.name === asked);
    return byName ?? (/^\d+$/u.test(asked) ? (sheets[Number(asked) - 1] ?? null) : null);
  }
  const shown = sheets.filter((sheet) => !sheet.hidden);
  return shown.find((sheet) => firstRows(book, sheet, 1).length > 0) ?? shown[0] ?? sheets[0] ?? null;
}

function firstRows(book: Book, sheet: SheetOfWorkbook, count = HEADING_LOOK_ROWS_COUNT): readonly SheetRow[] {
  const reader = new SheetRows(book.context);
  const rows: SheetRow[] = [];
  for (const piece of entryBytes(book.bytes, sheet.entry, { problem: null })) {
    rows.push(...reader.push(piece));
    if (rows.length >= count || reader.error !== null) return rows.slice(0, count);
  }
  rows.push(...reader.end());
  return rows.slice(0, count);
}

interface Reading {
  readonly merged: readonly MergedCells[];
  readonly columns: readonly string[];
  /** The last row of the heading, in the sheet. */
  readonly lastRow: number;
}

function* sheetRows(
  book: Book,
  sheet: SheetOfWorkbook,
  reading: Reading,
  end: StreamEnd,
): Generator<readonly TableRow[]> {
  const maker = new RowMaker(reading.columns);
  const fill = new MergedFill(reading.merged);
  const reader = new SheetRows(book.context);
  // Characters of a workbook are checked in every row: there is no text to look through before.
  maker.odd = true;
  const rowsOf = (rows: readonly SheetRow[]): TableRow[] => {
    const made: TableRow[] = [];
    for (const row of rows) {
      const filled = fill.fill(row.number, row.cells);
      if (row.number > reading.lastRow) made.push(tableRow(maker, row, filled));
    }
    return made;
  };
  for (const piece of entryBytes(book.bytes, sheet.entry, end)) {
    yield rowsOf(reader.push(piece));
    if (reader.error !== null) break;
  }
  yield rowsOf(reader.end());
  if (reader.error !== null) end.problem ??= malformed(sheet.name, reader.error);
}

function tableRow(maker: RowMaker, row: SheetRow, filled: readonly number[]): TableRow {
  const problems: Problem[] = [];
  const say = (code: FileProblemCode, column: number): void => {
    problems.push(cellProblem(maker, code, { column, row: row.number }));
  };
  for (const { code, column } of row.flaws) say(code, column);
  for (const column of filled) say('cell-merged', column);
  return maker.fromSparse(row.cells, row.number, problems);
}

/** What is wrong with the workbook outside the sheet is said at the end, if nothing was wrong with the sheet. */
function* ended(
  rows: Iterable<readonly TableRow[]>,
  end: StreamEnd,
  damage: Problem | null,
): Generator<readonly TableRow[]> {
  yield* rows;
  end.problem ??= damage;
}

function otherSheets(book: Book, workbook: Workbook, read: SheetOfWorkbook): readonly SheetOfWorkbook[] {
  return workbook.sheets.filter(
    (sheet) => sheet !== read && !sheet.hidden && firstRows(book, sheet, 1).length > 0,
  );
}

async function* withOthers(
  batches: AsyncIterable<readonly TableRow[]>,
  others: readonly SheetOfWorkbook[],
): AsyncGenerator<readonly TableRow[]> {
  let last = 0;
  for await (const batch of batches) {
    last = batch.at(-1)?.row ?? last;
    yield batch;
  }
  if (others.length === 0) return;
  yield others.map((sheet, index) => {
    const row = last + 1 + index;
    return { row, cells: {}, problems: [notRead(sheet.name, row)] };
  });
}

function notRead(sheet: string, row: number): Problem {
  return fileProblem(
    'sheet-not-read',
    `The sheet "${sheet}" of the workbook has rows that were not read.`,
    'Name the sheet to be read; screen each sheet that holds goods.',
    { row, sheet },
  );
}

function malformed(sheet: string, detail: string): Problem {
  return fileProblem(
    'file-damaged',
    `The sheet "${sheet}" is not well-formed XML (${detail}): rows after this point are missing.`,
    'Open the workbook in a spreadsheet program, look at it and save it anew.',
    { sheet, detail },
  );
}

function cutArchive(): Problem {
  return fileProblem(
    'file-truncated',
    'The workbook has lost its end: the directory of its parts is missing, and rows or texts may be.',
    'Fetch or make the file again, and compare its size with the original.',
  );
}

function corrupt(): Problem {
  return fileProblem(
    'file-corrupt',
    'The file begins as a zip archive, but nothing in it can be read.',
    'Fetch or make the file again.',
  );
}

function encrypted(): Problem {
  return fileProblem(
    'file-encrypted',
    'The archive is encrypted with a password and cannot be read.',
    'Take the password off and give it again.',
  );
}

function tooLarge(): Problem {
  return fileProblem(
    'file-too-large',
    `The workbook has more than ${WORKBOOK_MAX_BYTES} bytes, packed.`,
    'Save the sheet as CSV: its size does not matter.',
    { limit: WORKBOOK_MAX_BYTES },
  );
}

function unknownSheet(asked: string, workbook: Workbook): Problem {
  const names = workbook.sheets.map((sheet) => `"${sheet.name}"`).join(', ');
  return fileProblem(
    'sheet-unknown',
    `The workbook has no sheet "${asked}".`,
    `Name one of these, or its number: ${names.slice(0, 500)}`,
    { sheet: asked, sheets: names.slice(0, 500) },
  );
}

/** An archive without a workbook: what it is instead, where that can be told. */
function noWorkbook(archive: ZipArchive): Problem {
  const names = [...archive.entries.keys()];
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/u)) return other('a binary workbook (.xlsb)', 'Save it as XLSX or CSV.');
  if (has(/^word\//u)) return other('a text document (.docx)', 'Save the table in it as XLSX or CSV.');
  if (has(/^ppt\//u)) return other('a presentation (.pptx)', 'Save the table in it as XLSX or CSV.');
  if (has(/^content\.xml$/u)) return other('an OpenDocument file', 'Save it as XLSX or CSV.');
  if (archive.cut) return cutArchive();
  return other('a zip archive', 'Unpack it and give the table.');
}

function other(what: string, todo: string): Problem {
  return fileProblem('file-format-other', `The file is ${what}, not a table that is read.`, todo, { what });
}
