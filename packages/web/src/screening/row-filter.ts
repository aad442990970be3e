import type { Basis, Jurisdiction, RowVerdict, ScreenedRow } from '@custody/core';

/** Which rows are shown. Several choices of one kind widen, kinds narrow each other. */
export interface RowFilter {
  readonly verdicts: readonly RowVerdict[];
  /** Rows that one of these controls or sends to a person. */
  readonly places: readonly Jurisdiction[];
  readonly bases: readonly Basis[];
  /** Rows with a problem: `null` any row, `''` a problem of any code. */
  readonly problem: string | null;
  /** In any cell, name, id or code of goods; capitals and small letters alike. */
  readonly text: string;
}

export const EVERY_ROW: RowFilter = { verdicts: [], places: [], bases: [], problem: null, text: '' };

/** True when the jurisdiction is one of those to which a row of these statuses matters. */
export function concerns(jurisdictions: ScreenedRow['jurisdictions'], place: Jurisdiction): boolean {
  const status = jurisdictions[place];
  return status === 'controlled' || status === 'review';
}

/** True when the row is among those the filter shows; the text of the filter is compared last, as it costs most. */
export function isShown(row: ScreenedRow, filter: RowFilter): boolean {
  return (
    (filter.verdicts.length === 0 || filter.verdicts.includes(row.verdict)) &&
    (filter.places.length === 0 || filter.places.some((place) => concerns(row.jurisdictions, place))) &&
    (filter.bases.length === 0 || row.bases.some((basis) => filter.bases.includes(basis))) &&
    hasProblem(row, filter.problem) &&
    hasText(row, filter.text)
  );
}

function hasProblem({ problems }: ScreenedRow, code: string | null): boolean {
  if (code === null) return true;
  return code === '' ? problems.length > 0 : problems.some((problem) => problem.code === code);
}

function hasText(row: ScreenedRow, text: string): boolean {
  const sought = text.trim().toLowerCase();
  if (sought === '') return true;
  const has = (one: string | null): boolean => one !== null && one.toLowerCase().includes(sought);
  return (
    Object.values(row.input).some(has) ||
    row.goods.some((goods) => has(goods.name) || has(goods.id) || has(goods.inchikey))
  );
}
