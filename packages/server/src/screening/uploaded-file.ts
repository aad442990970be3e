import type { TableFormat } from '@custody/core/files';
import type { Context } from 'hono';
import { LARGEST_FILE_BYTES } from '../http/limits.ts';
import { HttpProblem } from '../http/problem.ts';

/** A file as it was sent, with what was asked beside it. */
export interface UploadedFile {
  readonly name: string | null;
  readonly bytes: Uint8Array;
  /** What its media type says; null where that says nothing. */
  readonly format: TableFormat | null;
  readonly encoding: string | null;
  /** Fields of the form besides the file. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Media types that say what a file is; any other is read by its content. */
export const MEDIA_TYPES: Readonly<Record<string, TableFormat>> = {
  'text/csv': 'csv',
  'text/tab-separated-values': 'tsv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'chemical/x-mdl-sdfile': 'sdf',
  'chemical/x-daylight-smiles': 'smi',
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
};

const FORM = 'multipart/form-data';
/** The field of a form that holds the file. */
const FILE_FIELD = 'file';

/**
 * The file of a request: the `file` of a form (multipart/form-data), or the body itself with its media type and, in
 * Content-Disposition, its name. Its limit has been held before.
 */
export async function uploadedFile(c: Context): Promise<UploadedFile> {
  const declared = c.req.header('content-type') ?? '';
  const type = mediaType(declared);
  if (type === FORM) return fromForm(c);
  if (type === 'application/x-www-form-urlencoded') {
    throw noFile(
      'The body is a form without a file.',
      `send ${FORM} with the file in the field "${FILE_FIELD}".`,
    );
  }
  return {
    name: fileName(c.req.header('content-disposition')),
    bytes: filled(new Uint8Array(await c.req.raw.arrayBuffer())),
    format: MEDIA_TYPES[type] ?? null,
    encoding: /;\s*charset="?([^\s";]+)/i.exec(declared)?.[1] ?? null,
    fields: {},
  };
}

async function fromForm(c: Context): Promise<UploadedFile> {
  let form: Record<string, string | File | (string | File)[]>;
  try {
    form = await c.req.parseBody({ all: true });
  } catch {
    throw noFile('The form could not be read.', `send ${FORM} with its boundary, whole.`);
  }
  const files: File[] = [];
  const fields: Record<string, string> = {};
  for (const [field, value] of Object.entries(form)) {
    const values = Array.isArray(value) ? value : [value];
    files.push(...values.filter((one) => typeof one !== 'string'));
    const texts = values.filter((one) => typeof one === 'string');
    if (texts.length > 1) throw noFile(`The form has "${field}" twice.`, 'send each field once.');
    if (texts[0] !== undefined) fields[field] = texts[0];
  }
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw noFile(
      files.length > 1 ? `The form has ${files.length} files.` : 'The form has no file.',
      `send one file, in the field "${FILE_FIELD}".`,
    );
  }
  return {
    name: file.name === '' ? null : file.name,
    bytes: filled(new Uint8Array(await file.arrayBuffer())),
    format: MEDIA_TYPES[mediaType(file.type)] ?? null,
    encoding: null,
    fields,
  };
}

function filled(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) throw noFile('The file is empty.', 'check how it was made.');
  // The limit holds the whole body where its length is declared; this holds the file however it came.
  if (bytes.length > LARGEST_FILE_BYTES) {
    throw new HttpProblem('body-too-large', `A file may have ${LARGEST_FILE_BYTES} bytes.`, 'split it.');
  }
  return bytes;
}

function noFile(detail: string, todo: string): HttpProblem {
  return new HttpProblem('unusable-file', detail, todo);
}

function mediaType(declared: string): string {
  return (declared.split(';')[0] ?? '').trim().toLowerCase();
}

/** The file name of Content-Disposition (RFC 6266), without any folder. */
function fileName(disposition: string | undefined): string | null {
  const extended = /filename\*\s*=\s*utf-8'[^']*'([^\s;]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(disposition ?? '');
  const name = extended === undefined ? (plain?.[1] ?? plain?.[2]) : decoded(extended);
  const last = name?.split(/[/\\]/).at(-1)?.trim() ?? '';
  return last === '' ? null : last;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
