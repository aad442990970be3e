import type { ControlStatus, GoodsAnswer, JurisdictionStatus } from './answer.ts';

/** Weakest first: an answer is as strong as the strongest of its deciding jurisdictions. */
const STRENGTH: readonly ControlStatus[] = ['outside', 'not-controlled', 'unknown', 'review', 'controlled'];

/**
 * The strongest status of the deciding jurisdictions. When none decides, nothing has been said: `unknown`, or stronger
 * where a jurisdiction that stands beside has found something.
 */
export function verdictOf(statuses: readonly JurisdictionStatus[]): ControlStatus {
  const deciding = statuses.filter((one) => one.deciding);
  return strongest((deciding.length > 0 ? deciding : statuses).map((one) => one.status));
}

/** The strongest of some statuses; `unknown` of none. */
export function strongest(statuses: readonly ControlStatus[]): ControlStatus {
  let best = -1;
  for (const status of statuses) best = Math.max(best, STRENGTH.indexOf(status));
  return STRENGTH[best] ?? 'unknown';
}

/** The verdict on input that was not resolved to goods. */
export function verdictUnresolved(
  resolution: GoodsAnswer['resolution'],
  readable: boolean,
): GoodsAnswer['verdict'] {
  if (resolution.candidates.length > 0) return 'review';
  return readable ? 'unknown' : 'unreadable';
}
