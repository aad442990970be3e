import { quantityReasons, type AppliedControl, type Question, type Reason } from '../controls/index.ts';
import { parseQuantity, readUnit } from '../kernel/index.ts';
import type { GoodsOpinion } from './row-verdict.ts';
import type { RowProblem, TableRow } from './screened-row.ts';

/** What a row's quantity comes to. */
export interface HeldQuantity {
  readonly reasons: readonly Reason[];
  readonly problems: readonly RowProblem[];
}

const NOTHING: HeldQuantity = { reasons: [], problems: [] };

/**
 * Holds the quantity of a row against the thresholds of the entries that apply to its goods. A threshold says which
 * duties a quantity calls for; it changes no status. A cell that cannot be read is a problem only where some threshold
 * asks for it. A bare number takes the unit of the head of its column (`Qty (kg)`), else of a column of
 * units.
 */
export function quantityOfRow(
  row: TableRow,
  column: string | null,
  opinions: readonly GoodsOpinion[],
  { activity }: Pick<Question, 'activity'>,
): HeldQuantity {
  if (column === null || !Object.hasOwn(row.cells, column)) return NOTHING;
  const text = (row.cells[column] ?? '').trim();
  if (!/\d/.test(text)) return NOTHING;
  const controls = thresholded(opinions);
  if (controls.length === 0) return NOTHING;
  if (isGross(column)) return { reasons: [], problems: [grossWeight(text, column)] };
  const quantity = withUnit(text, column, row);
  const read = parseQuantity(quantity);
  const said = read.ok ? read.value.doubt : read.problem;
  return {
    reasons: quantityReasons(controls, { quantity, activity }).filter(
      ({ code }) => code !== 'quantity-not-compared',
    ),
    problems: said === null ? [] : [{ ...said, column }],
  };
}

/** True for the head of a column of masses with their packaging. */
export function isGross(column: string): boolean {
  return /\bgross\b|\bbruto?\b|\bg\.?w\.?\b|毛重/i.test(column);
}

function grossWeight(given: string, column: string): RowProblem {
  return {
    code: 'quantity-gross',
    column,
    message: `“${given}” in “${column}” includes the packaging; the law counts the goods, and it was held against no threshold.`,
    todo: 'Give the net quantity.',
    data: { given },
  };
}

function thresholded(opinions: readonly GoodsOpinion[]): readonly AppliedControl[] {
  const controls = new Map<string, AppliedControl>();
  for (const { goods, standings } of opinions) {
    if (goods.found.match !== 'exact') continue;
    for (const standing of standings) {
      for (const control of standing.controls) {
        if (control.doubt === null && control.thresholds.length > 0) controls.set(control.id, control);
      }
    }
  }
  return [...controls.values()];
}

function withUnit(text: string, column: string, row: TableRow): string {
  if (/[^\d\s.,'’+]/.test(text)) return text;
  const unit = unitOfHead(column) ?? unitBeside(row);
  return unit === null ? text : `${text} ${unit}`;
}

const UNIT_HEAD =
  /^(?:units?|uom|u\.?m\.?|umt|umc|unit of (?:measure|quantity)|qty unit|unidad(?:es)?(?: de medida)?|单位|單位|计量单位|計量單位)$/i;

/** The unit in the row's own column of units; null where there is none. */
function unitBeside({ cells }: TableRow): string | null {
  for (const [column, cell] of Object.entries(cells)) {
    if (UNIT_HEAD.test(column.trim()) && cell.trim() !== '' && readUnit(cell.trim()).ok) return cell.trim();
  }
  return null;
}

/** The unit a head ends with: `Qty (kg)`, `Net weight kg`, `数量（公斤）`, `cantidad_kg`; null where there is none. */
export function unitOfHead(column: string): string | null {
  const match = /(?:[(（[【]\s*([^()（）[\]【】]{1,20}?)\s*[)）\]】]|[\s_/-]([\p{L}µ]{1,10}))\s*$/u.exec(
    column,
  );
  const unit = match?.[1] ?? match?.[2];
  return unit !== undefined && readUnit(unit).ok ? unit : null;
}
