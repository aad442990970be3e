import type { Problem } from '../kernel/index.ts';
import { fileProblem } from './file-problem.ts';

/** Files that hold no table we read, by their first bytes, and what to do about them. */
const MAGIC: readonly { readonly bytes: readonly number[]; readonly what: string; readonly todo: string }[] =
  [
    { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF', todo: 'Save the table in it as CSV or XLSX.' },
    {
      bytes: [0x89, 0x50, 0x4e, 0x47],
      what: 'a picture (PNG)',
      todo: 'Give the table as text: CSV or XLSX.',
    },
    { bytes: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)', todo: 'Give the table as text: CSV or XLSX.' },
    {
      bytes: [0x47, 0x49, 0x46, 0x38],
      what: 'a picture (GIF)',
      todo: 'Give the table as text: CSV or XLSX.',
    },
    { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7z archive', todo: 'Unpack it and give the table.' },
    { bytes: [0x52, 0x61, 0x72, 0x21], what: 'a RAR archive', todo: 'Unpack it and give the table.' },
    { bytes: [0x42, 0x5a, 0x68], what: 'bzip2 data', todo: 'Unpack it, or pack it with gzip.' },
    { bytes: [0xfd, 0x37, 0x7a, 0x58], what: 'xz data', todo: 'Unpack it, or pack it with gzip.' },
    { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: 'Zstandard data', todo: 'Unpack it, or pack it with gzip.' },
    { bytes: [0x50, 0x41, 0x52, 0x31], what: 'a Parquet file', todo: 'Save it as CSV or NDJSON.' },
    { bytes: [0x53, 0x51, 0x4c, 0x69], what: 'an SQLite database', todo: 'Save the table as CSV.' },
    { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program', todo: 'Give a table.' },
  ];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function isZip(look: Uint8Array): boolean {
  return begins(look, ZIP) || begins(look, [0x50, 0x4b, 0x05, 0x06]);
}

/** A file that is known and is no table we read: what it is and what to do; null where it may be one. */
export function otherContent(look: Uint8Array): Problem | null {
  if (begins(look, COMPOUND_FILE)) return compoundFile(look);
  const known = MAGIC.find((each) => begins(look, each.bytes));
  if (known === undefined) return null;
  return fileProblem('file-format-other', `The file is ${known.what}, not a table.`, known.todo, {
    what: known.what,
  });
}

/** Text that is no table we read: pages and XML; null where it may be one. */
export function otherText(text: string): Problem | null {
  if (!/^\s*<(?:\?xml|!doctype|html|table|workbook|svg)/iu.test(text)) return null;
  return fileProblem(
    'file-format-other',
    'The file is a page or an XML document, not a table. Some programs call such files .xls.',
    'Open it in a spreadsheet program and save it as XLSX or CSV.',
    { what: 'XML' },
  );
}

/** Of the characters of a text, at most this share are control characters; else it is no text. */
const CONTROL_MAX_SHARE = 0.1;

/** Bytes that are no text in the encoding found: null where they are. */
export function noText(text: string): Problem | null {
  const part = text.slice(0, 65_536);
  const controls = part.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/gu)?.length ?? 0;
  if (part === '' || controls / part.length <= CONTROL_MAX_SHARE) return null;
  return fileProblem(
    'file-format-unknown',
    'The file is no text and none of the formats that are read.',
    'Give CSV, TSV, XLSX, SDF, SMILES, JSON or NDJSON, as it is or gzipped.',
  );
}

/** Compound File Binary: an old workbook, or a new one behind a password, which is wrapped in the same way. */
function compoundFile(look: Uint8Array): Problem {
  const text = new TextDecoder('utf-16le').decode(look.subarray(0, look.length - (look.length % 2)));
  if (text.includes('EncryptedPackage') || text.includes('EncryptionInfo')) {
    return fileProblem(
      'file-encrypted',
      'The workbook is encrypted with a password and cannot be read.',
      'Open it, take the password off, save it and give it again.',
    );
  }
  return fileProblem(
    'file-format-other',
    'The file is a workbook in the old binary format (.xls), or another old document.',
    'Open it in a spreadsheet program and save it as XLSX or CSV.',
    { what: 'xls' },
  );
}

function begins(look: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => look[at] === byte);
}
