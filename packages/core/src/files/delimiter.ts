import { isHeadingWord } from './heading-words.ts';
import { RecordReader } from './record-reader.ts';

/** In the order of preference where two fit equally well. */
const DELIMITERS = ['\t', ',', ';', '|'] as const;

/** Records that are looked at. */
const LOOK_RECORDS_COUNT = 200;

/** Of the records, this share must have the same number of cells when nothing else says that it is a table. */
const MIN_SHARE = 0.8;
/** The same where the name of the file says so, or the delimiter is a tab, which no name of goods contains. */
const MIN_SHARE_EXPECTED = 0.3;

/**
 * The character between the cells of a delimited text, or null where each line is one cell.
 *
 * Names of chemicals are full of commas (`1,2-dichloroethane`, `N,N-dimethylformamide`): a list of names must not be
 * taken apart. Commas between locants are therefore no delimiters, and a text whose first line has none is a list.
 *
 * @param look the beginning of the text
 * @param whole whether this is all of it
 * @param expected whether its name or its reader said that it is a delimited table
 */
export function findDelimiter(look: string, whole: boolean, expected: boolean): string | null {
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(look, whole, delimiter, expected || delimiter === '\t');
    if (score !== null && (best === null || score > best.score + 1e-9)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

function scoreOf(look: string, whole: boolean, delimiter: string, expected: boolean): number | null {
  if (!look.includes(delimiter)) return null;
  const { records, broken } = firstRecords(look, whole, delimiter);
  const first = records[0];
  if (first === undefined) return null;
  const headed = first.length > 1 && first.every(isHeadingWord);
  if (delimiter === ',' && !headed && mostlyLocants(look)) return null;
  const counts = new Map<number, number>();
  for (const record of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  let width = 1;
  let often = 0;
  for (const [cells, times] of counts) {
    if (cells > 1 && times > often) {
      width = cells;
      often = times;
    }
  }
  const share = Math.max(0, often - broken) / records.length;
  if (share < (expected || headed ? MIN_SHARE_EXPECTED : MIN_SHARE)) return null;
  // A list with a heading of one word is a list, whatever stands in its lines.
  if (delimiter !== '\t' && first.length === 1 && share < 1 && records.length > 1 && counts.size > 2)
    return null;
  return share + (first.length === width ? 0.5 : 0) + Math.min(width, 10) / 100;
}

function firstRecords(
  look: string,
  whole: boolean,
  delimiter: string,
): { readonly records: readonly (readonly string[])[]; readonly broken: number } {
  const reader = new RecordReader(delimiter);
  const blocks = [reader.push(look)];
  if (whole || blocks[0]!.records.length === 0) blocks.push(reader.end());
  const records = blocks.flatMap((block) => block.records).slice(0, LOOK_RECORDS_COUNT);
  const flaws = blocks.flatMap((block) => [...(block.flaws?.values() ?? [])]);
  return { records, broken: Math.min(flaws.length, records.length) };
}

/** A comma between two locants: `1,2-`, `N,N'-`, `2,4,6-`, `α,β-`. */
const LOCANT_COMMA =
  /(?<=(?:^|[-\s([{,"])(?:\d{1,3}[a-z]?|[NOSPCαβγ]|alpha|beta)['′’]{0,3}),(?!\d{2,3}-\d{2}-\d(?!\d))(?=(?:\d{1,3}[a-z]?|[NOSPCαβγ]|alpha|beta)['′’]{0,3}[-,)\]])/gmu;

/** Of the commas, this share stands between locants in a list of names. */
const LOCANT_SHARE = 0.7;

function mostlyLocants(look: string): boolean {
  const part = look.slice(0, 20_000);
  const commas = part.split(',').length - 1;
  const locants = part.match(LOCANT_COMMA)?.length ?? 0;
  return locants / commas >= LOCANT_SHARE;
}
