import type { FileProblemCode } from './file-problem.ts';
import { SHEET_CELL_MAX_CHARS } from './limits.ts';
import { unescaped } from './string-table.ts';
import { shownNumber, type NumberFormat } from './sheet-number.ts';

/** What a workbook says around its cells. */
export interface SheetContext {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly base1904: boolean;
}

/** A cell as the XML has it. */
export interface WrittenCell {
  /** `s` shared text, `inlineStr` own text, `str` text of a formula, `b`, `e`, `d`, otherwise a number. */
  readonly type: string;
  readonly style: number;
  readonly formula: boolean;
  /** Text of `v`, null where there is none. */
  readonly value: string | null;
  /** Text of `is`. */
  readonly own: string | null;
}

export interface ReadCell {
  readonly text: string;
  readonly flaws: readonly FileProblemCode[];
}

const GENERAL: NumberFormat = { kind: 'general' };

/** The text of a cell as it is shown, as far as what it means goes; null for a cell with nothing but a style. */
export function readCell(cell: WrittenCell, context: SheetContext): ReadCell | null {
  if (cell.value === null && cell.own === null && !cell.formula) return null;
  const flaws: FileProblemCode[] = [];
  if (cell.formula) flaws.push(hasValue(cell) ? 'cell-formula' : 'cell-formula-empty');
  const text = cellText(cell, context, flaws);
  if (text.length <= SHEET_CELL_MAX_CHARS) return { text, flaws };
  return { text: text.slice(0, SHEET_CELL_MAX_CHARS), flaws: [...flaws, 'cell-too-long'] };
}

/** Whether a formula was calculated; one that gives text may give an empty one. */
function hasValue(cell: WrittenCell): boolean {
  return cell.own !== null || (cell.value !== null && (cell.value !== '' || cell.type === 'str'));
}

function cellText(cell: WrittenCell, context: SheetContext, flaws: FileProblemCode[]): string {
  const value = cell.value ?? '';
  switch (cell.type) {
    case 's': {
      const text = /^\s*\d+\s*$/u.test(value) ? context.sharedStrings[Number(value)] : undefined;
      if (text === undefined) flaws.push('record-broken');
      return text ?? '';
    }
    case 'inlineStr':
      return unescaped(cell.own ?? value);
    case 'str':
      return unescaped(value);
    case 'b':
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      flaws.push('cell-error');
      return value;
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/u, '');
    default:
      if (cell.own !== null && cell.value === null) return unescaped(cell.own);
      return value === '' ? '' : shownNumber(value, context.formats[cell.style] ?? GENERAL, context.base1904);
  }
}
