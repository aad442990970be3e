import type { Law } from '../controls/index.ts';
import { foldName, readQuestion, readSmiles } from '../goods/index.ts';
import { checkCasNumber, checkHsCode, parseQuantity } from '../kernel/index.ts';
import { restoreCas, withoutHyphens } from './lint-spreadsheet.ts';
import { readShare } from './mixture.ts';
import { isStructureText } from './row-structure.ts';

/** What the cells of a column look like: for each kind the share of the cells that say something, 0 to 1. */
export interface ColumnLook {
  /** Cells of the sample that say something. */
  readonly filled: number;
  /** Structures that are nothing else: SMILES with signs, InChI, mol blocks. */
  readonly structure: number;
  /** Letters that also make a SMILES (`CCO`), which a head of structures makes one. */
  readonly plainStructure: number;
  readonly inchikey: number;
  readonly cas: number;
  /** Digits that are a CAS number without hyphens, or one a spreadsheet has changed. */
  readonly bareCas: number;
  /** Tariff codes of chapters in which chemicals and machines travel, six digits at least or with a point. */
  readonly hs: number;
  /** Any tariff code, four digits too. */
  readonly plainHs: number;
  /** A number with a unit of mass, volume or count. */
  readonly quantity: number;
  readonly number: number;
  readonly share: number;
  /** Running codes of a catalogue: a few letters and digits. */
  readonly code: number;
  /** Names the law knows. */
  readonly known: number;
  readonly words: number;
  /** Mean length of the cells of words, in characters. */
  readonly length: number;
  /** Mean number of words of them. */
  readonly wordCount: number;
  /** Share of the cells of words that differ from one another. */
  readonly distinct: number;
}

/** Chapters of the Harmonized System in which the goods of the law travel. */
const CHAPTERS = /^(?:2[5-9]|3[0-9]|1[23]|40|70|73|82|84|85|90)/;

/** Looks at the cells of one column. */
export function lookAt(cells: readonly string[], law: Law): ColumnLook {
  const counts = { structure: 0, plainStructure: 0, inchikey: 0, cas: 0, bareCas: 0, hs: 0, plainHs: 0 };
  const more = { quantity: 0, number: 0, share: 0, code: 0, known: 0, words: 0 };
  const texts: string[] = [];
  for (const cell of cells) {
    const text = cell.trim();
    if (isName(law, text)) more.known++;
    const kind = kindOf(text);
    switch (kind) {
      case 'cas':
      case 'structure':
      case 'inchikey':
      case 'plainStructure':
        counts[kind]++;
        if (kind === 'plainStructure') texts.push(text);
        break;
      case 'words':
        more.words++;
        texts.push(text);
        break;
      case 'code':
        more.code++;
        texts.push(text);
        break;
      case 'number':
        more.number++;
        if (restoreCas(text) !== null || withoutHyphens(text) !== null) counts.bareCas++;
        if (checkHsCode(text).ok) counts.plainHs++;
        if (checkHsCode(text).ok && CHAPTERS.test(text) && isWholeLine(text)) counts.hs++;
        break;
      default:
        more[kind]++;
    }
  }
  const filled = cells.length;
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  const mean = (total: number): number => (texts.length === 0 ? 0 : total / texts.length);
  return {
    filled,
    structure: share(counts.structure),
    plainStructure: share(counts.plainStructure),
    inchikey: share(counts.inchikey),
    cas: share(counts.cas),
    bareCas: share(counts.bareCas),
    hs: share(counts.hs),
    plainHs: share(counts.plainHs),
    quantity: share(more.quantity),
    number: share(more.number),
    share: share(more.share),
    code: share(more.code),
    known: share(more.known),
    words: share(more.words),
    length: mean(texts.reduce((sum, text) => sum + text.length, 0)),
    wordCount: mean(texts.reduce((sum, text) => sum + text.split(/[,;]?\s+/).length, 0)),
    distinct: mean(new Set(texts).size),
  };
}

type CellKind =
  'structure' | 'plainStructure' | 'inchikey' | 'cas' | 'quantity' | 'number' | 'share' | 'code' | 'words';

function kindOf(text: string): CellKind {
  if (isStructureText(text)) return 'structure';
  if (/^[A-Z]{14}-[A-Z]{10}-[A-Z]$/.test(text)) return 'inchikey';
  if (/^(?:cas\b.{0,20})?\[?\d{2,7}-\d{2}-\d\]?$/i.test(text)) {
    const read = checkCasNumber(text);
    return read.ok || read.problem.code === 'cas-check-digit' ? 'cas' : 'words';
  }
  if (/^[\d.,\s'-]+$/.test(text) || /^\d+(?:\.\d+)?E\+?\d+$/i.test(text)) return 'number';
  if (/^\d/.test(text) && (checkHsCode(text).ok || restoreCas(text) !== null)) return 'number';
  if (/\d/.test(text) && /[%％‰]|pp[mb]\b/i.test(text) && readShare(text, false).ok) return 'share';
  if (/\d/.test(text) && text.length <= 60 && parseQuantity(text).ok) return 'quantity';
  if (/^\p{L}{1,12}[-_# ]?\d{2,}\p{L}?$/u.test(text)) return 'code';
  return smilesKind(text) ?? 'words';
}

function smilesKind(text: string): 'structure' | 'plainStructure' | null {
  if (/\s/.test(text)) return null;
  const question = readQuestion(text);
  const reading = question.ok ? question.value.readings.find(({ kind }) => kind === 'smiles') : undefined;
  if (reading?.kind !== 'smiles') return null;
  const signs = /[=#@[\]()]|\d/.test(text);
  if (!readSmiles(text).ok) return null;
  return reading.plain || !signs ? 'plainStructure' : 'structure';
}

/** Six digits or more, or a point after the fourth: `2933` alone may be anything. */
function isWholeLine(text: string): boolean {
  return text.replace(/\D/g, '').length >= 6 || /^\d{4}\.\d/.test(text);
}

function isName(law: Law, text: string): boolean {
  if (text.length > LONGEST_NAME_CHARS || !/\p{L}/u.test(text)) return false;
  return Object.hasOwn(law.index.names, foldName(text, law.index.han));
}

/** Longer than any name in the law that a table would hold. */
const LONGEST_NAME_CHARS = 200;
