import type { Resolution } from '../goods/index.ts';
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

/** Structures that were read and are no one chemical: a person must take them apart. */
const FOR_A_PERSON: ReadonlySet<string> = new Set(['mixture', 'no-parent', 'same-skeleton']);

/** Kinds of question that are read by a grammar: what breaks it has not been read. */
const BY_GRAMMAR: ReadonlySet<string> = new Set(['smiles', 'inchi']);

/**
 * The verdict on input that was not resolved to goods: `review` where a person can choose or must take apart,
 * `unreadable` where it could not be read at all, else `unknown`. Never clear.
 */
export function verdictUnresolved({ by, candidates, problems }: Resolution): GoodsAnswer['verdict'] {
  if (candidates.length > 0 || problems.some(({ code }) => FOR_A_PERSON.has(code))) return 'review';
  if (by === null) return problems.length > 0 ? 'unreadable' : 'unknown';
  const refused = problems.some(({ code }) => code !== 'toolkit-missing');
  return BY_GRAMMAR.has(by) && refused ? 'unreadable' : 'unknown';
}
