import { accepted, refused, type Problem } from '../kernel/index.ts';
import type { TableRow } from '../screening/index.ts';
import { ByteBlocks } from './byte-blocks.ts';
import { decodeLook, decodeText } from './decode-text.ts';
import { delimiterOf, openDelimited } from './delimited-table.ts';
import { findEncoding, knownEncoding } from './encoding.ts';
import { fileProblem } from './file-problem.ts';
import { findFormat, formatByName } from './find-format.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { openJson, openNdjson } from './json-table.ts';
import { LOOK_BYTES } from './limits.ts';
import { isZip, noText, otherContent, otherText } from './other-content.ts';
import { inBatches, withEnd } from './row-batches.ts';
import { openSdf } from './sdf-table.ts';
import { openSmi } from './smi-table.ts';
import type { StreamEnd } from './stream-end.ts';
import type { OpenOutcome, TableFormat, TableSource } from './table.ts';
import type { TextLook, TextTable } from './text-table.ts';
import { openXlsx } from './xlsx-table.ts';

/**
 * Opens a table: finds out whether it is gzipped, its format, its encoding and its columns, and gives its rows as they
 * are asked for. Memory does not grow with the file, except for a workbook, whose packed bytes and shared strings are
 * kept.
 *
 * Formats: CSV (RFC 4180) with commas, semicolons or bars, TSV, XLSX, SDF (V2000 and V3000: the mol block stands in the
 * column `structure` as it is in the file, for RDKit to read), SMILES files, JSON (an array of objects or of strings,
 * or `{"rows": [...]}`) and NDJSON. Bad content never throws: a file that is no table is refused with a problem, and
 * what is wrong in one place is a problem of that row. What the source of the bytes throws goes through.
 */
export async function openTable(source: TableSource): Promise<OpenOutcome> {
  const blocks = new ByteBlocks(source.bytes);
  const opened = await open(source, blocks);
  if (!opened.ok) await blocks.close();
  return opened;
}

async function open(source: TableSource, blocks: ByteBlocks): Promise<OpenOutcome> {
  const end: StreamEnd = { problem: null };
  const compressed = isGzip(await blocks.peek(2));
  const content = compressed ? new ByteBlocks(gunzip(blocks, end)) : blocks;
  const look = await content.peek(LOOK_BYTES);
  if (look.length === 0) return refused(end.problem ?? empty());
  const other = otherContent(look);
  if (other !== null) return refused(other);
  const said = { compressed, end, bytesRead: () => blocks.bytesRead, close: () => blocks.close() };
  if (isZip(look)) {
    const opened = await openXlsx(source, content, said);
    return opened.ok ? accepted({ ...opened.value, rows: closing(opened.value.rows, said) }) : opened;
  }
  return openText(source, content, look, said);
}

interface Said {
  readonly compressed: boolean;
  readonly end: StreamEnd;
  bytesRead(): number;
  close(): Promise<void>;
}

function openText(source: TableSource, content: ByteBlocks, bytes: Uint8Array, said: Said): OpenOutcome {
  const whole = bytes.length < LOOK_BYTES;
  const encoding =
    source.encoding === undefined ? findEncoding(bytes, whole) : knownEncoding(source.encoding);
  if (encoding === null) return refused(unknownEncoding(source.encoding ?? ''));
  const look: TextLook = { text: decodeLook(bytes, encoding), whole };
  // Whoever names the format has looked at it.
  const wrong = source.format === undefined ? (otherText(look.text) ?? noText(look.text)) : null;
  if (wrong !== null) return refused(wrong);
  if (look.text.trim() === '' && whole) return refused(said.end.problem ?? empty());
  if (source.format === 'xlsx') return refused(noWorkbook());
  const format = source.format ?? findFormat(look, source.name);
  const table = openFormat(format, look, source, said.end);
  const text = decodeText(content.blocks(), encoding);
  return accepted({
    format: table.format,
    encoding,
    compressed: said.compressed,
    columns: table.table.columns,
    sheet: null,
    problems: table.table.problems,
    rows: closing(withEnd(inBatches(table.table.rows(text)), said.end), said),
    bytesRead: () => said.bytesRead(),
  });
}

function openFormat(
  format: Exclude<TableFormat, 'xlsx'>,
  look: TextLook,
  source: TableSource,
  end: StreamEnd,
): { readonly format: TableFormat; readonly table: TextTable } {
  const header = source.header ?? 'found';
  switch (format) {
    case 'smi':
      return { format, table: openSmi(look, header) };
    case 'csv':
    case 'tsv': {
      const told = source.format ?? formatByName(source.name);
      const delimiter = delimiterOf(look, told === 'csv' || told === 'tsv' ? told : null);
      return { format: delimiter === '\t' ? 'tsv' : 'csv', table: openDelimited(look, delimiter, header) };
    }
    case 'sdf':
      return { format, table: openSdf(look) };
    case 'json':
      return { format, table: openJson(look, end) };
    case 'ndjson':
      return { format, table: openNdjson(look) };
  }
}

async function* closing(
  rows: AsyncIterable<readonly TableRow[]>,
  said: Said,
): AsyncGenerator<readonly TableRow[]> {
  try {
    yield* rows;
  } finally {
    await said.close();
  }
}

function empty(): Problem {
  return fileProblem('file-empty', 'The file is empty.', 'Give a file with at least one row.');
}

function noWorkbook(): Problem {
  return fileProblem(
    'file-corrupt',
    'The file is not a workbook: it does not begin as a zip archive.',
    'Give it without naming the format, or save it as XLSX again.',
  );
}

function unknownEncoding(label: string): Problem {
  return fileProblem(
    'encoding-unknown',
    `"${label}" is no encoding that is known.`,
    'Name one of the Encoding Standard: utf-8, utf-16le, gb18030, windows-1252, shift_jis ...',
    { encoding: label },
  );
}
