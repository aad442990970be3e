import { readSmiles } from '../goods/index.ts';
import { cellsOf, isSmiHeading } from './smi-table.ts';
import type { TableFormat } from './table.ts';
import type { TextLook } from './text-table.ts';

/** Lines of a text that are tried as structures. */
const SMI_LOOK_LINES_COUNT = 50;
/** Of those, this share must be structures for a text without a telling name to be a SMILES file. */
const SMI_MIN_SHARE = 0.9;
/** A structure of a list; longer ones are not tried. */
const SMI_LOOK_CHARS = 1_000;

const BY_ENDING: Readonly<Record<string, TableFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  sdf: 'sdf',
  sd: 'sdf',
  mol: 'sdf',
  smi: 'smi',
  smiles: 'smi',
  ism: 'smi',
  can: 'smi',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
};

/** What the ending of a name hints at, without `.gz`; null where it says nothing. */
export function formatByName(name: string | null): TableFormat | null {
  const ending = /\.([^./\\]+?)(?:\.gz|\.gzip)?$/iu.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending]! : null;
}

/**
 * The format of a text. What stands in it decides; the name only where the content leaves it open: a SMILES file and a
 * list of names look alike, and so do a CSV file of one column and a list.
 */
export function findFormat(look: TextLook, name: string | null): Exclude<TableFormat, 'xlsx'> {
  const byName = formatByName(name);
  const json = jsonFormat(look, byName);
  if (json !== null) return json;
  if (byName === 'sdf' || isSdf(look.text)) return 'sdf';
  if (byName === 'smi') return isDelimitedSmi(look.text) ? 'csv' : 'smi';
  if (byName === 'csv' || byName === 'tsv') return byName;
  return isSmi(look) ? 'smi' : 'csv';
}

/** `[` opens a JSON array only before an object, a string, another array or its end; else it opens an atom. */
const JSON_ARRAY = /^\s*\[\s*(?:["{\]]|\[|$)/u;
const JSON_OBJECT = /^\s*\{\s*(?:"|\}|$)/u;

function jsonFormat(look: TextLook, byName: TableFormat | null): 'json' | 'ndjson' | null {
  if (JSON_ARRAY.test(look.text)) return byName === 'ndjson' && !spansLines(look.text) ? 'ndjson' : 'json';
  if (JSON_OBJECT.test(look.text)) {
    if (byName === 'ndjson') return 'ndjson';
    return isRowsObject(look.text) || spansLines(look.text) ? 'json' : 'ndjson';
  }
  if (byName === 'json' || byName === 'ndjson') return byName;
  return null;
}

/** Whether the first line is not a whole value by itself. */
function spansLines(text: string): boolean {
  const line = /^\s*(.*)/u.exec(text)?.[1] ?? '';
  if (!text.includes('\n')) return false;
  try {
    JSON.parse(line);
    return false;
  } catch {
    return !/[}\]"]\s*$/u.test(line);
  }
}

function isRowsObject(text: string): boolean {
  return /^\s*\{\s*"rows"\s*:\s*\[/u.test(text);
}

function isSdf(text: string): boolean {
  return /^\$\$\$\$\s*$/mu.test(text) || (/^.*\bV[23]000\s*$/mu.test(text) && /^M {2}END\s*$/mu.test(text));
}

/** No SMILES has a comma or a semicolon in it: a file of such lines is a table under the wrong name. */
function isDelimitedSmi(text: string): boolean {
  const lines = text.split(/[\r\n]+/u, SMI_LOOK_LINES_COUNT).filter((line) => line.trim() !== '');
  const delimited = lines.filter((line) => /^[^\s|]+[,;]/u.test(line)).length;
  return lines.length > 0 && delimited >= lines.length * SMI_MIN_SHARE;
}

function isSmi(look: TextLook): boolean {
  const lines = look.text.split(/\r\n|\n|\r/u, SMI_LOOK_LINES_COUNT + 1);
  if (!look.whole || lines.length > SMI_LOOK_LINES_COUNT) lines.pop();
  const filled = lines.filter((line) => line.trim() !== '');
  const heading = filled[0] !== undefined && isSmiHeading(filled[0]) && !/[,;|]/u.test(filled[0]);
  const tried = heading ? filled.slice(1) : filled;
  if (tried.length === 0) return false;
  // A table of several columns behind a heading keeps its columns.
  if (heading && filled[0]!.split('\t').length > 2) return false;
  if (!heading && tried.every((line) => line.split('\t').length > 2)) return false;
  const tokens = tried.map((line) => cellsOf(line)![0]);
  if (!heading && tokens.every((token) => MAY_BE_A_WORD.test(token))) return false;
  return tokens.filter(isStructure).length >= tokens.length * SMI_MIN_SHARE;
}

/**
 * `NPP` is three atoms in a row, and the short name of a precursor; `PCP` likewise. A list of nothing else is taken for
 * a list of names, which are looked up first.
 */
const MAY_BE_A_WORD = /^[A-Za-z]{1,12}$/u;

function isStructure(token: string): boolean {
  if (token.length > SMI_LOOK_CHARS || /[,;"]/u.test(token)) return false;
  return readSmiles(token.replace(/\s.*$/u, '')).ok;
}
