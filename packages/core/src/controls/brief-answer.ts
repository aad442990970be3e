import type { Confidence } from '../kernel/index.ts';
import type { AppliedDuty, GoodsAnswer, JurisdictionStatus } from './answer.ts';

/** A duty without its proof: what it asks, where it stands, and how sure that is. */
export interface BriefDuty extends Pick<AppliedDuty, 'id' | 'kind' | 'what' | 'article' | 'deadline'> {
  readonly confidence: Confidence;
}

/** A status without penalties and the tree of reasons; controls keep citation, proof and dates. */
export interface BriefStatus extends Omit<JurisdictionStatus, 'duties' | 'penalties' | 'explanation'> {
  readonly duties: readonly BriefDuty[];
}

export interface BriefGoodsAnswer extends Omit<GoodsAnswer, 'statuses'> {
  readonly statuses: readonly BriefStatus[];
}

/**
 * The answer as programs take it by the thousand: everything the contract names, a fifth of the size. The rest
 * is in the whole answer, which the same question gives when it asks to be explained.
 */
export function briefAnswer(answer: GoodsAnswer): BriefGoodsAnswer {
  return { ...answer, statuses: answer.statuses.map(briefStatus) };
}

function briefStatus({ penalties, explanation, duties, ...status }: JurisdictionStatus): BriefStatus {
  return {
    ...status,
    duties: duties.map(({ id, kind, what, article, deadline, citation }) => ({
      id,
      kind,
      what,
      article,
      deadline,
      confidence: citation.confidence,
    })),
  };
}
